// Counts the words of a text field as they are typed.
document.querySelectorAll("[data-words-for]").forEach((line) => {
  const field = document.getElementById(line.dataset.wordsFor);
  const count = () => {
    const words = (field.value.match(/\S+/g) || []).length;
    const said = words === 1 ? line.dataset.one : line.dataset.many.replace("{count}", words.toLocaleString());
    line.textContent = words > 0 && words < 40 ? `${said}. ${line.dataset.few}` : said;
    line.hidden = words === 0;
  };
  field.addEventListener("input", count);
  count();
});
