// A live job: the clock runs between two looks, the log follows its end until somebody scrolls up.
let follows = true;
let place = 0;
let since = performance.now();

const log = () => document.getElementById("log");

function two(number) {
  return String(number).padStart(2, "0");
}

function tick() {
  const clock = document.querySelector("[data-clock][data-running]");
  if (!clock) return;
  const seconds = Number(clock.dataset.clock) + Math.floor((performance.now() - since) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  clock.textContent = hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  const late = document.querySelector("[data-late]");
  if (late) late.hidden = seconds < Number(late.dataset.late);
}

function showFollow() {
  document.getElementById("log-follow").setAttribute("aria-pressed", String(follows));
  if (follows) log().scrollTop = log().scrollHeight;
}

function dress() {
  if (!log()) return;
  document.querySelector(".log-tools").hidden = false;
  since = performance.now();
  if (!follows) log().scrollTop = place;
  showFollow();
  tick();
  log().addEventListener("scroll", () => {
    place = log().scrollTop;
    const atEnd = log().scrollHeight - log().clientHeight - place < 8;
    if (atEnd !== follows) {
      follows = atEnd;
      document.getElementById("log-follow").setAttribute("aria-pressed", String(follows));
    }
  });
  document.getElementById("log-follow").addEventListener("click", () => {
    follows = !follows;
    showFollow();
  });
  document.getElementById("log-copy").addEventListener("click", copy);
}

async function copy(event) {
  const button = event.currentTarget;
  const lines = [...log().querySelectorAll("p")].map((line) => line.innerText.replace(/\s*\n\s*/g, " "));
  try {
    await navigator.clipboard.writeText(lines.join("\n"));
    document.body.dispatchEvent(new CustomEvent("announce", { detail: { text: button.dataset.done } }));
    button.lastChild.textContent = button.dataset.done;
  } catch {
    getSelection().selectAllChildren(log());
  }
}

document.body.addEventListener("htmx:afterSwap", dress);
setInterval(tick, 1000);
dress();
