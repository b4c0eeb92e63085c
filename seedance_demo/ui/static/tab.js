// The tab, for who looks elsewhere: its title and, where it is allowed, a notification tell how the
// clip stands. A page that follows a job holds a connection to the server, of which a browser opens
// six for all its tabs together. So a hidden tab lets go of its own: it asks now and then instead,
// and follows again once it is seen.

(() => {
  const GLIMPSE = 2000; // milliseconds; who is back by then has changed nothing
  const BETWEEN = 30_000; // two questions; a browser lets hidden tabs run once a minute

  /** @type {(selector: string) => any} */
  const find = (selector) => document.querySelector(selector);

  let isGoingOn = false; // the job on the page
  let isAsking = false; // what a hidden tab asks ends its watch: nothing may be followed before
  let isFollowed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {number} wait milliseconds */
  function lookIn(wait) {
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  }

  // The job on the page, or another clip of its press.
  const isOpen = () => isGoingOn || Boolean(find("#variations [data-open]"));

  function look() {
    timer = undefined;
    if (!isOpen()) return;
    if (document.hidden) glance();
    else if (!isFollowed) follow();
  }

  function glance() {
    isAsking = true;
    isFollowed = false;
    find("#glance").click();
    lookIn(BETWEEN);
  }

  function glanced() {
    isAsking = false;
    if (!document.hidden) lookIn(0);
  }

  function follow() {
    isFollowed = true;
    find("#follow").click();
  }

  // Tabs that a browser opens in the background, perhaps many at once, hold no connection at all.
  const arrived = () => (document.hidden ? glance() : follow());

  document.addEventListener("visibilitychange", () =>
    lookIn(document.hidden || isAsking ? GLIMPSE : 0),
  );

  /** @type {Record<string, string>} */
  const ENDED = { completed: "✓ Clip ready", failed: "✗ No clip" };
  /** @type {string} */
  let title;
  let wasLive = false;

  /** @param {{ phase?: string, error?: { code?: string } | null, job?: string } | null} details */
  function tell(details) {
    title ??= document.title;
    const { phase = "", error, job } = details ?? {};
    const mayChange = Boolean(phase) && !(phase in ENDED);
    const isLive = mayChange && !error;
    const state = isLive ? "● Making the clip…" : phase in ENDED ? ENDED[phase] : "! Look here";
    if (isLive || wasLive) document.title = `${state} · ${title}`;
    if (wasLive && !isLive && document.hidden && window.Notification?.permission === "granted")
      setTimeout(notify, 0, job);
    wasLive = isLive;
    isGoingOn = mayChange && error?.code !== "not_watched"; // which a person has chosen
    if (isGoingOn && document.hidden && timer === undefined) lookIn(GLIMPSE);
    const beside = find("#beside [data-job]"); // goes where another job's clip is shown
    if (beside) beside.hidden = beside.dataset.job !== job;
  }

  // In the words of the tab's title, which `language.js` has changed by now.
  /** @param {string} tag */
  function notify(tag) {
    const [body, name] = document.title.split(" · ");
    new Notification(name, { body, tag }).onclick = () => window.focus();
  }

  async function askToNotify() {
    const answer = await window.Notification?.requestPermission();
    return answer === "granted" ? "You will be notified" : "Your browser says no";
  }

  // Whoever has answered before is not asked again: the style hides the button then.
  const mayAsk = window.Notification?.permission === "default";
  document.body.classList.toggle("may-notify", mayAsk);

  window.seedance = { ...window.seedance, arrived, askToNotify, glanced, tell };
})();
