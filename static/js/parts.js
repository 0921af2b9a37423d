// Parts of the document that became forms and save by themselves: nothing typed is swapped away or lost.
const AGAIN_AFTER = 4000;
const typed = new WeakMap();
const sent = new WeakMap();
let asked = null;

const partOf = (node) => node && node.closest && node.closest("form[data-part]");
const typedSinceSent = (form) => (typed.get(form) || 0) > (sent.get(form) || 0);

document.addEventListener("input", (event) => {
  const form = partOf(event.target);
  if (form) typed.set(form, (typed.get(form) || 0) + 1);
});

// What saves by itself presses no button, even when one has the focus already.
const BUTTONS = ["done", "over", "add", "drop", "up", "down"];
document.body.addEventListener("htmx:configRequest", (event) => {
  const { elt, triggeringEvent, parameters } = event.detail;
  if (!elt.matches("form[data-part]") || (triggeringEvent && triggeringEvent.type === "submit")) return;
  for (const name of BUTTONS) delete parameters[name];
  event.detail.path = elt.getAttribute("hx-post");
});

document.body.addEventListener("htmx:beforeRequest", (event) => {
  const form = partOf(event.detail.elt);
  if (form) sent.set(form, typed.get(form) || 0);
});
document.body.addEventListener("htmx:beforeOnLoad", (event) => {
  asked = event.detail.elt;
});
document.body.addEventListener("htmx:afterRequest", (event) => {
  const form = partOf(event.detail.elt);
  if (form && event.detail.successful && !typedSinceSent(form)) delete form.dataset.dirty;
});

// What did not reach the server is sent again, until it does.
function sendAgain(form) {
  if (form.isConnected && form.dataset.dirty !== undefined) form.dispatchEvent(new CustomEvent("again"));
}
for (const failure of ["htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(failure, (event) => {
    const form = partOf(event.detail.elt);
    if (form) setTimeout(() => sendAgain(form), AGAIN_AFTER);
  });
}
addEventListener("online", () => document.querySelectorAll("form[data-part][data-dirty]").forEach(sendAgain));

// An open form is swapped by the answers to itself alone, while somebody is at it.
document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target } = event.detail;
  const form = target.matches("form[data-part]") ? target : target.querySelector("form[data-part]");
  if (!form) return;
  const isItsOwn = form.contains(asked);
  const isAtIt = form.dataset.dirty !== undefined || form.contains(document.activeElement);
  if (isItsOwn ? typedSinceSent(form) : isAtIt) event.detail.shouldSwap = false;
});

// Escape leaves: by Cancel where there is one, else as Done does.
document.addEventListener("keydown", (event) => {
  const form = event.key === "Escape" && !event.isComposing && partOf(event.target);
  if (!form) return;
  event.preventDefault();
  (form.querySelector(".cancel") || form.querySelector('.actions > button[name="done"]')).click();
});

function focusFirst(part) {
  const field = part.querySelector("input:not([type=hidden]), textarea, select");
  if (!field || part.contains(document.activeElement)) return;
  field.focus();
  if (field.value && field.setSelectionRange && field.type !== "number") field.setSelectionRange(field.value.length, field.value.length);
}

// A form that is opened in place is there to be typed in.
document.addEventListener("click", (event) => {
  const summary = event.target.closest("details.write > summary");
  if (!summary || summary.parentElement.open) return;
  setTimeout(() => summary.parentElement.open && summary.parentElement.querySelector("textarea").focus(), 0);
});

document.body.addEventListener("htmx:load", (event) => {
  const part = event.detail.elt;
  if (!part.matches) return;
  if (part.matches(".part-open")) {
    const pane = part.closest(".pane.put-away");
    if (pane) document.querySelector(`.tabs a[href="#${pane.id}"]`).click();
    const wrong = part.querySelector(".errorlist");
    focusFirst(wrong ? wrong.closest(".field") || part : part);
    if (part.id === "new-skill") part.scrollIntoView({ block: "center" });
  }
  const problems = part.matches("[data-problems]") ? [part] : [...part.querySelectorAll("[data-problems]")];
  problems.forEach((box) => {
    const field = document.getElementById(box.dataset.problems);
    if (!field) return;
    if (box.textContent.trim()) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  });
});

// Where a form closed under the focus, the way back into it has the focus.
const closing = new Set();
document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { id } = event.detail.target;
  if (id && event.detail.target.querySelector("form[data-part]")) closing.add(id);
});
document.body.addEventListener("htmx:oobAfterSwap", (event) => {
  if (!closing.delete(event.detail.target.id)) return;
  const part = document.getElementById(event.detail.target.id);
  const link = part && !part.querySelector("form[data-part]") && part.querySelector(".part-edit");
  if (link && document.activeElement === document.body) link.focus({ preventScroll: true });
});

// A skill that was just added is where one goes on.
document.body.addEventListener("htmx:afterOnLoad", (event) => {
  const { requestConfig, xhr } = event.detail;
  if (requestConfig.verb !== "post" || !requestConfig.elt.closest("#new-skill .part-form") || xhr.status >= 400) return;
  const skill = document.querySelector("#skills > .skill:last-of-type");
  if (skill) skill.focus();
});

// What the last edit of the description touched is lit until something else is clicked.
document.querySelectorAll("[data-touched]").forEach((link) => {
  const goal = document.getElementById(link.dataset.touched);
  if (goal) goal.classList.add("is-touched");
});

// What can be done once goes from its list when it is done.
document.body.addEventListener("htmx:afterRequest", ({ detail: { elt, successful } }) => {
  const form = successful && elt.closest("[data-once]");
  if (form) form.closest(form.dataset.once).remove();
});
