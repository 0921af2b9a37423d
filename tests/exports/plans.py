"""Plans that exports are tried with: one with everything that a plan can hold, one that means harm."""

from interviews.drafts import Intake, PlanDraft, Source
from tests import samples

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1"]


def whole() -> PlanDraft:
    """A plan with locks, a weight by hand, an intake, an origin, and text of several scripts."""
    plan = samples.plan(
        name="Lagermitarbeiter – مستودع 🚚",
        summary="Loads and counts.",
        intake=Intake(strong="Count before they sign.", went_wrong="Left after a week."),
        notices=["The description says little about the shifts."],
    )
    plan.general.cutoff = 6.5
    plan.proctoring.record_session = True
    first, second = plan.skills
    first.locked, second.weight_by_hand = True, True
    first.questions[0].locked = True
    first.questions[0].source = Source(engine="team", note="Approved.", serves=samples.evidence("Count stock"))
    return plan


def hostile() -> PlanDraft:
    """A plan whose texts try to be formulas, markup and control characters."""
    plan = samples.plan(name='=cmd|"/c calc"!A1', opening="<script>alert(1)</script>\n# Not a heading\n1. no list")
    question = plan.skills[0].questions[0]
    question.prompt = '=HYPERLINK("http://example.org","x")'
    question.evaluation_criteria = ["- a bullet that is text", "{=1}", "*bold* [link](javascript:x) `code`"]
    question.red_flags = ["@SUM(A1)", "\x0bcontrol\x07", "\ufffe"]
    question.rating_scale[0].anchor = "+1"
    return plan
