"""The words for camera, shot size and cutting, in English and Chinese, as tables of phrases."""

from ...plan import Framing, Move, Transition

FRAMINGS: dict[Framing, str] = {
    Framing.EXTREME_CLOSE_UP: "extreme close up+, extreme closeup, big close up, ecu, macro, "
    "macro shot, "
    "大特写, 极近特写, 极端特写, 超特写, 微距",
    Framing.CLOSE_UP: "close up+, closeup*, tight shot, tight on, cu, insert shot, 特写",
    Framing.MEDIUM_CLOSE_UP: "medium close up+, medium closeup, mcu, bust shot, chest up, "
    "head and shoulders, "
    "中近景, 近景, 胸像",
    Framing.MEDIUM: "medium shot, medium wide, medium full, mid shot, midshot, waist up, "
    "cowboy shot, two shot, "
    "中景, 半身, 中全景",
    Framing.WIDE: "wide shot, wide angle, wide view, wide frame, wide establishing, ultra wide, "
    "extreme wide, eyes/mouth/arms/door/smile/grin/open<wide $, wide of, establishing shot, "
    "establishing wide, full shot, long shot, start+ wide, begin+ wide, open+ wide, "
    "full body shot, "
    "全景, 远景, 大远景, 极远景, 超远景, 广角, 大全景",
}

