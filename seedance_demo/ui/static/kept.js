// What the browser keeps for this page, in all tabs or in one: never a key. A browser may forbid it;
// then nothing is kept.

(() => {
  /** @typedef {"localStorage" | "sessionStorage"} Where */

  /** @param {string} name @param {string} text @param {Where} where */
  function keep(name, text, where = "localStorage") {
    try {
      window[where][name] = text;
    } catch {} // forbidden, or full
  }

  /** @param {string} name @param {Where} where @returns {string | undefined} */
  function kept(name, where = "localStorage") {
    try {
      return window[where][name];
    } catch {} // forbidden
  }

  /** @param {string} name @param {Where} where */
  function keptJson(name, where = "localStorage") {
    try {
      return JSON.parse(kept(name, where) ?? "null");
    } catch {
      return null; // none of ours
    }
  }

  window.seedance = { ...window.seedance, keep, kept, keptJson };
})();
