"""Phrases for what a still image cannot do, in English and Chinese.

They are looked for so that a plan can say which words of the prompt will not be seen.
"""

# People and animals. A verb of rest (stands, sits, holds, wears) is no action: the still shows it.
PERFORMANCE = (
    "walk+, jog+, dance+ !floor/hall/music, jump+ !cut*, leap+, smile/smiles/smiled, laugh+, "
    "giggle+, grin/grins/grinned, start/starts/begins/begin ~ smiling, cry+, weep+, sob+, frown+, "
    "speak+, talk+ !head*/show*, say+, whisper+, scream+, shout+, yell+, sing+, nod+, blink+, "
    "wink+, breathe+, breathing, gasp+, sigh+, eat+, sip+, chew+, kiss+, hug+, embrace+, grab+, "
    "pick+ up, throw+, catch+, toss+, lift+, raise+, reach+, "
    "wave+ at/to/her/his/their/hello/goodbye, clap+, kick+, punch+, swing+, climb+, crawl+, dive+, "
    "fly+, gallop+, ride+, sprint+, dash+, stride+, march+, stroll+, "
    "approach+ !thunder/storm/wall/train, turn+ ~ around, turn+ ~ to/toward*, turn+ ~ back, "
    "turn+ her/his/its/their, turn+ her/his/its/their head/face/body/back/gaze/eyes, turns, "
    "glance+, kneel/kneels/kneeled, crouch/crouches/crouched, sit+ down, stand+ up, get+ up, "
    "wake+ up, lie+ down, lip sync, brush+ her/his, open+ her/his/the/its, close+ her/his/the/its, "
    "yawn+, sniff+, bark+, meow+, purr+, play+ the/with/a, typing, writes, writing, draws, "
    "drawing her/his, pour+, stir+, hands over, hold+ out, lean/leans/leaned, trembl*, shiver+, "
    "rais*, spin+, twirl+, duel+, attack+, cheer+, run+ !water/time/length/shoe*/down, "
    "fight+ !scene*/choreography, battle+ !scene*/field*/ready/armor, "
    "step+ into/forward/out/back/onto/off/closer/inside/toward*/through, drinking, "
    "drinks from/her/his/the/a/it, shoots, shooting at, drive+ !by/way/thru, swim+ !suit/wear, "
    "pulls, pulling, pushes, pushing, tilts, tilting her/his/its, "
    "look/looks ~ at/up/down/over/back/around/away/into/out/toward*, "
    "looking ~ up/back/around/away/over, stares, gazes, reads, opens !with/on/from/wide, "
    "closes !in, cook/cooking/cooked, points at/to/toward*/out/up, pointing, pointed at, mouths, "
    "mouthing, chases, chasing, chased, rushes, rushing, rushed, "
    "stretch+ !across/out/to/toward*/into/away/for/beyond/from/along, passing by, passes by, "
    "rub+ her/his/their/its, lower+ her/his/their/gaze, drop+ her/his, scoop+, dump+, nip+, "
    "gestures, gesturing, argue/argues/arguing, waddl*, adjust+ her/his/their, opening an/a/old, "
    "hooks onto, bites, biting, hip<hop+, bows, bowing, reading !lamp/glasses/room/light, wag+, "
    "行走, 走向, 走过, 走进, 走出, 走来, 走在, 走去, 走到, 漫步, 奔跑, 跑步, 跑向, 跑过, 跑来, "
    "跑进, 狂奔, 跳舞, 跳跃, 跳起, 起舞, 舞动, 微笑!的, 大笑, 笑着, 笑了, 说话, 说道, 讲话, 转身, "
    "转头, 回头, 抬头, 低头, 抬手, 挥手, 伸手, 拥抱, 亲吻, 飞翔, 飞过, 飞来, 飞起, 打斗, 变身, "
    "眨眼, 点头, 摇头, 拿起, 举起, 打开, 推开, 推门, 开门, 关门, 停下, 坐下, 站起, 起身, 跪下, "
    "睁开, 睁眼, 闭眼, 闭上, 哭泣, 流泪, 哭, 骑马, 骑车, 开车, 游泳, 奔驰, 飞驰, 冲向, 冲出, 攀爬, "
    "弹奏, 演奏, 唱歌, 凝视, 看向, 望向, 环视, 拔剑, 拔刀, 挥剑, 挥动, 追逐, "
    "一/这/那/两<张嘴, 开口, 喊, 叹气, "
    "耳语, 走动, 转过, 走入, 口播, 吃!惊/力, 喝!彩, 飞行!员/器, 对话!框, 看着镜, 看着她, 看着他, "
    "盯着, 望着, 抬起头, 低下头, 歪头, 歪着头, 回眸, 眨动, 咬着, 咬住, 皱眉, 一笑, 露出笑, "
    "露出微笑, 嘴角上扬, 笑得, 咆哮, 嘶吼, 怒吼, 尖叫, 聊天, 唱着, 抽泣, 滑落, 走近, 走远, "
    "离开!的, 跑了, 跑出, 冲进, 冲过, 冲刺, 追着, 追赶, 逃亡, 逃跑, 逃离, 爬起, 跃起, 跃过, 跃入, "
    "跳入, 跳下, 跳进, 蹲下, 跪地, 鞠躬, 瘫倒, 倒地, 摔倒, 踱步, 抓住, 抓起, 甩开, 撕碎, 捂住, "
    "端起, 放下, 递给, 递过, 指着, 指向, 伸出, 张开, 握紧, 挥舞, 抚摸, 抱住, 抱起, 牵手, 鼓掌, "
    "戴上, 穿上, 脱下, 弹吉他, 做饭, 打电话, 哈欠, 走秀, 摆姿势, 关上, 推着, 拉着, 拖着, 拉开窗, "
    "拉开抽, 拉开门, 呼吸!灯/感/般/声/之, 小/传/据/学<说!明/服/唱, 驾驶!舱/员/室/座/模/证, "
    "走路!声, 跑!车/道/鞋/马灯/酷/步机, 跳着, 歪一下头, 回望, 飞吻, 战斗!机/音, "
    "微/欢/嘲/玩/可/搞/好/谈/说<笑!容/脸/话/点/意/的"
)
# Irregular verbs of a story that is told in the past, in forms that are nothing else.
PAST = (
    "took, took ~ out/off/up/down/away, stood up, sat ~ up/down, ran, "
    "ran ~ away/off/out/up/down/over/past, got ~ up/down/out/off/in/into/on/back, gave, "
    "gave ~ back, threw, threw ~ away/up/down/out, caught !in/on/by/mid/between/up, drank, "
    "ate, fed, rode, swam, spoke, wrote, drew, drew ~ out/back, shook, broke, "
    "broke ~ off/out/down/into, woke, woke up, knelt, knelt down, swung, slid, stole, hid, "
    "fled, dug, leapt, crept, spun, spun around, struck, sprang, sprang up, sank, tore, "
    "tore ~ off/up/open/apart, wept, went, went ~ out/up/down/away/back/in/into/off/over, "
    "came, came ~ in/out/up/down/back/over, flew, flew ~ away/off/up/out, drove, "
    "drove ~ off/away/up, brought, fell, fell ~ down/over/off/asleep, grew, began to, "
    "blew ~ out/up/away, held out, held up her/his/a/the, put on, put down"
)
# Things and elements.
PHYSICS = (
    "nothing/nobody/camera/orbit/dolly/crane/zoom<move+ !shot*/camera/image*/picture*/story, "
    "sway+, flutter+, ripple+, billow+, flow+, splash+, spill+, melt+, burn+, crumbl*, shatter+, "
    "explode+, explosion*, erupt+, crash+ !zoom*, break+ apart, float+, drift+, "
    "niagara/victoria/iguazu/angel/light/lights/sunlight/shadow/shadows/hair<fall+, pour+, swirl+, "
    "blow+, grow+, sinks, sinking, descends, ascends, "
    "rotate+, revolve+, spin+, shake+, bounce+, hover+, glide+, accelerat*, drip+, "
    "boil+, steam rises, takes off, land+ on, burst+ !of, launches, launching, launched, "
    "speed+ ~ past/down/along/through/away/up/off, race+ ~ past/down/along/through, rise+, "
    "mind<bend+, collapses, collapsing, collapsed, b<roll+ !hills/pin, "
    "slide+ !door*/partition/whistle, blooms, blooming, bloomed, "
    "flower/flowers/rose/roses/petals bloom, "
    "溶解, 摇曳, 摆动, 飘动, 飘扬, 飘舞, "
    "流淌, 转动, 爆炸, 碎裂, 崩塌, 坍塌, 破碎, 倒塌, 绽放, 生长, "
    "漂浮, 飘浮, 飘落, 飘散, 落下, 坠落, 升起, 翻滚, 融化, 溅起, 喷涌, 行驶, 起飞, 弥漫, 涌动, "
    "吹动, 拂动, 旋转!木/楼/门/镜, 驶来, 驶过, 驶入, 奔腾, 飞出, 飞舞, 飞扬, 穿梭, 降落, 掉落, "
    "下沉, 悬浮, 浮出, 滴落, 飞溅, 盛开, 裂开, 炸裂, 分裂, 沸腾, 摇晃, 摇摆, 飘起, 流动!的, "
    "爆发!性/力, 心跳<加速, 驶向"
)
TRANSFORMATION = (
    "morph+, transform+, turn+ into, shapeshift*, change+ into, disintegrat*, "
    "dissolving, dissolving/fading/blending into, "
    "dissolve+ into particles/light/smoke/dust/ash/mist/nothing*, "
    "dissolve+/fade+ into the air/soil/mist/crowd/ground/water/distance, "
    "become+ !visible/brighter/darker/clear*/slower/faster/louder, "
    "变为, 变身, 幻化, 化为, 化作, 变换成, 变形!金/镜/宽, 变成!动画/视频/平"
)
NEW_THINGS = (
    "appear+ !in/on, emerge+, enter+, arrive+, materializ*, materialis*, disappear+, vanish+, "
    "comes into view, pops up, shows up, spawn+, exit+, "
    "出现, 浮现, 登场, 进入画面, 走入画面, 消失, 涌现, 现身, 入画, 出画!框"
)
ANGLES = (
    "overhead shot/view/angle/camera/perspective/of, top down, top view, top shot, bird's eye, "
    "birds eye, aerial view, aerial shot, aerial $, aerial over/of/perspective, pov, "
    "first person, point of view, fpv, "
    "reverse angle, reverse shot, over the shoulder, over shoulder, low angle, high angle, "
    "worm's eye, worms eye, from above, from below, from the side, side view, "
    "light/lit/backlit/sun<from behind, back view, rear view, different angle*, "
    "multiple angles, ground level, cloud/clouds/lamp/lights/sky/birds/light<overhead $, "
    "俯拍, 仰拍, 俯视, 仰视, 俯瞰, 鸟瞰, 航拍, 第一人称, 主观视角, 主观镜头, 反打, 过肩, 低角度, "
    "高角度, 背后视角, 侧面视角, 多角度, 顶视, 顶拍, 正打, 低机位, 高机位, 低视角, 高视角, 鱼眼, "
    "上帝视角, 侧面镜头, 人物视角, 仰角, 俯角"
)
FULL_ORBITS = (
    "360, 360 degree*, 360°, full orbit, full circle, full rotation, complete orbit, full 360, "
    "all the way around, "
    "360度, 一周, 一圈, 完整环绕"
)
VOICES = (
    "voiceover, voice over, narrator, narration, narrates, lip sync, lip synced, lipsync, vocals, "
    "singing voice, "
    "旁白, 配音, 画外音, 口型, 对口型, 人声演唱"
)
# What the renderer itself makes: said of rain, smoke or light these are no lost words ...
SEEN_MOTION = (
    "fell, grew, came, ran, "
    "fall+, pour+, drift+, float+, swirl+, blow+, come+ down, rises, rising, hang+, roll+, fly+, "
    "flies, dance+, glow+, burn+, flicker+, shimmer+, strike+, flash+, fill+, settle+, beat+, "
    "hit+, "
    "飘落, 飘舞, 落下, 弥漫, 漂浮, 飘浮, 飘散, 升起, 飘动, 飞舞, 涌动, 摇曳"
)
# ... nor these of thunder, wind, birdsong or music.
HEARD_MOTION = (
    "fell, grew, came, began to, "
    "roll+, crash+, clap+, pour+, fall+, come+ down, hit+, beat+, drip+, burst+, crackl*, echo*, "
    "blow+ !her/his/its/their/the/a, rise+, swell+, build+, grow+, play+, play+ a/the, sing+, "
    "speed+ up, accelerat*, drift+, float+, call+, cry, cries, crying, "
    "吹动!她/他/它/头/长/发/衣/裙/树/窗, 响起, 落下, 唱歌"
)
