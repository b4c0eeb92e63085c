// The server closes the stream of answers when nothing is left to answer. An event that joins while
// the close is on its way waits for ever, and a press shows nothing: Gradio takes the stream for
// open still (6.31; its Python client has the same race, gradio-app/gradio#13760). So Gradio hears
// of the close when nothing waits any more; until then another stream goes on in its place.
//
// A connection can also die without a word: a router forgets it, or the machine sleeps. The server
// says something each 15 s, so a stream that is silent for much longer is lost, too.
//
// Where several processes serve one address, a proxy may lead the page from one to another, and back.
// A process tells of its own events only: what another was sent is lost to the stream that is open.

(() => {
  const ask = window.fetch;
  const CLOSE = 'data: {"msg":"close_stream","event_id":null}\n\n';
  const BEAT = /^data: {"msg":"heartbeat"[^\n]*\n\n$/;
  // Looks are counted, not seconds: a machine that sleeps takes none.
  const LOOK = 5000; // milliseconds
  const SILENT = 8; // looks
  let isBeating = false; // beats come in time, each alone: no proxy keeps them back
  /** @type {Set<Promise<Response>>} */
  const joining = new Set(); // requests of events, on their way
  const lost = () => /** @type {Promise<never>} */ (window.seedance.lost());
  /** @type {string | null} */
  let server = null; // the process that has answered last
  let waiting = 0; // events that are to be answered, those on their way among them

  /** @typedef {Parameters<typeof fetch>} Asked */

  /** @param {Response} answer @param {number} others events that the one before is to answer */
  function isElsewhere(answer, others) {
    const before = server;
    server = answer.headers.get("x-process") ?? before;
    return others > 0 && before !== null && server !== before;
  }

  /** @param {Asked} asked */
  async function join(asked) {
    waiting += 1;
    const request = ask(...asked);
    joining.add(request);
    const answer = await request.catch(() => null);
    joining.delete(request);
    if (!answer?.ok) waiting -= 1;
    else if (isElsewhere(answer, waiting - 1)) return lost();
    return answer ?? lost();
  }

  /** @param {Asked} asked */
  async function* answers(asked) {
    do {
      let isClosed = false;
      try {
        for await (const message of messages(await ask(...asked))) {
          if (message.includes('"msg":"process_completed"')) waiting -= 1;
          isClosed = message === CLOSE;
          if (!isClosed) yield message;
        }
      } catch {} // broken off, or no stream at all
      if (!isClosed) await lost();
      await Promise.allSettled(joining);
    } while (waiting > 0);
    yield CLOSE;
  }

  /** @param {ReadableStreamDefaultReader<string>} reader */
  function read(reader) {
    /** @type {number | undefined} */
    let timer;
    const silence = new Promise((_, fail) => {
      let looks = 0;
      timer = window.setInterval(() => isBeating && ++looks === SILENT && fail(), LOOK);
    });
    const told = /** @type {ReturnType<typeof reader.read>} */ (reader.read());
    return Promise.race([told, silence]).finally(() => clearInterval(timer));
  }

  /** @param {Response} answer */
  async function* messages(answer) {
    if (!answer.ok || !answer.body) throw new Error(answer.statusText);
    if (isElsewhere(answer, waiting)) throw new Error("another process");
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let part = await read(reader); !part.done; part = await read(reader)) {
      isBeating ||= BEAT.test(part.value);
      const whole = (rest + part.value).split(/(?<=\n\n)/);
      rest = whole.at(-1)?.endsWith("\n\n") ? "" : (whole.pop() ?? "");
      yield* whole;
    }
  }

  /** @param {Asked} asked */
  function stream(asked) {
    const next = answers(asked);
    /** @param {ReadableStreamDefaultController<string>} out */
    const pull = async (out) => {
      const { done, value } = await next.next();
      done ? out.close() : out.enqueue(value);
    };
    return new Response(new ReadableStream({ pull }).pipeThrough(new TextEncoderStream()));
  }

  window.fetch = (...asked) => {
    const address = String(/** @type {Request} */ (asked[0]).url ?? asked[0]);
    if (address.includes("/queue/data")) return Promise.resolve(stream(asked));
    return address.includes("/queue/join") ? join(asked) : ask(...asked);
  };
})();
