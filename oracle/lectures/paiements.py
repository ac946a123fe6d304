"""Readings on payees, levies and balances."""

from oracle.lectures.modele import Lecture, Reponse

LECTURES = (
    Lecture(
        "arrondi_net",
        "Où arrondit-on la CSG et la CRDS ?",
        {
            "sur_le_total": Reponse(
                "un seul arrondi, sur le total",
                "un seul arrondi de 0,933 × brut : reproduit les nets publiés",
            ),
            "par_prelevement": Reponse(
                "un arrondi de la CSG et un de la CRDS",
                "CSG et CRDS arrondies chacune sur le brut du paiement",
            ),
            "par_jour": Reponse(
                "un arrondi du net chaque jour", "0,933 × indemnité du jour, arrondi chaque jour"
            ),
            "par_jour_crds_tronquee": Reponse(
                "un calcul chaque jour, la CRDS étant tronquée",
                "par analogie avec D168-13 : chaque jour, CSG arrondie et CRDS tronquée",
            ),
        },
    ),
    Lecture(
        "fin_contrat_sans_rectificative",
        "Le contrat finit pendant l'arrêt et l'employeur ne corrige pas son attestation : jusqu'où est-il destinataire ?",
        {
            "bornee_au_contrat": Reponse(
                "employeur destinataire jusqu'à la fin du contrat",
                "plus de salaire maintenu après la fin du contrat",
            ),
            "attestation_suivie": Reponse(
                "employeur destinataire jusqu'à la date attestée",
                "l'attestation lie la caisse tant qu'elle n'est pas corrigée",
            ),
        },
    ),
    Lecture(
        "compensation_meme_destinataire",
        "Ce qui reste dû à un destinataire et ce qu'il a reçu en trop peuvent-ils se compenser aussitôt ?",
        {
            "oui": Reponse(
                "compensation immédiate", "C. civ. 1347 : dettes réciproques, certaines et exigibles"
            ),
            "lignes": Reponse(
                "aucune compensation avant notification",
                "R133-9-2 : l'indu se notifie et laisse un délai avant toute retenue",
            ),
        },
    ),
)
