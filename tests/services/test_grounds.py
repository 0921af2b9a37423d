"""Lawful grounds: who chooses, who agrees, what they lift, and when they end."""

import threading

import pytest
from django.db import connections

from interviews.drafts import Finding, FollowUp, Outdated
from interviews.models import Author, Interview, LawfulGround, Membership, Question, User
from interviews.services.blocking import blocker, blockers, may_publish, standing
from interviews.services.editing import save_question
from interviews.services.grounds import Refused, agree, choose, history, withdraw
from tests import samples

AGE = "We serve wine. How old are you?"
LAW = "Licensing Act: nobody under 18 serves wine."
PLACE = "skills.0.questions.0.prompt"


def member(team, email: str, level: str) -> User:
    """A member of a team who need not sign in: no password is hashed."""
    user = User.objects.create(email=email)
    Membership.objects.create(user=user, team=team, level=level)
    return user


@pytest.fixture
def owner(team):
    return member(team, "owner@example.org", "owner")


@pytest.fixture
def second(team):
    return member(team, "second@example.org", "editor")


def asking(team, prompt: str = AGE, **changes) -> Interview:
    skills = samples.plan().skills
    skills[0].questions[0] = samples.question(prompt, **changes)
    interview: Interview = samples.interview(team, skills=skills)
    return interview


def read(interview: Interview) -> Interview:
    return Interview.objects.with_plan().get(pk=interview.pk)


def states(interview: Interview) -> list[str]:
    return [one.state for one in blockers(read(interview))]


def chosen(interview: Interview, person, ground: str = "minimum_age") -> LawfulGround:
    (one,) = blockers(read(interview))
    return choose(read(interview), one.finding, ground, LAW, person)


def rewrite(interview: Interview, prompt: str) -> None:
    question = Question.objects.select_related("skill__interview").get(skill__interview=interview, skill__position=0)
    save_question(interview, question.pk, {"prompt": prompt, "minutes": 5}, {}, by=Author("olga@example.org"))


def demote(person) -> None:
    Membership.objects.filter(user=person).update(level="viewer")


