// Tells the server which next step was pressed, with the price that stands on its button, and which
// file is to be made of the clip; copies the prompt, or the clip's link, without a word from the
// server.

// Sharing changes the row: who pressed goes on where the other button is.
/** @type {Record<string, string>} */
const GOES_ON = { release: ".shared [data-copies]", stop: "[data-does=release]" };
let goesOn = "";

/** @param {HTMLElement} button */
function copy(button) {
  const words = button.dataset.copies ?? "";
  const copied = navigator.clipboard?.writeText(words) ?? Promise.reject();
  copied
    .catch(() => copyFromABox(words))
    .then(() => {
      button.textContent = "Copied";
    });
}

// Without a secure context there is no clipboard to write to.
/** @param {string} words */
function copyFromABox(words) {
  const box = Object.assign(document.createElement("textarea"), { value: words });
  element.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
}

// Not twice while it is being made: `saved.js` says when that is over.
/** @param {HTMLElement} button */
function make(button) {
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  const said = element.querySelector("[role=status]");
  if (said) said.textContent = "Making the file…";
  trigger("download", { makes: button.dataset.makes });
}

// What opens comes into view; toggling does not bubble.
element.addEventListener(
  "toggle",
  ({ target }) => {
    const opened = /** @type {HTMLDetailsElement} */ (target);
    if (opened.open) opened.lastElementChild?.scrollIntoView({ block: "nearest" });
  },
  true,
);

// The server knows only the end of its own address.
function tellLink() {
  const link = /** @type {HTMLAnchorElement | null} */ (element.querySelector(".shared a"));
  const button = /** @type {HTMLElement | null} */ (element.querySelector(GOES_ON.release));
  if (!link || !button) return;
  link.textContent = button.dataset.copies = link.href;
}

function goOn() {
  const target = goesOn && /** @type {HTMLElement | null} */ (element.querySelector(goesOn));
  goesOn = "";
  if (!target) return;
  /** @type {HTMLDetailsElement} */ (target.closest("details")).open = true;
  target.focus();
}

watch("value", () =>
  setTimeout(() => {
    tellLink();
    goOn();
  }),
);

element.addEventListener("click", ({ target }) => {
  const button = /** @type {HTMLElement | null} */ (target.closest("button"));
  const { step, agreed, does, makes, copies } = button?.dataset ?? {};
  if (does) goesOn = GOES_ON[does] ?? "";
  if (step) trigger("select", { step, agreed });
  else if (button && makes) make(button);
  else if (button && copies !== undefined) copy(button);
  else if (does) trigger(does);
});
