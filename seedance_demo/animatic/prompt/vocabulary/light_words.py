"""Phrases for light, colour and weather, in English and Chinese."""

from ...plan import Look, Weather

LOOKS: dict[Look, str] = {
    Look.DAY: "daytime, daylight, broad daylight, midday, noon, high noon, afternoon, "
    "白昼, 正午, 中午, 午后, 下午, 日间, 白天!鹅, 日光!灯",
    Look.BRIGHT: "brightly lit, brightly, high key, overexposed, blown out, sunny, sunlit, "
    "sun drenched, sun soaked, well lit, brighten+, light airy, "
    "bright !red/blue/yellow/green/orange/pink/colo*/white/purple/gold/teal/spot*/star*, "
    "阳光明媚, 阳光灿烂, 高调光, 晴天, 晴朗, 过曝, 亮堂, 阳光充足, 烈日, 明亮, 阳光下, "
    "阳光中, 晴空, 阳光洒, 阳光出现",
    Look.GOLDEN_HOUR: "golden hour, magic hour, golden light, golden glow, honey light, "
    "amber light, late afternoon, late afternoon sun*, low sun, golden afternoon, "
    "golden sun/sunlight/sunshine, "
    "黄金时刻, 黄金时段, 金色阳光, 金色的阳光, 金色光线, 金色夕阳, 金色光芒, 魔法时刻",
    Look.SUNSET: "sunset*, dusk, twilight, sundown, setting sun, "
    "黄昏, 傍晚, 夕阳, 落日, 暮色, 晚霞, 残阳, 斜阳, 落霞, 日落!色",
    Look.SUNRISE: "sunrise*, dawn, daybreak, first light, morning light, early morning, "
    "morning sun*, rising sun, "
    "清晨, 日出, 晨光, 黎明, 拂晓, 破晓, 朝阳, 晨曦, 早晨, 朝霞",
    Look.NIGHT: "night !gown*/stand*/shirt*/dress/owl*/mare, nighttime, night time, nite, "
    "under the stars, stars overhead/above, first stars come/appear, sky ~ go+ black, "
    "nightfall, nights, moonlit, moonlight, moonlight*, starry sky, starlit, "
    "nocturnal, "
    "midnight !blue, "
    "黑夜, 深夜, 月光, 月色, 星空, 午夜, 夜晚, 夜色, 夜景, 晚上, "
    "一/小<夜!莺/宵/来香/光/灯/壶/总/跑/校",
    Look.NEON: "neon*, cyberpunk, synthwave look, synthwave style, led lights, neon soaked, "
    "赛博, 赛博朋克, 霓虹!色",
    Look.LOW_KEY: "low key, dark room, dark scene, dark alley*, dark sky, dark street*, "
    "dark forest, dark background, dark corridor, dark hallway, dark interior, dark lighting, "
    "dark mood, dark atmosphere, dark tone*, dark moody, dark and moody, dark shadows, "
    "dark storm*, dark theatre, dark cave, darkness, darken+, in the dark, moody, dim, dim light*, "
    "dimly, dimly lit, dimmed, chiaroscuro, gloomy, shadowy, underexposed, dark $, "
    "阴暗, 昏暗, 黑暗, 暗调, 低调光, 幽暗, 暗黑, 阴沉, 暗沉, 明暗对比, 光线暗, 漆黑",
    Look.SILHOUETTE: "silhouette*, black outline*, black/dark cut out*, black/dark cutout*, "
    "nothing .. but a black/dark shape/outline/figure, only her/his/its/their outline, "
    "pure black against, 剪影, 黑色轮廓, 黑色的轮廓, 只剩轮廓, 只剩/剩下 … 轮廓, 只剩/剩下 … 身影",
    Look.BACKLIT: "backlit !key*/screen*/button*/logo, back lit, backlight*, back light*, "
    "contre jour, rim lit, rim light*, rim glow, 逆光, 背光, 轮廓光",
    Look.NOIR: "noir, film noir, 黑色电影",
    Look.BLACK_AND_WHITE: "black and white, black & white, b&w, monochromatic, silent film, "
    "grayscale, greyscale, monochrome !monitor*/screen*/display*, black n white, bw film, "
    "bw photo*, "
    "单色, 黑白配色方案, 黑白配色风格, 黑白!棋/照/牛/相/条/格/分/配/琴/键/毛/花/猫/熊/斑",
    Look.WARM: "warmly lit, cozy light*, "
    "golden indoor/interior/room/lamp/ambient/studio/window light*, "
    "warm !up/smile*/water/clothes/clothing/coat*/jacket*/bread/hug*/embrace/welcome/tea/coffee/"
    "drink*/milk/meal/food/soup/blanket*/sweater*/breath/heart*/personality/family/hands/scarf/"
    "bath/greeting/voice*/feeling/friend*/body/bodies/blooded, "
    "暖色, 暖色调, 暖黄, 暖光, 温暖的光, 暖调, 温暖的阳光, 温暖色调, 暖阳, 暖一点, 暖暖的, "
    "柔和温暖, 温暖!的怀/的心/地/的拥/的笑/的家, 昏黄",
    Look.COLD: "cold light*, cold tone*, cold blue, cold colo*, cold palette, "
    "cold grade, cold grading, cold morning, cold white, cold hue*, cold look, cool blue, "
    "cool tone*, cool white, cool rim/key/fill, cool light*, cool colo*, cool palette, blue tone*, "
    "blue tint, "
    "blue hour, "
    "icy blue, icy light, teal and orange, teal & orange, desaturated, bleak, steel blue, "
    "teal grade/tone*/light*/shadow*/palette, 冷色, 冷色调, 冷调, 冷光, "
    "冷蓝, 蓝调时刻, 低饱和, 低饱和度, 冷白, 青橙, 蓝色调, 清冷, 冷冽, "
    "冷峻的光, 冰蓝, 蓝光",
    Look.OVERCAST: "overcast, cloudy day/sky/afternoon/morning, grey/gray sky/skies, 阴天, 多云",
    Look.VINTAGE: "vintage look, vintage film, vintage style, sepia, old film, old movie, super 8, "
    "vhs, polaroid, hi8, minidv, mini dv, camcorder footage/look/aesthetic/quality, "
    "1900s/1910s/1920s/1930s/1940s/1950s/1960s/1970s/1980s/1990s film/look/style/footage/aesthetic/"
    "photograph*/photo*/reel/newsreel/movie, 70s film, "
    "home movie*, 80s/90s/70s/60s home video*, camcorder video*, silent era, celluloid, "
    "film scratches, scratched film, "
    "archive footage/feel/look, "
    "aged/old/worn/faded/yellowed 8mm/16mm/35mm/film/footage/photograph*/photo, "
    "80s film, 90s film, kodachrome, archival, nostalgic film, kodak, "
    "vintage !car*/dress/camera*/truck*/watch*/bicycle/bike*/shop/typewriter/radio/suit/guitar/"
    "tram*/train*/bus/motorcycle*/phone*/telephone*/lamp*/clock*/poster*/sofa/furniture/jacket/"
    "glasses/sunglasses/record*/vinyl/books/wine, "
    "retro !car*/dress/camera*/truck*/radio/suit/game*/diner*/arcade/phone*/sunglasses/furniture/"
    "robot*/futur*, 60s/70s/80s/90s look/style/vibe/aesthetic, from the 60s/70s/80s/50s/40s, "
    "怀旧, 老电影, 旧电影, 老胶片, 旧胶片, 老旧 … 胶片, 褪色 … 胶片, 胶片 … 褪色, 胶片 … 划痕, "
    "泛黄 … 画面, 画面 … 泛黄, 泛黄 $, 泛黄!的/照/书/纸/信/旧, 老照片 … 风格/质感/效果, "
    "老照片感, 八毫米, 默片, 家庭录像, 老录像, 录像带质感, 录像带风格, dv录像, 港风, 深褐色调, "
    "棕褐色调, "
    "复古!沙/旅/旗/汽/车/裙/衬/西/礼/相/家/建/街/木/台/留/打/收/电/皮/眼",
    Look.GRAIN: "film grain, grainy, iso grain, fine grain film, subtle grain, heavy grain, "
    "35mm film, shot on 35mm, 35mm grain, super 8, vhs, analog film, film stock, kodak, "
    "film texture, 8mm !fisheye/lens, 16mm !fisheye/lens, "
    "wood/rich/oak/whole/leather/fine/coarse<grain !of/silo*/field*/elevator/bread/wood/bin, "
    "胶片, 胶片颗粒, 颗粒感, 胶片感, 颗粒质感",
    Look.BLOOM: "dreamy, dreamlike, dream like, ethereal, soft light*, soft focus, soft glow*, "
    "softly lit, soft window light, diffuse* light, diffused, bloom effect, bloom lighting, "
    "light bloom, halation, heavenly, hazy glow, pro mist, soft natural light*, "
    "soft cinematic light*, lens bloom, eyes<glow+, eyes<glowing, in/full/into/of<bloom $, "
    "柔光, 柔和的光, 梦幻, 柔焦, 发光, 光线柔和, 柔和光线, 朦胧, 唯美",
    Look.FLARE: "lens flare*, sun flare*, anamorphic flare*, god rays, god ray, light rays, "
    "rays of light, sun rays, sunrays, sunbeam*, shafts of light, shaft of light, light shafts, "
    "light beams, beams of light, "
    "volumetric !smoke/fog/mist/haze/cloud*/rain/snow/dust/lightning, light leak*, "
    "光晕, 体积光, 丁达尔, 镜头光斑, 耀斑, 光束, 漏光, 炫光, 眩光",
    Look.FOG: "foggy, fogs, mist, misty !eye*, mists, haze, hazy, smog, "
    "smoky !eye*, smoke !&/grey/gray/colo*/signal/alarm, fog !horn*/light*/machine, "
    "雾霾!蓝/灰, 雾气, 薄雾, 迷雾, 浓雾, 烟雾!报/探/弹/器, 烟雾缭绕, 雾蒙蒙, 云雾, 浓烟, 黑烟, "
    "硝烟, 青烟, 烟/除/去/防/头<雾!面/霾",
    Look.STORM: "storm, storms, storm cloud*, stormy, thunderstorm*, lightning !fast, "
    "lightning storm*, tempest, "
    "暴风, 暴风雨, 雷雨, 雷电, 雷暴, 电闪雷鸣, 乌云, 量/脑/灵/头<风暴, 色/道<闪电!快/侠",
    Look.FLICKER: "strobing, candle, candles, candlelight, candlelit, firelight, fire lit, "
    "torchlight, torch lit, fireplace, campfire, bonfire, eyes<flicker+, studio<strobe*, "
    "emergency light*, light* blink+, blinking light*, "
    "烛光, 频闪, 火光, 忽明忽暗, 篝火, 蜡烛, 摇曳的烛, "
    "眼神/眼中/星光/泪光/目光/灯光下/光下/光芒<闪烁, 忽闪",
}

