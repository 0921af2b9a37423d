"""Skills, evidence and texts edited where they stand: by mouse and keyboard, by two people, and without script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import EMAIL, PASSWORD

POSTING = """🚑👩‍⚕️ Harbour Logistics runs a cross-dock warehouse with two shifts.

What you will do
- Load and unload trailers with a counterbalance forklift
- Check delivery notes against the pallets and report differences
- Count stock in the racking every week and correct it in SAP
- Train new people at the loading dock

What you bring
- Valid forklift licence
- Two years of experience in a busy warehouse
"""
# The middle of the first and of the last letter of some words of the description, on the screen.
PLACE = """(words) => {
  const walk = document.createTreeWalker(document.getElementById("posting"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walk.currentNode, at);
    range.setEnd(walk.currentNode, at + words.length);
    walk.currentNode.parentElement.scrollIntoView({ block: "center" });
    const all = [...range.getClientRects()], first = all[0], last = all[all.length - 1];
    return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
  }
}"""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def made(running, account, chromium):
    """The address of a plan that the built-in engine made."""
    page = chromium.new_page()
    page.goto(running.url + "/")
    sign_in(page)
    page.get_by_role("link", name="New interview").first.click()
    page.get_by_label("Role").first.fill("Warehouse operative")
    page.get_by_label(re.compile("description", re.I)).fill(POSTING)
    page.get_by_role("button", name="Generate plan").click()
    expect(page).to_have_url(re.compile(r"/interviews/\d+/$"), timeout=30_000)
    address = page.url
    page.close()
    return address


@pytest.fixture
def plan(made, signed_in: Page):
    """The address of a copy of it, for one test."""
    signed_in.goto(made)
    signed_in.get_by_label("This interview").get_by_text("More").click()
    signed_in.get_by_role("button", name="Duplicate").click()
    expect(signed_in).not_to_have_url(made)
    return signed_in.url


def sign_in(page: Page):
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Interviews").wait_for()


def select(page: Page, words: str):
    """Selects words of the description with the mouse."""
    page.evaluate(PLACE, words)
    left, top, right, bottom = page.evaluate(PLACE, words)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move((left + right) / 2, top, steps=3)
    page.mouse.move(right, bottom, steps=3)
    page.mouse.up()
    expect(page.locator("#phrase-words")).to_have_value(words)


def weights(page: Page):
    return [int(found.split()[0]) for found in page.locator(".skill-weight").all_inner_texts()]


def test_selected_words_become_evidence_and_a_new_skill(signed_in: Page, plan):
    page = signed_in
    page.goto(plan)
    skill = page.locator(".skill").first
    select(page, "busy warehouse")
    page.get_by_label("Evidence of").first.select_option(index=1)
    page.get_by_role("button", name="Mark as evidence").first.click()
    expect(skill.get_by_role("link", name="busy warehouse", exact=True)).to_be_visible()
    expect(page.locator("#posting mark", has_text="busy warehouse")).to_be_visible()

    select(page, "cross-dock warehouse")
    page.get_by_role("button", name="New skill").click()
    expect(page.get_by_role("textbox", name="Skill", exact=True)).to_have_value("cross-dock warehouse")
    expect(page.get_by_role("textbox", name="Skill", exact=True)).to_be_focused()
    page.get_by_role("textbox", name="Skill", exact=True).fill("Training")
    page.get_by_role("button", name="Add skill", exact=True).click()
    added = page.locator(".skill", has=page.get_by_role("heading", name="Training"))
    expect(added).to_be_focused()
    page.reload()
    expect(added.get_by_role("link", name="cross-dock warehouse")).to_be_visible()


def test_words_are_selected_from_within_a_link_and_escape_gives_up(signed_in: Page, plan):
    page = signed_in
    page.goto(plan)
    words = page.locator("#posting mark a").first.inner_text().split()[0]
    select(page, words)
    assert page.url == plan
    page.keyboard.press("Escape")
    expect(page.locator("#phrase")).not_to_have_attribute("open", "")
    page.locator("#posting mark a").first.click()
    assert "#skill-" in page.url


def test_weights_balance_on_the_page_by_themselves(signed_in: Page, plan):
    page = signed_in
    page.goto(plan)
    first = page.locator(".skill").first
    first.get_by_role("link", name=re.compile("^Edit")).first.click()
    page.get_by_label("Weight in %").fill("101")
    page.keyboard.press("Tab")
    expect(first.get_by_text("Choose a weight from 0 to 100.")).to_be_visible()
    page.get_by_label("Weight in %").fill("40")
    page.keyboard.press("Tab")
    expect(first.get_by_text("Saved.")).to_be_visible()
    assert sum(weights(page)) == 60
    page.get_by_role("button", name="Done").click()
    expect(first.locator(".by-hand")).to_be_visible()
    assert (weights(page)[0], sum(weights(page))) == (40, 100)
    page.get_by_role("button", name="Share the weights evenly").click()
    expect(first.locator(".by-hand")).to_have_count(0)
    assert sum(weights(page)) == 100


def test_a_gap_becomes_a_skill_and_undo_brings_it_back(signed_in: Page, plan):
    page = signed_in
    page.goto(plan)
    select(page, "two shifts")
    page.get_by_role("button", name="New skill").click()
    page.get_by_role("textbox", name="Skill", exact=True).fill("Rota")
    page.get_by_role("button", name="Add skill", exact=True).click()
    removed = page.locator(".skill", has=page.get_by_role("heading", name="Rota"))
    expect(removed).to_be_focused()
    removed.locator(".skill-more summary").click()
    removed.get_by_role("button", name=re.compile("^Remove")).click()
    gap = page.locator(".gap-list li", has_text="two shifts")
    expect(gap).to_be_visible()
    gap.get_by_role("link", name=re.compile("^Add skill")).click()
    page.get_by_role("textbox", name="Skill", exact=True).fill("Coaching")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Coaching")).to_be_visible()
    expect(gap).to_have_count(0)
    page.locator("#toast").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Coaching")).to_have_count(0)
    expect(gap).to_be_visible()


def test_two_people_rename_at_once_and_neither_loses_anything(chromium, running, signed_in: Page, plan):
    page = signed_in
    page.goto(plan)
    other = chromium.new_page()
    other.goto(running.url + "/")
    sign_in(other)
    other.goto(plan)
    for one in (page, other):
        one.get_by_role("link", name=re.compile("^Rename")).click()
    expect(other.get_by_label("Name of the interview")).to_be_focused()
    other.keyboard.type(" never")
    other.keyboard.press("Escape")
    expect(other.locator("#plan-name")).not_to_contain_text("never")
    expect(other.get_by_role("link", name=re.compile("^Rename"))).to_be_focused()
    other.keyboard.press("Enter")
    other.get_by_label("Name of the interview").fill("Theirs")
    other.keyboard.press("Enter")
    expect(other.get_by_role("heading", name="Theirs")).to_be_visible()
    other.close()
    page.get_by_label("Name of the interview").fill("Mine")
    page.locator("#plan-name").get_by_role("button", name="Save").last.click()
    expect(page.get_by_text("Somebody else has changed this")).to_be_visible()
    expect(page.locator("#plan-name blockquote")).to_contain_text("Theirs")
    expect(page.get_by_label("Name of the interview")).to_have_value("Mine")
    page.get_by_role("button", name="Save over theirs").click()
    expect(page.locator("#plan-name").get_by_text("Saved.")).to_be_visible()
    page.keyboard.press("Escape")
    page.reload()
    expect(page.get_by_role("heading", name="Mine")).to_be_visible()


def test_what_does_not_reach_the_server_is_kept_and_sent_again(signed_in: Page, plan):
    page = signed_in
    page.goto(plan)
    page.locator("#plan-opening").get_by_role("link", name=re.compile("^Edit")).click()
    page.route("**/texts/opening/edit/", lambda route: route.abort())
    page.get_by_role("textbox", name="Opening").fill("Welcome to the dock.")
    with page.expect_event("requestfailed"):
        page.keyboard.press("Tab")
    page.unroute("**/texts/opening/edit/")
    expect(page.get_by_role("textbox", name="Opening")).to_have_value("Welcome to the dock.")
    expect(page.locator("#plan-opening").get_by_text("Saved.")).to_be_visible(timeout=15_000)


def test_all_of_it_without_script(chromium, running, account, plan):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(running.url + "/")
    sign_in(page)
    page.goto(plan)
    page.get_by_role("link", name=re.compile("^Rename")).click()
    page.get_by_label("Name of the interview").fill("Without script")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Without script")).to_be_visible()

    page.get_by_role("link", name=re.compile("settled before")).click()
    page.get_by_role("button", name=re.compile("^Add a line to Assess")).click()
    page.get_by_role("textbox", name=re.compile("^Assess elsewhere")).last.fill("A driving test")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("A driving test")).to_be_visible()

    page.locator("#phrase summary").click()
    page.get_by_label("Words of the description").fill("two  shifts")
    page.get_by_label("Evidence of").first.select_option(index=1)
    page.get_by_role("button", name="Mark as evidence").first.click()
    expect(page.locator("#posting mark", has_text="two shifts")).to_be_visible()

    page.get_by_role("link", name=re.compile("^Edit the job description")).click()
    page.get_by_label("Job description").fill(POSTING.replace("two shifts", "three shifts"))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="What the new description touches")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#posting mark", has_text="two shifts")).to_be_visible()

    page.get_by_role("link", name="Add a skill").click()
    page.get_by_role("button", name="Add skill").click()
    expect(page.get_by_text("Enter a name for the skill").first).to_be_visible()
    page.get_by_role("textbox", name="Skill", exact=True).fill("Dock safety")
    page.get_by_role("button", name="Add skill").click()
    last = page.locator(".skill").last
    expect(last.get_by_role("heading", name="Dock safety")).to_be_visible()
    last.locator(".skill-more summary").click()
    last.get_by_role("button", name=re.compile("^Move up")).click()
    expect(page.locator(".skill").last.get_by_role("heading", name="Dock safety")).to_have_count(0)
    context.close()
