"""The description, edited afterwards."""

import re

import pytest

from interviews.models import Interview
from tests.pages.plan.parts import text
from tests.pages.plans import DESCRIPTION


def url(interview):
    return f"/interviews/{interview.pk}/description/"


def form(browser, interview, description):
    shown = browser.get(url(interview)).context["form"]
    return {"description": description, "seen": shown["seen"].value()}


def test_evidence_keeps_to_its_words(signed_in, interview):
    new = "🚑 We are new.\r\n" + DESCRIPTION.replace("\n", "\r\n")
    answer = signed_in.post(url(interview), form(signed_in, interview, new))
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#touched"
    kept = Interview.objects.get()
    assert kept.description == "🚑 We are new.\n" + DESCRIPTION
    spans = [span for skill in kept.skills.all() for span in skill.evidence] + kept.gaps
    assert [kept.description[span.start : span.end] for span in spans] == [span.quote for span in spans]
    assert len(spans) == 4
    assert "All evidence kept its words." in text(signed_in.get(f"/interviews/{interview.pk}/"))


def test_what_it_touches_is_said_until_it_is_settled_or_taken_back(signed_in, interview):
    skill = interview.skills.get(name="PostgreSQL")
    new = DESCRIPTION.replace("100 million", "200 million")
    answer = signed_in.post(url(interview), form(signed_in, interview, new))
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#touched"
    page = text(signed_in.get(f"/interviews/{interview.pk}/"))
    for part in (f"skill-{skill.pk}", *(f"question-{one.pk}" for one in skill.questions.all())):
        assert f'data-touched="{part}"' in page
    assert page.count("data-touched") == 3
    offered = dict(re.findall(r'name="(skill|start|end|words)" value="([^"]*)"', page.split('data-once="li"')[1]))
    asked = {"kind": "questions", "question": [one.pk for one in skill.questions.all()]}
    again = signed_in.get(f"/interviews/{interview.pk}/again/", asked)
    assert ("Write these questions again" in text(again), again.context["form"].chosen) == (True, asked["question"])
    assert text(signed_in.get(f"/interviews/{interview.pk}/")).count("data-touched") == 3
    signed_in.post(f"/interviews/{interview.pk}/undo/2/")
    assert "data-touched" not in text(signed_in.get(f"/interviews/{interview.pk}/"))
    skill.refresh_from_db()
    assert (len(skill.evidence), Interview.objects.get().description) == (1, DESCRIPTION)
    signed_in.post(url(interview), form(signed_in, interview, new))
    assert signed_in.post(f"/interviews/{interview.pk}/evidence/", offered).status_code == 302
    skill.refresh_from_db()
    assert [span.quote for span in skill.evidence] == [offered["words"]]
    assert "200 million" in offered["words"]
    left = text(signed_in.get(f"/interviews/{interview.pk}/"))
    assert (f'data-touched="skill-{skill.pk}"' in left, 'data-once="li"' in left, left.count("data-touched")) == (
        (False, False, 2)
    )
    skill.questions.update(prompt="What was the largest table that you changed?")
    assert 'id="touched"' not in text(signed_in.get(f"/interviews/{interview.pk}/"))


def test_what_is_newly_written_is_said_to_be_unread_until_it_is_marked_or_dismissed(signed_in, interview):
    new = DESCRIPTION + "\nYou write runbooks for others.\nYou lead the weekly review."
    signed_in.post(url(interview), form(signed_in, interview, new))
    page = f"/interviews/{interview.pk}/"
    unread = signed_in.get(page).context["touched"]
    assert (unread.is_lost, unread.written) == (False, tuple(new.splitlines()[-2:]))
    assert "?words=You%20lead%20the%20weekly%20review." in text(signed_in.get(page))
    marked = {"skill": interview.skills.first().pk, "words": "runbooks for others", "start": "", "end": ""}
    signed_in.post(f"{page}evidence/", marked)
    assert signed_in.get(page).context["touched"].written == ("You lead the weekly review.",)
    assert signed_in.post(f"{page}description/settle/").headers["Location"] == page + "#description"
    assert signed_in.get(page).context["touched"] is None


def test_the_check_of_the_description_follows(signed_in, interview):
    signed_in.post(url(interview), form(signed_in, interview, DESCRIPTION + "We want a coding ninja."))
    assert "wording.biased_description" in [finding.code for finding in Interview.objects.get().findings]
    signed_in.post(url(interview), form(signed_in, interview, DESCRIPTION))
    assert "wording.biased_description" not in [finding.code for finding in Interview.objects.get().findings]


@pytest.mark.parametrize(
    ("typed", "sentence"), [(" \n", "The plan needs its job description"), ("x" * 300_001, "Shorten it to 300000")]
)
def test_what_cannot_be_comes_back(signed_in, interview, typed, sentence):
    answer = signed_in.post(url(interview), form(signed_in, interview, typed))
    assert (answer.status_code, sentence in text(answer)) == (422, True)
    assert answer.context["form"]["description"].value() == typed


def test_a_conflict_shows_both_and_saves_over_theirs_on_demand(signed_in, interview):
    mine = form(signed_in, interview, "Mine: Kubernetes.")
    signed_in.post(url(interview), form(signed_in, interview, "Theirs: Kubernetes."))
    answer = signed_in.post(url(interview), mine)
    assert answer.status_code == 409
    assert ("Theirs: Kubernetes." in text(answer), "Mine: Kubernetes." in text(answer)) == (True, True)
    again = answer.context["form"]
    signed_in.post(url(interview), {name: again[name].value() for name in again.fields})
    assert Interview.objects.get().description == "Mine: Kubernetes."


def test_a_frozen_plan_refuses(signed_in, interview):
    Interview.objects.update(status="published")
    page = text(signed_in.get(url(interview), follow=True))
    assert "Edit as a new draft”" in page
    signed_in.post(url(interview), {"description": "New"})
    assert Interview.objects.get().version == 1


def test_who_may_not_and_what_is_not_there(signed_in, viewer, stranger, interview):
    assert viewer.get(url(interview)).status_code == 403
    assert stranger.post(url(interview), {"description": "x"}).status_code == 404
    assert signed_in.get("/interviews/999999/description/").status_code == 404
    assert signed_in.delete(url(interview)).status_code == 405
