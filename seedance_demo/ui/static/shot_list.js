// The shot list: each of its selects offers what else a shot may be, and a choice becomes a
// correction. It is kept in the browser at once: none is lost to an answer that is on its way.

const SINGLE = ["framing", "pace", "end", "image", "silent"]; // the others hold several
const STANDS = ["slow drift", "static"];
/** @type {string | null} */
let touched = null; // where a choice was made last: the focus stays there
const opened = new Set(); // the shots, by their place, of which all words are shown

/** @param {string | undefined} text */
const parsed = (text) => JSON.parse(text ?? "null");
const selects = () => /** @type {HTMLSelectElement[]} */ ([...element.querySelectorAll("select")]);
/** @param {HTMLSelectElement} select */
const place = (select) => {
  const item = [...element.querySelectorAll("li")].findIndex((each) => each.contains(select));
  return [item, select.dataset.field, select.dataset.at].join();
};

function offer() {
  const shots = /** @type {HTMLElement | null} */ (element.querySelector("ol.shots"));
  const all = parsed(shots?.dataset.choices);
  for (const select of selects()) {
    const { field = "", at, offers } = select.dataset;
    if (!SINGLE.includes(field) && at !== "add") select.append(option(field, null, "none"));
    for (const name of field.split(" "))
      for (const each of parsed(offers) ?? all[name] ?? [])
        select.append(
          Array.isArray(each) ? option(name, each[0], each[1]) : option(name, each, each),
        );
  }
  if (touched && document.activeElement === document.body)
    selects()
      .find((select) => place(select) === touched)
      ?.focus();
}

/** @param {string} field @param {unknown} value @param {string} words */
function option(field, value, words) {
  const made = document.createElement("option");
  made.textContent = words;
  made.value = JSON.stringify([field, value]);
  return made;
}

// A list with a choice at its place, each value once; behind the last place it is added.
/** @param {string[]} now @param {number} at @param {string | null} value */
function listed(now, at, value) {
  const chosen = value === null ? [] : [value];
  return [...new Set([...now.slice(0, at), ...chosen, ...now.slice(at + 1)])];
}

// The same in stages of moves. What is added goes on with the last, and without any a still drifts.
/** @param {string[][]} now @param {string} at @param {string | null} value */
function staged(now, at, value) {
  const last = now.length - 1;
  const [stage, move] = at === "add" ? [last, now[last].length] : at.split(".").map(Number);
  const stages = now.map((moves, n) => {
    if (n !== stage) return moves;
    const made = listed(moves, move, value);
    return at === "add" ? made.filter((each) => each === value || !STANDS.includes(each)) : made;
  });
  const told = stages.filter((moves) => moves.length);
  return told.length ? told : [["slow drift"]];
}

/** @param {string} field @param {any} now @param {string} at @param {any} value */
function changed(field, now, at, value) {
  if (SINGLE.includes(field)) return value;
  if (field === "moves") return staged(now, at, value);
  return listed(now ?? [], at === "add" ? now.length : Number(at), value);
}

element.addEventListener("change", (event) => {
  const select = /** @type {HTMLSelectElement} */ (event.target);
  const [field, value] = parsed(select.value);
  const home = /** @type {HTMLElement} */ (select.closest("[data-shot]"));
  const [read, now] = [parsed(home.dataset.read)[field], parsed(home.dataset.now)[field]];
  touched = place(select);
  const correction = { field, read, value: changed(field, now, select.dataset.at ?? "", value) };
  window.seedance.choose({ shot: parsed(home.dataset.shot), ...correction });
  trigger("edit");
});

/** @type {Record<string, string>} */
const EVENTS = { undo: "undo", forget: "clear", write: "submit" };
element.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement | null} */ (event.target.closest("[data-does]"));
  if (button) trigger(EVENTS[button.dataset.does ?? ""]);
});

const folds = () => /** @type {HTMLDetailsElement[]} */ ([...element.querySelectorAll("details")]);

// Toggling does not bubble.
element.addEventListener(
  "toggle",
  ({ target }) => {
    const at = folds().indexOf(/** @type {HTMLDetailsElement} */ (target));
    if (folds()[at]?.open) opened.add(at);
    else opened.delete(at);
  },
  true,
);

function show() {
  offer();
  for (const [at, fold] of folds().entries()) fold.open = opened.has(at);
}

watch("value", show);
show();
