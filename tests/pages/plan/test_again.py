"""Writing again on the plan's page: locks, the question how, what is under way, the proposal beside the old text."""

import pytest

from interviews.drafts import LanguageModel
from interviews.models import Interview, Job, Proposal, Question, Skill
from interviews.pipeline import runner
from interviews.services.editing import by_person, edit
from interviews.services.regeneration import Again, start_regeneration

HTMX = {"HX-Request": "true"}


def text(response):
    return response.content.decode()


@pytest.fixture
def question(interview):
    return Question.objects.order_by("pk").first()


@pytest.fixture
def proposal(interview, question):
    runner.run(str(start_regeneration(interview, Again("question", question.pk)).pk))
    return Proposal.objects.get()


def ask(browser, interview, **sent):
    return browser.post(f"/interviews/{interview.pk}/again/", sent, headers=HTMX)


def test_a_locked_question_says_so_and_can_be_unlocked(signed_in, question):
    answer = signed_in.post(f"/questions/{question.pk}/lock/", {"locked": "1"}, headers=HTMX)
    assert "Unlock" in text(answer)
    assert "Write again" not in text(answer).split(f'id="question-{question.pk}"')[1].split("</article>")[0]
    question.refresh_from_db()
    assert question.locked
    signed_in.post(f"/questions/{question.pk}/lock/", {"locked": "0"})
    question.refresh_from_db()
    assert not question.locked


def test_a_locked_skill_keeps_all_its_questions(signed_in, interview, question):
    answer = signed_in.post(f"/skills/{question.skill_id}/lock/", {"locked": "1"}, headers=HTMX)
    shown = text(answer).split(f'id="question-{question.pk}"')[1].split("</article>")[0]
    assert "Write again" not in shown
    assert Skill.objects.get(pk=question.skill_id).locked
    answer = ask(signed_in, interview, kind="question", identifier=question.pk)
    assert (answer.status_code, "is locked" in text(answer)) == (422, True)


def test_it_is_asked_how_and_a_worker_begins(signed_in, interview, question, settings):
    page = text(signed_in.get(f"/interviews/{interview.pk}/again/", {"kind": "question", "identifier": question.pk}))
    assert "Write this question again" in page
    assert "wish" not in page
    settings.LANGUAGE_MODEL = LanguageModel(api_key="k")
    assert "if you have a wish" in text(
        signed_in.get(f"/interviews/{interview.pk}/again/", {"kind": "question", "identifier": question.pk})
    )
    answer = ask(signed_in, interview, kind="question", identifier=question.pk, instruction=" shorter,\nplease ")
    assert "Being written again: Waiting to start" in text(answer)
    job = Job.objects.get()
    assert (job.type, job.instruction, job.target.question) == (
        "ai_interview_regeneration",
        "shorter, please",
        question.pk,
    )
    assert Interview.objects.get().version == 1


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"kind": "question", "identifier": "999999"}, "not in the plan any more"),
        ({"kind": "question"}, "Say which one"),
        ({"kind": "new"}, "Say which one"),
        ({"kind": "new", "identifier": "999999"}, "The skill is not in the plan any more"),
        ({"kind": "questions"}, "Choose at least one question."),
        ({"kind": "interview", "instruction": "x" * 501}, "Shorten it to 500"),
        ({"kind": "nonsense"}, "not one of the available choices"),
    ],
)
def test_what_cannot_be_written_again_is_said(signed_in, interview, settings, sent, sentence):
    settings.LANGUAGE_MODEL = LanguageModel(api_key="k")
    answer = ask(signed_in, interview, **sent)
    assert (answer.status_code, sentence in text(answer)) == (422, True)
    assert not Job.objects.exists()


def test_who_writes_can_be_chosen_where_there_is_a_model(signed_in, interview, question, settings):
    settings.LANGUAGE_MODEL = LanguageModel(api_key="k")
    ask(signed_in, interview, kind="question", identifier=question.pk, engine="library")
    assert Job.objects.get().brief.engine == "library"


