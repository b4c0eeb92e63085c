const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run } = require("./browser.js");

/** The prompt after a press on a chip. `|` in the text is the cursor, two enclose a selection. */
function written(text, words, isJoint = false) {
  const window = open(`<div id="prompt"><textarea></textarea></div><button></button>`);
  const [box, chip] = window.document.querySelectorAll("textarea, button");
  const [before, chosen, after = chosen] = text.split("|");
  box.value = text.replaceAll("|", "");
  box.setSelectionRange(before.length, box.value.length - after.length);
  window.document.execCommand = (_, __, inserted) => {
    assert.equal(window.document.activeElement, box);
    box.setRangeText(inserted, box.selectionStart, box.selectionEnd, "end");
  };
  chip.dataset.words = words;
  if (isJoint) chip.dataset.joint = "";
  run(window, "page.js");
  chip.click();
  return box.value;
}

const JOINS = {
  "at the start of the text": ["|", "pan left"],
  "after a word": ["A cup|", "A cup, pan left"],
  "after a word and a blank": ["A cup |", "A cup, pan left"],
  "after a comma": ["A cup,|", "A cup, pan left"],
  "after a full stop": ["A cup. |", "A cup. pan left"],
  "after the time of a shot": ["[2-5s]|", "[2-5s] pan left"],
  "after “to”": ["Cut to|", "Cut to pan left"],
  "after a word that ends in “to”": ["A photo|", "A photo, pan left"],
  "after a Chinese comma": ["一杯咖啡，|", "一杯咖啡，pan left"],
  "after a Chinese full stop": ["一杯咖啡。 |", "一杯咖啡。pan left"],
  "before a Chinese word": ["|杯子", "pan left 杯子"],
  "at the start of a line": ["A cup\n|", "A cup\npan left"],
  "at the end of the line above": ["A cup |\nat dawn", "A cup, pan left\nat dawn"],
  "between two words": ["A cup |at dawn", "A cup, pan left at dawn"],
  "before a comma": ["A cup|, at dawn", "A cup, pan left, at dawn"],
  "over a selection": ["A cup, |tilt up|, at dawn", "A cup, pan left, at dawn"],
};
for (const [where, [text, wanted]] of Object.entries(JOINS))
  test(`a word ${where}`, () => assert.equal(written(text, "pan left"), wanted));

const JOINTS = {
  "at the start of the text": ["|", "Cut to "],
  "after a word, as a sentence": ["A cup|", "A cup. Cut to "],
  "after a full stop": ["A cup.|", "A cup. Cut to "],
  "between two words": ["A cup |the door", "A cup. Cut to the door"],
  "before a blank": ["A cup| the door", "A cup. Cut to the door"],
};
for (const [where, [text, wanted]] of Object.entries(JOINTS))
  test(`a joint ${where}`, () => assert.equal(written(text, "Cut to", true), wanted));
