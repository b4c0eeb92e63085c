const assert = require("node:assert/strict");
const test = require("node:test");
const { file, fill, happen, open, run, runOnLoad, until } = require("./browser.js");

const STRIP = `<div><div class="pictures" data-limits='{"most":4}'><ol></ol>
  <input type="file"><p role="status"></p></div></div><button id="generate">`;
const HTML_NAME = "<img src=x onerror=alert(1)>.png";

/** A strip of these pictures. Uploads go on when a test says so: `uploads[name].end(path)`. */
function opened(...paths) {
  const window = open(STRIP);
  run(window, "picture_files.js");
  const find = (selector) => window.document.querySelector(selector);
  const strip = { window, find, uploads: {}, told: [], props: { value: paths } };
  const upload = ({ name }) =>
    new Promise((resolve, fail) => {
      strip.uploads[name] = { end: (path) => resolve({ path }), fail };
    });
  const watch = (name, changed) => {
    strip[`on_${name}`] = changed;
  };
  const { props } = strip;
  runOnLoad(window, "image_strip.js", { props, upload, watch, trigger: (e) => strip.told.push(e) });
  strip.value = () => [...props.value].join(" ");
  strip.shown = () => [...find("ol").children].map((each) => each.textContent).join(" ");
  strip.says = () => find("[role=status]").textContent;
  strip.focused = () => window.document.activeElement.title;
  strip.press = (label) => {
    find(`[aria-label="${label}"]`).focus();
    find(`[aria-label="${label}"]`).click();
  };
  return strip;
}

/** Chooses these, and waits until those that are taken are on their way. */
async function choose(strip, ...names) {
  const coming = () => strip.window.document.querySelectorAll(".coming").length;
  const [before, started] = [coming(), Object.keys(strip.uploads).length];
  const files = names.map((name) => (name.name ? name : file(name)));
  fill(strip.find("input"), files);
  happen(strip.window, "input", "change");
  const taken = coming() - before;
  const refused = () =>
    strip
      .says()
      .split("\n")
      .filter((line) => line.includes(" is ")).length;
  await until(() => Object.keys(strip.uploads).length + refused() >= started + taken);
}

const drag = (strip, name, place, files = []) =>
  happen(strip.window, `li:nth-child(${place}) img`, name, {
    dataTransfer: { files, setData: () => {} },
  });

test("pictures are numbered as a prompt names them", () => {
  const strip = opened("/tmp/a.png", "/tmp/b c?.png");
  const [, second] = strip.window.document.querySelectorAll("li");
  assert.equal(
    second.querySelector("img").getAttribute("src"),
    "gradio_api/file=/tmp/b%20c%3F.png",
  );
  assert.equal(second.querySelector("img").alt, "Picture 2");
  assert.equal(second.querySelector("[data-words]").dataset.words, "@Image2");
});

test("the strip follows a value that comes from the server", () => {
  const strip = opened("a");
  strip.props.value = ["b", "c"];
  strip.on_value();
  assert.equal(strip.window.document.querySelectorAll("li img").length, 2);
  strip.props.value = null;
  strip.on_value();
  assert.equal(strip.shown(), "");
});

test("a press that waited is told so until nothing is coming any more", async () => {
  const strip = opened();
  await choose(strip, "a.png", "b.png");
  const waits = strip.window.document.createElement("span");
  strip
    .find("[role=status]")
    .prepend(Object.assign(waits, { className: "waits", textContent: "…" }));
  strip.uploads["a.png"].end("a");
  await until(() => strip.value() === "a");
  assert.equal(strip.says(), "…");
  strip.uploads["b.png"].end("b");
  await until(() => strip.value() === "a b");
  assert.equal(strip.says(), "");
});

test("pictures that are uploaded are shown, and the server is told once", async () => {
  const strip = opened("a");
  await choose(strip, "b.png", "c.png");
  assert.match(strip.shown(), /Uploading b.png.*Uploading c.png/);
  strip.uploads["b.png"].end("b");
  await until(() => strip.value() === "a b");
  assert.deepEqual(strip.told, []);
  strip.uploads["c.png"].end("c");
  await until(() => strip.told.length);
  assert.equal(strip.value(), "a b c");
  assert.deepEqual(strip.told, ["upload"]);
  assert.doesNotMatch(strip.shown(), /Uploading/);
});

test("the same file may be chosen again", async () => {
  const strip = opened();
  const input = strip.find("input");
  Object.defineProperty(input, "value", { value: "a.png", writable: true });
  await choose(strip, "a.png");
  assert.equal(input.value, "", "or the browser tells of no change");
});

