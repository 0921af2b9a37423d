"""A real browser against a product in processes of its own. Nothing here touches the ORM."""

import os
import shutil

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.product import product

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
EMAIL, PASSWORD = "owner@example.org", "correct horse battery"


@pytest.fixture(scope="session")
def running(tmp_path_factory, ready_database):
    """A product with nobody signed in yet, which may notify this machine."""
    folder = tmp_path_factory.mktemp("product") / "data"
    with product(folder, HIRING_NOTIFY_ALLOW="127.0.0.0/8", **ready_database(folder)) as started:
        started.wait_until_served()
        yield started


@pytest.fixture(scope="session")
def chromium(ready_database):
    """The browser of the machine. HIRING_TEST_BROWSER names one, and then it must be there.

    The database of this worker is made before, for not even that may be touched beside the browser's event loop."""
    path = os.environ.get("HIRING_TEST_BROWSER") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def signing_in(page, link):
    """Opens the printed link, sets e-mail and password, and ends on the list of interviews."""
    page.goto(link)
    page.get_by_label("E-mail").fill(EMAIL.title())
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    page.get_by_role("heading", name="Interviews").wait_for()


@pytest.fixture(scope="session")
def cookies(running, chromium):
    """Those of the owner, whose e-mail and password are set by the printed link."""
    page = chromium.new_page()
    signing_in(page, running.first_run_link)
    found = page.context.cookies()
    page.close()
    return found


@pytest.fixture(scope="session")
def account(cookies):
    """The owner's e-mail and password."""
    return EMAIL, PASSWORD


@pytest.fixture
def signed_in(running, cookies, page):
    """A window of the owner, on the list of interviews. All share one session: who ends it signs in anew before."""
    page.context.add_cookies(cookies)
    page.goto(running.url + "/")
    page.get_by_role("heading", name="Interviews").wait_for()
    return page


def is_complaint(message):
    """Whether a message on the console tells of a mistake: of refused edits and lost connections the pages do."""
    told = ("status of 409", "status of 422", "net::ERR_FAILED", "htmx:sendError", "htmx:afterRequest")
    return message.type == "error" and not any(words in message.text for words in told)


@pytest.fixture
def page(chromium):
    """A new window; a message on the console (a refused script, a missing file) fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    window = context.new_page()
    complaints = []
    window.on("console", lambda message: complaints.append(message.text) if is_complaint(message) else None)
    window.on("pageerror", lambda error: complaints.append(str(error)))
    yield window
    context.close()
    assert complaints == []
