"""axe finds nothing serious on any page in any state, on a wide light screen and on a narrow dark one."""

import json
import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MAKE = "import json; from tests.browser.every_state import make; print(json.dumps(make()))"
WIDE, NARROW = (1280, 900, "light"), (390, 844, "dark")
# Beyond the success criteria of WCAG, those of axe's best practices whose breach is serious.
PRACTICES = ["accesskeys", "aria-dialog-name", "aria-text", "aria-treeitem-name", "label-title-only", "tabindex"]
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
    "rules": {rule: {"enabled": True} for rule in PRACTICES},
    "resultTypes": ["violations"],
    "preload": False,
}
FIND = """async ([where, options]) => {
  scrollTo(0, 0);
  const found = (await axe.run(where, options)).violations;
  return found.filter((one) => ["serious", "critical"].includes(one.impact)).flatMap((one) => one.nodes.map((node) => {
    const [first] = [...node.any, ...node.all, ...node.none];
    return `${one.id} (${one.impact}): ${one.help}, at ${node.target.join(" ")}: ${first.message}`;
  }));
}"""
# The form of a question as it stands, sent by somebody else who wrote other words.
THEIRS = """async ([form, changes]) => {
  const element = document.querySelector(form), sent = new FormData(element);
  for (const [name, value] of Object.entries(changes)) sent.set(name, value);
  await fetch(element.action, { method: "POST", body: sent });
}"""

# Around the skills and the description of a plan, which are looked at once.
AROUND = "main > :not(.panes)"
# Whose window, the address, what is seen there in this state, and which part of it is looked at, if not all.
PAGES = [
    ("", "/accounts/login/", "role=button[name='Sign in']"),
    ("", "{first_run}", "role=button[name='Create account']"),
    ("", "/nothing/", "role=heading[name='Nothing is here']"),
    ("", "{review_sent}", "text=asked for changes to version 1"),
    ("", "{review_revoked}", "text=This link does not work any more"),
    ("Eve", "/interviews/", "text=Or try a sample posting"),
    ("Ada", "/interviews/", ".interviews-row >> nth=5"),
    ("Ada", "{running}", "role=button[name='Cancel']"),
    ("Ada", "{failed}", "role=button[name=/Retry/]"),
    ("Ada", "{finished}", "text=The plan is ready."),
    ("Ada", "{delivery}", "role=button[name='Redeliver']"),
    ("Ada", "{published}", "text=Published as version 2.", AROUND),
    ("Ada", "{begun}", "text=This is a draft. Version 2 is published", AROUND),
    ("Ada", "{archived}", "text=Archived: it can be read and exported", AROUND),
    ("Ada", "{deleted}", "text=This interview was deleted"),
    ("Ada", "/interviews/deleted/", "role=button[name=/^Bring back/]"),
    ("Ada", "{busy}publish/", "text=things stand against it"),
    ("Ada", "{sound}publish/", "role=button[name='Publish']"),
    ("Ada", "{busy}grounds/", "text=Sven Second"),
    ("Ada", "{busy}reviews/", "text=We cut it to six minutes."),
    ("Ada", "{sound}again/", "role=button[name='Write again']"),
    ("Ada", "{sound}candidate/", ".paper-candidate h1"),
    ("Ada", "{sound}print/", ".paper h1"),
    ("Ada", "{begun}export/", "role=link[name='Download'] >> nth=5"),
    ("Ada", "{edited}history/", "role=button[name='Restore version 1']"),
    ("Ada", "{edited}compare/?from=1&to=3&view=side", "ins"),
    ("Ada", "{edited}versions/1/", "role=button[name=/Restore/]", AROUND),
    ("Ada", "{published}settings/general/", "text=The plan is published"),
    ("Ada", "{sound}settings/proctoring/", "role=button[name='Save']"),
    ("Ada", "{question}edit/", "role=button[name='Save'] >> nth=-1"),
    ("Ada", "{busy_question}move/", "role=button[name='Kubernetes']"),
    ("Ada", "{sound}skills/library/?q=calendar+meetings", "text=calendar"),
    ("Ada", "{skill_pick}?q=calendar+clash", "text=calendar"),
    ("Ada", "/library/?q=seal+trailer+delivery+note", "role=table[name='Questions']"),
    ("Ada", "/library/built-in/administration.calendar.clash/", "h1.library-prompt"),
    ("Ada", "{own_draft}", "role=button[name='Approve']"),
    ("Ada", "/settings/engine/", "role=heading[name='Team settings']"),
    ("Ada", "/settings/notifications/", "role=table[name='Deliveries']"),
    ("Ada", "/accounts/logout/", "role=button[name='Sign out'] >> nth=-1"),
]


