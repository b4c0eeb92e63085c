// Chips and badges: film words, and the names of pictures, written at the cursor of the prompt.
// The words around the cursor decide how they are joined: a comma inside a sentence, a capital
// letter and no comma where one begins, and a blank alone before the name of a picture.

(() => {
  const CHINESE = /\p{Script=Han}["'”’」』】）)]*$/u;
  const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
  const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。]$/u; // needs no blank
  const ENDS = /[.!?…]["'”’)]*$|\]$/; // a sentence, or the time of a shot
  const WIDE_MARK = /([。！？，、；：（「『【《]|……|——)[」』”’）】》]*$/;
  const WIDE_END = /([。！？]|……)[」』”’）】》]*$/;
  const OPENS = /(^|\s)["'“‘([{]$|[“‘([{/]$/; // what comes next belongs inside
  const GOES_ON =
    /[,;:–—]$|\s-$|\b(to|and|or|but|then|with|of|into|from|by|for|as|while|a|an|the)$/i;
  const WIDE_GOES_ON = /[到至和与及的向とのにを]$/;

  // A name in Chinese letters may be Japanese, too: so the page's language counts.
  /** @param {string} letter */
  const isJapanese = (letter) => JAPANESE.test(letter) || document.documentElement.lang === "ja";

  /** @param {string} words */
  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

  // What stands between the words before and those that are written.
  /** @param {string} before @param {"comma" | "stop" | "blank"} kind */
  function joint(before, kind) {
    if (/(^|\n)$/.test(before) || OPENS.test(before) || WIDE_MARK.test(before)) return "";
    if (ENDS.test(before) || GOES_ON.test(before)) return " ";
    const isWide = JAPANESE.test(before.slice(-1)) || CHINESE.test(before);
    if (isWide && (kind === "blank" || WIDE_GOES_ON.test(before))) return "";
    if (isWide) return kind === "stop" ? "。" : isJapanese(before.slice(-1)) ? "、" : "，";
    return { comma: ", ", stop: ". ", blank: " " }[kind];
  }

  // What stands between the words that are written and those after.
  /**
   * @param {string} words
   * @param {string} after
   * @param {boolean} begins
   * @param {"comma" | "stop" | "blank"} kind
   */
  function rest(words, after, begins, kind) {
    const isWide = WIDE.test(words);
    if (kind === "stop") return isWide || /^[\s,.;:!?，。、；：！？]/.test(after) ? "" : " ";
    const next = after.trimStart();
    const blank = after.startsWith(" ") ? "" : " ";
    if (/^[[【]/.test(next)) return kind === "blank" ? blank : `.${blank}`;
    if (!/^[\p{L}\p{N}@"“‘(]/u.test(next) || /^\s*\n/.test(after)) return "";
    if (kind === "blank") return blank;
    if (isWide || CHINESE.test(next.charAt(0))) return isJapanese(next.charAt(0)) ? "、" : "，";
    const mark = begins && /^\p{Lu}/u.test(next) ? "." : ",";
    return mark + blank;
  }

  // The words with what joins them to the text around.
  /** @param {string} before @param {string} words @param {string} after @param {boolean} isJoint */
  function joined(before, words, after, isJoint) {
    const kind = isJoint ? "stop" : words.startsWith("@") ? "blank" : "comma";
    const begins = /(^|\n)$/.test(before) || ENDS.test(before) || WIDE_END.test(before);
    const written = begins && kind === "comma" ? capital(words) : words;
    return joint(before, kind) + written + rest(written, after, begins, kind);
  }

  // Through the editor's own command, so that Ctrl+Z takes them back.
  /** @param {string} words @param {boolean} isJoint */
  function write(words, isJoint) {
    const box = /** @type {HTMLTextAreaElement} */ (document.querySelector("#prompt textarea"));
    box.focus();
    const before = box.value.slice(0, box.selectionStart).replace(/[ \t]+$/, "");
    const after = box.value.slice(box.selectionEnd);
    box.setSelectionRange(before.length, box.selectionEnd);
    document.execCommand("insertText", false, joined(before, words, after, isJoint));
  }

  document.addEventListener("click", (event) => {
    const chip = event.target.closest?.("[data-words]")?.dataset;
    if (chip?.words) write(chip.words.replace(/^write /, ""), "joint" in chip);
  });
})();
