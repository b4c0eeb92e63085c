"""Phrases for camera, light and sound in French.

The camera is named, or its move is a noun of film.
"""

from ...plan import Framing, Look, Move, Sound, Transition, Weather
from .tables import Tables

TABLES = Tables(
    moves={
        Move.PUSH_IN: "camera .. s'avance, camera .. pousse, mouvement .. avant, "
        "camera .. s'approche, camera .. se rapproche, camera .. avance, "
        "travelling avant, camera .. passe .. en gros plan, camera .. zoome vers, "
        "rapprochement de la camera, camera .. avancee, avancee douce/lente/progressive, "
        "lente/douce avancee, mouvement .. d'approche",
        Move.PULL_OUT: "camera .. prend du recul, mouvement .. arriere, camera .. recule, "
        "camera .. s'eloigne, travelling arriere, "
        "recul lent/doux/progressif, lent/leger recul, mouvement .. de recul",
        Move.ZOOM_IN: "zoom lent/doux/progressif, zoom avant, zoom .. sur, camera .. zoome",
        Move.ZOOM_OUT: "zoom arriere, camera .. dezoome, dezoom",
        Move.PAN_LEFT: "panoramique .. vers la gauche, panoramique .. a gauche, "
        "camera .. pivote/balaie/tourne .. gauche",
        Move.PAN_RIGHT: "panoramique .. vers la droite, panoramique .. a droite, "
        "camera .. pivote/balaie/tourne .. droite, panoramique horizontal",
        Move.TILT_UP: "panoramique .. vers le haut, camera .. bascule/s'incline .. haut",
        Move.TILT_DOWN: "panoramique .. vers le bas, camera .. bascule/s'incline .. bas",
        Move.TRUCK_LEFT: "travelling/deplacement/glissement .. vers la gauche, "
        "camera .. glisse/deplace .. gauche",
        Move.TRUCK_RIGHT: "camera .. glisse .. lateralement, camera .. glisse .. long, "
        "travelling/deplacement/glissement .. vers la droite, "
        "travelling/deplacement/mouvement/glissement lateral, "
        "camera .. glisse/deplace .. droite",
        Move.CRANE_UP: "plan/mouvement de grue, grue ascendante, camera .. monte, "
        "camera .. s'eleve, mouvement de grue",
        Move.CRANE_DOWN: "grue .. descendant/descendante, camera .. plonge, camera .. descend",
        Move.ORBIT_LEFT: "camera .. arc .. gauche, arc doux/leger/lent/large .. vers la gauche",
        Move.ORBIT_RIGHT: "rotation/tour .. autour, mouvement orbital/circulaire, "
        "orbite autour, camera .. decrit .. arc, "
        "arc doux/leger/lent/large .. vers la droite, "
        "camera .. tourne .. autour, camera .. orbite, camera .. contourne, "
        "travelling circulaire",
        Move.TRACK: "camera .. accompagne, on suit, nous suivons, camera .. suit, "
        "travelling d'accompagnement, plan de suivi, camera de suivi, "
        "suivi lateral, "
        "travelling .. continu",
        Move.AERIAL: "drone au-dessus/survolant/survole, vol de drone, survol, vue aerienne, "
        "plan aerien, travelling aerien, vue/plan de drone, "
        "camera .. survole",
        Move.HANDHELD: "camera a la main, camera a l'epaule, camera portee, camera au poing",
        Move.STATIC: "camera fixe/statique/immobile, plan/cadre/cadrage .. fixe, "
        "cadre .. stable, camera .. reste fixe/immobile, "
        "camera ne bouge pas, sans mouvement de camera",
        Move.WHIP_PAN_LEFT: "panoramique file .. vers la gauche",
        Move.WHIP_PAN_RIGHT: "panoramique file, panoramique file .. vers la droite",
        Move.RACK_FOCUS: "changement de mise au point, bascule de point",
    },
    framings={
        Framing.EXTREME_CLOSE_UP: "tres gros plan, plan macro, insert",
        Framing.CLOSE_UP: "gros plan, plan serre",
        Framing.MEDIUM_CLOSE_UP: "plan rapproche, plan poitrine",
        Framing.MEDIUM: "plan moyen, plan americain, plan taille",
        Framing.WIDE: "plan large, plan general, plan d'ensemble",
    },
    paces={
        0.5: "tres lentement, tres lent/lente",
        0.7: "lentement, lent/lente, doucement, ralenti",
        1.5: "rapidement, rapide, brusquement",
    },
    looks={
        Look.DAY: "en plein jour, plein soleil, midi",
        Look.GOLDEN_HOUR: "heure doree, lumiere .. doree, jour dore",
        Look.SUNSET: "coucher de/du soleil, crepuscule, soleil du soir, bleu/lumiere du soir",
        Look.SUNRISE: "lever de/du soleil, aube, lumiere du matin",
        Look.NIGHT: "table/lampe/boite/oiseau/chemise/garde/gardien/creme<de nuit, en pleine nuit, "
        "dans la nuit, la nuit $, nuit $, nuit pluvieuse/etoilee/noire, clair de lune, "
        "ciel etoile, rue/ville/scene nocturne",
        Look.NEON: "neon, neons, cyberpunk",
        Look.LOW_KEY: "dans la penombre, lumiere tamisee, faible lumiere, "
        "ruelle/piece/salle/fond sombre, fond noir, ambiance/eclairage sombre",
        Look.SILHOUETTE: "en silhouette, silhouette noire, silhouettes noires, en ombre chinoise",
        Look.BLACK_AND_WHITE: "en noir et blanc, image/images/film noir et blanc, "
        "chat/chien/vache/cheval/zebre/robe/chemise/photo/carrelage<noir et blanc $",
        Look.VINTAGE: "style/look/aspect vintage/retro, sepia $, vieux film",
        Look.GRAIN: "grain de pellicule, grain argentique, grain fin $",
        Look.WARM: "eclairage .. chaud/chaude/chaleureux, lumiere .. chaude, lampe .. chaud, "
        "tons .. chauds",
        Look.COLD: "lumiere .. froide, eclairage froid, tons .. froids, heure bleue",
        Look.BACKLIT: "contre jour",
        Look.OVERCAST: "ciel couvert/gris, temps couvert/gris",
        Look.BLOOM: "lumiere douce/diffuse, onirique",
        Look.FOG: "de brouillard, dans le/la brouillard/brume, brouillard epais, "
        "brume legere/epaisse/matinale, brouillard $, brume $",
        Look.STORM: "orage, tempete !de",
        Look.FLICKER: "aux chandelles, bougie, bougies, feu de camp",
    },
    changes={
        (Look.DAY, Look.NIGHT): "du jour a la nuit, de jour a nuit, la nuit tombe, "
        "tombee de la nuit",
        (Look.NIGHT, Look.DAY): "de la nuit au jour, le jour se leve",
    },
    weather={
        Weather.RAIN: "sous .. pluie, forte pluie, sous la pluie, "
        "pluie battante/fine/forte/torrentielle, pluie tombe, "
        "il pleut, pleuvoir, averse, bruine, nuit/rue/ville/jour pluvieuse/pluvieux",
        Weather.SNOW: "il neige, neiger, neige tombe, flocons, tempete de neige, sous la neige, "
        "chute de neige",
        Weather.DUST: "poussieres .. flottent/volent, poussiere flotte/flottant/dansant, "
        "poussiere dans l'air, "
        "particules de poussiere, poussiere en suspension, "
        "tempete de sable, nuage de poussiere",
        Weather.EMBERS: "braises, lucioles, etincelles volent",
    },
    sounds={
        Sound.RAIN: "pluie douce/legere/lointaine, pluie sur, sous .. pluie, forte pluie, "
        "sous la pluie, il pleut, bruit de la pluie, "
        "bruit de pluie, "
        "pluie battante/fine/forte/torrentielle, averse",
        Sound.THUNDER: "tonnerre, orage",
        Sound.WIND: "vent, brise",
        Sound.WAVES: "vagues, bord de mer, plage, ocean",
        Sound.WATER: "riviere, ruisseau, cascade",
        Sound.FIRE: "feu de camp/cheminee/bois, flammes, crepitement du feu",
        Sound.BIRDS: "oiseaux, foret",
        Sound.CRICKETS: "grillons, cigales",
        Sound.CITY: "circulation, ville, rue animee",
        Sound.CROWD: "foule, applaudissements",
        Sound.HEARTBEAT: "battements de coeur",
        Sound.FOOTSTEPS: "bruit/bruits de pas",
        Sound.ENGINE: "moteur .. rugit/vrombit/gronde, moteur rugit, rugissement du moteur, "
        "bruit du/de moteur, moteur vrombit",
        Sound.IMPACT: "fracas, coup sourd, explosion !de, explose",
        Sound.BELL: "cloches",
    },
    ways={
        "de gauche a droite": "vers la droite",
        "de droite a gauche": "vers la gauche",
        "de bas en haut": "vers le haut",
        "de haut en bas": "vers le bas",
    },
    fades={
        Transition.FADE_IN: "fondu .. depuis/du le noir, fondu du noir, ouverture .. au/en fondu, "
        "fondu d'ouverture, fondu entrant",
        Transition.FADE_TO_BLACK: "coupe au noir, fondu au noir",
    },
    silence="aucun son, en silence total, silence total/complet/absolu, sans son, "
    "sans aucun son, sans audio",
    one_take="plan sequence, sans coupe, sans coupure, un seul plan, plan continu, sans coupes, "
    "ni coupe, aucune coupe",
    refused=r"sans|evite\w*|supprime\w*|ni|pas de|pas d|aucune?|apres|apres la|plus de",
)
