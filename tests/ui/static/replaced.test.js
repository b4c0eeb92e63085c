const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run, runOnLoad } = require("./browser.js");

const LINE = `<div><p><span role="status"></span><button data-does="undo">Undo</button></p></div>
  <ul id="examples"><button class="new">`;
const MINE = { prompt: "my own words", images: ["a.jpg"], steps: [], model: "m" };
const EMPTY = { prompt: "", images: [], steps: [] };
const example = (name) => ({ prompt: name, images: [`${name}.jpg`], steps: [] });

/** A tab; `kept` is what its storage held before the page was loaded. */
function opened(kept = {}, options = {}) {
  const window = open(LINE, options);
  for (const [name, text] of Object.entries(kept)) window.sessionStorage[name] = text;
  run(window, "kept.js");
  run(window, "draft.js");
  const tab = { window, props: { value: "" }, told: [] };
  const { props } = tab;
  const watch = (_, changed) => {
    tab.changed = changed;
  };
  tab.write = (form) => window.seedance.keepDraft(Object.keys(form), ...Object.values(form));
  if (kept.form) tab.write(JSON.parse(kept.form));
  runOnLoad(window, "replaced.js", { props, watch, trigger: (...told) => tab.told.push(told) });
  const find = (selector) => window.document.querySelector(selector);
  tab.click = (selector) => find(selector).click();
  // As Gradio does: the form changes, and is kept; then the line hears of it, or before.
  tab.fill = (form, at, isLate = false) => {
    const steps = [
      () => tab.write(form),
      () => {
        props.value = { ...form, at };
        tab.changed();
      },
    ];
    for (const step of isLate ? steps.reverse() : steps) step();
  };
  tab.says = () => find("[role=status]").textContent;
  tab.isOffered = () => !find("[data-does=undo]").hidden;
  tab.undo = () => {
    tab.click("[data-does=undo]");
    return JSON.parse(JSON.stringify(tab.told.pop())); // of this realm
  };
  return tab;
}

/** A tab in which something was written, and a click has filled the form. */
function replaced(isLate = false) {
  const tab = opened();
  tab.write(MINE);
  tab.click("#examples");
  tab.fill(example("boat"), 1, isLate);
  return tab;
}

for (const isLate of [false, true])
  test(`what a click replaces is one undo away, ${isLate}`, () => {
    const tab = replaced(isLate);
    assert.equal(tab.says(), "Replaced what you were writing.");
    assert.deepEqual(tab.undo(), ["undo", { draft: MINE }]);
    assert.equal(tab.window.document.activeElement.className, "new", "not lost with the button");
    tab.fill(MINE, 2, isLate);
    assert.ok(!tab.isOffered());
    assert.equal(tab.says(), "");
  });

test("of an empty form nothing is lost", () => {
  const tab = opened();
  tab.click("#examples");
  tab.fill(example("boat"), 1);
  assert.ok(!tab.isOffered());
});

test("the same again replaces nothing", () => {
  const tab = opened();
  tab.fill(example("boat"), 1);
  tab.click("#examples");
  tab.fill(example("boat"), 2);
  assert.ok(!tab.isOffered());
});

test("what was written comes back, however many examples are looked at", () => {
  const tab = replaced();
  tab.click("#examples");
  tab.fill(example("ember"), 2);
  assert.deepEqual(tab.undo()[1].draft, MINE);
});

test("an example that was changed is what was written last", () => {
  const tab = replaced();
  tab.write({ ...example("boat"), prompt: "my boat" });
  assert.ok(!tab.isOffered(), "the next edit is the end of it");
  tab.click("#examples");
  tab.fill(example("ember"), 2);
  assert.equal(tab.undo()[1].draft.prompt, "my boat");
});

test("other prices and lengths are no edit", () => {
  const tab = replaced();
  tab.write({ ...example("boat"), duration: 10 });
  assert.ok(tab.isOffered());
});

test("a cleared form says that it was cleared", () => {
  const tab = opened();
  tab.write(MINE);
  tab.click("#examples");
  tab.fill(EMPTY, 1);
  assert.equal(tab.says(), "Cleared what you wrote.");
  assert.deepEqual(tab.undo()[1].draft, MINE);
});

test("a reload keeps it while the form is as it was filled", () => {
  const kept = replaced().window.sessionStorage["seedance.replaced"];
  const form = JSON.stringify(example("boat"));
  const tab = opened({ "seedance.replaced": kept, form });
  assert.ok(tab.isOffered());
  tab.fill(example("boat"), 3); // the draft that comes back
  assert.deepEqual(tab.undo()[1].draft, MINE);
  const other = JSON.stringify(example("another"));
  assert.ok(!opened({ "seedance.replaced": kept, form: other }).isOffered());
  assert.ok(!opened({ "seedance.replaced": "no JSON", form }).isOffered());
});

test("who comes from a clip has what was written here one undo away", () => {
  const url = "http://localhost/#like=abc";
  const tab = opened({ form: JSON.stringify(MINE) }, { url });
  tab.fill({ ...EMPTY, prompt: "of that clip" }, 1);
  assert.equal(tab.says(), "Replaced what you were writing.");
  assert.deepEqual(tab.undo(), ["undo", { draft: MINE }]);
});

test("who comes with what was written here hears of nothing", () => {
  const tab = opened({ form: JSON.stringify(MINE) });
  tab.fill({ ...EMPTY, prompt: "made since then" }, 1);
  assert.equal(tab.isOffered(), false);
});
