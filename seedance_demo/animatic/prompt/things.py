"""Tells what a thing in the picture does from what its camera and its cuts do: flying sparks.

The verbs are the same. Whose they are is told by what stands before them, past an aside in
brackets, and by what stands behind.
"""

import re

from .rules import Rule, any_of

_AN_ASIDE = re.compile(r"(?<=[a-z] )[(（][^()（）]{0,60}[)）] ?(?=(?:[a-z]+ly )*$)")
# Who comes into the picture, or fills it, is not the picture.
_INTO_THE_PICTURE = re.compile(
    r"(?<![a-z])(?:fill|enter|cross|leav|exit)(?:e?s|ed|ing|e)? (?:the |our )?(?:entire |whole )?"
    r"(?:frame|view|scene|shot|picture|image)(?![a-z])"
    r"|(?<![a-z])(?:into|across|out of) (?:the )?(?:frame|view|picture|scene)(?![a-z])"
)
_FILM = (
    r"(?:shots?|camera|views?|moves?|movements?|motion|drone|crane|aerial|perspective|pov|angles?"
    r"|footage|dolly|zoom|pan|tilt|orbit|track(?:ing)?|push|pull|close-?ups?|takes?|reveal|lens"
    r"|frame|flyover|fpv|steadicam|gimbal|arcs?|sweep)"
)
_ITS_OWN = any_of(
    Rule(
        r"(?:fly|ris|soar|descend|ascend|glid|drift|roll|tumbl|sink|swoop|hover|climb|float|spin"
        r"|rotat|revolv|swirl|shak|sway|mov|reced|circl|orbit|plung|div|wobbl)ing"
        r" (?!(?:[a-z]+ly|in|on|at|to|over|under|up|down|out|off|by|past|along|across|around"
        r"|about|above|below|beneath|behind|beside|between|through|toward[a-z]*|into|onto|from"
        r"|with|within|away|back[a-z]*|forward[a-z]*|left[a-z]*|right[a-z]*|sideways|upwards?"
        r"|downwards?|inward|outward|round|ahead|alongside|after|before|against|among|amid|near"
        r"|the|an?|his|her|its|their|our|him|them|it|us|this|that|these|those|each|every|all|both"
        r"|and|or|but|as|then|while|until|for|like|very|so|too|more|ever|fast[a-z]*|slow[a-z]*"
        r"|low|lower|high|higher|close[a-z]*|deep[a-z]*|straight|smooth|steady|overhead|clockwise"
        r"|counter[a-z]*|anti[a-z]*|laterally|diagonal[a-z]*|one|two|once|full|half|degrees?"
        rf"|image|picture|(?:[a-z-]+ ){{0,2}}{_FILM})(?![a-z]))[a-z]{{3,}}",
        takes="|flying sparks",
        leaves="|flying over the roofs",
    ),
    Rule(
        r"[一-鿿]{0,3}[推拉](?:了|着|开)?(?:一把|一下|[她他它你我]|对方|众人|[大房车木铁]?门|窗|箱"
        r"|轮椅|桌|椅)",
        takes="他|猛推了她一把",
        leaves="镜头|猛推到脸",
    ),
)
# A verb that moves something else, or tells how something is held, whoever it is said of.
_TO_AN_END = any_of(
    Rule(
        r"(?:lift|lower|drop)(?:s|p?ed|p?ing)? "
        r"(?:the|an?|his|her|its|their|them|him|it|[a-z]+'s)(?! ?camera)(?![a-z])",
        takes="a crane |lifts the container",
        leaves="a crane |lifts over the roofs",
    ),
    Rule(
        r"trucks? (?!across|sideways|always|towards)[a-z]+s(?![a-z])",
        takes="the |truck rolls right",
        leaves="the |truck right",
    ),
    Rule(r"angled", takes="held low, |angled upward", leaves="the camera |angles upward"),
    Rule(
        r"[一-鿿]{2,4}[时瞬]间?的[一-鿿]{0,8}[声音]", takes="|推进时的嗖声", leaves="|推进时的街道"
    ),
)
# A bird, or a machine, and no camera on it.
_A_CRANE = any_of(
    Rule(
        r"(?<![a-z])(?:an?|white|red|grey|gray|tower|construction|paper|harbou?r|dock) cranes? $",
        takes="a paper crane |flies",
        leaves="the crane |flies",
    )
)
# A machine that somebody else flies, and one that goes to the camera or away from it.
_A_DRONE = any_of(
    Rule(
        r"(?<![a-z])(?:delivery|police|military|army|toy|attack|combat|spy|enemy|rescue|quadcopter"
        r"|surveillance|patrol|agricultural|cargo|small|tiny|little|sleek|black|white|red|yellow"
        r"|silver|metallic|robotic) drones? (?:[a-z]+ly )?$",
        takes="the police drone |circles",
        leaves="the fpv drone |circles",
    )
)
_BY_THE_LENS = any_of(
    Rule(
        r"(?:fly|mov|glid|float|drift|ris|soar|rac|speed|rush|swoop|hover|div)[a-z]*"
        r"(?: [a-z]+){0,3}? (?:from|towards?|past|at|to|into|by) (?:the )?(?:camera|lens|viewer)"
        r"(?![a-z'])(?! of)",
        takes="the drone is |flying away from the lens",
        leaves="the drone is |flying away from the lens of the lighthouse",
    )
)
# What somebody draws, throws or goes along.
_PATHS = re.compile(r"(?:arc|circl|orbit|slid|glid|drift|roll|spiral|sweep|float|ris|spin|360)")
_FILMS = (
    r"(?:film|captur|show|shoot|reveal|present|record|start|begin|end|open|us|featur|includ|perform"
    r"|finish|clos|continu|transition|combin|add|mix|follow|need|want|keep)"
)
_OF_A_PATH = any_of(
    Rule(
        rf"(?<![a-z])(?!{_FILMS}[a-z]*)(?:[a-z]{{2,}}(?:ing|ed|es|(?<!s)s)|flew|drew|threw|swung)"
        r"(?: [a-z'-]+){0,4}?(?: in| into| along| through)? (?:an?|one|the|his|her|its)"
        r"(?: [a-z-]+){0,2} $",
        takes="the skater carves a smooth |arc",
        leaves="the film uses a smooth |arc",
    )
)
_A_COOKS_PAN = any_of(
    Rule(
        r"(?<![a-z])(?:(?:tilt|lift|shak|hold|tak|toss|grab|slid|swirl|put|plac|mov)(?:e?s|ing|e)?"
        r" (?:the|an?|his|her)(?: [a-z]+)?|hot|frying|iron|copper) $",
        takes="the chef tilts the |pan left",
        leaves="slow tilt, |pan left",
    )
)
_FIRST_PERSON = any_of(
    Rule(
        r"(?:first[ -]person|pov)(?: (?:perspective|view|point of view|pov|camera))? ?[(（/,] ?$",
        takes="first-person perspective (|fpv)",
        leaves="an (|fpv) drone",
    )
)
_PICTURE = any_of(
    Rule(
        r"(?<![a-z])(?:camera|shots?|scenes?|images?|pictures?|frames?|views?|film|video"
        r"|footage|screen|we|close-?ups?|pan|zoom|transitions?|clips?|logo|titles?|text|everything)(?![a-z])",
        takes="the picture blurs",
        leaves="petals drift",
    )
)
_OF_THE_PICTURE = re.compile(
    _PICTURE.pattern + r"(?:,? (?:then|and|also|now|[a-z]+ly|(?:start|begin)s? to))* ?$"
)
# Verbs of a transition that things do, too.
_FADES = re.compile(r"(?:dissolv|fad|melt|blend|morph)(?:e?s|ing|e)?(?![a-z])")
_A_TRANSITION = any_of(
    Rule(
        r"(?<![a-z])(?:an?|the|slow|soft|gentle|quick|smooth|long|cross|with|via|by|use)[ -]$",
        takes="then a slow |dissolve",
        leaves="petals rise and |dissolve",
    )
)
_HAS_A_SUBJECT = any_of(
    Rule(
        r"(?<![a-z])(?!(?:and|then|[a-z]+ly)[ ,])[a-z]{2,},? (?:(?:and|then|[a-z]+ly) )*$",
        takes="petals drift, |dissolving into the air",
        leaves="slowly |dissolving into the air",
    )
)
_INTO_A_STUFF = any_of(
    Rule(
        r"[a-z ]{0,12}?(?<![a-z])(?:in|into|to|with) (?:the |an? )?(?:[a-z]+ ){0,2}?(?:air|light"
        r"|smoke|dust|mist|fog|ash|ashes|particles?|petals|sparks|embers|nothing[a-z]*|soil|ground"
        r"|earth|water|liquid|pixels|sand|snow|stars|stardust|shadows?|wind|foam|steam|vapou?r"
        r"|pieces|fragments|glitter|butterflies|birds|feathers|leaves|ink|flames?|fire|tea|coffee"
        r"|milk|skin|crowd|distance)(?= ?(?:[^a-z ]|$)| (?:like|as|around|above|over|and|that|of))",
        takes="petals rise, then dissolve| into light",
        leaves="petals rise, then dissolve| into the night street",
    )
)
_HAN_PICTURE = any_of(
    Rule(
        r"(?:^|[,.;:!?、\n→+(（】] ?|画面|镜头|场景|图像|影像|用|以|通过|使用|加|和|然后|最后)"
        r"[缓慢逐渐地]{0,4}$",
        takes="画面缓缓|溶解",
        leaves="维度|溶解",
    )
)
_HAN_INTO_A_PICTURE = any_of(
    Rule(
        r"转场|过渡|切换|效果|[到至][^,。]{0,10}(?:画面|镜头|场景|特写|[全中近远]景)",
        takes="溶解|转场",
        leaves="溶解|与倒影",
    )
)
_INTO_A_PICTURE = any_of(
    Rule(
        r" ?(?:in)?to (?:the |an? )?(?:next|following|image|picture|photo"
        r"|(?:[a-z-]+ )?(?:scene|shot|view|close-?up|frame)(?![a-z]))",
        takes="dissolving| to the next scene",
        leaves="dissolving| to the sea",
    )
)


