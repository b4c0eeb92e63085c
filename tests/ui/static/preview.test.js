const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run, until } = require("./browser.js");

/** A video whose data has come: muted or not, and how often it was played. */
function loaded(video, { lessMotion = false } = {}) {
  const window = open(video);
  let plays = 0;
  window.matchMedia = (query) => ({ matches: query.includes("reduce") && lessMotion });
  window.HTMLMediaElement.prototype.play = () => plays++;
  run(window, "kept.js");
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

/** A clip on the stage with its sound button, for a person who has pressed something. */
function staged({ kept = {}, hasBeenActive = true } = {}) {
  const window = open(
    "<div><video data-autoplay></video><button data-does=sound>Sound on</button>" +
      "<p class=unplayable hidden></p></div>",
  );
  Object.assign(window.localStorage, kept);
  window.navigator.userActivation = { hasBeenActive };
  window.matchMedia = () => ({ matches: false });
  window.HTMLMediaElement.prototype.play = async () => {};
  run(window, "kept.js");
  run(window, "preview.js");
  const { document } = window;
  const video = document.querySelector("video");
  video.dispatchEvent(new window.Event("loadeddata"));
  return { window, document, video, button: document.querySelector("button") };
}

test("its sound comes with a press, from the beginning, and goes with another", async () => {
  const { video, button } = staged();
  video.currentTime = 3;
  button.click();
  await until(() => button.textContent === "Sound off");
  assert.deepEqual([video.muted, video.currentTime], [false, 0]);
  button.click();
  await until(() => button.textContent === "Sound on");
  assert.equal(video.muted, true);
});

test("who wanted sound hears the next clip, another day too, but no page that just opens", async () => {
  const { window, document, video, button } = staged();
  button.click();
  await until(() => button.textContent === "Sound off");
  const kept = { ...window.localStorage };
  assert.equal(staged({ kept }).video.muted, false);
  assert.equal(staged({ kept, hasBeenActive: false }).video.muted, true);
  const next = document.createElement("video");
  next.dataset.autoplay = "";
  video.replaceWith(next);
  next.dispatchEvent(new window.Event("loadeddata"));
  assert.equal(next.muted, false);
});

test("a browser that refuses to begin with sound begins without", async () => {
  const { window, video, button } = staged();
  window.HTMLMediaElement.prototype.play = async function () {
    if (!this.muted) throw new window.DOMException("no gesture", "NotAllowedError");
    this.dataset.plays = "";
  };
  button.click();
  await until(() => video.dataset.plays === "" && button.textContent === "Sound on");
  assert.equal(video.muted, true);
  video.dispatchEvent(new window.Event("loadeddata"));
  assert.equal(video.muted, false, "the person still wants it");
});

test("a clip that cannot be played says so", () => {
  const { window, document, video } = staged();
  video.dispatchEvent(new window.Event("error"));
  assert.equal(document.querySelector("p").hidden, false);
});
