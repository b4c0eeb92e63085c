const assert = require("node:assert/strict");
const test = require("node:test");
const { open, runOnLoad } = require("./browser.js");

const ROW = `<div><button data-card="7"><img></button><p>No card</p></div>`;

function pressed(selector) {
  const window = open(ROW);
  const told = [];
  runOnLoad(window, "cards.js", { trigger: (event, { card }) => told.push([event, card]) });
  window.document.querySelector(selector).click();
  return told;
}

test("a press on anything inside a card tells which card it was", () => {
  assert.deepEqual(pressed("img"), [["click", "7"]]);
});

test("a press beside the cards tells nothing", () => {
  assert.deepEqual(pressed("p"), []);
});
