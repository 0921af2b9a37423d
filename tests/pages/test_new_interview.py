"""Asking for a plan."""

import uuid

import pytest
from django.utils.html import escape

from interviews.drafts import Intake, LanguageModel
from interviews.models import Job
from interviews.pages.samples import SAMPLES
from tests.pages.plans import DESCRIPTION

URL = "/interviews/new/"
GOOD = {"role": "Senior Python Developer", "description": DESCRIPTION}


def text(response):
    return response.content.decode()


def test_a_role_and_a_description_become_a_job_that_is_watched(signed_in, owner, team):
    answer = signed_in.post(URL, GOOD)
    job = Job.objects.get()
    assert answer.headers["Location"] == f"/jobs/{job.pk}/"
    assert (job.team, job.created_by, job.brief.role) == (team, owner, "Senior Python Developer")
    assert job.brief.description == DESCRIPTION


def test_the_options_reach_the_job(signed_in, settings):
    settings.LANGUAGE_MODEL = LanguageModel(api_key="a key")
    options = {"minutes": "45", "seniority": "lead", "question_count": "7", "engine": "library"}
    signed_in.post(URL, GOOD | options | {"notification_url": " https://example.org/hook "})
    job = Job.objects.get()
    assert (job.brief.general.duration.max, job.brief.seniority, job.brief.question_count) == (45, "lead", 7)
    assert (job.brief.engine, job.notification_url) == ("library", "https://example.org/hook")


def test_the_engine_is_asked_for_only_when_a_language_model_is_configured(signed_in, settings):
    assert 'name="engine"' not in text(signed_in.get(URL))
    settings.LANGUAGE_MODEL = LanguageModel(base_url="http://localhost:9/v1", model="m")
    assert 'name="engine"' in text(signed_in.get(URL))


def test_a_form_that_is_sent_twice_makes_one_job(signed_in):
    sent = GOOD | {"token": str(uuid.uuid4())}
    first, second = signed_in.post(URL, sent), signed_in.post(URL, sent)
    assert first.headers["Location"] == second.headers["Location"]
    assert Job.objects.count() == 1


def test_two_forms_make_two_jobs(signed_in):
    for _ in range(2):
        signed_in.post(URL, GOOD | {"token": str(signed_in.get(URL).context["form"]["token"].value())})
    assert Job.objects.count() == 2


@pytest.mark.parametrize("sample", list(SAMPLES))
def test_a_sample_posting_fills_the_form(signed_in, sample):
    page = text(signed_in.get(URL, {"sample": sample}))
    assert escape(SAMPLES[sample].role) in page
    assert escape(SAMPLES[sample].description.splitlines()[0]) in page


@pytest.mark.parametrize("sample", list(SAMPLES.values()))
def test_a_sample_posting_is_as_long_as_a_short_real_one(sample):
    assert 110 <= len(sample.description.split()) <= 190


def test_what_an_earlier_job_was_asked_for_can_be_changed(signed_in, stranger):
    asked = {"minutes": "45", "question_count": "7", "notification_url": "https://example.org/hook"}
    signed_in.post(URL, GOOD | asked)
    job = Job.objects.get()
    shown = signed_in.get(URL, {"job": job.pk}).context["form"]
    assert {name: str(shown[name].value()) for name in GOOD | asked} == GOOD | asked
    assert stranger.get(URL, {"job": job.pk}).status_code == 404
    assert signed_in.get(URL, {"job": "no id"}).status_code == 404


def test_an_unknown_sample_gives_the_empty_form(signed_in):
    assert signed_in.get(URL, {"sample": "astronaut"}).status_code == 200


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("role", "", "Enter the role"),
        ("role", " \n\t", "Enter the role"),
        ("role", "r" * 201, "The role title is 201 characters long. Shorten it to 200."),
        ("description", "", "Paste the job description."),
        ("description", "\r\n \r\n", "Paste the job description."),
        ("description", "\x00\x00", "Paste the job description."),
        ("description", "Nurse", "One word is too little"),
        ("description", "a b " * 75_001, "The description is 300004 characters long. Shorten it to 300000"),
        ("minutes", "14", "Choose a length from 15 to 90 minutes."),
        ("minutes", "half an hour", "Enter the length as a whole number"),
        ("minutes", "9" * 400, "Choose a length from 15 to 90 minutes."),
        ("question_count", "2", "Choose from 3 to 20 questions."),
        ("seniority", "wizard", "Choose a seniority from the list."),
        ("notification_url", "not a url", "The notification address is not a valid URL."),
        ("notification_url", "ftp://example.org/", "The notification address must begin with https:// or http://."),
        ("notification_url", "http://[::1", "The notification address is not a valid URL."),
        ("notification_url", "http://127.0.0.1/", "points to an address that this service may not reach."),
    ],
)
def test_what_cannot_be_comes_back_with_a_sentence_by_the_field(signed_in, field, typed, sentence):
    answer = signed_in.post(URL, GOOD | {field: typed})
    assert answer.status_code == 422
    assert any(sentence in error for error in answer.context["form"].errors[field])
    assert not Job.objects.exists()


