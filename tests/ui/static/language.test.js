const assert = require("node:assert/strict");
const test = require("node:test");
const { open, run, until } = require("./browser.js");

const TABLE = {
  Stop: "停止",
  "Nothing was charged.": "没有收费。",
  "Making the clip": "正在制作",
  "{} of {} frames": "第 {} 帧，共 {} 帧",
  "{} costs {} now.": "现在{1}才能做{0}。",
  Animatic: "动态预览",
  "slow push in": "缓慢推近",
  "Shot {} has {} at once.": "镜头{}同时有{}。",
  "Not read: “{}”.": "没有读懂：“{}”。",
  "{} s": "{} 秒",
  ",": "、",
  and: "和",
};

function page(html, wishes, store = {}) {
  const window = open(html);
  Object.defineProperty(window.navigator, "languages", { value: wishes, configurable: true });
  const asked = [];
  window.seedanceLanguages = { en: "en", zh: "zh-Hans", ja: "ja" };
  window.seedance = {
    kept: (name) => store[name],
    keep: (name, text) => {
      store[name] = text;
    },
  };
  window.fetch = async (address) => {
    asked.push(String(address));
    return Response.json(TABLE);
  };
  run(window, "language.js");
  return { window, asked, text: (id) => window.document.getElementById(id).textContent };
}

test("the page speaks the first language of the browser's wishes that it knows", () => {
  for (const [wishes, told] of [
    [["de", "ja-JP", "zh"], "ja"],
    [["zh-TW"], "zh-Hans"],
    [["en-GB", "zh"], "en"],
    [["fr"], "en"],
    [["jam", "zha", "constructor"], "en"],
    [[], "en"],
  ]) {
    const { window, asked } = page("", wishes);
    assert.equal(window.document.documentElement.lang, told);
    assert.equal(window.navigator.language, told, "and Gradio with it");
    assert.deepEqual(
      asked,
      told === "en" ? [] : [`http://localhost/languages/${told.slice(0, 2)}.json`],
    );
  }
});

test("what was chosen on the page counts more, and holds", () => {
  const store = { "seedance-language": "ja" };
  const html = `<p id="languages"><button lang="zh">中</button></p>`;
  const { window } = page(html, ["en"], store);
  assert.equal(window.document.documentElement.lang, "ja");
  window.document.querySelector("button").click();
  assert.deepEqual([store["seedance-language"], window.isLoadedAnew], ["zh", true]);
});

test("words that are there and words that come are said by the table", async () => {
  const { window, text } = page(`<p id="a"> Stop </p><p id="b"></p>`, ["zh"]);
  const [a, b] = ["a", "b"].map((id) => window.document.getElementById(id));
  await until(() => text("a") === " 停止 ");
  for (const [english, own] of [
    ["Making the clip · 30 of 120 frames · 0:04", "正在制作 · 第 30 帧，共 120 帧 · 0:04"],
    ["Nothing was charged. Stop", "没有收费。停止"],
    ["Animatic costs $1.20 now. Nobody knows.", "现在$1.20才能做动态预览。Nobody knows."],
    ["Nothing\n  was charged.", "没有收费。"],
    ["Stop it", "Stop it"],
    ["stop", "stop"],
    ["Slow push in", "缓慢推近"],
    ["Making the clip · Nothing was charged", "正在制作 · 没有收费"],
    [
      "Shot 2 has slow push in, Animatic and “a pan, left” at once.",
      "镜头2同时有缓慢推近、动态预览和“a pan, left”。",
    ],
    ["Shot 2 has Stop and go at once. 3 of 4 frames", "镜头2同时有Stop and go。第 3 帧，共 4 帧"],
    ["Not read: “Stop”.", "没有读懂：“Stop”。"],
    ["Not read: “Go. Stop · Stop, Stop”. Stop", "没有读懂：“Go. Stop · Stop, Stop”。停止"],
    ["5, 10 and 15 s", "5、10和15 秒"],
    ["→ Stop", "→ 停止"],
    ["· Stop →", "· 停止 →"],
    [", ", "、 "],
  ]) {
    b.innerHTML = `<b>${english}</b>`;
    await until(() => text("b") === own, own);
    b.firstChild.firstChild.nodeValue = "?";
    b.firstChild.firstChild.nodeValue = english;
    await until(() => text("b") === own, own);
  }
  a.setAttribute("aria-label", "Stop");
  a.dataset.words = "slow push in";
  await until(() => a.getAttribute("aria-label") === "停止" && a.dataset.words === "缓慢推近");
});

test("what people wrote stays as it is", async () => {
  const { text } = page(
    `<p id="own" translate="no"><b title="Stop">Stop</b></p><textarea id="box">Stop</textarea>
     <p id="ours">Stop</p>`,
    ["zh"],
  );
  await until(() => text("ours") === "停止");
  assert.deepEqual([text("own"), text("box")], ["Stop", "Stop"]);
});
