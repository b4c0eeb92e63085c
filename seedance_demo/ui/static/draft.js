// The form as it was left and the visitor's id, kept in the browser, so that a draft is kept even
// while the server is away. Not the key: never.

(() => {
  const { keep, kept, keptJson } = window.seedance;
  const PATIENCE = 3000; // milliseconds; the Generate button waits for the id

  // The clip that somebody comes from, to make one like it: behind the #, which no log has.
  const token = /^#like=([\w-]+)$/.exec(location.hash)?.[1] ?? null;
  const like = () => token;

  /** @type {Record<string, unknown> | null} */
  let held = null; // what the form held last

  // The form's values, under their names.
  /** @param {string[]} names @param {unknown[]} values */
  const written = (names, ...values) =>
    JSON.stringify(Object.fromEntries(names.map((name, at) => [name, values[at]])));

  /** @param {[string[], ...unknown[]]} values */
  function keepDraft(...values) {
    const detail = written(...values);
    held = JSON.parse(detail);
    keep("seedance.draft", detail);
    document.dispatchEvent(new CustomEvent("seedance:form", { detail }));
  }

  const heldDraft = () => held ?? draft();

  async function arrive() {
    // Once: after a reload the form is as it was left.
    if (token) history.replaceState(history.state, "", location.pathname + location.search);
    const known = kept("seedance.visitor") ?? randomId();
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE, known));
    const id = await Promise.race([sharedId(known), patience]).catch(() => known);
    keep("seedance.visitor", id);
    return { visitor: id, draft: draft(), like: token };
  }

  const draft = () => keptJson("seedance.draft");

  function randomId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
  }

  // One id for all tabs, also for two that a new browser opens together: with two ids the same brief
  // would be paid twice. In a transaction, because each tab may see local storage as it was a moment
  // ago; Gradio's BrowserState is local storage, too.
  /** @param {string} proposed @returns {Promise<string>} */
  function sharedId(proposed) {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open("seedance", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("visitor");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const change = opening.result.transaction("visitor", "readwrite");
        const store = change.objectStore("visitor");
        const reading = store.get("id");
        reading.onsuccess = () => {
          const id = reading.result ?? proposed;
          store.put(id, "id");
          change.oncomplete = () => resolve(id);
        };
        change.onerror = change.onabort = () => reject(change.error);
      };
    });
  }

  window.seedance = { ...window.seedance, keepDraft, written, heldDraft, arrive, like };
})();
