// Copies a request id without a word from the server; without a secure context the id is selected.

element.addEventListener("click", ({ target }) => {
  const id = target.dataset.copy;
  if (!id) return;
  getSelection()?.selectAllChildren(/** @type {Node} */ (element.querySelector("code")));
  navigator.clipboard?.writeText(id).then(() => {
    target.textContent = "Copied";
  });
});
