"""Everything in every state, for the test that looks at all pages. Run inside the product's own shell."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from interviews.drafts import Brief, PlanDraft, Suggested, Suggestion, Target
from interviews.models import (
    Delivery,
    FirstRunLink,
    Interview,
    Job,
    LawfulGround,
    LibraryQuestion,
    Membership,
    Presence,
    ReviewLink,
    Role,
    Team,
    User,
    write_plan,
    write_proposal,
)
from interviews.models.deliveries import event
from interviews.services import reviews, states
from interviews.services.editing import by_person, save_question
from tests.pages.library import row
from tests.pages.plans import DESCRIPTION, python_plan

AGE, MARRIED = "We serve wine. How old are you?", "That was all. Are you married?"
LAW = "Licensing Act: nobody under 18 serves wine."


def make() -> dict[str, Any]:
    """Makes a team with all of it and one with nothing. Gives back addresses by name of what stands there, and under
    `sessions` the session key of an owner of each team."""
    # By name they come after the team of the first run, which other tests take for the first.
    ada, eve, fay = _owner("Ada", "The bakery"), _owner("Eve", "The empty shop"), _owner("Fay", "The shut shop")
    team = ada.memberships.get().team
    Membership.objects.create(user=ada, team=eve.memberships.get().team, level=Membership.Level.VIEWER)
    sven = User.objects.create(email="sven@shops.example.org", name="Sven Second")
    Membership.objects.create(user=sven, team=team, level=Membership.Level.EDITOR)
    interviews = _interviews(team, ada, sven)
    made = {name: f"/interviews/{one.pk}/" for name, one in interviews.items()}
    asked = interviews["typed"].skills.first()
    made |= {"skill": f"/skills/{asked.pk}/", "question": f"/questions/{asked.questions.get().pk}/"}
    made |= {"skill_pick": f"/library/pick/{asked.pk}/"}
    made |= {"busy_question": f"/questions/{interviews['busy'].skills.first().questions.first().pk}/"}
    made |= _jobs(team, interviews["sound"]) | _reviews(interviews["busy"], sven) | _library(team, ada)
    made["first_run"] = f"/first-run/{FirstRunLink.issue(fay.memberships.get())}/"
    return made | {"sessions": {"Ada": _session(ada), "Eve": _session(eve)}}


def _owner(name: str, team: str) -> User:
    person = User.objects.create(email=f"{name.lower()}@shops.example.org", name=name)
    Membership.objects.create(user=person, team=Team.objects.create_named(team), level=Membership.Level.OWNER)
    return person


def _session(person: User) -> str:
    browser = Client()
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return str(browser.cookies["sessionid"].value)


def _plan(team: Team, person: User, plan: PlanDraft) -> Interview:
    role, _ = Role.objects.get_or_create(team=team, title=plan.role)
    written = write_plan(team, role, plan, by=by_person(person))
    return Interview.objects.with_plan().get(pk=written.pk)


def _interviews(team: Team, ada: User, sven: User) -> dict[str, Interview]:
    names = ("sound", "typed", "edited", "published", "begun", "archived", "deleted")
    made = {name: _plan(team, ada, _short()) for name in names} | {"busy": _busy(team, ada, sven)}
    question = made["edited"].skills.first().questions.first()
    save_question(made["edited"], question.pk, {"minutes": 5, "why": "They lock the table."}, {}, by=by_person(ada))
    save_question(made["edited"], question.pk, {"prompt": "How do you change it live?"}, {}, by=by_person(sven))
    for name in ("published", "begun"):
        states.publish(made[name], by=by_person(ada))
    states.mark_used(made["published"])
    states.begin_draft(made["begun"])
    states.archive(made["archived"])
    states.delete(made["deleted"], by=by_person(ada))
    return made


def _short() -> PlanDraft:
    """One question: what axe has to look at costs time."""
    plan = python_plan()
    plan.skills = [plan.skills[0].model_copy(update={"weight": 100, "questions": plan.skills[0].questions[:1]})]
    return plan


def _busy(team: Team, ada: User, sven: User) -> Interview:
    """A draft with findings, gaps, a ground that waits, something locked, a proposal, and somebody else there."""
    plan = python_plan()
    first, second = plan.skills[0].questions
    plan.skills[0].questions = [first.model_copy(update={"minutes": 12}), second.model_copy(update={"locked": True})]
    plan.skills[1].questions[0].prompt, plan.closing = AGE, MARRIED
    plan.skills[2].questions[0].prompt = "We serve beer too. How old are you?"
    made = _plan(team, ada, plan)
    first_asked = made.skills.first().questions.first()
    LawfulGround.objects.create(
        team=team, interview=made, code="prohibited.age", text=AGE, ground="minimum_age", note=LAW,
        chosen_by=sven, chosen_name="Sven Second",
    )  # fmt: skip
    Presence.objects.create(interview=made, user=sven, place="description", seen_at=timezone.now() + timedelta(hours=1))
    now = made.plan()
    job = _job(team, "completed", made, target=Target(kind="question", question=first_asked.pk, plan=now))
    stood = now.skills[0].questions[0]
    other = python_plan().skills[1].questions[0]
    suggested = Suggested(skill=made.skills.first().pk, replaces=first_asked.pk, question=other, stood=stood)
    write_proposal(job, made, Suggestion(instruction="shorter", questions=[suggested]))
    _job(team, "processing", made, target=Target(kind="skill", skill=made.skills.last().pk, plan=now))
    return made


def _job(team: Team, status: str, interview: Interview | None = None, **more: Any) -> Job:
    now = timezone.now()
    brief = Brief(role="Baker", description=DESCRIPTION, general=team.general, proctoring=team.proctoring)
    role, _ = Role.objects.get_or_create(team=team, title="Baker")
    if status == "processing":
        more |= {"lease_owner": "elsewhere/1/1", "lease_until": now + timedelta(minutes=9), "step": 2}
        more |= {"step_name": "Generating interview questions"}
    else:
        more |= {"finished_at": now - timedelta(hours=1), "step": 4}
    if "target" in more:
        more["type"] = Job.Type.REGENERATION
    return Job.objects.create(
        team=team, role=role, brief=brief, status=status, interview=interview, started_at=now, **more
    )


def _jobs(team: Team, finished: Interview) -> dict[str, str]:
    made = {
        "running": _job(team, "processing"),
        "failed": _job(team, "failed", error="The language model did not answer within 60 seconds."),
        "finished": _job(team, "completed", finished),
    }
    for job in made.values():
        job.say("Reading the description")
        job.say("Found 3 skills")
    made["failed"].notification_url = "https://hooks.example.org/in"
    made["failed"].save(update_fields=["notification_url"])
    body = event(made["failed"].pk, "failed", "AI interview plan generation has failed", timezone.now())
    delivery = Delivery.objects.create(
        team=team, job=made["failed"], kind="status", url="https://hooks.example.org/in", body=body, status="failed",
        answer_status=503, attempts=8, answer_excerpt="busy", finished_at=timezone.now(),
    )  # fmt: skip
    return {name: f"/jobs/{job.pk}/" for name, job in made.items()} | {"delivery": f"/notifications/{delivery.pk}/"}


def _reviews(busy: Interview, sven: User) -> dict[str, str]:
    fresh, sent, over = (ReviewLink.issue(busy, name, by=sven) for name in ("Helen Marsh", "Omar Said", "Late"))
    over[0].revoke()
    keys = list(reviews.subjects(busy))
    said = reviews.Said("Omar Said", busy.version, {keys[0]: "Good.", keys[2]: "Too long?"}, "changes", "Shorter.")
    reviews.hear(sent[0], busy, said)
    reviews.answer(sent[0].comments.last(), "We cut it to six minutes.", by=sven)
    names = {"fresh": fresh, "sent": sent, "revoked": over}
    return {f"review_{name}": f"/review/{link[1]}/" for name, link in names.items()}


def _library(team: Team, ada: User) -> dict[str, str]:
    """A draft, one that is approved and one that is retired."""
    draft, approved = row(team), row(team, "The seal on the trailer is broken, and the delivery note says whole. Well?")
    approved.approve(ada)
    row(team, "The seal is gone, like the trailer and its delivery note.", status=LibraryQuestion.Status.RETIRED)
    return {"own_draft": f"/library/{draft.pk}/"}