@pytest.fixture(scope="module")
def made(running):
    """What there is, by name: addresses of pages, and the sessions of two owners."""
    done = running.manage("shell", "-v0", "-c", MAKE)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def windows(running, chromium, made):
    """A window of each owner, and one in which nobody is signed in.

    axe is put into each page by the browser, which the Content-Security-Policy does not forbid; it stays on for the
    page. Nothing fades from one colour to another, or axe would read one in between."""
    opened = {}
    for whose, session in {"": "", **made["sessions"]}.items():
        context = chromium.new_context(base_url=running.url, reduced_motion="reduce")
        context.add_init_script(AXE_SCRIPT)
        if session:
            context.add_cookies([{"name": "sessionid", "value": session, "url": running.url}])
        opened[whose] = context.new_page()
    yield opened
    for page in opened.values():
        page.context.close()


def turn(page, view):
    """Gives the window the size and the colours of a view."""
    width, height, colours = view
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=colours)


def serious(page, where="html"):
    """What axe finds on the page as it stands, or in a part of it, in both views: a line for each place.

    From the top, where nothing that sticks to the window lies over anything else."""
    lines = []
    is_narrow = page.viewport_size["width"] == NARROW[0]
    for view in (NARROW, WIDE) if is_narrow else (WIDE, NARROW):
        turn(page, view)
        lines += [f"{view[0]} {view[2]}: {line}" for line in page.evaluate(FIND, [where, OPTIONS])]
    return lines


def test_axe_sees_what_is_wrong(windows):
    page = windows[""]
    turn(page, WIDE)
    page.goto("/accounts/login/")
    page.evaluate("document.querySelector('label[for=id_login]').remove()")
    page.evaluate("document.querySelector('h1').style.color = 'light-dark(#999, #555)'")
    found = [re.sub(r", at.*", "", line) for line in serious(page)]
    contrast = "color-contrast (serious): Elements must meet minimum color contrast ratio thresholds"
    label = "label (critical): Form elements must have labels"
    assert found == [f"{view}: {rule}" for view in ("1280 light", "390 dark") for rule in (contrast, label)]


@pytest.mark.parametrize(
    ("whose", "address", "seen", "where"),
    [(*one, "html")[:4] for one in PAGES],
    ids=[f"{one[0]} {one[1]}" for one in PAGES],
)
def test_nothing_serious_is_on_the_page(windows, made, whose, address, seen, where):
    page = windows[whose]
    page.goto(address.format(**made))
    expect(page.locator(seen).first).to_be_visible()
    found = serious(page, where)
    assert not found, "\n".join(found)


def test_nothing_serious_is_in_a_menu(windows, made):
    page, found, names = windows["Ada"], [], []
    page.goto(made["sound"])
    for menu in page.locator("details.menu").all():
        menu.evaluate("(element) => { element.open = true; }")
        names.append(menu.locator("summary").inner_text().strip())
        found += [f"menu {names[-1]}, {line}" for line in serious(page, "details.menu[open]")]
        menu.evaluate("(element) => { element.open = false; }")
    assert len(names) == 6, names
    assert not found, "\n".join(found)


def signing_in(page, made):
    page.goto("/accounts/login/")
    page.get_by_label("E-mail").fill("ada@shops.example.org")
    page.get_by_label("Password").fill("not hers")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    yield "refused", "html"
    page.locator("[name=csrfmiddlewaretoken]").evaluate("(element) => element.remove()")
    page.get_by_label("Password").fill("not hers")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="The form was too old")).to_be_visible()
    yield "too old", "html"
    page.goto(made["first_run"])
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    yield "first run refused", "html"


def reviewing(page, made):
    page.goto(made["review_fresh"])
    for summary in page.locator("details.say summary").all():
        summary.click()
    yield "fresh, every comment begun", "html"
    page.get_by_role("button", name="Ask for changes").click()
    expect(page.get_by_text("Nothing was sent yet")).to_be_visible()
    yield "without a note", "#decision"


