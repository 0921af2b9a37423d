"""The web server that `manage.py up` starts: granian, with its lines and errors in the product's log."""

from granian.cli import entrypoint

from hiring import streams
from hiring.orphans import end_with_parent

# Here and not below, so that a worker that begins anew instead of being forked has it too.
streams.take_over_all()

if __name__ == "__main__":
    end_with_parent()
    entrypoint()  # type: ignore[no-untyped-call]
