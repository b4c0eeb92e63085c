"""Phrases for camera and shot size, in English and Chinese."""

from ...plan import Framing, Move

FRAMINGS: dict[Framing, str] = {
    Framing.EXTREME_CLOSE_UP: "extreme close up+, extreme closeup, big close up, ecu, macro shot, "
    "detalle/detail/details<macro !detail*/lens/texture*/photograph*, extreme close view, "
    "extreme close shot, "
    "extreme detail, ultra close up, super close up, "
    "大特写, 极近特写, 极端特写, 超特写, 微距, 微距特写, 特写微距, 极致特写, 微距镜头, 极特写, "
    "极致近景",
    Framing.CLOSE_UP: "close up+, closeup*, tight shot, tight on, cu, insert shot, close view, "
    "close shot, close side shot, close on !both/either/all/each/every, detail shot*, "
    "close framing, close frame, "
    "close detail, "
    "特写, 怼脸, 怼脸拍",
    Framing.MEDIUM_CLOSE_UP: "medium close up+, "
    "medium close !friend*/relation*/call*/range, medium closeup, mcu, bust shot, chest up, "
    "head and shoulders, "
    "中近景, 胸像, 附/远/最/就<近景",
    Framing.MEDIUM: "medium shot, medium wide, medium full, mid shot, midshot, waist up, "
    "cowboy shot, two shot, "
    "medium !size*/format/rare/well/heat/brown/length/speed/pace/light/term/grey/gray/dark/blue/"
    "close/roast, ms of, "
    "中全景, 水/雨/雾/夜/雪/空/林/其/画/梦/镜<中景, 半身像, 半身镜, 半身景, 半身照, 半身 $, "
    "下/上<半身 $, 半身构图, 半身人像",
    Framing.WIDE: "wide shot, wide view, wide frame, wide establishing, ultra wide, extreme wide, "
    "eyes/mouth/arms/door/smile/grin/open<wide $, wide of, establishing shot, establishing wide, "
    "full shot, long shot, start+ wide, begin+ wide, open+ wide, full body shot, wide angle !lens, "
    "全景, 远景, 大远景, 极远景, 超远景, 大全景, 广角!特/近/镜头特",
}

