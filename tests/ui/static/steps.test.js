const assert = require("node:assert/strict");
const test = require("node:test");
const { happen, open, run } = require("./browser.js");

const LIGHT = { shot: "a.0", field: "looks", read: [], value: ["night"] };
const MOVE = { shot: "a.0", field: "moves", read: [["static"]], value: [["tilt up"]] };

function opened(prompt = "", aside = []) {
  const window = open(`<div id="prompt"><textarea>${prompt}</textarea></div>
    <div id="shots"><p data-aside='${JSON.stringify(aside)}'></p><button data-does="undo"></button></div>`);
  window.document.execCommand = (_, __, text) => {
    window.document.querySelector("textarea").value = text;
  };
  run(window, "steps.js");
  const plain =
    (name) =>
    (...given) =>
      JSON.parse(JSON.stringify(window.seedance[name](...given)));
  const box = window.document.querySelector("textarea");
  const undos = [];
  window.document.querySelector("button").addEventListener("click", () => undos.push("undo"));
  const type = (text) => {
    box.value = text;
    happen(window, "textarea", "input");
  };
  return { ...window.seedance, plain, box, type, undone: () => undos.length };
}

test("a choice is a step, once", () => {
  const tab = opened();
  tab.choose(LIGHT);
  assert.deepEqual(tab.plain("takeStep")(null), [[LIGHT]]);
  assert.deepEqual(tab.plain("takeStep")([LIGHT]), [[LIGHT]]);
});

test("the last step is undone, and the prompt that was written over is there again", () => {
  const tab = opened("push in");
  const [steps] = tab.plain("writeShots")({ text: "Shot 1", left: [MOVE] }, [LIGHT]);
  assert.deepEqual(steps, [LIGHT, { wrote: "push in", left: [MOVE] }]);
  assert.equal(tab.box.value, "Shot 1");
  assert.deepEqual(tab.plain("undoStep")(steps), [[LIGHT]]);
  assert.equal(tab.box.value, "push in");
  assert.deepEqual(tab.plain("undoStep")([LIGHT]), [[]]);
  assert.deepEqual(tab.plain("undoStep")(null), [[]]);
});

test("who takes it back in the editor takes back the step", () => {
  const tab = opened("push in");
  tab.plain("writeShots")({ text: "Shot 1", left: [] }, []);
  tab.type("Shot 1, rain");
  assert.equal(tab.undone(), 0);
  tab.type("push in");
  tab.type("push in");
  assert.equal(tab.undone(), 1);
});

test("what cannot be written leaves the prompt and the steps", () => {
  const tab = opened("push in");
  assert.deepEqual(tab.plain("writeShots")(null, [LIGHT]), [[LIGHT]]);
  assert.equal(tab.box.value, "push in");
});

test("only what is set aside is forgotten", () => {
  const tab = opened("", [["a.0", "looks"]]);
  const steps = [LIGHT, { wrote: "", left: [LIGHT, MOVE] }, MOVE];
  assert.deepEqual(tab.plain("forgetAside")(steps), [[{ wrote: "", left: [MOVE] }, MOVE]]);
});
