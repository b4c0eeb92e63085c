"""Phrases for sounds and music, in English and Chinese.

A place or the weather is heard too: a beach has waves and a street has its city.
"""

from ...plan import Music, Sound, Weather
from .light_words import WEATHER

SOUNDS: dict[Sound, str] = {
    Sound.RAIN: WEATHER[Weather.RAIN] + ", 雨声",
    Sound.THUNDER: "thunder, thunders, thundering, thunderous, thunderclap*, thunderstorm*, "
    "lightning storm*, "
    "lightning !fast, lightning bolt*, "
    "雷声, 打雷, 雷鸣, 雷电, 雷暴, 电闪雷鸣, 雷雨, 惊雷, 色/道<闪电!快/侠, 地/鱼/手/水<雷 $",
    Sound.WIND: "wind !up/down/turbine*/chime*/farm/instrument*/mill/shield, windy, windswept, "
    "breeze, breezy, gust, gusts, gale, storm, storms, stormy, blizzard, sandstorm, "
    "winds !through/around/along/up/down/its, "
    "微风, 狂风, 大风, 寒风, 海风, 风声, 风吹, 刮风, 起风, 晚风, 山风, 冷风, 风雪, 暴风, 龙卷风, "
    "风中, 迎风, 随风, 清风, 秋风, 春风, 夜风, 热风, 凉风, 沙尘暴, 暴风雨, 微微的风, "
    "量/脑/灵/头<风暴, 有风, 风",
    Sound.WAVES: "wave/tidal wave, ocean, seaside, beach, shore, shoreline, surf, "
    "coast, seashore, "
    "arm/hand/he/she/they/girl/boy/man/woman/who<waves "
    "!at/to/hello/goodbye/his/her/their/back/outward/outwards/off/"
    "cheerfully/happily/excitedly/warmly/shyly, "
    "sea !food/of/breeze/view/salt/shell*/bass, "
    "海边, 大海, 海面, 海滩, 波涛, 浪花, 海岸, 海水, 巨浪, 海洋, 潮水, 浪潮, 海浪!纹, "
    "沙滩!椅/裤/鞋, 浪声, 怒涛, 涛声, 看海, 望海",
    Sound.WATER: "river*, creek, brook, frozen<waterfall*, fountain*, running water, "
    "flowing water, "
    "niagara/victoria/iguazu falls, dripping water, water drip*, babbling, water splash*, splash*, "
    "live/sunlight/light/moonlight/sun/tears/rain/he/she<streams !of, "
    "live/rays/beams/shafts/lights/tears/people/fans/they<stream !of, "
    "dripping tap, tap drips, tap dripping, "
    "瀑布, 溪, 小溪, 河水, 喷泉, 水声, 滴水, 河流, 水花, 江水, 河边, 水流, 流水!线, 水滴声, "
    "汗<水滴落, 汗<水滴溅, 汗<水滴飞溅, 水滴滴落",
    Sound.FIRE: "fire !truck*/fly/work*/fighter*/extinguisher/escape/engine*/alarm/station, "
    "fireplace, campfire, bonfire, flame, flames, vinyl/record/radio/static<crackl*, wildfire, "
    "ken<burn+ !in/into/sky/desire/love/eyes/passion/question/man/bridge*/with/out, "
    "火焰, 篝火, 燃烧!着热, 大火, 烈火, 壁炉, 火堆, 着火, 火光, "
    "熄/萤/烟/军/灯/煤/恼/发/红/火/回<火!花/车/箭/锅/星/山/柴/腿/龙果/热/候/凤/红/把/爆/火",
    Sound.BIRDS: "bird !eye/eyes, birds !eye, birdsong, bird song, birdcall*, chirp*, tweeting, "
    "seagull*, gulls, dark/haunted/burning/midnight/dead/spooky/miniature<forest, woodland, "
    "meadow, garden, eagle cry, eagle cries, eagle screech*, "
    "hawk cry, hawk cries, "
    "鸟鸣, 鸟叫, 小鸟, 鸟儿, 海鸥, 森林, 花园, 树林, 鸟!瞰/巢/笼/人",
    Sound.CRICKETS: "cricket, crickets, cicada*, night insects, insects, night ambien*, "
    "summer night, "
    "虫鸣, 蝉鸣, 蟋蟀, 夏夜, 虫叫, 貂<蝉, 蛐蛐",
    Sound.CITY: "city !hall/council, cities, cityscape*, traffic, streets, highway, downtown, "
    "car horn*, honk*, crossroad*, intersection, metropolis, urban !fashion/legend/wear, "
    "street !light*/lamp*/wear/style/food/art/photo*, "
    "车流, 城市, 街道, 街头, 都市, 马路, 大街, 车水马龙, 路口, 街道上, 鸣笛, 喇叭声",
    Sound.CROWD: "crowd, crowds, crowded, audience, cheer+, applause, chatter, bazaar, stadium, "
    "market !share/ing, marketplace, people talking, busy cafe, murmurs of, murmur of, "
    "crowd murmur*, murmuring crowd, clapping, "
    "人群, 欢呼, 人声, 掌声, 喧闹, 集市, 市场, 嘈杂, 喝彩, 人声鼎沸, 夜市, "
    "观众!看/感/觉/能/心/视/可/的/记",
    Sound.HEARTBEAT: "heartbeat*, heart beat*, heart beats, heart ~ pound+, pounding heart, "
    "beating heart, "
    "心跳, 心跳声",
    Sound.FOOTSTEPS: "footstep*, foot steps, steps echo*, walk+ !bass*, strolls, strolling, "
    "marching, "
    "footfall*, walking !speed/pace/distance/stick/bass*, "
    "脚步, 脚步声, 行走, 走路, 走在, 走向, 走过, 漫步",
    Sound.ENGINE: "engine, engines, engine roar*, motors, motorbike*, motorcycle*, rev, revs, "
    "revving, jet !black/lag, jets, race car*, racing car*, cars, car chase, car drives, "
    "lorry/truck/van/car/bus/tractor/tank ~ rumble+/thunder+, "
    "car speeds, truck drives, racing, driving !rain, blind/shade/quiet/small<motor !home*/skill*, "
    "wind<turbine*, drives !a/the/it/her/his/him/home/harder, "
    "发动机!零/模/盖/图/铭, 赛车!服/手/道/游, 马达, 摩托, 轰鸣, 汽车驶, 绪<飞驰, 行驶, "
    "hear the v8/v6/v12, v8/v6/v12 purr+/roar+/growl+, 虚幻/拟/戏/索/5/4/染<引擎!渲/熄/盖, "
    "驾驶!舱/模/员/室/座/证",
    Sound.WHOOSH: "whoosh*, swoosh*, swish !pan, 嗖, 呼啸而过, 风驰, 呼啸声",
    Sound.IMPACT: "clang+, crash+ into/through, boom !up/down/shot/arm/mic/operator, booming, "
    "explode+, explosive !energy, explosion* ~ boom+/rock+/echo+/roar+, "
    "deafening/thunderous blast, "
    "crash+ ~ to the earth/ground/floor/deck/stage, crash of, "
    "hard/loud/heavy/sharp smack/crack/crash/blow/bang, 咚, "
    "impact !font, impacts, slam+, bang, thud*, bass hit, bass drop, sub drop, car crash*, "
    "cars/trucks/trains ~ crash+, bangs/banging shut, "
    "shatter+, smash+ !cut*/zoom, explosion* !of, loud hit, hard hit, big hit, "
    "撞击, 轰, 砰, 冰/块/杯/瓶/璃/瓷/珠/子/碗/盘/具/明/绪/化/想/彩/觉/念/格<碰撞, 巨响, 重击, "
    "猛撞, 撞上, "
    "绪/彩<爆炸!头/性, 相撞, "
    "敲门, 金属碰撞",
    Sound.TYPING: "typing, types on, keyboard click*, keyboard clatter*, keyboard sound*, "
    "typewriter, "
    "键盘声, 打字, 敲键盘, 敲击键盘, 键盘",
    Sound.BELL: "bell !pepper*/bottom*/boy/curve, bells, chime, chimes, chiming, wind chime*, "
    "gong, "
    "钟声, 铃声, 铃铛, 敲钟, 风铃, 门铃, 叮!嘱/咛, 闹钟",
}

