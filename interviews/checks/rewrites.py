"""Closed questions opened by rule, where the rule keeps what is asked."""

import re

from interviews.checks.words import plain, sentences

_REST = r"(?P<rest>[^,;?]{2,200}?) ?\?$"
_MUCH = r"(?:(?:any|some|much|prior|previous|practical|hands-on|direct|professional) ){0,2}"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.I), text)
    for pattern, text in (
        (r"^(?:can|could|would|will) you (?:please |briefly )?(?P<verb>tell|walk|talk|give|show|take) (?P<rest>(?:me|us) [^?]{2,300}?) ?\?$",
         "{Verb} {rest}."),
        (r"^(?:can|could) you (?:please |briefly )?(?P<verb>describe|explain|share|outline) (?P<rest>(?!yourself)[^?]{2,300}?) ?\?$", "{Verb} {rest}."),
        (r"^(?:can|could) you think of (?P<rest>[^?]{2,300}?) ?\?$", "Tell me about {rest}."),
        (r"^(?:is|was) there an? (?P<noun>time|situation|case|day|moment) (?P<rest>(?:when|where|in which) [^?]{2,300}?) ?\?$",
         "Tell me about a {noun} {rest}."),
        (rf"^(?:do you have|have you had|have you got|have you) {_MUCH}experience (?:working )?(?:with|of|using) {_REST}",
         "Tell me about work you did with {rest}."),
        (rf"^(?:do you have|have you had|have you got|have you) {_MUCH}experience (?:working )?in {_REST}",
         "Tell me about work you did in {rest}."),
        (rf"^(?:do you have|have you had|have you got|have you) {_MUCH}experience (?:working )?as {_REST}", "Tell me about your work as {rest}."),
        (rf"^(?:do you have|have you had|have you got|have you) {_MUCH}experience (?P<verb>\w+ing) {_REST}",
         "Tell me about your experience {verb} {rest}."),
        (rf"^have you (?:ever )?(?:worked with|used) {_REST}", "Tell me about work you did with {rest}."),
        (rf"^are you (?:familiar|experienced) with {_REST}", "Tell me about work you did with {rest}."),
        (rf"^are you experienced in {_REST}", "Tell me about work you did in {rest}."),
        (rf"^do you know how to {_REST}", "How do you {rest}?"),
    )
)  # fmt: skip
_EVER = re.compile(rf"^have you (?:ever )?(?P<verb>[a-z]+) {_REST}", re.I)
_ACT = re.compile(
    r"^(?P<aux>do|would|did) you [a-z]+\b(?! (?:have|own|know|feel|like|think|believe|want)\b)[^,;?]{0,200}\?$", re.I
)
_STATE = re.compile(
    r"^(?:do|would|did) you (?:have|own|know|feel|like|think|believe|want|need|mind|understand|agree|prefer|ever)\b",
    re.I,
)
_SCENE_ASKS = {"do": "What do you do?", "would": "What would you do?", "did": "What did you do?"}

_PAST = {
    "been": "were", "done": "did", "written": "wrote", "taken": "took", "given": "gave", "seen": "saw", "gone": "went", "driven": "drove",
    "chosen": "chose", "begun": "began", "broken": "broke", "spoken": "spoke", "worn": "wore", "grown": "grew", "run": "ran",
    "become": "became", "shown": "showed", "drawn": "drew", "overseen": "oversaw", "undertaken": "undertook", "forgotten": "forgot",
}  # fmt: skip
_SAME = frozenset(
    [
        "led",
        "built",
        "kept",
        "made",
        "held",
        "told",
        "found",
        "taught",
        "lost",
        "left",
        "dealt",
        "met",
        "set",
        "put",
        "cut",
        "brought",
        "bought",
        "thought",
        "felt",
        "sent",
        "spent",
        "won",
        "sold",
        "paid",
        "said",
        "heard",
        "read",
        "dug",
        "fed",
        "stood",
        "understood",
        "caught",
        "fought",
        "had",
        "laid",
        "shut",
        "split",
        "spread",
        "hit",
        "let",
        "quit",
        "rebuilt",
        "fit",
    ]
)


def opened(words: str) -> str:
    """The same question so that yes or no is no answer to it; empty where no rule keeps what is asked."""
    every = sentences(plain(words))
    if not every:
        return ""
    *scene, ask = every
    rewritten = _alone(ask) if not scene else _after(scene, ask)
    return " ".join([*scene, rewritten]) if rewritten else ""


def _alone(ask: str) -> str:
    for pattern, text in _RULES:
        match = pattern.match(ask)
        if match:
            found = match.groupdict()
            verb = found.get("verb", "") or ""
            return text.format(**{**found, "Verb": verb.capitalize()})
    match = _EVER.match(ask)
    past = _past(match["verb"].lower()) if match else ""
    return f"Tell me about a time you {past} {match['rest']}." if match and past else ""


def _after(scene: list[str], ask: str) -> str:
    """A scene with "Do you stop the line?" asks what the person does; a choice between two ways stays with a person."""
    if any(sentence.endswith("?") for sentence in scene):
        return ""
    match = _ACT.match(ask)
    if match and not _STATE.match(ask) and " or " not in ask:
        return _SCENE_ASKS[match["aux"].lower()]
    return ""


def _past(participle: str) -> str:
    if participle in _PAST:
        return _PAST[participle]
    return participle if participle.endswith("ed") or participle in _SAME else ""
