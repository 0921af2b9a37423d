"""Skills, edited where they stand: heading, weight, place; merged, removed, added."""

import pytest

from interviews.drafts import Sample
from interviews.models import Interview, Question, Skill
from tests.pages.plan.parts import HTMX, digests, sent, text
from tests.pages.plans import DESCRIPTION


@pytest.fixture
def skill(interview):
    return interview.skills.get(name="PostgreSQL")


def url(skill, act="edit"):
    return f"/skills/{skill.pk}/{act}/"


def new(interview):
    return f"/interviews/{interview.pk}/skills/new/"


def names(interview):
    return [skill.name for skill in interview.skills.all()]


def weights(interview):
    return [skill.weight for skill in interview.skills.all()]


def test_the_heading_is_a_page_and_in_the_plan_a_form_alone(signed_in, skill):
    assert "Skill PostgreSQL</h1>" in text(signed_in.get(url(skill)))
    part = text(signed_in.get(url(skill), headers=HTMX))
    assert part.strip().startswith(f'<div id="skill-{skill.pk}-head" class="part-open">')
    read = text(signed_in.get(f"/skills/{skill.pk}/", headers=HTMX))
    assert read.strip().startswith(f'<div id="skill-{skill.pk}-head">')
    page = signed_in.get(f"/skills/{skill.pk}/")
    assert page.headers["Location"] == f"/interviews/{skill.interview_id}/#skill-{skill.pk}"


def test_a_weight_moves_the_others_and_all_are_shown(signed_in, interview, skill):
    page = text(signed_in.post(url(skill), sent(signed_in, url(skill), weight="55"), headers=HTMX))
    assert weights(interview) == [55, 30, 15]
    others = [other.pk for other in interview.skills.exclude(pk=skill.pk)]
    assert all(f'id="skill-{other}-head" hx-swap-oob="true"' in page for other in others)
    assert ("30 %" in page, "15 %" in page, "The weight is set by hand" in page) == (True, True, True)
    assert f'id="skill-{skill.pk}-head" ' not in page
    mine = sent(signed_in, url(skill)) | {"weight": "60"} | digests(page)
    assert signed_in.post(url(skill), mine, headers=HTMX).status_code == 200
    assert "set by hand" in text(signed_in.get(f"/interviews/{interview.pk}/"))


def test_a_weight_is_released_and_all_are_shared_evenly(signed_in, interview, skill):
    signed_in.post(url(skill), sent(signed_in, url(skill), weight="55"))
    signed_in.post(url(skill, "release"))
    assert weights(interview) == [40, 40, 20]
    signed_in.post(url(skill), sent(signed_in, url(skill), weight="0"))
    answer = signed_in.post(f"/interviews/{interview.pk}/skills/evenly/", headers=HTMX)
    assert (weights(interview), "Weights shared evenly." in text(answer)) == ([40, 40, 20], True)


def test_name_and_importance_are_saved_and_the_weights_follow(signed_in, interview, skill):
    signed_in.post(url(skill), sent(signed_in, url(skill), name="Databases", importance="nice_to_have"))
    assert (names(interview)[0], weights(interview)) == ("Databases", [25, 50, 25])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": " "}, "Enter a name for the skill"),
        ({"name": "x" * 300}, "300 characters long. Shorten it to 200."),
        ({"name": "kubernetes "}, "already has a skill called kubernetes."),
        ({"weight": "-1"}, "Choose a weight from 0 to 100."),
        ({"weight": "101"}, "Choose a weight from 0 to 100."),
        ({"weight": "x"}, "Enter the weight as a whole number"),
        ({"weight": ""}, "Enter a weight from 0 to 100."),
        ({"importance": "vital"}, "Choose from the list."),
    ],
)
def test_what_cannot_be_comes_back_with_what_was_typed(signed_in, interview, skill, typed, sentence):
    mine = sent(signed_in, url(skill), **typed)
    page, part = signed_in.post(url(skill), mine), signed_in.post(url(skill), mine, headers=HTMX)
    assert (page.status_code, part.status_code) == (422, 422)
    assert (sentence in text(page), sentence in text(part)) == (True, True)
    field, value = next(iter(typed.items()))
    assert page.context["form"][field].value() == value
    assert Interview.objects.get().version == 1


def test_a_conflict_shows_both(signed_in, interview, skill):
    mine = sent(signed_in, url(skill), name="Mine", importance="must_have")
    signed_in.post(url(skill), sent(signed_in, url(skill), name="Theirs", importance="nice_to_have"))
    answer = signed_in.post(url(skill), mine, headers=HTMX)
    assert (answer.status_code, "Theirs" in text(answer)) == (409, True)
    assert "Nice to have" not in text(answer)
    signed_in.post(url(skill), mine | digests(text(answer)) | {"over": "1"}, headers=HTMX)
    skill.refresh_from_db()
    assert (skill.name, skill.importance) == ("Mine", "nice_to_have")


