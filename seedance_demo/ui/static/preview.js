// An animatic on the stage plays by itself, muted, unless the visitor's system asks for less motion.
// `loadeddata` does not bubble, so it is caught on its way down.

document.addEventListener(
  "loadeddata",
  (event) => {
    const video = /** @type {HTMLVideoElement} */ (event.target);
    if (!video.matches("video[data-autoplay]")) return;
    video.muted = true;
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) video.play();
  },
  true,
);
