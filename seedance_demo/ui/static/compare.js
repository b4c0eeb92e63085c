// A clip and its animatic, played in step: the clip leads, and the animatic follows it.

const DRIFT = 0.08; // seconds; less is not seen
const films = () => [...element.querySelectorAll("video")];
/** @param {string} selector @returns {any} */
const find = (selector) => element.querySelector(selector);

function follow() {
  const [clip, animatic] = films();
  const isOver = animatic.duration <= clip.currentTime; // it may be the shorter one
  if (!isOver && Math.abs(animatic.currentTime - clip.currentTime) > DRIFT)
    animatic.currentTime = clip.currentTime;
  if (!isOver && !clip.paused && animatic.paused) animatic.play();
  find("input").value = clip.currentTime / (clip.duration || 1);
}

/** @param {boolean} isWanted */
function play(isWanted) {
  for (const film of films()) isWanted ? film.play() : film.pause();
  if (isWanted) /** @type {any} */ (document.querySelector("#video video"))?.pause();
  find("[data-does=play]").textContent = isWanted ? "Pause both" : "Play both";
}

element.addEventListener("click", ({ target }) => {
  const { does } = target.dataset;
  if (does === "play") play(films()[0].paused);
  if (does !== "close") return;
  const wasPlaying = !films()[0].paused;
  element.querySelector(".compare")?.remove();
  if (wasPlaying) /** @type {any} */ (document.querySelector("#video video"))?.play();
  /** @type {HTMLElement | null} */ (document.querySelector("#next [data-does=expand]"))?.focus();
});

element.addEventListener("input", () => {
  const [clip] = films();
  clip.currentTime = find("input").value * clip.duration;
  follow();
});

// Events of media do not bubble.
element.addEventListener("timeupdate", ({ target }) => target === films()[0] && follow(), true);
element.addEventListener(
  "canplay",
  () => {
    const isReady = films().every((film) => film.readyState > 2);
    const isFirst = isReady && !element.querySelector(".compare[data-begun]");
    if (!isFirst) return;
    find(".compare").dataset.begun = "";
    find(".compare").scrollIntoView?.({ block: "nearest" });
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) play(true);
  },
  true,
);
