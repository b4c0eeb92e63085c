const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run, until } = require("./browser.js");

const CLOSE = 'data: {"msg":"close_stream","event_id":null}\n\n';
const completed = (id) => `data: {"msg":"process_completed","event_id":"${id}"}\n\n`;
const BEAT = 'data: {"msg":"heartbeat"}\n\n';
const from = (process, id) =>
  Response.json({ event_id: id }, { headers: { "x-process": process } });
const progress = (id) => `data: {"msg":"progress","event_id":"${id}"}\n\n`;

/** A page with a server that does what a test says; `heard` is what Gradio hears of its stream. */
function opened(status = 200) {
  const window = open("");
  const page = { window, streams: [], heard: "", isOver: false, process: "one" };
  const joins = [];
  const stream = () =>
    new ReadableStream({ start: (out) => page.streams.push(out) }).pipeThrough(
      new TextEncoderStream(),
    );
  const fetch = async (address) => {
    if (address.includes("/queue/data")) {
      const headers = { "x-process": page.process };
      return new Response(stream(), { status, headers });
    }
    return new Promise((resolve) => joins.push(resolve));
  };
  const web = { Response, ReadableStream, TextDecoderStream, TextEncoderStream };
  Object.assign(window, { fetch, ...web });
  page.lost = 0;
  const lost = () => {
    page.lost += 1;
    return new Promise(() => {});
  };
  window.seedance = { lost };
  let looks = [];
  window.setInterval = (look) => looks.push(look);
  window.clearInterval = () => {
    looks = [];
  };
  /** So often was it silent when somebody looked. */
  page.isSilent = (times) => {
    for (let n = 0; n < times; n++) for (const look of looks) look();
  };
  run(window, "stream.js");
  /** An event is sent; the function that is returned lets the server's answer to it come. */
  page.send = async (id) => {
    const before = joins.length;
    const answer = window.fetch("http://localhost/gradio_api/queue/join", {});
    await until(() => joins.length > before);
    return async (response = Response.json({ event_id: id })) => {
      joins[before](response);
      assert.deepEqual(await (await answer).json(), { event_id: id });
    };
  };
  page.join = async (id, response) => (await page.send(id))(response);
  page.listen = async () => {
    const answer = await window.fetch("http://localhost/gradio_api/queue/data");
    const hear = async () => {
      for await (const part of answer.body.pipeThrough(new TextDecoderStream())) page.heard += part;
      page.isOver = true;
    };
    page.hearing = hear();
    page.hearing.catch(() => {});
    await until(() => page.streams.length);
  };
  page.says = (...messages) => {
    for (const each of messages) page.streams.at(-1).enqueue(each);
  };
  page.ends = () => page.streams.at(-1).close();
  return page;
}

test("when all is answered Gradio hears the close", async () => {
  const page = opened();
  await page.join("a");
  await page.listen();
  page.says(progress("a"), completed("a"), CLOSE);
  page.ends();
  await until(() => page.isOver);
  assert.equal(page.heard, progress("a") + completed("a") + CLOSE);
  assert.equal(page.streams.length, 1);
});

test("a close is kept back while an event waits, and the next stream answers it", async () => {
  const page = opened();
  await page.join("a");
  await page.listen();
  await page.join("late");
  page.says(completed("a"), CLOSE);
  page.ends();
  await until(() => page.streams.length === 2);
  assert.equal(page.heard, completed("a"));
  page.says(completed("late"), CLOSE);
  page.ends();
  await until(() => page.isOver);
  assert.equal(page.heard, completed("a") + completed("late") + CLOSE);
});

test("an answer that comes before its event is known is waited for no more", async () => {
  const page = opened();
  await page.join("a");
  await page.listen();
  const known = await page.send("early");
  page.says(completed("early"));
  await until(() => page.heard === completed("early"));
  await known();
  page.says(completed("a"), CLOSE);
  page.ends();
  await until(() => page.isOver);
  assert.equal(page.heard, completed("early") + completed("a") + CLOSE);
  assert.equal(page.streams.length, 1);
});