def looking_at_a_plan_with_everything(page, made):
    page.goto(made["busy"])
    expect(page.get_by_text("Sven Second is editing this")).to_be_visible()
    expect(page.locator(".proposal")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^I agree"))).to_be_visible()
    page.locator("#checks-line").click()
    page.get_by_role("link", name=re.compile("^Choose a lawful ground")).first.click()
    expect(page.get_by_role("group", name="On which ground may this be asked?")).to_be_visible()
    page.get_by_role("button", name="This is the ground").click()
    expect(page.locator(".ground-form .errorlist").first).to_be_visible()
    yield "findings, gaps, a proposal, a ground refused", "html"
    page.goto(made["busy"] + "length/?minutes=15")
    expect(page.get_by_role("button", name=re.compile("^Drop"))).to_be_visible()
    yield "made to fit", "html"


def writing_a_question(page, made):
    page.goto(made["typed"])
    page.get_by_role("link", name="Edit question").click()
    question = page.locator(".question-open")
    expect(question).to_be_visible()
    yield "open", ".question-open"
    page.get_by_label("Minutes").fill("500")
    page.get_by_label("Why we ask").focus()
    expect(page.get_by_text("Choose from 1 to 30 minutes.")).to_be_visible()
    yield "refused", ".question-open .edit-wrong"
    page.evaluate(THEIRS, [".question-open form", {"minutes": "6", "prompt": "Theirs?", "act": "save"}])
    page.get_by_label("Minutes").fill("6")
    question.get_by_label("Question", exact=True).fill("Mine?")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("button", name="Keep mine")).to_be_visible()
    yield "somebody else wrote too", ".question-open .edit-wrong"


def changing_parts(page, made):
    page.goto(made["typed"])
    page.get_by_role("link", name="Edit Opening").click()
    page.get_by_role("link", name="Edit PostgreSQL").click()
    page.get_by_role("link", name="Add a skill").click()
    page.get_by_role("button", name="Add skill").click()
    expect(page.locator("#new-skill .errorlist").first).to_be_visible()
    page.get_by_text("Write a question", exact=True).click()
    page.get_by_role("button", name="Add question").click()
    expect(page.locator(".write-form .errorlist")).to_be_visible()
    page.get_by_text("Mark a phrase").click()
    page.get_by_role("link", name="Write again this question").click()
    expect(page.locator(".again-form")).to_be_visible()
    yield "every form open, two refused", "html"


def describing_anew(page, made):
    page.goto(made["typed"] + "description/")
    description = page.get_by_label("Job description")
    words = description.input_value()
    description.fill("")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    yield "refused", "html"
    description.fill(words.replace("Plan schema changes on PostgreSQL tables", "Plan them on tables"))
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#touched")).to_be_visible()
    yield "what it touches, and undo", "#touched, #toast"


def filling_in_wrong(page, made):
    for address, label, words, button in [
        ("/interviews/new/", "Role", "", "Generate plan"),
        ("/interviews/import/", "Or its text", '{"name": 1}', "Import"),
        (made["sound"] + "settings/general/", "Longest length in minutes", "0", "Save"),
        (made["own_draft"] + "edit/", "Question", "Are you married?", "Check the wording"),
        ("/settings/notifications/", "Notification address", "nowhere", "Send test"),
    ]:
        page.goto(address)
        page.get_by_label(label).first.fill(words)
        page.get_by_role("button", name=button, exact=True).last.click()
        expect(page.locator(".problems, .errorlist, .finding, .found").first).to_be_visible()
        yield address, "html"


JOURNEYS = [
    ("", signing_in),
    ("", reviewing),
    ("Ada", looking_at_a_plan_with_everything),
    ("Ada", writing_a_question),
    ("Ada", changing_parts),
    ("Ada", describing_anew),
    ("Ada", filling_in_wrong),
]


@pytest.mark.parametrize(("whose", "journey"), JOURNEYS, ids=[journey.__name__ for _whose, journey in JOURNEYS])
def test_nothing_serious_is_on_the_way(windows, made, whose, journey):
    page = windows[whose]
    turn(page, WIDE)
    for state, where in journey(page, made):
        found = [f"{state}, {line}" for line in serious(page, where)]
        assert not found, "\n".join(found)
        turn(page, WIDE)
