const assert = require("node:assert/strict");
const test = require("node:test");
const { file, fill, happen, open, run } = require("./browser.js");

const PAGE = `<div id="images"><input type="file"></div><p></p>`;
const [cup, moon, text] = [
  file("cup.png"),
  file("moon.jpg", "image/jpeg"),
  file("a.txt", "text/plain"),
];

/** A page, and the names of the files that its input was given, in turn. */
function opened(html = PAGE) {
  const window = open(html);
  const taken = [];
  window.DataTransfer = class {
    files = [];
    items = { add: (each) => this.files.push(each) };
  };
  const input = window.document.querySelector("input");
  if (input) fill(input, []);
  input?.addEventListener("change", () => taken.push(...input.files.map((each) => each.name)));
  run(window, "page.js");
  return { window, taken, isMarked: () => window.document.body.matches(".pictures-welcome") };
}

const paste = (window, ...files) => happen(window, "p", "paste", { clipboardData: { files } });
const drag = (window, name, files, types = ["Files"]) =>
  happen(window, "p", name, { dataTransfer: { files, types } });

test("pasted pictures go where chosen ones go", () => {
  const { window, taken } = opened();
  assert.ok(paste(window, cup, moon).defaultPrevented);
  assert.deepEqual(taken, ["cup.png", "moon.jpg"]);
});

test("dropped pictures go where chosen ones go", () => {
  const { window, taken } = opened();
  assert.ok(drag(window, "drop", [cup, moon]).defaultPrevented);
  assert.deepEqual(taken, ["cup.png", "moon.jpg"]);
});

test("whatever files are dropped or pasted go to the strip, which tells what is no picture", () => {
  const { window, taken } = opened();
  assert.ok(paste(window, text, cup).defaultPrevented);
  assert.ok(drag(window, "drop", [text]).defaultPrevented);
  assert.deepEqual(taken, ["a.txt", "cup.png", "a.txt"]);
});

test("of text with files beside it only pictures are taken", () => {
  const { window, taken } = opened();
  const clipboardData = { files: [text, cup], types: ["text/plain", "Files"] };
  assert.ok(happen(window, "p", "paste", { clipboardData }).defaultPrevented);
  assert.deepEqual(taken, ["cup.png"]);
});

test("a paste without a file stays the browser's", () => {
  const { window, taken } = opened();
  assert.ok(!paste(window).defaultPrevented);
  const clipboardData = { files: [text], types: ["text/plain", "Files"] };
  assert.ok(!happen(window, "p", "paste", { clipboardData }).defaultPrevented);
  assert.deepEqual(taken, []);
});

test("what a field has taken itself is not taken twice", () => {
  const { window, taken } = opened();
  window.document.querySelector("p").addEventListener("drop", (event) => event.preventDefault());
  window.document.querySelector("p").addEventListener("paste", (event) => event.preventDefault());
  drag(window, "drop", [cup]);
  paste(window, cup);
  assert.deepEqual(taken, []);
});

test("dragged text stays the browser's", () => {
  const { window } = opened();
  for (const name of ["dragover", "drop"])
    assert.ok(!drag(window, name, [], ["text/plain"]).defaultPrevented);
});

test("the page welcomes files while they are over it", () => {
  const { window, isMarked } = opened();
  assert.ok(drag(window, "dragover", [cup]).defaultPrevented);
  assert.ok(isMarked());
  happen(window, "p", "dragleave", { relatedTarget: window.document.body });
  assert.ok(isMarked(), "still over the page");
  happen(window, "p", "dragleave", { relatedTarget: null });
  assert.ok(!isMarked(), "outside");
  drag(window, "dragover", [cup]);
  drag(window, "drop", [cup]);
  assert.ok(!isMarked(), "dropped");
});

test("where the model takes no pictures a paste stays the browser's", () => {
  const { window } = opened("<p></p>");
  assert.ok(!paste(window, cup).defaultPrevented);
});