test("the order of choosing stays when a later picture is here first", async () => {
  const strip = opened();
  await choose(strip, "a.png", "b.png");
  strip.uploads["b.png"].end("b");
  await new Promise(setImmediate);
  assert.equal(strip.value(), "");
  strip.uploads["a.png"].end("a");
  await until(() => strip.value() === "a b");
});

test("over the limit the rest is left out and told", async () => {
  const strip = opened("a", "b");
  await choose(strip, "c.png");
  await choose(strip, "d.png", "e.png");
  assert.deepEqual(Object.keys(strip.uploads), ["c.png", "d.png"]);
  assert.equal(strip.says(), "Up to 4 pictures: the rest were not added.");
  assert.ok(strip.find(".pictures").matches("[data-full][data-count='4']"));
});

test("what was said of files is over when others come from the server", async () => {
  const strip = opened();
  await choose(strip, file("empty.png", "image/png", ""));
  assert.equal(strip.says(), "empty.png is empty.");
  strip.props.value = ["a"];
  strip.on_value();
  assert.equal(strip.says(), "");
});

test("a strip that holds too many takes none", async () => {
  const strip = opened("a", "b", "c", "d", "e");
  await choose(strip, "f.png", "g.png");
  assert.deepEqual(strip.uploads, {});
});

test("a full strip has room again when a picture is removed", async () => {
  const strip = opened("a", "b", "c", "d");
  strip.press("Remove picture 1");
  assert.ok(!strip.find(".pictures").matches("[data-full]"));
  await choose(strip, "e.png");
  assert.equal(strip.says(), "");
  assert.deepEqual(Object.keys(strip.uploads), ["e.png"]);
});

test("a picture that cannot be uploaded is told by its name, and the others come", async () => {
  const strip = opened();
  await choose(strip, "a.png", "b.png", "c.png");
  strip.uploads["a.png"].fail(new Error("HTTP 413: no network"));
  strip.uploads["c.png"].fail("too large");
  strip.uploads["b.png"].end("b");
  await until(() => strip.told.length);
  assert.equal(strip.value(), "b");
  assert.match(strip.says(), /a.png could not be uploaded: no network/);
  assert.match(strip.says(), /c.png could not be uploaded: too large/);
});

test("a file that is no picture is told by its name, and the others come", async () => {
  const strip = opened();
  const named = (name, start, type = "") => file(name, type, Buffer.from(start, "latin1"));
  const odd = [
    [named("notes.txt", "a list"), "is not a picture"],
    [named("fake.png", "a list", "image/png"), "is not a picture"],
    [named("film.mp4", "....ftypisom"), "is a video or a sound"],
    [named("paper.pdf", "%PDF-1.7"), "is a PDF"],
    [named("logo.svg", '<?xml version="1.0"?>\n<svg xmlns="">'), "is an SVG drawing"],
    [named("phone.heic", "....ftypheic"), "is a HEIC photo, which this browser cannot open"],
    [named("new.avif", "....ftypavif"), "is an AVIF picture, which this browser cannot open"],
    [named("cat.gif", "GIF89a"), "is a GIF, which this browser cannot open"],
  ];
  for (const [each, why] of odd) {
    await choose(strip, each);
    assert.equal(strip.says(), `${each.name} ${why}. Add a JPEG, PNG or WebP.`);
  }
  const many = ["a", "c", "d", "e", "f"].map((name) => `${name}.png`);
  await choose(strip, named("empty.jpg", ""), named("b.txt", "b"), ...many);
  for (const name of many.slice(0, 4)) strip.uploads[name].end(name);
  await until(() => strip.value() === "a.png c.png d.png e.png");
  assert.match(strip.says(), /^empty.jpg is empty.\nb.txt is not a picture.*\nUp to 4 pictures/);
  assert.ok(!("f.png" in strip.uploads));
  assert.doesNotMatch(strip.shown(), /Uploading/);
});

test("a picture that was stopped on its way does not come", async () => {
  const strip = opened();
  await choose(strip, "a.png", "b.png");
  strip.press("Do not add a.png");
  strip.uploads["a.png"].end("a");
  strip.uploads["b.png"].end("b");
  await until(() => strip.told.length);
  assert.equal(strip.value(), "b");
});

test("to stop a picture whose name is a number removes no other", async () => {
  const strip = opened("a");
  await choose(strip, "0");
  strip.press("Do not add 0");
  assert.equal(strip.value(), "a");
});

test("pictures wait until a draft has come back", async () => {
  const strip = opened();
  const generate = strip.find("#generate");
  generate.disabled = true;
  await choose(strip, "d.png", "e.png");
  strip.uploads["d.png"].end("d");
  strip.uploads["e.png"].end("e");
  await until(() => strip.told.length);
  assert.equal(strip.value(), "");
  strip.props.value = ["a", "b", "c"];
  generate.disabled = false;
  await until(() => strip.value() !== "a b c");
  assert.equal(strip.value(), "a b c d", "not more than there is room for");
});

