"""Words with a loud sense and a quiet one, and the grammar that tells them apart.

In a pattern and its sentences ◆ stands for the word itself: "the street after the ◆" is said of
rain. A sentence ends where its own does, so `^` and `$` are its edges as far as they are seen.
"""

from ..rules import Rule

# What a film has a look, a light or a weather of.
_FILM = (
    r"(?:shots?|clips?|pictures?|images?|films?|footage|movies?|cinema[a-z]*|video|photography|portraits?"
    r"|frames?|looks?"
    r"|styled?|aesthetics?|vibes?|feel|feeling|moods?|tones?|toned|grade|grading|palette|filter"
    r"|effects?|lighting|lights?|lit|sky|skies|scenes?|settings?|atmosphere|weather|background"
    r"|time|camera|cinematic|documentary|texture|colou?rs?|grain|super|8mm|16mm|35mm|vhs)"
)
_PLACE = (
    r"(?:streets?|city|town|village|harbou?r|sea|ocean|forest|woods?|desert|field|beach|market"
    r"|alleys?|roads?|mountains?|sky|air|view|drive|ride|walk|aerial|exterior|interior|club)"
)
_LITTLE_WORD = (
    r"(?:in|on|at|over|under|across|through|behind|around|outside|inside|into|onto|from|against"
    r"|along|above|below|beneath|between|near|by|with|without|and|or|nor|but|as|while|when|where"
    r"|then|that|which|is|are|was|to|up|down|everywhere|all|so|only|the|an?|her|his|its|their|this"
    r"|until|again|here|there|now|still|beside|outdoors|sounds?|ambien[a-z]+|noise|sfx|has|won't|we|she|he|they"
    r"|out|past|off|like|toward[a-z]*|far|no|late|early|except|throughout|please)"
)
# What the weather, the night and the fire do.
_VERB = (
    r"(?:falls?|fell|pours?|drifts?|swirls?|begins?|starts?|continues?|hangs?|rolls?|covers?|comes?"
    r"|fills?|blows?|settles?|rages?|gathers?|glows?|dances?|streams?|runs?|soaks?|sweeps?|sets?"
    r"|surrounds?|descends?|approaches|moves?|creeps?|spreads?|rises?|lifts?|clears?|beats?|taps?"
    r"|drums?|lash(?:es)?|hammers?|lights?|patters?|pelts?|hits?|strikes?|flashes|flickers?|burns?"
    r"|crackles?|whirls?|tumbles?|forks?|splits?|cracks?|arcs?|rips?"
    r"|curls?|thickens?|drips?|flies|fly|floats?|shoots?|showers?|stops?|ceases?|builds?|brews?"
    r"|breaks?|gets?|turns?|becomes?|fades?|dims?|deepens|intensif[a-z]+|returns?|echoes|splashes)"
)
_ALONE = Rule(
    rf"◆(?!['’])(?: ?(?:[^a-z0-9 \-'’㐀-鿿]|$)| -|[一-鿿]| (?:{_LITTLE_WORD}|{_VERB}|{_FILM}"
    rf"|{_PLACE}|[a-z]+ing|[a-z]+ly|[a-z]+s (?:the|an?|her|his|its|their|it|him|them))(?![a-z]))",
    takes="heavy ◆ pelts the street",
    leaves="the ◆ barrel by the wall",
)
_ELSEWHERE = (
    Rule(
        r"(?<![a-z])(?:unlike|before|after|despite|about|for|instead of|in case of|safe from"
        r"|(?:protect|shelter|shield|hid)[a-z]* from|(?:dream|afraid|fear|think|thought|smell|scent"
        r"|memor|hope|promise|threat|trace|hint|painting|poster|story)[a-z]*(?: of)?)"
        r"(?: the| an?| any| some| all)?(?: [a-z]+)? ◆",
        takes="the street after the ◆",
        leaves="the street through the ◆",
    ),
    Rule(
        r"(?<![a-z])(?:after|following)(?: an?| the)?(?: [a-z]+){0,2}"
        r" (?:night|day|evening|morning|afternoon|week|hour)s? of(?: [a-z]+)? ◆",
        takes="after a full night of gentle ◆",
        leaves="a full night of gentle ◆",
    ),
    Rule(
        r"(?<![a-z])(?:[a-z]+'s|[a-z]+s'|her|his|its|their|my|your|our) (?:[a-z]+ )?◆",
        takes="a painter's starry ◆",
        leaves="the starry ◆",
    ),
    Rule(
        r"◆ (?:has |have |had |is |was |are |were )?(?:now |just |finally |already |long )?"
        r"(?:passed|gone|lifted|cleared"
        r"|over(?= ?(?:[^a-z ]|$))|melted|melts|ended|past(?= ?(?:[^a-z ]|$))"
        r"|will|would|might|may)(?![a-z])",
        takes="the ◆ has passed",
        leaves="the ◆ has begun",
    ),
    Rule(
        r"(?<![a-z])(?:covered|blanketed|buried|dusted|white|coated) (?:in|with|by|as)"
        r"(?: [a-z]+)? ◆",
        takes="a slope covered in fresh ◆",
        leaves="a slope in thick ◆",
    ),
    Rule(
        r"(?<![a-z])(?:shake|wipe|brush|shovel|scoop|plough|plow|clear|melt|sell|wear|artificial|fake|acid)"
        r"(?:s|ed|ing)? ◆",
        takes="he shovels ◆",
        leaves="he walks through ◆",
    ),
    Rule(
        r"◆ off (?:his|her|its|their|the|an?|it)(?![a-z])",
        takes="she brushes a bit of ◆ off her shorts",
        leaves="she drives off in a bit of ◆",
    ),
    Rule(
        r"◆ down(?: like| on| onto| over| around| upon| in)?(?![a-z])",
        takes="handfuls of cheese ◆ down like confetti",
        leaves="handfuls of cheese in the ◆",
    ),
    Rule(
        r"◆ (?:under|beneath|on) (?:his|her|its|their|the)"
        r" (?:skis?|boots|shoes|feet|paws|tyres|tires)(?![a-z])",
        takes="powder ◆ under her skis",
        leaves="powder ◆ over her village",
    ),
    Rule(
        r"(?<![a-z])(?:creature|queen|king|lady|ladies|child|children|prince)s? of the ◆",
        takes="a moth, a creature of the ◆",
        leaves="the middle of the ◆",
    ),
    Rule(
        r"◆(?:已经?|早已|都|也|刚刚?|终于)?(?:散去|散了|散开|过去|停了|停歇|消散|退去|结束)",
        takes="◆已经散去",
        leaves="◆散在山谷里",
    ),
    Rule(
        r"(?:明天|后天|预报|昨[天夜晚]|听说|梦见|故事里?|回忆)[^,。;]{0,10}◆"
        r"|◆[^,。;]{0,4}(?:只是|不过是)[^,。;]{0,6}(?:故事|梦|传说|回忆|画)|◆是[^,。;]{0,8}名字",
        takes="预报说明天有◆",
        leaves="今天有◆",
    ),
    Rule(
        r"(?<![a-z])(?:hums?|sings?|whistles?|strums?) (?:[a-z]+ )?◆"
        r"|(?<![a-z])(?:television|tv|monitor)(?: set)? [^.]{0,20}◆|◆ & |(?:black|dark) as ◆"
        r"|(?<![a-z])(?:john|jon|mr\.?|mrs\.?) ◆",
        takes="she hums purple ◆",
        leaves="she runs through ◆",
    ),
    Rule(
        r"(?<![a-z])(?:not|never|don't) (?:turn|mak|chang|becom|set|show)[a-z]*"
        r"(?: (?:it|this|the [a-z]+))?(?: (?:in|into|to|at|a|any))* ◆",
        takes="do not turn it into ◆",
        leaves="it turns into ◆",
    ),
    Rule(r"◆[一-鿿]{0,2}(?:过后|之后|后)(?!面)", takes="◆过后,天空晴朗", leaves="◆中的街道"),
    Rule(
        r"(?<![a-z])(?:if (?:it )?|where there(?: i|')s (?:[a-z]+ )?|(?:static|tv) )◆"
        r"|(?<![a-z])(?:memor[a-z]+|mind|brain|head|thoughts?|eyes?)"
        r" (?:is|are|feels?|grows?|turns?) ◆"
        r"|◆ (?:settings?|sprays?|bottle|tomorrow"
        r"|is (?:the|a|her|his|its) name)(?![a-z])",
        takes="if it ◆ tomorrow",
        leaves="it ◆ on the meadow",
    ),
    Rule(
        r"谷◆|[叫是]小◆|◆霾?蓝|◆[^,。]{0,2}(?:报警|探测|面口红)", takes="她叫小◆", leaves="下着小◆"
    ),
    Rule(r"(?:沾满|落满|沾着|积满|布满)◆", takes="靴子沾满◆", leaves="空中满是◆"),
    Rule(r"(?:昨天|昨|前一)◆|一◆之间", takes="她昨◆没睡好", leaves="她在◆里醒来"),
    Rule(r"◆(?:黑色|黑|般|班)", takes="一匹◆黑色的骏马", leaves="一匹骏马在◆里奔跑"),
)
_TITLE = Rule(
    r"(?<![a-z])(?:called|named|titled|entitled)(?: [a-z]+){0,3} ◆",
    takes="a painting called starry ◆",
    leaves="a starry ◆",
)
_A_CUT_OUT = Rule(
    r"◆(?:的)?(?:作品|图案?|画|艺术|灯|贴纸?|海报|照片|剪纸|挂画)",
    takes="桌上摆着◆作品",
    leaves="◆站在落日前",
)
_OF_NIGHT = Rule(
    r"(?<![a-z])(?:last|every|each|all|opening|good|previous|wedding|other|day and|another) ◆",
    takes="they danced all ◆",
    leaves="they danced one ◆",
)
_OF_VERBS = Rule(
    r"[a-z]{3,}s ◆",
    takes="coins ◆ from the machine",
    leaves="cold ◆ from the north",
)
_OF_GUNS = Rule(
    r"◆ (?:at|back|off|upon)(?![a-z])|◆ (?:an?|the|his|her|its|their)(?: [a-z]+)? (?:guns?|rifles?"
    r"|pistols?|cannons?|weapons?|arrows?|shots?|missiles?|rockets?|lasers?|muskets?)(?![a-z])"
    r"|(?<![a-z])(?:gun|cannon|rifle|rapid|muzzle|under|opens?|opened|heavy|enemy)[ -]◆",
    takes="soldiers ◆ their guns",
    leaves="◆ on the ridge",
)
_LIES_ON = Rule(
    r"◆ on (?:his|her|its|their|the (?:boots|shoes|shelf|shelves|table|floor))(?![a-z])",
    takes="◆ on his boots",
    leaves="◆ on the wind",
)
_ON_THE_GROUND = (
    Rule(
        r"(?<![a-z])(?:patch|blanket|layer|carpet|mantle|sheet)(?:es|s)? of (?:[a-z]+,? ){0,3}◆",
        takes="patches of untouched ◆",
        leaves="flurries of ◆",
    ),
    Rule(
        r"(?<![a-z])(?:melting|fresh|untouched|packed|crunching) ◆"
        r"|◆ (?:clings?|clung|blankets?|cover(?:s|ed|ing)|caps?|lies|lay|melts?|melting)(?![a-z])",
        takes="◆ clings to the branches",
        leaves="◆ falls on the branches",
    ),
)
_IT = Rule(
    r"(?:^|[,:(] ?|\bit(?:'s| is| was|'ll| will)?(?: [a-z]+){0,2} |\b(?:keeps?|not|start[a-z]*"
    r"|begin[a-z]*|always|heavily|softly|still|and) )◆",
    takes="it slowly ◆ on the bridge",
    leaves="confetti ◆ on the bridge",
)
_CLAUSE_END = r"(?= ?(?:[^a-z0-9 \-'’&]|$))"
_OF_THE_FILM = (
    Rule(
        rf"◆[ -](?:(?:inspired|[a-z0-9]+)[ -])?{_FILM}(?![a-z])",
        takes="a ◆ film look",
        leaves="a ◆ telescope in the sun",
    ),
    Rule(
        r"(?:^|[,:(\[]) ?(?:an? )?"
        r"(?:the |very |and |pure |dark |rather |cinematic |gritty |stark |classic |faded |grainy "
        r"|worn |scratched |flickering )?"
        rf"◆{_CLAUSE_END}",
        takes="◆, a train pulls in",
        leaves="◆ cats on a sofa",
    ),
    Rule(
        r"(?<![a-z])(?:in|into|to|becomes|turns|goes|looks?|style of|and|all|like|,) (?:[a-z]+ )?"
        rf"◆(?:{_CLAUSE_END}| (?:with|as|on|at|when|while|then)(?![a-z]))",
        takes="shot in ◆ with deep contrast",
        leaves="he wears ◆ shoes",
    ),
    Rule(
        r"(?<![a-z])(?:looks?|looking|styled|shot|filmed|recorded|taped) (?:like|as|on|with)"
        r"(?: (?:an?|the|old|worn|faded|grainy|cheap|early))* ◆",
        takes="it looks like a worn ◆ tape",
        leaves="he opens a box of worn ◆ tapes",
    ),
    Rule(
        rf"(?<![a-z]){_FILM} (?:is|are|looks?|turns|stays|in|goes)(?: [a-z]+)? ◆",
        takes="the picture is ◆",
        leaves="the cat is ◆",
    ),
    Rule(
        r"◆(?:画面|电影|胶片|影像|影片|色调|风格|质感|摄影|镜头|纪录|光|感|风|滤|氛围|调|默片|效果)"
        r"|[一-鿿]◆(?= ?(?:[^a-z0-9 一-鿿]|$))|(?:画面|影像|影片|全片)[^,。]{0,2}◆",
        takes="◆画面,老人坐着",
        leaves="◆照片在桌上",
    ),
)
# "A zebra, black and white, in the grass" is a thing of two colours.
_IN_APPOSITION = Rule(
    r"(?:^|(?<![a-z]))(?:an? |the )[a-z']+(?: [a-z']+)?, ◆,"
    r" (?:in|on|at|under|over|[a-z]+s)(?![a-z])",
    takes="a zebra, ◆, in green grass",
    leaves="a chess player, ◆, high contrast",
)
_OF_A_THING = Rule(
    r"◆[ -]style [a-z]+(?<! film)(?<! footage)(?<! video)(?<! shot)(?<! look)(?<! and)(?<! with)"
    r"(?<! in)(?<! of)(?<! scene)(?<! photo)(?<! portrait)(?<! animation)(?<! grain)(?![a-z])",
    takes="a ◆ style kettle",
    leaves="◆ style footage",
)
_A_SILHOUETTE = (
    Rule(
        r"(?<![a-z])(?:in|into)(?: [a-z]+)? ◆(?= ?(?:[^a-z \-]|$)| (?:behind|against|as|on|at|in|by"
        r"|under|casts|stands?|walks?|rides?|runs?|turns?|waits?|sits?|raises|lifts?|dances?)"
        r"(?![a-z]))",
        takes="a couple in ◆ on the pier",
        leaves="a model in ◆ jeans",
    ),
    Rule(
        r"(?<!distant )(?<!small )(?<!tiny )(?<!far )(?<!its )(?<!'s )◆"
        r"(?: [a-z]+){0,4} (?:against|before the)(?![a-z])",
        takes="two ◆ on a ridge against the sky",
        leaves="tiny ◆ against the shore",
    ),
    Rule(
        r"(?<![a-z])(?:dark|black|pure|full|stark|graphic|inky|mere|total|complete|lone|solitary)"
        r"(?: [a-z]+)? ◆"
        r"(?! (?:dress|gown|jacket))",
        takes="a black ◆ on the horizon",
        leaves="a slim ◆ on the horizon",
    ),
    Rule(
        r"◆[ -](?:[a-z]+ )?(?:shots?|lighting|lights?|looks?|styled?|effects?|scenes?|frames?)"
        r"(?![a-z])",
        takes="cinematic ◆ lighting",
        leaves="a ◆ dress",
    ),
    Rule(
        rf"(?:^|[,(]|(?:style|look|light|lighting|mood): ?) ?(?:the |an? |two |in )?◆"
        rf"(?:{_CLAUSE_END}| of (?:an?|the|two|three|his|her)(?![a-z])| on | in )",
        takes="◆ of a cowboy, slow push in",
        leaves="logo: a ◆ of a fox",
    ),
    Rule(
        r"(?<![a-z])(?:only|just)(?: [a-z]+){1,3} ◆(?! (?!is )[a-z]+s )",
        takes="only his ◆ is visible in the door",
        leaves="keep the exact shape and ◆",
    ),
    Rule(r"[一-鿿]◆|^◆(?! ?[a-z]|修|裙|款|版)|◆效果", takes="人物◆", leaves="◆修身连衣裙"),
)
_CUT_OF_CLOTHES = Rule(
    r"◆(?:线条|修身|裙|款|画|图案|贴纸|版型|设计|剪裁|轮廓)|(?:保持|保留|维持)[^,。;]{0,8}◆",
    takes="穿着◆修身的裙子",
    leaves="人物◆站着",
)
_FAR_AWAY = Rule(
    r"(?:远处|远方|远山|背景|远景)[^,。;]{0,10}◆", takes="远处情人桥◆", leaves="人物◆,远处是山"
)
_RUNS = (
    Rule(
        r"(?<![a-z])(?:roar|hum|rev|rumbl|splutter|cough|whin|start|idl|nois|sound|scream|purr|sputter"
        r"|growl|ignit|vibrat|throb|drone|chug|sfx|audio|heard|hear|loud|accelerat|speed|thunder|howl|spool|catch"
        r"|turns? over)[a-z]*",
        takes="the ◆ hums",
        leaves="the ◆ page on a laptop",
    ),
    Rule(
        r"◆s?(?: [a-z]+)?? (?:drive|pass|rush|speed|race|go|come|move|zoom|fly|drift|cross|take"
        r"|turn|cut|weave|stream)(?:s|es|d|ing)?(?![a-z])",
        takes="◆ drive past",
        leaves="◆ stand in a row",
    ),
)
_NO_MACHINE = Rule(
    r"(?<![a-z])(?:toy|parked|game|search|unreal|unity|switched off|silent|wind)[ -]"
    r"(?:[a-z]+ )?◆|(?<![a-z])(?:poster|photo|picture|painting|drawing|advert|print)s? of"
    r" (?:an? |the )?(?:[a-z]+ )?◆|◆ (?:of|skills?|look|style|quality|page|model"
    r"|render[a-z]*|[45])(?![a-z])",
    takes="a game ◆ look",
    leaves="an old ◆ starts",
)
_NO_BLOW = (
    Rule(
        r"(?<![a-z])(?:great|big|deep|lasting|huge|strong|profound|real) ◆ on"
        r"|(?<![a-z])(?:business|sales|economy|market|trade|town|industry) (?:is|are|was) ◆",
        takes="his words had a great ◆ on her",
        leaves="the fist has a hard ◆ on the door",
    ),
    Rule(
        r"◆[- ](?:of (?:(?:the )?colou?rs?|taste|flavou?r|joy|laughter|energy|light|emotion)"
        r"|on trend)|(?<![a-z])(?:low|high|social|visual|poetry|grand|flavou?r|emotional)"
        r"[ -]◆(?! (?:in|on the|and|shakes|as|at)(?![a-z]))",
        takes="an ◆ of colour",
        leaves="an ◆ of the bridge",
    ),
    Rule(
        r"(?<![a-z])(?:flavou?r|taste|colou?r|emotional|social|visual)[ -]◆",
        takes="a flavour ◆ on the tongue",
        leaves="a gas ◆ on the bridge",
    ),
    Rule(
        r"(?<![a-z])(?:rain|water|wave|wind|spray|droplet)s? ◆",
        takes="engine scream and rain ◆",
        leaves="engine scream and a metal ◆",
    ),
    Rule(
        r"(?<![a-z])◆ (?:on|upon) (?:the |its |his |her |their )?(?:viewers?|audience|people"
        r"|children|society|world|climate|environment|readers?|us)(?![a-z])"
        r"|◆ of (?:the|this|that|an?) (?:[a-z]+ )?(?:logo|design|campaign|work|image|film|music"
        r"|brand|message|words?|art|story)(?![a-z])",
        takes="the ◆ of the new logo is subtle",
        leaves="the ◆ of the new bridge is loud",
    ),
    Rule(
        r"◆ &|◆ (?:hits?|beats?"
        r"|(?:in|into|with) (?:[a-z]+ )?(?:colou?rs?|flavou?rs?|bloom|laughter|joy))"
        r"(?![a-z])",
        takes="a ◆ hit plays on the radio",
        leaves="the gate ◆ in the wind",
    ),
)
_FELT_OR_MEANT = Rule(
    r"(?<![a-z])(?:react|respon[ds]|brac|maximi[sz]|emphasi[sz]|enhanc|add|creat|for|dramatic|cinematic"
    r"|narrative|mask|choreograph|physics|transition|style)[a-z]*"
    r"(?: (?:to|for|the|of|an?|its|more|with|by|maximum|strong|blade|motion|and)|,)* ◆",
    takes="the ground reacting to ◆",
    leaves="the ground shakes at the ◆",
)
_BURSTS_OUT = Rule(
    r"◆ (?:out of|forward|onto|into(?! (?:flames?|pieces|shards|fire|a|sparks|splinters|dust"
    r"|debris)"
    r"(?![a-z])))",
    takes="the car ◆ out of the tunnel",
    leaves="the car ◆ into flames",
)

