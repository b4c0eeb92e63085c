// What Gradio's components leave out for the keyboard and for screen readers (Gradio 6.31): radio
// buttons in groups, folds that say whether they are open, complaints that belong to a field.

(() => {
  /** @type {(selector: string) => any} */
  const find = (selector) => document.querySelector(selector);
  /** @type {(selector: string) => HTMLElement[]} */
  const all = (selector) => [.../** @type {any} */ (document.querySelectorAll(selector))];
  const FIELDS = { "lacking-pictures": "#images input", "lacking-words": "#prompt textarea" };
  let asksForKey = false;

  // With one name the browser's own arrow keys work, and Tab stops once. Gradio gives each button a
  // name of its own, and another one whenever the choices change.
  /** @param {HTMLElement} group @param {number} at */
  function nameGroup(group, at) {
    const name = group.id || `choices-${at}`;
    for (const radio of group.querySelectorAll("input"))
      if (radio.type === "radio" && radio.name !== name) radio.name = name;
    const title = group.querySelector("[data-testid=block-info]");
    if (!title || group.hasAttribute("aria-labelledby")) return;
    title.id ||= `${name}-title`;
    group.setAttribute("role", "radiogroup");
    group.setAttribute("aria-labelledby", title.id);
  }

  /** @param {Element | null} element @param {string} name @param {string} value */
  function tell(element, name, value) {
    if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  /** @param {HTMLElement} fold */
  function tellFold(fold) {
    tell(fold, "aria-expanded", String(fold.classList.contains("open")));
    tell(fold.querySelector(".icon"), "aria-hidden", "true");
  }

  function tellComplaints() {
    for (const [complaint, selector] of Object.entries(FIELDS)) {
      const field = find(selector);
      tell(field, "aria-invalid", String(Boolean(find(`#${complaint} [role=alert]`))));
      tell(field, "aria-describedby", complaint);
    }
  }

  // Where the columns become one, the result is seen above the form; so it comes first for the
  // keyboard and for screen readers, too.
  const oneColumn = matchMedia("(max-width: 768px)");
  function putInOrder() {
    const [form, result] = ["#form", "#result"].map(find);
    oneColumn.matches ? form?.before(result) : form?.after(result);
  }

  // The key box comes with a model that needs a key, perhaps below the screen.
  function showKeyBox() {
    const box = find("#api-key");
    if (box && !asksForKey && navigator.userActivation?.hasBeenActive)
      box.scrollIntoView({ block: "nearest" });
    asksForKey = Boolean(box);
  }

  function mend() {
    all("fieldset:has(input[type=radio])").forEach(nameGroup);
    all("button.label-wrap").forEach(tellFold);
    tellComplaints();
    tell(find("#generate"), "aria-keyshortcuts", "Control+Enter");
    showKeyBox();
  }

  // Past the cards, and from an example that the keyboard has chosen, to what it filled.
  document.addEventListener("click", (event) => {
    const isSkip = event.target.closest?.("a.skip");
    const isChosen = event.detail === 0 && event.target.closest?.("#examples [data-card]");
    if (isSkip) event.preventDefault();
    if (isSkip || isChosen) find("#prompt textarea")?.focus();
  });

  // A toolbar is one stop for Tab; the arrow keys go through it.
  /** @type {Record<string, (at: number, last: number) => number>} */
  const KEYS = {
    ArrowRight: (at, last) => (at < last ? at + 1 : 0),
    ArrowLeft: (at, last) => (at > 0 ? at - 1 : last),
    Home: () => 0,
    End: (_, last) => last,
  };
  document.addEventListener("keydown", (event) => {
    const bar = KEYS[event.key] && event.target.closest?.("[role=toolbar]");
    if (!bar) return;
    const buttons = [...bar.querySelectorAll("button")];
    const to = KEYS[event.key](
      buttons.indexOf(/** @type {any} */ (event.target)),
      buttons.length - 1,
    );
    event.preventDefault();
    buttons.forEach((button, at) => {
      button.tabIndex = at === to ? 0 : -1;
    });
    buttons[to].focus();
  });

  const attributeFilter = ["name", "class"];
  const changes = { subtree: true, childList: true, attributeFilter };
  new MutationObserver(mend).observe(document.body, changes);
  oneColumn.addEventListener("change", putInOrder);
  if (oneColumn.matches) putInOrder();
  mend();
})();
