const assert = require("node:assert/strict");
const { mock, test } = require("node:test");
const { open, runOnLoad } = require("./browser.js");

test("what was deleted can be undone, and after a moment no more", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const window = open("<div></div>");
  const told = [];
  let changed;
  runOnLoad(window, "undo.js", {
    trigger: (event, { card }) => told.push([event, card]),
    watch: (_, call) => {
      changed = call;
    },
    setTimeout,
  });
  const element = window.document.querySelector("div");
  element.innerHTML = "<button data-undo=7>Undo</button>";
  changed();
  mock.timers.tick(1);
  const button = element.querySelector("button");
  assert.equal(window.document.activeElement, button, "by keyboard it is one press away");
  button.click();
  assert.deepEqual(told, [["undo", "7"]]);
  mock.timers.tick(8000);
  assert.equal(element.querySelector("button"), null);
  mock.timers.reset();
});
