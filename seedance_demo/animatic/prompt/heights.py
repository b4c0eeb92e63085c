"""How high things are where a camera looks: a face above hands, hands above shoes, all below the
sky. Only their order counts."""

import re

from .rules import Rule, any_of

# From the lowest to the highest; singular forms, without accents.
_ENGLISH = (
    r"ground|floor|street|road|pavement|sidewalk|grass|earth|water|sea|ocean|river|pool|lawn",
    r"bottom|base|root|foot|feet|toe|toenail|shoe|sneaker|boot|heel|sandal|wheel|tire|tyre|paw"
    r"|hoof|hooves|hem|pedal|anklet|ankle",
    r"leg|knee|thigh|calf|hip",
    r"hand|finger|fist|waist|belt|wrist|palm|nail",
    r"chest|torso|shoulder|collar|heart|necklace",
    r"neck|chin",
    r"lip|mouth|smile|nose|cheek",
    r"face|eye|gaze",
    r"head|hair|hat|forehead|helmet|tiara|horn|antler",
    r"balcony|balconies|canopy|branch|branches",
    r"top|roof|roofline|rooftop|ceiling|treetop|spire|summit|peak|crown|chandelier|steeple|dome",
    r"sky|skies|cloud|star|moon|sun|heavens?",
)
_HAN = (
    "地面|地板|街道|街面|路面|水面|海面|草地|池塘|下方|下",
    "底部|树根|脚尖|脚踝|脚部|脚下|脚|鞋子|鞋|车轮|裙摆|足尖|足",
    "膝盖|双腿|小腿|大腿|腿部|腿|臀",
    "双手|指尖|手指|手部|手|腰间|腰部|腰",
    "胸前|胸口|胸部|肩膀|肩|项链",
    "脖子|颈部|下巴",
    "嘴唇|嘴角|嘴|鼻子|笑容",
    "脸庞|脸部|面部|面庞|面容|脸|双眼|眼睛|眼眸|眼神",
    "头顶|头发|头部|头盔|头|帽子",
    "阳台|树枝",
    "屋顶|楼顶|塔顶|天花板|树梢|树顶|树冠|山顶|顶部|顶端|上方|上",
    "天空|云层|云|星空|夜空|月亮|太阳",
)
# Spanish, French, Portuguese, Italian, German, Russian, Turkish, Japanese, Korean.
_OTHER = (
    r"suelos?|calles?|rues?|chao|ruas?|terra|pavimento|strad[ae]|boden|strasse|sol|земл\w+"
    r"|пол[ау]?|улиц\w+|yer\w*|zemin\w*|地面|床|水面|바닥|지면|수면|땅|piso|agua|eau|wasser|mer",
    r"pies|zapat\w+|pieds?|chaussures?|baskets|pes|sapatos?|piedi|scarp[ae]|fuss\w*|schuh\w*"
    r"|ног|стоп\w*|туф\w+|обув\w*|ayak\w*|ayag\w*|足元|足先|足|靴|つま先|발끝|발|신발|구두|base"
    r"|tacones|talons|tacchi|ruedas|roues|rodas|ruote|rad\w*",
    r"rodillas?|piernas?|genoux|jambes?|joelhos?|pernas?|ginocchia|gambe|kni\w+|beine?n?|колен\w*"
    r"|diz\w*|膝|脚|무릎|다리",
    r"manos?|mains?|maos?|man[io]|hand\w*|рук\w*|eller\w*|手元|手|指先|손끝|손|cintura|taille",
    r"pecho|poitrine|peito|petto|brust|груд\w*|gogus\w*|胸元|胸|가슴|hombros|epaules|ombros|spalle",
    r"cuello|cou|pescoco|collo|hals|ше[яию]|boyn\w*|首元|首|목",
    r"boca|labios|bouche|levres|bocca|labbra|mund|lippen|губ\w*|dudak\w*|唇|口元|입술|입",
    r"rostros?|caras?|ojos|visages?|yeux|regard|rosto|olhos|vis[oi]|volt[oi]|occhi|gesicht\w*"
    r"|augen|лиц\w*|глаз\w*|yuz\w*|goz\w*|顔|目|瞳|얼굴|눈",
    r"cabezas?|pelo|tetes?|cheveux|cabecas?|cabelos?|test[ae]|capelli|kopf|haar\w*|голов\w*"
    r"|bas\w*|sac\w*|頭|髪|머리",
    r"balcon\w*|balkon\w*|バルコニー|발코니",
    r"techos?|cimas?|plafonds?|toits?|sommets?|teto|topo|soffitto|tetto|cima|decke|dach\w*"
    r"|spitze|потол\w*|крыш\w*|вершин\w*|tavan\w*|cati\w*|天井|屋根|頂上|てっぺん|천장|지붕|꼭대기",
    r"cielo|ciel|ceu|himmel|неб\w*|gok\w*|空|星空|月|하늘|달",
)


def _table(words: tuple[str, ...], ending: str) -> re.Pattern[str]:
    ranks = "|".join(rf"(?P<r{n}>{each})" for n, each in enumerate(words))
    return re.compile(rf"(?<![a-zа-я])(?:{ranks}){ending}")


ENGLISH = _table(_ENGLISH, r"(?:e?s)?(?:'s)?(?![a-z])")
HAN = _table(_HAN, "")
OTHER = _table(_OTHER, "(?![a-zа-я])")
# What tells more of a thing, rather than which it is.
_MORE = any_of(
    Rule(
        r" (?:of|on|in|at|as|while|where|who|that|which|and|with|for|behind|under|over|by|from"
        r"|then|before|until|when|is|are)(?![a-z])",
        takes="the face of the model",
        leaves="the model face",
    )
)


def height(thing: str, table: re.Pattern[str]) -> int | None:
    """How high a thing is by its last word that tells it, or in Han by its first; None where none
    does."""
    found = list(table.finditer(thing if table is HAN else _MORE.split(thing)[0]))
    if not found:
        return None
    return int((found[0 if table is HAN else -1].lastgroup or "r0")[1:])
