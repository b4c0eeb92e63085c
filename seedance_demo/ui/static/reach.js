// The page asks under its own address, and tells in plain words when something else answers there,
// or nothing does. Gradio makes that address from what has reached the server, and a proxy may have
// kept the page's name, scheme or path to itself. No text of a person becomes HTML.

(() => {
  const API = "/gradio_api/";
  const EVENT = `${API}run/`; // what fills the page; a press, which may cost money, is no such one
  const AGAIN = 3000; // milliseconds between two looks whether the page is reached again
  const GONE = "The server of this page does not answer.";
  const GOES_ON = "What was sent goes on, and so does this page once the server is back.";
  const LOGIN = "A login came instead of an answer: reload this page and sign in.";
  const FRONT = "The server in front of this page";
  const LOST = "The connection broke off: the server is gone, or takes no file as large as this.";
  const NOT_KEPT = "The server of this page could not keep it: its disk may be full.";
  const SENTENCE = /^[A-Z][^<]*[.!]$/;
  const ask = window.fetch;
  const here = new URL(".", location.href).href.replace(/\/$/, "");
  let looking = 0; // a timer, while the page is not reached
  let misses = 0; // what was asked before the last of them tells nothing of now
  /** @type {((_?: unknown) => void)[]} */
  const held = []; // events that are asked again once it is

  /** @typedef {Parameters<typeof fetch>} Asked */

  /** @param {Asked} asked */
  const addressOf = (asked) => String(/** @type {Request} */ (asked[0]).url ?? asked[0]);

  // Under the page's own address, wherever Gradio takes it to be.
  /** @param {Asked} asked @returns {Asked} */
  function mended(asked) {
    const address = addressOf(asked);
    const own = here + address.slice(address.indexOf(API));
    if (address === own) return asked;
    return [asked[0] instanceof Request ? new Request(own, asked[0]) : own, asked[1]];
  }

  // What the app itself says: JSON, a stream, or a sentence.
  /** @param {Response} answer @param {string} text */
  function isOurs(answer, text) {
    const type = answer.headers.get("content-type") ?? "";
    if (answer.status === 401) return false; // Gradio's own, too: signed out
    return /json|event-stream/.test(type) || (/plain/.test(type) && SENTENCE.test(text));
  }

  // An upload's answer as Gradio understands it: paths, or why there are none.
  /** @param {Response} answer @param {string} text */
  function upload(answer, text) {
    let said;
    try {
      said = JSON.parse(text);
    } catch {} // a sentence
    if (answer.ok && Array.isArray(said)) return answer;
    const why = said?.detail ?? text;
    return refusal(SENTENCE.test(why) ? why : NOT_KEPT, answer.ok ? 502 : answer.status, true);
  }

  /** @param {number} status @param {boolean} isUpload */
  function words(status, isUpload) {
    if (status === 413) return `${FRONT} takes no file as large as this.`;
    if (status === 429) return `${FRONT} asks to wait a moment.`;
    if (status < 400 || [401, 403, 407, 511].includes(status)) return LOGIN;
    if ([502, 503, 504].includes(status)) return `${FRONT} cannot reach it at the moment.`;
    if (status === 500 && isUpload) return NOT_KEPT;
    return `${FRONT} does not lead back to it (${status}).${rootPath()}`;
  }

  // Only where the server does not know the path under which the page was opened.
  function rootPath() {
    const root = /** @type {any} */ (window).gradio_config?.root ?? "";
    const [known, path] = [root, here].map((each) => new URL(each, here).pathname);
    const isKnown = known.replace(/\/$/, "") === path.replace(/\/$/, "");
    return isKnown ? "" : ` Its owner sets GRADIO_ROOT_PATH=${path} and starts the app again.`;
  }

  /** @param {string} sentence */
  function say(sentence) {
    let line = document.getElementById("reach");
    if (!line) {
      line = document.createElement("p");
      line.id = "reach";
      line.setAttribute("role", "alert");
      document.body.prepend(line);
    }
    if (line.textContent !== sentence) line.textContent = sentence;
    line.hidden = !sentence;
  }

  /** @param {number} before how often the page had been missed when this was asked */
  function reached(before) {
    if (!looking || before < misses) return;
    clearTimeout(looking);
    looking = 0;
    say("");
    for (const go of held.splice(0)) go();
  }

  /** @param {string} sentence */
  function missed(sentence) {
    say(sentence);
    misses += 1;
    clearTimeout(looking);
    looking = window.setTimeout(() => fetchOurs(`${here}${API}app_id`).catch(() => {}), AGAIN);
  }

  /** @param {Asked} given @returns {Promise<Response>} */
  async function fetchOurs(...given) {
    const asked = mended(given);
    const isUpload = /\/upload(\?|$)/.test(addressOf(asked));
    const before = misses;
    let answer;
    try {
      answer = await ask(...asked);
    } catch (/** @type {any} */ error) {
      if (error.name === "AbortError") throw error;
      missed(`${GONE} ${GOES_ON}`);
      if (isUpload) return refusal(LOST, 502, true);
      if (!addressOf(asked).includes(EVENT)) throw error;
      await new Promise((go) => held.push(go)); // or Gradio says "Error", too
      return fetchOurs(...given);
    }
    const text = answer.ok && !isUpload ? "" : await answer.clone().text();
    if (isOurs(answer, text)) {
      reached(before);
      return isUpload ? upload(answer, text) : answer;
    }
    const sentence = words(answer.status, isUpload);
    if (answer.status !== 413) missed(sentence);
    return refusal(sentence, answer.ok ? 401 : answer.status, isUpload);
  }

  // Gradio shows the text of an upload's refusal, and the `detail` of any other.
  /** @param {string} sentence @param {number} status @param {boolean} isUpload */
  function refusal(sentence, status, isUpload) {
    return isUpload
      ? new Response(sentence, { status })
      : Response.json({ detail: sentence }, { status });
  }

  // The one thing that was asked for before this script was there.
  for (const theme of document.querySelectorAll("link[href*='/theme.css']")) {
    const { href } = /** @type {HTMLLinkElement} */ (theme);
    const own = here + href.slice(href.indexOf("/theme.css"));
    if (href !== own) theme.setAttribute("href", own);
  }

  window.fetch = (...asked) => {
    const address = addressOf(asked);
    const isFile = address.includes("/file=");
    return address.includes(API) && !isFile ? fetchOurs(...asked) : ask(...asked);
  };
})();
