"""Phrases for camera, light and sound in Portuguese.

The camera is named, or its move is a noun of film.
"""

from ...plan import Framing, Look, Move, Sound, Transition, Weather
from .tables import Tables

TABLES = Tables(
    moves={
        Move.PUSH_IN: "travelling de aproximacao, camera/camara .. entrando/avancando, "
        "camera/camara .. se aproxima, camera/camara .. avanca, "
        "camera/camara .. aproxima, camera/camara .. move .. para frente, "
        "travelling/dolly para frente, dolly in, aproximacao lenta/suave/gradual, "
        "lenta/suave aproximacao, movimento .. de aproximacao",
        Move.PULL_OUT: "travelling de afastamento, camera/camara .. se afasta, "
        "camera/camara .. recua, "
        "camera/camara .. afasta, camera/camara .. se abre, travelling/dolly para tras, "
        "afastamento lento/suave/gradual, lento/suave afastamento, movimento .. de afastamento",
        Move.ZOOM_IN: "zoom lento/suave/gradual, camera/camara .. da zoom, zoom .. no/na/nos/nas, "
        "zoom de aproximacao, zoom lento, zoom suave, "
        "zoom lento em",
        Move.ZOOM_OUT: "zoom .. para tras/fora, zoom de afastamento",
        Move.PAN_LEFT: "camera/camara .. varre .. esquerda, panoramica .. para a esquerda, "
        "camera/camara .. gira/vira .. esquerda, "
        "pan para a esquerda",
        Move.PAN_RIGHT: "camera/camara .. varre .. direita, panoramica .. para a direita, "
        "camera/camara .. gira/vira .. direita, "
        "pan para a direita",
        Move.TILT_UP: "movimento/panoramica .. para cima, tilt para cima, "
        "camera/camara .. inclina .. para cima",
        Move.TILT_DOWN: "movimento/panoramica .. para baixo, tilt para baixo, "
        "camera/camara .. inclina .. para baixo",
        Move.TRUCK_LEFT: "travelling .. para a esquerda, camera/camara .. desliza/move .. esquerda",
        Move.TRUCK_RIGHT: "travelling .. para a direita, travelling lateral, "
        "camera/camara .. desliza/move .. direita, "
        "camera/camara .. move .. lado/lados/lateralmente, camera/camara .. desliza, "
        "movimento/deslocamento lateral",
        Move.CRANE_UP: "camera/camara .. sobe, camera/camara .. se eleva, grua ascendente",
        Move.CRANE_DOWN: "camera/camara .. desce, grua descendente",
        Move.ORBIT_LEFT: "camera/camara .. arco .. esquerda, arco suave/leve/lento .. esquerda",
        Move.ORBIT_RIGHT: "rotacao/giro/volta .. em volta/torno, "
        "rotacao/giro/volta .. ao redor, orbita lenta/suave/completa, orbita em torno, "
        "orbita ao redor, "
        "camera/camara .. faz/descreve um arco, "
        "arco suave/leve/lento .. direita, "
        "camera/camara .. orbita/contorna/circula, "
        "camera/camara .. gira .. em torno, camera/camara .. gira .. ao redor",
        Move.TRACK: "camera/camara .. segue/acompanha, plano/camera de acompanhamento, "
        "acompanhamento lateral, plano/tomada de seguimento",
        Move.AERIAL: "drone sobre/sobrevoando/sobrevoa, voo de drone, "
        "tomada/imagem/imagens de drone, tomada/vista/imagem aerea, plano aereo, "
        "vista/plano de drone, "
        "camera/camara .. sobrevoa",
        Move.HANDHELD: "camera/camara .. a mao, camera/camara de mao, "
        "camera/camara tremida/tremula, "
        "camera/camara na mao, camera/camara no ombro",
        Move.STATIC: "camera/camara fixa/estatica/parada, plano fixo/estatico, "
        "camera/camara .. permanece fixa/parada, sem movimento de camera/camara, "
        "camera/camara nao se move",
        Move.RACK_FOCUS: "mudanca de foco",
    },
    framings={
        Framing.EXTREME_CLOSE_UP: "close up extremo, plano detalhe, primeirissimo plano",
        Framing.CLOSE_UP: "primeiro plano, plano fechado, close rapido/lento/suave, "
        "close no/na/em/nos/nas/da/do/de",
        Framing.MEDIUM: "plano medio, plano americano",
        Framing.WIDE: "plano geral, plano aberto",
    },
    paces={
        0.5: "muito lentamente, muito lento/lenta/devagar",
        0.7: "lentamente, lento/lenta, suavemente, devagar, aos poucos, camera lenta",
        1.5: "rapidamente, rapido/rapida, de repente",
    },
    looks={
        Look.DAY: "luz do dia, de dia, meio dia",
        Look.GOLDEN_HOUR: "hora dourada, luz .. dourada",
        Look.SUNSET: "por do sol, entardecer, crepusculo",
        Look.SUNRISE: "amanhecer, alvorada, nascer do sol, luz da manha",
        Look.NIGHT: "a meia noite, vestido/guarda/turno/creme<de noite, durante a noite, "
        "noite chuvosa/estrelada/escura, noite $, luz da lua, ceu estrelado, "
        "rua/cidade/cena noturna",
        Look.NEON: "neon, luzes de neon, cyberpunk",
        Look.LOW_KEY: "na penumbra, luz fraca, iluminacao escura, beco escuro, quarto escuro, "
        "fundo escuro/preto",
        Look.SILHOUETTE: "em silhueta, silhueta negra/preta, silhueta .. contra",
        Look.BLACK_AND_WHITE: "em preto e branco, "
        "gato/gata/cachorro/vaca/cavalo/zebra/vestido/camisa/foto<preto e branco $",
        Look.VINTAGE: "estilo/visual vintage/retro, tom/tons sepia, em sepia, filme antigo",
        Look.GRAIN: "granulacao de filme, grao de filme",
        Look.WARM: "iluminacao quente, luzes quentes, luz .. quente, tons .. quentes, "
        "cores quentes",
        Look.COLD: "luz .. fria, iluminacao fria, tons .. frios, hora azul",
        Look.BACKLIT: "contraluz",
        Look.OVERCAST: "ceu nublado/cinzento, dia nublado/cinzento",
        Look.BLOOM: "luz suave/difusa, onirico/onirica",
        Look.FOG: "nevoeiro, neblina, nevoa, bruma",
        Look.STORM: "tempestade !de",
        Look.FLICKER: "luz de velas, fogueira",
    },
    changes={
        (Look.DAY, Look.NIGHT): "do dia para a noite, do dia a noite, de dia para noite, "
        "a noite cai, cai a noite, anoitece",
        (Look.NIGHT, Look.DAY): "da noite para o dia, de noite para dia",
    },
    weather={
        Weather.RAIN: "sob a chuva, na chuva, pela chuva, sob chuva, "
        "chuva forte/intensa/leve/fina, chuva cai, cai a/uma chuva, chove, chover, chovendo, "
        "garoa, "
        "noite/tarde/rua/cidade/dia chuvosa/chuvoso",
        Weather.SNOW: "tempestade de neve, neva, nevar, nevando, neve cai, cai a neve, "
        "neve caindo, "
        "flocos de neve, "
        "nevasca, sob a neve",
        Weather.DUST: "poeira flutuando/flutua, poeira no ar, particulas de poeira, "
        "tempestade de areia, nuvem de poeira",
        Weather.EMBERS: "brasas, vagalumes",
    },
    sounds={
        Sound.RAIN: "sob a chuva, na chuva, chove, chovendo, som de/da chuva, "
        "chuva forte/intensa/leve/fina",
        Sound.THUNDER: "trovao, trovoes",
        Sound.WIND: "vento, brisa",
        Sound.WAVES: "ondas, beira mar, praia, oceano",
        Sound.WATER: "rio $, riacho, cachoeira",
        Sound.FIRE: "fogueira, chamas",
        Sound.BIRDS: "passaros, verde<floresta",
        Sound.CRICKETS: "grilos",
        Sound.CITY: "transito, cidade",
        Sound.CROWD: "multidao, aplausos",
        Sound.HEARTBEAT: "batimentos",
        Sound.FOOTSTEPS: "passos $, som de passos",
        Sound.ENGINE: "motor .. ronca/ruge, motor ronca, ronco do motor, som do motor, "
        "ronco/rugido/barulho .. do motor",
        Sound.IMPACT: "estrondo, baque, explosao !de, explode !para/em/de",
        Sound.BELL: "sinos",
    },
    ways={
        "da esquerda para a direita": "para a direita",
        "da direita para a esquerda": "para a esquerda",
        "de baixo para cima": "para cima",
        "de cima para baixo": "para baixo",
    },
    fades={
        Transition.FADE_IN: "fade in, fade a partir do preto, surge do preto, abre do preto",
        Transition.FADE_TO_BLACK: "corte para preto, corta para o preto, fade para preto, "
        "escurece ate o preto",
    },
    silence="em completo silencio, silencio total, sem som, sem audio",
    one_take="plano sequencia, sem cortes, tomada unica, uma unica tomada, plano continuo",
    refused=r"sem|evit[ae]\w*|omit\w+|nem|nao ha|apos|depois de|depois da",
)
