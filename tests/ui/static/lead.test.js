const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run, until } = require("./browser.js");

const PAGE = `<button id="generate">Generate · $1.20</button>
  <div id="api-key" hidden><input></div><div id="prompt"><textarea></textarea></div>`;

function page() {
  const window = open(PAGE);
  const { document } = window;
  const seen = { presses: 0, scrolled: 0 };
  window.Element.prototype.scrollIntoView = () => seen.scrolled++;
  document.querySelector("button").addEventListener("click", () => seen.presses++);
  run(window, "lead.js");
  return { window, document, seen, lead: window.seedance.lead };
}

test("the press is made where the button says the same price", () => {
  const { seen, lead } = page();
  lead({ key: false, price: " · $1.20" });
  assert.deepEqual(seen, { presses: 1, scrolled: 0 });
});

test("a button in another language says the same price, and not a longer one", () => {
  const { document, seen, lead } = page();
  document.querySelector("button").textContent = "生成 · 预计 $1.20";
  lead({ key: false, price: " · $1.2" });
  assert.equal(seen.presses, 0);
  lead({ key: false, price: " · $1.20 (estimate)" });
  assert.equal(seen.presses, 1);
  for (const [words, presses] of [
    ["生成", 1],
    ["生成 · $0.26", 1],
    ["生成 · 免费", 2],
  ]) {
    document.querySelector("button").textContent = words;
    lead({ key: false, price: " · free" });
    assert.equal(seen.presses, presses, words);
  }
});

test("with another price, or none, the button comes into view and waits", () => {
  const { seen, lead } = page();
  lead({ key: false, price: " · $2.40" });
  lead({ key: false, price: "" });
  assert.deepEqual(seen, { presses: 0, scrolled: 2 });
  lead(null);
  assert.deepEqual(seen, { presses: 0, scrolled: 2 });
});

test("who needs a key is led to its box, once it is there, and nothing is pressed", async () => {
  const { document, seen, lead } = page();
  lead({ key: true, price: " · $1.20" });
  const box = document.querySelector("#api-key");
  assert.notEqual(document.activeElement, box.firstElementChild);
  box.hidden = false;
  await until(() => document.activeElement === box.firstElementChild);
  assert.deepEqual(seen, { presses: 0, scrolled: 1 });
});

test("who goes on from a last frame is led to the words, once they are there", async () => {
  const { document, seen, lead } = page();
  const box = document.querySelector("textarea");
  lead({ words: "Push in" });
  assert.notEqual(document.activeElement, box);
  box.value = "Push in";
  await until(() => document.activeElement === box);
  assert.equal(box.value.slice(box.selectionStart, box.selectionEnd), "Push in");
  assert.deepEqual(seen, { presses: 0, scrolled: 1 });
});

test("why a step cannot be taken is said, and nothing is pressed", () => {
  const { window, seen, lead } = page();
  const said = [];
  window.seedance.say = (words) => said.push(words);
  lead({ error: "The clip is gone." });
  assert.deepEqual([said, seen], [["The clip is gone."], { presses: 0, scrolled: 0 }]);
});
