"""What is done to a question as a whole: written anew, moved, copied, removed."""

import json
from functools import partial

import pytest

from interviews.edits.questions import remove_question
from interviews.library.shelf import entries, families
from interviews.models import Author, Interview, Question
from interviews.services.editing import edit

HTMX = {"HX-Request": "true"}
EDGAR = Author("edgar@example.org")


@pytest.fixture
def asked(interview):
    """The four questions in the order of the plan: two of PostgreSQL, one of REST APIs, one of Kubernetes."""
    return [question for skill in interview.skills.all() for question in skill.questions.all()]


def text(response):
    return response.content.decode()


def order(interview):
    return [list(skill.questions.values_list("pk", flat=True)) for skill in interview.skills.all()]


@pytest.mark.parametrize(
    ("place", "direction", "expected"),
    [
        (1, "up", [[1, 0], [2], [3]]),
        (0, "down", [[1, 0], [2], [3]]),
        (1, "down", [[0], [1, 2], [3]]),
        (2, "up", [[0, 1, 2], [], [3]]),
        (3, "up", [[0, 1], [2, 3], []]),
    ],
)
def test_a_step_up_or_down_crosses_from_skill_to_skill(signed_in, interview, asked, place, direction, expected):
    answer = signed_in.post(f"/questions/{asked[place].pk}/move/", {"direction": direction}, headers=HTMX)
    assert "Question moved." in text(answer)
    assert order(interview) == [[asked[index].pk for index in skill] for skill in expected]


def test_both_skills_tell_anew_how_many_questions_they_have(signed_in, asked):
    page = text(signed_in.post(f"/questions/{asked[1].pk}/move/", {"skill": asked[2].skill_id}, headers=HTMX))
    for question in (asked[0], asked[2]):
        assert f'<div id="skill-{question.skill_id}-head" hx-swap-oob="true">' in page


def test_without_script_removing_leads_to_the_skill_and_undo_to_what_came_back(signed_in, interview, asked):
    removed, plan = asked[0], f"/interviews/{interview.pk}/"
    answer = signed_in.post(f"/questions/{removed.pk}/remove/")
    assert answer.headers["Location"] == f"{plan}#skill-{removed.skill_id}"
    answer = signed_in.post(f"{plan}undo/2/")
    assert answer.headers["Location"] == f"{plan}#question-{removed.pk}"
    answer = signed_in.post(f"{plan}undo/3/")
    assert answer.headers["Location"] == f"{plan}#skill-{removed.skill_id}"


def test_a_page_is_told_where_what_came_back_stands(signed_in, interview, asked):
    skill = asked[0].skill_id
    signed_in.post(f"/skills/{skill}/remove/", headers=HTMX)
    answer = signed_in.post(f"/interviews/{interview.pk}/undo/2/", headers=HTMX)
    assert json.loads(answer.headers["HX-Trigger"])["taken-back"] == {"place": f"skill-{skill}"}


@pytest.mark.parametrize(("place", "direction"), [(0, "up"), (3, "down")])
def test_there_is_no_step_beyond_the_ends(signed_in, interview, asked, place, direction):
    answer = signed_in.post(f"/questions/{asked[place].pk}/move/", {"direction": direction}, headers=HTMX)
    assert answer.status_code == 409
    assert "question already" in text(answer)


@pytest.mark.parametrize(
    ("after", "expected"), [("", [3, 0, 1]), ("0", [3, 0, 1]), (0, [0, 3, 1]), (None, [0, 1, 3]), ("x", [0, 1, 3])]
)
def test_a_question_is_put_where_it_is_dropped(signed_in, interview, asked, after, expected):
    skill = asked[0].skill_id
    behind = asked[after].pk if isinstance(after, int) else after
    sent = {"skill": skill} | ({} if behind is None else {"after": behind})
    answer = signed_in.post(f"/questions/{asked[3].pk}/move/", sent, headers=HTMX)
    assert f'<div id="question-{asked[3].pk}" hx-swap-oob="delete">' in text(answer)
    assert order(interview)[0] == [asked[index].pk for index in expected]


def test_without_script_another_skill_is_chosen_on_a_page(signed_in, interview, asked):
    page = text(signed_in.get(f"/questions/{asked[0].pk}/move/"))
    assert "<html" in page
    assert "Kubernetes" in page
    part = text(signed_in.get(f"/questions/{asked[0].pk}/move/", headers=HTMX))
    assert part.count('class="menu-item"') == 2
    goal = asked[3].skill_id
    answer = signed_in.post(f"/questions/{asked[0].pk}/move/", {"skill": goal})
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#question-{asked[0].pk}"
    assert order(interview)[2] == [asked[3].pk, asked[0].pk]


def test_a_skill_that_is_gone_is_no_place(signed_in, asked):
    answer = signed_in.post(f"/questions/{asked[0].pk}/move/", {"skill": "999999"}, headers=HTMX)
    assert answer.status_code == 409
    assert "not in the plan any more" in text(answer)


