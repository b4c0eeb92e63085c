// Files looked at before they are uploaded. What is no picture is told at once, by its name; what is
// larger than the app takes, or of a kind that it does not read, is drawn anew as a JPEG where the
// browser can open it. What a file is, its first bytes say: a name or a type may be wrong.

(() => {
  const PAPER = "#fff"; // what shows through a transparent picture, as in the clip
  const QUALITY = 0.95;
  const TAKEN = "Add a JPEG, PNG or WebP.";
  /** @type {[RegExp, string][]} */
  const READ = [
    [/^\xff\xd8\xff/, "JPEG"],
    [/^\x89PNG/, "PNG"],
    [/^RIFF.{4}WEBP/s, "WebP"],
  ];
  /** @type {[RegExp, string][]} */
  const REDRAWN = [
    [/^GIF8/, "a GIF"],
    [/^BM/, "a BMP picture"],
    [/^(II\*\0|MM\0\*)/, "a TIFF picture"],
    [/^.{4}ftypavi[fs]/s, "an AVIF picture"],
    [/^.{4}ftyp(hei|hev|mif|msf)/s, "a HEIC photo"],
  ];
  /** @type {[RegExp, string][]} */
  const REFUSED = [
    [/^(.{4}ftyp|.E\xdf\xa3|RIFF.{4}AVI|OggS)/s, "{} is a video or a sound."],
    [/^%PDF/, "{} is a PDF."],
    [/^\s*(<\?xml.*)?(<!--.*)?<svg/is, "{} is an SVG drawing."],
  ];

  /** @typedef {{ bytes: number, pixels: number, least: number, side: number }} Limits */

  /** @param {[RegExp, string][]} kinds @param {string} start */
  const among = (kinds, start) => kinds.find(([looks]) => looks.test(start))?.[1];

  /** @param {File} file */
  async function startOf(file) {
    const bytes = new Uint8Array(await file.slice(0, 400).arrayBuffer());
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }

  // As the app takes it, with what is to be said of it. Raises a sentence for what cannot be taken.
  /** @param {File} file @param {Limits} limits */
  async function pictureOf(file, limits) {
    const start = await startOf(file).catch(() =>
      refuse(file, "{} cannot be read. Is it a folder?"),
    );
    if (!file.size) refuse(file, "{} is empty.");
    const other = among(REDRAWN, start);
    const isRead = Boolean(among(READ, start));
    if (!isRead && !other) refuse(file, among(REFUSED, start) ?? "{} is not a picture.", TAKEN);
    const picture = await opened(file);
    if (!picture) {
      if (isRead && !("createImageBitmap" in window)) return { file, note: "" };
      return refuse(file, ...whyNotOpened(file, limits, other));
    }
    const { width, height } = picture;
    if (Math.min(width, height) < limits.least)
      refuse(file, `{} is ${width} × ${height} pixels; each side needs ${limits.least} or more.`);
    const fits = isRead && file.size <= limits.bytes && width * height <= limits.pixels;
    const note = other === "a GIF" ? `${file.name}: only its first frame is used.` : "";
    return { file: fits ? file : await drawn(file, picture, limits.side), note };
  }

  /** @param {File} file @returns {Promise<ImageBitmap | null>} */
  const opened = (file) =>
    Promise.resolve()
      .then(() => createImageBitmap(file))
      .catch(() => null);

  /** @param {File} file @param {Limits} limits @param {string | undefined} other */
  function whyNotOpened(file, limits, other) {
    if (other) return [`{} is ${other}, which this browser cannot open.`, TAKEN];
    if (file.size > limits.bytes) return [`{} is larger than ${limits.bytes >> 20} MB.`];
    return ["{} cannot be opened: it is damaged or far too large. Save it again and retry."];
  }

  // Upright, at most `side` pixels long, on paper.
  /** @param {File} file @param {ImageBitmap} picture @param {number} side */
  async function drawn(file, picture, side) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    pen.fillStyle = PAPER;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = "high";
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    /** @type {Blob | null} */
    const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    if (!made) return refuse(file, "{} is too large for this browser to make smaller.");
    return new File([made], file.name.replace(/(\.\w+)?$/, ".jpg"), { type: "image/jpeg" });
  }

  // Sentences, with {} for the file's name.
  /** @param {File} file @param {string[]} why @returns {never} */
  function refuse(file, ...why) {
    throw new Error(why.join(" ").replace("{}", () => file.name));
  }

  window.seedance = { ...window.seedance, pictureOf };
})();
