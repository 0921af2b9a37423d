// Skills fold to their headings, one by one or all at once; what is folded is remembered in this page only. A link to
// something in a folded skill unfolds it, and so does the event `reveal` at anything in it, and searching in the page.
const folded = new Set();
const skills = () => [...document.querySelectorAll("#skills > .skill")];

function show(skill) {
  const isFolded = folded.has(skill.id);
  const questions = skill.querySelector(".questions");
  const button = skill.querySelector("[data-fold]");
  skill.classList.toggle("is-folded", isFolded);
  // Questions are numbered through; what is folded away counts all the same.
  skill.style.setProperty("--folded", questions.querySelectorAll(":scope > .question").length);
  if (isFolded) questions.setAttribute("hidden", "until-found");
  else questions.removeAttribute("hidden");
  if (button) button.setAttribute("aria-expanded", String(!isFolded));
}

function showAll() {
  skills().forEach(show);
  const button = document.getElementById("fold-all");
  if (button) button.textContent = areAllFolded() ? button.dataset.unfolds : button.dataset.folds;
}

function areAllFolded() {
  return skills().length > 0 && skills().every(({ id }) => folded.has(id));
}

function fold(id, isFolded) {
  if (isFolded) folded.add(id);
  else folded.delete(id);
  showAll();
}

function reveal(node) {
  const skill = node && node.closest(".is-folded");
  if (skill && node !== skill) fold(skill.id, false);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-fold]");
  if (button) {
    const { id } = button.closest(".skill");
    fold(id, !folded.has(id));
  }
  if (event.target.closest("#fold-all")) {
    const isFolding = !areAllFolded();
    skills().forEach(({ id }) => (isFolding ? folded.add(id) : folded.delete(id)));
    showAll();
  }
  const link = event.target.closest('a[href^="#"]');
  const goal = link && document.getElementById(link.hash.slice(1));
  if (!goal) return;
  if (goal.matches(".is-folded")) fold(goal.id, false);
  reveal(goal);
});
document.addEventListener("reveal", (event) => reveal(event.target));
document.addEventListener("beforematch", (event) => reveal(event.target));
document.addEventListener("htmx:load", showAll);

// The list of skills: open where there is room, and after a swap as it was before.
let isListOpen = matchMedia("(min-width: 40.01rem)").matches;

function showList() {
  const list = document.getElementById("outline-list");
  if (list && list.open !== isListOpen) list.open = isListOpen;
}

document.addEventListener(
  "toggle",
  (event) => {
    if (event.target.id === "outline-list" && event.target.isConnected) isListOpen = event.target.open;
  },
  true,
);
document.body.addEventListener("htmx:oobAfterSwap", (event) => event.detail.target.id === "plan-outline" && showList());
showList();
