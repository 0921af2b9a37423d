"""Which language a description is written in, as far as its commonest words and its script tell."""

import re
import unicodedata

from interviews.engines.library.data import word_lists

_LETTERS = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000
_ENOUGH, _DISTINCT = 12, 4
SCRIPTS = {
    "CYRILLIC": "Russian", "ARABIC": "Arabic", "HEBREW": "Hebrew", "HANGUL": "Korean", "GREEK": "Greek",
    "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "CJK": "Chinese", "DEVANAGARI": "Hindi", "THAI": "Thai",
}  # fmt: skip


def foreign_language(text: str) -> str | None:
    """The name of the language of a text that is not English; None when it is English or too short to tell."""
    found = [word.lower() for word in _LETTERS.findall(text[: _SAMPLE * 10])[: _SAMPLE // 5]]
    script = _script(found)
    if script:
        return script
    if len(found) < _ENOUGH:
        return None
    shares = {
        name: sum(word in common for word in found) / len(found)
        for name, common in word_lists("languages.yaml").items()
    }
    best = max(shares, key=lambda name: (shares[name], name == "English"))
    distinct = len(set(found) & word_lists("languages.yaml")[best])
    clear = shares[best] >= 0.12 and shares[best] > 1.5 * shares["English"] and distinct >= _DISTINCT
    return best if best != "English" and clear else None


def _script(found: list[str]) -> str | None:
    letters = [unicodedata.name(letter, "").split(" ")[0] for word in found for letter in word]
    if not letters:
        return None
    counts = {
        name: sum(letters.count(key) for key, value in SCRIPTS.items() if value == name) for name in SCRIPTS.values()
    }
    name = max(sorted(counts), key=lambda key: counts[key])
    if counts["Japanese"] and name == "Chinese":
        name = "Japanese"
    return name if counts[name] > 0.4 * len(letters) else None
