"""Phrases for camera, light and sound in Italian.

The camera is named, or its move is a noun of film.
"""

from ...plan import Framing, Look, Move, Sound, Transition, Weather
from .tables import Tables

TABLES = Tables(
    moves={
        Move.PUSH_IN: "camera/telecamera/macchina/cinepresa .. si avvicina, "
        "camera/telecamera/macchina .. avvicinandosi, camera/telecamera/macchina .. avanza, "
        "camera/telecamera/macchina .. si spinge, avvicinamento lento/graduale, "
        "carrellata in avanti, carrello in avanti",
        Move.PULL_OUT: "camera/telecamera/macchina/cinepresa .. si allontana, "
        "camera/telecamera/macchina .. arretra, camera/telecamera/macchina .. indietreggia, "
        "allontanamento lento/graduale, carrellata all'indietro, carrello indietro",
        Move.ZOOM_IN: "zoom lento/graduale/in, zoom in avanti, lenta zoomata, "
        "camera/telecamera .. zooma",
        Move.ZOOM_OUT: "zoom indietro, zoom all'indietro, zoom out",
        Move.PAN_LEFT: "panoramica .. a/verso sinistra, camera/telecamera .. ruota .. sinistra",
        Move.PAN_RIGHT: "panoramica .. a/verso destra, camera/telecamera .. ruota .. destra, "
        "panoramica orizzontale/lenta",
        Move.TILT_UP: "panoramica .. verso l'alto, camera/telecamera .. si inclina .. alto, "
        "panoramica verticale",
        Move.TILT_DOWN: "panoramica .. verso il basso, camera/telecamera .. si inclina .. basso",
        Move.TRUCK_LEFT: "carrellata .. a/verso sinistra, "
        "camera/telecamera .. si muove/sposta .. sinistra",
        Move.TRUCK_RIGHT: "carrellata laterale, carrellata .. a/verso destra, "
        "camera/telecamera .. si muove/sposta .. destra, camera/telecamera .. scivola/scorre",
        Move.CRANE_UP: "camera/telecamera/macchina .. sale, camera/telecamera .. si alza/solleva",
        Move.CRANE_DOWN: "camera/telecamera/macchina .. scende, camera/telecamera .. si abbassa",
        Move.ORBIT_RIGHT: "rotazione/giro .. intorno/attorno, "
        "camera/telecamera/macchina .. ruota/gira intorno/attorno, "
        "camera/telecamera .. orbita, movimento orbitale/circolare, camera/telecamera circolare",
        Move.TRACK: "camera/telecamera/macchina .. segue, camera/telecamera .. insegue, "
        "camera/telecamera .. accompagna, telecamera segue, segue da dietro, "
        "inquadratura di inseguimento",
        Move.AERIAL: "drone sopra/sorvola/che sorvola, volo di drone, ripresa aerea, "
        "vista aerea, ripresa con drone, riprese aeree, "
        "camera/telecamera .. sorvola",
        Move.HANDHELD: "camera a mano, telecamera a mano, macchina a mano, ripresa a mano, "
        "camera a spalla, a mano $",
        Move.STATIC: "camera/telecamera/inquadratura/macchina fissa/statica/immobile, "
        "camera/telecamera .. resta/rimane ferma/fissa, camera fissa, ripresa fissa",
        Move.RACK_FOCUS: "cambio di fuoco",
    },
    framings={
        Framing.EXTREME_CLOSE_UP: "primissimo piano, macro, dettaglio macro, inquadratura macro",
        Framing.CLOSE_UP: "primo piano, primi piani, piano ravvicinato",
        Framing.MEDIUM_CLOSE_UP: "mezzo primo piano",
        Framing.MEDIUM: "mezza figura, piano medio, piano americano, mezzo busto",
        Framing.WIDE: "campo lungo, campo lunghissimo, campo totale, piano ampio, totale, "
        "inquadratura ampia, campo largo",
    },
    paces={
        0.5: "molto lentamente, lentissimamente, molto lento/lenta",
        0.7: "lentamente, lento/lenta, dolcemente, piano piano, gradualmente, al rallentatore",
        1.5: "rapidamente, veloce, velocemente, rapido/rapida, di scatto",
    },
    looks={
        Look.DAY: "in pieno giorno, mezzogiorno, luce del giorno, luce diurna",
        Look.GOLDEN_HOUR: "ora d'oro, luce .. dorata",
        Look.SUNSET: "tramonto, crepuscolo, luce serale",
        Look.SUNRISE: "alba, luce del mattino, sorgere del sole",
        Look.NIGHT: "camicia/crema/turno/uccello<di notte, nella notte, notte $, "
        "notte piovosa/stellata/buia, chiaro di luna, cielo stellato, citta/strada notturna",
        Look.NEON: "neon, luci al neon, cyberpunk",
        Look.LOW_KEY: "in penombra, luce fioca, stanza/vicolo/corridoio/sfondo buia/buio/scuro, "
        "atmosfera cupa, al buio",
        Look.SILHOUETTE: "in silhouette, in controluce come sagoma, sagoma nera, sagome nere",
        Look.BLACK_AND_WHITE: "gatto/cane/cavallo/zebra/vestito/camicia/foto<bianco e nero $, "
        "in bianco e nero, film in bianco e nero",
        Look.VINTAGE: "stile/look/aspetto vintage/retro, in seppia, tono/toni seppia, "
        "vecchio film, vecchia pellicola",
        Look.GRAIN: "grana della/di pellicola, grana cinematografica",
        Look.WARM: "luce .. calda, luci calde, illuminazione .. calda, toni .. caldi",
        Look.COLD: "luce .. fredda, illuminazione .. fredda, toni .. freddi, ora blu",
        Look.BACKLIT: "controluce",
        Look.OVERCAST: "cielo coperto/grigio/nuvoloso",
        Look.BLOOM: "luce morbida/diffusa/soffusa, illuminazione .. soffusa, onirico/onirica",
        Look.FOG: "nella nebbia, nebbia fitta/densa/leggera/bassa, nebbia $, foschia",
        Look.STORM: "tempesta !di, temporale",
        Look.FLICKER: "a lume di candela, candele, falo, fuoco da campo",
    },
    changes={
        (Look.DAY, Look.NIGHT): "dal giorno alla notte, scende la notte, cala la notte",
        (Look.NIGHT, Look.DAY): "dalla notte al giorno, si fa giorno",
    },
    weather={
        Weather.RAIN: "sotto la pioggia, pioggia battente/forte/leggera/fitta, cade la pioggia, "
        "pioggia cade, piove, piovere, pioggerella, acquazzone, "
        "notte/strada/giorno piovosa/piovoso",
        Weather.SNOW: "nevica, nevicare, cade la neve, neve cade, neve che cade, fiocchi di neve, "
        "tempesta di neve, sotto la neve, bufera di neve",
        Weather.DUST: "polvere nell'aria, particelle di polvere, nuvola di polvere, "
        "tempesta di sabbia",
        Weather.EMBERS: "braci, scintille volano, lucciole",
    },
    sounds={
        Sound.RAIN: "sotto la pioggia, piove, rumore/suono della pioggia, "
        "pioggia battente/forte/leggera/fitta, acquazzone",
        Sound.THUNDER: "tuono, tuoni",
        Sound.WIND: "vento, brezza",
        Sound.WAVES: "onde, spiaggia, riva del mare, oceano",
        Sound.WATER: "fiume, ruscello, cascata",
        Sound.FIRE: "falo, fiamme, fuoco scoppietta",
        Sound.BIRDS: "uccelli, foresta, bosco",
        Sound.CRICKETS: "grilli, cicale",
        Sound.CITY: "traffico, rumori della citta, strada affollata",
        Sound.CROWD: "folla, applausi",
        Sound.HEARTBEAT: "battito del cuore",
        Sound.FOOTSTEPS: "passi $, rumore di passi",
        Sound.ENGINE: "motore .. ruggisce/romba, rombo del motore, rumore del motore",
        Sound.IMPACT: "boato, schianto, tonfo, esplosione !di, esplode !di",
        Sound.BELL: "campane",
    },
    ways={
        "da sinistra (?:a|verso) destra": "verso destra",
        "da destra (?:a|verso) sinistra": "verso sinistra",
        "dal basso (?:verso l'|all'|in )alto": "verso l'alto",
        "dall'alto (?:verso il |al |in )basso": "verso il basso",
    },
    fades={
        Transition.FADE_IN: "dissolvenza in apertura, dissolvenza dal nero",
        Transition.FADE_TO_BLACK: "stacco a nero, stacco al nero, dissolvenza a nero, "
        "dissolvenza al nero, dissolvenza in nero, "
        "sfuma a nero",
    },
    silence="in completo silenzio, silenzio totale, senza suono, senza audio, nessun suono",
    one_take="piano sequenza, pianosequenza, unica ripresa, senza tagli, senza stacchi, "
    "ripresa continua",
    refused=r"senza|evita\w*|togli\w*|ne|niente|nessun[ao']?|dopo|dopo la|non c'e",
)
