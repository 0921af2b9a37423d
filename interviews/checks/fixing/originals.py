"""Where in a text as it was written stands each letter of the same text on one line with straight quotes."""

from interviews.checks.words import UNSEEN


def originals(words: str) -> list[int]:
    """The place in `words` of each character of `plain(words)`."""
    places: list[int] = []
    gap: int | None = None
    for place, letter in enumerate(words):
        if letter in UNSEEN:
            continue
        if letter.isspace():
            gap = place if gap is None else gap
            continue
        if gap is not None and places:
            places.append(gap)
        gap = None
        places.append(place)
    return places
