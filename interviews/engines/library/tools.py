"""Whether people of a posting build with a tool or change it, or only work in it as it is."""

from functools import cache

from interviews.engines.library.data import lines
from interviews.engines.library.lexicon import Mention
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.words import stems

TOOLS = ("tool", "office")
MAKERS = frozenset(["software", "data", "it_operations", "engineering", "design", "arts_media", "science"])
NEAR = 4
_BUILDING = frozenset(
    stems("configure customise customize develop program implement build script integrate deploy administer design")
)
_BUILDERS = frozenset(stems("developer programmer administrator consultant architect configurator"))


def makes_with(tool: str, posting: Posting) -> bool:
    """Whether a question on what somebody built in a tool, or changed in it for others, is at home in a posting.

    A nurse documents in Epic and a clerk books in SAP; who configures it says so, by title or beside the name."""
    title = frozenset(stems(posting.role))
    named = frozenset(stems(tool))
    if named <= title and title & _BUILDERS:
        return True
    if any(
        _is_built(mention, line) for line in posting.lines for mention in line.mentions if mention.term.name == tool
    ):
        return True
    if tool in _listed("used"):
        return False
    return tool in _listed("made") or not MAKERS.isdisjoint(posting.families[:1])


@cache
def _listed(block: str) -> frozenset[str]:
    return frozenset(line.strip() for line in lines("tools.yaml")[block])


def _is_built(mention: Mention, line: Line) -> bool:
    """Whether a word of building stands close to the name, in a duty or a requirement: "SAP configuration"."""
    before = [word for word in line.words if word.end <= mention.start][-NEAR:]
    after = [word for word in line.words if word.start >= mention.end][:2]
    near = frozenset(stems(" ".join(word.lower for word in [*before, *after])))
    return bool(near & _BUILDING)
