// Drag and drop of questions and skills with mouse or finger, and its twin for the keyboard.
//
// A handle is a button with data-drag="question" or data-drag="skill" and data-id, the id of the row, inside what it moves:
// the element question-<id> or skill-<id>. Questions are children of .questions within .skill; skills are children of
// #skills. A drop posts `skill` and `after` to /questions/<id>/move/, or `after` to /skills/<id>/move/; `after` is the id of
// what stands before, empty for the first place. The answer moves the element. On the handle Space picks up, the arrow keys
// move, Space drops, Escape cancels.
const words = document.getElementById("editor-words");
const EDGE = 70;
const SPEED = 14;
let held = null;

const idOf = (element) => (element ? element.id.replace(/^\D+/, "") : "");
const nameOf = (element) => element.querySelector("h2, h3").textContent.trim().slice(0, 80);

function placesIn(list, items, skill) {
  const first = items.length ? { near: items[0], side: "before" } : { near: list, side: "into" };
  return [{ ...first, skill, after: "" }, ...items.map((item) => ({ near: item, side: "after", skill, after: idOf(item) }))];
}

// Where it may be dropped, from top to bottom.
function places(kind, moved) {
  const others = (list, selector) => [...list.children].filter((item) => item.matches(selector) && item !== moved);
  if (kind === "skill") {
    const list = document.getElementById("skills");
    return placesIn(list, others(list, ".skill"), "");
  }
  return [...document.querySelectorAll(".skill")].flatMap((skill) => {
    const list = skill.querySelector(".questions");
    return placesIn(list, others(list, ".question"), idOf(skill));
  });
}

function before(element, selector) {
  let other = element.previousElementSibling;
  while (other && !other.matches(selector)) other = other.previousElementSibling;
  return other;
}

function pickUp(handle) {
  const kind = handle.dataset.drag;
  const moved = document.getElementById(`${kind}-${handle.dataset.id}`);
  const home = kind === "question" ? idOf(moved.closest(".skill")) : "";
  const after = idOf(before(moved, `.${kind}`));
  const found = places(kind, moved);
  const start = found.findIndex((place) => place.skill === home && place.after === after);
  held = { handle, kind, moved, places: found, start, place: start };
  moved.classList.add("dragged");
  handle.setAttribute("aria-pressed", "true");
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
  unmark();
  held.moved.classList.remove("dragged");
  held.handle.removeAttribute("aria-pressed");
  held = null;
}

function drop() {
  const { handle, kind, place, places: found, start } = held;
  letGo();
  if (place === start) return announce(words.dataset.stays);
  const { skill, after } = found[place];
  const values = kind === "question" ? { skill, after } : { after };
  htmx.ajax("POST", `/${kind}s/${handle.dataset.id}/move/`, { values, swap: "none", source: handle });
}

function cancel() {
  letGo();
  announce(words.dataset.cancelled);
}

function announce(text) {
  document.body.dispatchEvent(new CustomEvent("announce", { detail: { text } }));
}

function tell() {
  const { near, side, skill } = held.places[held.place];
  const home = skill && document.getElementById(`skill-${skill}`);
  const where = held.place === held.start ? words.dataset.stays : side === "after" ? `${words.dataset.behind} ${nameOf(near)}` : words.dataset.first;
  announce(home ? `${where} (${nameOf(home)})` : where);
}

// Mouse and finger.
function nearest(y) {
  const distances = held.places.map(({ near, side }) => {
    const box = near.getBoundingClientRect();
    return Math.abs(y - (side === "after" ? box.bottom : box.top));
  });
  return distances.indexOf(Math.min(...distances));
}

function scrollAtEdge() {
  if (!held || held.y === undefined) return;
  if (held.y < EDGE) scrollBy(0, -SPEED);
  if (held.y > innerHeight - EDGE) scrollBy(0, SPEED);
  aim(nearest(held.y));
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
      requestAnimationFrame(scrollAtEdge);
    }
    if (held) held.y = moving.clientY;
    if (held) aim(nearest(held.y));
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

// Keyboard.
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
    return announce(words.dataset.picked);
  }
  if (!held || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
  event.preventDefault();
  const goal = held.place + (event.key === "ArrowUp" ? -1 : 1);
  if (goal < 0 || goal >= held.places.length) return;
  aim(goal);
  held.places[goal].near.scrollIntoView({ block: "nearest" });
  tell();
});
document.addEventListener("focusout", (event) => {
  if (held && event.target === held.handle && held.y === undefined) cancel();
});
