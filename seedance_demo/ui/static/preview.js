// A film on the stage plays by itself, muted, unless the visitor's system asks for less motion. Its
// sound is switched on by a button over it. Who wanted it hears the next films too, also on another
// day: once they have done something on the page, which is silent when it opens. Events of media do
// not bubble, so they are caught on their way down.

(() => {
  const { keep, kept } = window.seedance;
  const KEPT = "seedance.sound";
  let isWanted = kept(KEPT) === "on";
  /** @type {WeakMap<HTMLVideoElement, boolean>} */
  const known = new WeakMap(); // whether a film is muted, by this script or as it was told last

  /** @param {boolean} is */
  function want(is) {
    isWanted = is;
    keep(KEPT, is ? "on" : "off");
  }

  /** @param {HTMLVideoElement} video @param {boolean} isMuted */
  function mute(video, isMuted) {
    known.set(video, isMuted);
    video.muted = isMuted;
  }

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
      mute(video, true);
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
    mute(video, !(isWanted && navigator.userActivation?.hasBeenActive));
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) play(video);
  });

  // Whoever switched it: the button, or the browser's own controls.
  when("volumechange", (video) => {
    if (known.get(video) !== video.muted) want(!video.muted);
    known.set(video, video.muted);
    const button = video.parentElement?.querySelector("[data-does=sound]");
    if (button) button.textContent = video.muted ? "Sound on" : "Sound off";
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
