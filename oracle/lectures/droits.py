"""Readings on the opening of rights and their keeping."""

from oracle.lectures.modele import Lecture, Reponse

LECTURES = (
    Lecture(
        "smic_1er_janvier",
        "Quel SMIC pour une période de référence qui commence un 1er janvier ?",
        {
            "annee_precedente": Reponse(
                "SMIC du 1er janvier de l'année précédente",
                "lettre de R313-3, 2°, de R313-7 et de R313-8 : le 1er janvier « qui précède » la période",
            ),
            "jour_meme": Reponse(
                "SMIC de ce 1er janvier",
                "par symétrie avec R313-3, 1°, qui retient le premier jour de la période",
            ),
        },
    ),
    Lecture(
        "six_mois_apres_un_ecart",
        "L'arrêt est prolongé après un ou deux jours sans prescription : les six premiers mois courent-ils toujours du premier arrêt ?",
        {
            "meme_arret": Reponse(
                "six mois comptés du premier arrêt",
                "l'écart toléré laisse subsister le même arrêt, sans nouvelle carence",
            ),
            "nouveau_decompte": Reponse(
                "six mois comptés de la prolongation",
                "R313-3, 2° : l'arrêt doit se prolonger « sans interruption »",
            ),
        },
    ),
    Lecture(
        "maintien_dernier_jour",
        "Le jour anniversaire de la cessation est-il encore dans les douze mois de maintien ?",
        {
            "anniversaire_exclu": Reponse(
                "jour anniversaire exclu",
                "décompte de quantième à quantième depuis le premier jour sans activité",
            ),
            "anniversaire_inclus": Reponse(
                "jour anniversaire inclus", "lecture favorable de la durée de douze mois"
            ),
        },
    ),
    Lecture(
        "droits_ald",
        "Faut-il remplir les conditions d'ouverture à chaque arrêt pour une même affection de longue durée ?",
        {
            "a_chaque_arret": Reponse(
                "droits appréciés à chaque arrêt",
                "R313-1 et R313-3 : les conditions s'apprécient au jour de chaque interruption de travail",
            ),
            "au_premier_arret": Reponse(
                "droits acquis au premier arrêt",
                "usage de certaines caisses : l'arrêt initial ouvre les trois ans de l'affection",
            ),
        },
    ),
)
