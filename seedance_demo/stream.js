// Gradio answers a page over one stream, and closes it when nothing is left to answer. An event that
// joins while the close is on its way would wait for ever: the browser takes the stream for open
// still (Gradio 6.31). So what joins is held back until the stream has told of it, or is closed.

(() => {
  const ask = window.fetch;
  const news = new EventTarget();
  const tell = () => news.dispatchEvent(new Event("told"));
  let stream = { isOpen: false };

  // Open from when it is asked for until Gradio has read its end: then it aborts the request.
  function open({ signal }) {
    const own = (stream = { isOpen: true, ids: new Set() });
    const close = () => {
      own.isOpen = false;
      tell();
    };
    signal.addEventListener("abort", close);
    return (answer) => listen(answer.body.pipeThrough(new TextDecoderStream()), own).catch(close);
  }

  async function listen(words, { ids }) {
    const reader = words.getReader();
    let end = ""; // an id may come in two parts
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      for (const [, id] of (end + part.value).matchAll(/"event_id":"(\w+)"/g)) ids.add(id);
      end = part.value.slice(-60);
      tell();
    }
  }

  async function held(id) {
    while (id && stream.isOpen && !stream.ids.has(id))
      await new Promise((go) => news.addEventListener("told", go, { once: true }));
  }

  window.fetch = async (...asked) => {
    const address = String(asked[0].url ?? asked[0]);
    const listens = address.includes("/queue/data") && open(asked[0]);
    const answer = await ask(...asked);
    if (listens) listens(answer.clone());
    if (address.includes("/queue/join")) await held((await answer.clone().json()).event_id);
    return answer;
  };
})();