test("a picture moves later and earlier, and its button keeps the focus", () => {
  const strip = opened("a", "b", "c");
  strip.press("Move picture 1 later");
  assert.equal(strip.value(), "b a c");
  assert.equal(strip.focused(), "Move picture 2 later");
  strip.press("Move picture 2 earlier");
  assert.equal(strip.value(), "a b c");
});

test("at an end the other way to move has the focus", () => {
  const strip = opened("a", "b");
  strip.press("Move picture 1 later");
  assert.equal(strip.focused(), "Move picture 2 earlier");
  strip.press("Move picture 2 earlier");
  assert.equal(strip.focused(), "Move picture 1 later");
});

test("the first cannot move earlier, nor the last later", () => {
  const strip = opened("a", "b");
  assert.ok(strip.find("[title='Move picture 1 earlier']").hidden);
  assert.ok(strip.find("[title='Move picture 2 later']").hidden);
});

test("the picture that moves up after a removal has the focus, or the one before, or the input", () => {
  const strip = opened("a", "b", "c");
  strip.press("Remove picture 2");
  assert.equal(strip.value(), "a c");
  assert.equal(strip.focused(), "Remove picture 2");
  strip.press("Remove picture 2");
  assert.equal(strip.focused(), "Remove picture 1");
  strip.press("Remove picture 1");
  assert.equal(strip.value(), "");
  assert.equal(strip.window.document.activeElement, strip.find("input"));
});

test("a picture is dragged to the place of another", () => {
  const strip = opened("a", "b", "c");
  assert.deepEqual([strip.find("li").draggable, strip.find("li img").draggable], [true, false]);
  drag(strip, "dragstart", 1);
  assert.ok(drag(strip, "dragover", 3).defaultPrevented);
  assert.ok(drag(strip, "drop", 3).defaultPrevented);
  assert.equal(strip.value(), "b c a");
});

test("a new name or a file on its way takes no picture away that is being dragged", async () => {
  const strip = opened("a", "b", "c");
  drag(strip, "dragstart", 1);
  happen(strip.window, ".pictures", "badges");
  strip.on_value(); // the same again
  await choose(strip, file("words.txt", "text/plain", ["words"]));
  await until(() => strip.told.includes("upload"));
  assert.ok(drag(strip, "drop", 3).defaultPrevented);
  assert.equal(strip.value(), "b c a");
});

test("what the server tells again takes no button away that is being pressed", () => {
  const strip = opened("a", "b");
  const pressed = strip.find('[aria-label="Remove picture 1"]');
  strip.on_value(); // the same, between the press and the release
  happen(strip.window, ".pictures", "badges");
  pressed.click();
  assert.equal(strip.value(), "b");
});

test("a picture dropped beside the others stays", () => {
  const strip = opened("a", "b", "c");
  drag(strip, "dragstart", 1);
  assert.ok(!happen(strip.window, "ol", "drop").defaultPrevented);
  assert.equal(strip.value(), "a b c");
});

test("a file dropped on a picture, or a drag that has ended, moves none", () => {
  const strip = opened("a", "b");
  assert.ok(!drag(strip, "drop", 2).defaultPrevented);
  drag(strip, "dragstart", 1);
  assert.ok(!drag(strip, "drop", 2, [file("c.png")]).defaultPrevented);
  drag(strip, "dragend", 1);
  assert.ok(!drag(strip, "dragover", 2).defaultPrevented);
  assert.ok(!drag(strip, "drop", 2).defaultPrevented);
  drag(strip, "dragstart", 1);
  strip.props.value = ["c", "d"];
  strip.on_value(); // the server has changed the pictures
  assert.ok(!drag(strip, "drop", 2).defaultPrevented);
  assert.equal(strip.value(), "c d");
});

test("nothing that a person has typed becomes HTML", async () => {
  const strip = opened(HTML_NAME);
  await choose(strip, HTML_NAME);
  assert.ok(strip.shown().includes(`Uploading ${HTML_NAME}`));
  strip.uploads[HTML_NAME].fail(HTML_NAME);
  await until(() => strip.says());
  assert.ok(strip.says().startsWith(`${HTML_NAME} could not be uploaded`));
  assert.equal(strip.shown(), "@Image1←→×");
  assert.equal(strip.window.document.querySelectorAll("img").length, 1);
  assert.equal(strip.window.document.querySelectorAll("[onerror]").length, 0);
});
