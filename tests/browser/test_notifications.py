"""A test notification from the page to a receiver and back, in a real browser."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.notify.receiver import Receiver

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def receiver():
    server = Receiver()
    yield server
    server.close()


def test_a_test_is_sent_fails_and_is_delivered_when_asked_again(running, signed_in: Page, receiver):
    """No other browser test sends one."""
    receiver.script = [(503, {}, b"<b>busy</b>"), (200, {}, b"thank you")]
    page = signed_in
    page.goto(running.url + "/settings/notifications/")
    expect(page.get_by_text("Nothing was sent yet.")).to_be_visible()

    page.get_by_label("Notification address").fill(receiver.url)
    page.get_by_role("button", name="Send test").click()
    expect(page.locator("#test-result").get_by_text("It answered 503.")).to_be_visible(timeout=30_000)
    expect(page.locator("#announcer")).to_have_text(re.compile("The test did not arrive"))
    expect(page.get_by_label("Notification address")).to_have_value(receiver.url)

    page.get_by_role("button", name="Show secret").click()
    expect(page.locator("#secret")).to_have_text(re.compile(r"^whsec_\S{44}$"))
    expect(page.get_by_role("link", name="Hide")).to_be_focused()

    page.get_by_role("link", name="Request and answer").click()
    expect(page.get_by_text("<b>busy</b>")).to_be_visible()
    page.get_by_role("button", name="Redeliver").click()
    expect(page.get_by_text("The receiver answered 200.")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("thank you")).to_be_visible()

    ids = [headers["webhook-id"] for _, headers, _ in receiver.requests]
    assert len(ids) == 2
    assert ids[0] == ids[1]
    assert json.loads(receiver.requests[0][2])["message"] == "Test notification: nothing has happened"