@pytest.mark.parametrize(
    ("which", "sends", "order"),
    [
        (0, {"way": "down"}, [1, 0, 2]),
        (0, {"way": "up"}, [0, 1, 2]),
        (2, {"way": "down"}, [0, 1, 2]),
        (2, {"way": "up"}, [0, 2, 1]),
        (2, {"after": ""}, [2, 0, 1]),
        (0, {"after": "last"}, [0, 1, 2]),
    ],
)
def test_a_skill_moves(signed_in, interview, which, sends, order):
    before = list(interview.skills.all())
    if sends.get("after") == "last":
        sends, order = {"after": str(before[2].pk)}, [1, 2, 0]
    answer = signed_in.post(url(before[which], "move"), sends, headers=HTMX)
    assert answer.status_code == 200
    assert names(interview) == [before[place].name for place in order]


def test_skills_are_merged_and_taken_apart_by_undo(signed_in, interview, skill):
    other = interview.skills.get(name="Kubernetes")
    page = text(signed_in.post(url(other, "merge"), {"into": str(skill.pk)}, headers=HTMX))
    assert (f'id="skill-{other.pk}" hx-swap-oob="delete"' in page, "Skills merged." in page) == (True, True)
    assert (names(interview)[0], skill.questions.count(), sum(weights(interview))) == ("PostgreSQL", 3, 100)
    signed_in.post(f"/interviews/{interview.pk}/undo/2/")
    assert (len(names(interview)), weights(interview)) == (3, [40, 40, 20])


def test_what_is_locked_is_not_merged_and_no_goal(signed_in, interview, skill):
    locked = interview.skills.get(name="Kubernetes")
    interview.skills.filter(pk=locked.pk).update(locked=True)
    page = text(signed_in.get(f"/interviews/{interview.pk}/"))
    assert f'id="skill-{locked.pk}-into"' not in page
    goals = page.split(f'id="skill-{skill.pk}-into"')[1].split("</select>")[0]
    assert ("Kubernetes" in goals, "REST APIs" in goals) == (False, True)
    refused = text(signed_in.post(url(skill, "merge"), {"into": str(locked.pk)}, headers=HTMX))
    assert "Kubernetes is locked, and a locked skill cannot be merged." in refused


def test_a_weight_that_leaves_nothing_is_refused(signed_in, interview, skill):
    answer = signed_in.post(url(skill), sent(signed_in, url(skill), weight="100"), headers=HTMX)
    assert (answer.status_code, "choose 98 or less" in text(answer)) == (409, True)
    assert weights(interview) == [40, 40, 20]


def test_a_removed_skill_leaves_its_evidence_uncovered(signed_in, interview, skill):
    answer = signed_in.post(url(skill, "remove"))
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#skills"
    page = text(signed_in.get(f"/interviews/{interview.pk}/"))
    assert "Skill removed, with its questions." in page
    assert "Plan schema changes on PostgreSQL tables" in page.split('id="gaps-title"')[1]
    signed_in.post(f"/interviews/{interview.pk}/undo/2/")
    assert names(interview)[0] == "PostgreSQL"


@pytest.mark.parametrize(
    ("act", "sends", "sentence"),
    [
        ("merge", {}, "Choose the skill"),
        ("merge", {"into": "self"}, "Choose another skill"),
        ("merge", {"into": "999999"}, "not in the plan any more"),
        ("remove", {}, "locked"),
    ],
)
def test_what_cannot_be_done_is_said(signed_in, interview, skill, act, sends, sentence):
    interview.skills.filter(pk=skill.pk).update(locked=act == "remove")
    sends = {name: str(skill.pk) if value == "self" else value for name, value in sends.items()}
    answer = signed_in.post(url(skill, act), sends, headers=HTMX)
    assert (answer.status_code, sentence in text(answer)) == (409, True)


def test_a_free_skill_is_added_with_its_first_question(signed_in, interview):
    sends = {"name": "Mentoring", "importance": "nice_to_have", "question": "Whom did you teach?"}
    page = text(signed_in.post(new(interview), sends, headers=HTMX))
    assert ("Whom did you teach?" in page, 'id="new-skill" class="new-skill" hx-swap-oob' in page) == (True, True)
    added = interview.skills.get(name="Mentoring")
    assert (weights(interview), added.questions.get().source.engine) == ([33, 33, 17, 17], "person")


def test_words_of_the_description_fill_in_the_form_and_become_evidence(signed_in, interview):
    start = DESCRIPTION.index("Review the code")
    words = {"start": str(start), "end": str(start + 15), "words": "Review the code"}
    form = signed_in.get(new(interview), words).context["form"]
    assert form["name"].value() == "Review the code"
    answer = signed_in.post(new(interview), {**words, "name": "Reviews", "importance": "must_have"})
    added = interview.skills.get(name="Reviews")
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#skill-{added.pk}"
    assert [(one.quote, one.start) for one in added.evidence] == [("Review the code", start)]