def test_a_sound_plan_may_be_published(interview, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert may_publish(interview) == (True, [])


def test_a_topic_of_the_first_seven_is_never_lifted(team, owner):
    interview = asking(team, "Are you married?")
    assert may_publish(interview) == (
        False,
        ['"Are you married" asks the candidate about pregnancy, children, marriage or childcare. Change it.'],
    )
    (one,) = blockers(interview)
    assert (one.state, one.choices) == ("always", ())
    with pytest.raises(Refused, match="No ground makes it lawful to ask about pregnancy, children"):
        choose(interview, one.finding, "minimum_age", LAW, owner)


def test_whatever_findings_a_plan_brings_along_it_is_checked_anew(team):
    interview = asking(team)
    assert (interview.findings, states(interview)) == ([], ["needs_ground"])
    forged = [Finding(code="prohibited.age", where="closing", blocks="ground")]
    imported = samples.interview(team, findings=forged)
    assert blockers(imported) == []


def test_who_alone_may_edit_lifts_by_their_own_word(team, owner, django_assert_num_queries):
    member(team, "viewer@example.org", "viewer")
    interview = asking(team)
    ground = chosen(interview, owner)
    assert (ground.text, ground.note, ground.chosen_name, ground.agreed_at) == (AGE, LAW, "owner@example.org", None)
    fresh = read(interview)
    with django_assert_num_queries(2):
        assert may_publish(fresh) == (True, [])
    assert standing(fresh) == {("prohibited.age", AGE): ground}


def test_where_two_may_edit_the_second_has_to_agree(team, owner, second):
    interview = asking(team)
    ground = chosen(interview, owner)
    assert may_publish(read(interview)) == (
        False,
        ['A second person has to agree to the ground that owner@example.org chose for "How old are you".'],
    )
    with pytest.raises(Refused, match="You chose this ground yourself"):
        agree(ground, owner)
    second.name = "Ann Lee"
    agreed = agree(ground, second)
    assert (agreed.agreed_by, agreed.agreed_name) == (second, "Ann Lee (second@example.org)")
    assert agreed.agreed_at >= agreed.chosen_at
    assert may_publish(read(interview)) == (True, [])


def test_it_is_not_lifted_any_more_when_a_second_person_joins_who_has_not_agreed(team, owner):
    interview = asking(team)
    ground = chosen(interview, owner)
    joined = member(team, "joined@example.org", "editor")
    assert states(interview) == ["needs_second_person"]
    agree(ground, joined)
    assert states(interview) == ["lifted"]


@pytest.mark.parametrize(
    ("ground", "note", "message"),
    [
        ("own_vehicle", LAW, "Choose one of the grounds for age, birth date or graduation year."),
        ("nonsense", LAW, "Choose one of the grounds"),
        ("minimum_age", " law \n", "Say in a few words what the ground rests on. Name the law and the age"),
        ("minimum_age", "x" * 2001, "The note is 2,001 characters long. Shorten it to 2,000."),
    ],
)
def test_a_ground_needs_the_right_topic_and_a_note(team, owner, ground, note, message):
    interview = asking(team)
    (one,) = blockers(interview)
    with pytest.raises(Refused, match=message.replace("(", r"\(")):
        choose(interview, one.finding, ground, note, owner)
    assert LawfulGround.objects.count() == 0


def test_a_finding_that_is_not_there_cannot_be_lifted_beforehand(team, owner):
    interview = samples.interview(team)
    with pytest.raises(Outdated):
        choose(interview, Finding(code="prohibited.age", where=PLACE, blocks="ground"), "minimum_age", LAW, owner)


def test_viewers_strangers_and_those_who_left_neither_choose_nor_agree_nor_withdraw(team, other_team, owner, second):
    interview = asking(team)
    (one,) = blockers(interview)
    ground = chosen(interview, owner)
    stranger = member(other_team, "stranger@example.org", "owner")
    demote(second)
    for person in (second, stranger):
        with pytest.raises(Refused, match="You may read this team's interviews"):
            choose(interview, one.finding, "minimum_age", LAW, person)
        with pytest.raises(Refused):
            agree(ground, person)
        with pytest.raises(Refused):
            withdraw(ground, person)
    assert [row.standing for row in history(interview)] == ["holds"]


def test_a_ground_holds_for_its_very_text_and_ends_with_it(team, owner):
    interview = asking(team)
    chosen(interview, owner)
    rewrite(interview, AGE + " And why?")
    assert states(interview) == ["needs_ground"]
    assert [row.standing for row in history(read(interview))] == ["text_changed"]
    rewrite(interview, AGE)
    assert states(interview) == ["lifted"]


def test_a_ground_goes_along_when_the_question_is_moved(team, owner):
    interview = asking(team)
    chosen(interview, owner)
    interview.skills.filter(position=0).update(position=5)
    (one,) = blockers(read(interview))
    assert (one.finding.where, one.state) == ("skills.1.questions.0.prompt", "lifted")


def test_a_ground_of_another_topic_or_interview_does_not_count(team, owner):
    both = "How old are you, and how is your credit score?"
    interview = asking(team, both)
    first, _second = blockers(interview)
    choose(interview, first.finding, "minimum_age", LAW, owner)
    assert states(interview) == ["lifted", "needs_ground"]
    assert states(asking(team, both)) == ["needs_ground", "needs_ground"]


def test_the_same_text_twice_is_lifted_by_one_ground(team, owner):
    interview = asking(team, AGE, follow_ups=[FollowUp(text=AGE)])
    choose(interview, blockers(interview)[0].finding, "minimum_age", LAW, owner)
    assert states(interview) == ["lifted", "lifted"]


def test_the_text_changes_between_looking_and_choosing(team, owner):
    seen = asking(team)
    (one,) = blockers(seen)
    rewrite(seen, "We serve spirits. How old are you?")
    with pytest.raises(Outdated, match="has been changed since it was checked"):
        choose(seen, one.finding, "minimum_age", LAW, owner)
    with pytest.raises(Outdated):
        blocker(read(seen), "prohibited.age", PLACE, one.seen)
    assert blocker(asking(team), "prohibited.age", PLACE, one.seen).finding == one.finding


def test_the_text_changes_between_choosing_and_agreeing(team, owner, second):
    interview = asking(team)
    ground = chosen(interview, owner)
    rewrite(interview, "How do you check the age of a guest?")
    with pytest.raises(Outdated):
        agree(ground, second)
    ground.refresh_from_db()
    assert ground.agreed_at is None


def test_another_persons_choice_is_not_replaced_silently(team, owner, second):
    interview = asking(team)
    first = chosen(interview, owner)
    with pytest.raises(Refused, match=r"owner@example\.org has already chosen a ground for this"):
        chosen(interview, second, "licence")
    other = chosen(interview, owner, "licence")
    first.refresh_from_db()
    assert (first.withdrawn_name, other.ground) == ("owner@example.org", "licence")
    assert [(row.ground.ground, row.standing) for row in history(interview)] == [
        ("licence", "waits"),
        ("minimum_age", "withdrawn"),
    ]


def test_what_is_withdrawn_lifts_nothing_and_is_kept_with_name_and_time(team, owner, second):
    interview = asking(team)
    ground = agree(chosen(interview, owner), second)
    withdrawn = withdraw(ground, second)
    assert (withdrawn.withdrawn_name, states(interview)) == ("second@example.org", ["needs_ground"])
    assert withdraw(ground, owner).withdrawn_name == "second@example.org"
    with pytest.raises(Refused, match=r"second@example\.org has withdrawn this ground"):
        agree(ground, owner)
    (row,) = history(interview)
    assert (row.label, row.ground.agreed_name) == ("Legal minimum age for this work", "second@example.org")


def test_what_two_agreed_on_stands_when_they_leave(team, owner, second):
    interview = asking(team)
    ground = agree(chosen(interview, owner), second)
    demote(owner)
    second.delete()
    member(team, "third@example.org", "editor")
    assert states(interview) == ["lifted"]
    assert LawfulGround.objects.get(pk=ground.pk).agreed_name == "second@example.org"


def test_what_one_chose_who_may_not_edit_any_more_waits_for_one_who_may(team, owner, second):
    interview = asking(team)
    ground = chosen(interview, owner)
    demote(owner)
    assert states(interview) == ["needs_second_person"]
    agree(ground, second)
    assert states(interview) == ["lifted"]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_agree_at_once_the_first_counts(team, owner, second):
    third = member(team, "third@example.org", "editor")
    ground = chosen(asking(team), owner)
    start, answers = threading.Barrier(2), []

    def say(person) -> None:
        try:
            start.wait(10)
            answers.append(agree(ground, person).agreed_name)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=say, args=[person]) for person in (second, third)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    ground.refresh_from_db()
    assert answers == [ground.agreed_name] * 2
