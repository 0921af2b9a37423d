// The page of a review link: what was typed outlives a lost page, and leaving warns only while something is not sent.
const form = document.getElementById("review");
const key = `typed ${location.pathname}`;

function texts() {
  return [...form.querySelectorAll("textarea")];
}

function keep() {
  const typed = Object.fromEntries(texts().filter((text) => text.value.trim()).map((text) => [text.name, text.value]));
  if (Object.keys(typed).length) {
    sessionStorage.setItem(key, JSON.stringify(typed));
  } else {
    sessionStorage.removeItem(key);
    delete form.dataset.dirty;
  }
}

function bringBack() {
  const typed = JSON.parse(sessionStorage.getItem(key) || "{}");
  texts().forEach((text) => {
    if (text.value || !typed[text.name]) return;
    text.value = typed[text.name];
    form.dataset.dirty = "";
    const fold = text.closest("details");
    if (fold) fold.open = true;
  });
}

bringBack();
keep();
form.addEventListener("input", keep);
document.body.addEventListener("htmx:afterSettle", keep);
form.addEventListener("toggle", (event) => {
  if (event.target.matches(".say") && event.target.open && event.isTrusted) event.target.querySelector("textarea").focus();
}, true);
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
});
