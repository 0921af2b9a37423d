"""The history of a plan: its change sets, comparing two, an old one to read, and bringing it back."""

import html
import re
from functools import partial

import pytest

from interviews.drafts import General, Proctoring
from interviews.edits import questions
from interviews.models import Author, Interview, Membership, Question, Revision, User
from interviews.services.editing import by_person, edit, save_question, save_skill, save_texts
from interviews.services.settings import change_general, change_proctoring
from interviews.services.states import publish

OLGA = Author("olga@example.org")


def read(interview):
    return Interview.objects.with_plan().get(pk=interview.pk)


def text(response):
    """The words of a page as they are read."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub("<[^>]*>", " ", main)).split())


def url(interview, rest="history/"):
    return f"/interviews/{interview.pk}/{rest}"


@pytest.fixture
def edgar(team):
    person = User.objects.create_user("edgar@example.org", name="Edgar Editor")
    Membership.objects.create(user=person, team=team, level=Membership.Level.EDITOR)
    return person


@pytest.fixture
def question(interview):
    return Question.objects.get(prompt__startswith="Tell me about a schema change")


def save(interview, question, by=OLGA, **sent):
    return save_question(interview, question.pk, sent, {}, by=by)


def test_it_says_who_changed_what_when_newest_first(signed_in, interview, question, edgar):
    save(interview, question, by_person(edgar), minutes=5)
    save(interview, question, by_person(edgar), minutes=7)
    said = text(signed_in.get(url(interview)))
    assert re.search(r"Edited Edgar Editor just now version 3 2 saves the plan as it is now", said)
    assert "Question Tell me about a schema change you made" in said
    assert "Minutes before: 6 → now: 7" in said
    assert said.index("Edgar Editor just now") < said.index("Generated Olga Owner")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"prompt": "Tell me about a schema change you made on a table that was too busy to lock. How did you get it "
          "live?"}, "removed: large added: busy to lock"),
        ({"evaluation_criteria": ["Splits the change into steps that can each be undone",
          "Names what happens to writes during the change", "Asks how long it may take"]},
         "Look for removed: Backfills in batches and watches the load added: Asks how long it may take"),
        ({"follow_ups": [{"text": "What did you do next?", "ask": "if_needed"},
          {"text": "What would you do differently today?", "ask": "if_needed"}]},
         "Probes before: ask all now: if needed What did you do next?"),
        ({"rating_scale": [{"score": 1, "anchor": "Runs one ALTER TABLE in the quiet hours and hopes"},
          {"score": 3, "anchor": "Adds the column empty, backfills in batches, then sets the constraint"},
          {"score": 5, "anchor": "Also says how writes are kept safe"}]},
         "Scale 5 Also says how writes are kept safe removed: and how each step is undone"),
        ({"type": "situational"}, "Type before: Behavioral → now: Situational"),
        ({"drop_first": True}, "Dropped first when late before: no → now: yes"),
        ({"locked": True}, "Locked before: no → now: yes"),
    ],
)  # fmt: skip
def test_a_changed_field_of_a_question_is_readable(signed_in, interview, question, change, words):
    save(interview, question, **change)
    assert words in text(signed_in.get(url(interview)))


def test_what_came_went_and_moved_is_readable(signed_in, interview, question):
    first, second, third = interview.skills.all()
    edit(interview, partial(questions.move_question, identifier=question.pk, skill=second.pk, after=None), by=OLGA)
    edit(interview, partial(questions.remove_question, identifier=third.questions.get().pk), by=OLGA)
    save_skill(interview, first.pk, {"weight": 50}, {}, by=OLGA)
    said = text(signed_in.get(url(interview)))
    assert "Moved from PostgreSQL to REST APIs in Django and FastAPI." in said
    assert "probe and the next request? What happened Removed from Kubernetes, 3 min." in said
    assert "Weights PostgreSQL before: 40 % → now: 50 %" in said


def test_settings_are_told_in_the_words_of_their_forms(signed_in, interview):
    change_general(interview, General(cutoff=6.5), by=OLGA)
    change_proctoring(interview, Proctoring(preset="custom", webcam_required=True, tab_switch_action="end"), by=OLGA)
    said = text(signed_in.get(url(interview)))
    assert "Cutoff before: 6 → now: 6.5" in said
    assert "Webcam on before: no → now: yes" in said
    assert "After that before: Warn the candidate → now: End the interview" in said
    assert "Proctoring preset before: Off → now: Set by hand" in said


def test_of_a_long_description_only_the_changed_surroundings_are_told(signed_in, interview):
    longer = interview.description + "\n" + "We like long walks by the sea. " * 40
    save_texts(interview, {"description": longer}, {}, by=OLGA)
    save_texts(interview, {"description": longer.replace("forty clinics", "fifty clinics")}, {}, by=Author("x"))
    said = text(signed_in.get(url(interview), {"by": "x"}))
    assert "We run the booking system of removed: forty added: fifty clinics and need somebody" in said
    assert "walks" not in said


def test_what_was_changed_back_is_not_told(signed_in, interview, question):
    save(interview, question, minutes=5)
    save(interview, question, minutes=6)
    said = text(signed_in.get(url(interview)))
    assert "Minutes before" not in said
    assert "Changed and changed back" in said


def test_it_can_be_filtered_by_person_and_by_part(signed_in, interview, question, edgar):
    other = interview.skills.last().questions.get()
    save(interview, question, by_person(edgar), minutes=5)
    save(interview, other, minutes=4)
    of_edgar = text(signed_in.get(url(interview), {"by": "edgar@example.org"}))
    assert ("Edited Edgar Editor" in of_edgar, "Generated" in of_edgar) == (True, False)
    of_other = text(signed_in.get(url(interview), {"question": other.pk}))
    assert "Only what was changed about the question What happens between" in of_other
    assert ("now: 4" in of_other, "now: 5" in of_other) == (True, False)
    assert "Nothing was changed here." in text(signed_in.get(url(interview), {"skill": 999_999}))


def test_it_takes_the_same_queries_however_many_change_sets(
    signed_in, interview, question, edgar, django_assert_num_queries
):
    with django_assert_num_queries(11) as one:
        signed_in.get(url(interview))
    for number in range(10):
        save(interview, question, by_person(edgar), minutes=1 + number)
        save(interview, question, minutes=11 + number)
    with django_assert_num_queries(11) as many:
        assert "21 saves" not in text(signed_in.get(url(interview)))
    assert Revision.objects.count() == 21
    assert not any('"snapshot"' in query["sql"] for query in [*one.captured_queries, *many.captured_queries])
    assert "Generated" in text(signed_in.get(url(interview), {"page": "2"}))


def test_two_versions_are_compared_whichever_way_round(signed_in, interview, question):
    save(interview, question, minutes=5)
    save(interview, question, Author("x"), minutes=7)
    words = "Minutes before: 6 → now: 7"
    assert words in text(signed_in.get(url(interview, "compare/"), {"from": "1", "to": "3"}))
    assert words in text(signed_in.get(url(interview, "compare/"), {"from": "draft", "to": "1"}))
    assert "Minutes before: 5 → now: 7" in text(signed_in.get(url(interview, "compare/")))
    same = text(signed_in.get(url(interview, "compare/"), {"from": "3", "to": "draft"}))
    assert "These two versions do not differ." in same


def test_texts_stand_side_by_side_on_demand(signed_in, interview, question):
    save(interview, question, why="We ask for a plan.")
    asked = {"from": "1", "to": "2", "view": "side"}
    assert "now: added: We ask for a plan ." in text(signed_in.get(url(interview, "compare/"), asked))


@pytest.mark.parametrize("version", ["9", "0", "x", "-1", "9" * 20])
def test_a_version_that_is_not_there_cannot_be_compared(signed_in, interview, version):
    assert signed_in.get(url(interview, "compare/"), {"from": version}).status_code == 404


def test_an_old_version_is_shown_as_it_was_and_cannot_be_edited(signed_in, interview, question):
    edit(interview, partial(questions.remove_question, identifier=question.pk), by=OLGA)
    answer = signed_in.get(url(interview, "versions/1/"))
    said = text(answer)
    assert "by Olga Owner." in said
    assert "the plan is at version 2 now" in said
    assert "Tell me about a schema change" in said
    assert "24 of 30 min" in said
    assert 'class="edit"' not in answer.content.decode()
    assert signed_in.get(url(interview, "versions/3/")).status_code == 404


def test_an_old_version_tells_its_number_and_that_it_was_a_draft_before_it_was_published(
    signed_in, interview, question
):
    save(interview, question, minutes=5)
    publish(read(interview), by=OLGA)
    for number, was in ((1, "Draft version 1 saved"), (read(interview).version, "Published version 3 saved")):
        assert was in text(signed_in.get(url(interview, f"versions/{number}/")))


def test_restoring_leads_to_the_plan_and_can_be_undone(signed_in, interview, question):
    before = read(interview).plan()
    edit(interview, partial(questions.remove_question, identifier=question.pk), by=OLGA)
    answer = signed_in.post(url(interview, "versions/1/restore/"), follow=True)
    assert "Version 1 is restored, as a new version." in text(answer)
    assert [skill.questions for skill in read(interview).plan().skills] == [one.questions for one in before.skills]
    assert "Restored version 1 Olga Owner" in text(signed_in.get(url(interview)))
    signed_in.post(url(interview, "undo/3/"))
    assert not Question.objects.filter(pk=question.pk).exists()


def test_restoring_what_is_so_says_so(signed_in, interview):
    answer = signed_in.post(url(interview, "versions/1/restore/"), follow=True)
    assert "The plan already is as it was at version 1." in text(answer)
    assert Revision.objects.count() == 1


def test_who_may_see_and_do_what(signed_in, viewer, stranger, interview, question):
    save(interview, question, minutes=5)
    assert "Restore" not in text(viewer.get(url(interview))).partition("Generated")[2]
    assert viewer.post(url(interview, "versions/1/restore/")).status_code == 403
    assert signed_in.get(url(interview, "versions/1/restore/")).status_code == 405
    for rest in ("history/", "compare/", "versions/1/"):
        assert (viewer.get(url(interview, rest)).status_code, stranger.get(url(interview, rest)).status_code) == (
            200,
            404,
        )


def test_what_people_wrote_is_text_and_never_markup(signed_in, interview, question):
    save(interview, question, prompt="<script>alert(1)</script> <b>now</b>?", red_flags=["<i>x</i>"])
    page = signed_in.get(url(interview)).content.decode()
    assert "<script>alert" not in page
    assert "<b>now" not in page
    assert "<i>x" not in page
