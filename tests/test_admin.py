"""Every noun in the Django admin: its list, its search, its page."""

import uuid

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from interviews.models import (
    Answer,
    ApiKey,
    Approval,
    Cluster,
    Comment,
    ConnectionTest,
    Delivery,
    DeliveryAttempt,
    FirstRunLink,
    IdempotencyKey,
    Interview,
    Job,
    LawfulGround,
    LibraryQuestion,
    Presence,
    ReviewLink,
    SigningSecret,
    Tally,
)
from interviews.models.revisions import Proposal
from interviews.pipeline import runner
from interviews.services.generation import Order, start_generation
from tests import samples

MODELS = sorted(apps.get_app_config("interviews").get_models(), key=lambda model: model.__name__)


@pytest.fixture
def browser(client, owner):
    owner.is_staff = owner.is_superuser = True
    owner.save()
    client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def everything(team, owner, key):
    """At least one row of every model."""
    from django.utils import timezone

    order = Order(role=samples.ROLE, description=samples.DESCRIPTION, notification_url="https://example.org/")
    job = start_generation(team, order, person=owner)
    runner.run(str(job.pk))
    job.refresh_from_db()
    interview = job.interview
    Answer.objects.create(job=job, unit_key="0", call_number=1, request_digest="d", body="{}")
    delivery = Delivery.objects.first()
    DeliveryAttempt.objects.create(delivery=delivery, number=1, started_at=timezone.now(), seconds=0.1)
    FirstRunLink.issue(owner.memberships.get())
    Proposal.objects.create(
        team=team, interview=interview, job=job, target={}, content={"questions": []}, based_on_version=1
    )
    ConnectionTest.objects.create(team=team, asked_by=owner)
    SigningSecret.of(team)
    IdempotencyKey.objects.create(team=team, key="order 7", digest="d", job=job)
    link, _secret = ReviewLink.issue(interview, "Helen Hiring")
    Comment.objects.create(team=team, interview=interview, link=link, name="Helen", version=1, text="Shorter, please.")
    Approval.objects.create(
        team=team, interview=interview, link=link, name="Helen", version=1, decision=Approval.Decision.APPROVED
    )
    Presence.objects.create(interview=interview, user=owner)
    Tally.one_more("review-link-1", 600)
    now = timezone.now()
    Cluster.objects.create(
        cluster_id=uuid.uuid4(), host="h", run="h/1", pid=1, sentinel_pid=2, started_at=now, seen_at=now
    )
    question = interview.skills.first().questions.first()
    entry = {
        "id": "team.1",
        "family": "team",
        "competency": "team.stock",
        "competency_name": "Stock",
        "levels": ["mid"],
        "type": question.type,
        "minutes": 5,
        "prompt": question.prompt,
        "why": "It matters.",
        "follow_ups": [],
        "evaluation_criteria": question.evaluation_criteria,
        "rating_scale": question.rating_scale,
        "red_flags": [],
        "alternate": "",
    }
    LibraryQuestion.objects.create(team=team, skill_name="Stock", entry=entry)
    LawfulGround.objects.create(
        team=team,
        interview=interview,
        code="prohibited.age",
        text="How old are you?",
        ground="minimum_age",
        chosen_by=owner,
        chosen_name="owner@example.org",
    )


def test_every_noun_is_registered():
    assert [model.__name__ for model in MODELS if not admin.site.is_registered(model)] == []


def test_lists_searches_and_pages_open(browser, everything):
    def answers(model):
        name, row = f"admin:interviews_{model._meta.model_name}", model.objects.first()
        addresses = [
            reverse(f"{name}_changelist"),
            reverse(f"{name}_changelist") + "?q=warehouse",
            reverse(f"{name}_change", args=[row.pk]) if row else "/no row",
        ]
        return [browser.get(address).status_code for address in addresses]

    answered = {model.__name__: answers(model) for model in MODELS}
    assert {name: codes for name, codes in answered.items() if codes != [200, 200, 200]} == {}


@pytest.mark.parametrize("name", ["interview", "skill", "question"])
def test_a_plan_is_read_in_the_admin_and_changed_on_its_page_alone(browser, interview, name):
    skill = interview.skills.first()
    row = {"interview": interview, "skill": skill, "question": skill.questions.first()}[name]
    where = reverse(f"admin:interviews_{name}_change", args=[row.pk])
    page = browser.get(where).content.decode()
    assert f'href="/interviews/{interview.pk}/"' in page
    assert 'name="_save"' not in page
    assert browser.post(where, {"name": "Renamed", "prompt": "Renamed?"}).status_code == 403
    assert browser.get(reverse(f"admin:interviews_{name}_add")).status_code == 403


@pytest.mark.parametrize("name", ["skill", "question", "revision"])
def test_no_part_of_a_plan_and_no_history_is_deleted_by_itself(browser, interview, name):
    skill = interview.skills.first()
    row = {"skill": skill, "question": skill.questions.first(), "revision": interview.revisions.get()}[name]
    assert browser.post(reverse(f"admin:interviews_{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
    listed = reverse(f"admin:interviews_{name}_changelist")
    browser.post(listed, {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
    assert type(row).objects.filter(pk=row.pk).exists()


def test_an_interview_is_deleted_with_all_that_belongs_to_it(browser, interview):
    where = reverse("admin:interviews_interview_delete", args=[interview.pk])
    assert browser.post(where, {"post": "yes"}).status_code == 302
    assert not Interview.objects.exists()


def test_a_key_is_revoked_from_the_list(browser, key):
    where = reverse("admin:interviews_apikey_changelist")
    browser.post(where, {"action": "revoke", "_selected_action": [ApiKey.objects.get().pk]})
    assert ApiKey.objects.find(key) is None


def test_a_failed_job_is_retried_from_the_list(browser, team):
    job = start_generation(team, Order(role="Cook", description="You cook."))
    Job.objects.claim(job.pk, "me").fail("me", "No.")
    browser.post(reverse("admin:interviews_job_changelist"), {"action": "retry", "_selected_action": [str(job.pk)]})
    job.refresh_from_db()
    assert job.status == "pending"


def test_the_digest_of_a_key_is_not_shown(browser, key):
    row = ApiKey.objects.get()
    page = browser.get(reverse("admin:interviews_apikey_change", args=[row.pk]))
    assert row.digest not in page.content.decode()


def test_a_member_who_is_no_staff_is_sent_away(client, owner):
    client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("admin:index")).status_code == 302


def test_a_team_question_begins_with_an_example_that_can_be_saved(browser, team):
    address = reverse("admin:interviews_libraryquestion_add")
    shown = browser.get(address).context["adminform"].form
    sent = {name: shown[name].value() for name in shown.fields if name != "created_by"}
    sent |= {"team": team.pk, "skill_name": "Receiving goods", "status": "approved"}
    for name in ("created_at", "updated_at"):
        sent |= {f"{name}_0": "2026-01-02", f"{name}_1": "03:04"}
    assert browser.post(address, sent).status_code == 302
    saved = LibraryQuestion.objects.get()
    assert saved.material().id == f"team.{saved.pk}"
    assert (saved.status, saved.approved_by.is_staff) == ("approved", True)
