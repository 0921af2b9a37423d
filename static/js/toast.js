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

// One way to undo at a time: a save takes away the toast of the one before, a toast the Undo that stands in a form.
document.body.addEventListener("plan-saved", () => {
  const toast = document.getElementById("toast");
  if (toast) toast.hidden = true;
});
document.addEventListener("htmx:load", (event) => {
  if (event.target.id !== "toast") return;
  if (event.target.querySelector("form")) document.querySelectorAll(".part-note [data-undo]").forEach((button) => button.remove());
  wait();
});
wait();

// Where the focus goes when its element was swapped: to the same element, to the question's, to the next question's, to
// the skill's.
const places = new WeakMap();

function around(active) {
  const question = active.closest(".question");
  const all = [...document.querySelectorAll(".question")];
  const next = question && (all[all.indexOf(question) + 1] || all[all.indexOf(question) - 1]);
  const near = [question, next].filter(Boolean).flatMap(({ id }) => [`${id}-edit`, `${id}-more`]);
  const skill = active.closest(".skill");
  const ofSkill = skill ? ["-have", "-edit", "-more", ""].map((part) => skill.id + part) : [];
  return [active.id, ...near, ...ofSkill].filter(Boolean);
}

// What moves something step by step stays at hand: its menu opens again.
const canHaveFocus = (node) =>
  node && !node.closest("[hidden]:not(.questions)") && (node.matches("[data-stays], summary") || !node.closest("details:not([open])"));

function focusOn(node) {
  const menu = node.matches("[data-stays]") && node.closest("details.menu");
  if (menu) menu.open = true;
  node.dispatchEvent(new CustomEvent("reveal", { bubbles: true }));
  if (node.tabIndex < 0) node.tabIndex = -1;
  node.focus();
}

// Undo goes on at what came back: its Undo button is gone. The server says where that is.
let back = "";
document.body.addEventListener("taken-back", (event) => (back = event.detail.place));

function takenBack() {
  const found = back && document.getElementById(back);
  back = "";
  return found ? [document.getElementById(`${found.id}-edit`), found.querySelector(".part-edit"), found].filter(Boolean) : [];
}

// What the pressed button stood in, from within outwards, as far as it is still there: better than the top of the page.
function idsAround(active) {
  const ids = [];
  for (let node = active; node && node.id !== "main"; node = node.parentElement) if (node.id) ids.push(node.id);
  return ids;
}

document.addEventListener("htmx:beforeRequest", (event) => {
  const active = document.activeElement;
  if (active && active !== document.body) places.set(event.detail.xhr, { near: around(active), outer: idsAround(active) });
});
function isLost() {
  const active = document.activeElement;
  return !active || active === document.body || !active.isConnected || !active.checkVisibility();
}

function goOn(nodes) {
  const goal = isLost() && nodes.find((node) => canHaveFocus(node));
  if (goal) focusOn(goal);
}

document.addEventListener("htmx:afterRequest", (event) => {
  const { near, outer } = places.get(event.detail.xhr) || { near: [], outer: [] };
  const found = (ids) => ids.map((id) => document.getElementById(id));
  goOn([...takenBack(), ...found(near)]);
  setTimeout(() => goOn(found(outer)), 150);
});

// A menu goes when what was chosen in it is done.
document.addEventListener("htmx:afterRequest", ({ detail: { elt, successful } }) => {
  const menu = successful && elt.isConnected && elt.matches('button[hx-swap="none"]:not([data-stays])') && elt.closest(".act-menu");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