def test_the_page_is_told_only_when_something_moved(signed_in, interview, question):
    ask(signed_in, interview, kind="question", identifier=question.pk)
    context = signed_in.get(f"/interviews/{interview.pk}/").context["writing"]
    address = f"/interviews/{interview.pk}/writing/?seen={context.signature}&shown=question-{question.pk}"
    assert signed_in.get(address, headers=HTMX).status_code == 204
    runner.run(str(Job.objects.get().pk))
    told = signed_in.get(f"{address}&had=0", headers=HTMX)
    assert f'id="question-{question.pk}-proposal" hx-swap-oob="true"' in text(told)
    assert "Proposed" in text(told)
    assert "A question is proposed. It stands at its place in the plan." in told.headers["HX-Trigger"]
    assert "HX-Trigger" not in signed_in.get(f"{address}&had=1", headers=HTMX).headers


def test_the_proposal_stands_beside_the_old_text_part_by_part(signed_in, interview, question, proposal):
    page = text(signed_in.get(f"/interviews/{interview.pk}/"))
    new = proposal.content.questions[0].question
    assert page.count(question.prompt) >= 2
    assert new.evaluation_criteria[0] in page.replace("&#x27;", "'").replace("&quot;", '"')
    assert 'name="part" value="rating_scale"> Take' in page
    first, parts = page.split('<div class="beside-head"')[0], page.split('<div class="beside-head"')[1]
    assert ("Take all of it" in first, "Take all of it" in parts, "Take what is ticked" in parts) == (True, False, True)
    assert "was changed after this was asked for" not in page


def test_a_question_that_was_changed_since_says_so(signed_in, interview, question, proposal, owner):
    def longer(plan):
        plan.skills[0].questions[0] = plan.skills[0].questions[0].model_copy(update={"minutes": 9})
        return plan

    edit(interview, longer, by=by_person(owner))
    assert "was changed after this was asked for" in text(signed_in.get(f"/interviews/{interview.pk}/"))


def test_what_is_ticked_is_taken_and_the_place_is_cleared(signed_in, interview, question, proposal):
    answer = signed_in.post(
        f"/proposals/{proposal.pk}/take/", {"question": question.pk, "part": ["prompt"]}, headers=HTMX
    )
    question.refresh_from_db()
    assert question.prompt == proposal.content.questions[0].question.prompt
    place = text(answer).rsplit(f'id="question-{question.pk}-proposal"', 1)[1]
    assert "Take what is ticked" not in place
    assert "Undo" in text(answer)
    assert "Taken. Still written for the old question: the probes, what to look for, the scale" in text(answer)


def test_kept_the_question_stays(signed_in, interview, question, proposal):
    answer = signed_in.post(f"/proposals/{proposal.pk}/keep/", {"question": question.pk})
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#question-{question.pk}"
    assert Proposal.objects.get().status == "dismissed"
    assert Interview.objects.get().version == 1


def test_a_question_that_is_no_number_puts_nothing_away(signed_in, proposal):
    for named in ({"question": "9" * 5000}, {"skill": "x"}):
        assert signed_in.post(f"/proposals/{proposal.pk}/keep/", named, headers=HTMX).status_code == 409
    proposal.refresh_from_db()
    assert proposal.status == "open"


def test_kept_in_place_it_is_said(signed_in, interview, question, proposal):
    answer = signed_in.post(f"/proposals/{proposal.pk}/keep/", headers=HTMX)
    assert "Kept as it was." in text(answer).split('id="toast"')[1]
    assert f'id="question-{question.pk}-proposal" hx-swap-oob="true"' in text(answer)


def without_questions(interview, owner, place=0):
    """The skill at a place, which has no question any more."""

    def emptied(plan):
        plan.skills[place].questions = []
        return plan

    edit(interview, emptied, by=by_person(owner))
    return Skill.objects.filter(interview=interview).order_by("position")[place]


