// A preset sets its switches at once, without a round to the server.
document.querySelectorAll("[data-switches]").forEach((button) => {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    for (const [name, value] of Object.entries(JSON.parse(button.dataset.switches))) {
      const field = button.form.elements[name];
      if (field.type === "checkbox") field.checked = value;
      else field.value = value;
    }
    button.form.dataset.dirty = "";
    document.body.dispatchEvent(new CustomEvent("announce", { detail: { text: button.dataset.said } }));
  });
});