test("a close waits for an event on its way, but not for one that the server refuses", async () => {
  const page = opened();
  await page.join("a");
  await page.listen();
  const answered = await page.send("full");
  page.says(completed("a"), CLOSE);
  page.ends();
  await until(() => page.heard);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(page.heard, completed("a"));
  await answered(Response.json({ event_id: "full" }, { status: 503 }));
  await until(() => page.isOver);
  assert.equal(page.heard, completed("a") + CLOSE);
  assert.equal(page.streams.length, 1);
});

test("a close does not wait for an event that is lost on its way", async () => {
  const page = opened();
  await page.join("a");
  await page.listen();
  const answered = await page.send("lost");
  page.says(completed("a"), CLOSE);
  page.ends();
  answered(Promise.reject(new TypeError("no network")));
  await until(() => page.isOver);
  assert.equal(page.heard, completed("a") + CLOSE);
  assert.equal(page.lost, 1);
});

const BREAKS = {
  "that ends without a close": (page) => page.ends(),
  "that breaks off": (page) => page.streams[0].error(new Error("connection lost")),
};
for (const [what, breaks] of Object.entries(BREAKS))
  test(`a stream ${what} is lost, and Gradio says no "Error"`, async () => {
    const page = opened();
    await page.join("a");
    await page.listen();
    page.says(progress("a"));
    await until(() => page.heard);
    breaks(page);
    await until(() => page.lost);
    assert.equal(page.heard, progress("a"));
    assert.equal(page.isOver, false);
  });

test("a stream that is silent for much longer than between two beats is lost", async () => {
  const page = opened();
  await page.join("a");
  await page.listen();
  page.says(BEAT);
  await until(() => page.heard === BEAT);
  page.isSilent(7);
  page.says(BEAT);
  await until(() => page.heard === BEAT + BEAT);
  page.isSilent(7);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(page.lost, 0);
  page.isSilent(1);
  await until(() => page.lost);
});

test("where beats come late and together, silence means nothing", async () => {
  const page = opened();
  await page.join("a");
  await page.listen();
  page.says(BEAT + progress("a"));
  await until(() => page.heard);
  page.isSilent(20);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(page.lost, 0);
});

test("an answer that is no stream is a lost one", async () => {
  const page = opened(503);
  await page.join("a");
  await page.listen();
  await until(() => page.lost);
  assert.equal(page.isOver, false);
});

test("an event that another process was sent is lost to the stream that is open", async () => {
  const page = opened();
  await page.join("a", from("one", "a"));
  await page.listen();
  (await page.send("b"))(from("two", "b")).catch(() => {});
  await until(() => page.lost);
});

test("a stream of another process than the event's is lost", async () => {
  const page = opened();
  page.process = "two";
  await page.join("a", from("one", "a"));
  await page.listen();
  await until(() => page.lost);
});

test("where nothing is waited for another process may go on", async () => {
  const page = opened();
  for (const process of ["one", "two"]) {
    page.process = process;
    await page.join("a", from(process, "a"));
    page.listen();
    await until(() => page.streams.length === (process === "one" ? 1 : 2));
    page.says(completed("a"), CLOSE);
    page.ends();
    await page.hearing;
  }
  assert.equal(page.heard, (completed("a") + CLOSE).repeat(2));
  assert.equal(page.lost, 0);
});

test("a message that comes in two parts is one", async () => {
  const page = opened();
  await page.join("a");
  await page.join("b");
  await page.listen();
  const [opening, rest] = [completed("a").slice(0, 30), completed("a").slice(30)];
  page.says(opening, rest + CLOSE.slice(0, 9), CLOSE.slice(9));
  page.ends();
  await until(() => page.streams.length === 2);
  assert.equal(page.heard, completed("a"));
});

test("what is not Gradio's queue goes to the network as it is", async () => {
  const window = open("");
  const asked = [];
  window.fetch = async (...given) => asked.push(given);
  run(window, "stream.js");
  await window.fetch("http://localhost/gradio_api/upload", { method: "POST" });
  assert.deepEqual(asked, [["http://localhost/gradio_api/upload", { method: "POST" }]]);
});
