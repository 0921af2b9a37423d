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
document.body.addEventListener("htmx:responseError", (event) => {
  const status = event.detail.xhr.status;
  say({ 401: "signedOut", 429: "busy" }[status] || "refused");
  if (status === 401 || status === 403) renew();
});

// The sign that a form came from here is another one after a new sign-in in another tab: all of the page takes it over.
async function renew() {
  if (!document.body.dataset.token) return;
  try {
    const answer = await fetch(document.body.dataset.token, { cache: "no-store" });
    if (!answer.ok) return;
    const { token, person } = await answer.json();
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
    document.querySelectorAll('input[name="csrfmiddlewaretoken"]').forEach((field) => (field.value = token));
    document.dispatchEvent(new CustomEvent("token", { detail: { person } }));
  } catch {
    say("offline");
  }
}
document.addEventListener("renew", renew);
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
