// What a press shows: the button becomes the progress of the job that it opened, as long as the form
// says what that job is made from, and has its price again as soon as it says anything else. Where
// the job is, or what stands in the way of it, comes into view.

(() => {
  const SENDING = "Sending";
  const LOST = "Connection lost";
  // Where a complaint can be mended, from the top of the page.
  /** @type {[string, string][]} */
  const PLACES = [
    ["#lacking-pictures", "#images input"],
    ["#lacking-words", "#prompt textarea"],
    ["#lacking-key", "#api-key input"],
    ["#refused", "#generate"],
  ];
  /** @type {(selector: string) => any} */
  const find = (selector) => document.querySelector(selector);

  const { keep, keptJson } = window.seedance;
  const KEPT = "seedance.press"; // a page that is loaded anew knows its last press

  let form = ""; // as it says now
  // As it said at the last press, until that is answered by a no; and the job that this opened.
  let { sent = "", job = "" } = keptJson(KEPT) ?? {};
  let since = 0; // milliseconds; the press that has no job yet
  /** @type {{ job?: string, error?: unknown }} */
  let shown = {}; // on the page

  document.addEventListener("seedance:form", (event) => {
    form = /** @type {CustomEvent} */ (event).detail;
    draw();
  });

  // How many clips of the press are ready, where there are several and some are being made.
  function ready() {
    const open = find("#variations [data-open]");
    const cards = /** @type {HTMLElement[]} */ ([...(open?.querySelectorAll("[data-card]") ?? [])]);
    return cards.some((each) => each.dataset.card === job) ? open.dataset.open : "";
  }

  const isShown = () =>
    Boolean(ready()) ||
    (shown.job === job && !shown.error && Boolean(find("#status .card.running")));
  const isLost = () => "lost" in document.documentElement.dataset;
  const isMaking = () => isLost() || (sent === form && sent !== "" && (since > 0 || isShown()));

  /** @param {string} text @param {string} id */
  function remember(text, id) {
    [sent, job] = [text, id];
    keep(KEPT, JSON.stringify({ sent, job }));
    draw();
  }

  /** @param {unknown[]} values the form's names, and what it says */
  function pressed(...values) {
    form = window.seedance.written(...values);
    since = Date.now();
    find("#next .more")?.removeAttribute("open"); // it belongs to what was made before
    remember(form, job);
  }

  // What a press was answered with before it became a job: a line at each place, or none.
  /** @param {string[]} complaints in the order of `PLACES` */
  function checked(...complaints) {
    const wrong = PLACES.findIndex((_, at) => complaints[at]);
    if (wrong < 0) return showStage();
    remember("", job);
    complain(...PLACES[wrong]);
  }

  /** @param {string[]} complaints */
  function answered(...complaints) {
    since = 0;
    if (complaints.some(Boolean)) checked(...complaints);
    draw();
  }

  /** @param {string} id */
  const opened = (id) => remember(sent, id);

  /** @param {typeof shown | null} details */
  function shows(details) {
    shown = details ?? {};
    if (isShown()) since = 0;
    draw();
  }

  /** @param {string} words @param {string} field */
  function complain(words, field) {
    find(field)?.focus({ preventScroll: true });
    bring(find(words), "center");
  }

  /** @param {HTMLElement} what @param {ScrollLogicalPosition} block */
  function bring(what, block) {
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    what.scrollIntoView({ block, behavior: isCalm ? "auto" : "smooth" });
  }

  let isWatched = false; // the stage: until the person does something else
  for (const each of ["pointerdown", "wheel", "keydown"])
    document.addEventListener(each, () => (isWatched = false), { capture: true, passive: true });

  // The stage comes into view, and stays there while it takes the shape of the film.
  function showStage() {
    observer.observe(find("#stage")); // once, however often it is called
    isWatched = true;
    keepStage();
  }

  const observer = new ResizeObserver(() => isWatched && keepStage());

  // With the head of its card below it, if they are not seen already.
  function keepStage() {
    const stage = find("#stage");
    const { bottom } = find("#status .head").getBoundingClientRect();
    const isSeen = stage.getBoundingClientRect().top >= 0 && bottom <= innerHeight - barHeight();
    if (!isSeen) bring(stage, "start");
  }

  // What sticks to the lower edge of a narrow window hides what is behind it.
  const barHeight = () =>
    getComputedStyle(find("#go")).position === "fixed" ? find("#go").offsetHeight : 0;

  function draw() {
    const button = find("#generate");
    if (!button) return;
    const line = find("#making") ?? laid(button);
    line.hidden = !isMaking();
    if (isMaking()) return fill(line);
    button.removeAttribute("aria-disabled");
    button.removeAttribute("aria-label");
  }

  /** @param {HTMLElement} button */
  function laid(button) {
    const line = Object.assign(document.createElement("div"), { id: "making", hidden: true });
    line.setAttribute("aria-hidden", "true"); // the card tells it to who listens
    line.append(...["progress", "b", "span"].map((name) => document.createElement(name)));
    button.after(line);
    return line;
  }

  /** @param {HTMLElement} line */
  function fill(line) {
    const [bar, phase, clock] = /** @type {any} */ (line.children);
    const isOpened = !since && !isLost();
    const [several, card] = isOpened ? [ready(), find("#status .card.running")] : ["", null];
    const share = card?.querySelector("progress");
    const waited = () => window.seedance.clock(Math.floor((Date.now() - since) / 1000));
    const state = card?.querySelector("[role=status]").textContent ?? (isLost() ? LOST : SENDING);
    const time = card?.querySelector(".clock").textContent ?? waited();
    phase.textContent = several || state;
    clock.textContent = several || isLost() ? "" : time;
    bar.hidden = !share; // only where the share is known
    if (share) Object.assign(bar, { max: share.max, value: share.value });
    find("#generate").setAttribute("aria-disabled", "true");
    find("#generate").setAttribute("aria-label", `${phase.textContent}: show it`);
  }

  // Nothing is sent by a button that shows how its job gets on.
  document.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest?.("#generate") || !isMaking()) return;
      event.stopPropagation();
      event.preventDefault();
      showStage();
    },
    true,
  );

  setInterval(() => isMaking() && draw(), 250);

  window.seedance = {
    ...window.seedance,
    ...{ pressed, checked, answered, opened, shows, showStage },
  };
})();
