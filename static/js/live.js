// The open plan tells the server that it is here, and catches up with what other people change.
const EVERY = 10_000;
const SOON = 600;
const FIELDS = "input:not([type=hidden], [type=submit], [type=button]), textarea, select, [contenteditable='true']";
// Forms that are left alone while they are open, also when nothing in them is unsaved.
const OPEN = "form[data-question-form], form[data-part]";
const PARTS = /^(question-\d+|skill-\d+(-head)?|plan-[a-z]+|description)$/;

const poller = document.getElementById("plan-live");
const main = document.getElementById("main");
const presence = () => document.getElementById("plan-presence");

// What the page shows: a version, later ones of its own making, and the state of the interview.
let version = Number(poller.dataset.version);
let status = poller.dataset.status;
let grounds = poller.dataset.grounds;
const own = new Set();
// From where to catch up once more when the person is done with what was left alone; null: nothing was.
let behind = null;
let isSecondTime = false;

let timer = 0;
let over = false;
let flying = 0;
let overtaken = false;
let isCatchingUp = false;
let hasMissed = false;
let told = "";

// What the person is typing in: the field with the focus, and forms with something unsaved.
function edited() {
  const focused = document.activeElement;
  const nodes = [...main.querySelectorAll("form[data-dirty]")];
  if (focused && main.contains(focused) && focused.matches(FIELDS)) nodes.unshift(focused);
  return nodes;
}

function idsAround(node) {
  const ids = [];
  for (let one = node; one && one !== main; one = one.parentElement) if (one.id) ids.push(one.id);
  return ids;
}

function place() {
  const [node] = edited();
  return (node && idsAround(node).find((id) => PARTS.test(id))) || "";
}

function look() {
  clearTimeout(timer);
  if (over || document.hidden) return;
  if (flying > 0) return soon();
  timer = setTimeout(look, EVERY);
  htmx.trigger(poller, "look");
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(look, SOON);
}

document.body.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.elt !== poller) return;
  told = place();
  overtaken = false;
  const busy = edited();
  isSecondTime = behind !== null && !busy.length && !main.querySelector(OPEN);
  const from = isSecondTime ? behind : version;
  Object.assign(event.detail.parameters, {
    version: Number.isInteger(from) ? from : "",
    again: isSecondTime ? 1 : "",
    own: [...own].join(" "),
    status,
    grounds,
    seen: presence().dataset.seen,
    place: told,
    editing: [...new Set(busy.flatMap(idsAround))].join(" "),
  });
});

// An answer that was on its way while the page itself saved something may tell of that very save: ask anew.
const changes = (event) => event.detail.elt !== poller && event.detail.requestConfig?.verb !== "get";
document.body.addEventListener("htmx:beforeSend", (event) => {
  if (!changes(event)) return;
  flying += 1;
  overtaken = true;
});
document.body.addEventListener("htmx:afterRequest", (event) => {
  if (changes(event) && flying > 0) flying -= 1;
});
poller.addEventListener("htmx:beforeSwap", (event) => {
  isCatchingUp = !overtaken;
  hasMissed = false;
  // What is gone here already need not go: htmx would complain.
  event.detail.serverResponse = event.detail.serverResponse.replace(
    /<div id="([^"]+)" hx-swap-oob="delete"><\/div>/g,
    (fragment, id) => (document.getElementById(id) ? fragment : ""),
  );
  if (!overtaken) return;
  event.detail.shouldSwap = false;
  soon();
});
poller.addEventListener("htmx:afterRequest", () => {
  isCatchingUp = false;
});

// The server has left alone what it was told of. What the person has begun to type in since is left alone here, and
// what is already so, which may have the focus.
document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (!isCatchingUp) return;
  const { target, fragment } = event.detail;
  const incoming = fragment.id ? fragment : fragment.firstElementChild;
  if (!incoming) return;
  if (incoming.id === target.id) {
    if (target.isEqualNode(incoming)) {
      event.detail.shouldSwap = false;
      return;
    }
    if (edited().some((node) => target.contains(node))) {
      event.detail.shouldSwap = false;
      hasMissed = true;
      return;
    }
    const opened = [...target.querySelectorAll("details")].map((one) => one.open);
    incoming.querySelectorAll("details").forEach((one, number) => (one.open ||= Boolean(opened[number])));
    return;
  }
  fragment.querySelectorAll(".skill, .question").forEach((fresh) => {
    const present = fragment.contains(fresh) && document.getElementById(fresh.id);
    if (!present) return;
    if (edited().some((node) => present.contains(node))) fresh.remove();
    else present.remove();
  });
});

document.body.addEventListener("plan-saved", (event) => {
  const made = event.detail.version;
  own.add(made);
  while (own.has(version + 1)) version += 1;
  // Something of somebody else, or of a slower answer, lies between: both are shown anew, in the order of the plan.
  if (made > version) {
    own.clear();
    soon();
  }
  forget();
});
// What the page made itself, and cannot show: it stands beside something that somebody else has just put there. It comes
// with what is caught up.
document.body.addEventListener("htmx:oobErrorNoTarget", () => {
  if (isCatchingUp) return;
  own.clear();
  soon();
});
document.body.addEventListener("plan-known", (event) => {
  note();
  if (event.detail.status) status = event.detail.status;
  if (event.detail.grounds !== undefined && !hasMissed) grounds = event.detail.grounds;
  if (!event.detail.version) return;
  if (hasMissed) return soon();
  if (event.detail.held) behind ??= version;
  else if (isSecondTime) behind = null;
  version = event.detail.version;
  forget();
});

function forget() {
  own.forEach((made) => made <= (behind ?? version) && own.delete(made));
}

// What is wrong with looking is no trouble of anything that was typed.
poller.addEventListener("htmx:responseError", (event) => {
  event.stopPropagation();
  if ([403, 404].includes(event.detail.xhr.status)) over = true;
});

// Who edits what is also said where they do.
function mark() {
  const notes = new Map();
  presence()
    .querySelectorAll("[data-at]")
    .forEach((one) => notes.set(one.dataset.at, one.dataset.note));
  document.querySelectorAll(".busy-note").forEach((note) => {
    const at = note.parentElement.id.replace(/-head$/, "");
    if (notes.get(at) === note.textContent) notes.delete(at);
    else note.remove();
  });
  notes.forEach((text, id) => {
    const home = document.getElementById(`${id}-head`) || document.getElementById(id);
    if (!home || ["plan-head", "plan-name"].includes(home.id)) return;
    const note = document.createElement("p");
    note.className = "busy-note";
    note.textContent = text;
    home.prepend(note);
  });
}
document.body.addEventListener("htmx:afterSettle", mark);

// A note comes to what it is about, without anything there being swapped.
function note() {
  document.querySelectorAll("#plan-notes > .changed-note").forEach((fresh) => {
    const home = document.getElementById(fresh.dataset.at);
    if (!home) return;
    home.querySelectorAll(":scope > .changed-note").forEach((stale) => stale.remove());
    home.prepend(fresh);
  });
}

function leave() {
  const { "X-CSRFToken": token } = JSON.parse(document.body.getAttribute("hx-headers") || "{}");
  const sent = new FormData();
  sent.append("csrfmiddlewaretoken", token || "");
  navigator.sendBeacon(poller.dataset.left, sent);
}

for (const what of ["focusin", "focusout"]) {
  main.addEventListener(what, () => setTimeout(() => place() !== told && soon(), 0));
}
document.addEventListener("visibilitychange", look);
addEventListener("pagehide", leave);
addEventListener("pageshow", look);
mark();
