const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run, until } = require("./browser.js");

const CARD = `<div id="status"><span data-seconds="58">0:58</span><span>0:07</span></div>`;

/** The page's clock, with the window's time in the test's hands. */
function ticking(html = CARD) {
  const window = open(html);
  let time = 1_000_000;
  let look = () => {};
  window.Date.now = () => time;
  window.setInterval = (call) => (look = call);
  run(window, "clocks.js");
  look();
  const texts = () => [...window.document.querySelectorAll("span")].map((each) => each.textContent);
  const pass = (seconds) => {
    time += seconds * 1000;
    look();
    return texts();
  };
  return { window, texts, pass };
}

test("a clock goes on by itself, and what is over stands", () => {
  const { pass } = ticking();
  assert.deepEqual(pass(1), ["0:59", "0:07"]);
  assert.deepEqual(pass(6), ["1:05", "0:07"]);
  assert.deepEqual(pass(6 * 3600), ["6:01:05", "0:07"]);
});

test("what the server tells anew counts", () => {
  const { window, pass } = ticking();
  pass(5);
  window.document.querySelector("span").dataset.seconds = "90";
  assert.equal(pass(0)[0], "1:30");
  assert.equal(pass(2)[0], "1:32");
});

test("no clock goes on while nobody knows what does", () => {
  const { window, pass } = ticking();
  window.document.documentElement.dataset.lost = "";
  assert.deepEqual(pass(60), ["0:58", "0:07"]);
});

test("a clock never goes back, even when the machine's does", () => {
  const { pass } = ticking();
  assert.equal(pass(-3600)[0], "0:58");
});

test("it ticks with the browser's own time", async () => {
  const window = open(CARD);
  run(window, "clocks.js");
  const span = window.document.querySelector("span");
  await until(() => span.textContent === "0:59");
});

const MOMENTS = `<time datetime="2026-11-30T23:30:00Z">30 Nov</time>
  <time datetime="2026-11-29T23:30:00Z">29 Nov</time>
  <time datetime="2025-01-02T12:00:00Z">2 Jan</time>`;

test("a moment is told by the visitor's own clock, and after midnight by its day", (t) => {
  const { TZ } = process.env;
  process.env.TZ = "Pacific/Kiritimati"; // 14 hours ahead: it is the 1st there
  t.after(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });
  const window = open(MOMENTS);
  let time = Date.parse("2026-12-01T00:10:00Z");
  let look = () => {};
  window.Date.now = () => time;
  window.setInterval = (call) => (look = call);
  run(window, "clocks.js");
  const told = () => [...window.document.querySelectorAll("time")].map((each) => each.textContent);
  look();
  assert.deepEqual(told(), ["13:30", "30 Nov", "3 Jan 2025"]);
  time += 12 * 3600 * 1000;
  look();
  assert.deepEqual(told(), ["1 Dec", "30 Nov", "3 Jan 2025"]);
});