def without_aside(before: str) -> str:
    """The words before a verb, without a bracket that stands between it and its subject."""
    return _AN_ASIDE.sub("", before) if ")" in before or "）" in before else before


def without_objects(before: str) -> str:
    """The same without a picture that something comes into."""
    return _INTO_THE_PICTURE.sub("·", before)


def moves_a_thing(text: str, start: int) -> bool:
    """Whether a verb of the camera at `text[start]`, which is not the verb right behind it, tells
    of something in the picture."""
    return bool(_ITS_OWN.match(text, start))


def is_no_move(text: str, start: int, before: str) -> bool:
    """Whether the words at `text[start]` move no camera, even where one is named beside them."""
    if text.startswith("fpv", start):
        return bool(_FIRST_PERSON.search(before))
    if text.startswith("pan ", start) and _A_COOKS_PAN.search(before):
        return True
    named = f"{before}drone " if text.startswith("drone", start) else before
    if _TO_AN_END.match(text, start) or _A_CRANE.search(before) or _A_DRONE.search(named):
        return True
    return _has_its_own_way(text, start, before)


def _has_its_own_way(text: str, start: int, before: str) -> bool:
    """Whether something goes to the lens or away from it, or along a way that somebody made."""
    by_the_lens = _BY_THE_LENS.match(text, start + 6 * text.startswith("drone ", start))
    clause = re.split(r"[.,;:!?\n]", before)[-1]
    filmed = _PICTURE.search(clause) or "camera" in clause
    path = _PATHS.match(text, start) and _OF_A_PATH.search(clause)
    return bool((by_the_lens or path) and not filmed)


def fades_a_thing(text: str, start: int) -> bool:
    """Whether the words for a transition at `text[start]` tell of something in the picture:
    particles that drift away, "dissolving into the air"."""
    if text.startswith("溶解", start):
        named = _HAN_INTO_A_PICTURE.match(text, start + 2)
        return not (named or _HAN_PICTURE.search(text[max(0, start - 8) : start]))
    verb = _FADES.match(text, start)
    if verb is None:
        return False
    before = re.split(r"[.;:!?\n]", text[max(0, start - 120) : start])[-1]
    if _INTO_A_PICTURE.match(text, verb.end()) or _A_TRANSITION.search(before):
        return False
    if _OF_THE_PICTURE.search(before):
        return False
    if _INTO_A_STUFF.match(text, verb.end()):
        return bool(_HAS_A_SUBJECT.search(before))
    told = verb[0].endswith("ing") and "," in before and not _PICTURE.search(before)
    return told and bool(_HAS_A_SUBJECT.search(before))