_OF_A_WEAPON = Rule(
    r"[剑刀拳掌枪]上?的?◆|◆(?:附魔|之剑|剑|刃)|◆ (?:sword|blade|fist|spear|whip|powers?"
    r"|magic)(?![a-z])"
    r"|(?<![a-z])(?:sword|blade|fist|spear)s? (?:of|crackl[a-z]+ with|wrapped in) ◆",
    takes="剑上的◆光芒更盛",
    leaves="天空中的◆照亮大海",
)
_OF_VEHICLES = Rule(
    r"(?<![a-z])(?:cars?|vehicles?|trucks?|vans?|bus|motor[a-z]*|bikes?|karts?|riders?|drivers?"
    r"|taxis?|jeeps?|engines?|laps?|speedway|highway|lanes?|road|tarmac|asphalt|[a-z]*boats?)(?![a-z])",
    takes="three cars ◆ through the tunnel",
    leaves="a rolling pin ◆ across the dough",
)

# What is warm, or glows, or flickers as light does.
_LIGHT = (
    r"(?:lights?|lighting|lit|glows?|sun[a-z]*|moon[a-z]*|lamps?|lanterns?|candle[a-z]*|fire[a-z]*"
    r"|neon|bulbs?|torch[a-z]*|flames?|fluorescents?|streetlights?|headlights?|screens?|tv|signs?"
    r"|tones?|toned|palettes?|colou?rs?|grad(?:e|ing)|hues?|shadows?|highlights?|tungsten"
    r"|practicals?|embers?|coals?|ambien[a-z]*|atmosphere|mood|morning|afternoon|evening|dusk|dawn"
    r"|day|night|sky|horizon|windows?|interiors?|rooms?|kitchen|streets?|city|scenes?|shots?|film"
    r"|looks?|images?|pictures?|frames?|background|home|cabin|caf[eé]|bar|filter|vibes?|feel"
    r"|feeling|natural|golden|amber|orange)"
)
_OF_LIGHT = (
    Rule(
        rf"◆,?(?: [a-z]+,?){{0,2}}[ -](?:{_LIGHT}|(?:back|side|rim|key|top|spot)lights?"
        r"|(?:key|rim|fill)(?= ?(?:[.,;]|$|from|on)))(?![a-z])",
        takes="◆ lantern light",
        leaves="a ◆ spear",
    ),
    Rule(
        rf"(?<![a-z]){_LIGHT}(?:'s)?(?: (?:is|are|looks?|turns?|grows?|feels?|stays?|that|which|of"
        r"|from))?(?: [a-z]+){0,2} ◆",
        takes="the light is soft and ◆",
        leaves="the thing is soft and ◆",
    ),
    Rule(
        rf"(?:^|[,:(\[] ?|(?<![a-z])(?:soft|gentle|golden|ethereal|faint|and|very|cozy) )◆"
        rf"{_CLAUSE_END}",
        takes="a quiet room, ◆, slow push in",
        leaves="a fire-breathing dragon with eyes that ◆",
    ),
    Rule(
        r"[光灯色调影烛火阳]的?[^,。]{0,3}◆|◆[的着]?[^,。]{0,2}[光灯色调影阳午]"
        r"|(?:氛围|画面|整体|气氛|房间|室内)[^,。]{0,6}◆|(?:^|[,、:])◆(?=[,、。]|$)",
        takes="灯光◆",
        leaves="◆的外套",
    ),
)
_GRAINY = Rule(
    r"(?<![a-z])(?:heavy|fine|subtle|light|gritty|natural|organic|filmic|slight|visible|soft|analog"
    r"|cinematic|vintage|strong|some|add|mm) ◆",
    takes="subtle ◆ and soft light",
    leaves="tannin-rich ◆ of the wood",
)

