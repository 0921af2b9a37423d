"""Editing questions in place, by two people at once, without a connection, without a session, without script."""

import re
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import EMAIL, PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

POSTING = """Harbour Logistics runs a cross-dock warehouse with two shifts.

What you will do
- Load and unload trailers with a counterbalance forklift
- Check delivery notes against the pallets and report differences
- Count stock in the racking every week and correct it in SAP

What you bring
- Valid forklift licence
- Two years of experience in a busy warehouse"""
SAVED = re.compile(r"Saved \d")
# What Chromium says by itself of answers that the page expects.
EXPECTED = re.compile(r"status of (409|422)|Status Error Code 401|status of 401|ERR_INTERNET_DISCONNECTED")


@contextmanager
def window(chromium, **options):
    """A new window; a message on the console that no test expects fails it."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, **options)
    complaints = []
    context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        yield page
    finally:
        context.close()
    assert [text for text in complaints if not EXPECTED.search(text) and "htmx:" not in text] == []


@pytest.fixture(scope="module")
def desk(running, account, chromium):
    """The address of a plan, and the cookies of one sign-in that every window takes over."""
    with window(chromium) as page:
        page.goto(running.url + "/interviews/new/")
        sign_in(page)
        page.get_by_label("Job role").or_(page.get_by_label("Role")).first.fill("Warehouse operative, nights")
        page.get_by_label(re.compile("description", re.I)).fill(POSTING)
        page.get_by_role("button", name="Generate plan").click()
        expect(page).to_have_url(re.compile(r"/interviews/\d+/$"), timeout=30_000)
        yield page.url, page.context.storage_state()


@pytest.fixture
def plan(chromium, desk):
    """The plan in a window of the owner."""
    with window(chromium, storage_state=desk[1]) as page:
        page.goto(desk[0])
        yield page


def sign_in(page):
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def ids(page, skill=None):
    place = f"#skill-{skill} .question" if skill else ".question"
    return [element.get_attribute("id") for element in page.locator(place).all()]


def skills(page):
    return [element.get_attribute("data-skill") for element in page.locator(".skill").all()]


def opened(page, place=0):
    """Opens the form of a question; gives the beginning of its ids."""
    name = ids(page)[place]
    page.locator(f"#{name}-edit").click()
    expect(page.locator(f"#{name}-prompt")).to_be_focused()
    return f"#{name}"


def state(page, question):
    return page.locator(f"{question}-state")


def test_what_is_typed_saves_itself_and_done_shows_it(plan):
    question = opened(plan)
    plan.locator(f"{question}-prompt").fill("A pallet leans on the fork. What do you do?")
    expect(state(plan, question)).to_contain_text(SAVED)
    expect(plan.locator(f"{question}-prompt")).to_be_focused()
    rows = plan.locator(f"{question} [data-rows=red_flags] textarea")
    before = rows.count()
    plan.locator(f"{question} button[value='add:red_flags']").click()
    plan.keyboard.type("Drives on")
    plan.keyboard.press("Enter")
    plan.keyboard.type("x")
    plan.keyboard.press("Backspace")
    plan.keyboard.press("Backspace")
    expect(rows).to_have_count(before + 1)
    plan.locator(f"{question}-minutes").fill("500")
    plan.locator(f"{question}-why").focus()
    expect(plan.locator(f"{question}-minutes-said")).to_have_text("Choose from 1 to 30 minutes.")
    expect(plan.locator(f"{question}-minutes")).to_have_attribute("aria-invalid", "true")
    plan.locator(f"{question}-minutes").fill("4")
    plan.keyboard.press("Escape")
    expect(plan.locator(f"{question}-text")).to_have_text("A pallet leans on the fork. What do you do?")
    expect(plan.locator(question)).to_contain_text("Drives on")
    expect(plan.locator(f"{question}-edit")).to_be_focused()
    plan.get_by_role("button", name="Undo").click()
    expect(plan.locator(question)).not_to_contain_text("Drives on")
    expect(plan.locator(f"{question}-edit")).to_be_focused()
    expect(plan.locator(f"{question}-text")).not_to_contain_text("A pallet leans")


def test_a_question_is_written_removed_and_brought_back(plan):
    skill = skills(plan)[-1]
    plan.locator(f"#skill-{skill}-end summary").click()
    plan.locator(f"#skill-{skill}-prompt").fill("Which papers travel with the load?")
    plan.get_by_role("button", name="Add question").click()
    expect(plan.get_by_text("Question added.").first).to_be_visible()
    made = f"#{ids(plan, skill)[-1]}"
    expect(plan.locator(f"{made}-prompt")).to_have_value("Which papers travel with the load?")
    plan.get_by_role("button", name="Done").click()
    plan.locator(f"{made}-more").click()
    plan.locator(made).get_by_role("button", name="Remove").click()
    expect(plan.locator(made)).to_have_count(0)
    plan.get_by_role("button", name="Undo").press("Enter")
    expect(plan.locator(f"{made}-text")).to_have_text("Which papers travel with the load?")
    expect(plan.locator(f"{made}-edit")).to_be_focused()


def test_a_question_is_dragged_by_mouse_and_by_keyboard(plan):
    first, second = skills(plan)[:2]
    moved = ids(plan, first)[0]
    plan.locator(f"#{moved}-drag").scroll_into_view_if_needed()
    plan.locator(f"#{moved}-drag").hover()
    plan.mouse.down()
    box = plan.locator(f"#skill-{second}-head").bounding_box()
    plan.mouse.move(box["x"] + 40, box["y"] + box["height"] - 30, steps=5)
    goal = plan.locator(f"#skill-{second} .question").first
    for _ in range(20):
        # Near an edge of the screen the page scrolls, and the goal moves on.
        box = goal.bounding_box()
        plan.mouse.move(box["x"] + 40, box["y"] + 2, steps=5)
        if "drop-before" in (goal.get_attribute("class") or "") and goal.bounding_box() == box:
            break
    plan.mouse.up()
    expect(plan.locator(f"#skill-{second} .question").first).to_have_attribute("id", moved)
    plan.locator(f"#{moved}-edit").focus()
    plan.keyboard.press("Shift+Tab")
    expect(plan.get_by_text("Space, then arrow keys")).to_be_visible()
    plan.keyboard.press("Space")
    expect(plan.locator("#announcer")).to_contain_text("Picked up.")
    plan.keyboard.press("ArrowUp")
    plan.keyboard.press("Escape")
    expect(plan.locator("#announcer")).to_contain_text("Put back")
    plan.keyboard.press("Space")
    plan.keyboard.press("ArrowUp")
    plan.keyboard.press("Space")
    expect(plan.locator(f"#skill-{first} .question").last).to_have_attribute("id", moved)
    expect(plan.locator(f"#{moved}-drag")).to_be_focused()
    plan.locator(f"#{moved}-more").press("Enter")
    plan.locator(f"#{moved}-down").press("Enter")
    expect(plan.locator(f"#skill-{second} .question").first).to_have_attribute("id", moved)
    expect(plan.locator(f"#{moved}-down")).to_be_focused()
    plan.locator("#toast").get_by_role("button", name="Undo").click()
    expect(plan.locator(f"#skill-{first} .question").last).to_have_attribute("id", moved)


def test_a_skill_is_dragged_onto_the_heading_of_another(plan):
    first, second, third = skills(plan)[:3]
    for key in ("Escape", ""):
        plan.locator(f"#skill-{first}-drag").hover()
        plan.mouse.down()
        box = plan.locator(f"#skill-{first}-drag").bounding_box()
        plan.mouse.move(box["x"] + 12, box["y"] + 24, steps=3)
        expect(plan.locator(".question:visible")).to_have_count(0)
        box = plan.locator(f"#skill-{second} .skill-head").bounding_box()
        plan.mouse.move(box["x"] + 80, box["y"] + 4, steps=3)
        expect(plan.locator(f"#skill-{second}")).to_have_class(re.compile("drop-after"))
        if key:
            plan.keyboard.press(key)
        plan.mouse.up()
        expect(plan.locator(f"#skill-{first} .question").first).to_be_visible()
        expect(plan.locator(".drop-after")).to_have_count(0)
        if key:
            assert skills(plan)[:3] == [first, second, third]
    expect(plan.locator("#skills > .skill").nth(1)).to_have_attribute("id", f"skill-{first}")
    expect(plan.locator(f"#skill-{first}-drag")).to_be_focused()


def test_skills_fold_and_a_link_to_one_unfolds_it(plan):
    first, second = (plan.locator(f"#skill-{identifier} .question").first for identifier in skills(plan)[:2])
    plan.keyboard.press("Tab")
    plan.keyboard.press("Tab")
    plan.keyboard.press("Enter")
    expect(plan.locator("#skills")).to_be_focused()
    plan.keyboard.press("Tab")
    plan.keyboard.press("Tab")
    plan.keyboard.press("Enter")
    expect(first).to_be_hidden()
    plan.get_by_role("button", name="Fold all").click()
    expect(second).to_be_hidden()
    plan.get_by_role("navigation", name="Skills").get_by_role("link").nth(1).click()
    expect(second).to_be_visible()
    expect(first).to_be_hidden()
    plan.emulate_media(media="print")
    expect(first).to_be_visible()


def test_two_windows_that_change_the_same_lose_nothing(plan, chromium, desk):
    question = opened(plan, 1)
    with window(chromium, storage_state=desk[1]) as other:
        other.goto(desk[0])
        opened(other, 1)
        other.locator(f"{question}-prompt").fill("Theirs?")
        other.locator(f"{question}-why").fill("Theirs.")
        other.keyboard.press("Escape")
        expect(other.locator(f"{question}-text")).to_have_text("Theirs?")
        plan.locator(f"{question}-why").fill("Mine.")
        plan.locator(f"{question}-prompt").fill("Mine?")
        plan.get_by_role("button", name="Done").click()
        expect(plan.locator(f"{question}-prompt-said")).to_contain_text("Theirs?")
        expect(plan.locator(f"{question}-prompt")).to_have_value("Mine?")
        plan.locator(f"{question}-prompt-said").get_by_role("button", name="Keep mine").click()
        expect(plan.locator(f"{question}-prompt-said")).to_be_empty()
        plan.locator(f"{question}-why-said").get_by_role("button", name="Take theirs").click()
        expect(plan.locator(f"{question}-why")).to_have_value("Theirs.")
        expect(state(plan, question)).to_contain_text(SAVED)
        other.locator(f"{question}-more").click()
        other.locator(question).get_by_role("button", name="Remove", exact=True).click()
        expect(other.locator(question)).to_have_count(0)
        plan.locator(f"{question}-prompt").fill("Mine again?")
        expect(state(plan, question)).to_contain_text("removed this question")
        plan.get_by_role("button", name="Bring it back").click()
        expect(state(plan, question)).to_contain_text(SAVED)
        plan.get_by_role("button", name="Done").click()
        expect(plan.locator(f"{question}-text")).to_have_text("Mine again?")


def test_a_lost_connection_keeps_what_was_typed_and_sends_it_again(plan):
    question = opened(plan)
    plan.context.set_offline(True)
    plan.locator(f"{question}-why").fill("Typed in a tunnel.")
    expect(state(plan, question)).to_contain_text("no connection. It is sent again by itself.")
    plan.context.set_offline(False)
    expect(state(plan, question)).to_contain_text(SAVED)
    plan.context.set_offline(True)
    plan.locator(f"{question}-why").fill("Typed in a second tunnel.")
    expect(state(plan, question)).to_contain_text("no connection.")
    plan.once("dialog", lambda dialog: dialog.accept())
    plan.goto("about:blank")
    plan.context.set_offline(False)
    plan.go_back()
    plan.get_by_role("button", name="Restore what you typed").click()
    expect(plan.locator(f"{question}-why")).to_have_value("Typed in a second tunnel.")
    expect(state(plan, question)).to_contain_text(SAVED)
    plan.reload()
    expect(plan.locator(question)).to_contain_text("Typed in a second tunnel.")
    expect(plan.get_by_role("button", name="Restore what you typed")).to_have_count(0)


def test_signed_out_while_typing_the_page_stays_and_saves_after_signing_in(plan):
    question = opened(plan)
    plan.context.clear_cookies(name="sessionid")
    plan.locator(f"{question}-why").fill("Typed after the session.")
    expect(state(plan, question)).to_contain_text("You are signed out.")
    with plan.context.expect_page() as opening:
        plan.get_by_role("link", name="Sign in in another tab").click()
    sign_in(opening.value)
    expect(opening.value.locator(".skill").first).to_be_visible()
    plan.bring_to_front()
    expect(state(plan, question)).to_contain_text(SAVED, timeout=15_000)
    plan.get_by_role("button", name="Done").click()
    expect(plan.locator(question)).to_contain_text("Typed after the session.")


def test_without_script_a_question_is_edited_and_survives_a_sign_out(chromium, desk):
    with window(chromium, storage_state=desk[1], java_script_enabled=False) as page:
        page.goto(desk[0])
        question = f"#{ids(page)[0]}"
        page.locator(f"{question}-edit").click()
        page.get_by_role("button", name="Add a probe").click()
        page.locator("[name=follow_ups]").last.fill("Who was with you?")
        page.locator("[name=prompt]").fill("Typed without script?")
        page.context.clear_cookies(name="sessionid")
        page.get_by_role("button", name="Save").last.click()
        sign_in(page)
        expect(page.locator("[name=prompt]")).to_have_value("Typed without script?")
        page.get_by_role("button", name="Save").last.click()
        expect(page.locator(f"{question}-text")).to_have_text("Typed without script?")
        expect(page.locator(question)).to_contain_text("Who was with you?")
        page.locator(f"{question}-more").click()
        page.locator(f"{question}-down").click()
        expect(page.get_by_text("Question moved.")).to_be_visible()
