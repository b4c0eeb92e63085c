// A file that was made of a clip is saved, and said; or why there is none.

(() => {
  /** @param {{ address?: string, name?: string, error?: string } | null} told */
  function saved(told) {
    for (const each of document.querySelectorAll("#next [aria-busy]"))
      each.removeAttribute("aria-busy");
    say(told?.error ?? `Saved as ${told?.name}.`);
    if (!told?.address) return;
    const link = document.createElement("a");
    Object.assign(link, { href: told.address, download: told.name });
    document.body.append(link);
    link.click();
    link.remove();
  }

  /** @param {string} words */
  function say(words) {
    const said = document.querySelector("#next [role=status]");
    if (said) said.textContent = words;
  }

  window.seedance = { ...window.seedance, saved, say };
})();
