// The connection breaks off while something is waited for. Gradio says "Error" then. Here the card
// says what is so and its clocks stand, until the server answers again and the page loads itself
// anew: the form is kept in the browser, and the job on the server.

(() => {
  const AGAIN = 2000; // milliseconds between two looks whether the server is back
  const HEADLINE = "Connection lost";
  const GOES_ON =
    "What was sent goes on. This page follows it again as soon as its server answers.";
  const LEAVES = 10_000; // milliseconds that another page has to come; what is no page never comes
  let isLost = false;
  let left = -LEAVES; // when this page was last left for another

  addEventListener("beforeunload", () => {
    left = performance.now();
  });

  function tell() {
    document.documentElement.dataset.lost = "";
    const card = document.querySelector("#status .card.running");
    const headline = card?.querySelector("[role=status]");
    if (!card || !headline) return;
    headline.textContent = HEADLINE;
    card.append(Object.assign(document.createElement("p"), { textContent: GOES_ON }));
  }

  async function look() {
    const isBack = await fetch(new URL("gradio_api/app_id", location.href)).then(
      (answer) => answer.ok,
      () => false,
    );
    const isLeaving = performance.now() - left < LEAVES; // what comes would be replaced by this page
    if (isBack && !isLeaving) location.reload();
    else setTimeout(look, AGAIN);
  }

  // What is waited for never comes: the page that is loaded anew waits for it again.
  /** @returns {Promise<never>} */
  function lost() {
    if (!isLost) {
      isLost = true;
      tell();
      look();
    }
    return new Promise(() => {});
  }

  window.seedance = { ...window.seedance, lost };
})();
