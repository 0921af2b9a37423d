"""The operations page of the admin: what it says, to whom, and what it costs."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import transaction
from django.test import Client
from django.utils import timezone
from django_q.models import OrmQ

from interviews.models import HOST, Cluster, Delivery, Job, new_owner
from interviews.services.generation import Order, start_generation
from interviews.services.operations import MOST_RUNNING, read_operations
from tests import samples

ADDRESS = "/admin/operations/"
HTMX = {"HX-Request": "true"}
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def staff(client, owner):
    """The browser of somebody of staff who may see jobs and nothing else."""
    owner.is_staff = True
    owner.save()
    owner.user_permissions.add(Permission.objects.get(codename="view_job"))
    client.force_login(owner, backend=BACKEND)
    return client


def start(team, role="Cook", **more):
    return start_generation(team, Order(role=role, description=samples.DESCRIPTION, **more))


def claim(job, owner="me"):
    return Job.objects.claim(job.pk, owner)


def ago(**length):
    return timezone.now() - timedelta(**length)


def change(job, **values):
    Job.objects.filter(pk=job.pk).update(**values)


def cluster(**values):
    known = {"host": HOST, "run": "r", "pid": 11, "sentinel_pid": 12, "worker_pids": [21, 22], "replaced": 3}
    moments = {"started_at": ago(hours=2), "seen_at": timezone.now()}
    return Cluster.objects.create(**({"cluster_id": uuid.uuid4()} | known | moments | values))


def fail(team, reason, **finished):
    job = start(team)
    claim(job).fail("me", reason)
    change(job, finished_at=ago(**finished))
    return job


def text(answer):
    return " ".join(answer.content.decode().split())


def test_an_idle_product_says_so_in_words(staff):
    page = text(staff.get(ADDRESS))
    for sentence in (
        "No workers are running.",
        "No job is running.",
        "No job has failed in the last 7 days.",
        "No notification is waiting, and none was given up in the last 24 hours.",
        "No workers were seen in the last day.",
        "<dt>Oldest waiting</dt><dd>None</dd>",
        "<dt>Median from asking to end</dt><dd>None yet</dd>",
    ):
        assert sentence in page


def test_jobs_that_wait_are_counted_and_the_oldest_is_linked(staff, team):
    first, second = start(team), start(team)
    change(first, updated_at=ago(minutes=7))
    page = text(staff.get(ADDRESS))
    assert f'<a id="oldest" href="/admin/interviews/job/{first.pk}/change/">' in page
    assert "7 minutes ago" in page
    now = read_operations().queue
    assert (now.waiting, now.messages, now.running, now.oldest.id) == (2, 2, 0, first.pk)
    OrmQ.objects.all().delete()
    claim(first)
    assert (read_operations().queue.waiting, read_operations().queue.messages) == (1, 0)
    assert read_operations().queue.oldest.id == second.pk


def test_a_job_that_was_given_back_waits_again(team):
    job = start(team)
    claim(job).let_go("me", blameless=True)
    assert (read_operations().queue.waiting, read_operations().queue.at_work) == (1, [])


def test_a_running_job_is_shown_with_its_step_place_heartbeat_and_attempt(staff, team):
    job, owner = start(team, "Baker"), new_owner()
    claim(job, owner).begin_step(owner, 1, "Searching the skill library")
    change(job, lease_until=timezone.now() + timedelta(seconds=48), attempt=3)
    page = text(staff.get(ADDRESS))
    machine, _, process, _ = owner.split("/")
    assert f'href="/admin/interviews/job/{job.pk}/change/" dir="auto">Baker</a>' in page
    assert '<td data-label="Step">Searching the skill library</td>' in page
    assert f'<span title="{machine}">{machine.split(":")[0]}</span>' in page
    assert f'<td data-label="Process">{process}</td>' in page
    assert 'class="operations-number">3</td>' in page
    assert "Lease over" not in page
    (shown,) = read_operations().queue.at_work
    assert 11 <= (timezone.now() - shown.heartbeat_at).total_seconds() < 60


def test_a_lease_that_is_over_is_a_warning(staff, team):
    job = start(team)
    claim(job)
    change(job, lease_until=ago(minutes=4))
    page = text(staff.get(ADDRESS))
    assert "1 job was not heard of for longer than its lease." in page
    assert '5 minutes ago</time> <strong class="operations-bad">Lease over</strong>' in page
    assert read_operations().queue.running == 1


def test_those_heard_of_longest_ago_come_first_and_the_list_is_cut(staff, team):
    for _ in range(MOST_RUNNING + 2):
        claim(start(team))
    lost = start(team, "Lost")
    claim(lost)
    change(lost, lease_until=ago(minutes=1))
    queue = read_operations().queue
    assert (queue.running, len(queue.at_work), queue.at_work[0].id) == (MOST_RUNNING + 3, MOST_RUNNING, lost.pk)
    assert f"Shown are {MOST_RUNNING} of {MOST_RUNNING + 3}" in text(staff.get(ADDRESS))


def test_failures_are_grouped_by_reason_with_the_last_one_linked(staff, team):
    fail(team, "The server is out of credit.", hours=50)
    fail(team, "The server is out of credit.", hours=5)
    last = fail(team, "The server is out of credit.", hours=1)
    fail(team, "The description is in German.", days=6)
    fail(team, "Long past.", days=8)
    start(team).cancel()
    rows = [(row.text, row.day, row.week) for row in read_operations().reasons]
    assert rows == [("The server is out of credit.", 2, 3), ("The description is in German.", 0, 1)]
    assert f'<a id="failed-{last.pk}" href="/admin/interviews/job/{last.pk}/change/">' in text(staff.get(ADDRESS))


def test_long_reasons_are_cut_escaped_and_grouped_by_their_beginning(staff, team):
    for number in range(2):
        fail(team, "<b>" + "x" * 300 + str(number), hours=1)
    (row,) = read_operations().reasons
    assert (len(row.text), row.day) == (200, 2)
    page = text(staff.get(ADDRESS))
    assert "&lt;b&gt;" in page
    assert "x" * 136 + "…" in page
    assert "<b>" not in page


def test_a_job_that_left_no_reason_is_still_named(staff, team):
    fail(team, "", hours=1)
    assert "No reason was left." in text(staff.get(ADDRESS))


def test_notifications_are_shown_by_receiver(staff, team):
    job = start(team)
    for url, status, hours in (
        ("https://a.example.org/one", "pending", 3),
        ("https://a.example.org/two", "pending", 1),
        ("https://a.example.org/two", "failed", 2),
        ("https://a.example.org/two", "failed", 30),
        ("http://b.example.org:8080/", "failed", 2),
        ("http://c.example.org/", "delivered", 2),
    ):
        moment = ago(hours=hours)
        ended = None if status == "pending" else moment
        Delivery.objects.create(
            team=team, job=job, kind="status", url=url, body={}, status=status, created_at=moment, finished_at=ended
        )
    now = read_operations().notifications
    assert (now.waiting, now.given_up) == (2, 2)
    assert [(row.name, row.waiting, row.given_up) for row in now.receivers] == [
        ("https://a.example.org:443", 2, 1),
        ("http://b.example.org:8080", 0, 1),
    ]
    page = text(staff.get(ADDRESS))
    assert "2 are waiting, the oldest was written" in page
    assert "2 were given up in the last 24 hours." in page
    assert "3 hours ago" in page


def test_clusters_are_alive_gone_or_stopped(staff):
    cluster()
    cluster(seen_at=ago(minutes=5))
    cluster(seen_at=ago(minutes=9), stopped_at=ago(minutes=9), worker_pids=[])
    page = text(staff.get(ADDRESS))
    assert page.count("<strong>Alive</strong>") == 1
    assert "Gone</strong>, last seen" in page
    assert "Stopped <time" in page
    assert '2 <span class="quiet">(21, 22)</span>' in page
    assert "No workers are running." not in page
    assert len(read_operations().alive) == 1


def test_throughput_is_of_the_last_hour(staff, team, interview):
    for seconds, ended in ((4, 10), (10, 20), (100, 30), (1, 90)):
        job = start(team)
        with transaction.atomic():
            claim(job).complete("me", interview)
        end = ago(minutes=ended)
        asked = end - timedelta(seconds=seconds)
        change(job, created_at=asked, started_at=asked + timedelta(seconds=seconds / 4), finished_at=end)
    now = read_operations().throughput
    assert (now.completed, now.to_start, now.to_end) == (3, 2.5, 10.0)
    assert "<dt>Median from asking to start</dt><dd>2.5 s</dd>" in text(staff.get(ADDRESS))


def test_the_page_costs_the_same_however_much_there_is(staff, team, django_assert_num_queries):
    def more(rows):
        for number in range(rows):
            start(team, notification_url=f"https://r{number}.example.org/").say("x")
            claim(start(team, f"Role {number}"))
            fail(team, f"Reason {number}", hours=1)
            cluster()

    more(1)
    with django_assert_num_queries(17):
        staff.get(ADDRESS)
    more(30)
    with django_assert_num_queries(17):
        staff.get(ADDRESS)


def test_it_refreshes_itself_by_the_part_alone(staff):
    page = text(staff.get(ADDRESS))
    assert f'id="operations" class="operations" hx-get="{ADDRESS}" hx-trigger="every 5s" hx-swap="outerHTML"' in page
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in page
    part = text(staff.get(ADDRESS, headers=HTMX)).strip()
    assert part.startswith('<div id="operations"')
    assert part.endswith("</div>")
    assert "<html" not in part


def test_the_page_obeys_the_content_security_policy(staff, team):
    claim(start(team))
    page = text(staff.get(ADDRESS))
    assert " style=" not in page
    assert "<style" not in page
    assert "<script>" not in page


def test_the_index_of_the_admin_leads_there(staff):
    assert f'<a href="{ADDRESS}">' in text(staff.get("/admin/"))


def test_staff_who_may_not_see_jobs_are_refused_and_not_led_there(client, owner):
    owner.is_staff = True
    owner.save()
    client.force_login(owner, backend=BACKEND)
    assert client.get(ADDRESS).status_code == 403
    assert client.get(ADDRESS, headers=HTMX).status_code == 403
    assert ADDRESS not in text(client.get("/admin/"))


def test_a_member_who_is_no_staff_is_sent_to_sign_in(client, owner):
    client.force_login(owner, backend=BACKEND)
    assert client.get(ADDRESS).headers["Location"] == f"/admin/login/?next={ADDRESS}"


def test_who_was_signed_out_meanwhile_gets_the_page_anew(db):
    answer = Client().get(ADDRESS, headers=HTMX)
    assert (answer.headers["HX-Refresh"], answer.content) == ("true", b"")


def test_it_is_only_read(staff):
    assert staff.post(ADDRESS).status_code == 405
