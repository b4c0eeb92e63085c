const assert = require("node:assert/strict");
const test = require("node:test");
const { open, runOnLoad, until } = require("./browser.js");

const ROW = `<div><button data-step="film" data-agreed="1.2"><b>Film it</b></button>
  <button data-does="copy" data-copies="Push in">Copy prompt</button>
  <button data-does="expand">Compare</button><button data-does="delete">Delete it</button>
  <button data-makes="poster">Poster</button><p role="status"></p>
  <summary>More</summary></div>`;

function row() {
  const window = open(ROW);
  const told = [];
  runOnLoad(window, "next_steps.js", { trigger: (...given) => told.push(given) });
  const press = (selector) => window.document.querySelector(selector).click();
  return { window, told, press };
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
