"""Skill names of any text, ranked: for measuring, and for `manage.py extract`."""


def extract(text: str) -> list[str]:
    """The skill names of a text, the most telling first."""
    raise NotImplementedError
