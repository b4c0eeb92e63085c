// What was deleted can be undone for a moment; then the button goes.

const MOMENT = 8000; // milliseconds, less than the server waits

element.addEventListener("click", ({ target }) => {
  const card = target.dataset.undo;
  if (card) trigger("undo", { card });
});

watch("value", () =>
  setTimeout(() => {
    const undo = /** @type {HTMLElement | null} */ (element.querySelector("[data-undo]"));
    undo?.focus();
    if (undo) setTimeout(() => undo.remove(), MOMENT);
  }),
);
