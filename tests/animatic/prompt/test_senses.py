"""A loud effect comes where a prompt asks for it, and not where it only holds the word."""

import pytest

from seedance_demo.animatic.plan import Plan
from seedance_demo.animatic.prompt.director import direct
from tests.animatic.prompt.loud import LOUD, LOUDER

pytestmark = pytest.mark.machine

# The effect, a prompt that asks for it, and one that only holds its word.
SENSES = [
    ("silhouette", "Shot as a black silhouette against the window", "it keeps its silhouette"),
    ("silhouette", "silhouette of a wolf on a ridge", "A-line silhouette dress, studio light"),
    ("silhouette", "人物剪影站在落日前", "她穿着剪影修身的连衣裙"),
    ("silhouette", "a couple in silhouette on the pier", "a tea bowl backlit by a bright window"),
    ("bloom", "the lanterns glow softly", "she holds a glowing spear"),
    ("warm", "the kitchen light is soft and warm", "her warm brown skin, short hair"),
    ("warm", "a bench in warm autumn light", "a valley, green and warm despite the snow above"),
    ("cold", "清冷的月光下，她站着", "她眉目凌厉清冷"),
    ("flicker", "霓虹灯闪烁的街道", "一把闪烁着微光的长剑"),
    ("film grain", "subtle grain, soft light", "the grain's curves in the rings of an oak"),
    ("night", "a city street at night", "a night guard in broad daylight"),
    ("night", "EXT. ROOFTOP - NIGHT. She waits", "after a night of gentle rain, the garden shines"),
    ("night", "深夜，便利店里只有她一个人", "她昨夜没睡好，早晨的阳光"),
    ("vintage", "Style: vintage, faded colours", "a boy in a vintage raincoat"),
    ("black and white", "the whole scene in black-and-white, static", "a black and white cat"),
    ("black and white", "黑白画面，老人坐在长椅上", "她翻开一张黑白照片"),
    ("black and white", "Cut to black and white: the barn", "Cut to a black and white cat"),
    ("black and white", "the image fades to black and white", "fade to black at the end"),
    ("noir", "film noir lighting, venetian blinds", "pinot noir is poured into a glass"),
    ("rain", "Wind and rain lash the lighthouse", "the rain barrel by the wall"),
    ("rain", "standing in pouring rain", "unlike the rain in the first picture, the sun shines"),
    ("rain", "大雨中的街道", "雨后的街道，阳光照在水洼上"),
    ("rain", "it is raining hard", "confetti rains down on the winner"),
    ("rain", "gentle rain all day", "morning after a full night of gentle rain, the sun is out"),
    ("rain", "birds in the rain", "birds shake rain from their feathers"),
    ("embers", "余烬在空中飘", "色调：深棕、余烬橙"),
    ("embers", "glowing embers rise", "an ember orange palette"),
    ("snow", "snow begins to fall as they kiss", "the snow has melted, crocuses bloom"),
    ("snow", "she walks through falling snow", "snow peas in a wok"),
    ("storm", "a storm rages over the sea", "a storm of applause"),
    ("storm", "storm clouds gather over the field", "a storm drain in the street"),
    ("storm", "暴风雨中的帆船", "暴风雨过后，天空晴朗"),
    ("fog", "mist hangs between the pines", "his misty eyes"),
    ("dust", "dust swirls around the horse", "dust on his boots"),
    ("low key", "moody lighting, a cellist", "the moody cat sits in the window"),
    ("low key", "an old library, dark", "overcast beach, soft flat light"),
    ("silence", "Silence. Snow on a field.", "rain drums, he shuts the door and silence follows"),
    ("silence", "Audio: none", "(no audio for him) while rain drums on the roof"),
    ("engine", "the car's engine roars", "game-engine look, a knight stands in a field"),
    ("engine", "cars drive past on the highway", "toy cars on a shelf"),
    ("impact", "an explosion tears the bridge apart", "an explosion of colour in the market"),
    ("impact", "the door slams shut", "slam dunk trophy in the cabinet"),
    ("impact", "两辆车猛烈碰撞", "冰块碰撞的清脆声"),
    ("running water", "水滴声，山洞", "悬浮的水滴保持原位"),
    ("black and white", "a chess player, black and white", "a zebra, black and white, in grass"),
    ("vintage", "retro style footage of a fair", "a retro style kettle on a stove"),
    ("fog", "smoke fills the corridor", "烟雾报警器特写"),
    ("running water", "a river made wide by the flowing water", "a dragon made of flowing water"),
    ("running water", "由水手们推到河流里的船", "由流水组成的巨龙"),
    ("storm", "a statue made of jade, lightning strikes", "a statue carved from lightning"),
    ("fog", "a car made in smoke and steel, smoke fills the hall", "a cat made of smoke"),
    ("rain", "a boat made of paper floats in the rain", "a cloak woven from heavy rain"),
    ("thunder", "thunder over a temple of the god", "a thunder-god costume on a stand"),
    ("impact", "the ground shakes at the impact", "the creature reacts to the impact"),
    ("impact", "a massive impact sending dust up", "seamless transitions masked by impacts"),
    ("warm", "a room in warm yellow light", "windows in warm yellow and cool white tones"),
    ("cold", "a street in cool white light", "windows in warm yellow and cool white tones"),
    ("silence", "No sound, a deer in a field", "she makes no sound, a clock ticks"),
    ("impact", "the giant's fist slams into the ground", "a smash hit on the radio"),
    ("waves", "a girl waves, the sea behind her", "it forms arms and waves cheerfully"),
    ("snow", "snow falls on the cat", "Snow is the name of the cat"),
    ("silence", "silent footage of a comet", "a silent movie poster on the wall, piano plays"),
    ("fire", "fire spreads through the hall", "soldiers fire their guns across the trench"),
    ("fire", "a fire burns in the hearth", "fire opal ring, macro"),
    ("rain", "a wet street, rain still falling", "rain-soaked clothes hang in the warm sun"),
    ("snow", "flurries of snow whirl around the lamp", "powder snow under her skis, blue sky"),
    (
        "night",
        "a ferry crosses the bay under the stars",
        "a moth, a creature of the night, at noon",
    ),
    ("impact", "a shell explodes beside the trench", "the impact of the new logo is subtle"),
    ("engine", "race cars thunder down the straight", "a poster of a racing car on the wall"),
    ("vintage", "a grainy, faded old film, children run", "he opens a box of VHS tapes"),
    ("black and white", "a monochrome clip of a boxer", "a magpie, black and white, on a fence"),
    ("snow", "snow falls on a branch", "patches of untouched snow cling to the branch"),
    ("warm", "warm key from a desk lamp", "a warm key in her pocket"),
    ("cold", "cool rim from a monitor", "a cool rimless hat"),
    ("warm", "warm backlight through the syrup", "a warm backpack on a bench"),
    ("warm", "soft golden indoor light on the loom", "a golden indoor plant pot"),
    ("cold", "a cool white rim light on the helmet", "a cool white shirt on a hook"),
    ("film grain", "moody portrait, filmic grain", "filmic portrait of a grain field"),
    ("backlit", "a cyan rim glow around the robot", "the rim of the cup, a blue glow"),
    ("silhouette", "she turns into a silhouette as he leaves", "这款沙发的剪影线条优雅"),
    ("snow", "a blizzard hits the cabin", "a blizzard of pink petals"),
    ("rain", "a heavy rain falls", "a rain of arrows falls on the castle"),
    ("waves", "waves of the ocean roll in", "waves of heat rise from the asphalt"),
    ("running water", "a fountain in the square", "a fountain of sparks from the grinder"),
    ("birds", "a forest of bamboo", "a forest of neon signs"),
    ("birds", "birds sing in a tree", "birds remain suspended across the sky"),
    ("birds", "花园里的鸟儿", "静止的鸟儿悬在空中"),
    (
        "dust",
        "dust particles suspended in a sunbeam",
        "leaves, dust and flags remain completely still",
    ),
    ("dust", "尘埃在光里飞舞", "尘埃凝固在半空"),
    ("dust", "a dusty desert road", "a dusty gray planet"),
    ("running water", "a river in the valley", "a frozen river in the valley"),
    ("running water", "water splashes over the stones", "rain splashes on the pavement"),
    ("crickets", "a lone cricket chirps", "cinematic cricket shot of a batsman"),
    ("city", "a busy street in Japan", "a rural street in Japan"),
    ("city", "热闹的街道", "乡村街道上的老人"),
    ("wind", "晚风吹过麦田", "早春晚风格的舞台"),
    ("impact", "the glass shatters into shards", "the frame shatters into gold"),
    ("bright", "a bright modern kitchen", "a bright floral shirt"),
    ("bright", "the sky brightens", "the arc brightens in the void"),
    ("bright", "Natural daylight, bright and clear", "her eyes, wide and bright"),
    ("thunder", "a thundering sky over the plain", "thunderous applause in the hall"),
    ("thunder", "lightning bolts over the hills", "lightning-bolt earrings"),
    ("fog", "a foggy harbour", "a foggy bathroom mirror"),
    ("waves", "a beach at dawn", "a beach towel in a bathroom"),
    ("rain", "冷雨落向城堡", "箭雨落向城堡"),
    ("rain", "夏の雨が降る", "花びらの雨が降る"),
    ("rain", "거리에 비가 내린다", "꽃잎 비가 내린다"),
    ("snow", "吹雪の中の男", "花吹雪の中の花嫁"),
    ("bright", "宽敞明亮的教室", "穿着明亮的红裙"),
    ("bright", "the sun shines brightly", "brightly coloured boats"),
    ("silence", "The clip is silent.", "Aara looks at Mr Silent"),
    ("silence", "total silence, snow", "The entire restaurant becomes silent."),
    ("silence", "complete silence", "soft chimes, complete silence between some sounds"),
    ("footsteps", "a man walking home", "brushed snare, a walking bassline"),
    ("impact", "两辆车碰撞", "优雅与局促的鲜明碰撞"),
    ("crowd", "the audience roars with joy", "an audience in the dark, one spotlight"),
    ("crowd", "观众鼓掌欢呼", "观众席空着，舞台上只有一束光"),
    ("bell", "a bell rings", "bell-shaped lamps over the bar"),
    ("wind", "【声音】海浪，海鸥，风", "中国风插画"),
    (
        "running water",
        "a stream in the woods, live streams of water",
        "sun rays stream through leaves",
    ),
]
LIGHT = """
its curve catching the light
the blade catches a glint of sun
the lamp throws long shadows
light pours through the window
a halo of light rises behind her
rim light from behind
lit from below, dramatic
spotlight from the side
变形宽银幕镜头
一张嘴
水面泛起一圈涟漪
"""
LOST = """
the boy catching the ball
light dances across the wall
shot from below
seen in soft light, from above
汽车变形成机器人
他张嘴大喊
镜头绕着雕像一圈
"""


