// A file that was made of a clip, or of all of them, is saved, and said; or why there is none.

(() => {
  /** @typedef {{ address?: string, name?: string, error?: string } | null} Told */

  /** @param {string} row where it was asked for @param {(name: string) => string} words */
  const savedIn = (row, words) => (/** @type {Told} */ told) => {
    for (const each of document.querySelectorAll(`${row} [aria-busy]`))
      each.removeAttribute("aria-busy");
    say(told?.error ?? words(told?.name ?? ""), row);
    if (!told?.address) return;
    const link = document.createElement("a");
    Object.assign(link, { href: told.address, download: told.name ?? "" });
    document.body.append(link);
    link.click();
    link.remove();
  };

  /** @param {string} words */
  function say(words, row = "#next") {
    const said = document.querySelector(`${row} [role=status]`);
    if (said) said.textContent = words;
  }

  const saved = savedIn("#next", (name) => `Saved as ${name}.`);
  const savedAll = savedIn("#history-bar", () => "Your browser is downloading them.");
  window.seedance = { ...window.seedance, saved, savedAll, say };
})();
