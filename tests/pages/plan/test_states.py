"""The buttons for a plan as a whole."""

import pytest

from interviews.models import Interview, Question
from interviews.services.editing import by_person, save_question


def text(response):
    return response.content.decode()


def act(browser, interview, what, **data):
    return browser.post(f"/interviews/{interview.pk}/{what}/", data, follow=True)


def test_the_page_before_publishing_names_must_haves_that_no_question_asks_for(signed_in, interview):
    first = interview.skills.first()
    assert "a must-have." not in text(signed_in.get(f"/interviews/{interview.pk}/publish/"))
    first.questions.all().delete()
    assert f"No question asks for {first.name}, a must-have." in text(
        signed_in.get(f"/interviews/{interview.pk}/publish/")
    )


def test_publishing_says_what_it_means_and_does_it(signed_in, interview):
    page = text(signed_in.get(f"/interviews/{interview.pk}/publish/"))
    assert "freezes Senior Python Developer as it stands in version 1" in page
    done = text(act(signed_in, interview, "publish", version="1"))
    assert "Published as version 2." in done
    assert "Edit as a new draft" in done
    assert f"/questions/{Question.objects.first().pk}/edit/" not in done


def test_publishing_names_what_is_not_covered(signed_in, interview):
    page = text(signed_in.get(f"/interviews/{interview.pk}/publish/"))
    assert f'<a href="/interviews/{interview.pk}/#gaps-title" dir="auto">{interview.gaps[0].quote}</a>' in page


def test_what_stands_against_publishing_is_listed(signed_in, interview, owner):
    question = Question.objects.first()
    save_question(interview, question.pk, {"prompt": "How many children do you have?"}, {}, by=by_person(owner))
    page = text(signed_in.get(f"/interviews/{interview.pk}/publish/"))
    assert "1 thing stands against it" in page
    answer = act(signed_in, interview, "publish", version="2")
    assert (answer.status_code, "cannot be published yet" in text(answer)) == (409, True)


def test_a_plan_that_changed_since_is_shown_again(signed_in, interview, owner):
    save_question(interview, Question.objects.first().pk, {"minutes": 9}, {}, by=by_person(owner))
    answer = act(signed_in, interview, "publish", version="1")
    assert (answer.status_code, "Look again" in text(answer)) == (409, True)


def test_a_new_draft_can_be_begun_and_given_up(signed_in, interview):
    act(signed_in, interview, "publish", version="1")
    assert "This is a draft. Version 2 is published" in text(act(signed_in, interview, "new-draft"))
    assert "Published as version 2." in text(act(signed_in, interview, "give-up-draft"))


def test_archived_it_stays_as_it_is_until_it_is_brought_back(signed_in, interview):
    page = text(act(signed_in, interview, "archive"))
    assert "Archived: it can be read and exported" in page
    assert "/edit/" not in page
    assert "Brought back." in text(act(signed_in, interview, "bring-back"))


def test_a_copy_opens(signed_in, interview):
    assert "Copy of Senior Python Developer" in text(act(signed_in, interview, "duplicate"))
    assert Interview.objects.count() == 2


def test_a_role_again_fills_in_the_form(signed_in, interview):
    page = text(signed_in.get("/interviews/new/", {"interview": interview.pk}))
    assert "Senior Python Developer" in page
    assert "We run the booking system of forty clinics" in page


def test_a_deletion_is_offered_to_be_undone(signed_in, interview):
    page = text(act(signed_in, interview, "delete"))
    assert "Senior Python Developer was deleted." in page
    gone = signed_in.get(f"/interviews/{interview.pk}/")
    assert (gone.status_code, "Bring back" in text(gone)) == (404, True)
    assert "Senior Python Developer" in text(signed_in.get("/interviews/deleted/"))
    assert "Brought back." in text(act(signed_in, interview, "undelete"))


def test_used_in_hiring_it_cannot_be_deleted(signed_in, interview):
    wrong = act(signed_in, interview, "used", name="Another")
    assert (wrong.status_code, "That is not the name" in text(wrong)) == (422, True)
    page = text(act(signed_in, interview, "used", name=" Senior Python  Developer "))
    assert "cannot be deleted" in page
    assert "archive it instead" in text(act(signed_in, interview, "delete"))


@pytest.mark.parametrize(
    "what",
    ["publish", "new-draft", "give-up-draft", "archive", "bring-back", "used", "duplicate", "delete"],
)
def test_who_may(viewer, stranger, client, interview, what):
    address = f"/interviews/{interview.pk}/{what}/"
    assert viewer.post(address).status_code == 403
    assert stranger.post(address).status_code == 404
    assert client.post(address).headers["Location"].startswith("/accounts/login/")


def test_a_deleted_one_is_for_its_team(viewer, stranger, signed_in, interview):
    act(signed_in, interview, "delete")
    address = f"/interviews/{interview.pk}/undelete/"
    assert (viewer.post(address).status_code, stranger.post(address).status_code) == (403, 404)
    assert "Senior Python Developer" not in text(stranger.get("/interviews/deleted/"))


def test_no_form_of_a_published_plan_is_opened(signed_in, interview):
    act(signed_in, interview, "publish", version="1")
    question = Question.objects.first()
    for address in (f"/questions/{question.pk}/edit/", f"/skills/{question.skill_id}/questions/write/"):
        answer = signed_in.get(address, headers={"HX-Request": "true"})
        assert (answer.status_code, "Edit as a new draft" in text(answer)) == (409, True)
