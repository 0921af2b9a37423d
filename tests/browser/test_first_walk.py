"""The whole way through: the printed link, a posting, the live page, the plan, an edit that stays."""

import re

import pytest
from playwright.sync_api import Page, expect

ROLE = "Night shift warehouse operative"
POSTING = """Harbour Logistics runs a cross-dock warehouse with two shifts.

What you will do
- Load and unload trailers with a counterbalance forklift
- Check delivery notes against the pallets and report differences
- Count stock in the racking every week and correct it in SAP

What you bring
- Valid forklift licence
- Two years of experience in a busy warehouse

We offer a canteen and free parking."""
EDITED = (
    "A trailer is loaded for Hamburg, and the seal number on the papers is not the one on the door. What do you do?"
)


pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_from_a_pasted_posting_to_an_edited_plan(signed_in: Page):
    page = signed_in
    page.get_by_role("link", name="New interview").first.click()
    page.get_by_label("Job role").or_(page.get_by_label("Role")).first.fill(ROLE)
    page.get_by_label(re.compile("description", re.I)).fill(POSTING)
    page.get_by_role("button", name="Generate plan").click()

    expect(page).to_have_url(re.compile(r"/interviews/\d+/$"), timeout=30_000)
    expect(page.get_by_role("heading", name=ROLE)).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()

    page.get_by_role("link", name="Edit question").first.click()
    form = page.get_by_role("article", name="Question being edited")
    form.get_by_label("Question", exact=True).fill(EDITED)
    form.get_by_label("Minutes").fill("4")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_text(EDITED)).to_be_visible()
    page.reload()
    expect(page.get_by_text(EDITED)).to_be_visible()


def test_a_spent_first_run_link_says_what_to_do(running, account, page: Page):
    answer = page.request.get(running.first_run_link)
    assert answer.status == 404
    assert "manage.py up" in answer.text()


def test_signing_in_begins_a_session_and_signing_out_ends_it(running, account, page: Page):
    page.goto(running.url + "/")
    page.get_by_label("E-mail").fill(account[0])
    page.get_by_label("Password").fill(account[1])
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Interviews")).to_be_visible()
    page.goto(running.url + "/accounts/logout/")
    page.get_by_role("button", name="Sign out").last.click()
    page.goto(running.url + "/")
    expect(page).to_have_url(re.compile("/accounts/login/"))
