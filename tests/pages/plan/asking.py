"""A question's form as a browser sees and sends it, and somebody else at the same question."""

from interviews.models import Author, Question
from interviews.services.editing import save_question

HTMX = {"HX-Request": "true"}
EDGAR = Author("edgar@example.org")


def text(response):
    return response.content.decode()


def url(question):
    return f"/questions/{question.pk}/edit/"


def form(browser, question, **typed):
    """What a browser sends: the form as it was shown, with what the person typed."""
    page = browser.get(url(question))
    shown = page.context["form"]
    sent = {f"seen-{name}": value for name, value in shown.seen().items()}
    sent["keeper"] = text(page).split('name="keeper" value="')[1].split('"')[0]
    for field in shown.everything:
        if field.kind in {"lines", "probes", "samples"}:
            sent[field.name] = [row["text"] for row in field.rows]
        elif field.kind == "anchors":
            sent |= {f"rating_scale_{row['score']}": row["text"] for row in field.rows}
        elif field.kind != "switch" or field.field.value():
            sent[field.name] = field.field.value()
    sent["follow_ups_ask"] = [row["ask"] for row in shown.shown("follow_ups").rows]
    sent["samples_score"] = [row["score"] for row in shown.shown("samples").rows]
    interview = question.skill.interview
    return sent | {"interview": interview.pk, "since": interview.version} | typed


def theirs(question, **changes):
    """Somebody else changes the question."""
    save_question(question.skill.interview, question.pk, changes, {}, by=EDGAR)


def values(question):
    return Question.objects.get(pk=question.pk).draft()