MOVES: dict[Move, str] = {
    Move.DRIFT: "parallax, 视差",
    Move.STATIC: "static !noise/electric*/interference/hiss/crackle*, locked off, locked down, "
    "lock off, locked camera, locked shot, locked frame, fixed camera, fixed shot, fixed frame, "
    "fixed position, fixed view, stationary camera, stationary shot, still camera, still shot, "
    "still frame, camera .. still, camera .. locked, camera .. fixed, camera .. stationary, "
    "camera holds, motionless camera, tripod !leg*, "
    "固定 $, 固定镜头, 固定机位, 机位固定, 镜头固定, 固定中景, 固定特写, 固定全景, 固定近景, "
    "固定远景, 固定视角, 固定拍摄, 固定的镜头, 静止镜头, 镜头静止, 静态镜头, 镜头保持静止, 定镜, "
    "三脚架",
    Move.PUSH_IN: "push+ ~ in, push+ ~ forward*, push+ ~ closer, push+ ~ toward*, push in, "
    "dolly+ ~ in, dolly+ ~ forward*, dolly+ ~ toward*, dolly+ ~ closer, dolly+ ~ through, "
    "creep+ ~ in/closer/toward*/forward*, track+ ~ in/forward*, inch+ ~ closer, push shot, "
    "dolly shot, pushin, hyperlapse, "
    "推镜, 推镜头, 推近, 前推, 缓推, 慢推, 向前推, 往前推, 情/节/次<推进",
    Move.PULL_OUT: "pullback, pullout shot, dolly shot ~ back*, dolly shot ~ out, dolly+ ~ out, "
    "dolly+ ~ back*, dolly+ ~ away, track+ ~ out, track+ ~ back*, widen+ ~ out, reveal shot, "
    "pull/pulls/pulling ~ back, pull/pulls/pulling ~ out, pull/pulls/pulling ~ away, "
    "拉远, 后拉, 拉镜, 拉镜头, 向后拉, 缓拉, 慢拉",
    Move.ZOOM_IN: "zoom+ ~ in, zoom+ ~ into, zoom+ ~ on, zoom+ ~ onto, zoom+ ~ toward*, "
    "zoom+ ~ closer, ken burns, ken burns effect, "
    "变焦推, 放大画面, 镜头放大, 变焦放大, 变焦拉近, 镜头拉近, 推焦, 拉近!关/距/彼",
    Move.ZOOM_OUT: "zoom+ ~ out, zoom+ ~ back, zoom+ ~ away, 变焦拉远, 镜头缩小, 变焦缩小",
    Move.CRASH_ZOOM: "punch in, punches in, "
    "crash/snap/punch/whip/smash/rapid/quick/fast/sudden zoom* !out/back/away, "
    "急推, 急速推, 急速推进, 猛推, 急速变焦, 快速变焦, 猛地推",
    Move.DOLLY_ZOOM: "dolly zoom*, zolly, contra zoom, vertigo effect/shot/zoom, trombone shot, "
    "hitchcock zoom/effect/shot/move*, "
    "希区柯克变焦, 滑动变焦, 推拉变焦, 眩晕变焦, 希区柯克!风/式/电",
    Move.PAN_LEFT: "pan+ ~ left*, pan+ .. to the left, panning shot ~ left*, pan shot ~ left*, "
    "pan+ .. from right to left, left pan, "
    "向左摇, 摇向左, 镜头左转, 从右向左摇, 从右往左摇, 从右至左摇, 左摇!右",
    Move.PAN_RIGHT: "pan+ ~ right*, pan+ .. to the right, pan+ .. from left to right, right pan, "
    "pan+ ~ across, pan+ ~ over !easy, panning shot, pan shot, panoramic pan, "
    "向右摇, 摇向右, 镜头右转, 横摇, 摇镜, 摇镜头, 从左向右摇, 从左往右摇, 从左至右摇, 右摇!左",
    Move.TILT_UP: "upward tilt, head/chin/face/gaze<tilt/tilts/tilting ~ up*, "
    "仰摇, 上摇, 向上摇, 摇向上, 镜头上仰, 镜头上摇, 从下向上摇, 从下往上摇",
    Move.TILT_DOWN: "downward tilt, head/chin/face/gaze<tilt/tilts/tilting ~ down*, "
    "俯摇, 下摇, 向下摇, 摇向下, 镜头下摇, 从上向下摇, 从上往下摇",
    Move.TRUCK_LEFT: "track+ .. to the left, truck+ .. to the left, truck+ ~ left*, "
    "track+ ~ left*, dolly+ ~ left*, tracking/dolly/trucking/slider shot ~ left*, "
    "tracking/dolly/trucking/slider shot .. from right to left, track+ .. from right to left, "
    "lateral/sideways track*/dolly/slide/move* ~ left*, lateral/sideways tracking shot .. left*, "
    "lateral/sideways tracking shot .. right to left, "
    "左移, 向左平移, 向左移, 向左横移, 从右向左移, 从右往左移, 从右向左平移",
    Move.TRUCK_RIGHT: "truck+ ~ right*, track+ ~ right*, dolly+ ~ right*, "
    "track+ .. from left to right, lateral track*, lateral tracking shot, lateral dolly, "
    "lateral slide, lateral move*, lateral camera, sideways dolly, slider shot, slider move*, "
    "trucking shot, side tracking, "
    "右移, 向右平移, 向右移, 向右横移, 平移, 横移, 横向移动, 侧移, 侧拍, 从左向右移, 从左往右移, "
    "从左向右平移",
    Move.CRANE_UP: "crane+ ~ up*, crane shot, crane shot rising, crane shot .. up*, "
    "crane+ ~ rise+, jib+ ~ up*, jib shot, boom+ ~ up*, pedestal+ ~ up*, drone ~ rise+, "
    "drone ~ ascend+, drone ~ climb+, drone ~ lift*, rising crane, rising drone, ascending shot, "
    "rising shot, "
    "升镜, 升镜头, 升降镜头, 摇臂",
    Move.CRANE_DOWN: "crane+ ~ down*, crane shot .. down*, crane+ ~ lower+, jib+ ~ down*, "
    "boom+ ~ down*, pedestal+ ~ down*, drone ~ descend+, drone ~ dive+, drone ~ drop*, "
    "descending shot, descending crane, "
    "降镜, 降镜头",
    # Clockwise as it is drawn on a plan of the set, from above: the camera goes to its left.
    Move.ORBIT_LEFT: "orbit+ ~ left*, orbit+ .. to the left, circle+ .. to the left, arc+ ~ left*, "
    "arc+ .. to the left, orbit+ .. clockwise, "
    "顺时针环绕, 顺时针旋转环绕, 向左环绕, 左环绕",
    Move.ORBIT_RIGHT: "orbit+ ~ right*, arc+ ~ right*, orbit+ ~ around, "
    "orbit+ .. counter/anti clockwise, orbit+ .. counterclockwise/anticlockwise, orbit shot, "
    "orbital shot, orbiting shot, orbiting camera, orbit camera, orbital camera, orbital move*, "
    "orbit move*, arc shot, arcing shot, arc+ ~ around, "
    "360/degree/degrees orbit !left*/to/clockwise/counter*/anti*, 360 spin, 360 shot, "
    "360 degree shot, full orbit, bullet time, "
    "逆时针环绕, 逆时针旋转环绕, 绕摄, 环绕拍摄, 环绕镜头, 绕拍, 环拍, 子弹时间, 360度环绕, "
    "360°环绕, 山/水/雾/烟/云/光/乐/海/星<环绕!声/立/音",
    Move.TRACK: "tracking shot*, tracking camera, follow shot, following shot, follow cam, "
    "follow camera, camera .. follow+, track+ ~ behind/alongside/after/beside, steadicam, gimbal, "
    "follow+ ~ from behind, track+ ~ with, dolly+ ~ alongside/along/with/beside, travelling shot, "
    "traveling shot, walk and talk, "
    "跟拍, 跟随拍摄, 跟镜, 跟随镜头, 跟踪镜头, 追踪镜头, 跟移, 斯坦尼康, 稳定器",
    Move.AERIAL: "aerial shot, aerial view, aerial drone, aerial footage, drone shot*, drone view, "
    "drone footage, drone camera, drone ~ fly+, fpv, flyover, fly over shot, flythrough, "
    "bird's eye, birds eye, helicopter shot, aerial !acrobat*/silk*/dance*/yoga, "
    "航拍, 无人机航拍, 俯瞰, 鸟瞰, 穿越机, 第一人称飞行, 无人机视角, 无人机镜头, 无人机拍摄, "
    "无人机飞",
    Move.HANDHELD: "shaky cam*, shakycam, camera .. shake+, camera shake, subtle shake, "
    "documentary style, vlog, vlog style, shoulder mounted, shoulder camera, found footage, "
    "hand held !fan/device*/console*/mirror/radio/mixer/vacuum, "
    "handheld !fan/device*/console*/mirror/radio/mixer/vacuum, shaky !hand*/voice/breath*, "
    "手持镜头, 晃动镜头, 手持感, 手持 $, 手持拍摄, 手持摄影, 手持运镜, 手持跟拍, 手持质感, "
    "手持晃动, 手持风格, 手持摄像, 手持机位",
    Move.WHIP_PAN_LEFT: "whip pan+ ~ left*, swish pan ~ left, 向左甩镜, 左甩, 向左急摇",
    Move.WHIP_PAN_RIGHT: "whip pan+ !transition*, whip+ ~ to, whip+ ~ across, whip+ ~ over, "
    "swish pan*, flash pan, "
    "急摇, 甩镜, 甩镜头, 快速摇, 快速摇镜, 急甩, 快速横摇",
    Move.ROLL: "camera roll+, barrel roll+ shot, dutch angle, dutch tilt, dutch roll, "
    "canted angle, canted, roll+ ~ clockwise/counterclockwise/left/right, "
    "荷兰角, 倾斜镜头, 斜角镜头, 镜头旋转, 旋转镜头, 倾斜构图",
    Move.RACK_FOCUS: "rack+ focus, rack focus+, focus shift+, focus pull+, focus rack+, "
    "pull+ focus, shift+ focus, focus ~ shift+, focus ~ pull+, focus ~ rack+, focus transition*, "
    "out of focus to, blur+ to sharp, from blurry to, focus moves from, "
    "焦点转移, 焦点切换, 焦点从, 转焦, 移焦, 变焦点, 对焦到, 焦点移, 由虚变实, 虚实变化, 由虚到实, "
    "从模糊到清晰, 虚焦到, 由虚焦",
}

