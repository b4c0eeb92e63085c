// The pictures of a brief: chosen here, numbered as a prompt names them, moved and removed. The
// value is their paths on the server, in order. No text of a person becomes HTML.

const strip = /** @type {HTMLElement} */ (element.querySelector(".pictures"));
const list = /** @type {HTMLElement} */ (element.querySelector("ol"));
const input = /** @type {HTMLInputElement} */ (element.querySelector("input"));
const says = /** @type {HTMLElement} */ (element.querySelector("p"));
const limits = JSON.parse(strip.dataset.limits ?? "{}");
const most = limits.most;
/** @returns {string[]} */
const paths = () => (Array.isArray(props.value) ? [...props.value] : []);
/** @param {string} path */
const address = (path) => `gradio_api/file=${path.split("/").map(encodeURIComponent).join("/")}`;
/** @typedef {{ file: File, path: string }} Upload */
/** @type {Upload[]} */
let coming = []; // in the order they were chosen in
/** @type {number | null} */
let dragged = null;
let drawn = ""; // what the list shows

/** @returns {string[]} */
const badges = () => JSON.parse(strip.dataset.badges ?? "[]");

/** @param {string[]} changed */
function put(changed) {
  props.value = changed.slice(0, most);
  show();
}

function show() {
  const shown = coming.filter(hasRoom);
  const pictures = JSON.stringify(paths());
  const now = pictures + JSON.stringify([shown.map((each) => each.file.name), badges()]);
  if (!coming.length) says.querySelector(".waits")?.remove(); // of `page.js`
  // Or what is dragged, or pressed and not yet released, would be taken away.
  if (now === drawn || (dragged !== null && drawn.startsWith(pictures))) return;
  drawn = now;
  const active = document.activeElement;
  const { does: what, at = "" } = active && list.contains(active) ? active.dataset : {};
  list.replaceChildren(...paths().map(tile), ...shown.map(placeholder));
  strip.dataset.count = String(list.children.length);
  strip.toggleAttribute("data-full", list.children.length >= most);
  dragged = null;
  if (what) focus(what, at);
}

// The same button of the same place, or of the last one; where it is hidden, the other way to move.
/** @param {string} what @param {string | number} at */
function focus(what, at) {
  const here = [String(at), String(Math.min(Number(at), paths().length - 1))];
  const shown = [...list.querySelectorAll("button:not([hidden])")];
  const own = shown.filter((each) => here.includes(each.dataset.at ?? ""));
  (own.find((each) => each.dataset.does === what) ?? own[1] ?? input).focus();
}

/** @param {string} path @param {number} at @param {string[]} all */
function tile(path, at, all) {
  const name = `picture ${at + 1}`;
  const item = make("li", { draggable: true });
  item.append(
    make("img", { src: address(path), alt: `Picture ${at + 1}`, draggable: false }),
    badge(badges()[at] ?? `@Image${at + 1}`, at),
    button("earlier", "←", `Move ${name} earlier`, at, { hidden: at === 0 }),
    button("later", "→", `Move ${name} later`, at, { hidden: at === all.length - 1 }),
    button("remove", "×", `Remove ${name}`, at),
  );
  return item;
}

// What the picture is for the model in force. A name that prompts know is written into one.
/** @param {string} words @param {number} at */
function badge(words, at) {
  if (words.startsWith("@")) return button("name", words, "", at, { dataset: { words } });
  return make("b", { className: "name", textContent: words });
}

/** @param {Upload} one */
function placeholder(one) {
  const item = make("li", { className: "coming", textContent: `Uploading ${one.file.name}` });
  const stop = button("remove", "×", `Do not add ${one.file.name}`, one.file.name);
  stop.addEventListener("click", () => {
    coming = coming.filter((each) => each !== one);
    settle();
  });
  item.append(stop);
  return item;
}

/** @param {string} kind @param {Record<string, any>} properties */
function make(kind, { dataset, ...properties }) {
  const made = Object.assign(document.createElement(kind), properties);
  Object.assign(made.dataset, dataset);
  return made;
}

/**
 * @param {string} does
 * @param {string} sign
 * @param {string} label
 * @param {string | number} at
 * @param {Record<string, any>} more
 */
