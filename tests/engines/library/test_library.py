"""The library as a whole, as the engine hands it out."""

import pytest

from interviews.drafts import Brief, Call, SkillDraft
from interviews.engines.library.extract import extract
from interviews.engines.library.filling import phrase_for
from interviews.engines.library.gaps import gaps
from interviews.engines.library.index import index
from interviews.engines.library.search import find, opened
from interviews.engines.library.words import plain_stems, stems
from interviews.library.shelf import families
from interviews.library.slots import filled
from tests.engines.library import postings
from tests.engines.library.test_engine import ENGINE, analysed

ENTRIES = [entry for found in index().entries.values() for entry in found]


@pytest.mark.parametrize(("role", "text"), postings.ALL.items())
def test_no_slot_of_the_library_is_ever_left_open(role, text):
    brief = Brief(role=role, description=text)
    skills = ENGINE.analyse(brief, Call()).skills
    for entry in ENTRIES:
        for skill in skills:
            phrase = phrase_for(entry, skill, opened(brief))
            assert phrase is None or 1 <= len(phrase.split()) <= 6
            assert not set("{}|") & set(filled(entry.prompt, phrase) + filled(entry.alternate))


def test_search_gives_something_for_every_competency():
    brief = Brief(role="Electrician", description=postings.TRADE)
    analysis = ENGINE.analyse(brief, Call())
    for identifier, shelved in index().competencies.items():
        skill = SkillDraft(name=shelved.competency.name, reference=identifier)
        found = find(brief, analysis.model_copy(update={"skills": [skill]}), skill, team=[])
        assert 1 <= len(found) <= 6
        assert found[0].id


def test_cues_are_stemmed_alike_the_short_way():
    every = {cue for family in families().values() for competency in family.competencies for cue in competency.cues}
    every |= {cue for entry in ENTRIES for cue in entry.cues}
    assert [cue for cue in sorted(every) if plain_stems(cue) != stems(cue)] == []


def test_no_entry_is_given_to_two_skills_of_a_plan():
    brief = Brief(role="Electrician", description=postings.TRADE)
    analysis = ENGINE.analyse(brief, Call())
    given = [entry.id for skill in analysis.skills for entry in find(brief, analysis, skill, team=[])]
    assert len(given) == len(set(given))
    assert len(given) >= 3 * len(analysis.skills)


def test_an_approved_question_of_the_team_comes_before_an_equal_of_the_library():
    brief = Brief(role="Electrician", description=postings.TRADE)
    analysis = ENGINE.analyse(brief, Call())
    skill = analysis.skills[0]
    alone = analysis.model_copy(update={"skills": [skill]})
    best = find(brief, alone, skill, team=[])[0]
    own = best.model_copy(update={"id": "team.1", "status": "approved"})
    assert find(brief, alone, skill, team=[own])[0].id == "team.1"


def test_a_retired_question_of_the_team_is_not_found():
    brief = Brief(role="Electrician", description=postings.TRADE)
    analysis = ENGINE.analyse(brief, Call())
    own = find(brief, analysis, analysis.skills[0], team=[])[0].model_copy(update={"id": "team.1", "status": "retired"})
    assert "team.1" not in [e.id for e in find(brief, analysis, analysis.skills[0], team=[own])]


def test_gaps_are_exact_quotes_and_leave_out_conditions():
    brief = Brief(role="Backend developer", description=postings.SOFTWARE)
    found = gaps(brief, analysed("Backend developer", postings.SOFTWARE), [])
    assert found
    for gap in found:
        assert postings.SOFTWARE[gap.start : gap.end] == gap.quote
        assert "degree" not in gap.quote


def test_extract_names_what_is_asked_for():
    names = extract(postings.SOFTWARE)
    assert {"Python", "Django", "PostgreSQL", "Terraform"} <= set(names)
    assert not {"Kubernetes", "Java"} & set(names)