TIMES_OF_DAY = frozenset({Look.DAY, Look.GOLDEN_HOUR, Look.SUNSET, Look.SUNRISE, Look.NIGHT})

# Plain words that name a light only where one light turns into another: "day turns to night".
PLAIN_LIGHTS: dict[Look | None, str] = {
    Look.DAY: "day, 昼, 日",
    Look.SUNRISE: "morning",
    Look.SUNSET: "evening",
    Look.BRIGHT: "bright, light, 亮, 光明",
    Look.LOW_KEY: "dark, black, 暗, 黑",
    Look.WARM: "warm, warmth, orange, gold, golden, red, 暖, 温暖",
    Look.COLD: "cold, cool, blue, 冷, 寒冷, 蓝",
    Look.STORM: "storm",
    Look.VINTAGE: "sepia",
    None: "colo*, full colo*, clear, normal, modern, 彩色, 正常",
}

# Changes of light that are said in one breath: (light at the start, light at the end).
CHANGES: dict[tuple[tuple[Look, ...], tuple[Look, ...]], str] = {
    ((), (Look.NIGHT,)): "night falls, night is falling, night fall+, night descends, "
    "night sets in, night comes, nightfall comes, "
    "夜幕降临, 夜色降临, 入夜, 天黑, 天渐渐黑, 天色渐黑, 天慢慢黑, 夜幕落下, 夜幕渐渐降临, "
    "夜幕缓缓降临",
    ((), (Look.LOW_KEY,)): "light* ~ go+ ~ out, light* ~ turn+ off, light* ~ fade+, light* ~ dim+, "
    "light* ~ die+, light* ~ go+ ~ dark, light* went out, light* ~ cut out, light* ~ switch+ off, "
    "light* ~ shut off, lamp ~ go+ out, power goes out, blackout, get+ ~ darker, grow+ ~ dark*, "
    "go+ ~ dark, get+ ~ dark, become+ ~ dark*, darkness falls, darken+, turn+ off the lights, "
    "turn+ the lights off, sky ~ darken+, light* ~ go+ off, candle* .. blown out, "
    "天色渐暗, 天色变暗, 渐暗, 变暗!金/红/紫/蓝/绿/灰/色/黑, 光线变暗, 灯光熄灭, 灯灭, 熄灭, "
    "关灯, 灯光渐暗, 暗下来, "
    "暗下去, 停电, 光线渐暗, 天色暗, 转为昏暗, 变得昏暗, 变昏暗, 转暗, 渐渐昏暗",
    ((Look.LOW_KEY,), (Look.BRIGHT,)): "light* ~ come+ ~ on, light* ~ come+ back on, "
    "light* ~ brighten+, power comes back, power returns, light* ~ switch+ on, light* go+ on, "
    "get+ ~ brighter, grow+ ~ brighter, become+ ~ brighter, brighten+ up, clouds part, "
    "clouds ~ clear, sun breaks through, "
    "tree/status/wall/street/city/fairy/string/traffic/car/brake/neon<light* ~ turn+ on, "
    "lamp ~ turn+ on, spotlight ~ come+ on, lamp .. switched on, lamp ~ come+ on, "
    "灯光亮起, 点亮, 开灯, 变亮, 渐亮, 天亮, 光线变亮, 云开, 车<灯光亮起, "
    "路灯/车灯/红灯/绿灯<亮起来, 绿/红/车/路<灯亮",
    ((Look.GOLDEN_HOUR,), (Look.SUNSET,)): "sun ~ set+, sun ~ setting, sun ~ go+ down, "
    "sun ~ sink+, sun ~ dip+, "
    "太阳落山, 太阳下山, 太阳西沉, 太阳落下, 夕阳西下",
    ((Look.COLD,), (Look.SUNRISE,)): "sun ~ rise+, sun ~ rising, sun ~ come+ up, dawn breaks, "
    "day breaks, dawn comes, "
    "太阳升起, 旭日东升, 天渐渐亮, 太阳慢慢升起, 太阳缓缓升起",
    ((), (Look.FOG,)): "fog ~ roll+ in, mist ~ roll+ in, fog ~ creep+ in, 雾气升起, 起雾, 雾起",
    ((Look.FOG,), ()): "fog ~ clear+, fog ~ lift+, mist ~ clear+, mist ~ lift+, 雾散, 雾气散去",
    ((), (Look.NEON,)): "neon ~ turn+ on, neon ~ come+ on, neon sign* ~ light+ up, "
    "霓虹亮起, 霓虹灯亮起",
    ((), (Look.BLACK_AND_WHITE,)): "turn+ black and white, fade+ to black and white, "
    "becomes black and white, loses all its colour/color, loses its colour/color, "
    "colour/color drains, colour/color fades to black and white, "
    "转为黑白, 变为黑白, 变成黑白, 反转为黑白, 转成黑白",
    ((), (Look.SUNSET,)): "becomes evening, evening falls, dusk falls, evening comes",
}

