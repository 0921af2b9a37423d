"""Choosing a lawful ground on the plan, a second person's word, and what that does to publishing."""

import re

import pytest
from django.test import Client

from interviews.models import Interview, LawfulGround, Membership, Question, User
from tests.pages.plan.test_checks import HTMX, OLDER, page, set_, text
from tests.pages.plan.test_checks import key as key_of_button

LAW = "Licensing Act: nobody under 18 serves wine."


def browser(team, email, level="editor"):
    """The browser of another member; no password is hashed."""
    user = User.objects.create(email=email, name=email.partition("@")[0].title())
    Membership.objects.create(user=user, team=team, level=level)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def second(team):
    return browser(team, "sven@example.org")


@pytest.fixture
def asked(interview):
    """The first question, which asks for an age."""
    question = interview.skills.first().questions.first()
    set_(question, prompt=OLDER)
    return question


def key(client, interview):
    found = re.search(r"/ground/\?finding=([0-9a-f]{16})", page(client, interview))
    assert found
    return found[1]


def choose(client, interview, sent, ground="minimum_age", note=LAW, **headers):
    data = {"finding": sent, "ground": ground, "note": note}
    return client.post(f"/interviews/{interview.pk}/ground/", data, headers=headers)


def chosen(client, interview):
    choose(client, interview, key(client, interview))
    return LawfulGround.objects.latest("pk")


def publish(client, interview):
    client.post(f"/interviews/{interview.pk}/publish/", {"version": 1})
    return Interview.objects.get(pk=interview.pk).status


def test_the_form_offers_the_grounds_of_the_topic_with_what_each_asks_for(signed_in, interview, asked):
    sent = key(signed_in, interview)
    address = f"/interviews/{interview.pk}/ground/?finding={sent}"
    part = text(signed_in.get(address, headers=HTMX))
    assert part.lstrip().startswith("<form")
    assert re.findall(r'name="ground" value="(\w+)"', part) == [
        "minimum_age",
        "age_limit",
        "licence",
        "occupational_requirement",
    ]
    assert "Legal minimum age for this work" in part
    assert "Name the law and the age that it sets." in part
    assert "<h1>Choose a lawful ground</h1>" in text(signed_in.get(address))


def test_a_ground_waits_for_a_second_person(signed_in, second, interview, asked):
    answer = choose(signed_in, interview, key(signed_in, interview), **HTMX)
    shown = text(answer)
    assert f'id="question-{asked.pk}-findings" hx-swap-oob="true"' in shown
    assert "<b>Legal minimum age for this work.</b>" in shown
    assert "Chosen by Olga Owner (olga@example.org)" in shown
    assert "for you chose it yourself" in shown
    assert "I agree" not in shown
    assert "I agree" in page(second, interview)
    assert publish(signed_in, interview) == "draft"


def test_with_a_second_persons_word_it_may_be_published(signed_in, second, interview, asked):
    ground = chosen(signed_in, interview)
    shown = text(second.post(f"/grounds/{ground.pk}/agree/", headers=HTMX))
    assert "<b>Lifted</b>" in shown
    assert "agreed by Sven (sven@example.org)" in shown
    assert "1 lifted by a ground</span>" in page(signed_in, interview)
    assert publish(signed_in, interview) == "published"


def test_an_open_page_hears_of_it(signed_in, second, interview, asked):
    ground = chosen(signed_in, interview)
    look = {"version": 1, "status": "draft", "seen": "", "place": "", "grounds": 1}
    address = f"/interviews/{interview.pk}/presence/"
    assert 'data-grounds="1"' in page(signed_in, interview)
    assert "Lifted" not in text(signed_in.get(address, look, headers=HTMX))
    second.post(f"/grounds/{ground.pk}/agree/", headers=HTMX)
    heard = signed_in.get(address, look, headers=HTMX)
    assert f'id="question-{asked.pk}-findings" hx-swap-oob="true"' in text(heard)
    assert "agreed by Sven (sven@example.org)" in text(heard)
    assert '"grounds": 2' in heard.headers["HX-Trigger-After-Swap"]
    assert "Lifted" not in text(signed_in.get(address, look | {"grounds": 2}, headers=HTMX))


def test_where_nobody_else_may_edit_it_is_lifted_at_once(signed_in, interview, asked):
    chosen(signed_in, interview)
    assert "nobody else of the team may edit" in page(signed_in, interview)
    assert publish(signed_in, interview) == "published"


