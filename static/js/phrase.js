// Words that are selected in the description can become evidence of a skill, or a new skill. Offsets count code points.
const posting = () => document.getElementById("posting");
const phrase = () => document.getElementById("phrase");
let isMarking = false;

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !posting()) return null;
  const range = selection.getRangeAt(0);
  const inside = document.createRange();
  inside.selectNodeContents(posting());
  if (!inside.isPointInRange(range.startContainer, range.startOffset) || !inside.isPointInRange(range.endContainer, range.endOffset)) return null;
  const before = inside.cloneRange();
  before.setEnd(range.startContainer, range.startOffset);
  if (!range.toString().trim()) return null;
  const start = [...before.toString()].length;
  return { ...wholeWords([...inside.toString()], start, start + [...range.toString()].length), range };
}

// What begins or ends within a word takes all of it.
function wholeWords(text, start, end) {
  const isLetter = (place) => /[\p{L}\p{M}\p{N}]/u.test(text[place] || "");
  while (/\s/.test(text[start])) start += 1;
  while (/\s/.test(text[end - 1])) end -= 1;
  while (isLetter(start - 1) && isLetter(start)) start -= 1;
  while (isLetter(end - 1) && isLetter(end)) end += 1;
  return { words: text.slice(start, end).join(""), start, end };
}

function place(box, range) {
  const pane = document.getElementById("description");
  const [edge, near] = [pane.getBoundingClientRect(), range.getBoundingClientRect()];
  box.style.insetBlockStart = `${near.bottom - edge.top + pane.scrollTop + 8}px`;
}

function offer() {
  const found = selected();
  const box = phrase();
  if (!box) return;
  if (!found) {
    if (isMarking && !box.contains(document.activeElement)) putAway();
    return;
  }
  isMarking = true;
  box.open = true;
  box.classList.add("is-near");
  document.getElementById("phrase-words").value = found.words;
  document.getElementById("phrase-start").value = found.start;
  document.getElementById("phrase-end").value = found.end;
  place(box, found.range);
}

function putAway() {
  const box = phrase();
  isMarking = false;
  if (!box) return;
  box.open = false;
  box.classList.remove("is-near");
  box.style.insetBlockStart = "";
  for (const name of ["words", "start", "end"]) document.getElementById(`phrase-${name}`).value = "";
}

let waiting = 0;
let isHeld = false;
function look() {
  clearTimeout(waiting);
  if (!isHeld) waiting = setTimeout(offer, 150);
}
document.addEventListener("selectionchange", look);

// Browsers select no words from within a link: while the mouse is held on one, it is none. With words selected it is
// not followed either.
let link = null;
let href = "";
function letGo() {
  if (link) link.setAttribute("href", href);
  link = null;
}
document.addEventListener("pointerdown", (event) => {
  isHeld = Boolean(event.target.closest("#posting"));
  link = event.pointerType === "mouse" ? event.target.closest("#posting a[href]") : null;
  if (!link) return;
  href = link.getAttribute("href");
  link.removeAttribute("href");
});
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, () => {
    isHeld = false;
    if (getSelection().isCollapsed) letGo();
    else setTimeout(letGo, 0);
    if (posting()) look();
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !isMarking) return;
  getSelection().removeAllRanges();
  putAway();
  document.getElementById("description").focus();
});

// Words that were typed stand wherever they are found.
document.addEventListener("input", (event) => {
  if (event.target.id !== "phrase-words") return;
  for (const name of ["start", "end"]) document.getElementById(`phrase-${name}`).value = "";
});

document.body.addEventListener("htmx:afterOnLoad", (event) => {
  if (event.detail.requestConfig.elt.id === "phrase-new" && event.detail.xhr.status < 400) {
    getSelection().removeAllRanges();
    putAway();
  }
});
