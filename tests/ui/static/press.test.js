const assert = require("node:assert/strict");
const test = require("node:test");
const { happen, open, run } = require("./browser.js");

const HTML = `
  <div id="images"><input></div><div id="lacking-pictures"></div>
  <div id="prompt"><textarea></textarea></div><div id="lacking-words"></div>
  <div id="api-key"><input></div><div id="lacking-key"></div>
  <div id="go"><div id="refused"></div><button id="generate">Generate · $1.20</button></div>
  <div id="stage"></div><div id="variations"></div><div id="next"><details class="more" open></details></div>
  <div id="status"><div class="card note"><div class="head"></div></div></div>`;
const RUNNING = `<div class="card running"><div class="head"><p role="status">Making the clip</p>
  <span class="clock">0:42</span></div><progress value="30" max="120"></progress></div>`;
const FORM = [["prompt"], "Push in"];
const NOTHING_WRONG = ["", "", "", ""];

/** A page whose button was never pressed; `presses` counts what reaches Gradio. */
function opened(kept = {}) {
  const window = open(HTML);
  Object.assign(window.localStorage, kept);
  const page = { window, presses: 0, brought: [] };
  window.matchMedia = () => ({ matches: true });
  window.ResizeObserver = class {
    observe() {}
  };
  window.HTMLElement.prototype.scrollIntoView = function (how) {
    page.brought.push([this.id, how.behavior]);
  };
  run(window, "kept.js");
  run(window, "draft.js");
  run(window, "clocks.js");
  run(window, "press.js");
  page.find = (selector) => window.document.querySelector(selector);
  page.find("#generate").addEventListener("click", () => {
    page.presses += 1;
    window.seedance.pressed(...FORM);
  });
  page.press = () => happen(window, "#generate", "click");
  page.making = () => page.find("#making:not([hidden])")?.textContent;
  page.runs = (job = "a") => {
    page.find("#status").innerHTML = RUNNING;
    window.seedance.opened(job);
    window.seedance.shows({ job, error: null });
  };
  page.says = (prompt) => window.seedance.keepDraft(["prompt"], prompt);
  return page;
}

test("the button becomes the progress, with a bar where the share is known", () => {
  const page = opened();
  page.press();
  assert.match(page.making(), /^Sending0:0\d$/);
  assert.equal(page.find("#next .more").open, false);
  assert.equal(page.find("#making progress").hidden, true);
  page.window.seedance.checked(...NOTHING_WRONG);
  page.runs();
  assert.equal(page.making(), "Making the clip0:42");
  const bar = page.find("#making progress");
  assert.deepEqual([bar.hidden, bar.value, bar.max], [false, 30, 120]);
  const button = page.find("#generate");
  assert.equal(button.getAttribute("aria-label"), "Making the clip: show it");
  page.find("#status").innerHTML = "<div class='card done'></div>";
  page.window.seedance.shows({ job: "a", error: null });
  assert.equal(page.making(), undefined);
  assert.equal(button.hasAttribute("aria-label") || button.hasAttribute("aria-disabled"), false);
});

test("a press of what is being made shows it and sends nothing", () => {
  const page = opened();
  page.press();
  page.runs();
  page.brought.length = 0;
  page.find("#stage").getBoundingClientRect = () => ({ top: -100 });
  page.press();
  assert.equal(page.presses, 1);
  assert.deepEqual(page.brought, [["stage", "auto"]]);
});

test("what the form says else has its price, and what it says again its progress", () => {
  const page = opened();
  page.press();
  page.runs();
  page.says("Push in!");
  assert.equal(page.making(), undefined);
  page.says("Push in");
  assert.equal(page.making(), "Making the clip0:42");
  page.says("Pull out");
  page.press();
  assert.equal(page.presses, 2);
});

test("a page that is loaded anew shows the progress of its last press again", () => {
  const before = opened();
  before.press();
  before.runs();
  const after = opened({ ...before.window.localStorage });
  after.runs();
  after.says("Pull out");
  assert.equal(after.making(), undefined);
  after.says("Push in");
  assert.equal(after.making(), "Making the clip0:42");
});

test("another job on the page, or one that is not watched, is not what the button makes", () => {
  const page = opened();
  page.press();
  page.runs();
  page.window.seedance.shows({ job: "b", error: null });
  assert.equal(page.making(), undefined);
  page.window.seedance.shows({ job: "a", error: { code: "not_watched" } });
  assert.equal(page.making(), undefined);
});

const PLACES = ["lacking-pictures", "lacking-words", "lacking-key", "refused"];
const FIELDS = ["#images input", "#prompt textarea", "#api-key input", "#generate"];
for (const [at, place] of PLACES.entries())
  test(`a no comes into view at its place with the focus: ${place}`, () => {
    const page = opened();
    const said = PLACES.map((_, each) => (each >= at ? "<p>No</p>" : ""));
    for (const tell of [page.window.seedance.checked, page.window.seedance.answered]) {
      page.press();
      page.brought.length = 0;
      tell(...said);
      assert.equal(page.making(), undefined);
      assert.deepEqual(page.brought, [[place, "auto"]]);
      assert.equal(page.window.document.activeElement, page.find(FIELDS[at]));
    }
  });

test("nothing is sent while the connection is lost, and no clock goes on", () => {
  const page = opened();
  page.window.document.documentElement.dataset.lost = "";
  page.press();
  page.says("Push in");
  assert.equal(page.presses, 0);
  assert.equal(page.making(), "Connection lost");
});

test("a press that is answered without a job has its price again", () => {
  const page = opened();
  page.press();
  page.window.seedance.answered(...NOTHING_WRONG);
  assert.equal(page.making(), undefined);
});

test("with several clips the button counts those that are ready, whichever is on the stage", () => {
  const page = opened();
  const cards = `<button data-card="a"></button><button data-card="b"></button>`;
  const show = (words) => {
    page.find("#variations").innerHTML = `<div data-open="${words}">${cards}</div>`;
    page.window.seedance.shows({ job: "b", error: null });
  };
  page.press();
  page.runs();
  show("1 of 2 ready");
  assert.equal(page.making(), "1 of 2 ready");
  page.find("#status").innerHTML = `<div class="card done"><div class="head"></div></div>`;
  show("1 of 2 ready");
  page.press();
  assert.deepEqual([page.making(), page.presses], ["1 of 2 ready", 1]);
  show(""); // the other waits for an answer that is lost
  assert.equal(page.making(), undefined);
  show("1 of 2 ready");
  page.window.seedance.opened("c"); // a press for something else
  assert.equal(page.making(), undefined);
});
