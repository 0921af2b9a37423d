// A question's form saves itself while somebody types, and what was typed is never lost: not to a lost connection, not to
// the end of a session, not to what others do to the plan. What is not saved yet is kept in this browser as well.
const words = document.getElementById("editor-words");
const PAUSE = 1500;
const LONGEST_WAIT = 30_000;
const states = new WeakMap();

const forms = () => [...document.querySelectorAll("form[data-question-form]")];
const formOf = (node) => node && node.closest && node.closest("form[data-question-form]");
const isDirty = (form) => stateOf(form).typed !== stateOf(form).saved;

// `typed`, `sent`, `saved` count what was typed: how far, how far it was sent, how far it was saved.
function stateOf(form) {
  if (!states.has(form)) states.set(form, { typed: 0, sent: 0, saved: 0, tries: 0, trouble: "", isRenewed: false });
  return states.get(form);
}

function say(form, kind, node) {
  const line = form.querySelector(".edit-state");
  if (!line) return;
  line.dataset.state = kind;
  line.className = `edit-state edit-state-${kind}`;
  const shown = node || document.getElementById("editor-trouble").content.cloneNode(true);
  if (!node) shown.querySelector("span").textContent = words.dataset[kind];
  if (kind === "saving") shown.querySelector(".icon").remove();
  line.replaceChildren(shown);
  if (kind !== "saving") announce(line.textContent.trim());
}

function announce(text) {
  document.body.dispatchEvent(new CustomEvent("announce", { detail: { text } }));
}

// What was typed and is not saved, by question and person.
const keyOf = (form) => `typed:${form.dataset.keep}`;

function keep(form) {
  const sent = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "act");
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(sent));
  } catch {
    // A browser that keeps nothing still has the form.
  }
}

function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function save(form) {
  clearTimeout(stateOf(form).timer);
  if (form.isConnected) htmx.trigger(form, "save");
}

function onTyping(form) {
  const state = stateOf(form);
  state.typed += 1;
  form.dataset.dirty = "";
  keep(form);
  clearTimeout(state.timer);
  if (!state.trouble) state.timer = setTimeout(() => save(form), PAUSE);
}

document.addEventListener("input", (event) => formOf(event.target) && onTyping(formOf(event.target)));
for (const kind of ["change", "focusout"]) {
  document.addEventListener(kind, (event) => {
    const form = formOf(event.target);
    if (!form || stateOf(form).trouble || stateOf(form).sent === stateOf(form).typed) return;
    if (isDirty(form) || kind === "change") save(form);
  });
}
// A button's request may have to wait for the one under way; by then htmx has forgotten the button.
document.addEventListener("submit", (event) => {
  const form = formOf(event.target);
  if (!form) return;
  clearTimeout(stateOf(form).timer);
  stateOf(form).act = event.submitter ? event.submitter.value : "";
}, true);
document.addEventListener("keydown", (event) => {
  const form = formOf(event.target);
  if (event.key !== "Escape" || !form || event.isComposing) return;
  event.preventDefault();
  form.querySelector('button[value="done"]').click();
});

// Every request says what is to stay: the page, and the forms that are open. A session that is over then answers with 401
// and not with the way to the sign-in page, and an edit leaves the forms where they are. It says too which list of findings
// the page shows, unless another request is about to change that, so that an edit need not send the same once more.
document.addEventListener("htmx:configRequest", (event) => {
  const own = formOf(event.detail.elt);
  const open = forms().filter((form) => form !== own).map((form) => form.closest("article").id);
  event.detail.headers["X-Kept"] = ["main", ...open].join(" ");
  const told = document.getElementById("plan-checks")?.dataset.told;
  if (told && !document.querySelector(".htmx-request")) event.detail.headers["X-Told"] = told;
  if (!own || own !== event.detail.elt) return;
  const state = stateOf(own);
  event.detail.formData.delete("act");
  if (state.act) event.detail.formData.set("act", state.act);
  state.asked = state.act;
  state.act = "";
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const form = formOf(event.detail.elt);
  if (!form || form !== event.detail.elt) return;
  stateOf(form).sent = stateOf(form).typed;
  if (!stateOf(form).trouble) say(form, "saving");
});

document.addEventListener("htmx:beforeOnLoad", (event) => {
  const [form, xhr] = [formOf(event.detail.elt), event.detail.xhr];
  if (!form || form !== event.detail.elt || ![200, 409, 422].includes(xhr.status)) return;
  const state = stateOf(form);
  Object.assign(state, { tries: 0, trouble: "", isRenewed: false });
  clearTimeout(state.again);
  if (xhr.status !== 200) return;
  state.saved = state.sent;
  if (isDirty(form)) return;
  forget(keyOf(form));
  delete form.dataset.dirty;
}, true);

document.addEventListener("htmx:afterRequest", (event) => {
  const form = formOf(event.detail.elt);
  if (!form || !form.isConnected || form !== event.detail.elt) return;
  mark(form);
  if (event.detail.xhr.status === 422 || event.detail.xhr.status === 409) announceTrouble(form);
});