# The words that name a move alone behind its opposite: "pan left then right".
DIRECTIONS: dict[Move, tuple[str, ...]] = {
    Move.PUSH_IN: ("in", "forward", "forwards", "closer"),
    Move.PULL_OUT: ("out", "away", "backward", "backwards"),
    Move.ZOOM_IN: ("in",),
    Move.ZOOM_OUT: ("out",),
    Move.PAN_LEFT: ("left",),
    Move.PAN_RIGHT: ("right",),
    Move.TILT_UP: ("up", "upward", "upwards"),
    Move.TILT_DOWN: ("down", "downward", "downwards"),
    Move.TRUCK_LEFT: ("left",),
    Move.TRUCK_RIGHT: ("right",),
    Move.CRANE_UP: ("up",),
    Move.CRANE_DOWN: ("down",),
    Move.ORBIT_LEFT: ("left", "clockwise"),
    Move.ORBIT_RIGHT: ("right", "counterclockwise"),
}

# A move only where the camera is the one who does it: "the camera rises", "Glide through the hall".
MOVES_OF_THE_CAMERA: dict[Move, str] = {
    Move.STATIC: "hold+ on, hold+ steady, fixed, locked, 静止, 不动, 停住",
    Move.TRUCK_LEFT: "move+/slide+/glide+/drift+/travel+/float+ ~ left*, "
    "move+/slide+/glide+/drift+/travel+/float+ .. to the left, "
    "move+/slide+/glide+/drift+/travel+/float+ .. from right to left",
    Move.ORBIT_LEFT: "circle+/arc+/rotate+/revolve+/spin+/move+ .. clockwise",
    Move.PUSH_IN: "move+ ~ in, move+ ~ forward*, move+ ~ closer, move+ ~ toward*, move+ ~ through, "
    "glide+ ~ in, glide+ ~ closer, glide+ ~ forward*, glide+ ~ toward*, glide+ ~ through, "
    "glide+ ~ into, drift+ ~ in/closer/toward*/forward*, advance+, approach+, "
    "travel+ ~ forward*/through, fly+ ~ in/into/toward*/forward*, push+, ease+ ~ in, go+ ~ closer, "
    "get+ ~ closer, come+ ~ closer, rush+ ~ in/forward/toward*/through, "
    "race+ ~ through/toward*/forward, speed+ ~ through/toward*/forward, dolly, "
    "靠近, 逼近, 向前, 前进, 推, 推向, 深入, 穿过, 穿越",
    Move.PULL_OUT: "move+ ~ back, move+ ~ backward*, move+ ~ away, move+ ~ out, retreat+, "
    "glide+ ~ back*/away, drift+ ~ back*/away, fly+ ~ out/away/back, ease+ ~ back/out, widen+, "
    "back+ away, recede+, push+ ~ out, "
    "拉, 拉出, 拉开, 拉至, 后退, 远离, 退",
    Move.ZOOM_IN: "zoom+ !lens*/call*/meeting*, zoom the",
    Move.PAN_RIGHT: "pan+, pan the, sweep+ ~ across, sweep+, 摇",
    Move.TILT_UP: "tilt+",
    Move.TRUCK_RIGHT: "truck+, slide+, glide+, glide+ ~ across/past/along*, drift+ ~ across/past, "
    "move+ ~ across/along*/past, travel+ ~ along/past, skim+, "
    "move+/slide+/glide+/drift+/travel+/float+ ~ right*, move+ ~ sideways, slide+ ~ sideways",
    Move.CRANE_UP: "crane, crane+, rise+, rising, rose, ascend+, lift+, climb+, soar+, "
    "move+/fly+/glide+/float+/drift+/sweep+/rise+/travel+/lift+ ~ up*, go+ ~ up, boom+, "
    "上升, 上移, 升起, 抬升, 拉升, 升高",
    Move.CRANE_DOWN: "descend+, lower+, drop+, dive+, plunge+, go+ ~ down, "
    "move+/glide+/float+/drift+/sweep+/swoop+/spiral+/travel+/fly+ ~ down*, "
    "下降, 下移, 俯冲, 降落, 降下",
    Move.ORBIT_RIGHT: "circle+/arc+/rotate+/revolve+/spin+ .. counterclockwise/anticlockwise, "
    "circle+/arc+/rotate+/revolve+/spin+ .. counter/anti clockwise, circle+, "
    "orbit+ !planet*/satellite*/station/moon*, revolve+, rotate+ ~ around, spin+ ~ around, arc+, "
    "move+ ~ around, swirl+ ~ around, wrap+ ~ around, rotate+, spin+, go+ ~ around, "
    "swing+ ~ around, "
    "围绕, 绕, 绕着, 旋转, 转动",
    Move.TRACK: "track+, follow+, travel+, dolly+, chase+, lead+, trail+, "
    "move+ ~ with/alongside/behind, "
    "跟随, 跟着, 跟踪, 追随, 随, 追踪",
    Move.AERIAL: "fly+, fly+ ~ over/through/above/past/across/around, swoop+, hover+, "
    "飞过, 飞越, 掠过, 飞行",
    Move.HANDHELD: "shake+, wobble+, sway+, jitter+, bob+, 晃动, 抖动, 摇晃",
    Move.ROLL: "roll+, tumble+, 翻滚",
}