def test_who_chose_it_may_not_agree_and_is_told_why(signed_in, second, interview, asked):
    ground = chosen(signed_in, interview)
    answer = signed_in.post(f"/grounds/{ground.pk}/agree/", headers=HTMX)
    assert answer.status_code == 409
    assert "You chose this ground yourself" in text(answer)


def test_a_withdrawn_ground_lifts_nothing_and_stays_in_the_history(signed_in, second, interview, asked):
    ground = chosen(signed_in, interview)
    second.post(f"/grounds/{ground.pk}/agree/")
    shown = text(second.post(f"/grounds/{ground.pk}/withdraw/", headers=HTMX))
    assert "Choose a lawful ground" in shown
    assert "Lawful grounds that were chosen" in shown
    history = text(signed_in.get(f"/interviews/{interview.pk}/grounds/"))
    assert "withdrawn by Sven (sven@example.org)" in history
    assert LAW in history
    assert OLDER in history
    assert publish(signed_in, interview) == "draft"


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"note": " "}, "Say what the ground rests on: name the law or the duty."),
        ({"note": "a law"}, "Say in a few words what the ground rests on"),
        ({"note": "x" * 2_001}, "The note is 2001 characters long. Shorten it to 2000."),
        ({"ground": ""}, "Choose the ground that holds."),
        ({"ground": "pay_scale"}, "Choose one of the grounds of the list."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(signed_in, interview, asked, sent, why):
    answer = choose(signed_in, interview, key(signed_in, interview), **(HTMX | sent))
    assert answer.status_code == 422
    assert why in text(answer)
    assert sent.get("note", LAW).strip() in text(answer)
    assert (" autofocus" in answer.content.decode()) == ("note" in sent)
    assert not LawfulGround.objects.exists()


def test_somebody_elses_choice_stands_and_is_told(signed_in, second, interview, asked):
    sent = key(signed_in, interview)
    choose(signed_in, interview, sent)
    answer = choose(second, interview, sent, **HTMX)
    assert answer.status_code == 422
    assert "Olga Owner (olga@example.org) has already chosen a ground for this." in text(answer)


def test_a_text_that_was_changed_meanwhile_is_not_lifted(signed_in, interview, asked):
    sent = key(signed_in, interview)
    set_(asked, prompt="What year were you born?")
    answer = choose(signed_in, interview, sent, **HTMX)
    assert answer.status_code == 409
    assert "This text has been changed since it was checked" in text(answer)


def test_agreeing_to_a_text_that_is_gone_is_refused(signed_in, second, interview, asked):
    ground = chosen(signed_in, interview)
    set_(asked, prompt="Tell me about a night on call.")
    assert second.post(f"/grounds/{ground.pk}/agree/", headers=HTMX).status_code == 409
    assert "the text has changed" in text(second.get(f"/interviews/{interview.pk}/grounds/"))


def test_what_can_never_be_lifted_is_offered_no_ground(signed_in, interview, asked):
    set_(asked, prompt="Are you married?")
    shown = page(signed_in, interview)
    assert "/ground/?finding=" not in shown
    assert choose(signed_in, interview, key_of_button(shown, "fix"), **HTMX).status_code == 409


def test_without_script_each_act_leads_back_to_the_question(signed_in, second, interview, asked):
    here = f"/interviews/{interview.pk}/#question-{asked.pk}"
    assert choose(signed_in, interview, key(signed_in, interview)).headers["Location"] == here
    ground = LawfulGround.objects.get()
    assert second.post(f"/grounds/{ground.pk}/agree/").headers["Location"] == here
    assert signed_in.post(f"/grounds/{ground.pk}/withdraw/").headers["Location"] == here


def test_viewers_and_strangers_decide_nothing(signed_in, viewer, stranger, interview, asked):
    ground = chosen(signed_in, interview)
    for client, status in ((viewer, 403), (stranger, 404)):
        assert client.post(f"/grounds/{ground.pk}/agree/").status_code == status
        assert client.post(f"/grounds/{ground.pk}/withdraw/").status_code == status
        assert client.get(f"/interviews/{interview.pk}/ground/").status_code == status
    assert stranger.get(f"/interviews/{interview.pk}/grounds/").status_code == 404
    assert viewer.get(f"/interviews/{interview.pk}/grounds/").status_code == 200


def test_a_page_with_a_ground_takes_one_query_more(signed_in, second, interview, asked, django_assert_num_queries):
    chosen(signed_in, interview)
    Question.objects.exclude(pk=asked.pk).update(prompt=OLDER)
    with django_assert_num_queries(14):
        signed_in.get(f"/interviews/{interview.pk}/")