def test_a_gap_becomes_a_skill(signed_in, interview):
    gap = interview.gaps[0]
    page = text(signed_in.get(f"/interviews/{interview.pk}/"))
    assert f"{new(interview)}?start={gap.start}&amp;end={gap.end}" in page
    form = signed_in.get(new(interview), {"start": gap.start, "end": gap.end})
    assert form.context["form"]["name"].value() == "on-call rotation"
    signed_in.post(
        new(interview),
        {"name": "On call", "importance": "must_have", "start": gap.start, "end": gap.end, "words": gap.quote},
    )
    assert Interview.objects.get().gaps == []


@pytest.mark.parametrize(
    ("sends", "status", "sentence"),
    [
        ({"name": ""}, 422, "Enter a name for the skill"),
        ({"name": "x" * 300}, 422, "Shorten it to 200."),
        ({"name": "POSTGRESQL"}, 422, "already has a skill called POSTGRESQL."),
        ({"name": "A", "start": "0", "end": "4", "words": "gone"}, 409, "no longer there"),
    ],
)
def test_a_skill_that_cannot_be_added_comes_back(signed_in, interview, sends, status, sentence):
    sends = {"importance": "must_have", "question": "Typed?", **sends}
    for headers in ({}, HTMX):
        answer = signed_in.post(new(interview), sends, headers=headers)
        assert (answer.status_code, sentence in text(answer), "Typed?" in text(answer)) == (status, True, True)
    assert Interview.objects.get().version == 1


def test_words_that_are_not_there_are_said_in_the_form(signed_in, interview):
    page = text(signed_in.get(new(interview), {"words": "Rust and Go"}))
    assert ("These words are not in the description" in page, 'value="Rust and Go"' in page) == (True, True)


def test_a_frozen_plan_refuses(signed_in, interview, skill):
    Interview.objects.update(status="published")
    for address in (new(interview), url(skill), url(skill, "remove"), url(skill, "move")):
        answer = signed_in.post(address, {"name": "x", "way": "down"}, headers=HTMX)
        assert (answer.status_code, "Edit as a new draft”" in text(answer)) == (409, True)
    assert Interview.objects.get().version == 1


def test_who_may_not_and_what_is_not_there(signed_in, viewer, stranger, interview, skill):
    addresses = [url(skill, act) for act in ("edit", "move", "merge", "remove", "release", "uncite")]
    for address in [*addresses, new(interview), f"/interviews/{interview.pk}/skills/evenly/"]:
        assert viewer.post(address).status_code == 403
        assert stranger.post(address).status_code == 404
        assert signed_in.delete(address).status_code == 405
    assert stranger.get(f"/skills/{skill.pk}/").status_code == 404
    assert signed_in.post("/skills/999999/remove/").status_code == 404


def test_a_move_takes_as_many_queries_however_many_skills(signed_in, interview, skill, django_assert_num_queries):
    signed_in.post(url(skill, "move"), {"way": "down"}, headers=HTMX)
    with django_assert_num_queries(21):
        signed_in.post(url(skill, "move"), {"way": "up"}, headers=HTMX)


def test_a_lock_is_told_to_the_other_skills_which_offer_to_merge(signed_in, interview, skill):
    answer = text(signed_in.post(url(skill, "lock"), {"locked": "1"}, headers=HTMX))
    others = interview.skills.exclude(pk=skill.pk)
    assert all(f'id="skill-{one.pk}-merge" hx-swap-oob="true"' in answer for one in others)
    assert f'<option value="{skill.pk}">' not in "".join(answer.split('-merge" hx-swap-oob="true"')[1:])


def test_what_leaves_a_skill_goes_from_the_page_before_the_skill(signed_in, interview, skill):
    moved, into = skill.questions.first(), interview.skills.exclude(pk=skill.pk).first()
    answer = text(signed_in.post(url(skill, "merge"), {"into": into.pk}, headers=HTMX))
    gone = [f'<div id="{one}" hx-swap-oob="delete">' for one in (f"question-{moved.pk}", f"skill-{skill.pk}")]
    assert 0 <= answer.index(gone[0]) < answer.index(gone[1])


def test_the_question_that_weighs_most_then_shows_its_sample_answers(signed_in, interview):
    Skill.objects.update(weight=50)
    first, second = (one.questions.first() for one in interview.skills.all()[:2])
    for one in (first, second):
        Question.objects.filter(pk=one.pk).update(samples=[Sample(score=3, answer="Like this.")], minutes=9)
    answer = text(signed_in.post(url(second.skill, "move"), {"way": "up"}, headers=HTMX))
    assert answer.count("Like this.") == 1
    assert all(f'<article class="question" id="question-{one.pk}"' in answer for one in (first, second))
