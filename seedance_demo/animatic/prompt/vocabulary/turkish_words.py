"""Phrases for camera, light and sound in Turkish.

The verb closes its clause; the camera is named before it.
"""

from ...plan import Framing, Look, Move, Sound, Transition, Weather
from .tables import Tables

TABLES = Tables(
    moves={
        Move.PUSH_IN: "kamera .. yaklas*, kamera .. ilerle*, kamera .. yakinlas*, "
        "ileri kaydirma, push in",
        Move.PULL_OUT: "kamera .. uzaklas*, kamera .. geri cekil*, geri kaydirma",
        Move.ZOOM_IN: "yakinlastirma, zoom yap*, kamera .. zoom",
        Move.PAN_LEFT: "sola pan, kamera .. sola don*",
        Move.PAN_RIGHT: "saga pan, kamera .. saga don*, kamera .. pan yap*",
        Move.TRUCK_LEFT: "kamera .. sola kay*",
        Move.TRUCK_RIGHT: "kamera .. saga kay*",
        Move.CRANE_UP: "kamera .. yuksel*",
        Move.CRANE_DOWN: "kamera .. alcal*",
        Move.ORBIT_RIGHT: "kamera .. etrafinda don*, kamera .. cevresinde don*",
        Move.TRACK: "kamera .. takip, takip cekimi, takip plani",
        Move.AERIAL: "hava cekimi, drone cekimi, havadan cekim",
        Move.HANDHELD: "el kamerasi, elde tutulan kamera",
        Move.STATIC: "sabit kamera, kamera sabit, kamera hareketsiz, sabit cekim",
    },
    framings={
        Framing.EXTREME_CLOSE_UP: "asiri yakin cekim, ekstrem yakin cekim, makro cekim",
        Framing.CLOSE_UP: "yakin cekim, yakin plan",
        Framing.MEDIUM: "orta cekim, orta plan, bel plan",
        Framing.WIDE: "genis cekim, genis plan, genel plan, uzak cekim",
    },
    paces={
        0.5: "cok yavas, cok yavasca",
        0.7: "yavasca, yavas, yavas yavas, agir cekim",
        1.5: "hizla, hizli, hizlica, aniden",
    },
    looks={
        Look.DAY: "gun isigi, ogle vakti",
        Look.GOLDEN_HOUR: "altin saat",
        Look.SUNSET: "gun batimi, alacakaranlik, aksam isigi",
        Look.SUNRISE: "gun dogumu, safak, sabah isigi",
        Look.NIGHT: "gece $, gece vakti, geceleyin, gece sokagi, ay isigi, yildizli gokyuzu",
        Look.NEON: "neon, siberpunk",
        Look.LOW_KEY: "los isik, karanlik oda, karanlik sokak",
        Look.SILHOUETTE: "siluet halinde, siyah siluet",
        Look.BLACK_AND_WHITE: "siyah beyaz film, siyah beyaz goruntu",
        Look.VINTAGE: "retro tarz, vintage tarz, sepya",
        Look.WARM: "sicak isik, sicak tonlar",
        Look.COLD: "soguk isik, soguk tonlar",
        Look.BACKLIT: "ters isik, arkadan isik",
        Look.BLOOM: "yumusak isik",
        Look.FOG: "sis $, sisli, yogun sis",
        Look.STORM: "firtina",
        Look.FLICKER: "mum isigi, kamp atesi",
    },
    changes={(Look.DAY, Look.NIGHT): "gece coker, hava kararir"},
    weather={
        Weather.RAIN: "yagmur yag*, yagmur altinda, yagmurda, saganak",
        Weather.SNOW: "kar yag*, kar taneleri, kar firtinasi",
        Weather.DUST: "toz bulutu, toz parcaciklari",
        Weather.EMBERS: "kivilcimlar ucus*, atesbocekleri",
    },
    sounds={
        Sound.RAIN: "yagmur yag*, yagmur sesi, yagmur altinda, yagmurda, saganak",
        Sound.THUNDER: "gok gurultusu",
        Sound.WIND: "ruzgar*",
        Sound.WAVES: "dalga sesi, dalgalar, sahil",
        Sound.BIRDS: "kus sesleri, kuslar",
        Sound.CRICKETS: "agustos bocekleri, cirkir bocekleri",
        Sound.CITY: "trafik, sehir gurultusu",
        Sound.CROWD: "kalabalik, alkis",
        Sound.FOOTSTEPS: "ayak sesleri",
        Sound.ENGINE: "motor sesi",
        Sound.IMPACT: "patlama sesi",
    },
    ways={"soldan saga": "saga", "sagdan sola": "sola"},
    fades={Transition.FADE_TO_BLACK: "kararma $, siyaha karar*"},
    silence="sessiz video, hic ses yok, tamamen sessiz",
    one_take="tek cekim, tek plan, kesintisiz cekim, kesme yok",
    refused=r"yok|olmadan|olmasin|degil|icermez",
    refused_behind=True,
)