# The camera is told to keep still in so many words; nothing else in the shot outweighs it.
LOCKED = (
    "no camera movement*, no camera motion, no movement of the camera, no camera move+, "
    "without camera movement*, without camera motion, without any camera movement*, "
    "without any camera motion, no any camera movement, zero camera movement, no moving camera, "
    "no camera work, camera does not move, camera doesn't move, camera doesnt move, "
    "camera never moves, camera is not moving, camera not moving, don't move the camera, "
    "dont move the camera, do not move the camera, never move the camera, keep the camera still, "
    "camera remains static, camera remains still, camera remains fixed, camera stays fixed, "
    "camera stays still, camera stays static, camera stays locked, static throughout, "
    "不要运镜, 无运镜, 没有运镜, 不运镜, 镜头不动, 镜头不要动, 镜头不移动, 不移动镜头, "
    "不要移动镜头, 不要镜头运动, 没有镜头运动, 无镜头运动, 没有任何运镜, 不要任何运镜, 机位不动, "
    "镜头保持不动, 镜头全程不动, 镜头不晃动, 不要有运镜, 全程固定, 保持固定, 始终固定, 固定不变, "
    "固定不动"
)

# Refused moves; where no other move is asked for, the camera stands still.
REFUSED_MOVES = (
    "no zoom*, no pan*, no tilt*, no dolly, no orbit*, no handheld, no shak*, don't zoom, "
    "don't pan, don't tilt, do not zoom, do not pan, without zoom*, without pan*, "
    "不要推拉, 不要变焦, 不要摇镜, 不要推镜, 不推拉, 无推拉, 不要晃动, 不要旋转镜头"
)

