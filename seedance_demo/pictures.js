// The pictures of a brief: chosen here, numbered as a prompt names them, moved and removed. The
// value is their paths on the server, in order. No text of a person becomes HTML.

const [strip, list, input, says] = [".pictures", "ol", "input", "p"].map((each) => element.querySelector(each));
const most = Number(strip.dataset.most);
const paths = () => (Array.isArray(props.value) ? [...props.value] : []);
const address = (path) => "gradio_api/file=" + path.split("/").map(encodeURIComponent).join("/");
let arriving = 0;
let dragged = null;

function put(changed) {
  props.value = changed;
  show();
}

function show() {
  const tiles = paths().map(tile);
  const coming = Array.from({ length: arriving }, () => make("li", { className: "coming" }));
  list.replaceChildren(...tiles, ...coming);
  strip.dataset.count = tiles.length + arriving;
}

function tile(path, at, all) {
  const name = `picture ${at + 1}`;
  const item = make("li", { draggable: true });
  item.append(
    make("img", { src: address(path), alt: `Picture ${at + 1}`, draggable: false }),
    does("name", `@Image${at + 1}`, "", at, { dataset: { words: `@Image${at + 1}` } }),
    does("earlier", "←", `Move ${name} earlier`, at, { hidden: at === 0 }),
    does("later", "→", `Move ${name} later`, at, { hidden: at === all.length - 1 }),
    does("remove", "×", `Remove ${name}`, at),
  );
  return item;
}

function make(kind, { dataset, ...properties }) {
  const made = Object.assign(document.createElement(kind), properties);
  Object.assign(made.dataset, dataset);
  return made;
}

function does(what, sign, label, at, { dataset, ...more } = {}) {
  const button = make("button", {
    type: "button", textContent: sign, title: label, className: what,
    dataset: { does: what, at, ...dataset }, ...more,
  });
  if (label) button.setAttribute("aria-label", label);
  return button;
}

// A picture keeps the focus while it moves, wherever it goes.
function move(from, to, focus) {
  const moved = paths();
  moved.splice(to, 0, ...moved.splice(from, 1));
  put(moved);
  const own = [...list.querySelectorAll(`[data-at="${to}"]:not([hidden])`)];
  if (focus) (own.find((each) => each.dataset.does === focus) ?? own[1]).focus();
}

function remove(at) {
  put(paths().filter((_, each) => each !== at));
  (list.querySelector(`[data-at="${at}"].remove`) ?? input).focus();
}

list.addEventListener("click", (event) => {
  const { does: what, at } = event.target.closest("[data-does]")?.dataset ?? {};
  if (what === "earlier") move(+at, +at - 1, what);
  if (what === "later") move(+at, +at + 1, what);
  if (what === "remove") remove(+at);
});

const place = (event) => [...list.children].indexOf(event.target.closest("li"));
list.addEventListener("dragstart", (event) => {
  dragged = place(event);
  event.dataTransfer.setData("text/plain", ""); // or Firefox does not begin
});
list.addEventListener("dragend", () => { dragged = null; });
list.addEventListener("dragover", (event) => dragged === null || event.preventDefault());
list.addEventListener("drop", (event) => {
  if (dragged === null || place(event) < 0) return;
  event.preventDefault();
  move(dragged, place(event));
});

async function arrival(file) {
  try {
    return await upload(file);
  } catch (error) {
    return { trouble: `${file.name} could not be uploaded: ${error.message ?? error}` };
  }
}

// All at once, but shown in the order they were chosen in.
async function take(files) {
  const taken = files.slice(0, Math.max(0, most - paths().length - arriving));
  says.textContent = taken.length < files.length
    ? `${most} pictures are enough; the others were left out.` : "";
  arriving += taken.length;
  show();
  for (const each of taken.map(arrival)) {
    const { path, trouble } = await each;
    arriving -= 1;
    if (path) put([...paths(), path]);
    else says.textContent = trouble;
    show();
  }
  trigger("upload");
}

input.addEventListener("change", () => {
  take([...input.files]);
  input.value = "";
});

// A press may cost money: not without the pictures that are on their way.
document.addEventListener("click", (event) => {
  if (!arriving || !event.target.closest?.("#generate")) return;
  event.stopPropagation();
  event.preventDefault();
  says.textContent = "A picture is still on its way: press again when it is here.";
}, true);

watch("value", show);
show();
