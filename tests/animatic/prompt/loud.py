"""For each loud effect, sentences that ask for it and sentences that only hold its word."""

LOUD = {
    "silhouette": (
        """
a couple in silhouette on the pier
silhouette of a lone tree against an orange sky
shot in full silhouette, a dancer leaps
the rider becomes a black silhouette
only his silhouette is visible in the doorway
dark silhouettes of soldiers against the fire
silhouette shot, she lights a cigarette
Lighting: silhouette, strong backlight
two silhouettes stand against the sunset
she is reduced to a pure black silhouette
a stark silhouette against the white window
the boy in silhouette, waves behind him
cinematic silhouette lighting
a graphic silhouette of a wolf before the moon
人物剪影站在海边
夕阳下两个人的剪影
剪影效果，女孩跳舞
画面中只剩他的黑色剪影
窗前的女人剪影
逆光剪影，骑马的人
""",
        """
keep the bottle's silhouette and proportions
an A-line silhouette dress on a mannequin
the jacket has a boxy silhouette
distant walkers as tiny silhouettes on the beach
a logo with the silhouette of a fox on the bag
preserve the silhouette, label and cap of the product
the car's sleek silhouette gleams in the studio
a slim silhouette coat, runway, bright light
the phone keeps its silhouette from every angle
a skyline poster with a silhouette print on the wall
her elegant silhouette in a red gown, soft key light
the sneaker's silhouette stays the same in each shot
small silhouettes of birds far away
a silhouette tattoo on his arm
穿着剪影修身的连衣裙
远处城堡的剪影若隐若现
保持产品剪影轮廓不变
剪影款大衣，模特走秀
背景里远山的剪影
她穿着剪影裙
""",
    ),
    "night": (
        """
a quiet harbour at night
night, heavy rain, a taxi waits
EXT. FOREST - NIGHT
late night in an empty diner
the city street at night glows
a moonlit field, fog drifts
under a starry sky, two campers talk
midnight in the old library
a night market full of steam
night scene, a cat on a wall
shot at night on a rooftop
nighttime aerial of the city
the night is cold and still
Setting: night, desert road
深夜的便利店
夜晚的街道，路灯亮着
月光下的湖面
夜色中的城市
星空下的帐篷
雨夜，一个男人撑伞走过
""",
        """
after a night of rain the garden shines in the sun
he tells about last night at breakfast
a nightgown on the bed in the morning sun
a night guard in broad daylight
a midnight blue dress in a bright studio
opening night poster on a sunny wall
a nightstand with a lamp, afternoon
every night he dreams of this sunny beach
a painting called Starry Night in a bright museum
night cream jar on a white table
they danced all night, now the sun is up
a nightingale sings at noon
the knight rides at noon
good night, says the boy at noon
她昨夜没睡好，早晨的阳光
一匹黑夜般的骏马在草原上奔跑，正午
夜莺在正午的花园里歌唱
夜宵摊的招牌，中午
夜来香在阳光下
前一夜的雨让花园在阳光下闪亮
""",
    ),
    "vintage": (
        """
Style: vintage, faded colours
vintage film look, a girl on a swing
shot on super 8, a family picnic
sepia, an old train arrives
VHS footage of a birthday party
a 70s film look, a diner
retro film style, a man at a phone booth
looks like an old film, scratches and dust
polaroid look, a couple at the beach
the image in sepia, a soldier waves
kodachrome colours, a red boat
90s vibe home video of a dog
vintage footage of a parade
sepia toned film, a farmer
复古胶片风格，女孩荡秋千
老电影质感，火车进站
怀旧色调，街角的书店
复古画面，一家人野餐
港风，女人回头
泛黄的老照片质感
""",
        """
a boy in a vintage raincoat
a vintage car on a coast road
a retro diner at noon
vintage typewriter on a desk
she wears retro sunglasses
a vintage wine poured into a glass
an antique shop with vintage lamps
a retro arcade machine lights up
a vintage guitar on a stand
vintage cat figurines on a shelf
a shop that sells vintage clothes
a retro robot toy walks
a vintage telescope in the sun
his vintage leather jacket
一辆复古汽车停在路边
复古裙子的女孩
复古收音机放在桌上
他戴着复古眼镜
复古旅馆的招牌
复古家具店
""",
    ),
    "black and white": (
        """
black and white film, a man smokes
shot in black and white
a black-and-white portrait of a sailor
the whole video in b&w
monochrome look, rain on a window
the film turns black and white
Style: black and white, grain
a silent film, two clowns
in black and white, a train passes
greyscale footage of a factory
cinematic black and white, high contrast
black & white shot of a jazz club
everything is in black and white
black and white photography style
黑白电影，男人抽烟
黑白画面，老人坐着
黑白影像，火车驶过
整个画面是黑白的
黑白胶片质感
黑白风格，雨中的街
""",
        """
a black and white cat on a sofa
he wears black and white sneakers
a black and white striped shirt
a black and white panda eats bamboo
black and white keys of a piano
a black and white photo on the wall
a chessboard in black and white squares
black and white tiles in the kitchen
a zebra in black and white stripes
a black and white dog runs
she holds a black and white flag
black and white ceramic vases
a black and white cow in a field
cut to a black and white horse
她翻开一张黑白照片
黑白相间的猫
黑白条纹衬衫
钢琴的黑白琴键
黑白格子地砖
黑白花奶牛
""",
    ),
    "rain": (
        """
rain falls on the tin roof
standing in pouring rain
heavy rain, a man runs
it is raining hard on the pier
a rainy street, umbrellas
raindrops hit the window
a downpour in the jungle
the rain starts, she looks up
drizzle over the moor
wind and rain lash the lighthouse
Weather: rain
a boxer trains in the rain
a thunderstorm, rain everywhere
rain streams down the glass
大雨中的街道
下雨了，女孩撑伞
细雨绵绵的江南
暴雨倾盆，男人奔跑
雨水打在窗上
雨夜的小巷
""",
        """
a yellow rain coat on a hook
the rain barrel by the wall
confetti rains down on the winner
a rain jacket advert in a bright studio
the street after the rain, sun
before the rain the farmer hurries
no rain, clear sky
a rainforest frog on a leaf
unlike the rain in the photo, it is sunny
the rain has stopped, children play
he talks about the rain
rain boots by the door
bullets rain down on the wall
an umbrella protects from rain, product shot on white
雨后的街道，阳光照在水洼上
一把雨伞放在门边
她穿着黄色雨衣
泪如雨下的女人
雨林里的青蛙
没有雨，天空晴朗
""",
    ),
    "snow": (
        """
snow falls on the village
it snows as they kiss
a snowstorm on the ridge
she walks through falling snow
heavy snow, a lone wolf
snowflakes drift past the lamp
a blizzard hits the camp
snow begins to fall
gentle snow over the bridge
Weather: snow
the snow swirls around the train
it is snowing on the pier
light snow, a red barn
snowfall in the forest
大雪纷飞的村庄
下雪了，孩子们欢呼
雪花飘落在她肩上
风雪中的旅人
暴雪中的火车
飘雪的街道
""",
        """
snow peas in a wok
a snow leopard on a rock
snow-capped mountains in the sun
a snow white rabbit
the snow has melted, crocuses bloom
a snow globe on the desk
he shovels snow by the garage in the sun
a slope covered in fresh snow under blue sky
a snowboard shop
a snowman toy on the shelf
a snowy owl blinks
her skin as white as snow
snow boots on the mat
the story of Snow White in a book
雪白的兔子
雪山在阳光下
雪豹趴在岩石上
她的皮肤如雪
桌上的雪糕
雪莉酒倒进杯子
""",
    ),
    "silence": (
        """
Audio: none
no sound at all, snow on a field
silent video, a lake
total silence over the desert
no audio
mute, a hand waves
complete silence, a chess game
Sound: off
without any sound, a cat sleeps
the clip is silent
a silent clip of a mime
Silence. Fog on a hill.
no sounds, a candle
dead silence in the hall
无声音，雪地
静音，猫在睡觉
不要声音
全程静音
没有任何声音
声音:无
""",
        """
rain drums, he shuts the door and silence follows
they stand in silence while waves crash
the silence of the lambs poster, rain outside
no sound effects but soft music
no music, only rain on the roof
she silently opens the door, wind howls
thunder, then silence, then thunder
a silent man walks in the rain
break the silence with a loud bell
no audio for him, rain drums on the roof
he falls silent as the engine roars
silent disco, people dance in the city
no sound except the wind
a moment of silence is broken by thunder
雨声,他沉默不语
无声地流泪，窗外下雨
打破寂静的雷声
没有音乐只有雨声
他静静地坐着，海浪声
除了风声没有声音
""",
    ),
    "impact": (
        """
an explosion tears the bridge apart
the door slams shut
a car crash on the bridge
the vase shatters on the floor
a loud bang behind the wall
a bomb explodes in the harbour
the hammer smashes the wall
the giant lands with a thud
a big impact, dust everywhere
boom, the tower collapses
the glass shatters
an explosion rocks the ship
he slams the phone down
sound of a heavy impact
爆炸震碎了玻璃
两车相撞
轰的一声，墙倒了
撞击声，烟尘
砰，门关上了
金属碰撞的巨响
""",
        """
an explosion of colour in the market
slam dunk trophy in the cabinet
the impact of the colours is soft
a smash burger on a plate
low impact yoga at dawn
a boom mic on a stand
flavour explosion on the tongue
a high-impact poster on the wall
bang on trend sneakers
a poetry slam flyer
an explosion of flowers in spring
a boomerang on the shelf
social impact report on a desk
the emotional impact of the scene
色彩的爆炸性冲击
情绪爆炸的瞬间
冰块碰撞的清脆声
酒杯碰撞的轻响
爆炸头的女孩
爆发力十足的舞者
""",
    ),
    "engine": (
        """
the car's engine roars
a motorcycle revs at the light
cars drive past on the highway
race cars speed around the bend
the old engine coughs and starts
SFX: engine noise
a truck drives through the desert
the engine hums softly
jet engine sound, the plane takes off
motorbikes race through the canyon
cars rush by in the rain
engine sounds, tires on gravel
the engine rumbles
a car chase through the tunnel
发动机轰鸣
摩托车驶过
赛车冲过终点
引擎声，跑车启动
汽车驶过街道
马达的声音
""",
        """
game-engine look, a knight stands
toy cars on a shelf
a parked car in the sun
unreal engine 5 render of a temple
search engine page on a laptop
a wind turbine turns slowly
a fire engine toy
the engine of growth, a chart
his driving skills are on a poster
motor skills of a baby
a car keys close-up
cars in a museum hall
a motorhome by the lake
rendered in Unreal Engine, a castle
虚幻引擎5渲染的神殿
游戏引擎画面，骑士站立
玩具汽车摆在架子上
停着的一辆红色轿车
搜索引擎的页面
驾驶证放在桌上
""",
    ),
    "caption": (
        """
She says: "We leave at dawn."
Anna: "It is late."
he whispers "come in"
the title "HARBOUR" appears on screen
a sign reads "OPEN"
text overlay: "Sale ends today"
subtitle: "One year later"
the boy shouts "Wait!"
"Who is there?" she asks
narrator: "It was a cold winter."
caption "The End"
she says “I miss you.”
on-screen text reads "Day 1"
a man yells, "Run!"
女孩说：“你来了。”
字幕：“一年以后”
屏幕上出现“终点”字样
他喊道：“快跑！”
旁白：“那是冬天。”
标题“海港”浮现
""",
        """
in the style of "Streets of the Old Town"
similar to the film "Paper Moon"
a so-called "golden" light
an ironic "best dad" mug
a t-shirt with the text "STAFF"
a book called "The Long Way"
the song "Blue Sky" plays
inspired by "Night Train"
the "hero shot" of the bottle
a badge that reads "Visitor"
a game named "Skyfall"
keep the existing "Harbour Inn" title
no text "like in an ad"
homage to "Metropolis"
致敬电影“花样年华”
名为“海风”的咖啡馆
传来“滴答”声
所谓“高级感”的画面
类似“纸月亮”的风格
T恤上印着“加油”
""",
    ),
    "cut": (
        """
a pier at noon. Cut to a close-up of a rope
wide shot of a barn, then cut to the horse
she opens the box. Cut to: the letter
a street, smash cut to a screaming face
a boy runs. Cut back to the mother
wide shot of the sea. Close-up of a shell.
a forest; hard cut to a city
the door closes. Jump cut to the car
a lake, dissolve to a desert
Shot 1: a pier. Shot 2: a rope.
0-2s: a pier. 2-5s: a rope.
1. wide shot of the bay 2. close-up of a shell
Scene 1: a pier. Scene 2: a rope.
a kitchen, whip pan to the garden
码头全景，切到绳子的特写
镜头一：码头。镜头二：绳子。
他回头，切到海面
房间，叠化到沙漠
全景：码头。特写：绳子。
她打开盒子，镜头切换到信
""",
        """
the barber cuts to the left of the ear
a paper cut on his finger
she cuts the cake, slow push in
a clear-cut diamond turns
a crew cut soldier looks up
uncut footage of a pier
cut flowers in a vase
no cuts, a pier at noon
one continuous take, she walks
the tailor cuts to measure
cut-glass bowl in the sun
he is cut from the team, sits alone
the knife cuts through bread
a shortcut across the field
厨师切菜
一镜到底，她走过走廊
刀切到手指
她切开蛋糕
不要切镜头，固定
切片面包放在桌上
""",
    ),
}