// Fields say by themselves whether something is wrong with them.
function mark(form) {
  form.querySelectorAll(".edit-field").forEach((field) => {
    const isWrong = Boolean(field.querySelector(".said > *"));
    field.classList.toggle("edit-wrong", isWrong);
    field.querySelectorAll("input, select, textarea").forEach((control) => {
      if (isWrong) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    });
  });
}

function announceTrouble(form) {
  announce(form.querySelector(".edit-state").textContent.trim());
  const wrong = form.querySelector('[aria-invalid="true"]');
  if (stateOf(form).asked === "done" && wrong) wrong.focus();
}

// What others did to a question does not take away what is typed into it here.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const target = event.detail.target;
  const form = target.querySelector && target.querySelector("form[data-question-form]");
  if (!form || !isDirty(form)) return;
  event.detail.shouldSwap = false;
  setTimeout(() => save(form), 0);
});

// Trouble: it is sent again by itself.
function fail(form, kind) {
  const state = stateOf(form);
  keep(form);
  form.dataset.dirty = "";
  if (state.typed === state.saved) state.typed += 1;
  if (state.trouble !== kind) {
    state.trouble = kind;
    say(form, kind, kind === "signedOut" ? document.getElementById("editor-signed-out").content.cloneNode(true) : null);
  }
  clearTimeout(state.timer);
  clearTimeout(state.again);
  if (kind === "refused") return;
  state.tries += 1;
  state.again = setTimeout(() => tryAgain(form), Math.min(LONGEST_WAIT, 1000 * 2 ** state.tries));
}

function tryAgain(form) {
  clearTimeout(stateOf(form).again);
  const trouble = stateOf(form).trouble;
  if (!form.isConnected || !trouble || trouble === "refused") return;
  if (trouble === "signedOut" || trouble === "another") document.dispatchEvent(new Event("renew"));
  else save(form);
}

document.addEventListener("token", (event) => {
  forms().forEach((form) => {
    const state = stateOf(form);
    if (!["signedOut", "another"].includes(state.trouble)) return;
    const person = event.detail.person === null ? "" : String(event.detail.person);
    if (person === form.dataset.person) save(form);
    else fail(form, person ? "another" : "signedOut");
  });
});

for (const kind of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(kind, (event) => {
    const form = formOf(event.detail.elt);
    if (!form || form !== event.detail.elt) return;
    event.stopPropagation();
    const status = kind === "htmx:responseError" ? event.detail.xhr.status : 0;
    const state = stateOf(form);
    if (!status) fail(form, "offline");
    else if (status === 401) fail(form, "signedOut");
    else if (status === 403 && !state.isRenewed) {
      state.isRenewed = true;
      fail(form, "signedOut");
      document.dispatchEvent(new Event("renew"));
    } else fail(form, status >= 500 || status === 429 ? "failed" : "refused");
  }, true);
}

function tryAllAgain() {
  forms().forEach((form) => {
    stateOf(form).tries = 0;
    tryAgain(form);
  });
}
addEventListener("online", tryAllAgain);
addEventListener("focus", tryAllAgain);
document.addEventListener("visibilitychange", () => document.hidden || tryAllAgain());

// What was typed before the page was left, and never saved.
function offer(key) {
  const [interview, question, person] = key.slice("typed:".length).split(":");
  const article = document.getElementById(`question-${question}`);
  if (interview !== words.dataset.interview || person !== words.dataset.person || !article) return;
  if (!document.getElementById(`${article.id}-edit`)) return;
  const banner = document.getElementById("editor-kept").content.firstElementChild.cloneNode(true);
  banner.querySelector('[data-kept="restore"]').addEventListener("click", () => restore(key, question));
  banner.querySelector('[data-kept="discard"]').addEventListener("click", () => {
    forget(key);
    banner.remove();
  });
  article.prepend(banner);
}

async function restore(key, question) {
  const sent = JSON.parse(localStorage.getItem(key));
  const link = document.getElementById(`question-${question}-edit`);
  await htmx.ajax("GET", link.getAttribute("hx-get"), { target: `#question-${question}`, swap: "outerHTML" });
  const form = document.querySelector(`#question-${question} form`);
  if (!form) return;
  fill(form, sent);
  onTyping(form);
}

function fill(form, sent) {
  const values = new Map();
  sent.forEach(([name, value]) => values.set(name, [...(values.get(name) || []), value]));
  form.querySelectorAll("[data-rows]").forEach((list) => {
    const name = list.dataset.rows;
    const detail = { texts: values.get(name) || [], asks: values.get(`${name}_ask`) || values.get(`${name}_score`) || [] };
    list.dispatchEvent(new CustomEvent("rows", { bubbles: true, detail }));
  });
  [...form.elements].forEach((control) => {
    if (!control.name || control.closest("[data-rows]") || control.type === "submit") return;
    if (control.type === "checkbox") control.checked = values.has(control.name);
    else if (values.has(control.name) && !["csrfmiddlewaretoken", "since"].includes(control.name)) {
      control.value = values.get(control.name)[0];
    }
  });
}

if (words) {
  try {
    Object.keys(localStorage).filter((key) => key.startsWith("typed:")).forEach(offer);
  } catch {
    // This browser keeps nothing.
  }
}