# "A blizzard of petals" is as many petals, and no snow.
_OF_THINGS = (
    r" of (?!(?:the|an?|this|that|these|his|her|its|their|our|my|late|early)(?![a-z]))"
    r"(?!(?:[a-z]+,? ){0,2}(?:rain|water|winds?|air|sea|snow|smoke|storms?|(?:[a-z]+ )?trees|pines?"
    r"|oaks?|bamboo|birch(?:es)?|maples?|firs?)(?![a-z]))"
)
_AS_A_MEASURE = Rule(
    rf"(?<![a-z])(?:an?|one|another|whole)(?: [a-z-]+){{0,2}} ◆{_OF_THINGS}",
    takes="a soft ◆ of feathers fills the room",
    leaves="a soft ◆ of the night",
)
_AS_MANY = Rule(rf"◆{_OF_THINGS}", takes="◆ of heat above the road", leaves="◆ of the ocean")
_MOTIONLESS = Rule(
    r"(?<![a-z])(?:frozen|motionless)(?: [a-z]+)? ◆"
    r"|◆(?: particles?| motes?)?(?:,? (?:and )?(?!is|are|while|as|in|on)[a-z]+){0,3}"
    r"(?: (?:is|are|remains?|stays?|hangs?|stands?|freezes?|held|left))?"
    r"(?: (?:all|perfectly|completely|utterly|totally|quite|suspended and))?"
    r" (?:motionless|frozen|still(?= ?(?:[.,;!?]|$)| in (?:the|mid)| mid))(?![a-z])",
    takes="◆ and flags remain completely still",
    leaves="◆ are still falling",
)
_HANGS_STILL = Rule(
    r"◆(?: (?:remains?|stays?|hangs?|is|are|hovers?))? suspended(?![a-z])"
    r"|(?:静止|定格|凝固|悬停|停滞)的?[一-鿿]{0,2}◆|◆[^,.]{0,4}(?:静止|定格|凝固|悬停|悬在)",
    takes="◆ remain suspended across the sky",
    leaves="◆ remain in the sky",
)
_STILL_IN_THE_AIR = Rule(
    r"◆[^,.]{0,4}(?:静止|定格|凝固)|(?:静止|凝固|定格)的◆",
    takes="◆静止在空中",
    leaves="◆在空中飞舞",
)
_CHIRPS = Rule(
    r"◆(?:'s)? (?:chirp|sing|song|call|sound|noise|ambien|buzz|hum|trill|leap|hop)[a-z]*"
    r"|(?:sounds?|chirp[a-z]*|song|call|noise) of (?:an? |the |one )?(?:[a-z]+ )?◆",
    takes="a lone ◆ chirps",
    leaves="a ◆ bat on the grass",
)
_OF_THE_COUNTRY = Rule(
    r"(?<![a-z])(?:rural|village|countryside|medieval|ancient|abandoned|deserted|mountain|old west)"
    r"(?: [a-z]+)? ◆|(?:乡村|乡间|村庄|村里|山村|古代|废弃|荒废|无人)的?[一-鿿]{0,2}◆",
    takes="a rural ◆ in japan",
    leaves="a busy ◆ in japan",
)
_OF_ANOTHER_LIQUID = Rule(
    r"(?<![a-z])(?:rain|blood|mud|paint|ink|lava|light|sunlight|neon|colou?r)[ -]◆",
    takes="rain ◆ on the pavement",
    leaves="water ◆ on the pavement",
)
_FALLS_INTO = Rule(
    r"◆ (?:[a-z]+ )?into (?:[a-z]+ ){0,2}(?:light|gold|petals|particles|pixels|butterflies|stars"
    r"|stardust|feathers|birds|smoke|mist|flowers|snowflakes|memories|colou?rs?)(?![a-z])",
    takes="the frame ◆ into gold",
    leaves="the glass ◆ into shards",
)
# Chinese words that begin where another seems to end: 春晚|风格 has no 晚风.
_PART_OF_A_WORD = Rule(r"◆[格景情味貌采范衣筝扇车险]", takes="春◆格的舞台", leaves="◆吹过街道")

