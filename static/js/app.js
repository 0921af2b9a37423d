// What every page shares: announcements, trouble with the server, forms that are sent once and never lost.
document.documentElement.classList.add("has-script");

const announcer = document.getElementById("announcer");
const trouble = document.getElementById("trouble");

function announce(text) {
  if (announcer && text && announcer.textContent !== text) announcer.textContent = text;
}

function say(kind) {
  if (!trouble) return;
  trouble.hidden = !kind;
  trouble.textContent = kind ? trouble.dataset[kind] : "";
}

document.body.addEventListener("announce", (event) => {
  announcer.textContent = "";
  setTimeout(() => announce(event.detail.text), 50);
});
document.body.addEventListener("htmx:afterSwap", () => {
  const source = document.querySelector("[data-announce]");
  if (source) announce(source.dataset.announce);
});
document.body.addEventListener("htmx:sendError", () => say("offline"));
document.body.addEventListener("htmx:timeout", () => say("offline"));
document.body.addEventListener("htmx:responseError", (event) => say(event.detail.xhr.status === 429 ? "busy" : "refused"));
document.body.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.status < 400) say("");
});

// A list that is swapped while a menu of it is open, or text in it is selected, would be torn away: wait for the next look.
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const selection = getSelection();
  const isPoll = event.detail.requestConfig && !event.detail.requestConfig.triggeringEvent;
  if (isPoll && selection && !selection.isCollapsed && event.detail.target.contains(selection.anchorNode)) {
    event.detail.shouldSwap = false;
  }
});

const guarded = (node) => node.closest && node.closest("form[data-guard]");
let leaving = false;

document.addEventListener("input", (event) => {
  const form = guarded(event.target);
  if (form) form.dataset.dirty = "";
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  leaving = !form.hasAttribute("hx-post") && !form.hasAttribute("hx-get");
  if (!form.matches("[data-once]")) return;
  if (form.dataset.sent !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "";
  setTimeout(() => form.querySelectorAll("button[type=submit]").forEach((button) => (button.disabled = true)), 0);
});
addEventListener("pageshow", () => {
  leaving = false;
  document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("button[type=submit]").forEach((button) => (button.disabled = false));
  });
});
addEventListener("beforeunload", (event) => {
  if (!leaving && document.querySelector("form[data-guard][data-dirty]")) event.preventDefault();
});

const first = document.querySelector("[data-focus]");
if (first) first.focus();

document.addEventListener("click", (event) => {
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});
