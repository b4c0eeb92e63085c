const assert = require("node:assert/strict");
const test = require("node:test");
const { happen, open, runOnLoad } = require("./browser.js");

const CHOICES = {
  moves: ["static", "pan left", "tilt up"],
  pace: [[0.7, "slow"]],
  looks: ["night"],
};
const NOW = {
  moves: [["push in"], ["tilt up", "handheld"]],
  pace: 1,
  looks: ["fog", "neon"],
  weather: [],
};

/** The list of one shot with a select, and what a choice in it told. */
function shown(select, now = NOW) {
  const data = (name, value) => `data-${name}='${JSON.stringify(value)}'`;
  const window = open(`<div><ol class="shots" ${data("choices", CHOICES)}>
    <li ${data("shot", "a.0")} ${data("read", NOW)} ${data("now", now)}>
    <select ${select}><option>as it is</option></select></li></ol>
    <button data-does="undo"></button><button data-does="write"></button></div>`);
  const told = { choices: [], events: [], changed: null };
  window.seedance = { choose: (choice) => told.choices.push(choice) };
  const trigger = (event) => told.events.push(event);
  const watch = (_, changed) => {
    told.changed = changed;
  };
  runOnLoad(window, "shot_list.js", { trigger, watch });
  return { window, told, options: () => [...window.document.querySelectorAll("option")] };
}

function choose({ window, options }, words) {
  options().find((each) => each.textContent === words).selected = true;
  happen(window, "select", "change");
}

test("a select offers what else there is, and none where a field holds several", () => {
  const offered = (select) =>
    shown(select)
      .options()
      .map((each) => each.textContent);
  assert.deepEqual(offered(`data-field="pace" data-at=""`), ["as it is", "slow"]);
  assert.deepEqual(offered(`data-field="looks" data-at="0"`), ["as it is", "none", "night"]);
  assert.deepEqual(offered(`data-field="looks weather" data-at="add"`), ["as it is", "night"]);
  const own = `data-field="end" data-at="" data-offers='[[1.5, "1.5 s"]]'`;
  assert.deepEqual(offered(own), ["as it is", "1.5 s"]);
});

const WAYS = [
  ["pace", "", "slow", 0.7],
  ["looks", "1", "night", ["fog", "night"]],
  ["looks", "0", "none", ["neon"]],
  ["looks weather", "add", "night", ["fog", "neon", "night"]],
  ["moves", "0.0", "pan left", [["pan left"], ["tilt up", "handheld"]]],
  ["moves", "0.0", "none", [["tilt up", "handheld"]]],
  ["moves", "1.1", "tilt up", [["push in"], ["tilt up"]]],
  ["moves", "add", "pan left", [["push in"], ["tilt up", "handheld", "pan left"]]],
];

for (const [field, at, words, value] of WAYS)
  test(`${words} at ${at || "its place"} of ${field} makes ${JSON.stringify(value)}`, () => {
    const list = shown(`data-field="${field}" data-at="${at}"`);
    choose(list, words);
    const name = field.split(" ")[0];
    assert.deepEqual(list.told.events, ["edit"]);
    assert.deepEqual(JSON.parse(JSON.stringify(list.told.choices)), [
      { shot: "a.0", field: name, read: NOW[name], value },
    ]);
  });

test("without a move a still drifts, and what is added takes the place of standing still", () => {
  const still = { ...NOW, moves: [["static"]] };
  const none = shown(`data-field="moves" data-at="0.0"`, still);
  choose(none, "none");
  assert.equal(JSON.stringify(none.told.choices[0].value), '[["slow drift"]]');
  const more = shown(`data-field="moves" data-at="add"`, still);
  choose(more, "tilt up");
  assert.equal(JSON.stringify(more.told.choices[0].value), '[["tilt up"]]');
});

test("a select may be of something else than the shot that it stands in", () => {
  const whole = `data-shot='""' data-read='{"silent":true}' data-now='{"silent":true}'`;
  const list = shown(`data-field="silent" data-at="" data-offers='[[false,"sound"]]' ${whole}`);
  choose(list, "sound");
  const told = JSON.stringify(list.told.choices);
  assert.equal(told, '[{"shot":"","field":"silent","read":true,"value":false}]');
});

test("the focus stays where a choice was made when the list comes anew", () => {
  const list = shown(`data-field="pace" data-at=""`);
  choose(list, "slow");
  const select = list.window.document.querySelector("select");
  const again = select.cloneNode();
  again.append(list.options()[0]);
  select.replaceWith(again);
  list.told.changed();
  assert.equal(list.window.document.activeElement, again);
  assert.equal(again.options.length, 2);
});

test("a shot whose words were opened stays open when the list comes anew", async () => {
  const list = shown(`data-field="pace" data-at=""`);
  const words = () => {
    const fold = list.window.document.createElement("details");
    list.window.document.querySelector("li").append(fold);
    return fold;
  };
  const [first, second] = [words(), words()];
  second.open = true;
  await new Promise((done) => second.addEventListener("toggle", done));
  for (const fold of [first, second]) fold.replaceWith(list.window.document.createElement("hr"));
  const again = [words(), words()];
  list.told.changed();
  assert.deepEqual(
    again.map((fold) => fold.open),
    [false, true],
  );
});

test("the buttons tell what they do", () => {
  const list = shown(`data-field="pace" data-at=""`);
  for (const each of list.window.document.querySelectorAll("button")) each.click();
  assert.deepEqual(list.told.events, ["undo", "submit"]);
});
