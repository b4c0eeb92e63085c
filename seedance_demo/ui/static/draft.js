// The form as it was left and the visitor's id, kept in the browser, so that a draft is kept even
// while the server is away. Not the key: never. Gradio's BrowserState would give two tabs that are
// opened together two ids, and so charge twice.

(() => {
  function keepDraft(images, prompt, duration, model, ...options) {
    try {
      localStorage["seedance.draft"] = JSON.stringify({ images, prompt, duration, model, options });
    } catch {} // a browser may forbid it
  }

  // The visitor's id and the draft, null where there is none.
  function arrive() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const fresh = Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
    const kept = [fresh, null];
    try {
      kept[0] = localStorage["seedance.visitor"] ||= fresh;
      kept[1] = JSON.parse(localStorage["seedance.draft"] ?? "null");
    } catch {} // forbidden, or no draft of ours
    return kept;
  }

  window.seedance = { ...window.seedance, keepDraft, arrive };
})();
