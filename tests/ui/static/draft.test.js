const assert = require("node:assert/strict");
const test = require("node:test");
const { IDBFactory } = require("../../../.ci/node_modules/fake-indexeddb");
const { open, run } = require("./browser.js");

const ID = /^[0-9a-f]{32}$/;

/** A tab of a browser with this database, and with what its local storage held before. */
function opened(indexedDB, kept = {}, options = {}) {
  const window = open("", options);
  if (indexedDB) window.indexedDB = indexedDB;
  for (const [name, text] of Object.entries(kept)) window.localStorage[name] = text;
  run(window, "kept.js");
  run(window, "draft.js");
  return window;
}

async function arrive(tab) {
  const { visitor, draft } = await tab.seedance.arrive();
  return [visitor, draft];
}

test("a new browser gets an id, and has it still after a reload", async () => {
  const database = new IDBFactory();
  const tab = opened(database);
  const [id] = await arrive(tab);
  assert.match(id, ID);
  assert.deepEqual(await arrive(tab), [id, null]);
  assert.deepEqual(await arrive(opened(database)), [id, null]);
});

test("two tabs that open together get one id", async () => {
  const database = new IDBFactory();
  const [[one], [other]] = await Promise.all(
    [opened(database), opened(database)].map((tab) => arrive(tab)),
  );
  assert.match(one, ID);
  assert.equal(one, other);
});

test("two browsers get two ids", async () => {
  const [one] = await arrive(opened(new IDBFactory()));
  const [other] = await arrive(opened(new IDBFactory()));
  assert.notEqual(one, other);
});

test("an id from before the database is kept", async () => {
  const database = new IDBFactory();
  const [id] = await arrive(opened(database, { "seedance.visitor": "known" }));
  assert.equal(id, "known");
  assert.equal((await arrive(opened(database)))[0], "known");
});

test("without a database the id stays all the same", async () => {
  const tab = opened();
  assert.deepEqual(await arrive(tab), await arrive(tab));
});

test("a browser that forbids storage gets an id all the same, and no draft", async () => {
  const tab = opened(null, {}, { url: "about:blank" });
  assert.throws(() => tab.localStorage);
  tab.seedance.keepDraft(["prompt"], "A cup");
  const [id, draft] = await arrive(tab);
  assert.match(id, ID);
  assert.equal(draft, null);
});

test("a database that cannot be opened changes no id", async () => {
  const indexedDB = {
    open() {
      const opening = { error: new Error("broken") };
      queueMicrotask(() => opening.onerror());
      return opening;
    },
  };
  assert.equal((await arrive(opened(indexedDB, { "seedance.visitor": "known" })))[0], "known");
});

test("a database that does not answer keeps nobody waiting", async () => {
  const tab = opened({ open: () => ({}) }, { "seedance.visitor": "known" });
  tab.setTimeout = (then, _, ...given) => setTimeout(then, 0, ...given); // time flies
  assert.equal((await arrive(tab))[0], "known");
});

test("a draft comes back as it was kept", async () => {
  const kept = { "seedance.draft": `{"prompt":"A cup"}` };
  const [, draft] = await arrive(opened(new IDBFactory(), kept));
  assert.equal(draft.prompt, "A cup");
});

test("what is typed is kept under its names for the next visit", async () => {
  const tab = opened(new IDBFactory());
  tab.seedance.keepDraft(["prompt", "images"], "A cup", ["/tmp/a.png"]);
  const [, { prompt, images }] = await arrive(tab);
  assert.equal(prompt, "A cup");
  assert.deepEqual([...images], ["/tmp/a.png"]);
});

test("a broken draft is none", async () => {
  const [, draft] = await arrive(opened(new IDBFactory(), { "seedance.draft": `{"prompt": ` }));
  assert.equal(draft, null);
});

test("who comes from a clip says from which, once", async () => {
  const url = "http://localhost/film/?__theme=dark#like=abc_-9";
  const tab = opened(new IDBFactory(), {}, { url });
  assert.equal(tab.seedance.like(), "abc_-9");
  assert.equal((await tab.seedance.arrive()).like, "abc_-9");
  assert.equal(tab.location.href, "http://localhost/film/?__theme=dark");
});

test("another place on the page is no clip", async () => {
  const tab = opened(new IDBFactory(), {}, { url: "http://localhost/#prompt" });
  assert.equal((await tab.seedance.arrive()).like, null);
  assert.equal(tab.location.hash, "#prompt");
});