MUSIC = [
    ("ambient", "a trumpet solo on the pier", "a trumpet vine climbs the fence"),
    ("wonder", "a harp plays in the hall", "a harp seal on the ice"),
    ("sad", "a cello plays alone", "a cello case in the corner"),
    ("epic", "war drums in the distance", "rain drums on the tin roof"),
]


@pytest.mark.parametrize(("music", "plays", "holds"), MUSIC)
def test_an_instrument_is_heard_that_somebody_plays(music: str, plays: str, holds: str) -> None:
    assert direct(plays, 5, 1).shots[0].music == (music,)
    assert direct(holds, 5, 1).shots[0].music == ()


def test_a_measure_of_colours_is_no_music() -> None:
    assert direct("a symphony plays in the hall", 5, 1).shots[0].music == ("epic",)
    assert direct("a symphony of colours in the hall", 5, 1).shots[0].music == ()
    assert direct("an orchestra pit, empty seats", 5, 1).shots[0].music == ()


@pytest.mark.parametrize(("effect", "asks", "holds"), SENSES)
def test_a_loud_word_is_taken_in_its_loud_sense_alone(effect: str, asks: str, holds: str) -> None:
    assert effect in effects(direct(asks, 5, 1))
    assert effect not in effects(direct(holds, 5, 1))


