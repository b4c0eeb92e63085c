// Nothing that was written is lost by a click: what the form held before an example, a card of the
// history or another click filled it is one Undo away, until the next edit, also after a reload.
// What is brought back is what a person wrote last, however many examples are looked at after it.

const KEPT = "seedance.replaced";
const { heldDraft, keep, keptJson, like } = window.seedance;
const HELD = ["prompt", "images", "steps"];
const says = /** @type {HTMLElement} */ (element.querySelector("[role=status]"));
const undo = /** @type {HTMLButtonElement} */ (element.querySelector("[data-does=undo]"));
/** @typedef {Record<string, any>} Held */
/** @type {Held | null} */
let lost = null; // what a click has replaced
/** @type {Held | null} */
let filled = null; // with what
/** @type {{ held: Held | null, lost: Held | null }} */
let atClick = { held: null, lost: null }; // the form changes before it is known why
if (like()) atClick.held = heldDraft(); // the click was on another page
let isBack = false;

/** @param {Held | null} one @param {Held | null} other */
const isSame = (one, other) =>
  HELD.every((name) => JSON.stringify(one?.[name] ?? "") === JSON.stringify(other?.[name] ?? ""));
/** @param {Held | null} held */
const isWritten = (held) => Boolean(held?.prompt?.trim() || held?.images?.length);

function fill() {
  const now = /** @type {Held | null} */ (props.value);
  const { held, lost: earlier } = atClick;
  const isOwn = isWritten(held) && !isSame(held, now) && !(earlier && isSame(held, filled));
  lost = isBack ? null : isOwn ? held : earlier;
  isBack = false;
  filled = now;
  atClick = { held: now, lost };
  show();
}

function show() {
  const words = isWritten(filled) ? "Replaced what you were writing." : "Cleared what you wrote.";
  says.textContent = lost ? words : "";
  undo.hidden = !lost;
  keep(KEPT, JSON.stringify({ lost, filled }), "sessionStorage");
}

function comeBack() {
  const kept = keptJson(KEPT, "sessionStorage");
  if (kept && isSame(kept.filled, heldDraft())) ({ lost, filled } = kept);
  atClick.lost = lost;
  show();
}

const remember = () => {
  atClick = { held: heldDraft(), lost };
};
document.addEventListener("click", remember, true);
document.addEventListener("seedance:form", () => {
  if (!lost || isSame(heldDraft(), filled)) return;
  lost = null;
  show();
});
undo.addEventListener("click", () => {
  isBack = true;
  trigger("undo", { draft: lost });
  /** @type {HTMLElement | null} */ (document.querySelector("#examples .new"))?.focus();
});

watch("value", fill);
comeBack();
