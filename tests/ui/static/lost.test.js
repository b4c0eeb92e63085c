const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run, until } = require("./browser.js");

const CARD = `<div id="status"><div class="card running"><p role="status">Making the clip</p></div>`;

test("a card whose clip goes on says that the connection is lost, once, until it is back", async () => {
  const window = open(CARD);
  const asked = [];
  window.fetch = async (address) => {
    asked.push(String(address));
    return new Response("", { status: 502 });
  };
  let again;
  window.setTimeout = (look) => {
    again = look;
  };
  run(window, "lost.js");
  window.seedance.lost();
  window.seedance.lost();
  await until(() => again);
  await again();
  assert.deepEqual(asked, Array(2).fill("http://localhost/gradio_api/app_id"));
  assert.equal(window.document.querySelector("[role=status]").textContent, "Connection lost");
  assert.equal(window.document.querySelectorAll(".card p").length, 2);
  assert.equal("lost" in window.document.documentElement.dataset, true);
});

test("a card that has ended stays as it is", () => {
  const window = open(CARD.replace("running", "done"));
  window.fetch = () => new Promise(() => {});
  run(window, "lost.js");
  window.seedance.lost();
  assert.equal(window.document.querySelector("[role=status]").textContent, "Making the clip");
});

test("a page that is being left is not loaded anew, unless nothing comes", async () => {
  const window = open(CARD);
  let now = 0;
  window.performance.now = () => now;
  window.fetch = async () => new Response("");
  const later = [];
  window.setTimeout = (look) => later.push(look);
  run(window, "lost.js");
  window.dispatchEvent(new window.Event("beforeunload"));
  window.seedance.lost();
  await until(() => later.length === 1);
  assert.equal(window.isLoadedAnew, undefined);
  now = 10_000;
  await later[0]();
  assert.equal(window.isLoadedAnew, true);
});