MOVES: dict[Move, str] = {
    Move.DRIFT: "parallax, 视差",
    Move.STATIC: "fixed wide/medium/close, fixed angle/lens/perspective/framing/viewpoint, "
    "locked off, locked down, "
    "lock+ off, locked camera, locked shot, locked frame, "
    "fixed camera, fixed shot, fixed frame, fixed position, fixed view, stationary camera, "
    "stationary shot, still camera, still shot, still frame, camera .. still, "
    "camera .. locked !to/onto, "
    "camera .. fixed !just/behind/beside/alongside, camera .. stationary, "
    "camera holds, motionless camera, tripod !leg*, "
    "static $, "
    "static mount, mcu locked, wide locked, medium locked, shot locked, frame locked, "
    "static shot*/camera/frame*/framing/wide/medium/close/tripod/composition/angle/view/lens/take/"
    "throughout/locked/position/hold, camera .. static, locked wide, locked medium, locked close, "
    "cam still, cam static, start+/begin+/end+ static, end+ locked, "
    "camera stays put, hold still, stay still, camera stops, freeze frame, "
    "frozen camera, camera freezes, "
    "机位固定, 镜头固定, 镜头静止, 静态镜头, 画面/镜头/机位/构图 … 静态, "
    "静态 … 画面/构图/机位/全景/中景/近景/特写/远景/广角/拍摄/视角, 镜头保持静止, 三脚架, "
    "稳<定镜, 画面静止, 画面定格, "
    "固定/静止 … 摄影机/摄像机/广角/中景/特写/全景/近景/远景/机位/镜头/画面/视角/构图/拍摄, "
    "置/局/距/间/位<固定 $, "
    "定格 $, 定帧 $, 定格在, 静止 $, 停住不动",
    Move.PUSH_IN: "move/push/bring the camera ~ in/closer/forward*/toward*, "
    "move/push/bring camera ~ in/closer/forward*/toward*, 多莉 … 靠近, 多莉 … 推, "
    "forward dolly/track*/glide/drift/creep/push, "
    "creeping move* toward*/in/closer, "
    "push ins, dolly ins, push+ ~ in, push+ ~ forward*, push+ ~ closer, push+ ~ toward*, push in, "
    "dolly+ ~ in, dolly+ ~ forward*, dolly+ ~ toward*, dolly+ ~ closer, dolly+ ~ through, "
    "creep+ ~ in/closer/toward*/forward*, inch+ ~ closer, push shot, dolly shot, pushin, "
    "hyperlapse, creep/creeping/creeps ~ in, track/tracking ~ in, track+ ~ forward*, hyper lapse, "
    "推镜, 推镜头, 向前推, 缓推!开/门/车/着, 慢推!开/门/车/着, 快推!开/门/车/着, 前推!着/车/开, "
    "往前推!着/车/开, 情/节/次/工/力<推进!器/剂/系/舱/水/火/房/屋/门, 推近!了/着, 推到特写, "
    "推到脸, 推到面部, 推到眼, 推到近景, 慢慢往里推, 往里推",
    Move.PULL_OUT: "move/pull/take the camera ~ back*/out/away, "
    "move/pull/take camera ~ back*/out/away, "
    "backward dolly/track*/glide/drift/push/pull, pullback*, pullout shot, "
    "pull outs, pull backs, dolly outs, "
    "dolly shot ~ back*, dolly shot ~ out, dolly+ ~ out, "
    "dolly+ ~ back*, dolly+ ~ away, track+ ~ out, track+ ~ back*, widen+ ~ out, reveal shot, "
    "pull/pulls/pulling ~ back, pull/pulls/pulling ~ out, pull/pulls/pulling ~ away, "
    "reverse dolly, rapid reverse dolly, "
    "拉远, 拉镜, 拉镜头, 向后拉, 快拉!近/进/到/开/着, 后拉!着, 后退跟拍, 拉回至, 拉回到, 全景拉开, "
    "远景拉开, 拉出全景, 缓拉!近/进/到/开/着/窗/抽/门/高, 慢拉!近/进/到/开/着/窗/抽/门/高",
    Move.ZOOM_IN: "zoom+ ~ in, zoom+ ~ into, zoom+ ~ on, zoom+ ~ onto, zoom+ ~ toward*, "
    "zoom+ ~ closer, ken burns, ken burns effect, zoom ins, zoomin, zoom way in, "
    "变焦推, 放大画面, 画面放大, 镜头放大, 变焦放大, 变焦拉近, 镜头拉近, 推焦, 拉近!关/距/彼, "
    "慢慢放大, "
    "缓慢放大, 缓缓放大, 逐渐放大",
    Move.ZOOM_OUT: "zoom+ ~ out, zoom+ ~ back, zoom+ ~ away, zoom outs, zoom way out, zoomout, "
    "zoom all the way out, "
    "变焦拉远, 镜头缩小, 变焦缩小, 慢慢缩小, 缓慢缩小, 缓缓缩小, 逐渐缩小",
    Move.CRASH_ZOOM: "punch in, punches in, "
    "crash/snap/punch/whip/smash/rapid/quick/fast/sudden zoom* !out/back/away, "
    "急推, 急速推, 急速推进, 猛推, 猛地推, 快速变焦!推/拉, 急速变焦!拉",
    Move.DOLLY_ZOOM: "dolly zoom*, zolly, contra zoom, vertigo effect/shot/zoom, trombone shot, "
    "hitchcock zoom/effect/shot/move*, "
    "希区柯克变焦, 滑动变焦, 推拉变焦, 眩晕变焦, 希区柯克!风/式/电, 希区柯克式变焦",
    Move.PAN_LEFT: "pan/turn/swing/rotate the camera .. left*, "
    "pan/turn/swing/rotate camera .. left*, "
    "leftward pan/sweep/swing, pan+ ~ left*, pan+ .. to the left, "
    "panning shot ~ left*, pan shot ~ left*, "
    "left pan, pan+ .. right to left, "
    "摇向左, 镜头左转, 左摇!右, 左横摇, 向左/往左/朝左 … 摇, 右摇到左, 从右/由右 … 左 … 摇, "
    "从右/由右 … 摇 … 左, 从右/由右 … 左 … 扫, 摇镜头向左, 摇镜向左",
    Move.PAN_RIGHT: "pan/turn/swing/rotate the camera .. right*, "
    "pan/turn/swing/rotate camera .. right*, "
    "rightward pan/sweep/swing, pan+ ~ right*, pan+ .. to the right, right pan, "
    "pan+ ~ across, "
    "pan+ ~ over !easy, panning shot, pan shot, panoramic pan, pan+ .. left to right, "
    "摇向右, 镜头右转, 横摇, 摇镜, 摇镜头, 右摇!左, 左摇到右, 摇摄, 向右/往右/朝右 … 摇, "
    "从左/由左 … 右 … 摇, 从左/由左 … 摇 … 右, 从左/由左 … 右 … 扫",
    Move.TILT_UP: "tilt/angle/point the camera ~ up*, tilt/angle/point camera ~ up*, "
    "体/身/头/路/坡/屋/板<向上倾斜, upward tilt, "
    "head/chin/face/gaze<tilt/tilts/tilting ~ up*, pan+ ~ up*, "
    "camera looks up, "
    "仰摇, 摇向上, 镜头上仰, 镜头上摇, 摇摄向上, 面/台/桌/椅/床/船/树/枝/身/车/水<上摇!晃/摆, "
    "向上 … 摇, 从下/由下 … 上 … 摇, 摇镜头向上, 摇镜向上",
    Move.TILT_DOWN: "tilt/angle/point the camera ~ down*, tilt/angle/point camera ~ down*, "
    "体/身/头/路/坡/屋/板<向下倾斜, downward tilt, "
    "head/chin/face/gaze<tilt/tilts/tilting ~ down*, pan+ ~ down*, "
    "camera looks down, "
    "俯摇, 摇向下, 镜头下摇, 摇摄向下, 桌/台/树/床/脚/身<下摇!晃/摆/出, 向下 … 摇, "
    "从上/由上 … 下 … 摇, 摇镜头向下, 摇镜向下",
    Move.TRUCK_LEFT: "move/slide/shift the camera .. left*, move/slide/shift camera .. left*, "
    "leftward dolly/track/slide/glide/drift, track+ .. to the left, "
    "truck+ .. to the left, truck+ ~ left*, "
    "track+ ~ left*, dolly+ ~ left*, tracking/dolly/trucking/slider shot ~ left*, "
    "lateral/sideways track*/dolly/slide/move* ~ left*, lateral/sideways tracking shot .. left*, "
    "lateral/sideways tracking shot .. right to left, track+/truck+/dolly+ .. right to left, "
    "tracking/dolly/trucking/slider shot .. right to left, slider .. right to left, "
    "左移, 向左/往左/朝左 … 移, 从右/由右 … 左 … 移, 移镜头向左, 移镜向左",
    Move.TRUCK_RIGHT: "move/slide/shift the camera .. right*, move/slide/shift camera .. right*, "
    "rightward dolly/track/slide/glide/drift, truck+ ~ right*, track+ ~ right*, "
    "dolly+ ~ right*, lateral track*/dolly/slide/move*/camera/glide/drift, "
    "lateral tracking shot, sideways dolly/glide/drift, slider shot, slider move*, "
    "slow/subtle/smooth/gentle slider, "
    "trucking shot, side tracking, "
    "track+/truck+/dolly+ .. left to right, tracking/dolly/trucking/slider shot .. left to right, "
    "slider .. left to right, lateral .. move*, "
    "右移, 横向移动, 侧移, 侧拍, 移镜, 移镜头, 前<横移, 向右/往右/朝右 … 移, 从左/由左 … 右 … 移, "
    "前/场中<平移!门",
    Move.CRANE_UP: "move/lift/raise/crane the camera ~ up*, move/lift/raise/crane camera ~ up*, "
    "upward crane/boom/lift/drift/glide/rise, vertical lift/rise of the camera, "
    "crane+ ~ up*, crane shot, crane shot rising, crane shot .. up*, "
    "crane+ ~ rise+, jib+ ~ up*, jib shot, boom+ ~ up*, pedestal+ ~ up*, drone ~ rise+, "
    "drone ~ ascend+, drone ~ climb+, drone ~ lift*, rising crane, rising drone, ascending shot, "
    "rising shot, drone ~ up*, rising/ascending/climbing aerial, "
    "升镜, 升镜头, 升降镜头, 摇臂",
    Move.CRANE_DOWN: "move/lower/crane the camera ~ down*, move/lower/crane camera ~ down*, "
    "downward crane/boom/drift/glide, crane+ ~ down*, crane shot .. down*, "
    "crane+ ~ lower+, jib+ ~ down*, "
    "boom+ ~ down*, pedestal+ ~ down*, drone ~ descend+, drone ~ dive+, drone ~ drop*, "
    "descending shot, descending/diving/sinking aerial, descending crane, crane shot ~ descend+, "
    "crane shot ~ lower+, "
    "crane shot ~ drop+, jib shot ~ down*, pull+ ~ back and down, "
    "降镜, 降镜头",
    # Clockwise as it is drawn on a plan of the set, from above: the camera goes to its left.
    Move.ORBIT_LEFT: "orbit+ ~ left*, orbit+ .. to the left, circle+ .. to the left, arc+ ~ left*, "
    "arc+ .. to the left, orbit+ .. clockwise, clockwise orbit/arc/circle/rotation, left orbit, "
    "left circling, left arc, "
    "顺时针环绕, 顺时针旋转环绕, 向左环绕, 左环绕, 从右/由右 … 绕到 … 左, 绕 … 顺时针旋转, "
    "绕 … 顺时针, 顺时针绕",
    Move.ORBIT_RIGHT: "orbit+ ~ right*, arc+ ~ right*, "
    "an/the/full/half/complete/tight/wide/slow/fast orbit ~ around, orbiting/orbits ~ around, "
    "orbit+ .. counter/anti clockwise, orbit+ .. counterclockwise/anticlockwise, orbit shot, "
    "orbital shot, orbiting shot, orbiting camera, orbit camera, orbital camera, "
    "orbital move*/track*, "
    "orbit move*, arc shot, arcing shot, arc+ ~ around, "
    "360° orbit, 360/degree/degrees orbit !left*/to/clockwise/counter*/anti*, 360 spin, 360 shot, "
    "360 degree shot, full orbit, bullet time, dolly+ ~ around, camera movement around, "
    "full .. orbit, orbital $, circular dolly, "
    "counterclockwise/anticlockwise orbit/arc/circle/rotation, "
    "counter/anti clockwise orbit/arc/circle, right orbit, right circling, right arc, orbital arc, "
    "full revolution, 360 around, 360/full/180/half rotation around/of, "
    "360°/180° rotation around/of, 360/180 degree/degrees rotation around/of, "
    "move/rotate/swing/spin the camera around, move/rotate/swing/spin camera around, "
    "逆时针环绕, 逆时针旋转环绕, 环绕拍摄, 环绕镜头, 绕拍, 环拍, 子弹时间, 360度环绕, 360°环绕, "
    "绕主体, 绕人物, 绕着主体, 绕着人物, 360度旋转, "
    "山/水/雾/烟/云/光/乐/海/星/花/芒/树/灯/火/林/群/墙/城/湖/河<环绕!声/立/音/的/着, 360度展示, "
    "360°展示, 环绕展示, "
    "绕摄!影, 从左/由左 … 绕到 … 右, 绕 … 逆时针旋转, 绕 … 逆时针, 逆时针绕, 弧形运镜",
    Move.TRACK: "camera locked to/onto, tracking shot*, tracking camera, follow shot, "
    "following shot, follow cam, "
    "follow camera, camera ~ follow+, track+ ~ behind/alongside/after/beside, steadicam, gimbal, "
    "follow+ ~ from behind, track+ ~ with, dolly+ ~ alongside/along/with/beside, travelling shot, "
    "traveling shot, walk and talk, tracking move*, track it/him/her/them, "
    "follow+ it/him/her/them .. from behind, "
    "跟拍, 跟随拍摄, 跟镜, 跟随镜头, 跟踪镜头, 向/看/望/着<追踪镜头, "
    "跟移, 斯坦尼康, 稳定器, 追拍, "
    "连续跟随",
    Move.AERIAL: "aerial shot, aerial view, aerial drone, aerial footage, drone shot*, drone view, "
    "drone footage, drone camera, drone reveal*/flight/flyby/sweep*/pass, drone ~ fly+, fpv, "
    "flyover, fly over shot, flythrough, "
    "bird's eye, birds eye, helicopter shot, "
    "aerial !acrobat*/silk*/danc*/yoga/flip*/kick*/combat/attack*/stunt*/battle*/fight*/trick*/"
    "spin*/maneuver*/manoeuvre*/assault*/jump*/strike*/duel*/dogfight*/tram*/root*/plant*, "
    "drone over/through/above/across/past, drone ~ forward*, drone ~ back*, "
    "航拍, 无人机航拍, 俯瞰, 鸟瞰, 穿越机, 第一人称飞行, 无人机视角, 无人机镜头, 无人机拍摄, "
    "无人机飞",
    Move.HANDHELD: "shaky cam*, shakycam, camera .. shake+, camera shake, subtle shake, "
    "shoulder mounted, shoulder camera, found footage, "
    "hand held !fan/device*/console*/mirror/radio/mixer/vacuum, "
    "handheld !fan/device*/console*/mirror/radio/mixer/vacuum, shaky !hand*/voice/breath*, "
    "手持镜头, 晃动镜头, 手持感, 手持 $, 手持拍摄, 手持摄影, 手持运镜, 手持跟拍, 手持质感, "
    "手持近景, 手持中景, 手持特写, 手持全景, 手持自拍!杆/神/器, 手机自拍近景, "
    "手持晃动, 手持抖动, 手持风格, 手持摄像, 手持机位, 手持微",
    Move.WHIP_PAN_LEFT: "whip pan+ ~ left*, swish pan ~ left, "
    "向左甩镜, 左甩, 向左急摇, 甩镜头向左, 甩镜向左, 甩向左",
    Move.WHIP_PAN_RIGHT: "whip pan+ !transition*, whip+ ~ to, whip+ back to, whip+ ~ across, "
    "whip+ ~ over, "
    "swish pan*, flash pan, "
    "急摇, 甩镜, 甩镜头, 快速摇, 快速摇镜, 急甩, 快速横摇",
    Move.ROLL: "camera roll+, snap roll, roll and yaw, barrel roll+ shot, dutch angle, "
    "dutch tilt, dutch roll, "
    "canted angle, canted, roll+ ~ clockwise/counterclockwise/left/right, tilt+ ~ sideways, "
    "荷兰角, 倾斜镜头, 斜角镜头, 镜头旋转, 旋转镜头, 倾斜构图",
    Move.RACK_FOCUS: "rack+ focus, rack focus+, focus shift+, focus pull+, focus rack+, "
    "pull+ focus, shift+ focus, focus ~ shift+, focus ~ pull+, focus ~ rack+, focus transition*, "
    "out of focus to, blur+ to sharp, from blurry to, focus moves from, focus ~ go+ from, "
    "焦点转移, 焦点切换, 焦点从, 转焦, 移焦, 变焦点, 对焦到, 焦点移, 由虚变实, 虚实变化, 由虚到实, "
    "从模糊到清晰, 虚焦到, 由虚焦, 拉焦",
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

# What a camera makes in a direction, by its noun.
_RUSH = "rush*/dash*/surge*/charge/thrust*/flight/move/slide/sweep/drop/plunge/dive"
_STROKE = f"{_RUSH}/movement/motion"
# A move only where the camera is the one who does it: "the camera rises", "Glide through the hall".
MOVES_OF_THE_CAMERA: dict[Move, str] = {
    Move.STATIC: "hold+ on, hold+ steady, fixed, locked, hold $, lock+ off, lock+ on/down, "
    "settle+ on, come+ to rest/a stop/a halt, steadies, "
    "静止, 不动, 停住, 停止, 停下, 固定在, 固定于, 稳定下来, 停在, 停留在",
    Move.TRUCK_LEFT: f"leftward {_STROKE} !of, "
    "move+/slide+/glide+/drift+/travel+/float+ ~ left*, "
    "move+/slide+/glide+/drift+/travel+/float+ .. to the left, "
    "move+/slide+/glide+/drift+/travel+/float+/sweep+ .. right to left, ease+ ~ left*, "
    "go+/shift+/scroll+ ~ left*, go+/shift+/scroll+ .. to the left, "
    "从右到左, 从右往左, 从右向左, 由右至左, 由右向左, 由右到左, 从右侧, 往左挪, 向左挪, 往左走, "
    "向左走",
    Move.ORBIT_LEFT: "circle+/arc+/rotate+/revolve+/spin+/move+ .. clockwise, circle+ ~ left*, "
    "go+/move+/travel+ around .. to the left, "
    "顺时针旋转",
    Move.PUSH_IN: f"forward {_RUSH} !of, fast<forward movement/motion !of, "
    "ease+ ~ forward*/closer/toward*, tighten+ ~ on/in/onto/around, close+ ~ in on, "
    "move+ ~ into, move+ ~ forward*, move+ ~ closer, move+ ~ toward*, move+ ~ through, "
    "glide+ ~ in !the/a/an/her/his/its/their/mid, "
    "glide+ ~ closer, glide+ ~ forward*, glide+ ~ toward*, glide+ ~ through, "
    "glide+ ~ into, drift+ ~ in !the/a/an/her/his/its/their/mid, "
    "drift+ ~ closer/toward*/forward*, advance+, approach+, "
    "travel+ ~ forward*/through, fly+ ~ in/into/toward*/forward*, push+, ease+ ~ in, go+ ~ closer, "
    "get+ ~ closer, come+ ~ closer, rush+ ~ in/forward/toward*/through, surge+ ~ forward*/toward*, "
    "accelerate+ ~ forward*/toward*/low/through, hurtle+/charge+/barrel+/streak+ ~ "
    "forward*/toward*/through, "
    "race+ ~ through/toward*/forward, speed+ ~ through/toward*/forward, dolly, push+ ~ into, "
    "glide+/drift+/fly+/float+ ~ through, slide+ ~ forward*, "
    "move+ ~ in !one/a/an/the/sync/slow/real, inch+ ~ toward*/in/forward*, "
    "edge+ ~ closer/toward*/in/forward*, nudge+ ~ forward*/in/closer, "
    "靠近, 逼近, 向前, 前进, 推, 推向, 深入, 穿过, 穿越, 贴近, 凑近, 前移, 由远及近, 由远到近, "
    "从远到近, 由远至近, 推入, 怼近, 穿进, 穿入, 穿行!的, 穿梭!的, 往前飞, 向前飞, 走到, 走进, "
    "走向, 往前走, "
    "越来越近",
    Move.PULL_OUT: f"backward/rearward {_STROKE} !of, "
    "move+ ~ back, move+ ~ backward*, move+ ~ away, move+ ~ out, retreat+, "
    "fly+ ~ out/away/back, ease+ ~ back/out, widen+, back+ away, recede+, push+ ~ out, "
    "snap+ ~ back*, glide+/fly+/slide+/float+/creep+/drift+/travel+ ~ back*, glide+/drift+ ~ away, "
    "back+ off, get+ ~ further away, go+ ~ further away, move+ ~ further away, "
    "往后/向后 … 退, 往后走, 向后走, 往后飞, 拉, 拉出, 拉开, 拉至, 后退, 远离, 退, 后移, 推远, "
    "由近及远, 由近到远, 从近到远, 由近至远, "
    "后撤, 拉升拉远, 拉回, 越来越远",
    Move.ZOOM_IN: "zoom+ !lens*/call*/meeting*, zoom the, 拉进, 放大, 画面放大",
    Move.PAN_RIGHT: "swing+ ~ right*, swing+ .. to the right, pan+, pan the, sweep+ ~ across, "
    "sweep+ ~ over/past/along/right*, "
    "turn+/swivel+ ~ right*, turn+/swivel+ .. to the right, "
    "turn+/swivel+/swing+ ~ to/toward*/onto the/a/an/reveal/show/find !left*/right*/far, "
    "turn+/swivel+/swing+ ~ to/toward*/onto her/his/their/its face/eyes/hands/reflection, "
    "turn+/swivel+/swing+ ~ round, turn+/swivel+ ~ around, "
    "摇, 扫过, 扫视, 横扫, 环视, 向右转, 转向, 转到, 转至, "
    "转去, 转过去, 转过来, 转回",
    Move.TILT_UP: "angle+ ~ up*, tilt+, "
    "向上仰, 上仰, 仰起, 从下往上, 从下到上, 从下向上, 由下而上, 由下往上, 自下而上, 由下至上, "
    "上抬, 抬起来, 抬起, 从脚到头, 转向上, 转向天",
    Move.TRUCK_RIGHT: f"sideways/lateral/rightward {_STROKE} !of, "
    "truck+, slide+, glide+, glide+ ~ across/past/along*, drift+ ~ across/past, "
    "move+ ~ across/along*/past, travel+ ~ along/past, skim+, "
    "move+/slide+/glide+/drift+/travel+/float+ ~ right*, move+ ~ sideways, slide+ ~ sideways, "
    "move+/slide+/glide+/drift+/travel+/float+/sweep+ .. left to right, ease+ ~ right*, "
    "ease+/drift+/glide+/move+ laterally, ease+ ~ sideways, drift+ ~ sideways, glide+ ~ sideways, "
    "go+/shift+/scroll+ ~ right*, "
    "go+/shift+/scroll+ .. to the right, "
    "从左到右, 从左往右, 从左向右, 由左至右, 由左向右, 由左到右, 从左侧, 移到, 移至, 移动到, "
    "往右挪, 向右挪, 往右走, 向右走, 横着移",
    Move.CRANE_UP: f"upward {_STROKE} !of, "
    "crane, crane+, rise+, rising, rose, ascend+, lift+, climb+, soar+, "
    "move+/fly+/glide+/float+/drift+/sweep+/rise+/travel+/lift+ ~ up*, go+ ~ up, boom+, "
    "pull+ ~ up*, "
    "往上/向上 … 移, 往上走, 向上走, 往上飞, 向上飞, 往上爬, 往上升, 向上升, 上升, 上移, 升起, "
    "抬升, 拉升, 升高, 拉高, 上摇臂, 升到, 升上, "
    "向上!看/望/抛/飞/跳/伸/仰, "
    "由低到高, 从低到高, 升 $",
    Move.CRANE_DOWN: f"downward {_STROKE} !of, "
    "descend+, drop+, dive+, plunge+, go+ ~ down, "
    "move+/glide+/float+/drift+/sweep+/swoop+/spiral+/travel+/fly+ ~ down*, lower+ !left/right, "
    "sink+, "
    "往下/向下 … 移, 往下走, 向下走, 往下飞, 往下降, 向下降, 下降, 下移, 俯冲, 降落, 降下, "
    "降低, 降回, 降至, 降到, 下沉, "
    "向下!看/窥/望/流/滴/坠/落/俯, "
    "往下压, 由高到低, 降 $",
    Move.ORBIT_RIGHT: "rotational/circular track*/movement/motion/move/flight/glide/path, "
    "circle+/arc+/rotate+/revolve+/spin+ .. counterclockwise/anticlockwise, "
    "circle+/arc+/rotate+/revolve+/spin+ .. counter/anti clockwise, circle+, orbit+ ~ around, "
    "orbit+ !planet*/satellite*/station/moon*, revolve+, rotate+ ~ around, spin+ ~ around, arc+, "
    "travel+/move+/glide+ on/along a curved track/path/rail, move+ ~ around, swirl+ ~ around, "
    "wrap+ ~ around, complete+ the/a/one/its revolution/circle/orbit, "
    "rotate+, spin+, go+ ~ around, "
    "swing+ ~ around, glide+/move+/fly+/sweep+/travel+/float+ in an/a .. orbit/arc/circle, "
    "circle+ ~ right*, go+/move+/travel+ around .. to the right, go+/travel+ ~ round, "
    "wheel+ ~ around, travel+ ~ around, "
    "围绕, 绕着, 旋转, 转动, 360度旋转, 绕到, 转一圈, 绕一圈, 绕过, 环/缠/萦/盘/围<绕!口/梁, "
    "逆时针旋转",
    Move.TRACK: "lock+ onto, "
    "keep+ pace with, run+/ride+/race+ ~ alongside/beside/with, track+, travel+, "
    "dolly+, chase+, lead+, trail+, move+ ~ with/alongside/behind, "
    "follow+ !image*/reference/img*/picture*/photo*/this/instruction*, "
    "跟随, 跟着, 跟踪, 追随, 追踪, 随着她, 随着他, 随她, 随他, 随人物, 随主角, 追着, 紧跟, 追在, "
    "随行",
    Move.AERIAL: "fly+, fly+ ~ over/through/above/past/across/around, swoop+, hover+, "
    "飞过, 飞越, 飞行, 掠过 … 海/云/山/湖/河/城/谷/林/树/屋顶/沙漠/草原/原野/天际/大地",
    Move.HANDHELD: "shake+, wobble+, sway+, minimal/little/less/low/reduced<jitter+, bob+, "
    "stumble+, "
    "晃动, 抖动, 摇晃, 有点晃, 轻微晃, 微晃, 呼吸感",
    Move.ROLL: "roll+, tumble+, barrel roll*, degree/degrees/360<roll !hills, does a barrel roll, "
    "do a barrel roll, "
    "翻滚",
    Move.TILT_DOWN: "angle+ ~ down*, tilt down, "
    "向下俯, 下俯, 从上往下, 从上到下, 从上向下, 由上而下, 由上往下, 自上而下, 由上至下, 从头到脚",
    Move.ZOOM_OUT: "缩小",
    Move.PAN_LEFT: "swing+ ~ left*, swing+ .. to the left, sweep+ ~ left*, turn+/swivel+ ~ left*, "
    "turn+/swivel+ .. to the left, 向左转, 转向左, 转到左, 转至左",
}

# The camera is told to keep still in so many words; nothing else in the shot outweighs it.
LOCKED = (
    "static overhead, static aerial, static drone, static top down, static bird's, "
    "no camera movement*, no camera motion, no movement of the camera, no camera move+, "
    "without camera movement*, without camera motion, without any camera movement*, "
    "without any camera motion, no any camera movement, zero camera movement, no moving camera, "
    "no camera work, camera does not move, camera doesn't move, camera doesnt move, "
    "camera never moves, camera is not moving, camera not moving, don't move the camera, "
    "dont move the camera, do not move the camera, never move the camera, keep the camera still, "
    "camera remains static, camera remains still, "
    "camera remains fixed !just/behind/beside/alongside, "
    "camera stays fixed !just/behind/beside/alongside, "
    "camera stays still, camera stays static, camera stays locked, static throughout, "
    "dont move camera, don't move camera, do not move camera, camera shouldn't move, "
    "camera should not move, camera must not move, no cam movement, no cam move, camera dont move, "
    "camera don't move, camera do not move, "
    "不要运镜, 无运镜, 没有运镜, 不运镜, 镜头不动, 镜头不要动, 镜头不移动, 不移动镜头, "
    "不要移动镜头, 不要镜头运动, 没有镜头运动, 无镜头运动, 没有任何运镜, 不要任何运镜, 机位不动, "
    "镜头保持不动, 镜头全程不动, 不要有运镜, 全程固定, 保持固定, 始终固定, 固定不变, 固定不动, "
    "别动镜头, 镜头别动, 镜头不要移动, 不要动镜头, 不要转动镜头, 画面不要动!漫/画, 画面不动!漫, "
    "机位不变"
)

# Refused moves; where no other move is asked for, the camera stands still.
REFUSED_MOVES = (
    "no zoom*, no pan*, no tilt*, no dolly, no orbit*, no handheld, no shak*, don't zoom, "
    "don't pan, don't tilt, do not zoom, do not pan, without zoom*, without pan*, "
    "不要推拉, 不要变焦, 不要摇镜, 不要推镜, 不推拉, 无推拉, 不要晃动, 不要旋转镜头, 镜头别晃, "
    "镜头不要晃, 镜头不晃, 别晃"
)

PACES: dict[float, str] = {
    0.5: "very slow*, extremely slow*, ultra slow*, super slow*, imperceptibl*, barely, "
    "极慢, 极其缓慢, 非常慢, 非常缓慢, 很慢, 极缓, 超慢",
    0.7: "slow*, gentl*, gradual*, subtl*, soft*, leisurely, creep+, slight*, "
    "inch+ !from/above/away/off/of, "
    "缓慢, 慢慢, 缓缓, 慢, 轻轻, 轻微, 渐渐, 徐徐, 缓推, 缓拉, 柔和地, 微微, 低速",
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
