const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run } = require("./browser.js");

const PAGE = `<p class="prompt">Push in,\nrain</p><button data-copied="Copied" hidden>Copy prompt</button>`;

/** The page for one clip, in a browser that copies or does not. */
function page(copies) {
  const window = open(PAGE);
  const copied = [];
  window.document.execCommand = () => copies && copied.push(String(window.getSelection()));
  run(window, "clip_page.js");
  return { button: window.document.querySelector("button"), copied, window };
}

test("the prompt is copied, as it stands there", () => {
  const { button, copied } = page(true);
  assert.equal(button.hidden, false);
  button.click();
  assert.deepEqual([copied, button.textContent], [["Push in,\nrain"], "Copied"]);
});

test("a browser that copies nothing has it selected", () => {
  const { button, window } = page(false);
  button.click();
  assert.equal(button.textContent, "Copy prompt");
  assert.equal(String(window.getSelection()), "Push in,\nrain");
});

test("a page without a prompt has nothing to copy", () => {
  run(open("<main></main>"), "clip_page.js");
});
