"""Film as eight languages speak of it: moves by nouns, verbs and ends, and loud words."""

import pytest

from seedance_demo.animatic.prompt.director import direct
from tests.animatic.prompt.test_senses import effects

pytestmark = pytest.mark.machine

# The move that each sentence asks for.
MOVES = {
    "Italian": """
orbit right | lotta nel cortile con riprese in tracking, camera circolare
slow drift | Un bicchiere d’acqua su un tavolo; l’acqua sale verso l’alto
push in | La telecamera si avvicina lentamente alla porta del faro
push in | lenta carrellata in avanti verso il volto della donna
pull out | La telecamera si allontana e mostra la valle
zoom in | zoom lento sugli occhi di un gatto, la luce sul viso
pan left | panoramica lenta verso sinistra sul porto
pan right | La telecamera ruota verso destra
truck right | carrellata laterale lungo la tavola
crane up | La telecamera sale sopra i tetti
crane down | La telecamera scende verso il fiume
orbit right | La telecamera gira intorno alla statua
track | La telecamera segue il ragazzo nella folla
aerial | ripresa aerea della costa
handheld | una camera a mano, un soldato corre nella notte
static | inquadratura fissa di una panchina nel parco
slow drift | La donna guarda la telecamera e si avvicina
""",
    "Russian": """
push in | камера медленно приближается к двери маяка
push in | медленный наезд на лицо женщины
pull out | камера отъезжает и показывает долину
pan right | плавная панорама по гавани
crane up | камера медленно поднимается над крышами
crane down | камера опускается к реке
orbit right | камера медленно облетает статую
track | камера следует за мальчиком в толпе
aerial | съёмка с дрона, берег моря
static | статичная камера, скамейка в парке
slow drift | женщина медленно приближается к двери
""",
    "Turkish": """
push in | kamera yavaşça kapıya yaklaşıyor
pull out | kamera yavaşça geri çekiliyor ve bir vadi görünüyor
crane up | kamera çatıların üzerine doğru yükseliyor
orbit right | kamera heykelin etrafında dönüyor
track | kamera bir çocuğu takip ediyor
static | sabit kamera, bir bank ve bir ağaç
slow drift | kadın yavaşça bir kapıya yaklaşıyor
""",
    "English": """
push in | The camera eases forward along the corridor
push in | A slow creeping move toward the door
push in | Camera slowly tightens on her face
push in | we inch closer and closer to the safe
push in | slow cinematic push toward the altar
push in | Slow push, a candle on a table
push in | The shot slowly closes in on the letter
push in | forward dolly through the market
push in | camera glides forward between the shelves
push in | The camera moves steadily into the cave
pull out | the camera retreats down the hall
pull out | Slow pull-out from the eye to the whole face
pull out | Camera backs away from the throne
pull out | The frame widens to reveal the valley
pull out | slow backward dolly, revealing the ruins
pull out | a gradual pull back from the window
zoom in | A slow zoom toward the lighthouse
zoom in | Camera zooms slowly into the painting
zoom out | the lens zooms back out to the skyline
pan left | The camera swings to the left
pan left | slow leftward pan across the bay
pan right | A gentle rightward pan along the shelf
pan right | the camera pans from the window to the door
pan left | a pan from the right edge to the left edge of the square
tilt up | The camera looks up along the tower
tilt up | starting at his boots, the camera tilts up to his hat
tilt down | tilt from the sky down to the street
tilt down | Camera angles down to the floor
truck right | The camera slides sideways along the bar
truck left | lateral dolly to the left past the cars
truck right | A sideways glide past the bookshelves
crane up | the camera cranes up over the wall
crane up | The camera rises above the rooftops
crane up | slow upward crane revealing the valley
crane up | vertical lift of the camera over the trees
crane down | camera descends through the clouds
crane down | a slow downward boom to the table
orbit right | The camera circles the statue
orbit right | slow half-orbit around the car
orbit right | the camera arcs around her shoulder
orbit right | 360-degree rotation around the bottle, camera moves around it
orbit left | the camera orbits clockwise around the cake
track | The camera keeps pace with the runner
track | camera follows the dog through the park
track | a following shot behind the cyclist
track | the camera runs alongside the horse
track | Steadicam follows the waiter
aerial | drone flies over the canyon
aerial | Top-down drone view of the boats
aerial | an FPV flight through the ruins
handheld | shot handheld, a busy kitchen
handheld | Handheld documentary feel, a protest
handheld | the camera shakes slightly, a soldier hides
static | Locked-off shot of a bench
static | the camera stays perfectly still, a cat sleeps
static | Tripod shot, the sea
static | fixed angle on the doorway
whip pan right | a whip-pan to the right, a door
whip pan left | whip pan left to the window
dolly zoom | Vertigo-style dolly zoom on the man
roll | the camera rolls 90 degrees
rack focus | focus shifts from the glass to the man
rack focus | pull focus to the background
static, rack focus | static shot, rack focus from the flower to the girl
push in, tilt up | the camera pushes in while tilting up
pull out, crane up | The camera pulls back and rises over the city
track, orbit right | the camera follows her, circling around
""",
    "Chinese": """
push in | 镜头缓缓推进，一扇旧门
push in | 镜头慢慢靠近女孩的脸
push in | 缓慢推镜，桌上的蜡烛
push in | 镜头由远及近，一座灯塔
push in | 镜头向前推进穿过走廊
pull out | 镜头缓缓拉远，露出整座城市
pull out | 镜头逐渐后退，展现大厅
pull out | 镜头从特写拉到全景
zoom in | 镜头变焦拉近到他的眼睛
zoom out | 镜头缓缓缩小，海滩
pan left | 镜头向左摇，扫过港口
pan right | 镜头缓缓右摇，书架
pan right | 镜头从左摇到右，城市天际线
tilt up | 镜头从下往上摇，高塔
tilt up | 镜头缓缓上摇，露出她的脸
tilt down | 镜头从天空向下摇到街道
truck right | 镜头横移，吧台
truck left | 镜头向左平移，街道
crane up | 镜头缓缓上升，越过屋顶
crane up | 镜头升起，俯视村庄
crane down | 镜头缓缓下降到水面
orbit right | 镜头环绕雕像缓慢旋转
orbit right | 镜头围绕汽车环绕一周
orbit left | 镜头顺时针环绕蛋糕
track | 镜头跟随女孩穿过集市
track | 跟拍一名骑手
track | 镜头跟着他奔跑
aerial | 无人机航拍峡谷
aerial | 航拍视角，海岸线
handheld | 手持镜头，拥挤的厨房
handheld | 镜头轻微晃动，士兵躲藏
static | 固定镜头，公园长椅
static | 镜头静止不动，猫在睡觉
static | 机位固定，海
whip pan right | 快速甩镜到门口
dolly zoom | 希区柯克变焦，男人
rack focus | 焦点从酒杯转移到男人
push in, tilt up | 镜头推进并上摇
pull out, crane up | 镜头后拉并升高，城市
""",
    "French": """
slow drift | Caméra lente, une ville en arrière-plan
push in | La caméra s'avance doucement vers la porte du phare
push in | Travelling avant lent sur le visage de la femme
push in | La caméra se rapproche peu à peu du vieil homme
push in | Mouvement de caméra avant, lent et fluide, dans le couloir
push in | La caméra pousse vers la fenêtre de la maison
pull out | La caméra s'éloigne lentement et dévoile la vallée
pull out | Travelling arrière révélant toute la salle
pull out | La caméra prend du recul et montre la ville
zoom in | Zoom lent sur les yeux de la chatte
zoom in | La caméra zoome sur la lettre
zoom out | Zoom arrière qui révèle la plage
pan left | La caméra pivote lentement vers la gauche
pan right | Panoramique de gauche à droite sur le port
pan left | Panoramique de droite à gauche sur la foule
pan right | La caméra balaie la pièce de gauche à droite
tilt up | La caméra remonte le long de la façade et s'incline vers le haut
tilt up | Panoramique vertical de bas en haut sur la tour
tilt down | Panoramique vertical de haut en bas sur la tour
truck right | La caméra glisse latéralement le long de la table
truck left | Travelling latéral vers la gauche dans la rue
crane up | La caméra s'élève au-dessus des toits
crane up | Plan de grue ascendant sur le village
crane down | La caméra descend vers la rivière
crane down | La caméra plonge vers la rue
orbit right | La caméra tourne lentement autour de la voiture
orbit right | Mouvement orbital autour du flacon
track | La caméra suit la cycliste dans la rue
track | Plan de suivi d'un cheval au galop dans le champ
track | La caméra accompagne le coureur
aerial | Plan de drone au-dessus de la forêt
aerial | Survol aérien de la côte
handheld | Caméra à l'épaule, un soldat court dans la rue
handheld | Caméra portée, légèrement tremblante, dans la foule
static | Plan fixe sur un vieux banc dans le parc
static | La caméra reste immobile devant la porte
static | Cadre fixe, la mer au loin
whip pan right | Panoramique filé vers la droite dans la rue
""",
    "Spanish": """
zoom in | planos de una bota con zoom cinematográfico suave
push in | La cámara avanza despacio hacia la puerta del faro
push in | Travelling de acercamiento al rostro de la mujer
push in | Acercamiento lento a la taza de café en la mesa
push in | La cámara va entrando en la casa
pull out | La cámara se aleja y revela el valle
pull out | Alejamiento lento de la cámara en el salón
pull out | La cámara retrocede por el pasillo de la casa
zoom in | Zoom lento hacia los ojos del gato
zoom in | La cámara hace zoom en la carta
zoom out | Zoom out que revela la playa
pan left | La cámara panea de derecha a izquierda por el puerto
pan right | Paneo de izquierda a derecha sobre la ciudad
pan right | La cámara barre la habitación de izquierda a derecha
pan left | La cámara gira lentamente a la izquierda
tilt up | La cámara se inclina hacia arriba por la torre
tilt up | Paneo vertical de abajo hacia arriba sobre la torre
tilt down | Paneo vertical de arriba hacia abajo sobre la torre
truck right | La cámara se desliza lateralmente por la mesa
truck left | Travelling lateral hacia la izquierda en la calle
crane up | La cámara se eleva sobre los tejados de la ciudad
crane up | La cámara asciende lentamente por la fachada
crane down | La cámara desciende hasta el río
orbit right | La cámara gira alrededor del coche en la calle
orbit right | Órbita lenta alrededor de la botella
orbit right | La cámara da vueltas alrededor de la pareja
track | La cámara sigue a la ciclista por la calle
track | Toma de seguimiento de un caballo al galope
track | Seguimos a la niña por el bosque, cámara detrás de ella
aerial | Toma de dron sobre el bosque y el río
aerial | Vista aérea de la costa
handheld | Cámara en mano, un soldado corre por la calle
handheld | Cámara al hombro temblorosa en la multitud
static | Plano fijo de un banco en el parque
static | La cámara permanece inmóvil ante la puerta
static | Cámara estática, el mar al fondo
""",
    "Portuguese": """
push in | A câmera avança devagar em direção à porta do farol
push in | Travelling de aproximação ao rosto da mulher
push in | Aproximação lenta da xícara de café na mesa
push in | A câmera vai entrando na casa
pull out | A câmera se afasta e revela o vale
pull out | A câmera recua pelo corredor da casa
pull out | Plano que se abre, a câmera se afasta lentamente
zoom in | Zoom lento nos olhos do gato
zoom in | A câmera dá zoom na carta
zoom out | Zoom out que revela a praia
pan left | A câmera faz uma panorâmica da direita para a esquerda no porto
pan right | Panorâmica da esquerda para a direita sobre a cidade
pan right | A câmera varre a sala da esquerda para a direita
tilt up | A câmera inclina para cima até o topo da torre
tilt up | Movimento de câmera de baixo para cima na torre
tilt down | Movimento de câmera de cima para baixo na torre
truck right | A câmera desliza lateralmente pela mesa
truck left | Travelling lateral para a esquerda na rua
crane up | A câmera sobe acima dos telhados da cidade
crane up | A câmera se eleva sobre a aldeia
crane down | A câmera desce até o rio
orbit right | A câmera gira ao redor do carro na rua
orbit right | Órbita lenta em torno da garrafa
orbit right | A câmera circula o casal
track | A câmera segue a ciclista pela rua
track | Plano de acompanhamento de um cavalo a galope
aerial | Tomada de drone sobre a floresta e o rio
aerial | Vista aérea da costa
handheld | Câmera na mão, um soldado corre pela rua
handheld | Câmera de mão tremida na multidão
static | Plano fixo de um banco no parque
static | A câmera permanece parada diante da porta
static | Câmera estática, o mar ao fundo
""",
    "German": """
push in | Die Kamera fährt langsam auf den alten Mann zu
push in | Langsame Kamerafahrt nach vorne durch den Flur
push in | Die Kamera nähert sich der Tür des Turms
push in | Die Kamera rückt langsam näher an das Gesicht heran
push in | Kamera fährt in den Raum hinein
pull out | Die Kamera fährt zurück und zeigt das Tal
pull out | Die Kamera zieht sich langsam zurück und der Strand wird sichtbar
pull out | Rückwärtsfahrt der Kamera durch den Flur
zoom in | Langsamer Zoom auf die Augen der Katze
zoom in | Die Kamera zoomt langsam auf den Brief
zoom out | Die Kamera zoomt heraus und zeigt die Stadt
pan left | Die Kamera schwenkt von rechts nach links über den Hafen
pan right | Schwenk von links nach rechts über die Stadt
pan right | Die Kamera schwenkt langsam nach rechts
tilt up | Die Kamera neigt sich nach oben zur Spitze des Turms
tilt up | Vertikaler Schwenk von unten nach oben am Turm
tilt down | Die Kamera schwenkt nach unten auf die Schuhe
truck right | Die Kamera gleitet seitlich an dem Tisch entlang
truck left | Seitliche Kamerafahrt nach links durch die Straße
crane up | Die Kamera steigt über die Dächer auf
crane up | Die Kamera hebt sich langsam und zeigt das Dorf
crane down | Die Kamera senkt sich zum Fluss hinab
crane down | Die Kamera fährt langsam nach unten
orbit right | Die Kamera kreist langsam um das Auto
orbit right | Langsame Kreisfahrt um die Flasche auf dem Tisch
orbit right | Die Kamera fährt um das Paar herum
track | Die Kamera folgt der Radfahrerin durch die Straße
track | Die Kamera begleitet das Pferd im Galopp
track | Verfolgungsfahrt hinter dem Auto auf der Straße
aerial | Drohnenaufnahme über dem Wald und dem Fluss
aerial | Luftaufnahme der Küste
aerial | Die Drohne fliegt über den See
handheld | Handkamera, ein Soldat rennt durch die Straße
handheld | Verwackelte Kamera in der Menge
static | Statische Einstellung auf eine Bank im Park
static | Die Kamera bleibt unbewegt vor der Tür
static | Feste Kamera, das Meer im Hintergrund
static | Die Kamera steht still vor dem Haus
whip pan right | Reißschwenk nach rechts auf die Tür
""",
    "Japanese": """
pan right, push in | カメラが右にパンしながら、[被写体]に近づく
pan right | カメラが右にパンしながら、猫が近づく
track | 子犬が走る。地面に近い高さから勢いよく追跡する
push in | カメラがゆっくりと灯台の扉に近づく
push in | カメラがゆっくりズームせずに前進していく
push in | 女性の顔へゆっくりとカメラが寄っていく
push in | ゆっくりとドリーインで老人の顔へ
pull out | カメラがゆっくり引いて谷を見せる
pull out | カメラは後ろへ下がりながら部屋全体を映す
pull out | カメラが離れていき、街が見えてくる
zoom in | 猫の目にゆっくりズームイン
zoom in | 手紙にズームしていく
zoom out | ズームアウトして浜辺を見せる
pan left | カメラが右から左へパンする
pan right | カメラが左から右へゆっくりパン
pan left | カメラは左へパンし、港を映す
tilt up | カメラが下から上へティルトする
tilt up | カメラがゆっくり上を向き、塔を見上げる
tilt down | カメラが上から下へティルトし、靴を映す
truck right | カメラが横にスライドしながらテーブルを映す
truck left | カメラが左へ移動しながら通りを映す
crane up | カメラが屋根の上へ上昇していく
crane up | カメラがゆっくりと上昇し、村を見下ろす
crane down | カメラが川へ降りていく
crane down | カメラがゆっくり下降する
orbit right | カメラが車の周りをゆっくり回る
orbit right | カメラが二人の周囲を旋回する
orbit right | 瓶の周りをカメラが一周する
track | カメラが自転車の女性を追いかける
track | 馬を追うトラッキングショット
track | カメラが少年の後ろをついていく
track | カメラは彼女に並走する
aerial | 森の上空からのドローンショット
aerial | 海岸の空撮
handheld | 手持ちカメラ、兵士が走る
handheld | 手ブレのある映像で人混みを歩く
static | 公園のベンチ、カメラは固定
static | カメラは動かず、扉を映し続ける
static | 固定カメラで海を映す
static | 定点カメラ、駅のホーム
rack focus | 手前の花から奥の女性へピントが移る
""",
    "Korean": """
aerial, track | 눈 덮인 산 위를 나는 항공 트래킹 샷
orbit right | 카메라가 잔을 조금 돌아 뒤쪽의 라벨과 위쪽 벽을 보여준다
push in | 카메라가 등대의 문으로 천천히 다가간다
push in | 여인의 얼굴로 천천히 푸시인
push in | 카메라가 천천히 앞으로 이동한다
push in | 카메라가 서서히 가까워진다
pull out | 카메라가 뒤로 빠지면서 골짜기를 보여준다
pull out | 카메라가 천천히 멀어지며 도시가 드러난다
pull out | 카메라가 점점 뒤로 물러난다
zoom in | 고양이의 눈으로 천천히 줌인
zoom in | 카메라가 편지를 줌인한다
zoom out | 줌아웃하며 해변을 보여준다
pan left | 카메라가 오른쪽에서 왼쪽으로 패닝한다
pan right | 카메라가 왼쪽에서 오른쪽으로 천천히 패닝한다
pan left | 카메라가 왼쪽으로 팬하며 항구를 비춘다
tilt up | 카메라가 아래에서 위로 틸트한다
tilt up | 카메라가 천천히 틸트업하며 탑을 보여준다
tilt down | 카메라가 틸트다운하며 신발을 비춘다
truck right | 카메라가 옆으로 이동하며 테이블을 보여준다
truck left | 카메라가 왼쪽으로 이동하며 거리를 비춘다
crane up | 카메라가 지붕 위로 올라간다
crane up | 카메라가 천천히 상승하며 마을을 보여준다
crane down | 카메라가 강으로 내려온다
crane down | 카메라가 천천히 하강한다
orbit right | 카메라가 자동차 주위를 천천히 돈다
orbit right | 카메라가 두 사람을 중심으로 회전한다
orbit right | 병을 360도로 도는 카메라
track | 카메라가 자전거 탄 여자를 따라간다
track | 달리는 말을 따라가는 트래킹 샷
track | 카메라가 소년을 뒤쫓는다
aerial | 숲 위를 나는 드론 샷
aerial | 해안의 항공샷
handheld | 핸드헬드 카메라, 군인이 뛴다
handheld | 흔들리는 카메라로 군중 속을 걷는다
static | 공원의 벤치, 고정 카메라
static | 카메라는 움직이지 않는다, 문
static | 카메라 고정, 멀리 바다
rack focus | 앞의 꽃에서 뒤의 여인으로 초점이 이동한다
""",
}

