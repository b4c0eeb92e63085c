// The page's scripts in jsdom, run from the files that the app serves.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { afterEach } = require("node:test");
const { JSDOM, VirtualConsole } = require("../../../.ci/node_modules/jsdom");

const STATIC = join(__dirname, "../../../seedance_demo/ui/static");
const opened = [];
const errors = []; // what a script throws in a listener is nobody's to catch
afterEach(() => {
  for (const each of opened.splice(0)) each.close(); // with its timers
  for (const each of errors.splice(0)) throw each.cause ?? each;
});

const read = (script) => readFileSync(join(STATIC, script), "utf-8");

/** A window that shows `html`. jsdom has no layout: what is not hidden counts as seen. */
function open(html, options = {}) {
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => {
    if (/not implemented: navigation/i.test(error.message)) window.isLoadedAnew = true;
    else errors.push(error);
  });
  const { window } = new JSDOM(html, {
    virtualConsole,
    runScripts: "outside-only",
    pretendToBeVisual: true,
    url: "http://localhost/",
    ...options,
  });
  Object.defineProperty(window.HTMLElement.prototype, "offsetParent", {
    get() {
      return this.closest("[hidden]") ? null : this.parentElement;
    },
  });
  opened.push(window);
  return window;
}

/** Runs a script as the page does. */
function run(window, script) {
  window.eval(read(script));
}

/** Runs a script as Gradio runs `js_on_load`, on the first element of the body. */
function runOnLoad(window, script, given = {}) {
  const scope = { element: window.document.body.firstElementChild, ...given };
  window.Function(...Object.keys(scope), read(script))(...Object.values(scope));
}

/** Lets an event happen to what a selector finds; `more` goes onto the event. */
function happen(window, selector, name, more = {}) {
  const event = new window.Event(name, { bubbles: true, cancelable: true });
  window.document.querySelector(selector).dispatchEvent(Object.assign(event, more));
  return event;
}

const PNG = Uint8Array.from(Buffer.from("\x89PNG", "latin1"));
const file = (name, type = "image/png", data = PNG) => new File([data], name, { type });

/** Puts files into an input, which takes only a browser's own list. */
function fill(input, files) {
  Object.defineProperty(input, "files", { value: files, writable: true, configurable: true });
}

/** Waits until `isSo()`. */
async function until(isSo) {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 1000) throw new Error(`never: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

module.exports = { file, fill, happen, open, run, runOnLoad, until };
