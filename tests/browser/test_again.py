"""Lock, write again, take a part, undo; and a plan that goes out as a file and comes in again the same."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import EMAIL

MAKING = f"""
from interviews.models import Author, Membership, Role, write_plan
from tests import samples
team = Membership.objects.get(user__email="{EMAIL}").team
role, _made = Role.objects.get_or_create(team=team, title=samples.ROLE)
print("made", write_plan(team, role, samples.plan(), by=Author("")).pk)
"""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def plan(running, account):
    """The address of a plan of two questions, for both of which the built-in engine has others."""
    made = running.manage("shell", "-c", MAKING)
    found = re.search(r"made (\d+)", made.stdout)
    assert found, made.stderr
    return f"{running.url}/interviews/{found[1]}/"


def test_a_question_is_written_again_beside_the_old_one_and_a_locked_one_is_not(plan, signed_in: Page):
    page = signed_in
    page.goto(plan)
    first, second = page.locator("article.question").nth(0), page.locator("article.question").nth(1)
    old = first.locator("h3").inner_text()
    second.get_by_role("button", name="Lock this question").click()
    expect(second.get_by_role("button", name="Unlock this question")).to_be_visible()
    expect(second.get_by_role("link", name="Write again this question")).to_have_count(0)

    first.get_by_role("link", name="Write again this question").click()
    first.get_by_role("button", name="Write again", exact=True).click()
    proposal = first.locator(".proposal")
    expect(proposal).to_be_visible(timeout=30_000)
    expect(first.locator("h3").first).to_have_text(old)
    new = proposal.locator(".beside-new .beside-prompt").inner_text()
    assert new != old

    for box in proposal.get_by_role("checkbox").all():
        box.uncheck()
    proposal.get_by_role("checkbox", name="Take Question").check()
    proposal.get_by_role("button", name="Take what is ticked").click()
    expect(first.locator("h3").first).to_have_text(new)
    expect(proposal).to_have_count(0)
    page.locator("#toast").get_by_role("button", name="Undo").click()
    expect(first.locator("h3").first).to_have_text(old)


def test_a_plan_that_goes_out_comes_in_again_the_same(plan, signed_in: Page, tmp_path):
    page = signed_in
    page.goto(f"{plan}export/?version=draft")
    with page.expect_download() as waiting:
        page.locator('a[href*="export/json/"]').click()
    waiting.value.save_as(tmp_path / "plan.json")
    page.goto(plan.partition("/interviews/")[0] + "/interviews/import/")
    page.locator("input[type=file]").set_input_files(tmp_path / "plan.json")
    page.get_by_role("button", name="Import").click()
    page.wait_for_url(re.compile(r"/interviews/\d+/$"))
    with page.expect_download() as waiting:
        page.goto(page.url + "export/")
        page.locator('a[href*="export/json/"]').click()
    waiting.value.save_as(tmp_path / "again.json")
    assert json.loads((tmp_path / "again.json").read_text()) == json.loads((tmp_path / "plan.json").read_text())
