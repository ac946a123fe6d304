"""Readings on the self-employed."""

from oracle.lectures.modele import Lecture, Reponse

LECTURES = (
    Lecture(
        "test_10",
        "Le dixième du plafond se compare-t-il au revenu relevé au plancher des cotisations ou au revenu réel ?",
        {
            "revenu_plancher": Reponse(
                "revenu relevé au plancher",
                "L622-3 et D621-3 : revenu pris en compte pour le calcul des cotisations",
            ),
            "revenu_reel": Reponse(
                "revenu réel",
                "présentation d'une section professionnelle libérale",
            ),
        },
    ),
    Lecture(
        "ti_debut_annee_en_cours",
        "Le revenu de l'année en cours compte-t-il pour qui s'est installé depuis moins de trois ans ?",
        {
            "comprise": Reponse(
                "il compte jusqu'au constat",
                "D622-7, II : revenu pris en compte « jusqu'à la date de cette constatation »",
            ),
            "exclue": Reponse("seules les années closes comptent", "pratique de certaines caisses"),
        },
    ),
    Lecture(
        "ti_revalorisation",
        "L'indemnité forfaitaire change-t-elle au 1er janvier ?",
        {
            "premier_versement": Reponse(
                "non : plafond du premier versement",
                "D623-2 : « en vigueur à la date prévue du premier versement »",
            ),
            "jour_indemnise": Reponse(
                "oui : plafond du jour payé",
                "pratique de revalorisation annuelle",
            ),
        },
    ),
    Lecture(
        "ti_moins_de_six_semaines",
        "Huit semaines d'arrêt dont moins de six après la naissance : l'allocation est-elle due ?",
        {
            "allocation_due": Reponse(
                "l'allocation seule",
                "L623-1 I n'exige que la durée de L331-3 ; D623-2 ne vise que les indemnités",
            ),
            "rien": Reponse(
                "ni allocation ni indemnités",
                "lecture d'ensemble de D623-2",
            ),
        },
    ),
    Lecture(
        "ti_fractions_paternite",
        "En combien de périodes un indépendant prend-il son congé de paternité ?",
        {
            "trois_en_tout": Reponse(
                "trois en tout",
                "lettre de D623-2, alinéa 3",
            ),
            "trois_apres_les_sept_jours": Reponse(
                "sept jours, puis trois périodes",
                "Assurance maladie, juin 2021",
            ),
        },
    ),
)
