// "@" in the prompt opens the pictures that the model in force knows by name: the arrow keys, Enter
// or a click choose one, Escape closes them. A list box that the text field controls.

(() => {
  const BEGUN = /(?:^|\W)([@＠]\w*)$/; // "@", "@im"; not an address
  const list = Object.assign(document.createElement("ul"), { id: "mentions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Pictures");

  /** @type {() => HTMLTextAreaElement | null} */
  const prompt = () => document.querySelector("#prompt textarea");
  const chosen = () => list.querySelector("[aria-selected=true]");

  // The beginning of a name, in front of the cursor.
  /** @param {HTMLTextAreaElement} box */
  const begun = (box) => box.value.slice(0, box.selectionStart).match(BEGUN)?.[1] ?? "";

  /** @param {HTMLTextAreaElement} box */
  function open(box) {
    const typed = begun(box).replace("＠", "@").toLowerCase();
    /** @type {NodeListOf<HTMLElement>} */
    const names = document.querySelectorAll("#images li [data-words]");
    const fitting = [...names].filter((name) =>
      fits(name.dataset.words?.toLowerCase() ?? "", typed),
    );
    if (!typed || !fitting.length) return close();
    list.replaceChildren(...fitting.map(option));
    if (!list.isConnected) box.closest("#prompt")?.append(list);
    list.hidden = false;
    box.setAttribute("aria-haspopup", "listbox");
    box.setAttribute("aria-controls", list.id);
    select(list.firstElementChild);
    list.scrollIntoView?.({ block: "nearest" });
  }

  /** @param {string} name @param {string} typed */
  const fits = (name, typed) => name !== typed && name.startsWith(typed);

  function close() {
    list.hidden = true;
    for (const name of ["haspopup", "controls", "activedescendant"])
      prompt()?.removeAttribute(`aria-${name}`);
  }

  /** @param {HTMLElement} name @param {number} at */
  function option(name, at) {
    const item = document.createElement("li");
    const picture = name.closest("li")?.querySelector("img")?.cloneNode();
    if (picture instanceof HTMLImageElement) item.append(Object.assign(picture, { alt: "" }));
    item.append(name.dataset.words ?? "");
    item.id = `mention-${at}`;
    item.setAttribute("role", "option");
    return item;
  }

  /** @param {Element | null} item */
  function select(item) {
    if (!item) return;
    for (const each of list.children) each.setAttribute("aria-selected", String(each === item));
    prompt()?.setAttribute("aria-activedescendant", item.id);
  }

  // Through the editor's own command, so that Ctrl+Z takes it back.
  /** @param {Element | null} item */
  function take(item) {
    const box = prompt();
    if (!box || !item) return;
    box.setSelectionRange(box.selectionStart - begun(box).length, box.selectionStart);
    document.execCommand("insertText", false, `${item.textContent} `);
    close();
  }

  /** @type {Record<string, () => void>} */
  const KEYS = {
    ArrowDown: () => select(chosen()?.nextElementSibling ?? list.firstElementChild),
    ArrowUp: () => select(chosen()?.previousElementSibling ?? list.lastElementChild),
    Enter: () => take(chosen()),
    Escape: close,
  };

  document.addEventListener("input", (event) => {
    const box = prompt();
    if (box && event.target === box) open(box);
  });
  document.addEventListener(
    "keydown",
    (event) => {
      const does = KEYS[event.key];
      const isOurs = event.target === prompt() && !list.hidden && !event.isComposing;
      if (!does || !isOurs || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      does();
    },
    true,
  );
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the cursor stays
  list.addEventListener("click", (event) => take(event.target.closest("[role=option]")));
  document.addEventListener("focusout", (event) => event.target === prompt() && close());
})();
