// What only a browser can do for the page: take pictures from anywhere, and press by keyboard. What
// events call by name is in `window.seedance`. No text of a person becomes HTML.

(() => {
  /** @type {(selector: string) => any} */
  const find = (selector) => document.querySelector(selector);

  // Pictures pasted or dropped anywhere go where chosen ones go.
  /** @param {Iterable<File>} files */
  function take(files) {
    const input = find("#images input[type=file]");
    const given = new DataTransfer();
    for (const file of files) given.items.add(file);
    if (!input || !given.files.length) return false;
    input.files = given.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    find("#add-pictures")?.click(); // who brings one does not want a clip from words alone
    return true;
  }

  // A press may cost money: not without the pictures that are on their way.
  document.addEventListener(
    "click",
    (event) => {
      const isShown = find("#images li.coming")?.offsetParent;
      if (!isShown || !event.target.closest?.("#generate")) return;
      event.stopPropagation();
      event.preventDefault();
      find("#images .waits") ?? find("#images [role=status]").prepend(waits());
    },
    true,
  );

  // Above what is said of single files; `image_strip.js` takes it away with the last one coming.
  function waits() {
    const textContent = "A picture is still uploading: press again in a moment.";
    return Object.assign(document.createElement("span"), { className: "waits", textContent });
  }

  /** @param {DragEvent} event */
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  /** @param {boolean} isOver */
  const mark = (isOver) => document.body.classList.toggle("pictures-welcome", isOver);

  // What is copied in an office program is text, with a picture of it.
  document.addEventListener("paste", (event) => {
    if (event.defaultPrevented) return;
    const { files = [], types = [] } = event.clipboardData ?? {};
    const pictures = [...files].filter((file) => file.type.startsWith("image/"));
    if (take(types.includes("text/plain") ? pictures : files)) event.preventDefault();
  });
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault(); // or the browser would open the picture instead of the page
    mark(true);
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || mark(false));
  document.addEventListener("drop", (event) => {
    mark(false);
    if (!hasFiles(event) || event.defaultPrevented) return; // the upload field took it itself
    event.preventDefault();
    take(event.dataTransfer?.files ?? []);
  });

  // Ctrl+Enter or Cmd+Enter. A key that is held repeats itself, and each press may cost money.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const button = find("#generate");
    if (!event.repeat && button && !button.disabled && button.offsetParent) button.click();
  });

  const writeOnly = () => true;

  // Those that were there are seen again; without any, the click is the one that chooses some.
  function addPictures() {
    if (!find("#images li")) find("#images input[type=file]").click();
    return false;
  }

  const empty = () => "";
  window.seedance = { ...window.seedance, writeOnly, addPictures, empty };
})();
