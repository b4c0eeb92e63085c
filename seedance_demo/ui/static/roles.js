// What each picture is for the model in force, as the server tells it: onto the tiles of the strip.

function tell() {
  /** @type {HTMLElement | null} */
  const strip = document.querySelector("#images .pictures");
  /** @type {HTMLElement | null} */
  const told = element.querySelector("[data-badges]");
  if (!strip) return;
  strip.dataset.badges = told?.dataset.badges ?? "[]";
  strip.dispatchEvent(new Event("badges"));
}

watch("value", tell);
tell();
