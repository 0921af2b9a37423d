"""How many comments on a plan wait for the team, by what they are about."""

from dataclasses import dataclass

from interviews.models import Comment, Interview


@dataclass(frozen=True)
class OpenComments:
    """Counts of comments that nobody has resolved: all of them, and those on each question by its id."""

    total: int
    of_questions: dict[int, int]


def open_comments(interview: Interview) -> OpenComments:
    """Counts of an interview, in one query."""
    counts = Comment.objects.open().filter(interview=interview).counted()
    return OpenComments(
        total=sum(count for _skill, _question, count in counts),
        of_questions={question: count for _skill, question, count in counts if question is not None},
    )
