// A button with data-copy copies the text of the element it names; where that is not allowed, it selects it.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.lastChild.textContent = button.dataset.done;
    document.body.dispatchEvent(new CustomEvent("announce", { detail: { text: button.dataset.done } }));
  } catch {
    getSelection().selectAllChildren(source);
  }
});
