const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run } = require("./browser.js");

const LIVE = { phase: "processing", job: "7" };
const ENDS = {
  "✓ Clip ready": { phase: "completed", job: "7" },
  "✗ No clip": { phase: "failed", job: "7" },
  "! Look here": { phase: "processing", job: "7", error: { code: "not_watched" } },
};

/** A page that was told of these states of a job, and the notifications that it gave. */
async function told(states, { isHidden = true, permission = "granted" } = {}) {
  const window = open(`<title>Film</title><div id="beside"><p data-job="7"></p></div>`);
  const given = [];
  Object.defineProperty(window.document, "hidden", { value: isHidden });
  window.Notification = class {
    static permission = permission;
    constructor(title, { body, tag }) {
      given.push([title, body, tag]);
      given.last = this;
    }
  };
  run(window, "tab.js");
  for (const each of states) window.seedance.tell(each);
  await new Promise((go) => window.setTimeout(go)); // until what it gives is said
  return { window, given, title: window.document.title };
}

test("the title tells that a clip is made", async () => {
  assert.equal((await told([LIVE])).title, "● Making the clip… · Film");
});

for (const [words, end] of Object.entries(ENDS)) {
  test(`the title and one notification tell: ${words}`, async () => {
    const { given, title } = await told([LIVE, LIVE, end, end]);
    assert.equal(title, `${words} · Film`);
    assert.deepEqual([...given], [["Film", words, "7"]]);
  });

  test(`what was not watched here tells nothing: ${words}`, async () => {
    const { given, title } = await told([null, end]);
    assert.equal(title, "Film");
    assert.deepEqual([...given], []);
  });
}

test("a second job is told with the page's own title", async () => {
  const { title } = await told([LIVE, ENDS["✓ Clip ready"], LIVE]);
  assert.equal(title, "● Making the clip… · Film");
});

test("who looks at the page, or has not allowed it, gets no notification", async () => {
  for (const about of [{ isHidden: false }, { permission: "denied" }, { permission: "default" }])
    assert.deepEqual([...(await told([LIVE, ENDS["✓ Clip ready"]], about)).given], []);
});

test("a press on the notification leads to the page", async () => {
  const { window, given } = await told([LIVE, ENDS["✓ Clip ready"]]);
  let focused = 0;
  window.focus = () => focused++;
  given.last.onclick();
  assert.equal(focused, 1);
});

test("what lies beside another job's clip goes, and comes back with its own", async () => {
  const { window } = await told([LIVE]);
  const beside = window.document.querySelector("[data-job]");
  assert.ok(!beside.hidden);
  window.seedance.tell({ phase: "processing", job: "8" });
  assert.ok(beside.hidden);
  window.seedance.tell(LIVE);
  assert.ok(!beside.hidden);
});

test("only who has not answered yet is asked to allow notifications", async () => {
  for (const permission of ["default", "granted", "denied"]) {
    const { body } = (await told([], { permission })).window.document;
    assert.equal(body.matches(".may-notify"), permission === "default", permission);
  }
});

test("the answer of the browser is told", async () => {
  const { window } = await told([]);
  window.Notification.requestPermission = async () => "granted";
  assert.equal(await window.seedance.askToNotify(), "You will be notified");
  window.Notification.requestPermission = async () => "denied";
  assert.equal(await window.seedance.askToNotify(), "Your browser says no");
});

test("a browser without notifications tells by the title alone", async () => {
  const window = open("<title>Film</title>", { pretendToBeVisual: false }); // in the background
  run(window, "tab.js");
  for (const each of [LIVE, ENDS["✓ Clip ready"]]) window.seedance.tell(each);
  assert.equal(window.document.title, "✓ Clip ready · Film");
  assert.equal(await window.seedance.askToNotify(), "Your browser says no");
});