MUSIC: dict[Music, str] = {
    Music.EPIC: "epic music, epic score, orchestra*, orchestral*, hans zimmer, taiko, drums, "
    "drumbeat*, war drums, war horns, choir, trailer music, symphon*, brass section, "
    "brass fanfare, "
    "史诗音乐, 交响, 管弦乐, 鼓声, 战鼓, 鼓点, 汉斯季默, 汉斯·季默, 合唱",
    Music.AMBIENT: "ambient music, ambient score, ambient pad*, ambient soundtrack, ambient track, "
    "drone music, lo fi, lofi, soundscape, synth pad*, meditat* music, "
    "gentle ambient !light*/glow, "
    "soft ambient !light*/glow, "
    "氛围音乐, 环境音乐, 轻音乐",
    Music.PIANO: "piano, pianist, piano music, piano melody, solo piano, piano notes, 钢琴, 钢琴曲",
    Music.SYNTH: "synthwave, synth, synths, synthesizer*, electronic music, electronic beat*, "
    "techno, edm, house music, trap beat, electro, cyberpunk music, bass music, hip hop, phonk, "
    "k pop, "
    "电子音乐, 电音, 合成器, 电子乐, 电子节拍, 动感节拍, 强节拍, 节拍强, 贝斯",
    Music.HAPPY: "upbeat, jazz, jazzy, ukulele, pop song, funk, ragtime, happy music, happy tune, "
    "cheerful music, "
    "爵士, 轻快的节奏, 尤克里里",
    Music.SAD: "cello, sad music, melancholic music, mournful, sad violin, 大提琴, 二胡, 哀乐",
    Music.TENSE: "ominous drone, suspense music, tense music, horror music, tension builds, "
    "suspenseful score, "
    "悬疑音乐, 紧张音乐, 恐怖音乐",
    Music.WONDER: "magical music, celesta, harp, music box, lullaby, fairy tale music, "
    "八音盒, 摇篮曲, 竖琴, 奇幻音乐",
}