def test_a_copy_stands_behind(signed_in, interview, asked):
    page = text(signed_in.post(f"/questions/{asked[0].pk}/duplicate/", headers=HTMX))
    first, copy, other = order(interview)[0]
    assert (first, other) == (asked[0].pk, asked[1].pk)
    assert f'hx-swap-oob="afterend:#question-{first}"' in page
    assert Question.objects.get(pk=copy).prompt == asked[0].prompt


def test_removing_can_be_undone(signed_in, interview, asked):
    page = text(signed_in.post(f"/questions/{asked[0].pk}/remove/", headers=HTMX))
    assert f'<div id="question-{asked[0].pk}" hx-swap-oob="delete">' in page
    undo = f"/interviews/{interview.pk}/undo/2/"
    assert f'hx-post="{undo}"' in page
    signed_in.post(undo, headers=HTMX)
    assert order(interview)[0] == [asked[0].pk, asked[1].pk]


def test_a_locked_question_is_not_removed_nor_offered_to_be(signed_in, interview, asked):
    Question.objects.filter(pk=asked[0].pk).update(locked=True)
    answer = signed_in.post(f"/questions/{asked[0].pk}/remove/", headers=HTMX)
    assert answer.status_code == 409
    assert "Unlock it first" in text(answer)
    page = text(signed_in.get(f"/interviews/{interview.pk}/"))
    assert f'id="question-{asked[0].pk}-edit"' not in page
    assert f"/questions/{asked[0].pk}/remove/" not in page


def test_a_question_is_written_and_opened(signed_in, interview, asked):
    address = f"/skills/{asked[3].skill_id}/questions/write/"
    answer = signed_in.post(address, {"prompt": " What does a probe cost? "}, headers=HTMX)
    made = Question.objects.get(prompt="What does a probe cost?")
    assert order(interview)[2] == [asked[3].pk, made.pk]
    assert (made.type, made.minutes, made.source.engine) == ("behavioral", 5, "person")
    page = text(answer)
    assert page.index("afterend:#question-") < page.index(f'id="question-{made.pk}" hx-swap-oob="true"')
    answer = signed_in.post(address, {"prompt": "And another?"})
    assert answer.headers["Location"] == f"/questions/{Question.objects.last().pk}/edit/"


def test_an_empty_question_is_asked_for_again(signed_in, asked):
    address = f"/skills/{asked[0].skill_id}/questions/write/"
    assert "<html" in text(signed_in.get(address))
    for headers in ({}, HTMX):
        answer = signed_in.post(address, {"prompt": " "}, headers=headers)
        assert answer.status_code == 422
        assert "Enter the question as you would say it aloud." in text(answer)


def test_a_question_comes_from_the_library(signed_in, interview, asked):
    skill = asked[3].skill_id
    picker = text(signed_in.get(f"/library/pick/{skill}/?q=Kubernetes"))
    address = f"/skills/{skill}/add-from-library/"
    assert f'action="{address}"' in picker
    entry = next(key for family in families().values() for every in family.competencies for key in _keys(family, every))
    signed_in.post(address, {"entry": entry})
    made = Question.objects.last()
    assert order(interview)[2] == [asked[3].pk, made.pk]
    assert (made.source.reference, made.difficulty) == (entry, "advanced")
    assert signed_in.get(address).status_code == 405


def _keys(family, competency):
    return [entry.id for entry in entries(family, competency)]


def test_what_is_not_in_the_library_is_not_added(signed_in, asked):
    answer = signed_in.post(f"/skills/{asked[0].skill_id}/add-from-library/", {"entry": "no.such"}, headers=HTMX)
    assert answer.status_code == 409
    assert "not in the library any more" in text(answer)


def test_an_act_upon_what_is_gone_says_so(signed_in, interview, asked):
    edit(interview, partial(remove_question, identifier=asked[0].pk), by=EDGAR)
    for act in ("move", "duplicate", "remove"):
        answer = signed_in.post(f"/questions/{asked[0].pk}/{act}/", {"interview": interview.pk}, headers=HTMX)
        assert answer.status_code == 409
        assert "edgar@example.org removed it" in text(answer)
        assert signed_in.post(f"/questions/{asked[0].pk}/{act}/").status_code == 404


def test_what_is_nobody_elses_to_do(viewer, stranger, asked):
    acts = [f"/questions/{asked[0].pk}/{act}/" for act in ("move", "duplicate", "remove", "undo/1")]
    acts += [f"/skills/{asked[0].skill_id}/{act}/" for act in ("questions/write", "add-from-library")]
    assert {viewer.post(act).status_code for act in acts} == {403}
    assert {stranger.post(act).status_code for act in acts} == {404}
    assert Interview.objects.get().version == 1


def test_acts_are_not_to_be_read(signed_in, asked):
    for act in ("duplicate", "remove"):
        assert signed_in.get(f"/questions/{asked[0].pk}/{act}/").status_code == 405
    assert signed_in.delete(f"/questions/{asked[0].pk}/move/").status_code == 405