function button(does, sign, label, at, { dataset, ...more } = {}) {
  const made = make("button", {
    type: "button",
    textContent: sign,
    title: label,
    className: does,
    dataset: { does, at, ...dataset },
    ...more,
  });
  if (label) made.setAttribute("aria-label", label);
  return made;
}

// A picture keeps the focus while it moves, wherever it goes.
/** @param {number} from @param {number} to */
function move(from, to) {
  const moved = paths();
  moved.splice(to, 0, ...moved.splice(from, 1));
  put(moved);
}

/** @type {Record<string, number>} */
const STEPS = { earlier: -1, later: 1 };
list.addEventListener("click", (event) => {
  const { does = "", at } = event.target.closest("li:not(.coming) [data-does]")?.dataset ?? {};
  const [from, to] = [Number(at), Number(at) + STEPS[does]];
  if (does === "remove") put(paths().filter((_, each) => each !== from));
  if (to >= 0) move(from, to);
  if (to >= 0) focus(does, to);
});

/** @param {DragEvent} event */
const place = (event) =>
  [...list.children].indexOf(/** @type {Element} */ (event.target.closest("li")));
list.addEventListener("dragstart", (event) => {
  dragged = place(event);
  event.dataTransfer?.setData("text/plain", ""); // or Firefox does not begin
});
list.addEventListener("dragend", () => {
  dragged = null;
  show();
});
list.addEventListener("dragover", (event) => dragged === null || event.preventDefault());
list.addEventListener("drop", (event) => {
  if (dragged === null || place(event) < 0 || event.dataTransfer?.files.length) return;
  event.preventDefault();
  move(dragged, place(event));
});

// One after another: an opened photograph takes a quarter of a gigabyte. Only what is taken counts
// among those there is room for.
/** @param {File[]} files */
async function take(files) {
  const taken = files.map((file) => ({ file, path: "" }));
  const sent = [];
  coming.push(...taken);
  say("");
  show();
  for (const one of taken) if (hasRoom(one) && (await isRead(one))) sent.push(send(one));
  const left = taken.filter((one) => coming.includes(one) && !hasRoom(one));
  coming = coming.filter((one) => !left.includes(one));
  if (left.length) add(`Up to ${most} pictures: the rest were not added.`);
  show();
  await Promise.all(sent);
  trigger("upload");
}

/** @param {Upload} one */
const hasRoom = (one) => coming.slice(0, Math.max(0, most - paths().length)).includes(one);

/** @param {Upload} one */
async function isRead(one) {
  try {
    const { file, note } = await window.seedance.pictureOf(one.file, limits);
    one.file = file;
    if (note) add(note);
  } catch (/** @type {any} */ error) {
    leaveOut(one, error.message);
  }
  return coming.includes(one);
}

/** @param {Upload} one */
async function send(one) {
  try {
    one.path = (await upload(one.file)).path;
  } catch (/** @type {any} */ error) {
    const why = String(error.message ?? error).replace(/^HTTP \d+: /, ""); // `reach.js` says it
    leaveOut(one, `${one.file.name} could not be uploaded: ${why}`);
  }
  settle();
}

/** @param {Upload} one @param {string} why */
function leaveOut(one, why) {
  coming = coming.filter((each) => each !== one);
  add(why);
  show();
}

// Each picture takes its place once those before it have, and once a draft has come back: the
// button is disabled until then.
function settle() {
  const generate = /** @type {HTMLButtonElement | null} */ (document.querySelector("#generate"));
  if (generate?.disabled) return setTimeout(settle, 100);
  const there = coming.findIndex((each) => !each.path);
  const arrived = coming.splice(0, there < 0 ? coming.length : there);
  if (arrived.length) put([...paths(), ...arrived.map((each) => each.path)]);
  else show();
}

/** @param {string} words */
function say(words) {
  says.textContent = words;
}

// A line for each file, in view.
/** @param {string} words */
function add(words) {
  if (says.textContent) says.append("\n"); // a text of its own each, for `language.js`
  says.append(words);
  says.scrollIntoView?.({ block: "nearest" });
}

input.addEventListener("change", () => {
  take([...(input.files ?? [])]);
  input.value = "";
});

strip.addEventListener("badges", show); // `roles.js` brings them
// Other pictures from the server: what was said of files before is over.
watch("value", () => {
  say("");
  show();
});
show();
