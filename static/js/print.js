// A button with data-print opens the browser's print window; without script it is not there, and the browser's menu does it.
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
