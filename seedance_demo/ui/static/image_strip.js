// The pictures of a brief: chosen here, numbered as a prompt names them, moved and removed. The
// value is their paths on the server, in order. No text of a person becomes HTML.

const [strip, list, input, says] = [".pictures", "ol", "input", "p"].map(
  (each) => element.querySelector(each),
);
const most = Number(strip.dataset.most);
const paths = () => (Array.isArray(props.value) ? [...props.value] : []);
const address = (path) => "gradio_api/file=" + path.split("/").map(encodeURIComponent).join("/");
let coming = []; // { file, path }: uploads, in the order they were chosen in
let dragged = null;

function put(changed) {
  props.value = changed.slice(0, most);
  show();
}

function show() {
  const { does: what, at } = list.contains(document.activeElement) ? document.activeElement.dataset : {};
  list.replaceChildren(...paths().map(tile), ...coming.map(placeholder));
  strip.dataset.count = list.children.length;
  strip.toggleAttribute("data-full", list.children.length >= most);
  dragged = null;
  if (what) focus(what, at);
}

// The same button of the same place, or of the last one; where it is hidden, the other way to move.
function focus(what, at) {
  const here = [String(at), String(Math.min(at, paths().length - 1))];
  const shown = [...list.querySelectorAll("button:not([hidden])")];
  const own = shown.filter((each) => here.includes(each.dataset.at));
  (own.find((each) => each.dataset.does === what) ?? own[1] ?? input).focus();
}

function tile(path, at, all) {
  const name = `picture ${at + 1}`;
  const item = make("li", { draggable: true });
  item.append(
    make("img", { src: address(path), alt: `Picture ${at + 1}`, draggable: false }),
    button("name", `@Image${at + 1}`, "", at, { dataset: { words: `@Image${at + 1}` } }),
    button("earlier", "←", `Move ${name} earlier`, at, { hidden: at === 0 }),
    button("later", "→", `Move ${name} later`, at, { hidden: at === all.length - 1 }),
    button("remove", "×", `Remove ${name}`, at),
  );
  return item;
}

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

function make(kind, { dataset, ...properties }) {
  const made = Object.assign(document.createElement(kind), properties);
  Object.assign(made.dataset, dataset);
  return made;
}

function button(does, sign, label, at, { dataset, ...more } = {}) {
  const made = make("button", {
    type: "button", textContent: sign, title: label, className: does,
    dataset: { does, at, ...dataset }, ...more,
  });
  if (label) made.setAttribute("aria-label", label);
  return made;
}

// A picture keeps the focus while it moves, wherever it goes.
function move(from, to) {
  const moved = paths();
  moved.splice(to, 0, ...moved.splice(from, 1));
  put(moved);
}

list.addEventListener("click", (event) => {
  const { does, at } = event.target.closest("li:not(.coming) [data-does]")?.dataset ?? {};
  const [from, to] = [Number(at), Number(at) + { earlier: -1, later: 1 }[does]];
  if (does === "remove") put(paths().filter((_, each) => each !== from));
  if (to >= 0) move(from, to);
  if (to >= 0) focus(does, to);
});

const place = (event) => [...list.children].indexOf(event.target.closest("li"));
list.addEventListener("dragstart", (event) => {
  dragged = place(event);
  event.dataTransfer.setData("text/plain", ""); // or Firefox does not begin
});
list.addEventListener("dragend", () => { dragged = null; });
list.addEventListener("dragover", (event) => dragged === null || event.preventDefault());
list.addEventListener("drop", (event) => {
  if (dragged === null || place(event) < 0 || event.dataTransfer.files.length) return;
  event.preventDefault();
  move(dragged, place(event));
});

async function take(files) {
  const room = Math.max(0, most - paths().length - coming.length);
  const taken = files.slice(0, room).map((file) => ({ file, path: "" }));
  say(room < files.length ? `${most} pictures are enough; the others were left out.` : "");
  coming.push(...taken);
  show();
  await Promise.all(taken.map(arrive));
  trigger("upload");
}

async function arrive(one) {
  try {
    one.path = (await upload(one.file)).path;
  } catch (error) {
    coming = coming.filter((each) => each !== one);
    say(`${says.textContent} ${one.file.name} could not be uploaded: ${error.message ?? error}`.trim());
  }
  settle();
}

// Each picture takes its place once those before it have, and once a draft has come back: the
// button is disabled until then.
function settle() {
  if (document.querySelector("#generate")?.disabled) return setTimeout(settle, 100);
  const there = coming.findIndex((each) => !each.path);
  const arrived = coming.splice(0, there < 0 ? coming.length : there);
  if (arrived.length) put([...paths(), ...arrived.map((each) => each.path)]);
  else show();
}

function say(words) {
  says.textContent = words;
}

input.addEventListener("change", () => {
  take([...input.files]);
  input.value = "";
});

watch("value", show);
show();
