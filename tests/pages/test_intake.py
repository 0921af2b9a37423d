"""What the team said, on the page of a plan."""

from interviews.drafts import Intake
from interviews.models import Interview


def shown(client, interview, **answers):
    Interview.objects.filter(pk=interview.pk).update(intake=Intake(**answers))
    return client.get(f"/interviews/{interview.pk}/").content.decode()


def test_what_the_team_said_is_shown_without_what_it_did_not_say(signed_in, interview):
    page = shown(signed_in, interview, went_wrong="A <b>migration</b> locked a table.", learned=" \n")
    assert "What your team said" in page
    assert "A &lt;b&gt;migration&lt;/b&gt; locked a table." in page
    assert "What went wrong last time?" in page
    assert "What can be learned on the job?" not in page


def test_nothing_is_shown_where_nothing_was_said(signed_in, interview):
    assert "What your team said" not in shown(signed_in, interview, strong=" ")


def test_what_the_team_said_stands_in_the_form_for_another_interview(signed_in, interview):
    shown(signed_in, interview, learned="Kubernetes")
    form = signed_in.get("/interviews/new/", {"interview": interview.pk}).context["form"]
    assert (form["learned"].value(), form.intake_is_open) == ("Kubernetes", True)
