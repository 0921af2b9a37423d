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
  const near = [question, next].filter(Boolean).flatMap(({ id }) => [`${id}-edit`, `${id}-more`]);
  return [active.id, ...near].filter(Boolean);
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
  const goal = near.map((id) => document.getElementById(id)).find(Boolean);
  if (goal) goal.focus();
});