@pytest.mark.parametrize(("effect", "rows"), [*LOUD.items(), *LOUDER.items()], ids=[*LOUD, *LOUDER])
def test_a_loud_effect_comes_where_it_is_asked_for_and_nowhere_else(
    effect: str, rows: tuple[str, str]
) -> None:
    ask, hold = (table.strip().splitlines() for table in rows)
    assert [words for words in ask if effect not in seen_and_heard(direct(words, 5, 1))] == []
    assert [words for words in hold if effect in seen_and_heard(direct(words, 5, 1))] == []


@pytest.mark.parametrize("refusal", ["without any rain", "no rain clouds anymore"])
def test_what_is_refused_is_refused_in_any_sense(refusal: str) -> None:
    plan = direct(f"Rain all day. Shot 1: the pier. Shot 2: the boat, {refusal}", 6, 1)
    assert [shot.weather for shot in plan.shots] == [("rain",), ()]


def test_light_from_behind_is_no_angle_of_the_camera() -> None:
    assert direct("rim light from behind", 5, 1).not_animated == ()
    assert direct("a girl seen from behind", 5, 1).not_animated == ("from behind",)


def test_a_cook_cuts_no_film() -> None:
    assert len(direct("全景，厨师切到手指，特写他的脸", 5, 1).shots) == 1
    assert len(direct("全景，厨师切菜，切到手指，特写", 5, 1).shots) == 2


