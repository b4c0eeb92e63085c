// The steps by which a person corrected the shots, and their plan written into the prompt. Gradio
// takes a list as one of outputs: so each gives the steps in a list of one.

(() => {
  /** @typedef {Record<string, any>} Step */

  const prompt = () =>
    /** @type {HTMLTextAreaElement} */ (document.querySelector("#prompt textarea"));
  /** @type {string | null} */
  let before = null; // the prompt that was written over last

  // Through the editor's own command, so that Ctrl+Z takes it back.
  /** @param {string} text */
  function rewrite(text) {
    const box = prompt();
    if (box.value === text) return;
    box.focus();
    box.select();
    document.execCommand("insertText", false, text);
  }

  /** @type {Step | null} */
  let chosen = null; // and not yet among the steps: an event takes no more than components have

  /** @param {Step} step */
  const choose = (step) => {
    chosen = step;
  };

  /** @param {Step[] | null} steps */
  function takeStep(steps) {
    const taken = chosen ? [chosen] : [];
    chosen = null;
    return [[...(steps ?? []), ...taken]];
  }

  /** @param {Step[] | null} steps */
  function undoStep(steps) {
    const last = steps?.at(-1);
    before = null;
    if (last && "wrote" in last) rewrite(last.wrote);
    return [(steps ?? []).slice(0, -1)];
  }

  // Without those that are set aside.
  /** @param {Step[] | null} steps */
  function forgetAside(steps) {
    const told = /** @type {HTMLElement} */ (document.querySelector("#shots [data-aside]"));
    const aside = new Set(JSON.parse(told.dataset.aside ?? "[]").map(String));
    const stays = (/** @type {Step} */ step) => !aside.has(String([step.shot, step.field]));
    const kept = (steps ?? []).filter(stays);
    return [
      kept.map((step) => ("left" in step ? { ...step, left: step.left.filter(stays) } : step)),
    ];
  }

  /** @param {{ text: string, left: Step[] } | null} written @param {Step[] | null} steps */
  function writeShots(written, steps) {
    if (!written?.text) return [steps];
    const step = { wrote: prompt().value, left: written.left };
    rewrite(written.text);
    before = step.wrote;
    return [[...(steps ?? []), step]];
  }

  // Who takes the written shots back in the editor takes back the step.
  document.addEventListener("input", (event) => {
    if (before === null || event.target !== prompt() || prompt().value !== before) return;
    before = null;
    /** @type {HTMLElement | null} */ (document.querySelector("#shots [data-does=undo]"))?.click();
  });

  window.seedance = { ...window.seedance, choose, takeStep, undoStep, forgetAside, writeShots };
})();