def test_a_skill_without_a_question_has_one_written_that_can_be_added_or_left(signed_in, interview, owner):
    skill = without_questions(interview, owner)
    page = text(signed_in.get(f"/interviews/{interview.pk}/"))
    assert f"/again/?kind=new&amp;identifier={skill.pk}" in page
    for act, count in (("keep", 0), ("add-new", 1)):
        answer = ask(signed_in, interview, kind="new", identifier=skill.pk)
        assert f'id="skill-{skill.pk}-proposal" hx-swap-oob="true"' in text(answer)
        assert "A question is being written:" in text(answer)
        runner.run(str(Job.objects.latest("created_at").pk))
        proposal = Proposal.objects.get(status="open")
        (one,) = proposal.content.questions
        assert (one.skill, one.replaces, skill.questions.count()) == (skill.pk, None, 0)
        assert "Add this question" in text(signed_in.get(f"/skills/{skill.pk}/proposal/"))
        answer = signed_in.post(f"/proposals/{proposal.pk}/{act}/", {"skill": skill.pk}, headers=HTMX)
        assert "Add this question" not in text(answer)
        assert skill.questions.count() == count
    assert skill.questions.get().prompt == one.question.prompt
    assert "Question added." in text(answer)
    refused = signed_in.post(f"/proposals/{proposal.pk}/add-new/", {"skill": skill.pk}, headers=HTMX)
    assert (refused.status_code, "decided on this proposal already" in text(refused)) == (409, True)


def test_all_that_is_written_again_holds_a_question_for_a_skill_that_has_none(signed_in, interview, owner):
    skill = without_questions(interview, owner, 1)
    runner.run(str(start_regeneration(interview, Again("interview")).pk))
    proposal = Proposal.objects.get()
    assert [one.replaces is None for one in proposal.content.questions if one.skill == skill.pk] == [True]
    answer = signed_in.post(f"/proposals/{proposal.pk}/take-all/", headers=HTMX)
    assert "All taken." in text(answer)
    assert skill.questions.count() == 1


def test_what_was_proposed_for_a_question_is_told_of_when_it_is_removed(signed_in, interview, question, proposal):
    said = "Proposed for a question that was removed meanwhile"
    assert said in text(signed_in.post(f"/questions/{question.pk}/remove/", headers=HTMX))
    back = text(signed_in.post(f"/interviews/{interview.pk}/undo/2/", headers=HTMX))
    assert ('id="plan-writing"' in back, said in back) == (True, False)


def test_a_proposal_for_a_removed_question_can_be_added(signed_in, interview, question, proposal, owner):
    def without(plan):
        del plan.skills[0].questions[0]
        return plan

    edit(interview, without, by=by_person(owner))
    assert "Proposed for a question that was removed meanwhile" in text(signed_in.get(f"/interviews/{interview.pk}/"))
    signed_in.post(f"/proposals/{proposal.pk}/add/", {"question": question.pk})
    assert Question.objects.filter(prompt=proposal.content.questions[0].question.prompt).count() == 1


def test_it_can_be_stopped_and_a_failed_one_tried_again(signed_in, interview, question):
    job = start_regeneration(interview, Again("question", question.pk))
    signed_in.post(f"/interviews/{interview.pk}/writing/{job.pk}/cancel/")
    job.refresh_from_db()
    assert (job.status, job.is_cancelled) == ("failed", True)
    signed_in.post(f"/interviews/{interview.pk}/writing/{job.pk}/retry/", headers=HTMX)
    job.refresh_from_db()
    assert job.status == "pending"


def test_what_is_published_is_not_written_again(signed_in, interview):
    signed_in.post(f"/interviews/{interview.pk}/publish/", {"version": "1"})
    answer = ask(signed_in, interview, kind="interview")
    assert (answer.status_code, "Edit as a new draft" in text(answer)) == (409, True)


def test_who_may(viewer, stranger, interview, question, proposal):
    for address in (
        f"/interviews/{interview.pk}/again/",
        f"/questions/{question.pk}/lock/",
        f"/skills/{question.skill_id}/lock/",
        f"/proposals/{proposal.pk}/take/",
        f"/proposals/{proposal.pk}/keep/",
    ):
        assert (viewer.post(address).status_code, stranger.post(address).status_code) == (403, 404)
    page = text(viewer.get(f"/interviews/{interview.pk}/"))
    assert "Proposed" in page
    assert "Take what is ticked" not in page