PACES: dict[float, str] = {
    0.5: "very slow*, extremely slow*, ultra slow*, super slow*, imperceptibl*, barely, "
    "极慢, 极其缓慢, 非常慢, 非常缓慢, 很慢, 极缓, 超慢",
    0.7: "slow*, gentl*, gradual*, subtl*, soft*, leisurely, creep+, slight*, inch+, "
    "缓慢, 慢慢, 缓缓, 慢, 轻轻, 轻微, 渐渐, 徐徐, 缓推, 缓拉, 柔和地, 微微",
    1.5: "fast, high speed, quick*, rapid*, brisk*, dynamic*, swift*, energetic*, aggressive*, "
    "sudden*, "
    "快速, 迅速, 急速, 急, 猛地, 突然, 飞速, 疾速, 轻/欢/明/畅/愉/凉<快!乐/餐",
    2.0: "crash/snap/punch/whip/smash zoom* ~ out/back/away, very fast, extremely fast, "
    "very quick*, super fast, lightning fast, at extreme speed, extreme speed, "
    "极快, 非常快, 极速, 飞快",
}

PACES_OF_THE_SHOT: dict[float, str] = {
    0.5: "super slow motion, ultra slow motion, extreme slow motion, 超级慢动作, 超慢动作",
    0.7: "slow motion, slowmo, slow mo, slow paced, slow pace, slow burn, "
    "慢动作, 慢镜头, 升格, 节奏缓慢",
    1.5: "fast paced, fast pace, high energy, quick cuts, rapid fire, fast motion, time lapse, "
    "timelapse, hyperlapse, "
    "快节奏, 节奏紧凑, 节奏明快, 快剪, 延时摄影",
}

