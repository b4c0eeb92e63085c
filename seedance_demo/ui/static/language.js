// Says the page in its reader's language. Server and scripts say English; by one table it becomes
// the reader's own before it is seen. What people wrote bears translate="no", and stays. Gradio's
// own I18n knows labels alone, no HTML and no error, and cannot be changed on the page.

(() => {
  const NAME = "seedance-language";
  const { keep, kept } = window.seedance;
  const OWN = window.seedanceLanguages; // by their names in addresses, as `lang` says them
  const SAID = ["aria-label", "alt", "placeholder", "title", "data-words"];
  const STAYS = "[translate=no], #details, script, style, textarea, [contenteditable]";
  // Between facts, and between the parts of a list; nothing within quotes.
  const POINT = /((?:^| )·(?: |$))(?![^“]*”)/;
  const JOINT = /(, then\b ?|, | and | or | \+ |(?:^| )→(?: |$)|:(?: |$))(?![^“]*”)/;
  const FOREIGN = /^(?![“@]).*[A-Za-z]{2}/; // neither quoted, nor a picture, number or unit
  const MOST = 5000; // texts that are remembered: clocks say ever new ones

  // What was chosen on the page, or else what the browser wishes.
  function wished() {
    const wishes = [kept(NAME), ...navigator.languages];
    const names = wishes.map((each) => String(each).split("-")[0]);
    return names.find((each) => Object.hasOwn(OWN, each)) ?? "en";
  }

  /** @param {Record<string, string>} table English to the reader's own, with {} for what varies */
  function translator(table) {
    const known = new Map(Object.entries(table));
    const templates = [...known].filter(([english]) => english.includes("{}"));
    templates.sort(([one], [other]) => other.length - one.length); // what says most comes first
    const patterns = templates.map(([english, own]) => ({ ...pattern(english), own }));

    // As the table has it; a name may begin with a capital where it is a label.
    /** @param {string} text */
    const exact = (text) =>
      known.get(text) ?? known.get(text.charAt(0).toLowerCase() + text.slice(1));

    /** @param {string} text */
    function templated(text) {
      for (const { form, quoted, own } of patterns) {
        const found = form.exec(text)?.slice(1);
        if (found)
          return filled(
            own,
            found.map((each, n) => (quoted[n] ? each : translate(each))),
          );
      }
    }

    // `push in, rain and “hello”`: only where all of it is ours, and not somebody's own words.
    /** @param {string} text */
    function listed(text) {
      const parts = text.split(JOINT);
      if (parts.length === 1) return;
      const own = parts.map((each, n) => (n % 2 ? joint(each) : translate(each)));
      const ours = own.every((each, n) => n % 2 || each !== parts[n] || !FOREIGN.test(each));
      if (ours) return own.join("");
    }

    /** @param {string} text */
    const joint = (text) => known.get(text.trim()) ?? text;

    /** @param {string} text */
    function phrase(text) {
      const own = exact(text) ?? templated(text);
      if (own !== undefined) return own;
      const ended = /[.!?]$/.test(text) ? undefined : (exact(`${text}.`) ?? templated(`${text}.`));
      return ended?.replace(/[。.]$/, "") ?? listed(text) ?? text;
    }

    /** @param {string} text @returns {string} */
    function translate(text) {
      const whole = exact(text);
      if (whole !== undefined) return whole;
      const parts = text.split(POINT);
      if (parts.length > 1)
        return parts.map((each, n) => (n % 2 ? each : translate(each))).join("");
      return text
        .split(/(?<=[.!?]) (?=[A-Z“@$\d])(?![^“]*”)/)
        .map(phrase)
        .reduce((said, next) => said + (/[。！？]$/.test(said) ? "" : " ") + next);
    }
    return remembered(translate);
  }

  // What stands between “ and ” is somebody's, and stays.
  /** @param {string} english */
  function pattern(english) {
    const parts = english.split("{}").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    const quoted = parts.map((part) => part.endsWith("“"));
    return { form: new RegExp(`^${parts.join("(.+?)")}$`), quoted };
  }

  // {} in their order, or {0} and {1} where the order is another one.
  /** @param {string} own @param {string[]} given */
  function filled(own, given) {
    let next = 0;
    return own.replace(/\{(\d?)\}/g, (_, place) => given[place === "" ? next++ : Number(place)]);
  }

  /** @param {(text: string) => string} translate */
  function remembered(translate) {
    const said = new Map();
    /** @param {string} text */
    return (text) => {
      const words = text.trim().replace(/\s+/g, " ");
      if (!/[A-Za-z]|^,$/.test(words)) return text; // a clock, a number
      if (!said.has(words)) {
        if (said.size >= MOST) said.clear();
        said.set(words, translate(words));
      }
      const own = said.get(words);
      said.set(own, own); // to write it is a change, too
      return own === words ? text : text.replace(text.trim(), () => own);
    };
  }

  /** @param {(text: string) => string} translate */
  function follow(translate) {
    /** @param {Element} element @param {string} name */
    function attribute(element, name) {
      const text = element.getAttribute(name);
      if (!text || element.closest("[translate=no]")) return;
      const own = translate(text);
      if (own !== text) element.setAttribute(name, own);
    }
    /** @param {Node} node */
    function text(node) {
      const words = node.nodeValue ?? "";
      if (node.parentElement?.closest(STAYS)) return;
      const own = translate(words);
      if (own !== words) node.nodeValue = own;
    }
    /** @param {Node} root */
    function all(root) {
      if (root.nodeType === Node.TEXT_NODE) return text(root);
      if (!(root instanceof Element)) return;
      const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (nodes.nextNode()) text(nodes.currentNode);
      const having = SAID.map((name) => `[${name}]`).join();
      for (const each of [root, ...root.querySelectorAll(having)])
        for (const name of SAID) attribute(each, name);
    }
    new MutationObserver((changes) => {
      for (const { type, target, attributeName, addedNodes } of changes) {
        if (type === "childList") addedNodes.forEach(all);
        else if (type === "characterData") text(target);
        else attribute(/** @type {Element} */ (target), String(attributeName));
      }
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: SAID,
    });
    all(document.documentElement);
  }

  const language = wished();
  document.documentElement.lang = OWN[language];
  // What Gradio says itself follows, too.
  for (const [name, value] of Object.entries({
    language: OWN[language],
    languages: [OWN[language]],
  }))
    Object.defineProperty(navigator, name, { value, configurable: true });

  // The form is kept in the browser, and the job on the server.
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest?.("#languages button")?.getAttribute("lang");
    if (!chosen) return;
    keep(NAME, chosen);
    location.reload();
  });

  if (language !== "en")
    fetch(new URL(`languages/${language}.json`, location.href))
      .then((answer) => answer.json())
      .then((table) => follow(translator(table)))
      .catch(() => {}); // it stays English
})();
