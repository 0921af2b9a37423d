// Lists that are typed row by row: add, move and remove rows without asking the server. Whoever saves hears `input`.
const listOf = (node) => node.closest("[data-rows]") || node.closest(".edit-value").querySelector("[data-rows]");
const fieldOf = (row) => row.querySelector("textarea");

function tell(list) {
  [...list.children].forEach((row, place) => {
    fieldOf(row).setAttribute("aria-label", `${list.dataset.one} ${place + 1}`);
    row.querySelectorAll("[data-row]").forEach((button) => {
      button.value = `${button.dataset.row}:${list.dataset.rows}:${place}`;
      button.querySelector(".visually-hidden").textContent = `${button.title}: ${list.dataset.one} ${place + 1}`;
    });
  });
  list.dispatchEvent(new Event("input", { bubbles: true }));
}

function addRow(list, text = "", behind = list.lastElementChild) {
  const row = list.parentNode.querySelector("template").content.firstElementChild.cloneNode(true);
  fieldOf(row).value = text;
  if (behind) behind.after(row);
  else list.append(row);
  return row;
}

function focusRow(row) {
  const field = row && fieldOf(row);
  if (!field) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

function say(text) {
  document.body.dispatchEvent(new CustomEvent("announce", { detail: { text } }));
}

function removeRow(list, row) {
  say(list.dataset.removed);
  const neighbour = row.previousElementSibling || row.nextElementSibling;
  row.remove();
  if (neighbour) focusRow(neighbour);
  else list.parentNode.querySelector('[data-row="add"]').focus();
}

function moveRow(row, isUp, focused) {
  const other = isUp ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (isUp) other.before(row);
  else other.after(row);
  focused.focus();
  const rows = [...row.parentNode.children];
  say(`${row.parentNode.dataset.one} ${rows.indexOf(row) + 1} / ${rows.length}`);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-row]");
  if (!button) return;
  event.preventDefault();
  const [list, row] = [listOf(button), button.closest(".edit-row")];
  if (button.dataset.row === "add") focusRow(addRow(list));
  else if (button.dataset.row === "remove") removeRow(list, row);
  else moveRow(row, button.dataset.row === "up", button);
  tell(list);
});

document.addEventListener("keydown", (event) => {
  const row = event.target.closest(".edit-row");
  if (!row || event.target !== fieldOf(row) || event.isComposing) return;
  const list = listOf(row);
  if (event.key === "Enter" && !event.shiftKey) focusRow(addRow(list, "", row));
  else if (event.key === "Backspace" && !event.target.value) removeRow(list, row);
  else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    moveRow(row, event.key === "ArrowUp", event.target);
  } else return;
  event.preventDefault();
  tell(list);
});

// What is pasted comes in as plain text; several lines pasted into a row become rows.
function plainText(clipboard) {
  const text = clipboard.getData("text/plain");
  if (text || !clipboard.types.includes("text/html")) return text;
  const page = new DOMParser().parseFromString(clipboard.getData("text/html"), "text/html");
  page.querySelectorAll("br, p, div, li, tr, h1, h2, h3").forEach((node) => node.append("\n"));
  return page.body.textContent;
}

document.addEventListener("paste", (event) => {
  if (!event.target.matches("textarea.edit-text")) return;
  const text = plainText(event.clipboardData);
  const row = event.target.closest(".edit-row");
  const lines = row ? text.split(/\r\n|\r|\n/).map((line) => line.trim()).filter(Boolean) : [text];
  if (lines.length < 2 && event.clipboardData.getData("text/plain")) return;
  event.preventDefault();
  event.target.setRangeText(lines[0] || "", event.target.selectionStart, event.target.selectionEnd, "end");
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
  if (!row) return;
  const list = listOf(row);
  focusRow(lines.slice(1).reduce((behind, line) => addRow(list, line, behind), row));
  tell(list);
});

// Rows kept from before are put back by whoever kept them.
document.addEventListener("rows", (event) => {
  const list = event.target;
  list.replaceChildren();
  event.detail.texts.forEach((text, place) => {
    const row = addRow(list, text);
    const ask = row.querySelector("select");
    if (ask && event.detail.asks[place]) ask.value = event.detail.asks[place];
  });
  tell(list);
});

// Fields grow with their text where the browser does not let them.
if (!CSS.supports("field-sizing", "content")) {
  const fit = (field) => {
    field.style.blockSize = "auto";
    field.style.blockSize = `${field.scrollHeight + 2}px`;
  };
  const fitAll = () => document.querySelectorAll("textarea.edit-text").forEach(fit);
  document.addEventListener("input", (event) => event.target.matches("textarea.edit-text") && fit(event.target));
  document.addEventListener("htmx:load", fitAll);
  fitAll();
}
