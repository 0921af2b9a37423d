"""A job's notifications, and one of them."""

import html
from datetime import timedelta

import pytest
from django.utils import timezone

from interviews.models import Delivery, DeliveryAttempt
from interviews.services.generation import Order, start_generation
from tests.pages.plans import DESCRIPTION

HOOK = "https://example.org:8443/hook?token=let-me-in"
HTMX = {"HX-Request": "true"}


def text(response):
    return html.unescape(response.content.decode())


@pytest.fixture
def job(team, owner):
    order = Order(role="Data analyst", description=DESCRIPTION, notification_url=HOOK)
    return start_generation(team, order, person=owner)


@pytest.fixture
def delivery(job):
    job.say("مرحبا: started", Delivery.Kind.STATUS)
    return Delivery.objects.get()


def change(delivery, **values):
    Delivery.objects.filter(pk=delivery.pk).update(**values)
    delivery.refresh_from_db()


def end(delivery, status="delivered", **values):
    change(delivery, status=status, finished_at=timezone.now(), **values)


def attempt(delivery, number=1, **values):
    values = {"seconds": 0.25, "answer_status": 503, "answer_excerpt": "busy", "error": "It answered 503."} | values
    headers = {"webhook-id": str(delivery.event_id), "webhook-timestamp": "1", "webhook-signature": f"v1,sig{number}"}
    return DeliveryAttempt.objects.create(
        delivery=delivery, number=number, headers=headers, started_at=timezone.now(), **values
    )


def url(row):
    return f"/jobs/{row.pk}/notifications/" if hasattr(row, "role") else f"/notifications/{row.pk}/"


def test_a_job_lists_its_notifications_in_the_order_of_events(signed_in, job, team):
    for message in ("one", "two", "three"):
        job.say(message)
    Delivery.test(team, HOOK)
    answer = signed_in.get(url(job))
    assert [row.message for row in answer.context["rows"]] == ["one", "two", "three"]
    assert [row.word for row in answer.context["rows"]] == ["Waiting", "After an earlier one", "After an earlier one"]
    assert "3 waiting" in text(answer)


def test_the_job_page_counts_them(signed_in, job):
    assert "none yet" in text(signed_in.get(f"/jobs/{job.pk}/"))
    for message in ("one", "two", "three"):
        job.say(message)
    one, two, _three = Delivery.objects.order_by("id")
    end(one)
    end(two, "superseded")
    page = text(signed_in.get(f"/jobs/{job.pk}/"))
    assert f'href="/jobs/{job.pk}/notifications/">1 delivered, 1 waiting, 1 superseded</a>' in page


def test_a_job_without_an_address_has_no_link_and_says_so(signed_in, team):
    job = start_generation(team, Order(role="Cook", description=DESCRIPTION))
    assert "notifications/" not in text(signed_in.get(f"/jobs/{job.pk}/")).split("<main")[1]
    page = text(signed_in.get(url(job)))
    assert "No address was given for this job, so nothing is sent." in page
    assert "hx-trigger" not in page


def test_a_job_under_way_is_watched(signed_in, job):
    answer = signed_in.get(url(job))
    assert "The first notification is written when the job begins." in text(answer)
    seen = {"seen": answer.context["seen"]}
    assert signed_in.get(url(job), seen, headers=HTMX).status_code == 204
    job.say("one")
    part = text(signed_in.get(url(job), seen, headers=HTMX))
    assert part.strip().startswith('<section id="notifications"')
    assert 'hx-trigger="every 1s"' in part


def test_a_change_of_an_attempt_is_seen(signed_in, job, delivery):
    seen = {"seen": signed_in.get(url(job)).context["seen"]}
    change(delivery, attempts=1, next_attempt_at=timezone.now() + timedelta(hours=1))
    assert signed_in.get(url(job), seen, headers=HTMX).status_code == 200


def test_a_job_whose_notifications_are_at_an_end_is_not_watched(signed_in, job, delivery):
    end(delivery)
    job.cancel()
    for one in Delivery.objects.waiting():
        end(one)
    assert "hx-trigger" not in text(signed_in.get(url(job)))


