"""Words that only film uses: who says one of them tells the camera, the light or the sound.

They are looked for in what was not read, in the plain text of any language.
"""

from ..rules import Rule, any_of

# The camera as who does something, or as a label.
CAMERA_ACTS = any_of(
    Rule(
        r"(?:^|[.,:;!?(\[\n] ?|(?<![a-z])(?:and|then|as|while|until) )(?P<camera>(?:the |our |a )?"
        r"(?:[a-z]+ )?(?:camera|cam|drone)(?: (?:motion|move|movement|work))?"
        r"(?! (?:in [a-g]|tone|hum|crew|phone|operator|flash|shutter|lens|click)|m[ae]n)"
        r"(?:s? [a-z]| ?:))",
        takes="the camera escapes through the keyhole",
        leaves="she smiles at the camera in her hand",
    ),
    Rule(
        r"(?:^|[.,:;!?、\n(（\]】 ])(?P<han>(?:镜头|机位|运镜|摄像机|摄影机|无人机)"
        r"(?![前里内外上下中一二三四五六七八九十0-9]))",
        takes="镜头钻入钥匙孔",
        leaves="她看向镜头",
    ),
    Rule(
        r"(?:^|[.,:、\n ])(?P<kana>カメラ(?:が|は|を|ワーク)|카메라(?:가|는| 워크| 무빙))",
        takes="カメラが鍵穴を抜ける",
        leaves="カメラに微笑む",
    ),
    Rule(
        r"(?:^|[.,:;!?(\n] ?|(?<![a-z])(?:y|e|et|und|ve|и) )(?P<latin>(?:(?:la|a|die|una|une"
        r"|uma|eine) )?"
        r"(?:c[aáâ]mara|câmera|caméra|kamera|telecamera|camera|камера)(?! angle)"
        r"(?: (?!lenta)\w| ?:))",
        takes="la cámara escapa por la cerradura",
        leaves="ella mira a la cámara en su mano",
    ),
)
# What the camera goes on to do in the same sentence.
CAMERA_GOES_ON = any_of(
    Rule(
        r"(?:(?<![a-z])(?:and|then)|, then) (?P<verb>(?:[a-z]+ly )?(?!its|his|this|as|is|was|has"
        r"|shows|reveals|captures|keeps|holds|stays|remains)[a-z]{2,}[a-rt-z]s"
        r" (?:through|past|around|over|under|into|towards?|alongside|across|along|down|up|behind"
        r"|below|above|out|between|beneath|inside|tight|low|close|forward|backward|back|away|in"
        r"|on|to|an?|off)(?![a-z]))",
        takes="the camera dives and cuts tight around the cockpit",
        leaves="the camera dives and its light flickers",
    )
)
# Sizes, views and moves by their names.
CAMERA_TERMS = any_of(
    Rule(
        r"(?<![a-zà-ỹ])(?:(?:side|front|back|rear|reverse|insert|establishing|reaction|detail"
        r"|profile"
        r"|two|three|long|full|dutch|canted|oblique|frontal|top|ground|hip|knee|cowboy|tight|loose"
        r"|split|level|over|clear|angle)[- ]shots?|(?:low|high|dutch|canted|oblique|eye|wide"
        r"|[a-z]+ing)"
        r"[- ](?:angle|level)s?(?! lens)|close-?ups?|framing|viewpoint|reframe[a-z]*"
        r"|dolly|steadicam|gimbal"
        r"|(?:rack|pull|shift)(?:s|ing)? focus|focus (?:pull|shift)s?|ms|mcu|ecu|cu|[lw]s|bcu|xcu"
        r"|els)(?![a-zà-ỹ'])",
        takes="two-shot at the bar",
        leaves="she was shot at dawn",
    ),
    Rule(
        r"(?:^|[.,;:/\n(] ?|(?<![a-z])(?:slow|quick|fast|smooth|gentle|subtle|then|and|mm|sudden"
        r"|camera|lateral|final) )(?:pan|tilt|zoom|push|pull|orbit|crane|track|truck|whip|arc|swoop"
        r"|dive|boom|roll)(?:s|[nt]?ning|ing|[ns]e?s)?(?: [a-z-]+)?(?= ?(?:$|[.,;:/\n)])| (?:in|out"
        r"|up|down|left|right|over|around|along|across|into|through|past|from|to|it|with|as"
        r"|while)(?![a-z]))",
        takes="85mm push / tomato sauce",
        leaves="a hot pan of oil",
    ),
    Rule(
        r"(?:[大中近远全]?特写|[全中近远]景|[仰俯跟航]拍|景别|(?:侧面|侧身|双人|反打|过肩|主观|变焦|宽|窄|大|摇臂|切换|水平|垂直|斜)镜头)"
        r"|(?:非?[一-鿿]{2}视角|[一-鿿]机位)",
        takes="低角度视角",
        leaves="她看镜头",
    ),
    Rule(
        r"(?<![a-z])(?:planos?(?! (?:cinematogr|de [a-z]+ segundos))"
        r"|tomas?|tomadas?|encuadre|enquadramento|travellings?|travelings?"
        r"|paneo"
        r"|panor[aâá]mic[ao]s?|panoramique|barrido|barridos|acercamiento|alejamiento|afastamento"
        r"|aproximação|acompanhamento|contre-plongée|plongée|plans?(?= (?:large|moyen|serré|fixe"
        r"|séquence|rapproché|d'|américain|subjectif|aérien))|gros plans?|cadrage|inquadratur[ae]"
        r"|ripres[ae]|carrellat[ae]|primo piano|panoramica|einstellung(?:en)?|totale"
        r"|[a-zäöü]*(?:aufnahme|schwenk|fahrt|perspektive)(?:n|s|en)?(?! [0-9])|untersicht|aufsicht"
        r"|zooms?|dolly|(?<!\b[a-z] )çekim[a-zıçşğöü]*|açı[a-zıçşğöü]*|yakınlaş[a-zıçşğöü]*"
        r"|gimbal|close-ups?)"
        r"(?![a-zà-ÿ])",
        takes="plano subjetivo de una persona",
        leaves="un planeta lejano",
    ),
    Rule(
        r"(?<![а-я])(?:планы?|кадр[а-я]*|ракурс[а-я]*|наезд|отъезд|панорам[а-я]*|облёт|облет|зум"
        r"|съ[её]мк[а-я]*)(?![а-я])",
        takes="резкий наезд на лицо",
        leaves="планета вдали",
    ),
    Rule(
        r"(?<!ワン)ショット|アングル|ズーム|ドリー|(?<![ァ-ヶー])パン(?![ァ-ヶーをが])|クローズアップ|構図|視点"
        r"|俯瞰|앵글|(?<![가-힣])줌|클로즈업|시점|부감|(?<![가-힣])팬(?=[.,]|으로)|구도|[가-힣] 샷",
        takes="ローアングルから見上げる",
        leaves="パンを食べる",
    ),
)
LIGHT_TERMS = any_of(
    Rule(
        r"(?<![a-z])(?<!natural )(?<!realistic )(?<!cinematic )(?:lighting|illuminat[a-z]+|palette"
        r"|(?:colou?r )?grad(?:e|ing)|(?:warm|cool|cold|dark|earth|pastel|golden|colou?r|muted"
        r"|neutral|blue|teal)[- ]ton(?:es?|ed)"
        r"|hues?|contrast|(?:de)?saturat[a-z]+|exposure|(?:rim|side|key|back|top|under|hard|soft"
        r"|fill|natural|practical|spot|sun|moon|day|candle|fire|neon|ambient|available|overhead"
        r"|moody|dramatic|harsh|volumetric|studio|cool|cold|warm|red|blue|green|purple|golden)"
        r"[ -]?light(?:s|ed)?|shadows?(?= (?:fall|stretch|across|on|from|deep|long))"
        r"|(?:deep|long|hard|soft|harsh|dark) shadows?|vignett[a-z]+|chiaroscuro)(?![a-z])",
        takes="hard side light from the door",
        leaves="a traffic light turns green",
    ),
    Rule(
        r"(?:灯|柔|侧|顶|补|硬|冷|暖|漫射|自然|环境|烛|主|面|轮廓|侧逆)光|光[线影]|[打布]光|照明"
        r"|色[调温]|调色|滤镜|饱和|对比度|曝光|明暗",
        takes="硬朗的侧光",
        leaves="她的目光坚定",
    ),
    Rule(
        r"(?<![a-z])(?:iluminaci[oó]n|iluminação|illumination|illuminazione|éclairage"
        r"|[a-zäöü]*(?:beleuchtung|licht)|luz|luces|luzes|lumière|luci|luce|paleta|palette"
        r"|etalonaje"
        r"|contraste|contrasto|kontrast[a-zıçşğöü]*|ışık[a-zıçşğöü]*|tonos?|tons|tonalità"
        r"|sombras?|ombres?|schatten)(?![a-zà-ÿ])"
        r"|(?<![а-я])(?:свет(?!л)[а-я]*|освещени[а-я]*|контраст[а-я]*|цветокор[а-я]*)",
        takes="éclairage latéral dur",
        leaves="une lucarne ouverte",
    ),
    Rule(
        r"ライティング|照明|逆光|自然光|光が|色調|彩度|コントラスト|조명|역광|자연광|색감|채도|명암",
        takes="柔らかい照明",
        leaves="光る石",
    ),
)
# The colours of the whole picture, and the dirt on it.
COLOUR_TERMS = any_of(
    Rule(
        r"(?<![a-z])(?:[a-z]+-tint(?:ed)?|colou?r (?:scheme|science|treatment)"
        r"|(?:muted|pastel|vivid|vibrant|rich|bold|faded|washed[- ]out|earthy|neutral|saturated)"
        r"(?: pastel)? colou?rs?|(?:digital|image|sensor|video) noise|compression artifacts?"
        r"|scan ?lines|chromatic aberration|night vision)(?![a-z])",
        takes="green-tinted footage",
        leaves="a green tin",
    ),
    Rule(
        r"(?:画面|整体|全片)(?:的)?(?:主要|整体)?(?:颜色|色彩)|主色|配色|色系",
        takes="画面主要颜色使用蓝色和黑色",
        leaves="颜料和蓝色的杯子",
    ),
    Rule(
        r"(?<![a-z])(?:colores|cores|colori|couleurs)(?: [a-zà-ÿ]+)? (?:viv[oae]s?|pastel"
        r"|c[aá]lidos|quentes|caldi|chaudes|fr[ií]os|frias|freddi|froides|saturad[oa]s|satur[ée]+s"
        r"|apagad[oa]s)|(?<![a-z])farben in |(?<![a-z])farbpalette|насыщенные цвета|色味|색상",
        takes="colores muy vivos en la calle",
        leaves="un vestido de colores",
    ),
)
# What tells sound from here to the end of its line.
SOUND_LABEL = any_of(
    Rule(
        r"(?:^|(?<=[\n.;!?()\[【|/] )|(?<=[\n.;!?(\[【"
        r"|/]))(?:(?:ambient |background |natural |key )?"
        r"(?:audio|sounds?|sfx|fx|sound (?:effects?|design)|ambien(?:ce|t)|foley|music|bgm|score"
        r"|soundtrack)(?: (?:design|effects?|cues?|bed))?"
        r"|音效|声音|环境[音声]|音[频乐声]|配乐|背景音乐?"
        r"|sonido|son|bruitage|ambiance|áudio|som|suono|suoni|audio \+ m[uú]sica|m[uúùi]+si[ck]a?"
        r"|musique|ton|geräusche?|musik|звуки?|музыка|ses|müzik|音|音声|音響|効果音|環境音|音楽"
        r"|소리|사운드|오디오|효과음|음악|환경음)[\])】]? ?[:：] ?(?P<told>[^\n]+)",
        takes="audio: a kettle, a radio",
        leaves="audio is recorded later",
    )
)
SOUND_TERMS = any_of(
    Rule(
        r"(?<![a-z])(?<!digital )(?<!image )(?<!sensor )(?<!video )(?<!film )(?<!visual )"
        r"(?:sounds?|noises?|hum|hiss(?:es|ing)?|rustl[a-z]+|creak[a-z]*|whirr?[a-z]*"
        r"|clatter[a-z]*"
        r"|clink[a-z]*|sizzl[a-z]*|crunch[a-z]*|rumbl[a-z]*|beeps?|click[a-z]*|bass"
        r"|voice-?overs?|echo(?:es|ing)?)(?![a-z])",
        takes="a fridge hum in the room",
        leaves="a soundproof room",
    ),
    Rule(
        r"[一-鿿](?<![低轻大高小出柔沉])声(?![一-鿿]?道|势|明|名|望|音)|背景音|旁白|配音",
        takes="咖啡机声",
        leaves="她声明大噪",
    ),
    Rule(
        r"(?<![a-z])(?:sonidos?|ruidos?|bruits?|sons(?= )|suon[oi]|rumor[ei]|geräusch[a-z]*"
        r"|(?:off-)?stimme|voix off|voz en off|narração|narración|[a-z]*musik|música|musique)"
        r"(?![a-zà-ÿ])|(?<![а-я])(?:звук[а-я]*|шум[а-я]*)|音が|の音|声が|소리|효과음",
        takes="bruit du fer à lisser",
        leaves="la bruine tombe",
    ),
)
# What is done in the cutting room or by the shutter, and lettering.
EDIT_TERMS = any_of(
    Rule(
        r"(?<![a-z])(?:(?:super |extreme )?slow[- ]?mo(?:tion)?|time[- ]?lapse|hyper-?lapse"
        r"|speed[- ]ramp[a-z]*|freeze[- ]frame[a-z]*|bullet[- ]time|split[- ]?screen|iris (?:in"
        r"|out)"
        r"|wipes? (?:to|from|into)|double exposure|picture-in-picture|in reverse|montage|jump cuts?"
        r"|(?:quick|fast|rapid|snappy|inter)[- ]?cut(?:s|ting)?|cross-?cut[a-z]*|stop[- ]motion"
        r"|letterbox|morph cut|fisheye|tilt-shift)(?![a-z])",
        takes="a slow-motion leap",
        leaves="she walks in slow steps",
    ),
    Rule(
        r"慢动作|慢镜头|升格|延时|快进|分屏|多屏|画中画|倒放|蒙太奇|快剪|快切|闪回|卡点|变速|时间变慢|擦除转场",
        takes="升格拍摄",
        leaves="电梯升降",
    ),
    Rule(
        r"(?<![a-z])(?:c[áâ]mara lenta|câmera lenta|ralenti|au ralenti|zeitlupe|zeitraffer"
        r"|rallentatore"
        r"|slow motion|montaje|montagem|montage|ağır çekim|pantalla dividida)(?![a-z])"
        r"|замедленн[а-я]*|таймлапс|スローモーション|タイムラプス|슬로[우]?모션|타임랩스",
        takes="un salto en cámara lenta",
        leaves="una cámara antigua",
    ),
    Rule(
        r"(?<![a-z])(?:depth of field|dof|bokeh|(?:shallow|deep|selective) focus|motion blur"
        r"|(?:blurred|blurry|out-of-focus|defocused) backgrounds?|background blur|lens distortion"
        r"|(?:seamless(?:ly)?|perfect(?:ly)?|infinite(?:ly)?|endless(?:ly)?)[ -]loop(?:s|ed|ing)?"
        r"|loop(?:s|ed|ing)? (?:seamless|perfect|endless|infinite)(?:ly)?|looping (?:video|clip"
        r"|animation)|(?:video|clip|animation) loops?|over-?crank[a-z]*|under-?crank[a-z]*"
        r"|hud|heads-up display|time-?stamp|on-screen text"
        r"|(?:text|graphic|data|date|rec|ui|vhs|digital)[- ]overlays?)(?![a-z])"
        r"|^ ?loop(?:ed|ing)?$",
        takes="shallow depth of field",
        leaves="a field of deep grass",
    ),
    Rule(
        r"景深|背景虚化|焦外|散景|循环(?:播放|视频|动画|效果)|无缝循环|首尾相[接连]|[动运][态动]模糊"
        r"|时间戳"
        r"|被写界深度|(?<![ァ-ヶ])ボケ(?![ァ-ヶるてた])|背景ぼかし|ループ(?:[動动]画|再生|映像)"
        r"|シームレスループ|モーションブラー|심도|보케|반복 ?(?:영상|재생)|모션 ?블러"
        r"|아웃 ?포커[스싱]",
        takes="浅景深，背景虚化",
        leaves="景色很深",
    ),
    Rule(
        r"(?<![a-z])(?:profundidad de campo|profundidade de campo|profondeur de champ"
        r"|profondit[aà] di campo|schärfentiefe|tiefenschärfe|bokeh|bucle|boucle"
        r"|loop (?:perfei?to|perfetto|perfecto|infinito)"
        r"|(?:nahtlose|endlos)[a-z]* ?schleife|fondo desenfocado|fundo desfocado|sfondo sfocato"
        r"|arrière-plan flou|unscharfer hintergrund|horodatage|zeitstempel|alan derinliği)"
        r"(?![a-zà-ÿ])|глубин[а-я]+ резкости|(?<![а-я])боке(?![а-я])|размыт[а-я]+ фон",
        takes="faible profondeur de champ",
        leaves="une maison au fond du champ",
    ),
    Rule(
        r"(?<![a-z])(?:title card|end card|logo(?= (?:appears|reveal|fades|lands|animat[a-z]+))"
        r"|(?:text|title|tagline|caption|lettering|words)s?"
        r"(?=(?: [^\s.,:;!?·]+){0,4} (?:appear|reads?|fad(?:es?|ing)|reveal|overlay|pop)))"
        r"|(?:logo|标题|文字|字幕|标语)(?:出现|浮现|弹出|显现|渐显)"
        r"|(?:logotipo|logo|texto|texte|título|titre)(?= ?(?:aparece|apparaît))"
        r"|ロゴが|テロップ|로고가",
        takes="the title fades in",
        leaves="a text book",
    ),
)
