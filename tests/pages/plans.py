"""A realistic plan that tests put into the database."""

from interviews.drafts import (
    Anchor,
    Evidence,
    FollowUp,
    PlanDraft,
    PlannedSkill,
    QuestionDraft,
    Sample,
    Source,
)

DESCRIPTION = """We run the booking system of forty clinics and need somebody who keeps it fast and safe.

What you will do
- Build and maintain REST APIs in Django and FastAPI
- Plan schema changes on PostgreSQL tables with more than 100 million rows
- Review the code of two junior colleagues
- Take part in the on-call rotation

What you bring
- 5+ years of experience in Python
- Nice to have: Kubernetes
"""


def cited(*quotes: str) -> list[Evidence]:
    """Evidence for quotes of the description."""
    found = [(quote, DESCRIPTION.index(quote)) for quote in quotes]
    return [Evidence(quote=quote, start=start, end=start + len(quote)) for quote, start in found]


def python_plan() -> PlanDraft:
    """A plan for a backend developer: three skills, four questions, 19 minutes of questions."""
    return PlanDraft(
        name="Senior Python Developer",
        role="Senior Python Developer",
        description=DESCRIPTION,
        seniority="senior",
        engine="library",
        summary="Keeps the booking system of forty clinics fast and safe.",
        opening="Thank you for coming. I ask everybody the same main questions and take notes as we go.",
        closing="That was my last question. What would you like to know about the work or the team?",
        protected_note="If family, health or belief comes up: do not note it, do not probe, return to the question.",
        screen_first=["Is the candidate authorised to work in the country of the post?"],
        assess_elsewhere=["5+ years of experience in Python: read it from the CV."],
        gaps=cited("on-call rotation"),
        notices=["The description says little about the size of the team."],
        skills=[
            PlannedSkill(
                name="PostgreSQL",
                weight=40,
                evidence=cited("Plan schema changes on PostgreSQL tables with more than 100 million rows"),
                questions=[
                    QuestionDraft(
                        prompt="Tell me about a schema change you made on a table that was too large to lock. "
                        "How did you get it live?",
                        type="behavioral",
                        difficulty="advanced",
                        minutes=6,
                        why="The posting asks for schema changes on tables with more than 100 million rows.",
                        follow_ups=[
                            FollowUp(text="What did you do next?", ask="all"),
                            FollowUp(text="What would you do differently today?", ask="if_needed"),
                        ],
                        alternate="How would you add a required column to a table that cannot be locked?",
                        evaluation_criteria=[
                            "Splits the change into steps that can each be undone",
                            "Backfills in batches and watches the load",
                            "Names what happens to writes during the change",
                        ],
                        rating_scale=[
                            Anchor(score=1, anchor="Runs one ALTER TABLE in the quiet hours and hopes"),
                            Anchor(
                                score=3, anchor="Adds the column empty, backfills in batches, then sets the constraint"
                            ),
                            Anchor(score=5, anchor="Also says how writes are kept safe and how each step is undone"),
                        ],
                        red_flags=["Says that the data of customers was lost and does not mind"],
                        samples=[
                            Sample(score=2, answer="We did it on a Sunday night. It took an hour and it was fine."),
                            Sample(
                                score=4, answer="I added it empty, filled it 5,000 rows at a time, then validated it."
                            ),
                        ],
                        source=Source(engine="library", reference="software.schema_change.1"),
                    ),
                    QuestionDraft(
                        prompt="A query that took 40 ms takes 9 seconds since this morning. What do you look at first?",
                        type="situational",
                        difficulty="intermediate",
                        minutes=5,
                        evaluation_criteria=["Compares the plan of the query with the earlier one"],
                        rating_scale=[Anchor(score=3, anchor="Reads the query's plan before changing anything")],
                    ),
                ],
            ),
            PlannedSkill(
                name="REST APIs in Django and FastAPI",
                weight=40,
                evidence=cited("Build and maintain REST APIs in Django and FastAPI"),
                questions=[
                    QuestionDraft(
                        prompt="A clinic's client sends the same booking twice within a second. "
                        "How does your endpoint answer?",
                        type="technical",
                        difficulty="advanced",
                        minutes=5,
                        evaluation_criteria=["Makes the second request safe to repeat"],
                        rating_scale=[Anchor(score=3, anchor="Uses a key that makes the request idempotent")],
                    )
                ],
            ),
            PlannedSkill(
                name="Kubernetes",
                importance="nice_to_have",
                weight=20,
                evidence=cited("Kubernetes"),
                questions=[
                    QuestionDraft(
                        prompt="What happens between a failed readiness probe and the next request?",
                        type="job_knowledge",
                        difficulty="intermediate",
                        minutes=3,
                        drop_first=True,
                        evaluation_criteria=["Says that the pod is taken out of the service"],
                        rating_scale=[Anchor(score=3, anchor="Knows that traffic stops and the pod lives on")],
                    )
                ],
            ),
        ],
    )