def test_a_job_with_many_costs_the_same_as_with_one(signed_in, job, delivery, django_assert_num_queries):
    with django_assert_num_queries(9):
        signed_in.get(url(job))
    for number in range(30):
        job.say(str(number))
    with django_assert_num_queries(9):
        signed_in.get(url(job))


def test_an_unchanged_look_costs_four_queries(signed_in, job, delivery, django_assert_num_queries):
    for row in (job, delivery):
        seen = {"seen": signed_in.get(url(row)).context["seen"]}
        with django_assert_num_queries(4):
            signed_in.get(url(row), seen, headers=HTMX)


def test_a_notification_shows_request_and_attempts(signed_in, delivery):
    attempt(delivery, 1)
    attempt(delivery, 2, answer_status=None, answer_excerpt="", error="No complete answer within 10 seconds.")
    change(delivery, attempts=2, error="No complete answer within 10 seconds.")
    page = text(signed_in.get(url(delivery)))
    assert f"POST {HOOK}\n" in page
    assert "webhook-signature: v1,sig2\n" in page
    assert "v1,sig1" not in page
    assert '"message": "\\u0645\\u0631\\u062d\\u0628\\u0627: started"' in page
    assert '<h1 class="delivery-title" id="delivery-title" dir="auto">مرحبا: started</h1>' in page
    assert page.index("Attempt 2") < page.index("Attempt 1")
    assert "answered 503" in page
    assert "no answer" in page
    assert "0.25 s" in page


def test_an_answer_is_text_and_nothing_else(signed_in, delivery):
    attempt(delivery, answer_excerpt="<script>alert(1)</script>")
    page = signed_in.get(url(delivery)).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_a_waiting_one_says_when_it_is_tried_next(signed_in, delivery):
    change(delivery, attempts=1, next_attempt_at=timezone.now() + timedelta(minutes=5, seconds=30))
    page = text(signed_in.get(url(delivery)))
    assert "The next attempt is made" in page
    assert "in 5" in page
    assert "Try now" in page
    assert "Redeliver" not in page


def test_one_that_is_due_says_so_and_has_nothing_to_press(signed_in, delivery):
    page = text(signed_in.get(url(delivery)))
    assert "It is sent in a moment." in page
    assert "manage.py up" not in page
    assert "<button" not in page.split("<main")[1]


def test_one_that_nobody_takes_says_where_to_look(signed_in, delivery):
    change(delivery, next_attempt_at=timezone.now() - timedelta(seconds=20))
    assert "look whether “manage.py up” is running" in text(signed_in.get(url(delivery)))


def test_one_behind_another_names_it(signed_in, job, delivery):
    job.say("later")
    behind = Delivery.objects.last()
    page = text(signed_in.get(url(behind)))
    assert "Waits for an earlier notification of this job:" in page
    assert f'href="/notifications/{delivery.pk}/"' in page


def test_one_on_its_way_says_so(signed_in, delivery):
    change(delivery, attempts=1, lease_owner="x", lease_until=timezone.now() + timedelta(seconds=30))
    page = text(signed_in.get(url(delivery)))
    assert "Being sent" in page
    assert "It is on its way." in page


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"status": "superseded"}, "Progress lines that wait then are not sent any more"),
        ({"status": "failed", "answer_status": 410}, "nothing should be sent there any more"),
        ({"status": "failed", "created_at": timezone.now() - timedelta(hours=25)}, "It was tried for 24 hours."),
        ({"status": "failed", "asked_again_at": timezone.now()}, "What somebody asks for again is tried once."),
        ({"status": "delivered", "answer_status": 201}, "The receiver answered 201."),
    ],
)
def test_the_end_is_explained(signed_in, delivery, values, says):
    end(delivery, **values)
    assert says in text(signed_in.get(url(delivery)))


def test_a_notification_is_watched_until_it_ends(signed_in, delivery):
    seen = {"seen": signed_in.get(url(delivery)).context["seen"]}
    assert signed_in.get(url(delivery), seen, headers=HTMX).status_code == 204
    end(delivery, answer_status=200)
    part = text(signed_in.get(url(delivery), seen, headers=HTMX))
    assert part.strip().startswith('<section id="delivery"')
    assert "hx-trigger" not in part


