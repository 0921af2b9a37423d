"""The chaos harness: a real product under load whose processes are killed at random, and what became of its jobs.

    python -m tests.chaos --jobs 200 --seconds 120 --database sqlite

Nothing here is a test of its own but test_short.py; the counts are judged in counts.py."""
