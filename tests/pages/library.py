"""What tests of the library's pages share: a team's question, and what a browser sends of its form."""

from typing import Any

from interviews.drafts import LibraryEntry
from interviews.forms.library import LibraryForm, written
from interviews.library.catalogue import catalogue
from interviews.models import LibraryQuestion, Team

BUILT_IN = "administration.calendar.clash"
PROMPT = "The seal number on the trailer is not the one on the delivery note. What do you do?"
PROHIBITED = "Which religion do you practise, and which holidays do you observe?"


def entry(prompt: str = PROMPT, **changes: Any) -> LibraryEntry:
    """A question of a team with all that belongs to one."""
    built_in = catalogue().entry(BUILT_IN)
    own = {"id": "team", "family": "team", "competency": "", "competency_name": "Receiving goods", "prompt": prompt}
    return built_in.model_copy(update=own | changes)


def row(team: Team, prompt: str = PROMPT, status: str = "draft", **changes: Any) -> LibraryQuestion:
    """The same in the team's library."""
    whole = entry(prompt, **changes)
    return LibraryQuestion.objects.create(team=team, skill_name=whole.competency_name, entry=whole, status=status)


def sent(form: LibraryForm, **typed: Any) -> dict[str, Any]:
    """What a browser sends of the form as it was shown, with what the person typed."""
    values = {name: form[name].value() for name in written(entry())}
    values |= {
        "probes": [probe.text for probe in form["probes"].value()],
        "probes_ask": [probe.ask for probe in form["probes"].value()],
        "base": form["base"].value() or "",
        "seen": form["seen"].value() or "",
    }
    for name in ("anchors", "samples"):
        values |= {f"{name}_{score}": text for score, text in values.pop(name).items()}
    return values | typed
