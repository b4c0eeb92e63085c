const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run } = require("./browser.js");

/** A video whose data has come: muted or not, and how often it was played. */
function loaded(video, { lessMotion = false } = {}) {
  const window = open(video);
  let plays = 0;
  window.matchMedia = (query) => ({ matches: query.includes("reduce") && lessMotion });
  window.HTMLMediaElement.prototype.play = () => plays++;
  run(window, "preview.js");
  const element = window.document.querySelector("video");
  element.dispatchEvent(new window.Event("loadeddata"));
  return { muted: element.muted, plays };
}

test("an animatic plays by itself, muted", () => {
  assert.deepEqual(loaded("<video data-autoplay>"), { muted: true, plays: 1 });
});

test("where less motion is asked for it stands still", () => {
  const shown = loaded("<video data-autoplay>", { lessMotion: true });
  assert.deepEqual(shown, { muted: true, plays: 0 });
});

test("a clip with sound is left alone", () => {
  assert.deepEqual(loaded("<video>"), { muted: false, plays: 0 });
});