WEATHER: dict[Weather, str] = {
    Weather.RAIN: "rains, raining, rainy, rainstorm*, "
    "rain soaked !clothes/coat*/shirt*/hair/jacket*, "
    "raindrop*, rainfall, it pours, makes it pour, make it pour, starts to pour, begins to pour, "
    "monsoon/sudden/heavy/summer shower*, cloudburst*, first drops fall, "
    "drizzle*, downpour, thunderstorm*, rain !jacket/coat/boots/forest*, "
    "下雨, 雨水, 雨滴, 大雨, 小雨, 细雨, 暴雨, 暴风雨, 雨夜, 雨中, 雨天, 雨幕, 雨丝, "
    "剑/弹/瓣/泪/汗/星<雨!伞/果/林/衣/靴/具/披/棚/鞋/刷/光/过/刮/停",
    Weather.SNOW: "snowing, snows, snowfall, snowflake*, winter flurry/flurries, "
    "white/soft/big/heavy flakes, snowstorm, blizzard, "
    "snow !capped/leopard*/white/boots/globe/board*/mountain*/peak*/man, "
    "snowy !owl/mountain*/peak*/landscape*/field*/hill*/valley*/slope*/ground/plain*/roof*/cap*, "
    "下雪, 大雪, 飘雪, 飘着雪, 下着雪, 风雪, 暴雪, 落雪, 雪中, 雪天, 雪夜, 下起了雪, 下起雪, "
    "雪花!牛/啤/酥, 雪飘, 雪落下, 雨夹雪, 雪和, 飞雪, 花<雪落, "
    "樱/花/下/冰/滑/积/似/如/白<雪!白/山/豹/碧/茄/糕/人/梨/橇/纺/亮/峰/地/景/原/松/橱/铁/佛/莉/板",
    Weather.DUST: "dust, dust cloud*/plume*/trail*, dust motes, dust particles, "
    "water/spray/light/energy/magic/magical/golden/blue/glowing<particle*, floating particles, "
    "sandstorm, "
    "pollen, sand blows, dusty, "
    "灰尘, 尘埃, 尘土, 粒子, 沙尘, 沙尘暴, 浮尘, 扬尘, 烟尘, 沙粒",
    Weather.EMBERS: "ember !orange/red/tone*/colo*, embers, sparks, spark shower*, sparks fly*, "
    "ashes, cinders, fireflies, "
    "firefly, ash !tree*/blond*/gray/grey/wood, "
    "火花, 火星!车/人/表/基/探/上, 余烬!橙/色/红, 灰烬, 萤火虫, 火花四溅",
}

LIGHTNING = (
    "lightning !fast, thunderstorm*, lightning storm*, lightning bolt*, "
    "雷电, 雷暴, 电闪雷鸣, 雷雨, 色/道<闪电!快/侠"
)
