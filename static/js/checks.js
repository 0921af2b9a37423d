// The list of findings stays open while parts of the page are swapped; the focus goes on when a pressed button goes.
let isOpen = false;

document.addEventListener(
  "toggle",
  (event) => {
    if (event.target.id === "checks-list") isOpen = event.target.open;
  },
  true,
);

function openList() {
  const list = document.getElementById("checks-list");
  if (list) list.open = true;
  const line = document.getElementById("checks-line");
  const goal = list ? line : document.getElementById("plan-checks");
  goal.focus({ preventScroll: true });
  document.getElementById("plan-checks").scrollIntoView({ block: "start" });
}

// A number of minutes becomes a slider that says where it stands.
function slide(root) {
  root.querySelectorAll("input[data-slider]").forEach((input) => {
    const said = document.getElementById(input.dataset.slider);
    if (input.type !== "range") {
      input.type = "range";
      said.hidden = false;
      input.form.querySelector("button").hidden = true;
      if (input.closest("#length-place")) input.focus();
    }
    said.value = input.value;
  });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href="#plan-checks"]');
  if (link) {
    event.preventDefault();
    openList();
  }
  const cancel = event.target.closest("[data-empties]");
  if (cancel) {
    event.preventDefault();
    document.getElementById(cancel.dataset.empties).replaceChildren();
    goOn(cancel.dataset.goal);
  }
});
document.addEventListener("input", (event) => {
  if (event.target.matches("input[data-slider]")) slide(document);
});

// Where the focus goes when the button that was pressed is gone, by the request.
const goals = new WeakMap();

function goOn(id) {
  const about = document.getElementById(id);
  const isBusy = document.activeElement && document.activeElement !== document.body;
  const next =
    document.getElementById(`${id}-edit`) ||
    (about && about.querySelector(":scope .part-edit")) ||
    about ||
    (!isBusy && document.getElementById("plan-checks"));
  if (!next) return;
  if (!next.matches("a, button, summary, [tabindex]")) next.tabIndex = -1;
  next.dispatchEvent(new CustomEvent("reveal", { bubbles: true }));
  next.focus({ preventScroll: true });
}

// After a suggestion is taken: the next one in the same list, else what it was about.
const suggestions = (list) => [...list.querySelectorAll('button[name="finding"]')];

function placeIn(button) {
  const list = button.closest('[id$="-findings"], #plan-checks');
  return list && { id: list.id, number: suggestions(list).indexOf(button) };
}

function nextIn(place) {
  const list = place && document.getElementById(place.id);
  if (!list) return null;
  const left = suggestions(list);
  return left[Math.min(place.number, left.length - 1)];
}

document.body.addEventListener("htmx:beforeRequest", ({ detail: { elt, xhr } }) => {
  const button = elt.closest("[data-goal]") || elt.querySelector("button[data-goal]");
  if (button && button.form !== null && (elt === button || elt === button.form)) goals.set(xhr, { id: button.dataset.goal || "checks-line", place: placeIn(button), pressed: document.activeElement });
});
// An open form gives way to what is done about its question in the list, unless something in it is not saved yet.
addEventListener("htmx:configRequest", (event) => {
  const [about, headers] = [event.detail.elt.dataset.about, event.detail.headers];
  const form = about && document.querySelector(`#${about} form[data-question-form]:not([data-dirty])`);
  if (form) headers["X-Kept"] = headers["X-Kept"].split(" ").filter((id) => id !== about).join(" ");
});
document.body.addEventListener("htmx:oobAfterSwap", () => {
  const list = document.getElementById("checks-list");
  if (list) list.open = isOpen;
});
document.body.addEventListener("htmx:afterSettle", (event) => {
  slide(document);
  const place = event.detail.target;
  if (place && place.classList.contains("ground-place")) {
    const wrong = place.querySelector(".field-wrong");
    const first = (wrong || place).querySelector("input:not([type=hidden]), textarea");
    if (first) first.focus();
    if (wrong) document.body.dispatchEvent(new CustomEvent("announce", { detail: { text: wrong.querySelector(".errorlist").textContent.trim() } }));
  }
});
document.body.addEventListener("htmx:afterRequest", ({ detail: { xhr } }) => {
  const { id, place, pressed } = goals.get(xhr) || {};
  if (!id || pressed.isConnected || xhr.status === 422) return;
  setTimeout(() => {
    if (pressed.id && document.activeElement.id === pressed.id) return;
    const next = nextIn(place);
    goOn(next ? next.id : id);
  }, 50);
});

if (location.hash === "#plan-checks" && document.getElementById("plan-checks")) openList();
slide(document);
