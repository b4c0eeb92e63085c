// A next step has filled the form: the press is made by the button that says the same price, or the
// way leads to the box for the key, or to the words, to be written anew.

(() => {
  const PATIENCE = 3000; // milliseconds in which the box appears, or the words do

  /** @type {(selector: string) => any} */
  const find = (selector) => document.querySelector(selector);

  // The price behind the dot of a button's words, in whichever language they are.
  /** @param {string} words */
  const price = (words) => words.includes(" · ") && (words.match(/\$[\d.]+/)?.[0] ?? "free");

  /** @param {{ price?: string, key?: boolean, words?: string, error?: string } | null} told */
  function lead(told) {
    const button = find("#generate");
    if (told?.error) return window.seedance.say(told.error);
    if (told?.words) return leadToWords(told.words, Date.now() + PATIENCE);
    if (told?.key) return leadToKey(Date.now() + PATIENCE);
    if (told?.price && price(button.textContent) === price(told.price)) button.click();
    else if (told) button.scrollIntoView({ block: "center" });
  }

  /** @param {number} until */
  function leadToKey(until) {
    const box = find("#api-key input");
    if (!box?.offsetParent && Date.now() < until) return setTimeout(leadToKey, 50, until);
    box?.scrollIntoView({ block: "center" });
    box?.focus({ preventScroll: true });
  }

  /** @param {string} words @param {number} until */
  function leadToWords(words, until) {
    const box = find("#prompt textarea");
    if (box.value !== words && Date.now() < until) return setTimeout(leadToWords, 50, words, until);
    box.scrollIntoView({ block: "center" });
    box.focus({ preventScroll: true });
    box.select();
  }

  window.seedance = { ...window.seedance, lead };
})();
