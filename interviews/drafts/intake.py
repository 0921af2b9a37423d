"""What a hiring manager knows and no posting says: three answers, each of them optional."""

from pydantic import Field

from interviews.drafts.base import Draft

MOST_ANSWER = 2_000
ASKED = {
    "strong": "What do strong people in this job do differently?",
    "went_wrong": "What went wrong last time?",
    "learned": "What can be learned on the job?",
}


class Intake(Draft):
    """Answers about the job, as typed; empty where nothing was said.

    `strong`: what strong people in this job do differently. `went_wrong`: what went wrong last time. `learned`: what
    can be learned on the job, and so need not be asked for."""

    strong: str = Field("", max_length=MOST_ANSWER)
    went_wrong: str = Field("", max_length=MOST_ANSWER)
    learned: str = Field("", max_length=MOST_ANSWER)

    @property
    def says_something(self) -> bool:
        """Whether any of the three was answered."""
        return any(text.strip() for text in (self.strong, self.went_wrong, self.learned))
