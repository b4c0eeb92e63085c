// An animatic on the stage plays by itself, muted, unless the visitor's system asks for less motion.
// `loadeddata` does not bubble, so it is caught on its way down.

document.addEventListener(
  "loadeddata",
  ({ target }) => {
    if (!target.matches("video[data-autoplay]")) return;
    target.muted = true;
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) target.play();
  },
  true,
);
