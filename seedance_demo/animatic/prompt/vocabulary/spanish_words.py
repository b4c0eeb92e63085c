"""Phrases for camera, light and sound in Spanish.

The camera is named, or its move is a noun of film.
"""

from ...plan import Framing, Look, Move, Sound, Transition, Weather
from .tables import Tables

TABLES = Tables(
    moves={
        Move.PUSH_IN: "camara .. entrando/avanzando, camara .. se acerca, camara .. avanza, "
        "camara .. acercandose, "
        "camara .. se dirige .. velocidad, camara .. entra/penetra, acercamiento cinematografico, "
        "acercamiento, travelling/dolly hacia adelante, travelling/dolly de avance, "
        "travelling/dolly .. in, acercar la camara",
        Move.PULL_OUT: "alejamiento lento/suave/gradual, alejamiento de la camara, "
        "camara .. se aleja, camara .. retrocede, camara .. se abre, "
        "camara .. alejandose, "
        "travelling/dolly hacia atras, alejamiento de camara, alejar la camara",
        Move.ZOOM_IN: "zoom lento/suave/gradual, zoom cinematografico, "
        "camara .. hace zoom en/sobre/a, "
        "zoom hacia adentro, "
        "zoom .. hacia el/la/los/su/sus, "
        "zoom lento a/al/sobre, zoom de acercamiento",
        Move.ZOOM_OUT: "zoom .. hacia afuera/atras/fuera, zoom de alejamiento",
        Move.PAN_LEFT: "paneo/panoramica/barrido .. a/hacia la izquierda, "
        "camara .. gira/panea/barre .. izquierda",
        Move.PAN_RIGHT: "paneo/panoramica/barrido .. a/hacia la derecha, "
        "camara .. gira/panea/barre .. derecha, paneo horizontal",
        Move.TILT_UP: "paneo/panoramica .. hacia arriba, camara .. hacia arriba, "
        "tilt/inclinacion .. hacia arriba, camara .. se inclina .. arriba",
        Move.TILT_DOWN: "paneo/panoramica .. hacia abajo, camara .. hacia abajo, "
        "tilt/inclinacion .. hacia abajo, camara .. se inclina .. abajo",
        Move.TRUCK_LEFT: "travelling .. a/hacia la izquierda, "
        "camara .. se desplaza/mueve .. izquierda",
        Move.TRUCK_RIGHT: "camara .. se desliza, travelling .. a/hacia la derecha, "
        "travelling lateral, "
        "camara .. se desplaza/mueve .. derecha/lados/lado/lateralmente, "
        "movimiento/desplazamiento/seguimiento lateral",
        Move.CRANE_UP: "camara .. sube/asciende, camara .. vuelve a subir, camara .. se eleva, "
        "grua ascendente",
        Move.CRANE_DOWN: "camara .. baja/desciende, grua descendente",
        Move.ORBIT_LEFT: "camara .. arco .. izquierda, arco suave/leve/lento .. izquierda",
        Move.ORBIT_RIGHT: "rotacion/giro/vuelta .. alrededor, rotacion/giro .. en torno, "
        "orbita lenta/suave/completa, orbita alrededor, camara .. da vueltas, "
        "camara .. da una vuelta, camara .. describe/hace/traza un arco, "
        "arco suave/leve/lento .. derecha, "
        "camara .. orbita/rodea, camara .. gira .. alrededor, plano orbital, "
        "movimiento orbital",
        Move.TRACK: "seguimos a, camara .. sigue, plano/toma/travelling/camara de seguimiento, "
        "camara .. acompana",
        Move.AERIAL: "dron/drone sobrevuela/sobrevolando/sobre/volando, vuelo de dron, "
        "toma/vista aerea, plano aereo, vista/plano/toma de dron, "
        "camara .. sobrevuela",
        Move.HANDHELD: "camara a mano, camara .. en mano, camara al hombro",
        Move.STATIC: "camara fija/estatica/inmovil, plano fijo/estatico, toma fija, "
        "camara .. permanece fija/quieta/inmovil, camara no se mueve, sin movimiento de camara",
        Move.WHIP_PAN_RIGHT: "barrido rapido",
        Move.RACK_FOCUS: "cambio de foco, transicion de foco",
    },
    framings={
        Framing.EXTREME_CLOSE_UP: "close up extremo, primer plano extremo, "
        "primerisimo primer plano, plano detalle, macro extremo, "
        "plano macro",
        Framing.CLOSE_UP: "primer plano, detalle $, plano cerrado, primeros planos",
        Framing.MEDIUM: "plano medio, plano americano",
        Framing.WIDE: "plano general, gran plano general, plano abierto",
    },
    paces={
        0.5: "muy lentamente, muy lento/lenta/despacio",
        0.7: "lentamente, lento/lenta, suavemente, despacio, poco a poco, camara lenta",
        1.5: "rapidamente, rapido/rapida, de golpe",
    },
    looks={
        Look.DAY: "plena luz del dia, de dia, mediodia, dia claro/soleado",
        Look.GOLDEN_HOUR: "hora dorada, luz .. dorada",
        Look.SUNSET: "atardecer, sol se pone, puesta de sol, crepusculo",
        Look.SUNRISE: "amanecer, salida del sol, luz de la manana",
        Look.NIGHT: "cielo estrellado, calle/ciudad/escena nocturna, "
        "ropa/crema/ave/pajaro/turno/vestido/guardia/camison/mesita/mesilla/lampara<de noche, "
        "por la noche, "
        "en la noche, noche $, noche lluviosa/estrellada/oscura/nevada, luz de la luna",
        Look.NEON: "neon, luces de neon, cyberpunk",
        Look.LOW_KEY: "en penumbra, luz tenue, iluminacion oscura, callejon oscuro, "
        "habitacion oscura, fondo oscuro",
        Look.SILHOUETTE: "en silueta, silueta negra, siluetas negras, silueta .. contra",
        Look.BLACK_AND_WHITE: "en blanco y negro, "
        "gato/gata/perro/perra/vaca/caballo/cebra/vestido/camisa/foto/suelo/oso<blanco y negro $",
        Look.VINTAGE: "estilo/aspecto vintage/retro, tono/tonos sepia, en sepia, pelicula antigua",
        Look.GRAIN: "grano de pelicula, grano cinematografico, grano realista, grano fino/sutil $",
        Look.WARM: "iluminacion .. calida, luz .. calida, luces .. calidas, calidas luces, "
        "calida luz, tonos/colores .. calidos",
        Look.COLD: "luz .. fria, iluminacion fria, tonos .. frios, hora azul",
        Look.BACKLIT: "contraluz",
        Look.OVERCAST: "cielo nublado/gris, dia nublado/gris",
        Look.BLOOM: "luz suave/difusa, onirico/onirica",
        Look.FOG: "con niebla, bajo/entre/en/con la niebla, niebla densa/espesa/suave/ligera, "
        "niebla $, "
        "neblina, bruma",
        Look.STORM: "tormenta !de, relampagos, tempestad",
        Look.FLICKER: "luz de velas, hoguera, fogata",
    },
    changes={
        (Look.DAY, Look.NIGHT): "del dia a la noche, de dia a noche, cae la noche, anochece, "
        "se hace de noche",
        (Look.NIGHT, Look.DAY): "de la noche al dia, de noche a dia",
    },
    weather={
        Weather.RAIN: "bajo la lluvia, lluvia fuerte/intensa/ligera/suave, lluvia cae, "
        "cae la lluvia, cae una lluvia, llueve, lloviendo, llover, "
        "llovizna, "
        "noche/tarde/calle/ciudad/dia lluviosa/lluvioso, aguacero",
        Weather.SNOW: "tormenta de nieve, nieva, nevar, nevando, cae la nieve, nieve cae, "
        "nieve cayendo, "
        "copos de nieve, "
        "nieve arrastrada, "
        "ventisca, bajo la nieve",
        Weather.DUST: "polvo flotando/flota, polvo en el aire, particulas de polvo, "
        "motas de polvo, "
        "tormenta de arena, nube de polvo",
        Weather.EMBERS: "brasas, chispas vuelan, luciernagas",
    },
    sounds={
        Sound.RAIN: "lluvia suave/ligera/lejana, bajo la lluvia, llueve, lloviendo, "
        "sonido de lluvia, sonido de la lluvia, "
        "lluvia fuerte/intensa/ligera/suave, aguacero",
        Sound.THUNDER: "trueno, truenos",
        Sound.WIND: "viento, brisa",
        Sound.WAVES: "olas, orilla del mar, playa, oceano",
        Sound.WATER: "rio, arroyo, cascada",
        Sound.FIRE: "hoguera, fogata, llamas",
        Sound.BIRDS: "pajaros, bosque",
        Sound.CRICKETS: "grillos",
        Sound.CITY: "trafico, ciudad, calle concurrida",
        Sound.CROWD: "multitud, aplausos",
        Sound.HEARTBEAT: "latidos",
        Sound.FOOTSTEPS: "pasos $, sonido de pasos",
        Sound.ENGINE: "zumbido/ruido .. del motor, motor .. ruge, motor ruge, rugido del motor, "
        "ruge el motor, "
        "sonido del motor",
        Sound.IMPACT: "estruendo, golpe seco, explosion !de, explota !hacia/en/por/de, "
        "estalla !hacia/en/por/de",
        Sound.BELL: "campanas",
    },
    ways={
        "de izquierda a derecha": "hacia la derecha",
        "de derecha a izquierda": "hacia la izquierda",
        "de abajo (?:hacia |a )?arriba": "hacia arriba",
        "de arriba (?:hacia |a )?abajo": "hacia abajo",
    },
    fades={
        Transition.FADE_IN: "fundido desde negro, fundido de entrada, "
        "abre/aparece desde negro, fade in",
        Transition.FADE_TO_BLACK: "corte a negro, corta a negro, termina en negro, "
        "fundido a negro, funde a negro",
    },
    silence="en completo silencio, silencio total, sin sonido, sin audio",
    one_take="una sola toma, plano secuencia, sin cortes, sin cortar, toma continua, toma unica",
    refused=r"sin|evit[ae]\w*|omit\w+|quita\w*|ni|no hay|nada de|tras|despues de",
)
