const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run, until } = require("./browser.js");

const HERE = "http://localhost/sub/";
const json = (value, status = 200) => Response.json(value, { status });
const page = (status, type = "text/html") =>
  new Response("<h1>Bad <i>gateway</i></h1>", { status, headers: { "content-type": type } });
const words = (text, status) =>
  new Response(text, { status, headers: { "content-type": "text/plain" } });

/** A page, opened at `HERE`, that Gradio takes to be at `root`; `answers` come one by one. */
function opened(root, ...answers) {
  const window = open("", { url: HERE });
  const asked = [];
  const fetch = async (...given) => {
    asked.push(String(given[0].url ?? given[0]));
    const answer = await (answers.length > 1 ? answers.shift() : answers[0]);
    if (answer instanceof Error) throw answer;
    return answer.clone();
  };
  Object.assign(window, { fetch, Response, Request, gradio_config: { root } });
  window.setTimeout = (look) => setTimeout(look, 5);
  run(window, "reach.js");
  const line = () => window.document.querySelector("#reach:not([hidden])");
  const ask = (path = "gradio_api/run/predict") => window.fetch(`${root}/${path}`, {});
  return { window, asked, ask, says: () => line()?.textContent ?? "", line };
}

for (const root of ["http://127.0.0.1:7860", "https://localhost", "http://localhost/sub"])
  test(`a page that is taken to be at ${root} asks where it is`, async () => {
    const { ask, asked, window, says } = opened(root, json(["/tmp/a.png"]));
    await ask("gradio_api/queue/join?");
    await window.fetch(new Request(`${root}/gradio_api/upload`, { method: "POST", body: "x" }));
    assert.deepEqual(asked, [`${HERE}gradio_api/queue/join?`, `${HERE}gradio_api/upload`]);
    assert.equal(says(), "");
  });

test("what is not the app's is left alone", async () => {
  const { window, asked, says } = opened("http://a", page(404));
  const others = ["https://elsewhere.example/x", "http://a/gradio_api/file=/tmp/clip.mp4"];
  for (const each of others) await window.fetch(each);
  assert.deepEqual(asked, others);
  assert.equal(says(), "");
});

const FOREIGN = [
  [page(502), /in front of this page cannot reach it/],
  [page(503), /in front of this page cannot reach it/],
  [words("Bad Gateway", 504), /in front of this page cannot reach it/],
  [new Response("", { status: 502 }), /in front of this page cannot reach it/],
  [page(200), /A login came instead of an answer/],
  [page(403), /A login came instead of an answer/],
  [json({ detail: "Not authenticated" }, 401), /A login came instead of an answer/],
  [page(429), /asks to wait a moment/],
  [page(404), /does not lead back to it \(404\)\. Its owner sets GRADIO_ROOT_PATH=\/sub and/],
  [page(405), /GRADIO_ROOT_PATH=\/sub/],
  [words("404 page not found", 404), /GRADIO_ROOT_PATH=\/sub/],
  [new TypeError("Failed to fetch"), /The server of this page does not answer/],
];

test("what answers in the app's place is told, also to Gradio, until the app answers", async () => {
  for (const [answer, sentence] of FOREIGN) {
    const path = answer instanceof Error ? "gradio_api/queue/join" : "gradio_api/run/predict";
    const away = opened("http://localhost", answer);
    const heard = await away.ask(path).then((got) => got.json(), String);
    assert.match(away.says(), sentence);
    assert.match(heard.detail ?? heard, answer instanceof Error ? /Failed to fetch/ : sentence);
    assert.equal(away.line().innerHTML.includes("<"), false);
    const back = opened("http://localhost", answer, answer, json({ app_id: 7 }));
    await back.ask(path).catch(() => {});
    await until(() => back.asked.length === 3 && back.says() === "");
    assert.equal(back.asked.at(-1), `${HERE}gradio_api/app_id`);
  }
});

test("a late answer to what was asked before tells nothing of now", async () => {
  let answered = () => {};
  const late = new Promise((answer) => {
    answered = () => answer(json({}));
  });
  const { ask, says } = opened("http://a", late, page(502));
  const before = ask("gradio_api/queue/data?");
  await ask();
  answered();
  await before;
  assert.match(says(), /cannot reach it/);
});

test("what fills the page is asked again once the server is back, and a press is not", async () => {
  const [gone, back] = [new TypeError("Failed to fetch"), json({ app_id: 7 })];
  const page = opened("http://localhost", gone, gone, back, json({ data: [1] }));
  assert.deepEqual(await (await page.ask()).json(), { data: [1] });
  const ways = page.asked.map((each) => each.split("/").at(-1));
  assert.deepEqual(ways, ["predict", "app_id", "app_id", "predict"]);
  const press = opened("http://localhost", gone, back);
  await assert.rejects(press.ask("gradio_api/queue/join"), gone);
  await until(() => press.says() === "");
  assert.equal(press.asked.length, 2);
});

test("the variable is named only where the path is what the server does not know", async () => {
  const { ask, says } = opened("http://localhost/sub", page(404));
  await ask();
  assert.match(says(), /does not lead back to it/);
  assert.doesNotMatch(says(), /GRADIO_ROOT_PATH/);
});

test("what the app says itself is no news", async () => {
  const stopped = Object.assign(new Error("stopped"), { name: "AbortError" });
  const said = [json({ detail: "No" }, 404), words("This page does not offer that.", 404), stopped];
  for (const answer of said) {
    const { ask, says } = opened("http://localhost/sub", answer);
    await ask().catch((error) => assert.equal(error, stopped));
    assert.equal(says(), "");
  }
});

const FULL = "The server's disk is nearly full: it takes no pictures at the moment.";
const REFUSED = [
  [page(413), /^The server in front of this page takes no file as large as this\.$/],
  [words("Request Entity Too Large", 413), /takes no file as large as this\.$/],
  [page(502), /cannot reach it at the moment\.$/],
  [page(200), /^A login came/],
  [words("Internal Server Error", 500), /^The server of this page could not keep it/],
  [words(FULL, 507), /^The server's disk is nearly full/],
  [json({ detail: "File type not allowed." }, 400), /^File type not allowed\.$/],
  [json({ ok: true }), /could not keep it/],
  [words("[not json", 200), /^A login came/],
  [new TypeError("Failed to fetch"), /the server is gone, or takes no file as large/],
];

test("why a picture was not taken is one sentence", async () => {
  for (const [answer, sentence] of REFUSED) {
    const { ask } = opened("http://localhost/sub", answer);
    const refused = await ask("gradio_api/upload?upload_id=a");
    assert.equal(refused.ok, false);
    assert.match(await refused.text(), sentence);
  }
});

test("a file that is too large says nothing of the page", async () => {
  const { ask, says } = opened("http://localhost/sub", page(413));
  await ask("gradio_api/upload");
  assert.equal(says(), "");
});

test("the theme is fetched again from where the page is", () => {
  const window = open("<link href='http://a/theme.css?v=1'>", { url: HERE });
  window.fetch = fetch;
  run(window, "reach.js");
  assert.equal(window.document.querySelector("link").href, `${HERE}theme.css?v=1`);
});
