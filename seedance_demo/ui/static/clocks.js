// Clocks run here: the server sends nothing for time that only passes. What says data-seconds goes
// on from that many, since it was first seen or told anew. And a moment is said by the visitor's own
// clock, which the server does not know: of today the time, of another day the date.

(() => {
  const { lang } = document.documentElement;
  const WRITTEN = lang.startsWith("en") || !lang ? "en-GB" : lang; // as the page is: 14:05, 30 Nov
  /** @type {WeakMap<HTMLElement, { told: string, zero: number }>} */
  const known = new WeakMap();

  /** `1:05`, `6:01:05`, as the server writes it. @param {number} seconds */
  function clock(seconds) {
    /** @param {number} part */
    const two = (part) => String(part).padStart(2, "0");
    const minutes = Math.floor(seconds / 60);
    const hours = minutes < 60 ? minutes : `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
    return `${hours}:${two(seconds % 60)}`;
  }

  /** @param {HTMLElement} element */
  function tick(element) {
    const told = element.dataset.seconds ?? "0";
    let from = known.get(element);
    if (from?.told !== told) {
      from = { told, zero: Date.now() - Number(told) * 1000 };
      known.set(element, from);
    }
    const text = clock(Math.max(Number(told), Math.floor((Date.now() - from.zero) / 1000)));
    if (element.textContent !== text) element.textContent = text;
  }

  /** @param {HTMLTimeElement} element @param {Date} now */
  function tellMoment(element, now) {
    const moment = new Date(element.dateTime);
    const isToday = moment.toDateString() === now.toDateString();
    const year = moment.getFullYear() === now.getFullYear() ? undefined : "numeric";
    element.textContent = isToday
      ? moment.toLocaleTimeString(WRITTEN, { hour: "2-digit", minute: "2-digit" })
      : moment.toLocaleDateString(WRITTEN, { day: "numeric", month: "short", year });
    element.dataset.told = now.toDateString(); // after midnight it is told anew
  }

  function tellMoments() {
    const now = new Date(Date.now());
    for (const each of document.querySelectorAll(`time:not([data-told="${now.toDateString()}"])`))
      tellMoment(/** @type {HTMLTimeElement} */ (each), now);
  }

  window.seedance = { ...window.seedance, clock };
  setInterval(() => {
    tellMoments();
    if ("lost" in document.documentElement.dataset) return; // what goes on is not known
    for (const each of document.querySelectorAll("#status [data-seconds]"))
      tick(/** @type {HTMLElement} */ (each));
  }, 250);
})();
