// A skill and its evidence light each other; on a narrow screen the two panes become tabs.
const pane = document.getElementById("description");

function marks(id) {
  return document.querySelectorAll(`mark[data-skills~="${id}"]`);
}

function light(ids) {
  document.querySelectorAll(".lit").forEach((node) => node.classList.remove("lit"));
  ids.forEach((id) => {
    marks(id).forEach((mark) => mark.classList.add("lit"));
    document.getElementById(`skill-${id}`).classList.add("lit");
  });
}

function bringIntoView(id) {
  const mark = marks(id)[0];
  if (!mark || getComputedStyle(pane).position !== "sticky") return;
  const [inner, outer] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) pane.scrollTop += inner.top - outer.top - outer.height / 3;
}

// What the mouse is over counts first; else what has the focus.
function look(node) {
  const focused = document.activeElement;
  const near = [node, focused].find((one) => one && one.closest("[data-skill], mark[data-skills]"));
  const skill = near && near.closest("[data-skill]");
  const mark = near && near.closest("mark[data-skills]");
  if (skill) {
    light([skill.dataset.skill]);
    bringIntoView(skill.dataset.skill);
  } else {
    light(mark ? mark.dataset.skills.split(" ") : []);
  }
}

const panes = document.querySelector(".panes");
panes.addEventListener("mouseover", (event) => look(event.target));
panes.addEventListener("mouseleave", () => look(null));
panes.addEventListener("focusin", (event) => look(event.target));
panes.addEventListener("focusout", () => setTimeout(() => look(null), 0));

const tabs = [...document.querySelectorAll(".tabs a")];

function show(id) {
  tabs.forEach((tab) => {
    const isChosen = tab.hash === `#${id}`;
    if (isChosen) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
    document.querySelector(tab.hash).classList.toggle("put-away", !isChosen);
  });
}

tabs.forEach((tab) => {
  tab.addEventListener("click", (event) => {
    event.preventDefault();
    show(tab.hash.slice(1));
    document.querySelector(".tabs").scrollIntoView({ block: "start" });
  });
});

// A link to something in the other pane opens that pane first.
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  const goal = link && !tabs.includes(link) && document.getElementById(link.hash.slice(1));
  const home = goal && goal.closest(".pane");
  if (home) show(home.id);
});

show("plan");
const asked = location.hash && document.getElementById(location.hash.slice(1));
if (asked && asked.closest(".pane")) {
  show(asked.closest(".pane").id);
  asked.scrollIntoView();
}