# Thunder in the sky, and not in a heart or a hall.
_IN_THE_SKY = Rule(
    r"◆ (?:[a-z]+ )?(?:sky|skies|storms?|clouds?|rain|weather)(?![a-z])"
    r"|(?<![a-z])(?:sky|skies|storms?|clouds?)(?: [a-z]+){0,2} ◆",
    takes="a ◆ sky",
    leaves="◆ applause",
)
_FOGGED = Rule(
    r"◆ (?:[a-z]+ )?(?:mirrors?|glass(?:es)?|windows?|panes?|goggles|visors?|lens(?:es)?|eyes?|eyed"
    r"|minds?|heads?|memor[a-z]+|ideas?|voices?|taste|flavou?rs?|quartz|whisk[a-z]+)(?![a-z])",
    takes="a ◆ bathroom mirror",
    leaves="a ◆ harbour",
)
# Words before a thing that is named, shaped or printed after them.
_NAMES_A_THING = Rule(
    r"◆[ -](?:earrings?|tattoos?|logos?|scars?|emblems?|icons?|shaped?|patterns?|patterned|prints?"
    r"|printed|symbols?|pendants?|badges?|decals?|stickers?|motifs?|towels?|bags?|hats?|balls?"
    r"|wear|toys?|stones?|pebbles?|themed?|scented|cushions?|bench(?:es)?|stools?|keys|lid|pit"
    r"|stalls?|sticks?|case|robes?|loft)(?![a-z])",
    takes="◆ earrings",
    leaves="◆ over the hills",
)
# A rain of arrows.
_RAINS_DOWN = Rule(
    r"(?:箭|弹|花|瓣|樱|火|烟火|流星|金|币|光|羽|石|血|泪|玻璃|纸|酒)◆",
    takes="箭◆落向城堡",
    leaves="冷◆落向城堡",
)
_OF_BRIGHTNESS_IN_CHINESE = Rule(
    r"◆(?:的|而|又|且|、)?(?![红黄蓝绿紫粉橙白金])[一-鿿]{0,4}(?:光|灯|阳|日|天|房|室|厅|屋|厨"
    r"|画面|调|场|空间|环境|背景|街|店|窗|午|晨|清新|通透|温暖|柔和|干净|园|海|滩|草|林|城|世界)"
    r"|[光线面调间内室厅空围天景体房屋得更加显][一-鿿]{0,4}◆|(?:^|[,、:;.])[一-鿿]{0,4}◆(?=[,、;.]|$)",
    takes="◆的厨房",
    leaves="◆的红裙",
)

