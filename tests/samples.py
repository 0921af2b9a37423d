"""Things that tests need again and again: a posting, a plan, people. The posting is our own."""

from interviews.drafts import Anchor, Evidence, FollowUp, PlanDraft, PlannedSkill, QuestionDraft, Sample, Source

ROLE = "Warehouse operative"
DESCRIPTION = """Harbour Logistics runs a cross-dock warehouse with two shifts.

What you will do
- Load and unload trailers with a counterbalance forklift
- Check delivery notes against the pallets and report differences
- Count stock in the racking every week

What you bring
- Valid forklift licence
- Two years of experience in a busy warehouse
- Experience with SAP is a plus

We offer a canteen and free parking."""


def evidence(quote: str) -> Evidence:
    """The evidence of a quote in the description."""
    start = DESCRIPTION.index(quote)
    return Evidence(quote=quote, start=start, end=start + len(quote))


def question(prompt: str, **changes) -> QuestionDraft:
    """A whole question."""
    values = {
        "prompt": prompt,
        "type": "situational",
        "difficulty": "intermediate",
        "minutes": 5,
        "why": "The description asks for it.",
        "follow_ups": [
            FollowUp(text="What did you do next?", ask="all"),
            FollowUp(text="Whom did you tell?", ask="if_needed"),
        ],
        "alternate": "Think of a delivery at home that was not complete. What did you do about it?",
        "evaluation_criteria": [
            "Counts the pallets before signing the note",
            "Writes the difference on the note",
            "Tells the dispatcher before the driver leaves",
        ],
        "rating_scale": [
            Anchor(score=1, anchor="Signs because the driver is in a hurry, and tells nobody."),
            Anchor(score=3, anchor="Counts, writes the difference on the note and tells the dispatcher."),
            Anchor(score=5, anchor="Does all that a 3 does before the driver leaves, and has the driver sign it too."),
        ],
        "red_flags": ["Signs for goods that were never seen"],
        "samples": [
            Sample(score=2, answer="I would look at the note and probably sign, then tell somebody later."),
            Sample(score=4, answer="I count first, write what is missing on the note, and ring dispatch."),
        ],
        "source": Source(engine="library", reference="warehouse.receiving.short"),
    }
    return QuestionDraft(**(values | changes))


def plan(**changes) -> PlanDraft:
    """A small sound plan."""
    short = "A trailer arrives two pallets short and the driver wants your signature. What do you do?"
    count = "Walk me through the last stock count you did that did not add up."
    values = {
        "name": ROLE,
        "role": ROLE,
        "description": DESCRIPTION,
        "seniority": "mid",
        "engine": "library",
        "opening": "Thank you for coming. We ask every candidate the same questions and take notes.",
        "closing": "What would you like to know from us?",
        "protected_note": "Do not note it and do not ask about it; return to the question.",
        "screen_first": ["Holds a valid forklift licence"],
        "assess_elsewhere": [],
        "gaps": [evidence("Experience with SAP")],
        "skills": [
            PlannedSkill(
                name="Receiving goods",
                importance="must_have",
                kind="duty",
                weight=60,
                evidence=[evidence("Check delivery notes against the pallets")],
                questions=[question(short)],
            ),
            PlannedSkill(
                name="Stock counts",
                importance="nice_to_have",
                kind="duty",
                weight=40,
                evidence=[evidence("Count stock in the racking every week")],
                questions=[question(count, type="behavioral", drop_first=True, samples=[])],
            ),
        ],
    }
    return PlanDraft(**(values | changes))


def person(team, email: str, level: str):
    """A member of a team who signs in with the password `correct horse battery`."""
    from interviews.models import Membership, User

    user = User.objects.create_user(email, "correct horse battery")
    Membership.objects.create(user=user, team=team, level=level)
    return user


def interview(team, **changes):
    """An interview of a team with the plan above, read back with its rows."""
    from interviews.models import Author, Interview, Role, write_plan

    role, _ = Role.objects.get_or_create(team=team, title=ROLE)
    written = write_plan(team, role, plan(**changes), by=Author("owner@example.org"))
    return Interview.objects.with_plan().get(pk=written.pk)
