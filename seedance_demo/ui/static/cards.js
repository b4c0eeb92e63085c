// Tells the server which card of a row was pressed, as a click of the whole row.

element.addEventListener("click", (event) => {
  const card = event.target.closest("[data-card]");
  if (card) trigger("click", { card: card.dataset.card });
});
