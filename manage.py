#!/usr/bin/env python
"""The product's command line: `manage.py up` runs it, `manage.py help` lists the rest."""

import os
import sys

from django.core.management import execute_from_command_line

from hiring import streams


def main() -> None:
    """Run one management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hiring.settings")
    streams.take_over(sys.argv[1:])
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
