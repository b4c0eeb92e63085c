// A film on the stage plays by itself, muted, unless the visitor's system asks for less motion. Its
// sound is switched on by a button over it, and stays on for the next films of the page. Events of
// media do not bubble, so they are caught on their way down.

(() => {
  let isHeard = false;

  /** @param {Event} event */
  const film = ({ target }) => {
    const video = /** @type {HTMLVideoElement} */ (target);
    return video.matches?.("video[data-autoplay]") ? video : null;
  };

  // A browser may refuse to begin with sound; then the film begins without.
  /** @param {HTMLVideoElement} video */
  async function play(video) {
    try {
      await video.play();
    } catch {
      if (video.muted || !video.isConnected) return;
      video.muted = true;
      await play(video);
    }
  }

  /** @param {string} type @param {(video: HTMLVideoElement) => void} act */
  const when = (type, act) =>
    document.addEventListener(
      type,
      (event) => {
        const video = film(event);
        if (video) act(video);
      },
      true,
    );

  when("loadeddata", (video) => {
    video.muted = !isHeard;
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) play(video);
  });

  // Whoever switched it: the button, or the browser's own controls.
  when("volumechange", (video) => {
    isHeard = !video.muted;
    const button = video.parentElement?.querySelector("[data-does=sound]");
    if (button) button.textContent = isHeard ? "Sound off" : "Sound on";
  });

  when("error", (video) => {
    const words = /** @type {HTMLElement | null} */ (
      video.parentElement?.querySelector(".unplayable")
    );
    if (words) words.hidden = false;
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-does=sound]");
    const video = button?.parentElement?.querySelector("video");
    if (!video) return;
    video.muted = !video.muted;
    if (video.muted) return;
    video.currentTime = 0; // who hears it hears it from the beginning
    play(video);
  });
})();
