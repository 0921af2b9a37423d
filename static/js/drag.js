// Drag and drop of questions and skills with mouse or finger, and its twin for the keyboard.
//
// A handle is a button with data-drag="question" or data-drag="skill" and data-id, the id of the row, inside what it moves:
// the element question-<id> or skill-<id>. Questions are children of .questions within .skill; skills are children of
// #skills. A drop posts `skill` and `after` to /questions/<id>/move/, or `after` to /skills/<id>/move/; `after` is the id of
// what stands before, empty for the first place. The answer moves the element. On the handle Space picks up, the arrow keys
// move, Space drops, Escape cancels. While something is moved, skills are folded to their headings, or questions to their
// prompts (classes of the page, the rest is style), so that every place is near.
// Who may change nothing has neither.
const words = document.getElementById("editor-words")?.dataset || {};
const help = document.getElementById("drag-help");
const EDGE = 80;
const SPEED = 0.3;
let held = null;

const idOf = (element) => (element ? element.id.replace(/^\D+/, "") : "");
function nameOf(element) {
  const heading = element.querySelector("h2, h3").cloneNode(true);
  heading.querySelector(".skill-number")?.remove();
  return heading.textContent.trim().slice(0, 80);
}

// The places in one list from top to bottom, and its spots: what one may be over, with the places before and behind it.
function lay(found, list, items, skill) {
  const offset = found.places.length;
  const first = items.length ? { near: items[0], side: "before" } : { near: list, side: "into" };
  found.places.push({ ...first, skill, after: "" });
  items.forEach((item, number) => {
    found.places.push({ near: item, side: "after", skill, after: idOf(item) });
    found.spots.push({ node: item, before: offset + number, behind: offset + number + 1 });
  });
}

// A skill that is folded takes a question at its end.
function layInto(found, skill, items) {
  const place = found.places.length;
  found.places.push({ near: skill, side: "after", skill: idOf(skill), after: idOf(items.at(-1)) });
  found.spots.push({ node: skill, before: place, behind: place });
}

function placesFor(kind, moved) {
  const found = { places: [], spots: [] };
  const others = (list, selector) => [...list.children].filter((item) => item.matches(selector) && item !== moved);
  if (kind === "skill") {
    const list = document.getElementById("skills");
    lay(found, list, others(list, ".skill"), "");
    return found;
  }
  document.querySelectorAll(".skill").forEach((skill) => {
    const list = skill.querySelector(".questions");
    const items = others(list, ".question");
    if (list.hidden) return layInto(found, skill, items);
    const first = found.places.length;
    found.spots.push({ node: document.getElementById(`${skill.id}-head`), before: first, behind: first });
    lay(found, list, items, idOf(skill));
  });
  return found;
}

function before(element, selector) {
  let other = element.previousElementSibling;
  while (other && !other.matches(selector)) other = other.previousElementSibling;
  return other;
}

// Folds or unfolds what is around; the handle stays where it is on the screen.
function sort(handle, kind, isSorting) {
  const top = handle.getBoundingClientRect().top;
  document.documentElement.classList.toggle(`sorting-${kind}s`, isSorting);
  scrollBy(0, handle.getBoundingClientRect().top - top);
}

function pickUp(handle) {
  const kind = handle.dataset.drag;
  const moved = document.getElementById(`${kind}-${handle.dataset.id}`);
  const home = kind === "question" ? idOf(moved.closest(".skill")) : "";
  const after = idOf(before(moved, `.${kind}`));
  const { places, spots } = placesFor(kind, moved);
  const start = places.findIndex((place) => place.skill === home && place.after === after);
  held = { handle, kind, moved, places, spots, start, place: start };
  moved.classList.add("dragged");
  handle.setAttribute("aria-pressed", "true");
  sort(handle, kind, true);
}

function unmark() {
  document.querySelectorAll(".drop-before, .drop-after, .drop-into").forEach((node) => {
    node.classList.remove("drop-before", "drop-after", "drop-into");
  });
}

function aim(place) {
  if (place === held.place) return;
  held.place = place;
  unmark();
  if (place !== held.start) held.places[place].near.classList.add(`drop-${held.places[place].side}`);
}

function letGo() {
  const { handle, kind, moved } = held;
  unmark();
  moved.classList.remove("dragged");
  handle.removeAttribute("aria-pressed");
  sort(handle, kind, false);
  held = null;
  showHelp();
}

function drop() {
  const { handle, kind, place, places, start, y } = held;
  if (!handle.isConnected || !places[place].near.isConnected) return cancel();
  letGo();
  if (place === start) return announce(words.stays);
  const { skill, after } = places[place];
  const values = kind === "question" ? { skill, after } : { after };
  const moving = htmx.ajax("POST", `/${kind}s/${handle.dataset.id}/move/`, { values, swap: "none", source: handle });
  moving.then(() => stayAt(handle.id, y === undefined ? innerHeight / 3 : y));
}

