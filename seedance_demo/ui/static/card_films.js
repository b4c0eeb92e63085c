// A clip plays in its card, muted, while the mouse rests on it or the keyboard has come to it. Nothing
// of it is loaded before: where it lies is asked for then. Not by touch, which opens the clip at once,
// and not for those who asked their system for less motion.

(() => {
  const RESTS = 250; // milliseconds; who only passes over it asks for nothing

  /** @type {HTMLElement | null} */
  let card = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const mayPlay = () =>
    matchMedia("(hover: hover)").matches && !matchMedia("(prefers-reduced-motion: reduce)").matches;

  /** @param {HTMLElement} target */
  function come(target) {
    const next = /** @type {HTMLElement | null} */ (target.closest("[data-plays]"));
    if (next === card) return;
    leave();
    if (!next || !mayPlay()) return;
    card = next;
    timer = setTimeout(() => trigger("play", { card: next.dataset.card }), RESTS);
  }

  function leave() {
    clearTimeout(timer);
    card?.querySelector("video")?.remove(); // with what it loads
    card = null;
  }

  /** @param {{ card?: string, address?: string } | null} told */
  function play(told) {
    if (!told?.address || !card || card.dataset.card !== told.card) return;
    const film = document.createElement("video");
    Object.assign(film, { muted: true, loop: true, playsInline: true, tabIndex: -1 });
    film.setAttribute("aria-hidden", "true"); // the card says what it is
    film.src = told.address;
    card.querySelector("video")?.remove();
    card.prepend(film);
    film.play().catch(() => film.remove()); // the picture below it stays
  }

  element.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "touch") come(target);
  });
  element.addEventListener("pointerleave", leave);
  element.addEventListener("focusin", ({ target }) => {
    if (target.matches(":focus-visible")) come(target);
  });
  element.addEventListener("focusout", leave);
  element.addEventListener("click", leave); // it plays on the stage then
  watch("value", leave);

  document.addEventListener("seedance:film", (event) =>
    play(/** @type {CustomEvent} */ (event).detail),
  );
  /** @param {unknown} told */
  const plays = (told) => {
    document.dispatchEvent(new CustomEvent("seedance:film", { detail: told }));
  };
  window.seedance = { ...window.seedance, plays };
})();
