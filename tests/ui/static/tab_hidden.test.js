const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run } = require("./browser.js");

const GOES_ON = { phase: "processing", job: "7", error: null };
const ENDED = { phase: "completed", job: "7", error: null };
const [GLIMPSE, BETWEEN] = [2000, 30_000]; // milliseconds

/** A tab that has arrived. `asked` lists what it asks the server for; its clock is the test's. */
function opened({ isHidden = false } = {}) {
  const window = open(
    `<title>Film</title><button id="follow"></button><button id="glance"></button>
    <div id="variations"></div>`,
  );
  const variations = window.document.querySelector("#variations");
  let [now, isSeen, due] = [0, !isHidden, []];
  window.setTimeout = (call, wait) => due.push({ call, at: now + wait }) && due.at(-1);
  window.clearTimeout = (timer) => {
    due = due.filter((each) => each !== timer);
  };
  Object.defineProperty(window.document, "hidden", { get: () => !isSeen });
  const asked = [];
  for (const button of window.document.querySelectorAll("button"))
    button.addEventListener("click", () => asked.push(button.id));
  run(window, "tab.js");
  const tab = { asked, ...window.seedance, show: (html) => (variations.innerHTML = html) };
  tab.pass = (time) => {
    now += time;
    const ripe = due.filter((each) => each.at <= now);
    due = due.filter((each) => each.at > now);
    for (const each of ripe) each.call();
  };
  tab.see = (is) => {
    isSeen = is;
    window.document.dispatchEvent(new window.Event("visibilitychange"));
    tab.pass(0);
  };
  tab.arrived();
  return tab;
}

/** The same with a job that is followed, hidden for as long as this. */
function hidden(time) {
  const tab = opened();
  tab.tell(GOES_ON);
  tab.see(false);
  tab.pass(time);
  return tab;
}

test("a tab that is seen follows, and one in the background asks once", () => {
  assert.deepEqual(opened().asked, ["follow"]);
  assert.deepEqual(opened({ isHidden: true }).asked, ["glance"]);
});

test("a tab in the background follows its job once it is seen, and not before", () => {
  const tab = opened({ isHidden: true });
  tab.tell(GOES_ON);
  tab.glanced();
  tab.see(true);
  assert.deepEqual(tab.asked, ["glance", "follow"]);
});

test("a hidden tab asks, and asks again, until its job has ended", () => {
  const tab = hidden(GLIMPSE);
  assert.deepEqual(tab.asked, ["follow", "glance"]);
  tab.glanced();
  tab.pass(BETWEEN);
  assert.deepEqual(tab.asked, ["follow", "glance", "glance"]);
  tab.tell(ENDED);
  tab.glanced();
  tab.pass(BETWEEN);
  tab.see(true);
  assert.deepEqual(tab.asked, ["follow", "glance", "glance"]);
});

test("a tab that is back at a glimpse goes on as it did", () => {
  const tab = hidden(GLIMPSE - 1);
  tab.see(true);
  tab.pass(BETWEEN);
  assert.deepEqual(tab.asked, ["follow"]);
});

test("a tab that is seen again follows again, once, and asks no more", () => {
  const tab = hidden(GLIMPSE);
  tab.glanced();
  tab.see(true);
  tab.see(true);
  tab.pass(BETWEEN);
  assert.deepEqual(tab.asked, ["follow", "glance", "follow"]);
});

test("nothing is followed while a question is on its way, which would end it", () => {
  const tab = hidden(GLIMPSE);
  tab.see(true);
  assert.deepEqual(tab.asked, ["follow", "glance"]);
  tab.glanced();
  tab.pass(0);
  assert.deepEqual(tab.asked, ["follow", "glance", "follow"]);
});

test("an answer that never comes is not waited for", () => {
  const tab = hidden(GLIMPSE);
  tab.pass(BETWEEN);
  assert.deepEqual(tab.asked, ["follow", "glance", "glance"]);
  tab.see(true);
  tab.pass(GLIMPSE);
  assert.deepEqual(tab.asked, ["follow", "glance", "glance", "follow"]);
});

test("a press on its way is left alone, and its job let go of once it is there", () => {
  const tab = opened();
  tab.see(false);
  tab.pass(BETWEEN);
  assert.deepEqual(tab.asked, ["follow"]);
  tab.tell(GOES_ON);
  tab.tell(GOES_ON);
  tab.pass(GLIMPSE);
  assert.deepEqual(tab.asked, ["follow", "glance"]);
});

test("a job in trouble is asked for as well, and one that a person left is not", () => {
  const ways = { unreachable: ["follow", "glance"], not_watched: ["follow"] };
  for (const [code, asked] of Object.entries(ways)) {
    const tab = opened();
    tab.tell({ ...GOES_ON, error: { code } });
    tab.see(false);
    tab.pass(GLIMPSE);
    assert.deepEqual(tab.asked, asked);
  }
});

test("a hidden tab asks on while another clip of the press is made, and follows it once seen", () => {
  const tab = hidden(GLIMPSE);
  tab.show("<div data-open></div>");
  tab.tell(ENDED);
  tab.glanced();
  tab.pass(BETWEEN);
  assert.deepEqual(tab.asked, ["follow", "glance", "glance"]);
  tab.glanced();
  tab.see(true);
  assert.deepEqual(tab.asked, ["follow", "glance", "glance", "follow"]);
  tab.show("<div></div>");
  tab.see(false);
  tab.pass(BETWEEN);
  assert.deepEqual(tab.asked, ["follow", "glance", "glance", "follow"]);
});
