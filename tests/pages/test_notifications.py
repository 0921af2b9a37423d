"""A team's notifications: what signs them, a test, and the list."""

from datetime import timedelta

import pytest
from django.utils import timezone

from interviews.models import Delivery, Membership, SigningSecret, receiver_of
from tests.pages.outgoing import HOOK, HTMX, URL, change, text

SECRET, ROTATE, END_OLD, TEST = URL + "secret/", URL + "rotate/", URL + "end-old/", URL + "test/"


def secret(team):
    return SigningSecret.of(team)[0].secret


def test_the_page_says_what_notifications_are_and_that_none_was_sent(signed_in):
    page = text(signed_in.get(URL))
    assert "each line of progress and each change of status is posted" in page
    assert "“notification_url” by API" in page
    assert "Nothing was sent yet." in page
    assert "The first secret is made with the first notification" in page
    assert page.count('aria-current="page"') == 2


def test_looking_makes_no_secret(signed_in):
    signed_in.get(URL)
    assert SigningSecret.objects.count() == 0


def test_the_secret_is_on_the_page_only_when_it_was_asked_for(signed_in, team):
    hidden = secret(team)
    assert hidden not in text(signed_in.get(URL))
    shown = signed_in.post(SECRET)
    assert hidden in text(shown)
    assert shown.headers["Cache-Control"] == "no-store, private"


def test_the_page_with_the_secret_leads_on_as_the_page_without(signed_in, job):
    for number in range(30):
        job.say(str(number))
    shown = text(signed_in.post(SECRET))
    assert f'rel="next" href="{URL}?page=2"' in shown
    assert shown.count('aria-current="page"') == 3


def test_htmx_gets_the_part_with_the_secret(signed_in, team):
    answer = signed_in.post(SECRET, headers=HTMX)
    assert secret(team) in text(answer)
    assert text(answer).strip().startswith('<section id="signing"')
    assert answer.headers["Cache-Control"] == "no-store, private"


def test_a_link_does_not_show_the_secret(signed_in, team):
    secret(team)
    assert signed_in.get(SECRET).status_code == 405


def test_rotation_says_how_long_both_sign(signed_in, team):
    old = SigningSecret.of(team)[0]
    assert signed_in.post(ROTATE, {"current": old.pk}).headers["Location"] == URL
    new, still = SigningSecret.of(team)
    assert still == old
    page = text(signed_in.get(URL))
    assert "There is a new secret. Both sign for 24 hours" in page
    assert f"The old one ends on {still.expires_at:%-d %B, %H:%M} UTC" in page
    assert "Make a new secret" not in page
    assert new.secret not in page


def test_two_clicks_make_one_new_secret(signed_in, team):
    old = SigningSecret.of(team)[0].pk
    signed_in.post(ROTATE, {"current": old})
    signed_in.post(ROTATE, {"current": old})
    assert SigningSecret.objects.count() == 2


@pytest.mark.parametrize("sent", [{}, {"current": "x"}, {"current": "9" * 40}])
def test_a_rotation_that_names_no_secret_changes_nothing(signed_in, team, sent):
    current = secret(team)
    assert signed_in.post(ROTATE, sent).status_code == 302
    assert secret(team) == current


def test_the_old_secret_can_be_ended(signed_in, team):
    signed_in.post(ROTATE, {"current": SigningSecret.of(team)[0].pk})
    signed_in.post(END_OLD)
    assert len(SigningSecret.of(team)) == 1
    page = text(signed_in.get(URL))
    assert "Only the new secret signs from now on." in page
    assert "Make a new secret" in page


def test_ending_what_has_ended_says_nothing(signed_in, team):
    secret(team)
    signed_in.post(END_OLD)
    assert "Only the new secret signs" not in text(signed_in.get(URL))


def test_the_page_shows_the_code_of_the_receivers(signed_in):
    page = text(signed_in.get(URL))
    assert "event = webhook.verify(body, dict(self.headers))" in page
    assert "event = webhook.verify(request.body, request.headers);" in page


def test_a_test_is_put_into_the_outbox(signed_in, team):
    assert signed_in.post(TEST, {"url": f" {HOOK} "}).headers["Location"] == URL
    sent = Delivery.objects.get()
    assert (sent.team, sent.url, sent.kind, sent.job) == (team, HOOK, "test", None)
    assert "Sending." in text(signed_in.get(URL))


