"""What is found about a plan, in a browser: a suggestion taken, publishing blocked and unblocked, time made to fit."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import EMAIL, PASSWORD

SECOND, LAW = "second@example.org", "Licensing Act: nobody under 18 serves wine."
MAKING = f"""
from interviews.models import Author, Membership, Role, Team, User, write_plan
from tests.pages.plans import python_plan
team = Membership.objects.get(user__email="{EMAIL}").team
second = User.objects.create_user("{SECOND}", "{PASSWORD}", name="Sven Second")
Membership.objects.create(user=second, team=team, level="editor")
role, _made = Role.objects.get_or_create(team=team, title="Senior Python Developer")
plan = python_plan()
plan.skills[0].questions[0].minutes = 12
plan.skills[1].questions[0].prompt = "Our team serves wine at lunch. How old are you? What do you say to a late one?"
plan.closing = "That was all. Are you married?"
made = [write_plan(team, role, one, by=Author("")).pk for one in (plan, python_plan(), plan)]
print("made", *made)
"""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def plans(running, account):
    """The addresses of a plan with findings, of one without, and of one more with, in a team of two who may edit."""
    made = running.manage("shell", "-c", MAKING)
    found = re.search(r"made (\d+) (\d+) (\d+)", made.stdout)
    assert found, made.stderr
    return [f"{running.url}/interviews/{identifier}/" for identifier in found.groups()]


def sign_in(page: Page, address: str, email: str):
    page.goto(address)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Senior Python Developer").wait_for()


def has_focus(page: Page, element: str):
    expect(page.locator(element)).to_be_focused()


def test_a_suggestion_is_taken_with_one_click_and_the_list_stays_open(plans, page: Page):
    sign_in(page, plans[0], EMAIL)
    page.get_by_role("link", name="Check (5)").click()
    has_focus(page, "#checks-line")
    expect(page.locator("#checks-line")).to_have_text("2 block publishing, 2 to look at, 1 requirement not covered")

    listed = page.locator("#plan-checks li").filter(has_text="A behavioural question takes 5 to 6 minutes")
    listed.get_by_role("button", name="Plan 6 minutes").press("Enter")
    expect(page.locator("#checks-line")).to_have_text("2 block publishing, 1 to look at, 1 requirement not covered")
    expect(page.locator("#checks-list")).to_have_attribute("open", "")
    expect(page.locator("#plan-checks :focus")).to_have_attribute("name", "finding")
    expect(page.locator("#announcer")).to_have_text("Minutes changed.")

    page.locator("#toast").get_by_role("button", name="Undo").click()
    expect(page.locator("#checks-line")).to_have_text("2 block publishing, 2 to look at, 1 requirement not covered")
    expect(page.locator("#checks-list")).to_have_attribute("open", "")


def test_publishing_is_blocked_until_a_second_person_agrees_and_the_rest_is_reworded(plans, page: Page, chromium):
    sign_in(page, plans[2], EMAIL)
    page.get_by_role("link", name="Publish").click()
    expect(page.get_by_role("heading", name="2 things stand against it")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Go there.*How old are you")).click()

    asked = page.locator("article").filter(has_text="Our team serves wine at lunch")
    asked.get_by_role("link", name="Choose a lawful ground").click()
    page.get_by_label("Legal minimum age for this work").check()
    asked.get_by_role("button", name="This is the ground").click()
    expect(asked.get_by_label("What it rests on")).to_be_focused()
    expect(page.locator("#announcer")).to_have_text("Say what the ground rests on: name the law or the duty.")
    asked.get_by_label("What it rests on").fill(LAW)
    asked.get_by_role("button", name="This is the ground").click()
    expect(asked).to_contain_text("somebody else of your team who may edit, for you chose it yourself")
    expect(asked.locator(".ground-form")).to_have_count(0)

    context = chromium.new_context()
    other = context.new_page()
    sign_in(other, plans[2], SECOND)
    waiting = other.locator("article").filter(has_text="Our team serves wine at lunch")
    waiting.get_by_role("button", name="I agree").click()
    expect(waiting).to_contain_text(f"agreed by Sven Second ({SECOND})")
    context.close()

    page.reload()
    page.get_by_role("link", name="Check (").click()
    page.locator("#plan-checks").get_by_role("button", name="Take this wording").first.click()
    expect(page.locator("#plan-closing")).not_to_contain_text("married")
    expect(page.locator("#checks-line")).not_to_contain_text("publishing")
    page.get_by_role("link", name="Publish").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#plan-banner")).to_contain_text("Published as version")
    page.keyboard.press("Tab")
    expect(page.locator("#drag-help")).to_be_hidden()


def test_the_slider_shows_what_goes_and_it_comes_back(plans, page: Page):
    sign_in(page, plans[1], EMAIL)
    page.get_by_text("Write a question", exact=True).first.press("Enter")
    expect(page.locator(".write textarea").first).to_be_focused()
    page.get_by_role("link", name="Make it shorter").click()
    has_focus(page, "#fit-minutes")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#fit-said")).to_have_text("23")
    expect(page.locator("#fit-preview li")).to_have_count(1)
    page.keyboard.press("Home")
    expect(page.locator("#fit-preview li")).to_have_count(3)
    expect(page.locator("#fit-preview .finding")).to_contain_text("is a must-have and loses its only question")
    for _minute in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#fit-preview li")).to_have_count(2)
    expect(page.locator("article.question")).to_have_count(4)

    page.get_by_role("button", name="Drop them").click()
    expect(page.locator("article.question")).to_have_count(2)
    expect(page.locator("#plan-length")).to_contain_text("16 of 30 min")
    has_focus(page, "#length-open")
    page.locator("#toast").get_by_role("button", name="Undo").click()
    expect(page.locator("article.question")).to_have_count(4)
