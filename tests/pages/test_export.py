"""The pages that give interviews out as files and take them in again."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from interviews.exports import FORMATS, Facts, export
from interviews.models import Interview
from tests.pages.plans import python_plan

GOOD = export("json", python_plan(), Facts())
IMPORT = "/interviews/import/"


def text(response):
    return response.content.decode()


def upload(content, name="plan.json"):
    return SimpleUploadedFile(name, content, content_type="application/json")


def test_the_page_lists_every_format_with_its_purpose(signed_in, interview):
    page = text(signed_in.get(f"/interviews/{interview.pk}/export/"))
    for name, one in FORMATS.items():
        assert f'href="/interviews/{interview.pk}/export/{name}/"' in page
        assert one.purpose in page
    assert f'href="/interviews/{interview.pk}/export/"' in text(signed_in.get(f"/interviews/{interview.pk}/"))


def test_a_file_costs_as_many_queries_as_the_plan(signed_in, interview, django_assert_num_queries):
    for path, count in [("", 7), ("csv/", 6)]:
        with django_assert_num_queries(count):
            signed_in.get(f"/interviews/{interview.pk}/export/{path}")


def test_a_viewer_may_export(viewer, interview):
    assert viewer.get(f"/interviews/{interview.pk}/export/").status_code == 200
    answer = viewer.get(f"/interviews/{interview.pk}/export/xlsx/")
    assert answer["Content-Disposition"] == 'attachment; filename="Senior Python Developer v1 scorecard.xlsx"'
    assert answer.content.startswith(b"PK")


@pytest.mark.parametrize("path", ["exe/", "json/?version=99", "json/?version=x"])
def test_what_is_not_there_is_not_found(signed_in, interview, path):
    assert signed_in.get(f"/interviews/{interview.pk}/export/{path}").status_code == 404


def test_a_stranger_finds_nothing_and_wrong_methods_are_refused(stranger, signed_in, interview):
    for path in ("", "json/"):
        url = f"/interviews/{interview.pk}/export/{path}"
        assert stranger.get(url).status_code == 404
        assert signed_in.post(url).status_code == 405
    assert signed_in.get("/interviews/999999/export/").status_code == 404
    assert signed_in.delete(IMPORT).status_code == 405


@pytest.mark.parametrize("sent", [{"file": GOOD}, {"text": GOOD.decode()}], ids=["file", "text"])
def test_an_exported_plan_becomes_a_draft(signed_in, team, sent):
    form = {name: upload(value) if name == "file" else value for name, value in sent.items()}
    answer = signed_in.post(IMPORT, form, follow=True)
    made = Interview.objects.with_plan().get()
    assert answer.redirect_chain == [(f"/interviews/{made.pk}/", 302)]
    assert "Imported as a new draft." in text(answer)
    assert (made.team, made.author, made.created_by.email) == (team, "olga@example.org", "olga@example.org")
    assert signed_in.get(f"/interviews/{made.pk}/export/json/").content == GOOD


def test_what_was_mended_is_said_on_the_plan(signed_in):
    file = json.loads(GOOD)
    file["plan"]["gaps"] = [{"quote": "a <b>ship</b>", "start": 0, "end": 3}]
    page = text(signed_in.post(IMPORT, {"text": json.dumps(file)}, follow=True))
    assert "“a &lt;b&gt;ship&lt;/b&gt;” is not in the description, so it was left out." in page


def test_problems_are_listed_by_line_and_the_file_comes_back_as_text(signed_in):
    broken = GOOD.replace(b'"minutes": 6', b'"minutes": "<b>six"')
    answer = signed_in.post(IMPORT, {"file": upload(broken, "my <plan>.json")})
    page = text(answer)
    assert answer.status_code == 422
    assert "my &lt;plan&gt;.json was not imported" in page
    assert "skill 1, question 1, minutes: enter a whole number from 1 to 30; got &quot;&lt;b&gt;six&quot;." in page
    assert answer.context["form"]["text"].value() == broken.decode()
    assert Interview.objects.count() == 0


def test_another_file_counts_more_than_the_text_of_the_refused_one(signed_in):
    again = signed_in.post(IMPORT, {"file": upload(b"{\n oops")}).context["form"]
    sent = {name: again[name].value() for name in ("text", "shown")} | {"file": upload(GOOD)}
    assert signed_in.post(IMPORT, sent).status_code == 302
    assert signed_in.post(IMPORT, sent | {"text": "{} mended", "file": upload(GOOD)}).status_code == 422


def test_what_was_pasted_stays(signed_in):
    answer = signed_in.post(IMPORT, {"text": "{\n oops"})
    assert answer.status_code == 422
    assert "The text was not imported" in text(answer)
    assert "Line 2, column 2: a name in double quotation marks is missing here." in text(answer)
    assert answer.context["form"]["text"].value() == "{\n oops"


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Choose a file, or paste its text."),
        ({"text": "  "}, "Choose a file, or paste its text."),
        ({"text": "{}", "file": GOOD}, "You gave both a file and a text."),
        ({"file": b""}, "The file is empty."),
        ({"file": b"\xff\xfe{}"}, "encoding UTF-16"),
        ({"file": b"{" * 2_000_001}, "The file is larger than 2 MB."),
    ],
    ids=["nothing", "blank", "both", "empty", "encoding", "large"],
)
def test_what_cannot_be_imported_is_told(signed_in, form, sentence):
    sent = {name: upload(value) if name == "file" else value for name, value in form.items()}
    answer = signed_in.post(IMPORT, sent)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert Interview.objects.count() == 0


def test_a_viewer_may_not_import_and_is_not_offered_it(viewer, signed_in):
    assert viewer.get(IMPORT).status_code == 403
    assert viewer.post(IMPORT, {"text": GOOD.decode()}).status_code == 403
    assert IMPORT not in text(viewer.get("/interviews/"))
    assert IMPORT in text(signed_in.get("/interviews/"))