# Moods that are about the score only beside a word for music, or inside （）.
MOODS: dict[Music, str] = {
    Music.EPIC: "epic, heroic, powerful, dramatic, grand, triumphant, trailer, cinematic, swell+, "
    "史诗, 宏大, 激昂, 震撼, 磅礴, 热血, 恢弘, 大气",
    Music.AMBIENT: "ambient, atmospheric, calm, soft, gentle, minimal, soothing, quiet, relaxing, "
    "氛围, 舒缓, 轻柔, 安静, 宁静, 空灵",
    Music.SYNTH: "electronic, synth*, techno, electro, retro, 电子, 动感",
    Music.HAPPY: "upbeat, happy, cheerful, joyful, playful, uplifting, fun, bright, energetic, "
    "funny, silly, comedic, comic, cheeky, quirky, party, "
    "欢快, 轻快, 愉快, 活泼, 明快, 快乐, 俏皮, 喜庆",
    Music.SAD: "sad, melanchol*, somber, lonely, nostalgic, emotional, mournful, sorrow*, "
    "忧伤, 悲伤, 孤独, 伤感, 哀伤, 忧郁, 悲凉, 凄凉, 感伤, 怀旧",
    Music.TENSE: "tense, tension, suspense*, ominous, horror, eerie, dark, dread, creepy, scary, "
    "thriller, spooky, haunted, unsettling, "
    "紧张, 悬疑, 恐怖, 压抑, 诡异, 阴森, 惊悚",
    Music.WONDER: "wonder*, magical, awe, ethereal, dreamy, whimsical, mystical, enchant*, "
    "梦幻, 奇幻, 神秘, 童话",
}

MUSIC_NOUNS = (
    "soundtrack*, bgm, song, songs, melody, melodies, background music, musical, instrumental, "
    "guitar, violin*, saxophone*, sax, trumpet*, score !a/the/of/board, theme song, "
    "string quartet, string section, strings !attached/of/on/together, "
    "music !video*/stand/box/hall, champagne<flute, flute solo, "
    "弦乐, 萨克斯, 小号, 古琴, 琵琶, 唢呐, 音乐, 配乐, 背景音乐, 旋律, 伴奏, 音效配乐, 吉他, "
    "小提琴, 古筝, 笛子独奏, 独奏, 乐曲, 歌曲, 曲子, 钢琴曲, 舞曲, 歌声, 儿歌, 长笛, 背景音!效, "
    "鸣/汽<笛声, 抚琴, "
    "摇滚"
)

SILENCE = (
    "audio: none, sound: none, audio: off, sound: off, no audio, no sound at all, "
    "without any sound*, without audio, without any audio, mute, "
    "muted audio, muted sound, muted video, mute audio, the<silence !of, complete silence, "
    "total silence, dead silence, dead silent, video mute, entirely silent, "
    "完全安静, 全程安静, 全程静默, 绝对安静, "
    "absolute silence, silent video, silent clip, silent shot, "
    "silent scene, silent movie !poster*/star*/actor*, silent film !poster*/star*/actor*, "
    "silent footage, silent $, completely silent, totally silent, "
    "audio off, sound off, no sound !effect*/fx/design, no sounds, "
    "without sound !effect*/fx/design, "
    "静音!键/按/开/钮/模/图, 音频:无, 声音:无, 没有声音, 不要声音, 无音频, 没有任何声音, "
    "听不到任何声音, "
    "听不见任何声音, 不要任何声音, 无任何声音, "
    "不要音频, 寂静无声, 全程静音, 无声音, 无声!地/却/胜/的/流"
)
NO_EFFECTS = (
    "no sound effect*, no sfx, no sound fx, without sound effect*, no ambient sound*, no ambience, "
    "不要音效, 无音效, 没有音效, 不要环境音, 无环境音"
)