TRANSITIONS: dict[Transition, str] = {
    Transition.FADE_TO_BLACK: "fade+ ~ to black, fade+ ~ into black, fade+ ~ into darkness, "
    "fade+ out, fade+ out to black, cut+ to black !and, smash cut to black !and, "
    "screen goes black, end+ on/in/with black, end+ on/in/with a black screen, "
    "淡出, 黑场, 渐隐, 切黑, 画面变黑, 淡出至黑, 渐黑, 黑屏, 淡出到黑, 淡出黑场",
    Transition.FADE_TO_WHITE: "fade+ ~ to white, fade+ ~ into white, white out, flash+ to white, "
    "cut to white, "
    "淡出至白, 白场, 变白, 渐白, 白屏, 淡出到白",
    Transition.FADE_IN: "fade+ in, fade+ ~ in from, fade+ up, fade+ from black, open+ from black, "
    "fade+ ~ in from black, up from black, "
    "淡入, 渐显, 黑场淡入",
    Transition.DISSOLVE: "dissolve+, cross dissolve+, cross fade+, crossfade+, crossfading, "
    "morph+ into, smooth transition*, seamless transition*, soft transition*, "
    "transition+ smoothly, transition+ seamlessly, transition+ ~ to, transition+ ~ into, "
    "seamless morph, blend+ into image*/picture*/photo*, melt+ into image*/picture*/photo*, "
    "fade+ between, fade+ into image*/picture*/photo*, fade+ to image*/picture*/photo*, "
    "blend+ together, "
    "叠化, 叠化到, 溶解, 渐变, 交叉淡化, 平滑过渡, 自然过渡, 无缝过渡, 无缝衔接, 过渡到, 柔和过渡, "
    "丝滑转场, 丝滑过渡, 流畅过渡, 顺滑过渡, 自然转场, 无缝转场, 叠化转场, 淡化到",
    Transition.MATCH_CUT: "match cut*, match on action, graphic match, 匹配剪辑, 匹配转场, 匹配切",
    Transition.WHIP: "whip pan+ to, whip pan+ into, whip pan transition*, whip transition*, "
    "whip pan cut*, swish pan to, swish transition*, "
    "甩镜转场, 甩镜切, 甩镜到, 甩镜切换, 急摇转场, 甩切",
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
    "no scene change*, no camera cuts, no editing, "
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
    "切到, 切至, 切成, 切回, 切换到, 切换至, 切换成, 硬切, 跳切, 快切, 叠化到, 叠化至, 叠化成, "
    "过渡到, 过渡至, 淡化到, 淡化至, 转场到, 转场至, 甩镜到"
)
# ... and words after which the same scene goes on.
CONTINUATIONS = (
    "then, and then, next !to, after that, afterwards, afterward, later, finally, lastly, "
    "in the end, "
    "然后, 接着, 紧接着, 接下来, 随后, 之后, 随即, 后来, 最后!一, 最终"
)
