// After an edit: the toast goes by itself after a while, and the focus stays where the person was.
const LONG = 25_000;
let timer = 0;

function isLookedAt(toast) {
  return toast.matches(":hover") || toast.contains(document.activeElement);
}

function putAway() {
  const toast = document.getElementById("toast");
  if (!toast || toast.hidden) return;
  if (isLookedAt(toast)) timer = setTimeout(putAway, LONG);
  else toast.hidden = true;
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(putAway, LONG);
}

document.addEventListener("htmx:load", (event) => event.target.id === "toast" && wait());
wait();

// Where the focus goes when its element was swapped: to the same element, to the question's, to the next question's.
const places = new WeakMap();

function around(active) {
  const question = active.closest(".question");
  const all = [...document.querySelectorAll(".question")];
  const next = question && (all[all.indexOf(question) + 1] || all[all.indexOf(question) - 1]);
  const near = [question, next, active.closest(".skill")].filter(Boolean).flatMap(({ id }) => [`${id}-edit`, `${id}-more`]);
  return [active.id, ...near].filter(Boolean);
}

// What moves something step by step stays at hand: its menu opens again.
const canHaveFocus = (node) => node && (node.matches("[data-stays], summary") || !node.closest("details.menu:not([open])"));

function focusOn(node) {
  const menu = node.matches("[data-stays]") && node.closest("details.menu");
  if (menu) menu.open = true;
  node.dispatchEvent(new CustomEvent("reveal", { bubbles: true }));
  node.focus();
}

// Undo goes on at what came back: its Undo button is gone.
function takenBack({ requestConfig, xhr }) {
  const found = /\/undo\//.test(requestConfig?.path || "") && xhr.responseText.match(/id="((?:question|skill)-\d+)"/);
  return found ? [`${found[1]}-edit`, found[1]] : [];
}

document.addEventListener("htmx:beforeRequest", (event) => {
  const active = document.activeElement;
  if (active && active !== document.body) places.set(event.detail.xhr, around(active));
});
document.addEventListener("htmx:afterRequest", (event) => {
  const active = document.activeElement;
  if (active && active !== document.body && active.isConnected) return;
  const near = [...(places.get(event.detail.xhr) || []), ...takenBack(event.detail)];
  const goal = near.map((id) => document.getElementById(id)).find(canHaveFocus);
  if (goal) focusOn(goal);
});

// A menu goes when what was chosen in it is done.
document.addEventListener("htmx:afterRequest", ({ detail: { elt, successful } }) => {
  const menu = successful && elt.isConnected && elt.matches('button[hx-swap="none"]:not([data-stays])') && elt.closest(".act-menu");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