def test_what_was_typed_comes_back_whole(signed_in):
    typed = {
        "role": '<script>"x"</script>',
        "description": "  First\r\n\r\n<b>bold</b> & more\r\n" + "w" * 60_000,
        "minutes": "45",
        "notification_url": "ftp://example.org/",
    }
    answer = signed_in.post(URL, typed)
    page = text(answer)
    assert answer.status_code == 422
    assert "<script>" not in page.replace('<script type="module"', "").replace("<script src", "")
    assert escape(typed["role"]) in page
    assert escape("<b>bold</b> & more") in page
    assert "w" * 60_000 in page
    assert 'value="45"' in page
    assert '<details class="options" open>' in page


@pytest.mark.parametrize(
    "description",
    [
        "x" * 60_000,
        "word " * 12_000,
        "<h1>Nurse</h1><script>alert(1)</script> We look for a nurse.",
        "אנו מחפשים מפתח תוכנה מנוסה בפייתון ובמסדי נתונים",
        "نبحث عن ممرضة ذات خبرة في قسم الجراحة",
        "看護師を募集しています。外科病棟で患者のケアを行い、記録を作成し、医師と連携して働いていただける方を求めています。",
        "A\u0000 nurse \U0001f469 is wanted",
    ],
    ids=["one line", "many words", "html", "hebrew", "arabic", "japanese", "nul and emoji"],
)
def test_an_unusual_description_is_taken(signed_in, description):
    answer = signed_in.post(URL, GOOD | {"description": description})
    assert answer.status_code == 302
    assert signed_in.get(answer.headers["Location"]).status_code == 200


def test_a_text_reads_from_its_own_side(signed_in):
    assert text(signed_in.get(URL)).count('dir="auto"') >= 2


def test_line_breaks_are_kept(signed_in):
    signed_in.post(URL, GOOD | {"description": "Duties:\r\n- lift\r\n\r\n- carry"})
    assert Job.objects.get().brief.description == "Duties:\n- lift\n\n- carry"


def test_the_title_of_the_page_says_that_there_is_an_error(signed_in):
    assert "<title>Error: New interview" in text(signed_in.post(URL, {}))


def test_a_viewer_may_not(viewer):
    assert viewer.get(URL).status_code == 403
    assert viewer.post(URL, GOOD).status_code == 403


def test_other_verbs_are_refused(signed_in):
    assert signed_in.delete(URL).status_code == 405


def test_a_person_without_a_team_gets_a_page_and_no_error(client, django_user_model):
    client.force_login(
        django_user_model.objects.create_user("alone@example.org"), backend="django.contrib.auth.backends.ModelBackend"
    )
    assert client.get(URL).status_code == 404


def test_without_the_sign_of_the_form_it_is_refused_in_the_house_style(owner, membership):
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    answer = browser.post(URL, GOOD)
    assert answer.status_code == 403
    assert "The form was too old" in text(answer)


SAID = {"strong": "They ask first.\nThen they build.", "went_wrong": "A release on a Friday", "learned": "Kubernetes"}


def test_what_the_team_says_reaches_the_job_and_stands_in_the_form_for_another_one(signed_in):
    signed_in.post(URL, GOOD | SAID)
    job = Job.objects.get()
    assert job.brief.intake == Intake(**SAID)
    form = signed_in.get(URL, {"job": job.pk}).context["form"]
    assert {name: form[name].value() for name in SAID} == SAID
    assert form.intake_is_open
    assert not signed_in.get(URL).context["form"].intake_is_open


@pytest.mark.parametrize("field", SAID)
def test_an_answer_that_is_too_long_comes_back_whole_and_unfolded(signed_in, field):
    answer = signed_in.post(URL, GOOD | {field: "x" * 2_001})
    form = answer.context["form"]
    assert answer.status_code == 422
    assert [error.partition(" is ")[2] for error in form.errors[field]] == ["2001 characters long. Shorten it to 2000."]
    assert form.intake_is_open
    assert "x" * 2_001 in text(answer)


def test_answers_are_no_options(signed_in):
    answer = signed_in.post(URL, GOOD | SAID | {"role": ""})
    assert answer.context["form"].intake_is_open
    assert not answer.context["form"].options_are_open
