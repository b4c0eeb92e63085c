const assert = require("node:assert/strict");
const test = require("node:test");
const { happen, open, run, runOnLoad } = require("./browser.js");

const KINDS = ["", "animatic", "film", "failed"];
const CHOICE = KINDS.map(
  (kind) => `<label><input type="radio" name="shows" value="${kind}"></label>`,
);
const PAGE = `<div id="history"></div><div id="history-bar">
  <button data-does="download"></button><fieldset id="shows" hidden>${CHOICE.join("")}</fieldset><p role="status"></p></div>`;

/** The history with a card of each of these kinds; `write` is the server's doing. */
function history(...kinds) {
  const window = open(PAGE);
  const { document } = window;
  const element = document.querySelector("#history");
  const asked = [];
  let changed;
  run(window, "kept.js");
  runOnLoad(window, "history.js", {
    watch: (_, call) => (changed = call),
    trigger: (event) => asked.push(event),
  });
  function rewrite(html) {
    element.innerHTML = html;
    changed();
  }
  const write = (...given) =>
    rewrite(given.map((kind) => `<button data-kind="${kind}"></button>`).join(""));
  write(...kinds);
  function choose(kind) {
    document.querySelector(`[value="${kind}"]`).checked = true;
    happen(window, `[value="${kind}"]`, "change");
  }
  const offered = () =>
    document.querySelector("fieldset").hidden
      ? []
      : KINDS.filter((kind) => !document.querySelector(`label:has([value="${kind}"])`).hidden);
  const said = () => document.querySelector("[role=status]").textContent;
  return { window, element, asked, rewrite, write, choose, offered, said };
}

test("only what there is can be chosen, and nothing where there is nothing to choose", () => {
  const { offered, write } = history("film", "film");
  assert.deepEqual(offered(), []);
  write("film", "failed");
  assert.deepEqual(offered(), ["", "film", "failed"]);
  write();
  assert.deepEqual(offered(), []);
});

test("one kind is shown, and told how many of all", () => {
  const { element, choose, said } = history("film", "failed", "film");
  assert.equal(said(), "", "nobody has asked");
  choose("film");
  assert.equal(element.dataset.shows, "film");
  assert.equal(said(), "2 of 3 clips");
  choose("");
  assert.equal(element.dataset.shows, "");
  assert.equal(said(), "All 3 clips");
});

test("the choice holds when the cards are written anew, in this tab, and while there is such a kind", () => {
  const { window, element, choose, write } = history("film", "failed");
  const isChosen = (kind) => window.document.querySelector(`[value="${kind}"]`).checked;
  choose("failed");
  write("film", "film", "failed");
  assert.equal(element.dataset.shows, "failed");
  write("film", "animatic");
  assert.equal(element.dataset.shows, "");
  assert.ok(isChosen(""));
  write("film", "failed");
  assert.equal(element.dataset.shows, "failed");
  assert.ok(isChosen("failed"));
  assert.equal(window.sessionStorage["seedance.shows"], "failed");
});

test("whatever a tab keeps, no card is lost", () => {
  const { window, element, write } = history("film", "failed");
  window.sessionStorage["seedance.shows"] = `"][`;
  write("film", "failed");
  assert.equal(element.dataset.shows, "");
});

test("all clips are asked for once until there is an answer", () => {
  const { window, asked } = history("film");
  const all = window.document.querySelector("[data-does=download]");
  all.click();
  all.click();
  assert.deepEqual(asked, ["download"]);
  all.removeAttribute("aria-busy");
  all.click();
  assert.deepEqual(asked, ["download", "download"]);
});

test("what was opened stays open when a clip comes to it, until it is closed", async () => {
  const { window, element, rewrite } = history("film");
  const folded = (...ids) =>
    rewrite(
      ids
        .map(
          (each) => `<details>${each.map((id) => `<b data-card="${id}"></b>`).join("")}</details>`,
        )
        .join(""),
    );
  const open = () => [...element.querySelectorAll("details")].map((each) => each.open);
  const toggle = async (at) => {
    element.querySelectorAll("details")[at].open ^= true;
    await new Promise((go) => window.setTimeout(go)); // the event comes later
  };
  folded(["3", "1"], ["2"]);
  await toggle(0);
  folded(["4", "3", "1"], ["2"]);
  assert.deepEqual(open(), [true, false]);
  await toggle(0);
  folded(["2"], ["5", "4", "3", "1"]);
  assert.deepEqual(open(), [false, false]);
});
