"""The whole way through: the printed link, a posting, the live page, the plan, an edit that stays."""

import re

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


def test_from_the_printed_link_to_an_edited_plan(running, page: Page):
    page.goto(running.first_run_link)
    page.get_by_label("E-mail").fill("Owner@Example.org")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", name="Interviews")).to_be_visible()

    page.get_by_role("link", name="New interview").first.click()
    page.get_by_label("Job role").or_(page.get_by_label("Role")).first.fill(ROLE)
    page.get_by_label(re.compile("description", re.I)).fill(POSTING)
    page.get_by_role("button", name="Generate plan").click()

    expect(page).to_have_url(re.compile(r"/interviews/\d+/$"), timeout=30_000)
    expect(page.get_by_role("heading", name=ROLE)).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()

    page.get_by_role("button", name=re.compile("^Edit")).or_(
        page.get_by_role("link", name=re.compile("^Edit"))
    ).first.click()
    page.get_by_label("Question").or_(page.get_by_label("Prompt")).first.fill(EDITED)
    page.get_by_label("Minutes").fill("4")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(EDITED)).to_be_visible()
    page.reload()
    expect(page.get_by_text(EDITED)).to_be_visible()


def test_signing_out_and_in_again(running, page: Page):
    page.goto(running.url + "/")
    expect(page).to_have_url(re.compile("/accounts/login/"))
    page.get_by_label("E-mail").fill("owner@example.org")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Interviews")).to_be_visible()
    expect(page.get_by_role("link", name=ROLE)).to_be_visible()
