const assert = require("node:assert/strict");
const test = require("node:test");
const { happen, open, run } = require("./browser.js");

const COMING = `<li class="coming">Uploading cup.png</li>`;

/** A page with a Generate button that counts its presses. */
function opened({ strip = "", about = "" } = {}) {
  const window = open(`<div id="images">${strip}<p role="status"></p></div>
    <textarea></textarea><button id="generate" ${about}><b>Generate</b></button>`);
  const page = { window, presses: 0, said: () => window.document.querySelector("p").textContent };
  window.document.querySelector("#generate").addEventListener("click", () => page.presses++);
  run(window, "page.js");
  return page;
}

const enter = (page, keys) =>
  happen(page.window, "textarea", "keydown", { key: "Enter", ctrlKey: true, ...keys });
const click = (page) => page.window.document.querySelector("#generate b").click();

test("a press while a picture is coming is stopped, and told why", () => {
  const page = opened({ strip: COMING });
  click(page);
  enter(page);
  assert.equal(page.presses, 0);
  assert.equal(page.said(), "A picture is still uploading: press again in a moment.");
});

test("a picture that is coming stops no other button", () => {
  const page = opened({ strip: COMING });
  page.window.document.querySelector("textarea").click();
  assert.equal(page.said(), "");
});

test("a picture that is coming for another model stops no press", () => {
  const page = opened({ strip: `<div hidden>${COMING}</div>` });
  click(page);
  assert.equal(page.presses, 1);
});

test("a press without pictures on their way goes through", () => {
  const page = opened();
  click(page);
  assert.equal(page.presses, 1);
});

for (const [name, keys] of Object.entries({ Ctrl: {}, Cmd: { ctrlKey: false, metaKey: true } }))
  test(`${name}+Enter presses once and writes no line`, () => {
    const page = opened();
    assert.ok(enter(page, keys).defaultPrevented);
    assert.equal(page.presses, 1);
  });

test("a key that is held does not press again", () => {
  const page = opened();
  for (const repeat of [false, true, true]) assert.ok(enter(page, { repeat }).defaultPrevented);
  assert.equal(page.presses, 1);
});

test("Enter alone and Ctrl with another key press nothing", () => {
  const page = opened();
  for (const keys of [{ ctrlKey: false }, { key: "b" }])
    assert.ok(!enter(page, keys).defaultPrevented);
  assert.equal(page.presses, 0);
});

for (const about of ["disabled", "hidden"])
  test(`a ${about} button is not pressed by keys`, () => {
    const page = opened({ about });
    page.window.document.querySelector("#generate").click = () => assert.fail("pressed");
    enter(page);
  });

test("empty is empty", () => {
  const window = open("<p>");
  run(window, "page.js");
  assert.equal(window.seedance.empty(), "");
});