@pytest.mark.parametrize(
    ("prompt", "looks"),
    [
        ("A girl dances on a bright stage. The video ends in darkness.", "bright -> low key"),
        ("A man on a hill at noon. Finally, night, neon lights.", "day -> night, neon"),
        ("女孩在阳光下跳舞，最后定格在她的剪影上。", "bright -> silhouette"),
        ("城市街道，行人来往，结尾是夜晚的霓虹灯。", " -> night, neon"),
        ("A party, film grain. Final image: the street at night.",
         "film grain -> film grain, night"),
        # It was dark before, or the end has another light.
        ("A street at night. The shot ends on a bench, at night.", "night"),
        ("At night a man walks home. Finally he opens the door.", "night"),
        ("Final image: a street at night, slow push in.", "night"),
        ("最后一班地铁，夜晚，女孩靠着车窗。", "night"),
        ("She reads. The film ends on her face in warm light.", "warm"),
    ],
)  # fmt: skip
def test_what_ends_dark_is_not_dark_before(prompt: str, looks: str) -> None:
    (shot,) = direct(prompt, 8, 1).shots
    told = [shot.looks] if shot.looks_at_end is None else [shot.looks, shot.looks_at_end]
    assert " -> ".join(", ".join(each) for each in told) == looks


def effects(plan: Plan) -> set[str]:
    found = {"silence"} if plan.silent else set()
    for shot in plan.shots:
        found |= {*shot.looks, *(shot.looks_at_end or ()), *shot.weather, *shot.sounds}
    return found


def seen_and_heard(plan: Plan) -> set[str]:
    captions = {"caption" for shot in plan.shots if shot.dialogue or shot.subtitles}
    return effects(plan) | captions | ({"cut"} if len(plan.shots) > 1 else set())


@pytest.mark.parametrize("prompt", LIGHT.strip().splitlines())
def test_light_and_shapes_are_no_lost_acts(prompt: str) -> None:
    assert direct(prompt, 5, 1).shots[0].not_animated == ()


@pytest.mark.parametrize("prompt", LOST.strip().splitlines())
def test_acts_and_views_beside_them_are_told(prompt: str) -> None:
    assert direct(prompt, 5, 1).shots[0].not_animated
