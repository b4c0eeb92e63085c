const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run } = require("./browser.js");

const ROW = `<div id="next"><button aria-busy="true">Poster</button><p role="status"></p></div>
  <div id="history-bar"><p role="status"></p></div>`;

function page() {
  const window = open(ROW);
  const { document } = window;
  const saved = [];
  document.addEventListener("click", (event) => {
    event.preventDefault();
    saved.push([event.target.getAttribute("href"), event.target.download]);
  });
  run(window, "saved.js");
  const said = () => document.querySelector("[role=status]").textContent;
  return { document, said, saved, seedance: window.seedance };
}

test("a file that was made is saved under its name, and its button is free again", () => {
  const { document, said, saved, seedance } = page();
  seedance.saved({ address: "gradio_api/file=/a%20b.png", name: "a b.png" });
  assert.deepEqual(saved, [["gradio_api/file=/a%20b.png", "a b.png"]]);
  assert.equal(said(), "Saved as a b.png.");
  assert.equal(document.querySelector("[aria-busy]"), null);
  assert.equal(document.querySelector("a"), null);
});

test("why there is none is said, and nothing is saved", () => {
  const { document, said, saved, seedance } = page();
  seedance.saved({ error: "The clip's file is not here any more." });
  assert.deepEqual(saved, []);
  assert.equal(said(), "The clip's file is not here any more.");
  assert.equal(document.querySelector("[aria-busy]"), null);
});

test("of all clips it is said where they were asked for", () => {
  const { document, said, saved, seedance } = page();
  const button = document.createElement("button");
  button.ariaBusy = "true";
  document.querySelector("#history-bar").append(button);
  seedance.savedAll({ address: "downloads/abc" });
  assert.deepEqual(saved, [["downloads/abc", ""]]);
  assert.equal(said(), "", "the clip's own row");
  const words = () => document.querySelector("#history-bar [role=status]").textContent;
  assert.equal(words(), "Your browser is downloading them.");
  assert.equal(button.ariaBusy, null);
  assert.ok(document.querySelector("#next [aria-busy]"), "what else is made goes on");
  seedance.savedAll({ error: "There is nothing." });
  assert.equal(words(), "There is nothing.");
});

test("without the row nothing breaks", () => {
  const { document, seedance } = page();
  document.querySelector("#next").remove();
  seedance.saved({ error: "gone" });
  seedance.say("gone");
});