# What may be bright as a whole, and makes the picture so.
_BRIGHT_THING = (
    r"(?:lights?|lighting|lit|illumination|exposure|sun(?:light|lit|shine|ny|rays?)?|day(?:light)?"
    r"|morning|afternoon|noon|midday|summer|spring|sky|skies|horizon|scenes?|shots?|film|look"
    r"|footage|video|images?|pictures?|frames?|tones?|moods?|atmosphere|ambien[a-z]+|backgrounds?"
    r"|backdrop|studios?|rooms?|bedroom|bathroom|classroom|kitchen|office|interiors?|hall[a-z]*"
    r"|lobby|loft|lab|laboratory|gallery|gym|shop|store|cafe|space|windows?|environment|setting"
    r"|beach|meadow|fields?|garden|park|streets?|exterior|cyclorama|set|stage|key|high[- ]key|airy"
    r"|photography|aesthetic|vibes?|style|illustration|landscape|desert)"
)
_OF_BRIGHTNESS = (
    Rule(
        rf"◆,?(?: and)?(?: (?!in|on|at|with|of)[a-z-]+,?){{0,2}}[ -]{_BRIGHT_THING}(?![a-z])",
        takes="◆ natural light",
        leaves="a ◆ floral shirt",
    ),
    Rule(
        rf"(?<![a-z])(?:{_BRIGHT_THING}|it|everything)(?:'s| is| are| looks?| turns?| grows?| gets?"
        r"| feels?| stays?| becomes?| slowly| suddenly)?(?: (?!in|on|at|of|with)[a-z]+){0,2} ◆",
        takes="the sky slowly ◆",
        leaves="the arc ◆",
    ),
    Rule(
        r"(?:^|[,:(\[] ?)(?:(?:very|clean|light|airy|warm|fresh|natural|vivid|and) ){0,2}◆"
        rf"(?:{_CLAUSE_END}| and | but | up(?![a-z]))",
        takes="a kitchen, clean and ◆, slow pan",
        leaves="eyes wide and ◆",
    ),
    Rule(
        r"◆ (?:up )?the (?:[a-z]+ )?(?:room|scene|picture|image|sky|frame|shot|hall|street|stage)"
        r"(?![a-z])",
        takes="the lamps ◆ the whole room",
        leaves="the smile ◆ the face",
    ),
)
_PAINTED = Rule(
    r"◆[ -](?:colou?red|painted|dressed|patterned|dyed|striped)(?![a-z])",
    takes="◆ coloured boats",
    leaves="◆ shining sun",
)
_DUSTY_PLACE = (
    Rule(
        r"◆,?(?: (?!in|on|with|of)[a-z-]+,?){0,2}[ -](?:tarmac|asphalt|roads?|streets?|alleys?"
        r"|desert|air|winds?"
        r"|towns?|villages?|plains?|tracks?|trails?|paths?|attics?|rooms?|lights?|beams?|rays?"
        r"|sun[a-z]*|arena|ruins|fields?|savannah?|canyon|battle[a-z]*|atmosphere|haze|workshop"
        r"|barn|warehouse|library|rally|horizon|ground|markets?|square|courtyard|hall[a-z]*"
        r"|corridors?|mines?|caves?|site|landscape|shafts?)(?![a-z])",
        takes="a ◆ desert road",
        leaves="a ◆ gray planet",
    ),
    Rule(
        r"(?:^|[,:(] ?|(?<![a-z])(?:air|hot|dry|and|is|very) )◆(?= ?(?:[.,;)]|$)| and )",
        takes="a plain, dry and ◆, wide",
        leaves="a shelf of ◆ books",
    ),
)
# An instrument that nobody plays.
_NO_INSTRUMENT = (
    Rule(
        r"◆[ -](?:flowers?|vines?|trees?|lil(?:y|ies)|blossoms?|plants?|creepers?|skirts?|dress"
        r"|sleeves?|seals?|cases?|shops?|stores?|spiders?|fish|pants|jeans|shaped|posters?|prints?"
        r"|bags?|towers?|jars?|curves?|makers?|workshop)(?![a-z])",
        takes="a ◆ vine on the fence",
        leaves="a ◆ solo on the pier",
    ),
    Rule(
        r"◆(?: (?:that|which|is))?(?: [a-z]+ing| hung| left| kept| rests?| leans?| hangs?)?"
        r" (?:on (?:the|a|his|her) (?:wall|back|shelf|shoulder|floor|bed|sofa|stand)"
        r"|in (?:the|a|an|its) (?:[a-z]+ )?(?:corner|case|window|shop|attic)"
        r"|(?:against|over|across|under) (?:the|a|his|her) )",
        takes="an old ◆ on the wall",
        leaves="an old ◆ on the radio",
    ),
    Rule(
        r"(?<![a-z])(?:rain|hail|sleet|water|storm|downpour|fingers?|he|she|it|they|hoo(?:fs|ves)"
        r"|[a-z]+ly) ◆|◆ (?:on|against|onto|down on) (?:(?:the|an?|his|her|its) )?"
        r"(?:[a-z]+ ){0,2}(?:roofs?|rooftops?|windows?|glass|tables?|desk|tin|metal|car|tent|deck"
        r"|umbrellas?|door|wheel|panes?|canopy|leaves|bar|boards?|awning)(?![a-z])",
        takes="rain ◆ on the tin roof",
        leaves="war ◆ on the ridge",
    ),
)
# What an audience is heard by: most watch in silence.
_IS_LOUD = Rule(
    r"(?<![a-z])(?:cheer|clap|applau|roar|laugh|gasp|chant|scream|shout|sing|murmur|chatter|whistl"
    r"|erupt|buzz|boo|whoop|nois|sound|react|goes? wild|wild|rowdy|loud)[a-z]*[^.]{0,40}◆"
    r"|◆[^.]{0,40}(?<![a-z])(?:cheer|clap|applau|roar|laugh|gasp|chant|scream|shout|sing|murmur"
    r"|chatter|whistl|erupt|buzz|boo|whoop|nois|sound|react|goes? wild|loud|ovation)"
    r"|[笑喊叫沸欢掌呼噪鼓议][^。]{0,12}◆|◆[^。]{0,12}[笑喊叫沸欢掌呼噪鼓议声]",
    takes="the ◆ roars with joy",
    leaves="the ◆ watches him",
)
# 风 alone, as an item of a list: in other words it is a style or a part of a name.
_ITEM = Rule(r"(?:^|[,、:;/ ])◆(?:$|[,、;/ ])", takes="海浪,海鸥,◆", leaves="中国◆")

