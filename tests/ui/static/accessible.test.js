const assert = require("node:assert/strict");
const test = require("node:test");
const { happen, open, run, until } = require("./browser.js");

const RADIOS = `<fieldset id="duration"><span data-testid="block-info">Duration</span>
  <input type="radio" name="radio-1"><input type="radio" name="radio-2"></fieldset>`;
const PAGE = `<a class="skip" href="#prompt">Skip</a>
  <div id="examples"><button data-card="a"></button></div>${RADIOS}
  <button class="label-wrap open">More <span class="icon">▼</span></button>
  <div id="lacking-pictures"></div><div id="images"><input type="file"></div>
  <div id="lacking-words"></div><div id="prompt"><textarea></textarea></div>
  <div id="work"><div id="form"></div><div id="result"></div><div id="plan"></div></div>
  <div role="toolbar"><button>a</button><button tabindex="-1">b</button>
  <button tabindex="-1">c</button></div><button id="generate">`;

function opened({ isNarrow = false } = {}) {
  const window = open(PAGE);
  const oneColumn = { matches: isNarrow, addEventListener: (_, turn) => (oneColumn.turn = turn) };
  window.matchMedia = () => oneColumn;
  const Observer = window.MutationObserver;
  // jsdom takes the document away as a window closes, and tells of it.
  window.MutationObserver = class extends Observer {
    constructor(mend) {
      super(() => window.document && mend());
    }
  };
  run(window, "accessible.js");
  const find = (selector) => window.document.querySelector(selector);
  const names = () => [...window.document.querySelectorAll("fieldset input")].map((r) => r.name);
  return { window, find, names, oneColumn };
}

test("the radio buttons of a group have one name, also after Gradio has changed it", async () => {
  const { window, find, names } = opened();
  assert.deepEqual(names(), ["duration", "duration"]);
  assert.equal(find("fieldset").getAttribute("role"), "radiogroup");
  const title = window.document.getElementById(find("fieldset").getAttribute("aria-labelledby"));
  assert.equal(title.textContent, "Duration");
  find("input").name = "radio-7";
  await until(() => names().join() === "duration,duration");
});

test("a group without an id has a name of its own", async () => {
  const { find, names } = opened();
  find("#generate").insertAdjacentHTML("afterend", RADIOS.replace(' id="duration"', ""));
  await until(() => names()[3] === names()[2] && names()[2] !== names()[1]);
});

test("a fold says whether it is open", async () => {
  const { find } = opened();
  const fold = find(".label-wrap");
  assert.equal(fold.getAttribute("aria-expanded"), "true");
  assert.equal(find(".icon").getAttribute("aria-hidden"), "true");
  fold.classList.remove("open");
  await until(() => fold.getAttribute("aria-expanded") === "false");
});

test("a complaint belongs to its field, while there is one", async () => {
  const { find } = opened();
  const fields = [
    ["#lacking-pictures", "#images input"],
    ["#lacking-words", "textarea"],
  ];
  for (const [complaint, field] of fields) {
    const isInvalid = () => find(field).getAttribute("aria-invalid");
    assert.equal(isInvalid(), "false");
    assert.equal(`#${find(field).getAttribute("aria-describedby")}`, complaint);
    find(complaint).innerHTML = "<p role='alert'>wrong</p>";
    await until(() => isInvalid() === "true");
    find(complaint).innerHTML = "";
    await until(() => isInvalid() === "false");
  }
});

test("the arrow keys go through a toolbar, which is one stop for Tab", () => {
  const { window, find } = opened();
  const [a, b, c] = window.document.querySelectorAll("[role=toolbar] button");
  a.focus();
  const ways = [
    ["ArrowRight", b],
    ["ArrowLeft", a],
    ["ArrowLeft", c],
    ["ArrowRight", a],
    ["End", c],
    ["Home", a],
  ];
  for (const [key, wanted] of ways) {
    const event = happen(window, ":focus", "keydown", { key });
    assert.ok(event.defaultPrevented);
    assert.equal(window.document.activeElement, wanted, key);
    assert.deepEqual(
      [a, b, c].filter((each) => each.tabIndex === 0),
      [wanted],
    );
  }
  assert.ok(!happen(window, "[role=toolbar] button", "keydown", { key: "a" }).defaultPrevented);
  find("textarea").focus();
  assert.ok(!happen(window, "textarea", "keydown", { key: "Home" }).defaultPrevented);
});

test("the result comes before the form where it is seen above it", () => {
  const { find, oneColumn } = opened({ isNarrow: true });
  const order = () => [...find("#work").children].map((each) => each.id).join(" ");
  assert.equal(order(), "result form plan");
  oneColumn.matches = false;
  oneColumn.turn();
  assert.equal(order(), "form result plan");
});

test("the skip link, and an example that the keyboard chose, lead to the prompt", () => {
  const { window, find } = opened();
  for (const [where, detail, leads] of [
    ["a.skip", 1, true],
    ["[data-card]", 0, true],
    ["[data-card]", 1, false],
  ]) {
    find("#generate").focus();
    happen(window, where, "click", { detail });
    const isThere = window.document.activeElement === find("textarea");
    assert.equal(isThere, leads, `${where} ${detail}`);
  }
});
