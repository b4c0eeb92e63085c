const assert = require("node:assert/strict");
const test = require("node:test");
const { happen, open, run } = require("./browser.js");

const PAGE = `<div id="prompt"><textarea></textarea></div><div id="images"><ul>
  <li><img src="a.png"><button data-words="@Image1"></button></li>
  <li><img src="b.png"><button data-words="@Image2"></button></li></ul></div>`;
const NO_REFERENCES = PAGE.replace(/<button.*?button>/g, "<b>First</b>");

/** A prompt in which somebody has just typed. */
function typed(text, html = PAGE) {
  const window = open(html);
  const box = window.document.querySelector("textarea");
  window.document.execCommand = (_, __, words) => {
    box.setRangeText(words, box.selectionStart, box.selectionEnd, "end");
    happen(window, "textarea", "input");
  };
  run(window, "mentions.js");
  write(window, text);
  return window;
}

function write(window, text) {
  const box = window.document.querySelector("textarea");
  box.value = text;
  box.setSelectionRange(text.length, text.length);
  happen(window, "textarea", "input");
}

const press = (window, key, more = {}) => happen(window, "textarea", "keydown", { key, ...more });
const list = (window) => window.document.querySelector("#mentions:not([hidden])");
const offered = (window) => [...(list(window)?.children ?? [])].map((each) => each.textContent);
const value = (window) => window.document.querySelector("textarea").value;

test("@ opens the pictures, also in the middle of a name", () => {
  assert.deepEqual(offered(typed("Push in on @")), ["@Image1", "@Image2"]);
  assert.deepEqual(offered(typed("推近＠")), ["@Image1", "@Image2"]);
  assert.deepEqual(offered(typed("@ima")), ["@Image1", "@Image2"]);
  for (const text of ["Push in", "me@home", "@nobody", "@Image1"]) {
    assert.deepEqual(offered(typed(text)), [], text);
  }
  assert.deepEqual(offered(typed("@", NO_REFERENCES)), [], "nothing that the model would know");
});

test("the arrow keys choose and Enter writes the name", () => {
  const window = typed("Push in on @im");
  const box = window.document.querySelector("textarea");
  assert.equal(box.getAttribute("aria-controls"), "mentions");
  press(window, "ArrowDown");
  assert.equal(box.getAttribute("aria-activedescendant"), "mention-1");
  assert.equal(list(window).querySelector("[aria-selected=true]").textContent, "@Image2");
  assert.ok(press(window, "Enter").defaultPrevented);
  assert.equal(value(window), "Push in on @Image2 ");
  assert.equal(list(window), null);
  assert.ok(!press(window, "Enter").defaultPrevented, "a new line again");
});

test("a click writes the name", () => {
  const window = typed("@");
  happen(window, "#mentions img", "click");
  assert.equal(value(window), "@Image1 ");
});

test("Escape closes, and so does leaving the prompt", () => {
  const window = typed("@");
  press(window, "Escape");
  assert.equal(list(window), null);
  write(window, "@i");
  assert.ok(list(window));
  happen(window, "textarea", "focusout");
  assert.equal(list(window), null);
});

test("the keys of a press and of an input method stay theirs", () => {
  const window = typed("@");
  assert.ok(!press(window, "Enter", { ctrlKey: true }).defaultPrevented);
  assert.ok(!press(window, "Enter", { isComposing: true }).defaultPrevented);
  assert.equal(value(window), "@");
});