# The loud effect that each sentence asks for (+), or of which it only holds the word (-).
EFFECTS = {
    "Italian": """
+ day | luce diurna morbida sul banco
+ rain | una strada sotto la pioggia battente, la telecamera segue un uomo
- rain | dopo la pioggia il sole illumina la strada
+ snow | la neve cade sul villaggio e sulla strada
- snow | una montagna di neve sotto il sole, senza vento
+ night | una strada di Roma di notte, luci nella pioggia
- night | una camicia da notte sul letto della camera
+ black and white | un vecchio cinema in bianco e nero, la luce della strada
- black and white | un gatto bianco e nero dorme sul divano della casa
""",
    "Russian": """
+ rain | идёт дождь, человек бежит по улице
- rain | улица без дождя, светит солнце
+ snow | снег идёт над старым городом
- snow | белый кролик на столе
+ night | ночная улица, горит один фонарь
- night | утро после долгой дороги
""",
    "Turkish": """
+ rain | yağmur yağıyor ve bir adam koşuyor
- rain | bir yağmurluk ve bir şapka
+ night | gece vakti bir sokak ve bir kedi
- night | bir gecelik ve bir ayna
""",
    "French": """
+ cold | tons forestiers froids sur le lac
+ golden hour | lumière de fin de journée dorée
+ night | Une ruelle de Paris, la nuit, un chat marche
+ night | Nuit étoilée sur le désert
+ night | Scène de nuit dans un bar
+ night | Au milieu de la nuit, elle ouvre la porte
- night | Une chemise de nuit bleue sur le lit au soleil
- night | Un oiseau de nuit dort en plein jour
- night | Après une nuit de repos, elle se lève dans la lumière du matin
+ rain | Il pleut sur la ville
+ rain | La pluie tombe sur les toits
+ rain | Sous une pluie battante, un homme court
+ rain | Une rue sous une forte pluie
- rain | Une pluie de confettis sur la foule
- rain | Un imperméable de pluie jaune dans le placard de la maison
- rain | Après la pluie, le soleil brille sur la rue
+ snow | La neige tombe doucement sur le village
+ snow | Une tempête de neige dans la montagne
- snow | Un renard blanc comme neige dans le pré
+ silhouette | Un homme en silhouette devant le soleil couchant
+ silhouette | La silhouette noire d'un cheval sur la crête
- silhouette | Une robe qui souligne la silhouette de la femme
- silhouette | Préservez la silhouette de la bouteille
+ black and white | Film en noir et blanc, une femme dans la rue
- black and white | Un chat noir et blanc sur le canapé
+ fog | Un phare dans le brouillard
- fog | Un regard brumeux de la femme
+ impact | Une explosion secoue le pont dans la ville
- impact | Une explosion de couleurs dans le marché
+ engine | Le moteur de la voiture rugit dans la rue
- engine | Une voiture rouge garée devant la maison
+ silence | Silence total, la neige sur le champ
- silence | Elle garde le silence dans la rue, pluie sur le toit
+ vintage | Style vintage, couleurs délavées, une rue de Paris
- vintage | Une voiture vintage dans la rue
""",
    "Spanish": """
+ warm | tonos muy cálidos en la cocina
+ golden hour | una luz suave dorada sobre el trigo
+ film grain | un retrato de la mujer con grano sutil
+ night | Un callejón de noche, un gato camina por la calle
+ night | Noche estrellada sobre el desierto
+ night | En plena noche, ella abre la puerta
+ night | Escena nocturna en un bar de la ciudad
- night | Un camisón de noche azul sobre la cama al sol
- night | Un ave de noche duerme a plena luz del día
- night | Tras una noche de descanso, ella despierta con la luz de la mañana
+ rain | Llueve sobre la ciudad
+ rain | La lluvia cae sobre los tejados
+ rain | Bajo una lluvia intensa, un hombre corre
- rain | Una lluvia de confeti sobre la multitud
- rain | Después de la lluvia, el sol brilla en la calle
- rain | Un impermeable de lluvia amarillo en el armario de la casa
+ snow | La nieve cae suavemente sobre el pueblo
+ snow | Una tormenta de nieve en la montaña
- snow | Un zorro blanco como la nieve en el prado
+ silhouette | Un hombre en silueta frente al sol
+ silhouette | La silueta negra de un caballo en la cima
- silhouette | Un vestido que marca la silueta de la mujer
- silhouette | Conserva la silueta de la botella en la mesa
+ black and white | Película en blanco y negro, una mujer en la calle
- black and white | Un gato blanco y negro en el sofá de la casa
+ fog | Un faro en la niebla
+ impact | Una explosión sacude el puente de la ciudad
- impact | Una explosión de colores en el mercado
+ engine | El motor del coche ruge en la calle
- engine | Un coche rojo aparcado frente a la casa
+ silence | Silencio total, la nieve sobre el campo
- silence | Ella guarda silencio en la calle, lluvia sobre el techo
+ vintage | Estilo vintage, colores desvaídos, una calle de Madrid
- vintage | Un coche vintage en la calle
""",
    "Portuguese": """
+ night | Um beco à noite, um gato caminha pela rua
+ night | Noite estrelada sobre o deserto
+ night | Em plena noite, ela abre a porta
+ night | Cena noturna em um bar da cidade
- night | Um vestido de noite azul sobre a cama ao sol
- night | Depois de uma noite de descanso, ela acorda com a luz da manhã
+ rain | Chove sobre a cidade
+ rain | A chuva cai sobre os telhados
+ rain | Sob uma chuva intensa, um homem corre
- rain | Uma chuva de confetes sobre a multidão
- rain | Depois da chuva, o sol brilha na rua
+ snow | A neve cai suavemente sobre a aldeia
+ snow | Uma tempestade de neve na montanha
- snow | Uma raposa branca como a neve no prado
+ silhouette | Um homem em silhueta diante do sol
+ silhouette | A silhueta preta de um cavalo no topo
- silhouette | Um vestido que marca a silhueta da mulher
+ black and white | Filme em preto e branco, uma mulher na rua
- black and white | Um gato preto e branco no sofá da casa
+ fog | Um farol no nevoeiro
+ impact | Uma explosão abala a ponte da cidade
- impact | Uma explosão de cores no mercado
+ engine | O motor do carro ruge na rua
- engine | Um carro vermelho estacionado em frente à casa
+ silence | Silêncio total, a neve sobre o campo
- silence | Ela fica em silêncio na rua, chuva no telhado
+ vintage | Estilo vintage, cores desbotadas, uma rua de Lisboa
- vintage | Um carro vintage na rua
""",
    "German": """
+ flicker | eine flackernde Neonröhre im Flur
+ night | Eine Gasse bei Nacht, eine Katze läuft durch die Straße
+ night | Sternenklare Nacht über der Wüste
+ night | Mitten in der Nacht öffnet sie die Tür
+ night | Nächtliche Szene in einer Bar
- night | Ein Nachthemd auf dem Bett in der Sonne
- night | Ein Nachtvogel schläft am helllichten Tag
- night | Nach einer Nacht mit Regen scheint die Sonne auf die Straße
+ rain | Es regnet auf die Stadt
+ rain | Der Regen fällt auf die Dächer
+ rain | Im strömenden Regen läuft ein Mann
- rain | Ein Regen aus Konfetti fällt auf die Menge
- rain | Nach dem Regen scheint die Sonne auf die Straße
- rain | Ein gelber Regenmantel hängt an der Wand
+ snow | Der Schnee fällt leise auf das Dorf
+ snow | Ein Schneesturm in den Bergen
- snow | Ein Fuchs weiß wie Schnee auf der Wiese
+ silhouette | Ein Mann als Silhouette vor der Sonne
+ silhouette | Die schwarze Silhouette eines Pferdes auf dem Hügel
- silhouette | Ein Kleid, das die Silhouette der Frau betont
+ black and white | Schwarzweißfilm, eine Frau auf der Straße
+ black and white | In Schwarz-Weiß, eine Frau auf der Straße
- black and white | Eine schwarz-weiße Katze auf dem Sofa
+ fog | Ein Leuchtturm im Nebel
+ impact | Eine Explosion erschüttert die Brücke
- impact | Eine Explosion von Farben auf dem Markt
+ engine | Der Motor des Autos heult auf der Straße auf
- engine | Ein rotes Auto steht vor dem Haus
+ silence | Völlige Stille, der Schnee auf dem Feld
- silence | Sie bleibt stumm auf der Straße, Regen auf dem Dach
+ vintage | Vintage-Look, verblasste Farben, eine Straße in Berlin
- vintage | Ein Vintage-Auto auf der Straße
""",
    "Japanese": """
+ night | 夜の路地を猫が歩く
+ night | 満天の星空の砂漠
+ night | 深夜、彼女がドアを開ける
+ night | 夜、雨の街を歩く
- night | 昨夜の夢を思い出す少女、朝の光
- night | 夜行性の鳥が昼間に眠る
+ rain | 街に雨が降っている
+ rain | 激しい雨の中、男が走る
- rain | 紙吹雪の雨が観客に降り注ぐ
- rain | 雨上がりの街に日が差す
- rain | 黄色い雨具が壁に掛かっている
+ snow | 村に静かに雪が降る
+ snow | 山の吹雪
- snow | 雪のように白い狐
+ silhouette | 夕日の前に人物がシルエットになる
+ silhouette | 黒いシルエットの馬
- silhouette | 体のシルエットが美しいドレスの女性
- silhouette | ボトルのシルエットを維持する
+ black and white | 白黒映画、通りの女性
- black and white | 白黒の猫がソファにいる
+ fog | 霧の中の灯台
+ impact | 橋が爆発する
- impact | 市場は色彩の爆発だ
+ engine | 車のエンジンが唸る
- engine | 家の前に赤い車が停まっている
+ silence | 無音、雪の野原
- silence | 彼女は無言で通りを歩く、雨の音
+ vintage | レトロ風の映像、パリの通り
- vintage | レトロな車が通りにある
""",
    "Korean": """
+ night | 밤거리의 골목, 고양이가 걷는다
+ night | 별이 빛나는 밤, 사막
+ night | 한밤중, 그녀가 문을 연다
+ night | 밤, 비 오는 거리를 걷는다
- night | 어젯밤 꿈을 떠올리는 소녀, 아침 햇살
+ rain | 도시에 비가 내린다
+ rain | 폭우 속에서 남자가 달린다
- rain | 꽃비가 신부 위로 흩날린다
- rain | 비가 그친 거리에 햇살이 비친다
- rain | 노란 비옷이 벽에 걸려 있다
+ snow | 마을에 조용히 눈이 내린다
+ snow | 산속의 눈보라
- snow | 눈처럼 하얀 여우
- snow | 그녀의 눈이 반짝인다
+ silhouette | 노을 앞의 인물이 실루엣으로 보인다
+ silhouette | 검은 실루엣의 말
- silhouette | 몸의 실루엣이 아름다운 드레스의 여인
+ black and white | 흑백 영화, 거리의 여인
- black and white | 흑백 고양이가 소파에 있다
+ fog | 안개 속의 등대
+ impact | 다리가 폭발한다
- impact | 시장은 색채의 폭발이다
+ engine | 자동차 엔진 소리가 울린다
- engine | 집 앞에 빨간 차가 서 있다
+ silence | 무음, 눈 덮인 들판
- silence | 그녀는 말없이 거리를 걷는다, 빗소리
+ vintage | 빈티지 필름 느낌, 파리의 거리
- vintage | 빈티지 자동차가 거리에 있다
""",
}


def rows(table: str) -> dict[str, str]:
    """What is asked, by the sentence that asks for it."""
    lines = (line.split(" | ") for line in table.strip().splitlines())
    return {sentence: asked for asked, sentence in lines}


@pytest.mark.parametrize("language", MOVES)
def test_a_move_is_read_however_it_is_told(language: str) -> None:
    told = rows(MOVES[language])
    plans = {sentence: direct(sentence, 5, 1) for sentence in told}
    assert {sentence: ", ".join(plan.shots[0].moves) for sentence, plan in plans.items()} == told
    assert {plan.language for plan in plans.values()} == {language}


@pytest.mark.parametrize("language", EFFECTS)
def test_a_loud_word_has_its_loud_sense_alone(language: str) -> None:
    told = rows(EFFECTS[language])
    found = {
        sentence: f"{'+' if asked[2:] in effects(direct(sentence, 5, 1)) else '-'} {asked[2:]}"
        for sentence, asked in told.items()
    }
    assert found == told
