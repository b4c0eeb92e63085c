const assert = require("node:assert/strict");
const test = require("node:test");
const { happen, open, runOnLoad } = require("./browser.js");

const PAIR = `<div><section class="compare"><video></video><video></video>
  <button data-does="play">Play both</button><input type="range" min="0" max="1" step="any">
  <button data-does="close">Close</button></section></div>
  <div id="video"><video></video></div><div id="next"><button data-does="expand"></button></div>`;

/** Both films of a page, ready to play; the first is `lasts` seconds long. */
function pair({ lasts = 5, other = 5, lessMotion = false } = {}) {
  const window = open(PAIR);
  window.matchMedia = () => ({ matches: lessMotion });
  const media = window.HTMLMediaElement.prototype;
  const running = new Set();
  media.play = function () {
    running.add(this);
  };
  media.pause = function () {
    running.delete(this);
  };
  Object.defineProperty(media, "paused", {
    get() {
      return !running.has(this);
    },
  });
  Object.defineProperty(media, "readyState", { get: () => 4 });
  const [clip, animatic, stage] = window.document.querySelectorAll("video");
  for (const [film, seconds] of [
    [clip, lasts],
    [animatic, other],
  ])
    Object.defineProperty(film, "duration", { value: seconds });
  runOnLoad(window, "compare.js");
  const press = (does) => window.document.querySelector(`[data-does=${does}]`).click();
  const tick = () => clip.dispatchEvent(new window.Event("timeupdate"));
  const ready = () => animatic.dispatchEvent(new window.Event("canplay"));
  return { window, clip, animatic, stage, press, tick, ready };
}

test("both play by themselves once both can, and the clip on the stage rests", () => {
  const { clip, animatic, stage, ready } = pair();
  stage.play();
  ready();
  assert.deepEqual([clip.paused, animatic.paused, stage.paused], [false, false, true]);
});

test("where less motion is asked for both wait for one button", () => {
  const { clip, animatic, press, ready } = pair({ lessMotion: true });
  ready();
  assert.deepEqual([clip.paused, animatic.paused], [true, true]);
  press("play");
  assert.deepEqual([clip.paused, animatic.paused], [false, false]);
  press("play");
  assert.deepEqual([clip.paused, animatic.paused], [true, true]);
});

test("the animatic is brought back into step, and small differences are let be", () => {
  const { clip, animatic, tick } = pair();
  clip.currentTime = 2;
  animatic.currentTime = 1.95;
  tick();
  assert.equal(animatic.currentTime, 1.95);
  animatic.currentTime = 1.5;
  tick();
  assert.equal(animatic.currentTime, 2);
});

test("one bar seeks both", () => {
  const { window, clip, animatic } = pair();
  window.document.querySelector("input").value = "0.5";
  happen(window, "input", "input");
  assert.deepEqual([clip.currentTime, animatic.currentTime], [2.5, 2.5]);
});

test("a shorter animatic waits for the clip to begin anew", () => {
  const { clip, animatic, tick, press } = pair({ other: 4 });
  press("play");
  animatic.pause();
  clip.currentTime = 4.5;
  animatic.currentTime = 4;
  tick();
  assert.deepEqual([animatic.currentTime, animatic.paused], [4, true]);
  clip.currentTime = 0;
  tick();
  assert.deepEqual([animatic.currentTime, animatic.paused], [0, false]);
});

test("closing leads back to the row", () => {
  const { window, press } = pair();
  press("close");
  assert.equal(window.document.querySelector(".compare"), null);
  assert.equal(window.document.activeElement.dataset.does, "expand");
});
