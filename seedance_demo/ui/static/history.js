// The history shows one kind of clips at a time, as its visitor chose in this tab: by the kinds that
// stand on its cards, without a word from the server, also when it has written the cards anew. And
// all clips are asked for at once, as a download. What was opened stays open.

const KEPT = "seedance.shows";
const { keep, kept } = window.seedance;

/** @type {(selector: string) => HTMLElement | null} */
const inBar = (selector) => document.querySelector(`#history-bar ${selector}`);

/** @param {string} kind empty for all of them */
function count(kind) {
  const cards = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-kind]")]);
  return cards.filter((each) => !kind || each.dataset.kind === kind).length;
}

// Which of the kinds there are can be chosen; one that is there no more is not waited for.
function show() {
  const chosen = kept(KEPT, "sessionStorage") ?? "";
  const shown = count(chosen) ? chosen : "";
  let kinds = 0;
  for (const each of document.querySelectorAll("#shows input")) {
    const radio = /** @type {HTMLInputElement} */ (each);
    const is = count(radio.value) > 0;
    kinds += Number(is);
    radio.checked = radio.value === shown;
    radio.labels?.forEach((label) => {
      label.hidden = !is;
    });
  }
  const choice = inBar("#shows");
  if (choice) choice.hidden = kinds < 3; // all, and one kind: the same
  element.dataset.shows = shown;
}

document.addEventListener("change", ({ target }) => {
  const radio = /** @type {HTMLInputElement | null} */ (
    /** @type {HTMLElement} */ (target).closest("#shows input")
  );
  if (!radio) return;
  keep(KEPT, radio.value, "sessionStorage");
  show();
  const said = inBar("[role=status]");
  const [some, all] = [count(radio.value), count("")];
  if (said) said.textContent = radio.value ? `${some} of ${all} clips` : `All ${all} clips`;
});

// Not twice before the answer: `saved.js` says when it is there.
document.addEventListener("click", ({ target }) => {
  const all = /** @type {HTMLElement} */ (target).closest("#history-bar [data-does=download]");
  if (!all || all.ariaBusy === "true") return;
  all.ariaBusy = "true";
  trigger("download");
});

/** @type {Set<string | undefined>} */
const opened = new Set(); // by the oldest clip below a card: the newest is another one soon

/** @param {HTMLElement} fold */
function oldest(fold) {
  const [last] = [...fold.querySelectorAll("[data-card]")].reverse();
  return /** @type {HTMLElement | undefined} */ (last)?.dataset.card;
}

// Toggling does not bubble.
element.addEventListener(
  "toggle",
  ({ target }) => {
    const fold = /** @type {HTMLDetailsElement} */ (target);
    if (fold.open) opened.add(oldest(fold));
    else opened.delete(oldest(fold));
  },
  true,
);

watch("value", () => {
  show();
  for (const fold of element.querySelectorAll("details")) fold.open = opened.has(oldest(fold));
});