@pytest.mark.parametrize("status", ["delivered", "superseded", "failed"])
def test_redeliver_sends_the_same_event_again(signed_in, delivery, status):
    end(delivery, status, attempts=1)
    event = delivery.event_id
    assert "with the same event id" in text(signed_in.get(url(delivery)))
    answer = signed_in.post(url(delivery) + "redeliver/", {"attempts": "1"})
    assert answer.headers["Location"] == url(delivery) + "#delivery"
    delivery.refresh_from_db()
    assert (delivery.status, delivery.event_id) == ("pending", event)
    assert list(Delivery.objects.due(timezone.now())) == [delivery]


def test_a_second_click_on_redeliver_sends_nothing_more(signed_in, delivery):
    end(delivery, attempts=1)
    signed_in.post(url(delivery) + "redeliver/", {"attempts": "1"})
    asked = Delivery.objects.get().asked_again_at
    signed_in.post(url(delivery) + "redeliver/", {"attempts": "1"})
    assert Delivery.objects.get().asked_again_at == asked
    end(delivery, attempts=2)
    signed_in.post(url(delivery) + "redeliver/", {"attempts": "1"})
    assert Delivery.objects.get().status == "delivered"


def test_try_now_moves_the_next_attempt(signed_in, delivery):
    change(delivery, attempts=1, next_attempt_at=timezone.now() + timedelta(hours=1))
    assert signed_in.post(url(delivery) + "try-now/").headers["Location"] == url(delivery) + "#delivery"
    assert list(Delivery.objects.due(timezone.now())) == [delivery]


def test_the_attempts_of_a_notification_do_not_add_queries(signed_in, delivery, django_assert_num_queries):
    attempt(delivery)
    with django_assert_num_queries(7):
        signed_in.get(url(delivery))
    for number in range(2, 60):
        attempt(delivery, number)
    with django_assert_num_queries(7):
        page = text(signed_in.get(url(delivery)))
    assert page.count('<li class="try">') == 50
    assert "Earlier attempts are left out." in page


def test_a_viewer_reads_all_but_the_url_and_presses_nothing(viewer, job, delivery):
    end(delivery, "failed", attempts=1)
    for row in (job, delivery):
        page = text(viewer.get(url(row)))
        assert "https://example.org:8443/…" in page
        assert "let-me-in" not in page
    assert "Redeliver" not in text(viewer.get(url(delivery)))
    for act in ("redeliver/", "try-now/"):
        assert viewer.post(url(delivery) + act, {"attempts": "1"}).status_code == 403
    delivery.refresh_from_db()
    assert delivery.status == "failed"


def test_a_stranger_finds_nothing(stranger, job, delivery):
    end(delivery, attempts=1)
    assert stranger.get(url(job)).status_code == 404
    assert stranger.get(url(delivery)).status_code == 404
    for act in ("redeliver/", "try-now/"):
        assert stranger.post(url(delivery) + act, {"attempts": "1"}).status_code == 404


@pytest.mark.parametrize("address", ["/notifications/99/", "/notifications/x/", f"/notifications/{'9' * 40}/"])
def test_what_is_not_there_is_404(signed_in, address):
    assert signed_in.get(address).status_code == 404


def test_acts_are_not_to_be_read(signed_in, delivery):
    assert [signed_in.get(url(delivery) + act).status_code for act in ("redeliver/", "try-now/")] == [405, 405]


def test_an_expired_session_is_sent_to_sign_in_as_a_whole_page(client, job, delivery):
    for row in (job, delivery):
        assert client.get(url(row)).status_code == 302
        answer = client.get(url(row), headers={**HTMX, "HX-Current-URL": f"http://testserver{url(row)}"})
        assert answer.headers["HX-Redirect"].startswith("/accounts/login/?next=%2F")
    assert client.post(url(delivery) + "redeliver/").headers["Location"].startswith("/accounts/login/")
