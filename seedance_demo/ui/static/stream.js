// Gradio sends its events side by side and hears all answers over one stream. Two things go wrong
// with that on a busy machine (Gradio 6.31); both are mended here, between Gradio and the network.

(() => {
  const ask = window.fetch;
  const CLOSE = 'data: {"msg":"close_stream","event_id":null}\n\n';
  const waiting = new Set(); // ids of events that are to be answered
  const early = new Set(); // of those answered before they were known to wait
  let last = Promise.resolve();

  // An event that overtakes an older one is answered first, and the page keeps the older answer. So
  // each is sent when the one before it has been taken.
  function inTurn(asked) {
    const answer = last.then(() => ask(...asked));
    last = answer.then(expect).catch(() => {});
    return last.then(() => answer);
  }

  async function expect(answer) {
    const { event_id: id } = await answer.clone().json();
    if (id && !early.delete(id)) waiting.add(id);
  }

  // The server closes the stream when nothing is left to answer. An event that joins while the close
  // is on its way would wait for ever: the browser takes the stream for open still. So Gradio hears
  // of a close when nothing waits any more; until then the next stream goes on in its place.
  async function* answers(asked) {
    for (await last; waiting.size; await last) {
      let isClosed = false;
      for await (const message of messages(await ask(...asked))) {
        const [, id] = /"process_completed","event_id":"(\w+)"/.exec(message) ?? [];
        if (id && !waiting.delete(id)) early.add(id);
        isClosed = message === CLOSE;
        if (!isClosed) yield message;
      }
      if (!isClosed) return; // broken off, which Gradio has to see
    }
    yield CLOSE;
  }

  async function* messages(answer) {
    if (!answer.ok) throw new Error(answer.statusText);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const whole = (rest + part.value).split(/(?<=\n\n)/);
      rest = whole.at(-1).endsWith("\n\n") ? "" : whole.pop();
      yield* whole;
    }
  }

  function stream(asked) {
    const next = answers(asked);
    const pull = async (out) => {
      const { done, value } = await next.next();
      done ? out.close() : out.enqueue(value);
    };
    return new Response(new ReadableStream({ pull }).pipeThrough(new TextEncoderStream()));
  }

  window.fetch = async (...asked) => {
    const address = String(asked[0].url ?? asked[0]);
    if (address.includes("/queue/data")) return stream(asked);
    return /\/(queue\/join|run\/)/.test(address) ? inTurn(asked) : ask(...asked);
  };
})();