# Written by somebody who had not seen the words that are looked for: those that were misread.
LOUDER = {
    "silhouette": (
        """
She stays a dark cut-out against the bright window, no detail in her face
The sun sits behind the dancer, so we see nothing of her but a black shape turning on the dune
Backlit so hard that the singer is just a black outline with a glowing rim. Handheld, crowd noise
太阳在骆驼队正后方,只能看见一个个黑色轮廓沿沙丘缓缓移动,镜头固定不动。
画面:窗前的老人 光线:强逆光,脸部全黑,只剩轮廓 运镜:缓慢左移
0-2秒舞者静止,2-5秒背后的灯亮起,她只剩下一道黑色的身影在旋转。
""",
        """
她正在用剪刀剪纸,桌上摆着几张剪影作品,阳光明亮,特写双手。
""",
    ),
    "night": (
        """
The daylight drains away until it is fully dark and the first stars come out over the cabin
0-3s: sunny harbour. 3-8s: dusk falls fast, sky goes black, boats light their lamps.
Make it dark outside, stars overhead, the tent lit from within, two people talking softly
""",
        """
Keep it daytime, do not turn it into night; the kids run across the sunny field
Her hair is black as night and shines in the midday sun as she turns her head. Medium shot
桌上摆着一盏小夜灯,没有打开,上午的阳光照进儿童房,镜头缓缓平移。
La mesita de noche junto a la ventana, pleno sol de la mañana, una mano deja las gafas
""",
    ),
    "vintage": (
        """
Make it look like a 1920s reel: flicker, grain, worn edges, brownish monochrome
Look: aged 16mm, dust specks
An old silent-era look with a flickering brown tint, vignette and film scratches
Archive feel: damaged celluloid, burn marks, jitter, sepia wash
模仿二十年代的旧胶片,画面闪烁、有灰尘和划痕,电车缓缓驶过街道。
风格:八毫米胶片,褪色,漏光 动作:孩子们在院子里追逐 运镜:手持晃动
画面逐渐褪色变成老旧的黄褐色胶片,出现斑点和抖动,男人脱帽致意。
""",
        """
老人翻看泛黄的老照片,房间光线明亮,画面干净清晰,过肩镜头。
""",
    ),
    "rain": (
        """
0-2s: dry pavement, grey sky. 2-5s: first drops fall. 5-8s: it pours, people run for cover.
Make it pour. Water runs off the brim of his hat and down his coat as he stares into the camera.
Monsoon showers hammer the tin roofs and the children dance barefoot in it, laughing
She sits at the café table as a sudden shower sweeps across the square behind and over her
Empieza a llover con fuerza, las gotas caen sobre su cara y ella sonríe, primer plano
""",
        """
She hums Purple Rain while tuning a guitar in a sunny bedroom, gentle push in, dust in the light.
她穿着黄色雨衣和雨靴站在阳光下的花园里,浇花,镜头跟随。
天气预报说明天有雨,今天却晴空万里,农夫擦着汗望向远方,镜头慢慢拉远。
""",
    ),
    "snow": (
        """
Big soft flakes drift past the lens while the old man sweeps his doorstep. Static shot
Make it a winter flurry: white flakes swirling around the dancer as she spins on the frozen lake.
Empieza a nevar sobre el puente
""",
        """
John Snow opens the pub door and steps into a warm summer evening, handheld, laughter inside
An old television shows nothing but snow in a bright summer thrift shop
小雪是这只白猫的名字,它趴在阳光下的窗台上伸懒腰,固定镜头。
""",
    ),
    "storm": (
        """
The sky turns black-green and bolts of lightning fork down over the prairie while the horses panic
嵐の海、稲妻が走り船影が一瞬白く浮かぶ。カメラは激しく揺れる。
""",
        """
暴风雨已经过去,海面平静,阳光洒在甲板上,水手擦着栏杆,慢推。
夜里的暴风雨只是他讲的故事,此刻阳光明媚,孩子们围坐在草地上听,固定镜头。
""",
    ),
    "silence": (
        """
Leave the video mute for its whole length, no music, no voices, no ambience
The track should be dead silent from start to finish while the astronaut drifts past the window
整段视频保持完全安静,不配乐、不配音,宇航员飘过舷窗。
""",
        """
Unlike a silent movie, this should be full of sound: market cries, bicycle bells, a radio
他按下电视的静音键,转身对着窗外大喊,街上喇叭声一片,中景。
""",
    ),
    "engine": (
        """
You can hear the V8 purring as the black car glides past the hotel, smooth slider shot
""",
        """
工作台上摆着拆开的发动机零件,老师傅默默擦拭,收音机轻声播放,特写。
""",
    ),
    "impact": (
        """
0-3s: the boxer circles. 3-5s: the punch lands with a hard smack and the crowd gasps.
A distant explosion booms across the valley and the birds scatter; she turns toward it
The tree cracks, tips and crashes to the earth with a noise that shakes the clearing. Wide shot
Meteor strikes the desert, thunderous blast, shock wave rolls toward the lens
麻袋重重落在木地板上,发出沉闷的一声“咚”,低角度固定镜头。
巨大な扉がドーンと音を立てて閉まり、埃が舞う。カメラはわずかに揺れる。
El martillo golpea el yunque con un estruendo seco, saltan chispas, primer plano, cámara lenta.
La statue bascule et s'écrase au sol dans un fracas énorme, poussière, plan large fixe.
Der Tresor kracht mit einem dumpfen Schlag auf den Asphalt, Staub wirbelt auf, tiefe Kamera.
""",
        """
The teacher's words had a great impact on her; she smiles at the window, quiet classroom
Business is booming at the flower stall, customers chat, paper rustles
""",
    ),
    "fog": (
        """
""",
        """
The mechanic points at the Smoke & Sons sign and laughs, sunny forecourt, sharp detail, slow zoom.
Wardrobe: smoky-eye make-up, silver earrings Light: clean beauty dish
Her eyes are misty with tears as she reads the letter, crisp sunlit room, camera inches closer.
雾已经散去,山谷清晰通透,阳光明媚,镜头缓缓平移。
他对这件事一头雾水,挠了挠头,明亮的办公室,中景,手持。
""",
    ),
}
