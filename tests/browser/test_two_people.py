"""Two people at one plan, each in a browser of their own; and an old version brought back from the history."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PASSWORD

MAKE = (
    "from interviews.models import *; from tests.pages.plans import python_plan; team = Team.objects.first(); "
    "edgar = User.objects.filter(name='Edgar Editor').first() or "
    "User.objects.create_user('edgar@example.org', {password!r}, name='Edgar Editor'); "
    "Membership.objects.get_or_create(user=edgar, team=team, level='editor'); plan = python_plan(); "
    "role, _made = Role.objects.get_or_create(team=team, title=plan.role); "
    "print(write_plan(team, role, plan, by=Author('edgar@example.org', edgar)).pk)"
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def plan(running, account):
    """The address of a plan, in whose team Edgar is an editor."""
    done = running.manage("shell", "-v0", "-c", MAKE.format(password=PASSWORD))
    assert done.returncode == 0, done.stderr
    return f"{running.url}/interviews/{done.stdout.split()[-1]}/"


@pytest.fixture
def edgar(running, plan, chromium):
    """Edgar's window, signed in."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    window = context.new_page()
    window.goto(running.url + "/")
    window.get_by_label("E-mail").fill("edgar@example.org")
    window.get_by_label("Password").fill(PASSWORD)
    window.get_by_role("button", name="Sign in").click()
    window.get_by_role("heading", name="Interviews").wait_for()
    yield window
    context.close()


def looks_until(window, text):
    """The page looks around time and again, instead of every ten seconds, until it tells of others what is expected."""
    for _ in range(20):
        window.evaluate("dispatchEvent(new Event('pageshow'))")
        try:
            expect(window.locator("#plan-presence")).to_have_text(text, timeout=1_000)
        except AssertionError:
            continue
        return
    expect(window.locator("#plan-presence")).to_have_text(text)


def catches_up(window, number, words):
    """The page looks around until what somebody else made of a question stands there."""
    shown = window.locator(".question").nth(number - 1).get_by_text(words, exact=True)
    for _ in range(20):
        window.evaluate("dispatchEvent(new Event('pageshow'))")
        try:
            expect(shown).to_be_visible(timeout=1_000)
        except AssertionError:
            continue
        return
    expect(shown).to_be_visible()


def edit(window, number):
    """Opens the form of a question, counted from 1, and gives its field."""
    window.locator(".question").nth(number - 1).get_by_role("link", name="Edit").click()
    return window.locator(".question").nth(number - 1).get_by_label("Question")


def set_minutes(window, number, minutes):
    """Changes the minutes of a question and saves it."""
    expect(edit(window, number)).to_be_focused()
    asked = window.locator(".question").nth(number - 1)
    asked.get_by_label("Minutes").fill(str(minutes))
    asked.get_by_role("button", name="Done").click()
    expect(asked.get_by_text(f"{minutes} min", exact=True)).to_be_visible()


def test_two_people_see_each_other_and_nothing_typed_is_touched(plan, signed_in, edgar):
    olga = signed_in
    olga.goto(plan)
    edgar.goto(plan)
    field = edit(edgar, 1)
    field.fill("Edgar is still typing")
    looks_until(olga, re.compile("Edgar Editor is editing question 1"))
    expect(olga.locator(".question").first).to_contain_text("Edgar Editor is editing this")

    set_minutes(olga, 2, 9)
    set_minutes(olga, 1, 8)
    expect(olga.locator("#plan-presence")).to_contain_text("Edgar Editor is editing question 1")
    looks_until(edgar, re.compile("is here"))
    expect(edgar.locator(".question").nth(1).get_by_text("9 min", exact=True)).to_be_visible()
    expect(edgar.locator(".question").first).to_contain_text("has just changed this")
    expect(edgar.locator("#announcer")).to_contain_text(re.compile("changed (question 1|2 things)"))
    expect(field).to_be_focused()
    edgar.keyboard.type(" on")
    expect(field).to_have_value("Edgar is still typing on")

    set_minutes(olga, 3, 7)
    set_minutes(edgar, 4, 2)
    catches_up(edgar, 3, "7 min")
    expect(field).to_have_value("Edgar is still typing on")

    edgar.locator(".question").first.get_by_role("button", name="Done").click()
    expect(edgar.locator(".question").first.get_by_text("8 min", exact=True)).to_be_visible()
    expect(edgar.locator(".changed-note")).to_have_count(0)

    edgar.close(run_before_unload=False)
    looks_until(olga, "")
    expect(olga.locator("#plan-presence")).to_be_hidden()


def test_an_old_version_is_restored_from_the_history(plan, signed_in):
    page = signed_in
    page.goto(plan)
    set_minutes(page, 1, 8)
    page.get_by_label("This interview").get_by_text("More").click()
    page.get_by_role("link", name="History").click()
    expect(page.locator(".line-value")).to_have_text(re.compile(r"Minutes\s+before: 6\s+→\s+now: 8"))
    page.get_by_role("button", name="Restore version 1").click()
    expect(page).to_have_url(plan)
    expect(page.locator(".question").first.get_by_text("6 min", exact=True)).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".question").first.get_by_text("8 min", exact=True)).to_be_visible()
    expect(page.locator("#plan-head")).to_contain_text(re.compile("version 4"))
