const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run } = require("./browser.js");

/** The prompt after a press on a chip. `|` in the text is the cursor, two enclose a selection. */
function written(text, words, isJoint = false, lang = "en") {
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
  window.document.documentElement.lang = lang;
  if (isJoint) chip.dataset.joint = "";
  run(window, "chips.js");
  chip.click();
  return box.value;
}

const JOINS = {
  "at the start of the text": ["|", "Pan left"],
  "before a sentence": ["|A cup.", "Pan left. A cup."],
  "before a part of one": ["|a cup.", "Pan left, a cup."],
  "after a word": ["A cup|", "A cup, pan left"],
  "after a word and a blank": ["A cup |", "A cup, pan left"],
  "after a comma": ["A cup,|", "A cup, pan left"],
  "after a dash": ["A cup –|", "A cup – pan left"],
  "after a long dash": ["A cup —|", "A cup — pan left"],
  "after Chinese dots": ["咖啡……|", "咖啡……Pan left"],
  "after a full stop": ["A cup. |", "A cup. Pan left"],
  "after three": ["A cup…|", "A cup… Pan left"],
  "between two sentences": ["A cup.| The door.", "A cup. Pan left. The door."],
  "after a line of speech": ['She says: "Go!" |', 'She says: "Go!" Pan left'],
  "after a quoted word": ["The “door”|", "The “door”, pan left"],
  "inside brackets": ["A cup (|", "A cup (pan left"],
  "inside quotes": ['A sign: "|', 'A sign: "pan left'],
  "after the time of a shot": ["[2-5s]|", "[2-5s] Pan left"],
  "before the time of a shot": ["A cup |[2-5s] door", "A cup, pan left. [2-5s] door"],
  "after “to”": ["Cut to|", "Cut to pan left"],
  "after “and”": ["Push in and|", "Push in and pan left"],
  "after “push in”": ["Push in|", "Push in, pan left"],
  "after a word that ends in “to”": ["A photo|", "A photo, pan left"],
  "after a picture": ["Push in on @Image1|", "Push in on @Image1, pan left"],
  "before a picture": ["|@Image1 at dawn", "Pan left, @Image1 at dawn"],
  "after Chinese": ["一杯咖啡|", "一杯咖啡，pan left"],
  "after a Chinese comma": ["一杯咖啡，|", "一杯咖啡，pan left"],
  "after a Chinese full stop": ["一杯咖啡。 |", "一杯咖啡。Pan left"],
  "after Chinese speech": ["她说：“走吧。”|", "她说：“走吧。”Pan left"],
  "after Japanese": ["カメラ|", "カメラ、pan left"],
  "before a Chinese word": ["|杯子", "Pan left，杯子"],
  "at the start of a line": ["A cup\n|", "A cup\nPan left"],
  "at the end of the line above": ["A cup |\nat dawn", "A cup, pan left\nat dawn"],
  "between two words": ["A cup |at dawn", "A cup, pan left, at dawn"],
  "before a comma": ["A cup|, at dawn", "A cup, pan left, at dawn"],
  "over a selection": ["A cup, |tilt up|, at dawn", "A cup, pan left, at dawn"],
};
for (const [where, [text, wanted]] of Object.entries(JOINS))
  test(`a word ${where}`, () => assert.equal(written(text, "pan left"), wanted));

const JOINTS = {
  "at the start of the text": ["|", "Cut to "],
  "after a word, as a sentence": ["A cup|", "A cup. Cut to "],
  "after a full stop": ["A cup.|", "A cup. Cut to "],
  "after Chinese": ["一杯咖啡|", "一杯咖啡。Cut to "],
  "between two words": ["A cup |the door", "A cup. Cut to the door"],
  "before a blank": ["A cup| the door", "A cup. Cut to the door"],
  "before a picture": ["A cup |@Image2", "A cup. Cut to @Image2"],
};
for (const [where, [text, wanted]] of Object.entries(JOINTS))
  test(`a joint ${where}`, () => assert.equal(written(text, "Cut to", true), wanted));

const BADGES = {
  "at the start of the text": ["|", "@Image2"],
  "after “on”": ["Slow push in on|", "Slow push in on @Image2"],
  "after a word": ["A cup like|", "A cup like @Image2"],
  "after a full stop": ["A cup.|", "A cup. @Image2"],
  "after a comma": ["Pan left,|", "Pan left, @Image2"],
  "inside brackets": ["The cup (|) at dawn", "The cup (@Image2) at dawn"],
  "between two words": ["Push in on |at dawn", "Push in on @Image2 at dawn"],
  "before a comma": ["Push in on|, wind", "Push in on @Image2, wind"],
  "after Chinese": ["镜头推向|", "镜头推向@Image2"],
  "after Chinese brackets": ["杯子（|）", "杯子（@Image2）"],
  "between Japanese words": ["カメラは|に寄る", "カメラは@Image2 に寄る"],
};
for (const [where, [text, wanted]] of Object.entries(BADGES))
  test(`the name of a picture ${where}`, () => assert.equal(written(text, "@Image2"), wanted));

// [lang, text, words, whether it is a joint, prompt]
const WIDE = {
  "a mark of the page's language": ["zh-Hans", "桌上的杯子|", "手持", false, "桌上的杯子，手持"],
  "that of Japanese": ["ja", "夜|", "手持ち", false, "夜、手持ち"],
  "one behind it, too": ["ja", "|窓の外", "手持ち", false, "手持ち、窓の外"],
  "no blank behind a joint": ["zh-Hans", "杯子|", "切至", true, "杯子。切至"],
  "no other mark behind a joint": [
    "ja",
    "カップ|",
    "ディゾルブで、",
    true,
    "カップ。ディゾルブで、",
  ],
};
for (const [what, [lang, text, words, isJoint, wanted]] of Object.entries(WIDE))
  test(`Chinese and Japanese words: ${what}`, () =>
    assert.equal(written(text, `write ${words}`, isJoint, lang), wanted));
