"""With a language model: its connection is tested, its tokens are seen while it writes, its failures on the plan."""

import re
import threading

import pytest
from playwright.sync_api import Page, expect

from tests import samples
from tests.browser.conftest import signing_in
from tests.engines.openai.scenes import asked_skill, author_failing
from tests.engines.openai.scripted import minds, serving
from tests.product import product

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_from_a_tested_connection_to_a_plan_with_a_stand_in(tmp_path, ready_database, page: Page):
    seen = threading.Event()

    def model(prompt):
        if "test of the connection" in prompt:
            return {"colour": "green"}
        if asked_skill(prompt):
            seen.wait(30)
        return author_failing("SAP")(prompt)

    with serving(then=minds(model)) as server:
        settings = {"OPENAI_BASE_URL": server.url, "OPENAI_MODEL": "scripted", "HIRING_LLM_PRICE": "10 1 50"}
        with product(tmp_path / "data", "--workers", "1", **settings, **ready_database(tmp_path / "data")) as running:
            running.wait_until_served()
            signing_in(page, running.first_run_link)

            page.get_by_role("link", name="Team settings").click()
            page.get_by_role("link", name="Engine").click()
            page.get_by_role("button", name="Test connection").click()
            expect(page.get_by_text("It works.")).to_be_visible(timeout=20_000)
            expect(page.get_by_text(re.compile(r"answered in \d+\.\d s as scripted"))).to_be_visible()

            page.goto(running.url + "/interviews/new/")
            expect(page.get_by_text(f"the description is sent to scripted at {server.url}")).to_be_visible()
            page.get_by_label("Role title").fill(samples.ROLE)
            page.get_by_label("Job description").fill(samples.DESCRIPTION)
            page.get_by_role("button", name="Generate plan").click()
            expect(page.get_by_text("1,200, about $0.02")).to_be_visible(timeout=20_000)
            expect(page.get_by_text("AI Progress: Generating interview questions for SAP")).to_be_visible()
            seen.set()

            expect(page).to_have_url(re.compile(r"/interviews/\d+/$"), timeout=30_000)
            expect(page.get_by_text("The built-in engine wrote the questions on SAP.")).to_be_visible()
            expect(page.get_by_text("written by the built-in engine", exact=True).first).to_be_visible()
            # The open plan would go on asking a product that is gone.
            page.goto("about:blank")