# Loud words (all of a hit), the anchors of which they need one, and what denies them.
SENSES: tuple[tuple[str, tuple[Rule, ...], tuple[Rule, ...]], ...] = (
    (r"nights?|夜.?|深夜|黑夜", (_ALONE,), (*_ELSEWHERE, _OF_NIGHT, _TITLE)),
    (
        r"rain|snow|storms?|fog|mists?|haze|smoke|dust|ash|ashes|embers?|sparks?|lightning"
        r"|lightning bolt|[暴大飞风]*[雨雪]|暴风雨?|灰尘|尘土|[薄浓迷云大]?雾气?",
        (_ALONE,),
        (*_ELSEWHERE, _OF_VERBS, _LIES_ON),
    ),
    (r"雷电|闪电|lightning|lightning bolts?", (), (_OF_A_WEAPON,)),
    (r"foggy|misty|smoky|hazy", (), _ELSEWHERE),
    (r"剪影", (), (_A_CUT_OUT,)),
    (r"snow", (), _ON_THE_GROUND),
    (
        r"blizzard|snowstorm|rain|snow|(?:thunder)?storm|tempest|downpour|drizzle|fog|mist|haze"
        r"|wave|tidal wave|ocean|river|creek|brook|fountain|waterfall|splash|thunder|gale|gust"
        r"|breeze|forest|lightning|symphony|orchestra|choir",
        (),
        (_AS_A_MEASURE,),
    ),
    (
        r"waves|rivers|storms|fountains|waterfalls|splashes|mists|gusts|rains|showers",
        (),
        (_AS_MANY,),
    ),
    (r"dust|ash|ashes|embers?|sparks?|birds?|seagulls?|gulls", (), (_MOTIONLESS,)),
    (r"(?:birds?|seagulls?|gulls)|[小海]?鸟儿?|海鸥", (), (_HANGS_STILL,)),
    (r"灰尘|尘埃|尘土|粒子|雪花|火花", (), (_STILL_IN_THE_AIR,)),
    (r"rivers?|waterfalls?|fountains?|creek|brook|waves?|ocean", (), (_MOTIONLESS,)),
    (r"cricket", (_CHIRPS,), ()),
    (
        r"trumpets?|harps?|violins?|flutes?|cellos?|drums?|bells?|guitars?|pianos?|sax(?:ophone)?s?",
        (),
        _NO_INSTRUMENT,
    ),
    (r"audience|观众", (_IS_LOUD,), ()),
    (r"风", (_ITEM,), ()),
    (r"streets?|街道上?|街头|马路|大街", (), (_OF_THE_COUNTRY,)),
    (r"splash[a-z]*", (), (_OF_ANOTHER_LIQUID,)),
    (r"shatter[a-z]*|explod[a-z]*|smash[a-z]*", (), (_FALLS_INTO,)),
    (r"[微狂大寒海晚山冷清秋春夜热凉]风", (), (_PART_OF_A_WORD,)),
    (r"bright|brighten[a-z]*", _OF_BRIGHTNESS, ()),
    (r"brightly", (), (_PAINTED,)),
    (r"thundering|thunderous", (_IN_THE_SKY,), ()),
    (
        r"lightning(?:[ -]bolts?)?|flames?|fire|snowflakes?|raindrops?|waves?|ocean|beach|river"
        r"|seaside|orchestra|choir|piano|harp|drums",
        (),
        (_NAMES_A_THING,),
    ),
    (r"明亮", (_OF_BRIGHTNESS_IN_CHINESE,), ()),
    (r"[雨雪]", (), (_RAINS_DOWN,)),
    (r"dusty", _DUSTY_PLACE, ()),
    (r"foggy", (), _ELSEWHERE),
    (r"foggy|misty|hazy|smoky", (), (_FOGGED,)),
    (r"rains|raining|snows|snowing|storms", (_IT,), _ELSEWHERE),
    (
        r"fire|flames?|fireplace|candles?|fireflies|firefly|raindrops?|snowflakes?",
        (_ALONE,),
        (_OF_GUNS,),
    ),
    (r"in the dark|dark|dim|darkness", (_ALONE,), _ELSEWHERE),
    (
        r"vintage|retro|sepia|noir|film noir|silent film|old (?:film|movie)|vhs|polaroid|moody"
        r"|black[ -](?:and|&|n)[ -]white|b&w|monochrom[a-z]*|gr[ae]yscale|黑白|复古",
        _OF_THE_FILM,
        (),
    ),
    (
        r"warm|glow|glows|glowing|glowed|flicker|flickers|flickering|flickered|温暖|发光|清冷|冷冽",
        _OF_LIGHT,
        (),
    ),
    (r"cool white", _OF_LIGHT, ()),
    (
        r"闪烁",
        (Rule(r"[灯烛火电]光?[^,。]{0,3}◆|霓虹◆", takes="霓虹灯◆", leaves="剑身◆着白光"),),
        (),
    ),
    (r"grain", (*_OF_THE_FILM, _GRAINY), ()),
    (r"silhouettes?|剪影", _A_SILHOUETTE, (_CUT_OF_CLOTHES, _FAR_AWAY)),
    (r"engines?|motors?|cars|jets?|rac(?:e|ing)[ -]cars?", _RUNS, (_NO_MACHINE,)),
    (r"vintage|retro|sepia|old (?:film|movie)", (), (_OF_A_THING,)),
    (r"black[ -](?:and|&|n)[ -]white|b&w|monochrom[a-z]*", (), (_IN_APPOSITION,)),
    (r"explo[a-z]*", (), (_BURSTS_OUT,)),
    (r"driving|revs?", (_ALONE,), ()),
    (r"racing", (_OF_VEHICLES,), ()),
    (
        r"explo[a-z]*|slam[a-z]*|smash[a-z]*|shatter[a-z]*|bang|boom[a-z]*|impacts?|thud[a-z]*",
        (
            Rule(
                rf"◆(?: ?(?:[^a-z0-9 \-'’]|$)| (?:{_LITTLE_WORD}|{_VERB}|of (?:the|an?)|[a-z]+ly"
                r"|shut|open|closed|behind|before|apart|tears?|rocks?|shakes?|rips?|send(?:s|ing))(?![a-z])"
                r"|[一-鿿])",
                takes="the door ◆ shut",
                leaves="a ◆ burger on a plate",
            ),
        ),
        _NO_BLOW,
    ),
    (r"impacts?", (), (_FELT_OR_MEANT,)),
    (
        r"silence|mute",
        (
            Rule(
                r"(?:^|[,:(] ?|\b(?:and|with|it|video|clip|film|then|total|in|a|utter|pure|deathly"
                r"|eerie|perfect|deep) )◆"
                r"(?= ?(?:[.,;)\]]|$)| (?:over|of|with|no|as|video|clip|footage)(?![a-z]))",
                takes="◆, snow on a field",
                leaves="he leaves and ◆ follows",
            ),
        ),
        (
            Rule(
                r"(?<![a-z])(?:stand|sit|walk|wait|remain|watch|eat|fall|look|stare|of)[a-z]*"
                r"(?: [a-z]+)? (?:in )?◆",
                takes="they stand in ◆",
                leaves="the scene plays in ◆",
            ),
        ),
    ),
    (
        r"silent (?:movie|film|video|clip)",
        (),
        (
            Rule(
                r"(?<![a-z])(?:unlike|like in|as in)(?: an?| the)? ◆",
                takes="unlike a ◆",
                leaves="in a ◆",
            ),
        ),
    ),
    (
        r"silent|(?:complete|total|dead|absolute) silence",
        (),
        (
            Rule(
                r"(?<![a-z])(?:mr|mrs|ms|miss|dr|named|called|agent|captain)\.? ◆",
                takes="aara looks at mr ◆",
                leaves="a film of mr bean, ◆",
            ),
            Rule(
                r"(?<![a-z])(?!(?:video|film|clip|footage|audio|sound|soundtrack|everything|all|it)"
                r"(?![a-z]))[a-z]+ (?:becomes?|falls?|goes|went|fell|grows?|turns?|stays?|remains?"
                r"|stands?|sits?|waits?) ◆",
                takes="the entire restaurant becomes ◆",
                leaves="the video stays ◆",
            ),
            Rule(
                r"◆ (?:between|after|before|until"
                r"|for an? (?:[a-z]+ )?(?:moment|beat|second|instant))",
                takes="◆ between some sounds",
                leaves="◆ for the whole clip",
            ),
        ),
    ),
    (
        r"no audio|no sounds?",
        (),
        (
            Rule(
                r"◆ (?:for|from|of) (?!any(?![a-z])|any kind|whatever)[a-z]+"
                r"|(?<![a-z])(?:mak(?:es?|ing)|made|utter[a-z]*|hears?) ◆",
                takes="she makes ◆",
                leaves="◆ of any kind",
            ),
        ),
    ),
)
