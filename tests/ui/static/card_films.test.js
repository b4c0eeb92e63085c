const assert = require("node:assert/strict");
const test = require("node:test");
const { happen, open, runOnLoad } = require("./browser.js");

const ROW = `<div><ul>
  <li><button id="a" data-card="7" data-plays><img></button></li>
  <li><button id="b" data-card="8" data-plays><img></button></li>
  <li><button id="covered" data-card="9"><img></button></li></ul></div>`;

/** A row whose timers the test lets go; `asked` has the cards whose film was asked for. */
function row(media = { "(hover: hover)": true }) {
  const window = open(ROW);
  const asked = [];
  let changed;
  let due = () => {};
  window.matchMedia = (query) => ({ matches: Boolean(media[query]) });
  window.setTimeout = (call) => (due = call);
  window.clearTimeout = () => (due = () => {});
  let plays = async () => {};
  window.HTMLMediaElement.prototype.play = () => plays();
  runOnLoad(window, "card_films.js", {
    trigger: (event, { card }) => asked.push([event, card]),
    watch: (_, call) => (changed = call),
  });
  const { document } = window;
  const over = (selector, pointerType = "mouse") =>
    happen(window, selector, "pointerover", { pointerType });
  return {
    ...{ window, document, asked, over },
    rest: () => due(),
    tell: (card, address = `film-${card}.mp4`) => window.seedance.plays({ card, address }),
    films: () => [...document.querySelectorAll("video")].map((each) => each.getAttribute("src")),
    change: () => changed(),
    refuse: () => (plays = () => Promise.reject(new Error("no"))),
  };
}

test("a film is asked for when the mouse rests on its card, and plays there muted", () => {
  const { over, rest, asked, tell, films, document } = row();
  over("#a img");
  assert.deepEqual([asked, films()], [[], []]);
  rest();
  assert.deepEqual([asked, films()], [[["play", "7"]], []]);
  tell("7");
  const film = document.querySelector("#a > video");
  assert.deepEqual(
    [film.getAttribute("src"), film.muted, film.loop, film.getAttribute("aria-hidden")],
    ["film-7.mp4", true, true, "true"],
  );
  over("#a");
  assert.deepEqual(films(), ["film-7.mp4"], "it goes on inside of the card");
});

test("it is gone with the mouse, and what comes late does not play", () => {
  const { window, over, rest, asked, tell, films } = row();
  over("#a");
  rest();
  tell("7");
  over("#b");
  assert.deepEqual(films(), []);
  tell("7");
  assert.deepEqual(films(), []);
  rest();
  tell("8");
  assert.deepEqual(films(), ["film-8.mp4"]);
  window.document.body.firstElementChild.dispatchEvent(new window.Event("pointerleave"));
  assert.deepEqual(films(), []);
  over("#b");
  over("ul");
  rest();
  assert.deepEqual(asked.length, 2, "who only passes asks for nothing");
});

test("the keyboard sees it, too, until it goes on, and a press leaves it to the stage", () => {
  const { document, rest, tell, films, change } = row();
  for (const end of [
    () => document.activeElement.blur(),
    change,
    () => document.activeElement.click(),
  ]) {
    document.querySelector("#b").focus();
    rest();
    tell("8");
    assert.deepEqual(films(), ["film-8.mp4"]);
    end();
    assert.deepEqual(films(), []);
    document.activeElement.blur();
  }
});

test("nothing plays that is covered, for a finger, or for who asked for less motion", () => {
  const still = { "(hover: hover)": true, "(prefers-reduced-motion: reduce)": true };
  for (const [media, selector, pointer] of [
    [undefined, "#covered", "mouse"],
    [undefined, "#a", "touch"],
    [{}, "#a", "mouse"],
    [still, "#a", "mouse"],
  ]) {
    const { over, rest, asked, tell, films } = row(media);
    over(selector, pointer);
    rest();
    tell("7");
    tell("9");
    assert.deepEqual([asked, films()], [[], []], `${selector} ${pointer}`);
  }
});

test("where the browser does not play it, or there is none, the picture stays", async () => {
  const { over, rest, tell, films, refuse, window } = row();
  refuse();
  over("#a");
  rest();
  for (const none of [null, {}, { card: "7", address: "" }]) window.seedance.plays(none);
  assert.deepEqual(films(), []);
  tell("7");
  await new Promise((go) => setImmediate(go));
  assert.deepEqual(films(), []);
});
