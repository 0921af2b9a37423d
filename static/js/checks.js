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

let goal = "";

function goOn(id) {
  const next = document.getElementById(id) || document.getElementById("plan-checks");
  if (!next) return;
  if (!next.matches("a, button, summary, [tabindex]")) next.tabIndex = -1;
  next.focus({ preventScroll: true });
}

document.body.addEventListener("htmx:beforeRequest", (event) => {
  const button = event.detail.elt.closest("[data-goal]") || event.detail.elt.querySelector("button[data-goal]");
  goal = button ? button.dataset.goal || "checks-line" : "";
});
document.body.addEventListener("htmx:oobAfterSwap", () => {
  const list = document.getElementById("checks-list");
  if (list) list.open = isOpen;
});
document.body.addEventListener("htmx:afterSettle", (event) => {
  slide(document);
  const place = event.detail.target;
  if (place && place.classList.contains("ground-place")) {
    const first = place.querySelector(".errorlist + * input, .field-wrong :is(input, textarea), input[type=radio]");
    if (first) first.focus();
  }
});
document.body.addEventListener("htmx:afterRequest", () => {
  if (!goal) return;
  const id = goal;
  goal = "";
  setTimeout(() => {
    if (document.activeElement === document.body || !document.activeElement) goOn(id);
  }, 50);
});

if (location.hash === "#plan-checks" && document.getElementById("plan-checks")) openList();
slide(document);