// What was moved is shown where it was let go.
function stayAt(id, y) {
  const handle = document.getElementById(id);
  if (handle && handle.checkVisibility()) scrollBy(0, handle.getBoundingClientRect().top - y);
}

function cancel() {
  letGo();
  announce(words.cancelled);
}

function announce(text) {
  if (!text) return;
  document.body.dispatchEvent(new CustomEvent("announce", { detail: { text } }));
}

function tell() {
  const { near, side, skill } = held.places[held.place];
  const home = skill && document.getElementById(`skill-${skill}`);
  const where = held.place === held.start ? words.stays : side === "after" ? `${words.behind} ${nameOf(near)}` : words.first;
  announce(home ? `${where} (${nameOf(home)})` : where);
}

// Mouse and finger. Over something it takes the place before or behind it, by the half; over itself it stays.
const isOver = (node, y) => {
  const box = node.getBoundingClientRect();
  return box.height > 0 && y >= box.top && y <= box.bottom;
};

function nearest(y) {
  const distances = held.places.map(({ near, side }) => {
    const box = near.getBoundingClientRect();
    return Math.abs(y - (side === "before" ? box.top : box.bottom));
  });
  return distances.indexOf(Math.min(...distances));
}

function placeAt(y) {
  if (isOver(held.moved, y)) return held.start;
  const spot = held.spots.find(({ node }) => isOver(node, y));
  if (!spot) return nearest(y);
  const box = spot.node.getBoundingClientRect();
  const [first, second] = y < (box.top + box.bottom) / 2 ? [spot.before, spot.behind] : [spot.behind, spot.before];
  return first === held.start ? second : first;
}

function scrollAtEdge() {
  if (!held || held.y === undefined) return;
  const [up, down] = [EDGE - held.y, held.y - (innerHeight - EDGE)];
  if (up > 0) scrollBy(0, -up * SPEED);
  if (down > 0) scrollBy(0, down * SPEED);
  if (up > 0 || down > 0) aim(placeAt(held.y));
  requestAnimationFrame(scrollAtEdge);
}

document.addEventListener("pointerdown", (event) => {
  const handle = event.target.closest("[data-drag]");
  if (!handle || event.button || held) return;
  handle.setPointerCapture(event.pointerId);
  const start = event.clientY;
  const follow = (moving) => {
    if (!held && Math.abs(moving.clientY - start) > 4) {
      pickUp(handle);
      held.y = moving.clientY;
      requestAnimationFrame(scrollAtEdge);
    }
    if (!held) return;
    held.y = moving.clientY;
    aim(placeAt(held.y));
  };
  const end = (ending) => {
    handle.removeEventListener("pointermove", follow);
    handle.removeEventListener("pointerup", end);
    handle.removeEventListener("pointercancel", end);
    if (!held) return;
    if (ending.type === "pointerup") drop();
    else cancel();
  };
  handle.addEventListener("pointermove", follow);
  handle.addEventListener("pointerup", end);
  handle.addEventListener("pointercancel", end);
});

// Keyboard. What to press stands beside the handle that has the focus.
function showHelp() {
  if (!help) return;
  const handle = document.activeElement;
  const isShown = (held && held.y === undefined) || (handle && handle.matches("[data-drag]:focus-visible"));
  help.classList.toggle("is-shown", Boolean(isShown) && handle.matches("[data-drag]"));
  help.textContent = held ? help.dataset.held : help.dataset.free;
  if (!help.classList.contains("is-shown")) return;
  const box = handle.getBoundingClientRect();
  help.style.insetBlockStart = `${box.bottom + scrollY + 4}px`;
  help.style.insetInlineStart = `${box.left + scrollX}px`;
}

document.addEventListener("keydown", (event) => {
  if (held && event.key === "Escape") {
    event.preventDefault();
    return cancel();
  }
  const handle = event.target.closest && event.target.closest("[data-drag]");
  if (!handle) return;
  if (event.key === " " || (event.key === "Enter" && held)) {
    event.preventDefault();
    if (held) return drop();
    pickUp(handle);
    showHelp();
    return announce(words.picked);
  }
  if (!held || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
  event.preventDefault();
  const goal = held.place + (event.key === "ArrowUp" ? -1 : 1);
  if (goal < 0 || goal >= held.places.length) return;
  aim(goal);
  held.places[goal].near.scrollIntoView({ block: "nearest" });
  tell();
});
document.addEventListener("focusin", showHelp);
document.addEventListener("focusout", (event) => {
  if (held && event.target === held.handle && held.y === undefined) cancel();
  setTimeout(showHelp, 0);
});