def test_the_last_url_is_filled_in(signed_in, job):
    job.say("AI Progress: Checking the plan...")
    assert signed_in.get(URL).context["form"]["url"].value() == HOOK


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "Enter the address that the test is sent to"),
        ("ftp://example.org/", "The notification address must begin with https:// or http://."),
        ("http://127.0.0.1:8000/", "points to an address that this service may not reach."),
        ("https://me:pass@example.org/", "must not carry a user name or password."),
        ("https://example.org/a b", "is not a valid URL."),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_wrong_address_is_named_and_stays(signed_in, url, says, headers):
    answer = signed_in.post(TEST, {"url": url}, headers=headers)
    assert answer.status_code == 422
    assert says in text(answer)
    assert answer.context["form"]["url"].value() == url
    assert Delivery.objects.count() == 0


def test_a_second_test_at_once_is_asked_to_wait(signed_in):
    signed_in.post(TEST, {"url": HOOK})
    answer = signed_in.post(TEST, {"url": "https://example.org/other"})
    assert answer.status_code == 422
    assert "A test was sent a moment ago. Wait 5 seconds, then send the next." in text(answer)
    assert answer.context["form"]["url"].value() == "https://example.org/other"
    assert Delivery.objects.count() == 1


def test_after_a_pause_the_next_test_is_sent(signed_in):
    signed_in.post(TEST, {"url": HOOK})
    Delivery.objects.update(created_at=timezone.now() - timedelta(seconds=6))
    signed_in.post(TEST, {"url": HOOK})
    assert Delivery.objects.count() == 2


def test_a_test_is_watched_until_it_ends(signed_in):
    started = signed_in.post(TEST, {"url": HOOK}, headers=HTMX)
    assert 'hx-trigger="every 1s"' in text(started)
    seen = {"seen": started.context["seen"]}
    assert signed_in.get(TEST, seen, headers=HTMX).status_code == 204
    Delivery.objects.update(status="delivered", answer_status=202, attempts=1, finished_at=timezone.now())
    ended = text(signed_in.get(TEST, seen, headers=HTMX))
    assert "The test arrived." in ended
    assert f"{receiver_of(HOOK)} answered 202." in ended
    assert "every 1s" not in ended
    assert "<form" not in ended


def test_a_bad_address_shows_no_result_of_another_one(signed_in, team):
    change(Delivery.test(team, HOOK), status="delivered", answer_status=204, attempts=1, finished_at=timezone.now())
    assert "The test arrived." in text(signed_in.get(URL))
    assert "The test arrived." not in text(signed_in.post(TEST, {"url": "http://127.0.0.1/"}, headers=HTMX))


def test_a_failed_test_says_why(signed_in, team):
    test = Delivery.test(team, HOOK)
    error = "The connection could not be made, or it was closed without an answer."
    change(test, status="failed", error=error, attempts=1, finished_at=timezone.now())
    page = text(signed_in.get(URL))
    assert f"<b>The test to {receiver_of(HOOK)} did not arrive.</b> {error}" in page
    assert f'href="/notifications/{test.pk}/"' in page


def test_a_test_that_nobody_sends_says_so(signed_in, team):
    change(Delivery.test(team, HOOK), next_attempt_at=timezone.now() - timedelta(seconds=20))
    page = text(signed_in.get(URL))
    assert "Nobody has sent the test yet." in page
    assert 'hx-trigger="every 5s"' in page


def test_a_look_at_the_test_without_htmx_is_sent_to_the_page(signed_in):
    assert signed_in.get(TEST).headers["Location"] == URL


def test_a_viewer_reads_and_changes_nothing(viewer, team, three):
    old = secret(team)
    page = text(viewer.get(URL))
    assert "Deliveries" in page
    for words in ("Show secret", "Rotate secret", "Send test", "let-me-in", old):
        assert words not in page
    for address in (SECRET, ROTATE, END_OLD, TEST):
        assert viewer.post(address, {"url": HOOK, "current": "1"}).status_code == 403
    assert viewer.get(TEST, headers=HTMX).status_code == 302
    assert (secret(team), Delivery.objects.count()) == (old, 4)


def test_an_editor_may_do_as_an_owner(signed_in, membership, team):
    membership.level = Membership.Level.EDITOR
    membership.save(update_fields=["level"])
    assert secret(team) in text(signed_in.post(SECRET))


def test_who_is_not_signed_in_is_sent_away_as_a_whole_page(client, db):
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")
    for method, address in ((client.get, TEST), (client.post, TEST), (client.post, SECRET), (client.get, URL)):
        answer = method(address, headers={**HTMX, "HX-Current-URL": f"http://testserver{URL}"})
        assert answer.headers["HX-Redirect"] == "/accounts/login/?next=%2Fsettings%2Fnotifications%2F"


def test_an_address_of_an_act_is_not_to_be_read(signed_in):
    assert [signed_in.get(address).status_code for address in (ROTATE, END_OLD)] == [405, 405]
