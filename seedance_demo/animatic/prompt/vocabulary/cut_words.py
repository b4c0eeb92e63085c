"""Phrases for cuts and transitions, in English and Chinese, and what Japanese chips write."""

from ...plan import Transition

TRANSITIONS: dict[Transition, str] = {
    Transition.FADE_TO_BLACK: "fade+ ~ into black, fade+ ~ into darkness, fade+ out to black, "
    "cut+ to black !and, smash cut to black !and, screen goes black, end+ on/in/with black, "
    "he/she/they/who<end+/finish+/close+ on/in/with .. black screen/frame/background/card/slate, "
    "he/she/they/who<end+/finish+/close+ on/in/with .. black title/end card, "
    "text/title/titles/logo/caption/subtitle/name/credits/words/colour/color<fade+ out, "
    "colour/color<fade+ ~ to black !and, "
    "淡出, 切黑, 画面变黑, 淡出至黑, 淡出到黑, 淡出黑场, 黑场!开/转/渐/淡入, 画面渐隐, 镜头渐隐, "
    "渐隐 $, 天渐<渐黑, 画面一黑, 开头/先是/先/秒/起初/开始<黑屏!开/转/渐/慢/逐",
    Transition.FADE_TO_WHITE: "fade+ ~ to white, fade+ ~ into white, white out, flash+ to white, "
    "he/she/they/who<end+/finish+/close+ on/in/with .. white screen/frame/background/card/slate, "
    "he/she/they/who<end+/finish+/close+ on/in/with .. white title/end card, "
    "cut to white, "
    "淡出至白, 白场, 渐白, 白屏, 淡出到白, 画面变白, 屏幕变白, 全屏变白, 画面渐变白",
    Transition.FADE_IN: "fade+ ~ in from, fade+ up, fade+ from black, open+ from black, "
    "fade+ ~ in from black, up from black, "
    "text/title/titles/logo/caption/subtitle/name/credits/words<fade+ in, "
    "淡入, 黑场淡入, 画面渐显, 镜头渐显, 渐显开场, 黑幕开场, 黑屏开场, 黑场开场, 从黑场, 从黑屏, "
    "从黑幕, 由黑渐亮, 黑屏渐亮, 黑幕渐亮, 黑场渐亮, 开头黑屏, 先是黑屏, 先黑屏, 第一秒黑屏, "
    "起初黑屏, 开始黑屏, 前 … 秒黑屏, 黑屏慢慢亮, 黑屏逐渐亮, "
    "黑场渐显, 黑屏渐显",
    Transition.DISSOLVE: "dissolve+, cross dissolve+, cross fade+, crossfade+, crossfading, "
    "morph+ into, smooth transition*, seamless transition*, soft transition*, "
    "transition+ smoothly, transition+ seamlessly, transition+ ~ to, transition+ ~ into, "
    "seamless morph, blend+ into image*/picture*/photo*, melt+ into image*/picture*/photo*, "
    "fade+ between, fade+ into image*/picture*/photo*, fade+ to image*/picture*/photo*, "
    "blend+ together, fade+ from image*/picture*/photo*, "
    "叠化, 叠化到, 溶解!在/于/成/为/开/掉/了, 交叉淡化, 平滑过渡, "
    "自然过渡, 无缝过渡, 无缝衔接, 过渡到, 柔和过渡, "
    "丝滑转场, 丝滑过渡, 流畅过渡, 顺滑过渡, 自然转场, 无缝转场, 叠化转场, 淡化到, ディゾルブで, "
    "逐/慢/越/渐<渐变!暗/亮/黑/白/红/蓝/冷/暖/成/为/得/强/弱/大/小/深/浅/稠/色/模",
    Transition.MATCH_CUT: "match cut*, match on action, graphic match, 匹配剪辑, 匹配转场, 匹配切",
    Transition.WHIP: "whip pan+ to !follow/find/catch/reveal/show/track/keep/meet/see/face, "
    "whip pan+ into, "
    "whip pan transition*, whip transition*, "
    "whip pan cut*, swish pan to, swish transition*, "
    "甩镜转场, 甩镜切, 甩镜到, 甩镜切换, 急摇转场, 甩切, ホイップパンで",
    Transition.GLITCH: "glitch*, glitch transition*, datamosh*, 故障, 故障转场, 故障风, 故障效果",
    Transition.CUT: "cut+ to, cut+ scene to, cut+ back to, hard cut*, jump cut*, smash cut*, "
    "snap cut*, straight cut*, quick cut*, "
    "切到, 切至, 切换到, 镜头切, 硬切, 跳切, 切换至, 快切",
}

ONE_TAKE = (
    "one take, single take, one continuous take, single continuous take, one continuous shot, "
    "single continuous shot, continuous shot, continuous take, one shot take, oner, one long take, "
    "single long take, unbroken shot, unbroken take, uninterrupted shot, single shot, "
    "one single shot, in one shot, long take, no cut*, no edits, no scene cuts, "
    "no cuts or transitions, without cut*, without any cut*, without a cut, without a single cut, "
    "don't cut, dont cut, do not cut, never cut+, no cutting, no jump cuts, no hard cuts, "
    "no scene change*, no camera cuts, no editing, continuous camera path/move/movement/motion, "
    "one continuous camera path/move/movement/motion, one unbroken move, "
    "one/single/seamless/unbroken .. continuous .. shot/take/move/movement/path/flight, "
    "one/single/seamless continuous .. shot/take/move/movement/path/flight, "
    "one/single/seamless unbroken/uninterrupted .. shot/take/move/movement/path, "
    "一镜到底, 长镜头, 不切镜, 不要切镜, 无剪辑, 不剪辑, 不要剪辑, 没有剪辑, 单镜头, 不切换镜头, "
    "不要切换镜头, 无切换, 无切镜, 没有切镜, 一个镜头到底, 不要切镜头, 连续镜头, 中间不切, "
    "全程不切, 没有切换"
)

# Words that open a new shot where a clause begins with them ...
CUTS = (
    "cut+ to, cut+ back to, cut+ away to, cut+ scene to, cut+ directly to, cutting to, "
    "hard cut to, hard cut, smash cut to, smash cut, snap cut to, jump cut to, jump cut, "
    "quick cut to, match cut to, dissolve+ to, dissolve+ into, crossfade+ to, cross fade+ to, "
    "cross dissolve to, fade+ to !black/white, fade+ into !black/white, transition+ to, "
    "transition+ ~ to, transition+ ~ into, whip pan+ to, whip pan+ into, wipe+ to, "
    "cut+ inside/outside/away/back, scene+ change+ to, scene+ switch+ to, scene+ shift+ to, "
    "corte a/para, corta a/para, coupe sur/vers, coupe franche vers, schnitt auf/zu/zum/zur/in, "
    "切到, 切至, 切成, 切回, 切换到, 切换至, 切换成, 硬切, 跳切, 快切, 叠化到, 叠化至, 叠化成, "
    "过渡到, 过渡至, 淡化到, 淡化至, 转场到, 转场至, 甩镜到, 切镜头, 换镜头, 切镜, 镜头切换, "
    "画面切换到, 画面切到, カットが変わり, ディゾルブで, ホイップパンで"
)
# ... and words after which the same scene goes on.
CONTINUATIONS = (
    "then, and then, next !to, after that, afterwards, afterward, later, finally, lastly, "
    "in the end, "
    "然后, 接着, 紧接着, 接下来, 随后, 之后, 随即, 后来, 最后!一, 最终"
)
