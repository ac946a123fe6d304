"""Relations of rights, and of the law itself (N)."""

from properties.invariants import ouverture
from properties.invariants.modele import Relation

DROITS = (
    Relation(
        "INV-N01",
        "Plus d'heures",
        "Plus d'heures pour le même salaire ne ferme aucun droit et ne diminue aucun jour du premier arrêt.",
        "R313-3",
        "H",
        "Aucun droit maintenu.",
        ("DEF21",),
        metamorphose=ouverture.plus_d_heures,
    ),
    Relation(
        "INV-N02",
        "Bascule unique",
        "Quand les salaires n'ouvrent rien, les droits s'ouvrent à 150 heures, et jamais en dessous.",
        "R313-3, 1°, b",
        "H",
        "Un avis, un employeur, profession continue, aucun droit maintenu, aucune période assimilée.",
        ("DEF16",),
        metamorphose=ouverture.bascule_unique,
    ),
    Relation(
        "INV-N04",
        "Changement de loi",
        "Un paramètre changé un jour laisse tels quels les arrêts commencés avant.",
        "R323-4 ; décret n° 2025-160, art. 2",
        "H",
        "Paramètres choisis par le premier jour de l'arrêt ; la loi peut être remplacée.",
        ("DEF09",),
        metamorphose=ouverture.loi_changee_apres,
    ),
)
