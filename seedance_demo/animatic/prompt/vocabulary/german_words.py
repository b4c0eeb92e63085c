"""Phrases for camera, light and sound in German.

The verb may stand far behind its camera, and its particle last of all.
"""

from ...plan import Framing, Look, Move, Sound, Transition, Weather
from .tables import Tables

TABLES = Tables(
    moves={
        Move.PUSH_IN: "kamerafahrt .. nach vorne, kamera ruckt .. naher/heran, "
        "kamerafahrt .. heran/vorwarts, kamerafahrt .. nach vorn, "
        "kamera fahrt/bewegt/gleitet/schiebt .. heran/naher/vorwarts, "
        "kamera fahrt/bewegt/gleitet .. nach vorn, kamera fahrt/bewegt/gleitet .. auf .. .. zu, "
        "kamera nahert sich, kamera fahrt .. hinein",
        Move.PULL_OUT: "ruckwartsfahrt, kamera fahrt/bewegt/gleitet .. zuruck/weg, "
        "kamera entfernt sich, "
        "kamera zieht .. zuruck, ruckfahrt",
        Move.ZOOM_IN: "langsamer/sanfter zoom, zoom auf/in, heranzoomen, zoomt .. heran, "
        "kamera zoomt .. hinein, "
        "kamera zoomt .. auf, langsamer zoom auf",
        Move.ZOOM_OUT: "herauszoomen, zoomt .. heraus, zoomt .. zuruck",
        Move.PAN_LEFT: "schwenk nach links, linksschwenk, kamera schwenkt .. links",
        Move.PAN_RIGHT: "schwenk nach rechts, rechtsschwenk, kamera schwenkt .. rechts, "
        "kameraschwenk",
        Move.TILT_UP: "schwenk nach oben, kamera schwenkt/neigt/kippt .. nach oben",
        Move.TILT_DOWN: "schwenk nach unten, kamera schwenkt/neigt/kippt .. nach unten",
        Move.TRUCK_LEFT: "seitliche kamerafahrt nach links, "
        "kamera fahrt/gleitet/bewegt .. nach links, kamerafahrt nach links",
        Move.TRUCK_RIGHT: "kamera fahrt/gleitet/bewegt .. seitlich/seitwarts/entlang, "
        "kamera fahrt/gleitet/bewegt .. nach rechts, kamerafahrt nach rechts, "
        "seitliche kamerafahrt",
        Move.CRANE_UP: "kamera steigt, kamera hebt sich, kamera fahrt/bewegt .. nach oben, "
        "kranfahrt nach oben, kranfahrt",
        Move.CRANE_DOWN: "kamera sinkt, kamera senkt sich, kamera fahrt/bewegt .. nach unten, "
        "kranfahrt nach unten",
        Move.ORBIT_RIGHT: "drehung um, umrundung, fahrt .. um .. herum, kamera umkreist, "
        "kamera kreist .. um, kamera dreht sich um, "
        "kamera fahrt .. um .. herum, kreisfahrt",
        Move.TRACK: "kamera folgt, kamera begleitet, verfolgerkamera, kamera verfolgt, "
        "verfolgungsfahrt, parallelfahrt, kamerafahrt $, folge ihm/ihr/ihnen",
        Move.AERIAL: "drohne uber, drohne fliegt/schwebt/gleitet, luftaufnahme, "
        "drohnenaufnahme, drohnenflug, "
        "kamera fliegt",
        Move.HANDHELD: "handkamera, handgefuhrt*, verwackelte kamera, kamera aus der hand",
        Move.STATIC: "kamera steht still/fest, unbewegte kamera, "
        "statische/feste/starre/ruhende kamera, statische einstellung, "
        "kamera bleibt .. stehen/statisch/fest/ruhig/unbewegt, kamera bewegt sich nicht, "
        "ohne kamerabewegung, keine kamerabewegung, stativ",
        Move.WHIP_PAN_LEFT: "reissschwenk nach links",
        Move.WHIP_PAN_RIGHT: "reissschwenk",
        Move.RACK_FOCUS: "scharfenverlagerung, fokuswechsel",
    },
    framings={
        Framing.EXTREME_CLOSE_UP: "extreme nahaufnahme, detailaufnahme, makroaufnahme",
        Framing.CLOSE_UP: "nahaufnahme, grossaufnahme",
        Framing.MEDIUM: "halbtotale, halbnahe, amerikanische einstellung",
        Framing.WIDE: "totale $, als/einer totale, totale von/der/des, weite einstellung",
    },
    paces={
        0.5: "sehr langsam, sehr langsame/langsamer, ganz langsam",
        0.7: "langsam, langsame/langsamer/langsames, sanft, behutsam, zeitlupe",
        1.5: "schnell, schnelle/schneller, rasch, plotzlich",
    },
    looks={
        Look.DAY: "am tag, tageslicht, mittags, am mittag",
        Look.GOLDEN_HOUR: "goldene stunde, goldenes licht, goldener/goldenen stunde, "
        "goldenem licht",
        Look.SUNSET: "sonnenuntergang, abenddammerung, abendrot, dammerung",
        Look.SUNRISE: "sonnenaufgang, morgengrauen, morgenlicht, morgendammerung",
        Look.NIGHT: "nachtlicht, nachthimmel, nachtszene, nachtaufnahme, "
        "sternenklare/sternenklarer nacht, letzte/vergangene<nacht $, bei nacht, "
        "in der nacht, nachts, mitternacht, "
        "mondlicht, sternenhimmel, "
        "nachtliche/nachtlichen/nachtlicher strasse/stadt/gasse/szene, regnerische nacht",
        Look.NEON: "neonlicht, neonlichter, neon, cyberpunk",
        Look.LOW_KEY: "im halbdunkel, schummriges licht, schwaches licht, "
        "dunkle/dunklen/dunkler/dunkles gasse/zimmer/raum/flur/keller/hintergrund, "
        "gedampftes licht",
        Look.SILHOUETTE: "als silhouette, als schwarze silhouette, schwarze silhouette, "
        "im scherenschnitt",
        Look.BLACK_AND_WHITE: "in schwarzweiss, schwarzweiss $, in schwarz weiss, "
        "schwarz weiss $, schwarzweissfilm",
        Look.VINTAGE: "vintage look/stil, retro look/stil, sepia $, sepiaton, alter film",
        Look.GRAIN: "filmkorn",
        Look.WARM: "beleuchtung/licht ist warm, warmes abendlicht/morgenlicht, warmes licht, "
        "warmem licht, warme beleuchtung, "
        "warmer beleuchtung, "
        "warme/warmer farben/tone/farbkorrektur/farbgebung",
        Look.COLD: "kaltes licht, kaltem licht, kalte beleuchtung, kalte farben, blaue stunde",
        Look.BACKLIT: "gegenlicht",
        Look.OVERCAST: "bedeckter/bedecktem/grauer/grauem himmel, bewolkt",
        Look.BLOOM: "weiches licht, weichem licht, sanftes licht, traumerisch*",
        Look.FOG: "mit nebel, im nebel, dichter/leichter/feiner nebel, "
        "nebel liegt/zieht/hangt/wabert, "
        "nebel $, dunst",
        Look.STORM: "sturm, gewitter, unwetter",
        Look.FLICKER: "kerzenlicht, lagerfeuer, "
        "flackernde/flackerndes/flackernder/flackerndem neonrohre/licht/lampe/lampen/rohre",
    },
    changes={
        (Look.DAY, Look.NIGHT): "von tag zu nacht, vom tag zur nacht, tag wird zur/zu nacht, "
        "nacht bricht .. herein/an, es wird nacht",
        (Look.NIGHT, Look.DAY): "von der nacht zum tag, von nacht zu tag",
    },
    weather={
        Weather.RAIN: "im stromenden/starken/leichten/dichten/peitschenden regen, im regen, "
        "durch den regen, starker/leichter/stromender/heftiger regen, "
        "regen fallt/prasselt/stromt/peitscht, regnet es, es regnet, zu regnen, regen $, "
        "nieselregen, "
        "regnerische/regnerischer nacht/tag/strasse/stadt",
        Weather.SNOW: "es schneit, schneit es, zu schneien, schnee fallt, schneefall, "
        "schneeflocken, "
        "schneesturm, fallender schnee, fallendem schnee",
        Weather.DUST: "staub schwebt/tanzt/flimmert, staub in der luft, staubpartikel, sandsturm, "
        "staubwolke",
        Weather.EMBERS: "glut, gluhende/gluhenden funken, gluhwurmchen, funken fliegen, funkenflug",
    },
    sounds={
        Sound.RAIN: "im stromenden/starken/leichten/dichten/peitschenden regen, im regen, "
        "es regnet, regnet es, regengerausche, "
        "regen fallt/prasselt/stromt/peitscht, starker/leichter/stromender/heftiger regen",
        Sound.THUNDER: "donner, gewitter",
        Sound.WIND: "wind, sturm, brise",
        Sound.WAVES: "wellen, meer, meeresrauschen, strand, ozean",
        Sound.WATER: "fluss, bach, wasserfall",
        Sound.FIRE: "lagerfeuer, kaminfeuer, flammen",
        Sound.BIRDS: "vogel, vogelgezwitscher, zwitschernd*, wald",
        Sound.CRICKETS: "grillen zirpen, zirpende grillen",
        Sound.CITY: "verkehr, stadt, strassenlarm",
        Sound.CROWD: "menschenmenge, applaus, publikum",
        Sound.HEARTBEAT: "herzschlag",
        Sound.FOOTSTEPS: "schritte $, schritte hallen",
        Sound.ENGINE: "motor .. heult/brullt/drohnt/brummt, motor heult, motor brullt, "
        "motorengerausch, motorengerausche, motor drohnt",
        Sound.IMPACT: "dumpfer/dumpfen schlag, explosion $, explosion erschuttert, explodiert, "
        "knall",
        Sound.BELL: "glocken",
    },
    ways={
        "von links nach rechts": "nach rechts",
        "von rechts nach links": "nach links",
        "von unten nach oben": "nach oben",
        "von oben nach unten": "nach unten",
    },
    fades={
        Transition.FADE_IN: "aufblende, blendet .. auf, aus dem schwarz, blendet aus schwarz",
        Transition.FADE_TO_BLACK: "blende ins schwarze, blendet ins schwarze, abblende, "
        "blendet ins schwarz, schwarzblende",
    },
    silence="vollige stille, ohne ton, kein ton, stumm $",
    one_take="ohne schnitt, ohne schnitte, keine schnitte, plansequenz, in einer einstellung, "
    "one take",
    refused=r"ohne|vermeide\w*|kein|keine|keinen|weder|nie|nach dem|nach",
)
