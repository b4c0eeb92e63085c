const assert = require("node:assert/strict");
const test = require("node:test");
const { open, runOnLoad, until } = require("./browser.js");

const CARD = `<div><code>abc</code><button data-copy="abc">Copy</button><p>A sentence</p></div>`;

function opened(writeText) {
  const window = open(CARD);
  if (writeText) Object.assign(window.navigator, { clipboard: { writeText } });
  runOnLoad(window, "copy_id.js");
  return window;
}

const selected = (window) => window.getSelection().toString();

test("the id is copied, and the button says so", async () => {
  const copied = [];
  const window = opened(async (id) => copied.push(id));
  const button = window.document.querySelector("button");
  button.click();
  await until(() => button.textContent === "Copied");
  assert.deepEqual(copied, ["abc"]);
});

test("without a clipboard the id is selected, and the button claims nothing", () => {
  const window = opened();
  window.document.querySelector("button").click();
  assert.equal(selected(window), "abc");
  assert.equal(window.document.querySelector("button").textContent, "Copy");
});

test("a press elsewhere copies nothing", () => {
  const window = opened(() => assert.fail("copied"));
  window.document.querySelector("p").click();
  assert.equal(selected(window), "");
});
