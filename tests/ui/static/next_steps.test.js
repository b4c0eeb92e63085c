const assert = require("node:assert/strict");
const test = require("node:test");
const { open, runOnLoad, until } = require("./browser.js");

const ROW = `<div><button data-step="film" data-agreed="1.2"><b>Film it</b></button>
  <button data-does="copy" data-copies="Push in">Copy prompt</button>
  <button data-does="expand">Compare</button><button data-does="delete">Delete it</button>
  <button data-makes="poster">Poster</button><p role="status"></p>
  <summary>More</summary></div>`;

function row(html = ROW) {
  const window = open(html);
  const told = [];
  const row = { window, told };
  const watch = (_, changed) => {
    row.changed = changed;
  };
  runOnLoad(window, "next_steps.js", { trigger: (...given) => told.push(given), watch });
  const press = (selector) => window.document.querySelector(selector).click();
  return Object.assign(row, { press });
}

test("a step is told with the price on its button", () => {
  const { told, press } = row();
  press("b");
  assert.deepEqual(JSON.parse(JSON.stringify(told)), [["select", { step: "film", agreed: "1.2" }]]);
});

test("comparing and deleting are told, opening the rest is not", () => {
  const { told, press } = row();
  for (const each of ["[data-does=expand]", "[data-does=delete]", "summary"]) press(each);
  assert.deepEqual(told, [["expand"], ["delete"]]);
});

test("a file is asked for once while it is being made, and that is said", () => {
  const { window, told, press } = row();
  press("[data-makes]");
  press("[data-makes]");
  assert.deepEqual(JSON.parse(JSON.stringify(told)), [["download", { makes: "poster" }]]);
  const { document } = window;
  assert.equal(document.querySelector("[role=status]").textContent, "Making the file…");
  document.querySelector("[data-makes]").removeAttribute("aria-busy");
  press("[data-makes]");
  assert.equal(told.length, 2);
});

test("the prompt is copied without the server", async () => {
  const { window, told, press } = row();
  const copied = [];
  window.navigator.clipboard = { writeText: async (words) => copied.push(words) };
  press("[data-does=copy]");
  await until(() => window.document.body.textContent.includes("Copied"));
  assert.deepEqual([copied, told], [["Push in"], []]);
});

test("without a clipboard it is copied from a box", async () => {
  const { window, press } = row();
  const copied = [];
  window.document.execCommand = () => copied.push(window.document.querySelector("textarea").value);
  press("[data-does=copy]");
  await until(() => window.document.body.textContent.includes("Copied"));
  assert.deepEqual(copied, ["Push in"]);
  assert.equal(window.document.querySelector("textarea"), null);
});

const OFF = `<summary>More</summary><button data-does="release">Share this clip</button>`;
const ON = `<summary>More</summary><div class="shared"><a href="clip/abc">clip/abc</a>
  <button data-copies="clip/abc">Copy link</button><button data-does="stop">Stop</button></div>`;
const more = (inside) => `<div><details>${inside}</details></div>`;

/** A row whose clip is not shared, and what Gradio does when the server says that it is. */
function shared() {
  const tab = row(more(OFF));
  const { document, HTMLElement } = tab.window;
  HTMLElement.prototype.scrollIntoView = () => {}; // jsdom has no layout
  const details = document.querySelector("details");
  tab.say = async (inside) => {
    details.innerHTML = inside;
    details.open = false;
    tab.changed();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { ...tab, document, details };
}

test("who shares a clip goes on at its link, which is told and copied whole", async () => {
  const { told, press, say, document, details, window } = shared();
  press("[data-does=release]");
  assert.deepEqual(told, [["release"]]);
  await say(ON);
  assert.ok(details.open);
  assert.equal(document.activeElement.textContent, "Copy link");
  assert.equal(document.querySelector("a").textContent, "http://localhost/clip/abc");
  const copied = [];
  window.navigator.clipboard = { writeText: async (words) => copied.push(words) };
  press("[data-copies]");
  assert.deepEqual([copied, told.length], [["http://localhost/clip/abc"], 1]);
});

test("who stops goes on where it can be shared again", async () => {
  const { told, press, say, document, details } = shared();
  await say(ON);
  press("[data-does=stop]");
  assert.deepEqual(told, [["stop"]]);
  await say(OFF);
  assert.ok(details.open);
  assert.equal(document.activeElement.dataset.does, "release");
});

test("a row that changes by itself opens nothing and takes no focus", async () => {
  const { say, document, details } = shared();
  await say(ON);
  assert.equal(document.querySelector("a").textContent, "http://localhost/clip/abc");
  assert.ok(!details.open);
  assert.equal(document.activeElement, document.body);
});
