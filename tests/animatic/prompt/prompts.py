"""Prompts as people write them for image-to-video models, and what each must come to.

A shot is told as `Says(...)`: only what is given is compared, and then exactly, so `sounds=""`
says that nothing is heard. Several things are divided by commas.
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Says:
    """What a shot must say; None where the test does not care."""

    at: str | None = None  # "0-4": seconds
    image: int | None = None  # counted from 1, as people do
    framing: str | None = None
    moves: str | None = None
    pace: str | None = None  # "slow", "fast", "usual"
    looks: str | None = None
    at_end: str | None = None  # looks at the end; "stays" where the light stays
    weather: str | None = None
    enters: str | None = None
    leaves: str | None = None
    sounds: str | None = None
    music: str | None = None
    says: str | None = None  # dialogue
    titles: str | None = None  # subtitles
    lost: str | None = None  # not animated

    def told(self) -> dict[str, object]:
        return {
            field.name: value
            for field in fields(self)
            if (value := getattr(self, field.name)) is not None
        }


# One picture, five seconds: what the single shot says.
ONE_SHOT: list[tuple[str, Says]] = [
    # The camera, plainly and sloppily asked for.
    (
        "The camera moves quickly to complete the revolution behind the guard",
        Says(moves="orbit right", pace="fast"),
    ),
    ("她的头转向追踪镜头，呼气", Says(moves="slow drift")),
    ("a sailor at the wheel during a thunderstorm", Says(sounds="rain, thunder", weather="rain")),
    ("Lightning storm over a wheat field", Says(looks="storm", sounds="thunder")),
    (
        "The camera cranes up and pushes in. As the camera rises, a gate is revealed.",
        Says(moves="crane up, push in"),
    ),
    (
        "He leans in and says: My name is Otto, and we're late again. Camera: static.",
        Says(says="My name is Otto, and we're late again", moves="static"),
    ),
    ("한 남자가 말합니다: 오늘은 비가 옵니다.", Says(says="오늘은 비가 옵니다")),
    (
        '"A quiet, wide shot of a camp in the hills at dusk, a river flows by.",\n'
        '{"camera": {"movement": "slow push in"}}',
        Says(says="", looks="sunset", moves="push in"),
    ),
    (
        "A tracking shot follows the van. The camera remains fixed just behind the van.",
        Says(moves="track", lost=""),
    ),
    ("A tracking shot follows the van as it glides down the road", Says(moves="track")),
    ("镜头缓缓推进，掠过书架与窗台", Says(moves="push in")),
    ("镜头掠过海面，飞向灯塔", Says(moves="aerial")),
    ("街角过肩镜头，她的伞向上移动，露出脸", Says(moves="slow drift")),
    ("镜头向上移动，露出塔顶", Says(moves="crane up")),
    ("手机自拍近景，轻微晃动，她举起杯子", Says(moves="handheld")),
    (
        "Slow push-in on the old fisherman's face, golden hour, waves behind him",
        Says(moves="push in", pace="slow", looks="golden hour", sounds="waves", lost=""),
    ),
    ("the camera very slowly pushes in towards the ring", Says(moves="push in", pace="very slow")),
    ("camera gradually creeps closer to the door,  shallow depth of field", Says(moves="push in")),
    ("Dolly forward through the corridor,hyper realistic,8k", Says(moves="push in")),
    (
        "cinematic, we slowly move toward the altar, dust motes",
        Says(moves="push in", weather="dust"),
    ),
    ("Camera slowly pulls back to reveal the whole band", Says(moves="pull out", pace="slow")),
    ("dolly out from the watch, studio light", Says(moves="pull out")),
    ("gentle zoom in on her eyes", Says(moves="zoom in", pace="slow")),
    ("shot on a zoom lens, the camera zooms out FAST", Says(moves="zoom out", pace="fast")),
    ("CRASH ZOOM on the villain!!", Says(moves="crash zoom", sounds="")),
    ("Hitchcock zoom on the detective as it dawns on him", Says(moves="dolly zoom")),
    ("a vertigo effect, background stretches behind her", Says(moves="dolly zoom")),
    ("spinning kicks and aerial flips, the camera circles him", Says(moves="orbit right")),
    ("aerial sunrise over the bay", Says(moves="aerial")),
    ("Camera starts low, then rises to reveal the city", Says(moves="crane up")),
    ("镜头跟随女孩，人物画面不要动漫质感", Says(moves="track")),
    ("smooth handheld tracking, a boy runs across the desk", Says(moves="handheld, track")),
    (
        "The girl sings softly, then twirls. The camera slowly circles around her.",
        Says(moves="orbit right"),
    ),
    (
        "The camera starts with a close-up of running feet, then rapidly tilts up to a nurse.",
        Says(framing="close-up", moves="tilt up"),
    ),
    ("She runs, the camera executes a whip pan to follow her", Says(moves="whip pan right")),
    ("镜头缓缓停止，保持稳定的产品构图", Says(moves="static")),
    ("Pan slowly to the left across the skyline", Says(moves="pan left", pace="slow")),
    ("the camera pans from left to right over the bookshelves", Says(moves="pan right")),
    ("camera then pans right, revealing the castle", Says(moves="pan right")),
    ("Camera tilts up from her boots to her face", Says(moves="tilt up")),
    ("the shot slowly tilts down to the letter on the desk", Says(moves="tilt down", pace="slow")),
    ("truck left along the market stalls", Says(moves="truck left")),
    ("Lateral tracking shot past the columns", Says(moves="truck right")),
    ("camera glides across the table setting", Says(moves="truck right")),
    ("a sweeping crane shot rising above the valley", Says(moves="crane up")),
    ("The camera rises slowly over the rooftops", Says(moves="crane up", pace="slow")),
    ("the drone descends toward the lighthouse", Says(moves="crane down")),
    ("Camera orbits the perfume bottle to the left", Says(moves="orbit left")),
    ("Orbiting clockwise around the sneaker, white background", Says(moves="orbit left")),
    ("camera circles around her in a slow arc", Says(moves="orbit right", pace="slow")),
    ("full 360 orbit around the statue", Says(moves="orbit right", lost="full 360")),
    ("Steadicam follows him down the hallway", Says(moves="track")),
    ("The camera tracks alongside the horse", Says(moves="track")),
    ("FPV drone flies through the canyon", Says(moves="aerial", lost="FPV")),
    ("bird's-eye view of the harbour", Says(moves="aerial", lost="bird's-eye", sounds="")),
    ("shot on phone, handheld, vlog style, a bit shaky", Says(moves="handheld")),
    ("whip pan left to the door", Says(moves="whip pan left")),
    ("Dutch angle, low key lighting", Says(moves="roll", looks="low key")),
    ("rack focus from the glass to the face behind it", Says(moves="rack focus")),
    ("static shot, tripod, nothing moves but the curtain", Says(moves="static")),
    ("locked-off camera. Fog rolls in over the field.", Says(moves="static", at_end="fog")),
    ("Handheld push in on the singer", Says(moves="handheld, push in")),
    ("The camera pushes in and tilts up at the same time", Says(moves="push in, tilt up")),
    ("start wide, end on close-up: from a wide shot to a close-up", Says(moves="push in")),
    ("push in to a close-up of the dial", Says(moves="push in", framing="wide shot")),
    ("广告语在主体背后，中间出现“启程”", Says(titles="启程")),
    ("她站在窗前，固定广角", Says(moves="static")),
    ("镜头推近老人的面部特写", Says(moves="push in", framing="wide shot")),
    ("特写老人的手，镜头推近", Says(moves="push in", framing="close-up")),
    ("Extreme close up, macro of the dew drop", Says(framing="extreme close-up")),
    ("MCU of the pilot, calm", Says(framing="medium close-up")),
    ("medium shot, eye level, a barista behind the bar", Says(framing="medium shot", lost="")),
    ("in slow motion the camera orbits right", Says(moves="orbit right", pace="slow")),
    ("car races fast. Camera pushes in slowly.", Says(moves="push in", pace="slow")),
    ("snap zoom out from the dial", Says(moves="zoom out", pace="fast")),
    ("High-speed push shot on the headlights", Says(moves="push in", pace="fast")),
    ("the camera circles the vase clockwise", Says(moves="orbit left")),
    ("Camera starts on the saucer and glides up to the window", Says(moves="crane up")),
    ("lateral tracking shot from right to left", Says(moves="truck left")),
    ("no zoom, no pan, only a subtle parallax", Says(moves="slow drift")),
    ("End on black", Says(leaves="fade to black")),
    # There and back: the second word alone names the way.
    ("Pan left then right", Says(moves="pan left, pan right", lost="")),
    (
        "The camera pans left across the shelf and then back to the right",
        Says(moves="pan left, pan right"),
    ),
    ("tilt up, then down, wind", Says(moves="tilt up, tilt down", sounds="wind")),
    ("slow push in, then out", Says(moves="push in, pull out", pace="slow")),
    ("push in and pull back", Says(moves="push in, pull out", lost="")),
    ("zoom in and out of focus", Says(moves="zoom in")),
    ("先左摇再右摇", Says(moves="pan left, pan right", lost="")),
    # Words that only look like camera words.
    ("a frying pan on the stove", Says(moves="slow drift", sounds="")),
    ("A panda eats bamboo near a pantry", Says(moves="slow drift", lost="eats")),
    ("a company logo on a truck in a car park", Says(moves="slow drift", sounds="")),
    ("man in a tilted hat beside an orbiting planet poster", Says(moves="slow drift")),
    ("rolling hills and a crane standing in the reeds", Says(moves="slow drift")),
    ("a girl in a track suit with a zoom lens and a doll on a dolly", Says(moves="slow drift")),
    ("still life with pears", Says(moves="slow drift")),
    ("the soldier pushes forward, she pulls back", Says(moves="slow drift")),
    (
        "Portrait, hair pulled back, dark hair, teal dress, flared jeans, looking at camera",
        Says(moves="slow drift", looks="", lost=""),
    ),
    (
        "Ad for a DJI drone, handheld console beside it, in the style of Alfred Hitchcock",
        Says(moves="slow drift"),
    ),
    ("a Dutch painter in his studio, vintage car outside", Says(moves="slow drift", looks="")),
    (
        "a man pushing a cart toward the gate while planets are orbiting around the sun",
        Says(moves="slow drift", lost="pushing"),
    ),
    (
        "She tilts her head upward, her chin tilted slightly up",
        Says(moves="slow drift", lost="tilts"),
    ),
    ("butterflies fly through the garden", Says(moves="slow drift", lost="fly", sounds="birds")),
    ("she holds on to the rope of the crane", Says(moves="slow drift")),
    ("smooth zoom in, drone shot, then", Says(moves="zoom in, aerial")),
    ("Slow-mo hero shot, wind machine, hair flying", Says(moves="slow drift", lost="flying")),
    # Orders that are things too.
    ("Pan. Neon.", Says(moves="pan right")),
    ("Close-up. Slow tilt, golden hour", Says(moves="tilt up", pace="slow")),
    ("Zoom to the clock", Says(moves="zoom in")),
    ("Dolly. Rack focus to the door. Hold.", Says(moves="push in, rack focus")),
    ("pan the skyline", Says(moves="pan right")),
    ("Wide | Tracking - she runs", Says(moves="track", lost="runs")),
    ("hyperlapse through the old town", Says(moves="push in", pace="fast")),
    ("Pan-fried dumplings, a pot, pan and knife", Says(moves="slow drift")),
    ("Pan with oil on the stove", Says(moves="slow drift")),
    ("Zoom call on a laptop, a dolly, zoom lens", Says(moves="slow drift")),
    ("Dolly the sheep in a field", Says(moves="slow drift")),
    ("bird's eye view, end on a close-up of a crab", Says(moves="aerial", framing="wide shot")),
    ("a slow truck climbs the hill, the long arc of her life", Says(moves="slow drift")),
    # Light, and changes of light.
    ("Timelapse of the square, day to night", Says(looks="day", at_end="night", sounds="")),
    ("dusk into night over the bay", Says(looks="sunset", at_end="night")),
    ("her day-to-day life", Says(looks="", at_end="stays")),
    ("kitchen in late afternoon, volumetric fog", Says(looks="golden hour, fog")),
    ("soft morning light, a cup of coffee on the sill", Says(looks="sunrise", at_end="stays")),
    ("Neon-drenched alley at night, cyberpunk", Says(looks="neon, night")),
    (
        "film noir, black and white, heavy film grain",
        Says(looks="noir, black and white, film grain"),
    ),
    ("silhouette of a rider against the sunset", Says(looks="silhouette, sunset")),
    ("flickering candle in a dark room", Says(looks="flicker, low key")),
    ("warm tones, lens flare, dreamy", Says(looks="warm, lens flare, bloom")),
    ("a warm smile and a cold drink, bright idea", Says(looks="")),
    ("She wears a light dress and a night gown", Says(looks="")),
    ("Day turns to night over the harbour", Says(looks="day", at_end="night", lost="")),
    ("from dawn to dusk, time lapse", Says(looks="sunrise", at_end="sunset")),
    ("the light changes from warm to cold", Says(looks="warm", at_end="cold", lost="")),
    ("the lights go out one by one", Says(looks="", at_end="low key", lost="")),
    ("as the sun sets behind the ridge", Says(looks="golden hour", at_end="sunset", lost="")),
    ("black and white slowly becomes full color", Says(looks="black and white", at_end="")),
    ("misty forest, god rays", Says(looks="fog, lens flare", sounds="birds")),
    ("golden hour fades into blue hour", Says(looks="golden hour", at_end="cold", lost="")),
    (
        "the lantern flickers and the room goes dark",
        Says(looks="flicker", at_end="low key, flicker"),
    ),
    ("The clouds part and sunlight floods the valley", Says(looks="low key", at_end="bright")),
    ("the woman in black turns to the red door", Says(looks="", at_end="stays", lost="turns to")),
    # Weather and sound.
    ("Rain soaks the man under the umbrella", Says(weather="rain", sounds="rain")),
    ("a brain in a jar, a rainbow mug", Says(weather="", sounds="")),
    ("snow falls softly on the cabin", Says(weather="snow", lost="")),
    ("embers drift up from the campfire", Says(weather="embers", looks="flicker", sounds="fire")),
    ("a fire truck and a city hall poster", Says(sounds="")),
    ("falling snow, drifting fog, pouring rain", Says(weather="snow, rain", looks="fog", lost="")),
    ("snow-capped mountains and a snow leopard", Says(weather="", sounds="")),
    ("a live stream on a phone, sea of people, streams of light", Says(sounds="")),
    ("the stone steps of the temple, the falls", Says(lost="")),
    ("Music fades out as the door closes", Says(leaves="cut", music="ambient")),
    ("thunder rumbles far away", Says(sounds="thunder", weather="")),
    ("crowd cheering in the stadium, heartbeat", Says(sounds="crowd, heartbeat")),
    ("the clock is wound up, she waves hello", Says(sounds="", lost="waves hello")),
    ("Beach at noon <seagulls crying>", Says(sounds="birds, waves", looks="day", lost="")),
    ("shop front <glass breaking>", Says(lost="glass breaking")),
    ("epic orchestral music swells", Says(music="epic")),
    ("soft sad piano in the background", Says(music="piano, sad")),
    ("with tense music", Says(music="tense")),
    ("a sad happy tense story", Says(music="")),
    ("background music", Says(music="ambient")),
    # Weather that is heard and not seen.
    ("push in on the cup, rain outside", Says(weather="", sounds="rain", lost="")),
    ("heavy rain taps softly against the window", Says(weather="", sounds="rain", lost="")),
    ("Rain lashes the window of the train", Says(weather="", sounds="rain", lost="")),
    ("Slow push in. Outside: rain", Says(weather="", sounds="rain")),
    ("outside the window: heavy rain, distant thunder", Says(weather="", sounds="rain, thunder")),
    ("外面：下雨。推近", Says(moves="push in", weather="", sounds="rain")),
    ("Outside, rain falls on the street", Says(weather="rain")),
    ("rain falling outside, a book", Says(weather="", sounds="rain", lost="")),
    ("listening to the distant thunder and rain", Says(weather="", sounds="thunder, rain")),
    ("a storm rages outside, fireside chair", Says(weather="", looks="", sounds="wind")),
    ("snow falling outside the window", Says(weather="", lost="falling")),
    ("no rain outside", Says(weather="", sounds="")),
    ("窗外下着小雨", Says(weather="", sounds="rain")),
    ("屋顶的雨声", Says(weather="", sounds="rain")),
    ("雨水打在玻璃上", Says(weather="", sounds="rain")),
    ("窗外风雪", Says(weather="", sounds="wind")),
    ("she waits in the rain outside the bar", Says(weather="rain", sounds="rain")),
    ("street outside the club, heavy rain", Says(weather="rain", sounds="city, rain")),
    ("雨中的街道", Says(weather="rain", sounds="rain, city")),
    # What light, weather and sound do is rendered; what is in the picture stays still.
    ("thunder rolls, lightning strikes, the wind blows", Says(lost="")),
    ("birds sing, the music swells, a piano plays a waltz", Says(lost="")),
    ("burning candles, shadows fall across the wall", Says(lost="")),
    ("waves roll in, clouds drift, the wind blows her hair", Says(lost="roll, drift, blows")),
    ("Niagara Falls in autumn", Says(sounds="running water", lost="")),
    ("smiling woman portrait, leaning on a wall, kneeling boy", Says(lost="")),
    ("the woman starts smiling, a dancing couple", Says(lost="starts smiling, dancing")),
    ("make it move", Says(lost="move")),
    ("nothing moves but the curtain moves", Says(lost="moves")),
    ("talking head, vinyl crackle", Says(sounds="", lost="")),
    ("微笑的女孩", Says(lost="")),
    ("风吹动她的头发", Says(sounds="wind", lost="吹动")),
    ("the camera moves with the crowd, moving fast", Says(moves="track", lost="moving")),
    # Refusals.
    ("no camera movement, a vase", Says(moves="static")),
    ("Camera does not move. The dancer spins.", Says(moves="static", lost="spins")),
    ("don't zoom, a vase on a table", Says(moves="static")),
    ("no music, rain on the roof", Says(music="", sounds="rain", weather="")),
    ("no wind, rain or music. waves.", Says(music="", sounds="waves", weather="")),
    ("without any background music or voices, city traffic", Says(music="", sounds="city")),
    ("no rain, no thunder, no wind", Says(sounds="", weather="")),
    ("heavy rain without the sound of rain, birds", Says(sounds="birds", weather="rain")),
    ("heavy rain, birds, no rain sounds", Says(sounds="birds", weather="rain")),
    ("a storm, no sound of wind", Says(sounds="", looks="storm")),
    ("雨中的街道，没有雨声", Says(sounds="city", weather="rain")),
    ("avoid neon, fog, and lens flare; golden hour", Says(looks="golden hour")),
    ("it never stops raining", Says(weather="rain")),
    ("not a static shot: handheld", Says(moves="handheld")),
    ("She does not walk or dance", Says(lost="")),
    ("no text, no subtitles, no camera shake, push in", Says(moves="push in")),
    ("no sound effects, only soft piano, rain", Says(sounds="", music="piano")),
    ("No sound, only piano music", Says(sounds="", music="piano")),
    ("lens: 35mm, camera: fixed, bgm: solo cello", Says(moves="static", music="sad")),
    (
        "画面整体偏冷，镜头不要动，人物不要说话，没有背景音乐，只保留雨声",
        Says(moves="static", sounds="rain", lost=""),
    ),
    # Speech and titles direct nothing.
    (
        'She whispers: "pan left, it is raining". Static camera.',
        Says(moves="static", weather="", says="pan left, it is raining", lost="whispers"),
    ),
    ("Man: {Cut to the chase} medium shot", Says(says="Cut to the chase", framing="medium shot")),
    ("a door 【Night falls】", Says(titles="Night falls", looks="", at_end="stays")),
    ('a poster with the title "Rain and Thunder"', Says(titles="Rain and Thunder", sounds="")),
    # What a still cannot do.
    ("The knight draws his sword and walks to the camera", Says(lost="draws, walks")),
    ("a woman stands by the window and sits", Says(lost="")),
    ("she smiles and blinks", Says(lost="smiles, blinks")),
    ("hair sways in the wind", Says(sounds="wind", lost="sways")),
    ("The grade leans toward teal", Says(lost="")),
    ("The man leans toward her", Says(lost="leans")),
    ("A dragon appears and the tower explodes", Says(lost="appears, explodes", sounds="impact")),
    ("POV shot, camera flies over the city", Says(moves="aerial", lost="POV")),
    ("the chef carefully plates a dish", Says(lost="plates")),
    ("the camera bursts through the window", Says(lost="")),
    ("with a gentle smile, a cinematic look", Says(lost="")),
    # Fades.
    ("Fade in from black on the empty stage", Says(enters="fade in")),
    ("a rose on a grave. Slowly fade to black.", Says(leaves="fade to black", enters="cut")),
    # Chinese.
    ("镜头缓慢推进，老人的脸，黄昏", Says(moves="push in", pace="slow", looks="sunset")),
    ("缓缓拉远，露出整个山谷", Says(moves="pull out", pace="slow")),
    ("镜头向左摇，城市夜景", Says(moves="pan left", looks="night", sounds="city")),
    ("从左往右横移，货架上的商品", Says(moves="truck right")),
    ("环绕拍摄一台跑车，霓虹灯", Says(moves="orbit right", looks="neon")),
    ("手持镜头，轻微晃动，纪录片质感", Says(moves="handheld")),
    ("希区柯克变焦，主角的脸", Says(moves="dolly zoom")),
    ("急推到眼睛特写", Says(moves="crash zoom")),
    ("固定镜头，雪花飘落", Says(moves="static", weather="snow", lost="")),
    ("镜头上升，无人机航拍海岸", Says(moves="crane up, aerial", sounds="waves", lost="航拍")),
    ("焦点从前景的花转移到后面的人", Says(moves="rack focus")),
    ("特写，烛光闪烁", Says(framing="close-up", looks="flicker")),
    ("复古风格的海报，浪漫的氛围", Says(looks="vintage", sounds="")),
    ("中国风插画，火车站，地雷战海报", Says(sounds="", looks="")),
    ("由白天变为黑夜", Says(looks="day", at_end="night", lost="")),
    ("天色渐暗，街道", Says(at_end="low key", sounds="city")),
    ("不要音乐，雨声", Says(music="", sounds="rain")),
    ("不要音乐、字幕和运镜，海浪", Says(music="", sounds="waves")),
    ("画面中没有雨，没有雷声", Says(weather="", sounds="")),
    ("无运镜，一杯咖啡", Says(moves="static")),
    ("不断下雨的街道", Says(weather="rain", sounds="rain, city")),
    ("女孩转身微笑，说：“下雨了。”", Says(says="下雨了。", weather="", lost="转身, 微笑, 说")),
    ("（紧张的鼓点音乐）男人奔跑", Says(music="epic, tense", lost="奔跑")),
    ("（忧伤的曲子响起）空房间", Says(music="sad")),
    ("空房间＜雷声＞【第二天】", Says(sounds="thunder", titles="第二天")),
    ("空荡的走廊，心跳声，跑车海报", Says(sounds="heartbeat", lost="")),
    ("镜头跟随女孩", Says(moves="track")),
    ("热气缓缓上升，手持长剑的侠客，小说封面", Says(moves="slow drift", lost="")),
    ("雪山脚下，飞行员站着，战斗机旁", Says(moves="slow drift", weather="", lost="")),
    ("剧情推进，拉开窗帘，树影晃动，群山环绕", Says(moves="slow drift")),
    ("镜头围绕产品旋转一周，背景音乐轻快", Says(moves="orbit right", music="happy", lost="一周")),
    ("镜头缓缓靠近女孩的脸", Says(moves="push in", pace="slow")),
    ("由暖变冷，镜头慢慢推近到特写", Says(looks="warm", at_end="cold", framing="wide shot")),
    ("从黑白渐变到彩色", Says(looks="black and white", at_end="")),
    ("夜幕降临，灯火阑珊", Says(at_end="night")),
    ("音乐渐隐，她离开", Says(leaves="cut")),
    ("避免雨、雾、霓虹，晴天", Says(looks="bright", weather="")),
    ("镜头从脚部缓缓上移", Says(moves="crane up", pace="slow")),
    ("镜头快速拉远，没有音乐也没有对白", Says(moves="pull out", pace="fast", music="")),
    ("风格：电影感，俯拍，荷兰角", Says(moves="roll", lost="俯拍")),
    # Words that mean something else beside others, likenesses, and what is refused as a list.
    (
        "warm sunrise over the lake, mist rolls in",
        Says(looks="sunrise, warm", at_end="fog, sunrise, warm"),
    ),
    ("a warm smile over warm tea, a vintage tram, midnight blue tiles", Says(looks="")),
    ("sunlight streams onto the desk, silk like a river of gold", Says(sounds="", lost="")),
    ("it sounds like thunder", Says(sounds="thunder")),
    ("a man in a wide-brimmed hat, medium shot", Says(framing="medium shot", moves="slow drift")),
    ("Sweeping drone shot over the vineyard", Says(moves="aerial")),
    ("slow dolly around the static mannequin", Says(moves="orbit right", pace="slow")),
    ("the girl waves, the drummer drives the beat on", Says(sounds="")),
    (
        "push in. Negative prompt: rain, neon, city",
        Says(moves="push in", looks="", weather="", sounds=""),
    ),
    ("Do not:\n- pan left\n- add snow", Says(moves="static", weather="")),
    ("nobody turns around, neither speaks", Says(lost="")),
    ("silence, then sudden drums", Says(music="epic")),
    ("The porter murmurs, 'It's the last train.'", Says(says="It's the last train.")),
    ("the poster reads 'Closing Day'", Says(titles="Closing Day", says="")),
    (
        '"Slow push in on the bride, golden hour"',
        Says(moves="push in", looks="golden hour", says=""),
    ),
    ("He opens the gate, nods, adjusts his hat", Says(lost="opens the, nods, adjusts his")),
    ("the camera orbits 90 degrees clockwise", Says(moves="orbit left")),
    ("the camera glides backward past the columns", Says(moves="pull out")),
    ("pan up to the clock", Says(moves="tilt up")),
    ("the camera rises while circling the tower", Says(moves="crane up, orbit right")),
    ("she looks into the camera, tilts her head", Says(moves="slow drift")),
    ("a hawk soaring in wide circles, slowly descending", Says(moves="slow drift")),
    ("drone shot, gliding through the hall", Says(moves="aerial, push in")),
    ("he slowly pulls back the curtain", Says(moves="slow drift", lost="pulls")),
    ("the camera moves in one smooth take", Says(moves="slow drift")),
    ("Follow image 1 exactly", Says(moves="slow drift")),
    ("dont move camera, close shot of the ring", Says(moves="static", framing="close-up")),
    ("medium tracking shot beside the cyclist", Says(moves="track", framing="medium shot")),
    ("bright kitchen, black n white", Says(looks="bright, black and white")),
    (
        "string lights turn on, smoky eyes, sea breeze",
        Says(looks="", at_end="stays", sounds="wind"),
    ),
    ("spooky music, champagne flute", Says(music="tense")),
    (
        "Dialogue: Who left the light on? Push in.",
        Says(says="Who left the light on?", moves="push in"),
    ),
    ("Caption: Spring Sale\nDialogue: none", Says(titles="Spring Sale", says="")),
    ("the camera turns to the left, goes round the fountain", Says(moves="pan left, orbit right")),
    ("the camera stays put, ultra close up", Says(moves="static", framing="extreme close-up")),
    ("the title fades in, the waves roll in", Says(enters="cut", sounds="waves")),
    ("a candle being blown out", Says(at_end="low key")),
    ("the lamp turns on, a burning question", Says(looks="low key", at_end="bright", sounds="")),
    (
        '{"camera": "pan right", "negative_prompt": "zoom, snow"}',
        Says(moves="pan right", weather=""),
    ),
    # Whose pace, and whose verb.
    ("push in, the girl runs fast", Says(moves="push in", pace="usual")),
    ("the camera pushes in as the horses gallop fast", Says(moves="push in", pace="usual")),
    ("push in, very slowly and smoothly", Says(moves="push in", pace="very slow")),
    ("slow, steady push in", Says(moves="push in", pace="slow")),
    ("pan left, no fast motion", Says(moves="pan left", pace="usual")),
    ("镜头推近，快速奔跑的男孩", Says(moves="push in", pace="usual")),
    ("镜头推近，速度缓慢", Says(moves="push in", pace="slow")),
    ("The camera, which slowly rises, shows the roofs", Says(moves="crane up", pace="slow")),
    ("The man beside the camera, which he slowly rises from", Says(moves="slow drift")),
    # Moves told by their ends.
    ("The camera travels from head to toe over the dancer", Says(moves="tilt down")),
    ("Slow move from the far left to the far right of the wall", Says(moves="truck right")),
    ("the camera pans from the right to the left", Says(moves="pan left")),
    ("slow pan from the sky to the street", Says(moves="tilt down", pace="slow")),
    ("the camera moves from her shoes up to her face", Says(moves="tilt up")),
    ("the camera descends from the rooftops to the street", Says(moves="crane down")),
    ("one smooth move from a close-up to a wide shot", Says(moves="pull out", framing="close-up")),
    ("从天空摇到地面", Says(moves="tilt down")),
    ("镜头缓缓从左侧移到右侧", Says(moves="truck right", pace="slow")),
    ("the camera pans past a man dressed in white from head to toe", Says(moves="pan right")),
    ("she walks from left to right, covered in mud from head to toe", Says(moves="slow drift")),
    ("他从左侧移到右侧，从头到脚都湿了", Says(moves="slow drift")),
    ("do not pan from left to right", Says(moves="static")),
    # Documents and screenplays.
    (
        "## Camera\nRises\n\n## Avoid\nlens flare, rain",
        Says(moves="crane up", looks="", weather=""),
    ),
    (
        "INT. BARN - NIGHT\nOLGA\n(low)\nIt is in the hay.\nPAUL\nLeave it.\nPan left.",
        Says(says="It is in the hay. / Leave it.", moves="pan left", looks="night"),
    ),
    # JSON, as people paste it.
    (
        '{"props": ["copper kettle", "box of old iron nails"], "keywords": ["calm"]}',
        Says(says="", titles="", sounds="", moves="slow drift"),
    ),
    (
        '{"film_grain": "none", "handheld": false, "rain": null, "fog": 0, "camera": "orbit"}',
        Says(moves="orbit right", looks="", weather=""),
    ),
    (
        """Here it is:\n```json\n{'camera': {'movement': 'tilt up', 'speed': 'slow',}, """
        """'sfx': 'wind',}\n```""",
        Says(moves="tilt up", pace="slow", sounds="wind", says=""),
    ),
    (
        '{"text": "A woman walks along the pier in the rain while the camera slowly follows her"}',
        Says(moves="track", weather="rain", titles=""),
    ),
    ("{“camera”: “push in”, “dialogue”: “none”}", Says(moves="push in", says="", titles="")),
    ('{\n  camera: "pan left",\n  rain: false, // dry\n}', Says(moves="pan left", weather="")),
    (
        '{"dialogue": {"character": "Ada", "line": "It is late.", "tone": "tired"}}',
        Says(says="It is late."),
    ),
    ('{"action": "She says "not yet" twice" "camera": "pan left"', Says(moves="pan left")),
    (
        '{"a": "b, "camera": tilt up, "props": "the four iron keys of it"}}',
        Says(says="", titles=""),
    ),
    ('{"on_screen_text": "Open late", "subtitles": false}', Says(titles="Open late", says="")),
    (
        '{"cameraMotion": "none—the frame rests", "lens_flare": "off"}',
        Says(moves="static", looks=""),
    ),
    (
        '{"prohibited_elements": ["rain", "lens flare"], "camera": ["pan left"]}',
        Says(moves="pan left", weather="", looks=""),
    ),
    (
        '{"镜头": "缓慢推近", "音效": "雨声", "台词": "无", "手持": false}',
        Says(moves="push in", says=""),
    ),
    ("镜头从右边绕到左边，天渐渐黑了", Says(moves="orbit left", at_end="night", leaves="cut")),
    ("镜头慢慢拉高，汗水滴落", Says(moves="crane up", pace="slow", sounds="", lost="滴落")),
    ("移镜头向左，摇镜头向上", Says(moves="truck left, tilt up")),
    ("字幕：无", Says(titles="", says="")),
    ("Arc. Bloom.", Says(moves="orbit right", looks="bloom", lost="")),
    ("a garden in bloom, a hidden arc, a bread roll", Says(moves="slow drift", looks="")),
    ("街道，雪", Says(weather="snow")),
    ("雪山，国风，上海", Says(weather="", sounds="")),
    ("看海，有风，雷", Says(sounds="waves, wind, thunder")),
    ("a shot looking down at her hands, puddles freeze", Says(moves="slow drift")),
    ("the camera looks down. Ambient: rain", Says(moves="tilt down", music="")),
    ("3s glide from lips to eyes", Says(at="0-5")),
    ("不要动镜头", Says(moves="static")),
    ("固定院内侧方中远景，她从画面左侧走进来", Says(moves="static", lost="走进")),
    ("镜头缓慢 360 度旋转，茉莉环绕的小屋", Says(moves="orbit right", pace="slow")),
    ("Handheld camera with film grain slowly pushes in", Says(moves="handheld, push in")),
    ("24mm wide-angle lens, aerial flyover, moving forward", Says(moves="aerial, push in")),
    ("镜头别晃，慢慢往里推", Says(moves="push in", pace="slow")),
    ("海浪无声地涌来", Says(sounds="waves")),
    ("从右边摇到左边，大全景", Says(moves="pan left")),
    ("音效：镜头推进时的嗖声", Says(moves="slow drift", sounds="whoosh")),
    ("夜景换成白天", Says(looks="night", at_end="day")),
    ("雾面口红，虚幻引擎渲染，流水线", Says(looks="", sounds="")),
    ("对白：灯是谁开的", Says(says="灯是谁开的")),
    ("狗在海边跑，孩子笑", Says(lost="跑, 笑")),
    ("镜头缓缓拉近酒瓶", Says(moves="zoom in", pace="slow")),
    ("她慢慢推开窗，皱眉，放下杯子", Says(moves="slow drift", lost="推开, 皱眉, 放下")),
    ("小船在水面上摇摆，桂花环绕的庭院", Says(moves="slow drift")),
    ("固定中近景，老人坐着", Says(moves="static", framing="medium close-up")),
    ("镜头从下往上", Says(moves="tilt up")),
    ("镜头由左至右扫过书架", Says(moves="pan right")),
    ("推近到戒指的特写", Says(moves="push in", framing="wide shot")),
    ("不下雨的清晨，画面不抖动", Says(weather="", sounds="", looks="sunrise", moves="static")),
    ("禁止：下雪、背景音乐、夜景", Says(weather="", music="", looks="")),
    ("不远处传来雷声", Says(sounds="thunder")),
    ("花瓣如雪花般飘落，复古旗袍", Says(weather="", looks="")),
    # A range of sizes, a size at the end, a camera that dollys.
    ("A macro-to-wide camera journey through a watch", Says(framing="wide shot")),
    ("the camera follows her, close-up of her hands at the end", Says(framing="wide shot")),
    ("the camera dollys in", Says(moves="push in")),
    ("pages orbit around her like moons, a silent hall", Says(moves="slow drift")),
    ("documentary style, the camera holds steady, a slow zoom in", Says(moves="zoom in")),
    ("多莉慢慢地靠近女孩", Says(moves="push in", pace="slow")),
    # Words that only look like an effect.
    ("northern lights over a snowy landscape", Says(weather="")),
    ("subtitles burned in at the bottom", Says(sounds="")),
    ("剑上的雷电光芒更盛", Says(looks="", sounds="")),
    ("咖啡店里杯子碰撞声", Says(sounds="")),
    ("使用黑白配色方案，城市街道", Says(looks="black and white")),
    ("Grated cheese rains down like snow, handfuls of it rain down on the dough", Says(weather="")),
    ("he brushes a little dust off his sleeve", Says(weather="")),
    ("Earth from orbit, blue oceans and white clouds", Says(sounds="")),
    ("a rolling pin racing across the dough", Says(sounds="")),
    ("scissors texturize the front “fringe”, quick snips", Says(titles="")),
    ("A quiet hut. Audio: rain, a door creaks. Camera: push in", Says(weather="", sounds="rain")),
    # Old pictures.
    ("looks like a worn VHS tape, a birthday", Says(looks="vintage")),
    ("a box of VHS tapes on a desk", Says(looks="")),
    ("深褐色调，老侦探", Says(looks="vintage")),
    # A light that goes and comes back.
    ("a blackout, then the lights come back on", Says(looks="", at_end="bright")),
]

# Prompts of several beats: prompt, seconds, number of pictures, what each shot says.
FILMS: list[tuple[str, float, int, list[Says]]] = [
    # Sizes that end in a colon do not hide the cuts between them, nor is 1.4 two sentences.
    (
        "Aerial wide shot: snow. Cut to a compass. Cut to POV shot: a valley. Cut to her eyes",
        8,
        1,
        [Says(moves="aerial"), Says(), Says(), Says()],
    ),
    (
        "Slow dolly forward into a kitchen, camera height 1.4 m, steady, no pan",
        4,
        2,
        [Says(at="0-2", moves="push in"), Says(at="2-4", moves="push in")],
    ),
    (
        "A drone video of Pisa. The drone rises. It then circles the tower. End the shot high up.",
        6,
        2,
        [Says(at="0-3"), Says(at="3-6")],
    ),
    # A transition into the last shot closes no film, and a kind of photography is no size.
    (
        "0-2s\na girl\nwaits\n2-4s\na hand\nwaves\n4-6s\na sofa\nTransition into a bottle.\n"
        "The camera slowly pushes in.\nStyle: warm, macro product photography",
        6,
        1,
        [
            Says(moves="slow drift", framing="wide shot", looks="warm"),
            Says(moves="slow drift"),
            Says(moves="push in"),
        ],
    ),
    # Shots with lines of their own keep them.
    (
        'Shot 1: a man and a woman walk\nWoman: "Not bad."\nShot 2: a shop\nWoman: "Get the cold."',
        6,
        1,
        [Says(says="Not bad."), Says(says="Get the cold.")],
    ),
    # Fields tell of the whole clip.
    (
        "[主体]: 厨师\n[动作]: 抛蛋, 最后装盘\n[运镜]: 缓慢推近\n[风格]: 暖色调",
        6,
        1,
        [Says(at="0-6", moves="push in", looks="warm")],
    ),
    # Cuts in brackets, and from one thing to another.
    (
        "Style: bright\n\na comb in a mane\n\n[cut]\n\nclose-up of a nose\n\n[cut]\n\nthe mirror",
        6,
        1,
        [Says(at="0-2", looks="bright"), Says(framing="close-up"), Says(looks="bright")],
    ),
    ("She waits. The film cuts from her face to the clock", 6, 1, [Says(at="0-3"), Says()]),
    ("The dress is cut from silk to fit her", 6, 1, [Says(at="0-6")]),
    ("A city in the rain. The scene changes to a desert", 6, 1, [Says(weather="rain"), Says()]),
    # The times behind the number of a shot.
    (
        "TOMADA 1 — 0s–4s | a casa\nTOMADA 2 — 4s–7s | o rio\nTOMADA 3 — 7s–9s | a rua",
        9,
        1,
        [Says(at="0-4"), Says(at="4-7"), Says(at="7-9")],
    ),
    # Inside, no weather of the film falls.
    (
        "Rain all day. Shot 1: the pier. Shot 2: inside the cabin. Shot 3: the boat",
        9,
        1,
        [Says(weather="rain"), Says(weather="", sounds="rain"), Says(weather="rain")],
    ),
    # One transition that is told of the whole is not how all shots are cut.
    (
        "Style: neon transitioning to warm candlelight. Shot 1: a hut. Shot 2: a hall.",
        6,
        1,
        [Says(at="0-3"), Says(enters="cut")],
    ),
    # A chain of views is no view of each shot.
    (
        "Kamera: Nahaufnahme → Totale → Schwenk → Hand\n(0-3s) Ein Pferd.\n(3-6s) Ein Stall.",
        6,
        1,
        [Says(framing="wide shot", moves="slow drift"), Says(framing="wide shot")],
    ),
    (
        "One seamless continuous FPV flight. Shot 1 (0-3s): a hut. Shot 2 (3-6s): a hall.",
        6,
        1,
        [Says(at="0-6")],
    ),
    # A sentence for each picture, and one that goes on with it.
    (
        "A pier in the rain. An old keeper polishes a lens. A harp stands in a barn.",
        9,
        3,
        [Says(at="0-3", image=1, weather="rain"), Says(image=2, weather=""), Says(music="wonder")],
    ),
    ("清晨的渔港，薄雾笼罩。海鸥停在船头。", 6, 2, [Says(looks="sunrise, fog"), Says(looks="")]),
    ("A girl waits. The camera pushes in on her face.", 6, 2, [Says(moves="push in")] * 2),
    # Lists of views in JSON are shots, lists of moves are one.
    (
        '{"scene": "a shop", "camera": ["wide establishing shot", "macro of a gear"]}',
        6,
        1,
        [Says(framing="wide shot"), Says(framing="extreme close-up")],
    ),
    (
        '{"scene": "a boat", "camera": {"shots": ["aerial over the bay", "slow pull back"]}}',
        6,
        1,
        [Says(moves="aerial"), Says(moves="pull out")],
    ),
    ('{"scene": "a boat", "camera": ["slow push in", "handheld"]}', 6, 1, [Says(at="0-6")]),
    (
        '{"timeline": ["0-3s: push in", "3-6s: pan left"], "sfx": ["0-3s: rain", "3-6s: bell"]}',
        6,
        1,
        [Says(at="0-3", moves="push in", sounds="rain"), Says(moves="pan left", sounds="bell")],
    ),
    # A head that tells of several views is no view of each shot; nor is its light a dissolve.
    (
        "Camera: interior close-up → over-the-shoulder → tracking, whip pans\n"
        "0-2s: hands on the wheel. 2-4s: the road. 4-6s: close-up of a pedal.",
        6,
        1,
        [
            Says(at="0-2", framing="wide shot", moves="slow drift"),
            Says(framing="wide shot", moves="slow drift", enters="cut"),
            Says(framing="close-up", moves="slow drift"),
        ],
    ),
    (
        "A dock; warm light above transitions to cool tones underwater.\n"
        "0-2s: a man fishes. 2-4s: the hook, medium shot.",
        4,
        1,
        [Says(at="0-2", enters="cut"), Says(at="2-4", enters="cut")],
    ),
    # Shots named by a noun of their own.
    (
        "Chaotic shot near the road: cars burn. Calm shot by the lake: a boy sits.",
        6,
        1,
        [Says(at="0-3", sounds="fire"), Says(at="3-6", sounds="")],
    ),
    # A numbered list of shots without a word of film; an aspect ratio is no item of it.
    (
        "15秒、5つのテンポの速いショット。\n1. 目を開ける。\n2. 伸びをする。\n3. 微笑む。\n"
        "16:9、字幕なし。",
        6,
        1,
        [Says(at="0-2"), Says(at="2-4"), Says(at="4-6")],
    ),
    # From one size to another is a move, not a dissolve to the next shot.
    (
        "0-2s: wide shot transitioning to an extreme facial close-up. 2-4s: her hands.",
        4,
        1,
        [Says(framing="wide shot", moves="push in"), Says(enters="cut")],
    ),
    # What a prompt opens on is not what the rest of it looks like.
    (
        "开场：黄昏时一张凌乱的书桌，轻微的手持抖动。\n0-2秒：镜头缓缓扫过。2-4秒：烛光下整洁的书桌。",
        4,
        1,
        [
            Says(looks="sunset", moves="handheld, pan right"),
            Says(looks="flicker", moves="slow drift"),
        ],
    ),
    # Lengths behind the words, not times before them.
    (
        "Close-up (2s) of the cup steaming, then wide (3s) of the table",
        5,
        1,
        [Says(at="0-2", framing="close-up"), Says(at="2-5", framing="wide shot")],
    ),
    (
        "A kitchen at dawn. Close-up of the cup (2s). Wide of the table (3 s), pan left.",
        5,
        2,
        [
            Says(at="0-2", image=1, framing="close-up", looks="sunrise"),
            Says(at="2-5", image=2, framing="wide shot", looks="sunrise", moves="pan left"),
        ],
    ),
    (
        "Wide shot for 3 seconds, then close-up for 2 seconds",
        10,
        1,
        [Says(at="0-6", framing="wide shot"), Says(at="6-10", framing="close-up")],
    ),
    (
        "特写（2秒）杯子，然后全景（3秒）",
        5,
        1,
        [Says(at="0-2", framing="close-up"), Says(at="2-5", framing="wide shot")],
    ),
    (
        "Shot 1 (2s): the door. Shot 2: the hall",
        5,
        1,
        [Says(at="0-2"), Says(at="2-5")],
    ),
    # Time stamps in the forms people use.
    (
        "Style: noir, rain. [0-4s] Wide shot, static tripod. [4-7s] Dolly zoom on his face. "
        "[7-10s]: whip pan to a crane shot rising above the city",
        10,
        2,
        [
            Says(at="0-4", image=1, moves="static", looks="noir", weather="rain"),
            Says(at="4-7", moves="dolly zoom", looks="noir", weather="rain", sounds="rain"),
            Says(at="7-10", image=2, moves="crane up", enters="whip", sounds="city, rain"),
        ],
    ),
    (
        "[00:00-00:04] Shot 1: the booth. [00:04-00:07] Shot 2: extreme close-up. "
        "[00:07-00:10] Shot 3: she leaves",
        10,
        1,
        [Says(at="0-4"), Says(at="4-7", framing="extreme close-up"), Says(at="7-10")],
    ),
    (
        "00:00–00:03 wide of the beach at dawn, 00:03–00:06 crane up, 00:06-00:10 the sun rises",
        10,
        3,
        [
            Says(at="0-3", image=1, looks="sunrise", sounds="waves"),
            Says(at="3-6", image=2, moves="crane up"),
            Says(at="6-10", image=3, looks="cold", at_end="sunrise"),
        ],
    ),
    (
        "0–3s: push in on the watch\n3–5s: pull back, neon",
        5,
        1,
        [Says(at="0-3", moves="push in"), Says(at="3-5", moves="pull out", looks="neon")],
    ),
    (
        "(0s-2.5s) macro of the bottle (2.5s-5s) orbit left",
        5,
        2,
        [Says(at="0-2.5", framing="extreme close-up"), Says(at="2.5-5", moves="orbit left")],
    ),
    (
        "Shot 1 (0-2s): static. Shot 2 (2-5s): pan left.",
        5,
        1,
        [Says(at="0-2", moves="static"), Says(at="2-5", moves="pan left")],
    ),
    (
        "0-5 秒：固定镜头，雨夜。5-10 秒：镜头缓慢推进，霓虹闪烁。",
        10,
        2,
        [
            Says(at="0-5", image=1, moves="static", weather="rain", looks="night"),
            Says(at="5-10", image=2, moves="push in", looks="neon, flicker", weather=""),
        ],
    ),
    (
        "【0-3秒】全景，城市。【3秒-8秒】航拍上升。第8到第10秒，淡出",
        10,
        1,
        [Says(at="0-3", sounds="city"), Says(at="3-8"), Says(at="8-10", leaves="fade to black")],
    ),
    (
        "前3秒固定镜头，后2秒急推",
        5,
        1,
        [Says(at="0-3", moves="static"), Says(at="3-5", moves="crash zoom")],
    ),
    (
        "A quiet street at night. At 5 seconds the lights go out. No music.",
        10,
        1,
        [Says(at="0-5", looks="night"), Says(at="5-10", looks="night", at_end="low key, night")],
    ),
    (
        "Static camera. At 2s thunder. At 3.5s: pan right",
        5,
        1,
        [
            Says(at="0-2", moves="static", sounds=""),
            Says(at="2-3.5", moves="static", sounds="thunder"),
            Says(at="3.5-5", moves="pan right", sounds=""),
        ],
    ),
    (
        "At 1 second cut to the astronaut, static.",
        3,
        2,
        [Says(at="0-1", image=1, moves="slow drift"), Says(at="1-3", image=2, moves="static")],
    ),
    (
        "A cup. [1-3s] push in [3-4.5s] tilt up",
        5,
        1,
        [Says(at="0-1", moves="slow drift"), Says(at="1-3"), Says(at="3-5", moves="tilt up")],
    ),
    ("wide. At 2s pan left. At 4.5s thunder", 5, 1, [Says(), Says(at="2-4.5"), Says(at="4.5-5")]),
    # Stamps that do not fit are mended.
    ("1-3s: push in, 4-6s: tilt up", 6, 1, [Says(at="0-4"), Says(at="4-6", moves="tilt up")]),
    ("static. At 10s: pan left. At 20s: tilt up", 5, 1, [Says(), Says(), Says(moves="tilt up")]),
    (
        "[0-10s] push in [10-20s] pull out",
        10,
        1,
        [Says(at="0-5", moves="push in"), Says(at="5-10", moves="pull out")],
    ),
    (
        "[0-3s] push in [4-6s] pan left [5-8s] tilt up",
        10,
        1,
        [Says(at="0-4"), Says(at="4-5", moves="pan left"), Says(at="5-10", moves="tilt up")],
    ),
    (
        "[5-10s] pan left [0-5s] push in",
        10,
        1,
        [Says(at="0-5", moves="push in"), Says(at="5-10", moves="pan left")],
    ),
    (
        "[0-0.1s] static [0.1-0.2s] snow [0.2-5s] push in",
        5,
        1,
        [Says(at="0-5", moves="push in", weather="snow")],
    ),
    ("A video in 16:9, 24-70mm, 3-5 people, 15s, f/2.8", 5, 1, [Says(at="0-5")]),
    (
        "[0:00] wide shot [0:04] push in [0:07] orbit",
        10,
        1,
        [Says(at="0-4"), Says(at="4-7", moves="push in"), Says(at="7-10", moves="orbit right")],
    ),
    ("A clip (10s): slow push in", 10, 1, [Says(at="0-10", moves="push in")]),
    (
        "先是图一的特写，然后切换到图二，全程手持",
        6,
        2,
        [Says(moves="handheld", framing="close-up"), Says(moves="handheld", enters="cut")],
    ),
    # Numbered shots.
    (
        "Shot 1: static wide. Shot 2 - handheld close-up. SHOT 3. pull back",
        9,
        3,
        [
            Says(at="0-3", image=1, moves="static"),
            Says(at="3-6", image=2, moves="handheld", framing="close-up"),
            Says(at="6-9", image=3, moves="pull out"),
        ],
    ),
    (
        "A love story, warm light, soft piano.\n\n**Scene 1** - the letter\n"
        "**Scene 2** - the station, golden hour\n\nAudio: no rain",
        10,
        2,
        [
            Says(at="0-5", image=1, looks="warm", music="piano"),
            Says(at="5-10", image=2, looks="golden hour, warm", music="piano"),
        ],
    ),
    (
        "Shot 1 (2s): static. Shot 2 (6s): push in. Shot 3 (2s): pan left",
        5,
        1,
        [Says(at="0-1"), Says(at="1-4"), Says(at="4-5")],
    ),
    (
        "镜头1：全景，大海。镜头2：特写，她转身。镜头3：环绕，不要音乐。",
        6,
        1,
        [
            Says(at="0-2", sounds="waves"),
            Says(at="2-4", framing="close-up", lost="转身"),
            Says(at="4-6", moves="orbit right", music=""),
        ],
    ),
    (
        "第一个镜头，推近。第二个镜头，拉远。",
        6,
        1,
        [Says(at="0-3", moves="push in"), Says(at="3-6", moves="pull out")],
    ),
    (
        "[Shot 1] Static wide, 3s [Shot 2] Slow zoom, 2s [Shot 3] Orbit, 5s",
        10,
        3,
        [
            Says(at="0-3", moves="static"),
            Says(at="3-5", moves="zoom in"),
            Says(at="5-10", moves="orbit right"),
        ],
    ),
    (
        "Opening shot: wide of the desert. Middle: close-up on his eyes. Ending: fade to black",
        9,
        3,
        [
            Says(at="0-3", framing="wide shot"),
            Says(at="3-6", framing="close-up"),
            Says(at="6-9", leaves="fade to black", framing="wide shot"),
        ],
    ),
    # Connectives.
    (
        "The camera pushes in, then pans left. Finally fade to black.",
        6,
        1,
        [Says(at="0-6", moves="push in, pan left", leaves="fade to black")],
    ),
    (
        "Rain at night, push in on the door. Cut to the beach at noon, then dissolve to the sea",
        9,
        3,
        [
            Says(moves="push in", weather="rain", sounds="rain"),
            Says(enters="cut", weather="", sounds="waves", looks="day"),
            Says(enters="dissolve", image=3),
        ],
    ),
    (
        "foggy forest, slow pan left, then tilt up",
        6,
        1,
        [Says(looks="fog", sounds="birds", moves="pan left, tilt up")],
    ),
    (
        "缓慢推进，然后向左摇，最后画面淡出",
        6,
        1,
        [Says(at="0-6", moves="push in, pan left", leaves="fade to black")],
    ),
    (
        "雨夜街道，切到海边日出，叠化到山谷",
        6,
        3,
        [
            Says(weather="rain"),
            Says(enters="cut", weather="", looks="sunrise", sounds="waves"),
            Says(enters="dissolve"),
        ],
    ),
    (
        "[0-3s] the gate, ending in a whip pan transition [3-6s] the hall",
        6,
        2,
        [Says(enters="cut"), Says(enters="whip", image=2)],
    ),
    # A shot's own time of day replaces the scene's.
    (
        "Night, fog. Shot 1: the pier. Shot 2: the same pier at golden hour",
        6,
        1,
        [Says(looks="night, fog"), Says(looks="golden hour, fog")],
    ),
    (
        "Day turns to night over the two harbours",
        6,
        2,
        [Says(looks="day", at_end="stays"), Says(looks="day", at_end="night")],
    ),
    # Pictures.
    (
        "@Image2 slowly turns, cut to [Image 1]",
        6,
        2,
        [Says(image=2, lost="turns"), Says(image=1, enters="cut")],
    ),
    (
        "a wedding, slow dissolves",
        8,
        4,
        [Says(image=1), *(Says(image=n, enters="dissolve") for n in (2, 3, 4))],
    ),
    ("Image 1 morphs into image 2", 6, 2, [Says(image=1), Says(image=2, enters="dissolve")]),
    (
        "Start on the second image, then the first picture",
        6,
        2,
        [Says(image=2), Says(image=1)],
    ),
    ("图2是街道，图1是人物", 6, 2, [Says(image=2), Says(image=1)]),
    ("第二张图推近，然后第一张图", 6, 2, [Says(image=2, moves="push in"), Says(image=1)]),
    ("[0-2s] @图3 [2-4s] @图1 [4-6s] @图2", 6, 3, [Says(image=3), Says(image=1), Says(image=2)]),
    ("the style of @Image7, push in", 5, 1, [Says(image=1, lost="Image7", moves="push in")]),
    (
        "Shot 1: push in. Shot 2: pan left.",
        8,
        4,
        [Says(at="0-2", image=1), Says(image=2), Says(at="4-6", image=3), Says(at="6-8", image=4)],
    ),
    (
        "first image: slow zoom in. second image: pan right",
        6,
        2,
        [Says(image=1, moves="zoom in"), Says(image=2, moves="pan right")],
    ),
    (
        "图2：固定镜头。图1：环绕。",
        6,
        2,
        [Says(image=2, moves="static"), Says(image=1, moves="orbit right")],
    ),
    (
        "Transition from image 1 to image 2 with a whip pan",
        6,
        2,
        [Says(image=1, moves="slow drift"), Says(image=2, enters="whip", moves="slow drift")],
    ),
    (
        "[0-3s] push in on the cup [3-6s] pan @Image2 [6-10s] static @Image1",
        10,
        2,
        [
            Says(image=1, moves="push in"),
            Says(image=2, moves="pan right"),
            Says(image=1, moves="static"),
        ],
    ),
    ("[0-2s] a [2-4s] b [4-6s] @Image1", 6, 2, [Says(image=1), Says(image=2), Says(image=1)]),
    ("[0-3s] a door [3-6s] @Image1", 6, 2, [Says(image=2), Says(image=1)]),
    (
        "图1推近，图2左摇，图3固定，转场用叠化",
        6,
        3,
        [
            Says(image=1, moves="push in", enters="cut"),
            Says(image=2, moves="pan left", enters="dissolve"),
            Says(image=3, moves="static", enters="dissolve"),
        ],
    ),
    ("@Image1 is the hero, @Image2 the city, push in", 6, 2, [Says(moves="push in")] * 2),
    # How all shots are joined, told in the last of them.
    (
        "[0-2s] a door [2-4s] a lock [4-6s] static, with dissolves between shots",
        6,
        1,
        [Says(enters="cut"), Says(enters="dissolve"), Says(enters="dissolve")],
    ),
    (
        "Shot 1: a. Shot 2: b. Shot 3: static, whip pan transitions",
        6,
        3,
        [
            Says(enters="cut", moves="slow drift"),
            Says(enters="whip"),
            Says(enters="whip", moves="static"),
        ],
    ),
    (
        "镜头1：推近。镜头2：拉远。镜头3：固定镜头，转场都用叠化",
        6,
        1,
        [Says(enters="cut"), Says(enters="dissolve"), Says(enters="dissolve")],
    ),
    ("以图1为首帧，图2为尾帧，丝滑过渡", 6, 2, [Says(), Says(enters="dissolve")]),
    (
        '{"camera": {"shots": [{"start": 0, "end": 3, "move": "push in"}, '
        '{"start": 3, "end": 6, "move": "pan left"}]}}',
        6,
        1,
        [Says(at="0-3", moves="push in"), Says(at="3-6", moves="pan left")],
    ),
    # What closes a prompt and speaks of all shots, and lines of speech behind them.
    (
        "0-2s: a gate. 2-6s: a stair, tilt up. Golden hour, handheld, grain.",
        6,
        1,
        [
            Says(moves="handheld", looks="golden hour, film grain"),
            Says(moves="tilt up, handheld", looks="golden hour, film grain"),
        ],
    ),
    (
        "0-2s: a gate. 2-6s: a stair. Close-up, he turns, handheld.",
        6,
        1,
        [Says(moves="slow drift"), Says(moves="handheld", framing="close-up")],
    ),
    (
        "Shot 1: the mill, close-up. Shot 2: the river. All shots: black and white, handheld.",
        6,
        1,
        [Says(looks="black and white", moves="handheld")] * 2,
    ),
    (
        "镜头一：码头，特写。镜头二：海面。全片冷色调，下雪。",
        6,
        1,
        [Says(looks="cold", weather="snow"), Says(looks="cold", weather="snow")],
    ),
    (
        "Shot 1: Ida at the gate. Shot 2: her uncle on the stair. Shot 3: an empty hall.\n"
        'Ida (softly): "Are you there?"\nUncle: "Always."\nWalter: "Who is it?"',
        9,
        1,
        [Says(says="Are you there?"), Says(says="Always."), Says(says="Who is it?")],
    ),
    (
        "镜头一：码头。镜头二：老人抬头。\n【声音】海浪声，老人轻声说：“回来了。”",
        6,
        1,
        [Says(says="", sounds="waves"), Says(says="回来了。", sounds="waves")],
    ),
    (
        "WIDE - the mill, static\nRIDE - tracking shot, fast\nSTOP - close-up of the bell",
        6,
        1,
        [Says(moves="static"), Says(moves="track"), Says(framing="close-up")],
    ),
    # JSON with shots: times are times, and what stands around them speaks of all.
    (
        '{"shots": [{"start": 0, "end": 2, "camera": "push in"}, '
        '{"start": 2, "end": 5, "camera": "pan left"}], "mood": {"film_grain": true}}',
        5,
        1,
        [
            Says(at="0-2", moves="push in", looks="film grain"),
            Says(at="2-5", moves="pan left", looks="film grain"),
        ],
    ),
    (
        '{"duration": "6s", "scenes": [{"duration_seconds": 2, "camera": "tilt up"}, '
        '{"duration_seconds": 4, "camera": "orbit", "voiceover": "Ada: It is late."}]}',
        6,
        1,
        [Says(at="0-2", moves="tilt up"), Says(at="2-6", moves="orbit right", says="It is late.")],
    ),
    (
        '{"timeline": {"00:03-00:06": "pan left", "00:00-00:03": {"action": "push in"}}, '
        '"audio": {"timeline": [{"time": "0-3s", "sfx": "wind"}]}}',
        6,
        1,
        [Says(at="0-3", moves="push in", sounds="wind"), Says(at="3-6", moves="pan left")],
    ),
    (
        '[{"时间": "0-2秒", "镜头": "推近", "字幕": "早安"}, {"时间": "2-6秒", "镜头": "拉远"}]',
        6,
        1,
        [Says(at="0-2", moves="push in", titles="早安"), Says(at="2-6", moves="pull out")],
    ),
    (
        '{"shot_1": {"camera": "pan left"}, "shot_2": {"camera": "tilt up"}, "lighting": "sunset"}',
        6,
        1,
        [Says(at="0-3", moves="pan left"), Says(at="3-6", moves="tilt up", looks="sunset")],
    ),
    # "Now" refuses nothing.
    ("Now push in. Now pan left.", 6, 2, [Says(moves="push in"), Says(moves="pan left")]),
    ("Do not push in. Pan left.", 6, 2, [Says(moves="pan left")] * 2),
    # One take.
    (
        "single continuous take, no cuts: push in, then pan left, cut to the sea",
        5,
        1,
        [Says(at="0-5", moves="push in, pan left", sounds="waves")],
    ),
    (
        "一镜到底，环绕人物",
        6,
        2,
        [Says(at="0-3", image=1), Says(at="3-6", image=2, enters="dissolve")],
    ),
    ("don't cut. [0-2s] push in [2-5s] tilt up", 5, 1, [Says(at="0-5", moves="push in, tilt up")]),
    # Nothing to cut to, and what one shot says of itself.
    ("he lifts the lid, then smiles", 6, 1, [Says(at="0-6", lost="lifts, smiles")]),
    ("he lifts the lid, then smiles", 6, 2, [Says(image=1), Says(image=2)]),
    (
        "0-2s: wide shot. 2-4s: the lid, no cuts. 4-6s: close-up",
        6,
        1,
        [Says(at="0-2"), Says(at="2-4"), Says(at="4-6", framing="close-up")],
    ),
    ("0-2秒：参考@图片1。2-6秒：推近", 6, 1, [Says(at="0-2"), Says(at="2-6", moves="push in")]),
    (
        "第1-2秒：推近；第3-4秒：左摇；第5-6秒：拉远",
        6,
        1,
        [Says(at="0-2"), Says(at="2-4", moves="pan left"), Says(at="4-6")],
    ),
    ("全景，古城。再切到特写，灯笼", 6, 2, [Says(at="0-3"), Says(at="3-6", framing="close-up")]),
    (
        "Slow zoom out from the eye, then the room",
        6,
        2,
        [Says(moves="zoom out", pace="slow"), Says(image=2, moves="zoom out", pace="slow")],
    ),
    (
        "0-2s: the gate, tracking shot. 2-6s: the hill\nCamera: close-ups, aerial shots, pans",
        6,
        1,
        [Says(moves="track", framing="wide shot"), Says()],
    ),
    ("镜头缓慢右摇。禁止环绕。", 6, 2, [Says(moves="pan right")] * 2),
    ("15秒。1-5秒：镜头推近。6-10秒：镜头拉远。", 10, 1, [Says(at="0-6"), Says(at="6-10")]),
    ("pan left then tilt up", 6, 1, [Says(moves="pan left, tilt up")]),
    (
        "push in on the lamp, then pan left over the roofs, then close-up of a boat",
        6,
        1,
        [Says(moves="push in, pan left"), Says(framing="close-up", enters="cut")],
    ),
    (
        "zoom in on image 1, pan left on image 2 and tilt up on image 3",
        9,
        3,
        [Says(image=1, moves="zoom in"), Says(moves="pan left"), Says(image=3, moves="tilt up")],
    ),
    ("each picture 2 seconds", 6, 3, [Says(image=1), Says(image=2), Says(image=3)]),
    (
        "From 0 to 4 seconds, push in. From 4 seconds to the end, pull out.",
        6,
        1,
        [Says(at="0-4", moves="push in"), Says(at="4-6", moves="pull out")],
    ),
    (
        "00:00:00-00:00:02 pan left 00:00:02-00:00:06 tilt up",
        6,
        1,
        [Says(at="0-2", moves="pan left"), Says(at="2-6", moves="tilt up")],
    ),
    ("(a) the bay (b) pan left (c) pull back", 6, 1, [Says(at="0-2"), Says(at="2-4"), Says()]),
    ("Part one: noon. Part two: deep night.", 6, 1, [Says(looks="day"), Says(looks="night")]),
    (
        "Shot 1: push in. Shot 2: pan left. Transition: dissolve.",
        6,
        1,
        [Says(), Says(enters="dissolve")],
    ),
    ("镜头一开始对着海，再切到第二张图", 6, 2, [Says(image=1), Says(image=2)]),
    ("场景一：白天。切到场景二：夜晚，跟拍。", 6, 1, [Says(looks="day"), Says(moves="track")]),
    (
        "前2秒固定镜头，中间1秒推近，最后3秒拉远",
        6,
        1,
        [Says(at="0-2", moves="static"), Says(at="2-3"), Says(at="3-6", moves="pull out")],
    ),
    (
        "0-2秒：推近\n2-6秒：左摇\n【声音】前半段竖琴，最后1秒钟声",
        6,
        1,
        [Says(at="0-2", sounds="bell"), Says(at="2-6", sounds="bell", music="wonder")],
    ),
    ("flowers fill the second half of the garden", 6, 1, [Says(at="0-6", moves="slow drift")]),
    ("In the first half push in, in the second half pan left", 6, 1, [Says(), Says(at="3-6")]),
    ("缓慢推近，后半段左摇", 6, 1, [Says(at="0-3", moves="push in"), Says(moves="pan left")]),
    ("0秒 全景\n2秒 眼睛特写", 6, 1, [Says(at="0-2"), Says(at="2-6", framing="close-up")]),
    ("a bell rings at 4 seconds", 6, 1, [Says(at="0-6", sounds="bell")]),
    ("she waits. Then cut to black", 6, 1, [Says(at="0-6", leaves="fade to black")]),
    ("镜头推进，最后黑屏", 6, 1, [Says(at="0-6", moves="push in", leaves="fade to black")]),
    (
        "镜头推近杯子然后慢慢左摇到窗户",
        6,
        1,
        [Says(at="0-6", moves="push in, pan left", pace="slow")],
    ),
    (
        "镜头1：产品全景（0-2s），推进\n镜头2：刻度特写（2-6s），固定",
        6,
        2,
        [
            Says(at="0-2", framing="wide shot", moves="push in"),
            Says(at="2-6", framing="close-up", moves="static"),
        ],
    ),
    ("第 1 镜——推近。\n第 2 镜——拉远。", 6, 1, [Says(at="0-3"), Says(at="3-6", moves="pull out")]),
    # Shots that are only listed, or begin a sentence or a line.
    (
        "First: tight on the clasp. Second: we pull all the way back, wind.",
        10,
        1,
        [
            Says(at="0-5", framing="close-up", moves="slow drift", sounds=""),
            Says(at="5-10", framing="wide shot", moves="pull out", sounds="wind"),
        ],
    ),
    (
        "Shot A - wide, static. Shot B - drifting left. Shot C: tilt up",
        9,
        3,
        [Says(at="0-3", moves="static"), Says(moves="truck left"), Says(moves="tilt up", image=3)],
    ),
    (
        "Foggy. 1. wide shot of the pier 2. the boat 3. pull back",
        9,
        1,
        [
            Says(at="0-3", looks="fog"),
            Says(at="3-6", looks="fog"),
            Says(at="6-9", moves="pull out", looks="fog"),
        ],
    ),
    (
        "push in on the mask. Rules: 1. keep the face 2. no text 3. one take",
        5,
        1,
        [Says(at="0-5", moves="push in")],
    ),
    (
        "Night, rain. Wide shot of the alley. Close-up of wet shoes, footsteps, then tilt up",
        9,
        1,
        [
            Says(at="0-3", framing="wide shot", looks="night", weather="rain"),
            Says(
                at="3-9",
                framing="close-up",
                moves="tilt up",
                enters="cut",
                weather="rain",
                sounds="footsteps, rain",
            ),
        ],
    ),
    (
        "Slow push in on the lamp\nPan left along the shelf\nClose-up of the key",
        9,
        3,
        [
            Says(at="0-3", image=1, moves="push in"),
            Says(at="3-6", image=2, moves="pan left"),
            Says(at="6-9", image=3, framing="close-up"),
        ],
    ),
    (
        "Slow zoom out from the cup, rain. Close-up of the pilot, slow pan left",
        6,
        2,
        [
            Says(image=1, moves="zoom out", framing="wide shot", weather="rain"),
            Says(image=2, moves="pan left", framing="close-up", weather="rain"),
        ],
    ),
    (
        "Slow push in on the cup. Handheld, film grain. Waves outside",
        6,
        2,
        [Says(moves="push in, handheld", looks="film grain")] * 2,
    ),
    (
        "Camera: slow push in\nStyle: wide angle, handheld",
        5,
        1,
        [Says(at="0-5", moves="push in, handheld")],
    ),
    # What is told of the whole clip.
    (
        "Shot 1: the mast, push in. Shot 2: the deck, pan left. Visual style: film grain, snow. "
        "Sound design: waves, piano",
        6,
        1,
        [
            Says(
                moves="push in", looks="film grain", weather="snow", sounds="waves", music="piano"
            ),
            Says(moves="pan left", looks="film grain", weather="snow", sounds="waves"),
        ],
    ),
    (
        "镜头1：推近桅杆。镜头2：左摇甲板。整体风格：黑白，下雪。",
        6,
        1,
        [Says(looks="black and white", weather="snow"), Says(looks="black and white")],
    ),
    (
        "(0-2s) the mast, push in\n(2-5s) the deck, pan left\nA cold harbour at dawn, fog",
        5,
        1,
        [Says(moves="push in", looks="sunrise, fog"), Says(moves="pan left", looks="sunrise, fog")],
    ),
    ("Shot 1: pan left. Shot 2: zoom in. No music, rain. No sound.", 6, 1, [Says(sounds="")] * 2),
    (
        "Open on a cup. Cut to the rider.\nAudio: rain",
        6,
        2,
        [Says(sounds="rain"), Says(sounds="rain")],
    ),
    (
        "photo 1 pan left, photo 2 zoom in. crossfade between",
        6,
        2,
        [Says(), Says(enters="dissolve")],
    ),
    (
        "动作：0-2秒 她走进来；2-5秒 她坐下。\n镜头：固定机位，中景\n【声音】雨声",
        5,
        1,
        [Says(at="0-2", moves="static", sounds="rain"), Says(at="2-5", framing="medium shot")],
    ),
    (
        "镜头1：推近。镜头2：拉远。\n【参考】@图片1 角色，@图片2 场景",
        6,
        2,
        [Says(at="0-3", image=1, titles=""), Says(at="3-6", image=2, titles="")],
    ),
    (
        "Shot 1: the mast. Mood: calm sea, fog. Shot 2: the deck. Mood: night",
        6,
        1,
        [Says(looks="fog"), Says(looks="night")],
    ),
    (
        "Fade in from black. Handheld. [0-2s] a door [2-5s] push in on the lock\n"
        "Overall: film grain, snow. Fade out at the end.",
        5,
        1,
        [
            Says(
                enters="fade in", moves="handheld", looks="film grain", weather="snow", leaves="cut"
            ),
            Says(moves="push in, handheld", leaves="fade to black", weather="snow"),
        ],
    ),
    (
        'Dialogue: "We were never here." [0-2s] static [2-5s] rain stops, no rain',
        5,
        1,
        [Says(says="We were never here.", moves="static"), Says(weather="", sounds="")],
    ),
    (
        "heavy rain. [0-2s] push in [2-5s] inside, no rain, piano",
        5,
        1,
        [Says(weather="rain", sounds="rain"), Says(weather="", sounds="", music="piano")],
    ),
    (
        "0-4s: a finger taps the watch he wears, quickly cutting back to her. 4-8s: pan left",
        8,
        1,
        [Says(at="0-2"), Says(at="2-4", enters="cut"), Says(at="4-8", moves="pan left")],
    ),
    (
        "0-4s: the unveiling\nCut to the bottle. 4-8s: pan left, dissolve to the sea",
        8,
        1,
        [Says(at="0-4"), Says(at="4-8", moves="pan left")],
    ),
    (
        "镜头1：女孩在雨中慢慢走过街道，切到手部特写。镜头2：左摇",
        6,
        1,
        [Says(at="0-2"), Says(at="2-4", framing="close-up"), Says(at="4-6", moves="pan left")],
    ),
    (
        "Shot 1: a roof at night, heavy rain. Shot 2: she draws a sword. Shot 3: inside, a hall. "
        "Shot 4: sunrise over the bay.",
        8,
        1,
        [
            Says(looks="night", weather="rain"),
            Says(looks="night", weather="rain", sounds="rain"),
            Says(looks="night", weather=""),
            Says(looks="sunrise", weather=""),
        ],
    ),
    (
        "Shot 1: a roof at night, heavy rain. Shot 2: she waits by the sea.",
        8,
        2,
        [Says(looks="night", weather="rain"), Says(looks="", weather="")],
    ),
    (
        "Shot 1: a street at dusk. Shot 2: a room by candlelight.",
        8,
        1,
        [Says(looks="sunset"), Says(looks="flicker")],
    ),
    (
        "Style: macro details, aerial views, whip pan. Shot 1: a pier. Shot 2: push in on a boat.",
        8,
        1,
        [Says(framing="wide shot", moves="aerial"), Says(framing="wide shot", moves="push in")],
    ),
    (
        "Close-up photography, slow push in. Shot 1: a pier. Shot 2: a boat.",
        8,
        1,
        [Says(framing="wide shot", moves="push in"), Says(moves="push in")],
    ),
    (
        "Sharp zoom-ins and zoom-outs on the hull. Shot 1: a pier. Shot 2: a boat.",
        4,
        1,
        [Says(moves="zoom in, zoom out", lost=""), Says(moves="zoom in, zoom out")],
    ),
    (
        "[2-5s] A lamp, rain. [5-8s] Night. Push in on the wick.\nNo text, no logos.",
        8,
        1,
        [
            Says(at="0-2", weather="", lost=""),
            Says(at="2-5", weather="rain"),
            Says(at="5-8", moves="push in", looks="night"),
        ],
    ),
    (
        'Scene 1 (0-2s)\n"Dots appear and connect, rain, subtle push-in."\n'
        'Scene 2 (2-4s)\n"Lines stretch and relax, slow pan left, at night."',
        4,
        1,
        [Says(at="0-2", moves="push in", says=""), Says(moves="pan left", looks="night", says="")],
    ),
    (
        "SHOT 1 (0:00-0:02) — the arms.\nSHOT 2 (0:02-0:04) — the head.\n"
        "CAMERA — keep the handheld orbit exactly.",
        4,
        1,
        [Says(moves="handheld, orbit right"), Says(moves="handheld, orbit right")],
    ),
    (
        "镜头1（0:00-0:02）——手臂。\n镜头2（0:02-0:04）——头。\n摄影机——环绕拍摄。",
        4,
        1,
        [Says(moves="orbit right"), Says(moves="orbit right")],
    ),
    (
        "The camera opens on a wide view, then glides down into an intimate close-up of a leaf.",
        4,
        1,
        [Says(framing="wide shot", moves="crane down")],
    ),
    (
        "0-2s: push in on the cup. 2-4s: hold, all cups in view.\nCamera: slow push in.",
        4,
        1,
        [Says(moves="push in"), Says(moves="static")],
    ),
    (
        "0–2s : il court sur le bureau. 2–4s : il saute sur un carnet. Lumière solaire chaude, "
        "suivi caméra à l'épaule fluide, énergie créative. Audio : bruits de pas. Aucun texte.",
        4,
        1,
        [Says(moves="handheld", looks="warm"), Says(moves="handheld", looks="warm")],
    ),
    (
        "Un anuncio de café en la mesa.\n\nSecuencia de texto en pantalla:\n"
        "0–2 sec: Despierta con ganas\n2–4 sec: Vive mejor",
        4,
        1,
        [Says(at="0-4", titles="Despierta con ganas / Vive mejor")],
    ),
    (
        "0-2秒：@阿明低头看信。2-4秒：切到门口，@阿红走来，阿明说：「你来了。」",
        4,
        1,
        [Says(says=""), Says(says="你来了。")],
    ),
    (
        "Handheld, whip pan at 3 s. 0-2s: a pier. 2-4s: a boat.",
        4,
        1,
        [Says(moves="handheld", lost="whip pan right"), Says(moves="handheld")],
    ),
]

SILENT = [
    "a vase, no sound",
    "A beach at dawn, waves, no audio please",
    "silent, slow push in on the rain",
    "Completely silent video of a waterfall",
    "无声，海浪",
    "全程静音，人群",
    "街道，没有声音",
    "A lake at dawn, silent. No noise at all.",
    "Audio: silent. A machine with a low hum on a desk.",
]
SOUNDING = [
    "no music",
    "a silent monk in a forest with birds",
    "muted colors, vhs",
    "war horns, then dead silence",
    "footsteps break the silence of the hall",
    "不要音乐，只有雨声",
    "it is not silent, traffic",
]
