"""Readings on wages, ceiling, daily base and roundings."""

from oracle.lectures.modele import Lecture, Reponse

LECTURES = (
    Lecture(
        "arrondi_ij",
        "Comment la moitié du gain journalier est-elle ramenée au centime ?",
        {
            "au_plus_proche": Reponse(
                "arrondi au centime le plus proche", "reproduit tous les maximums publiés de 2012 à 2026"
            ),
            "troncature": Reponse(
                "troncature au centime",
                "reproduit les exemples grand public (32,87 € pour 2 000 € par mois)",
            ),
        },
    ),
    Lecture(
        "arrondi_base",
        "Le gain journalier de base est-il arrondi avant d'en tirer l'indemnité ?",
        {
            "exacte": Reponse("aucun arrondi du gain journalier", "aucun texte ne prévoit cet arrondi"),
            "centime": Reponse("gain journalier arrondi au centime", "usage de plusieurs éditeurs de paie"),
            "troncature": Reponse(
                "gain journalier tronqué au centime", "usage de plusieurs éditeurs de paie"
            ),
        },
    ),
    Lecture(
        "salaire_non_verse",
        "Une paie de référence n'a été versée qu'après l'arrêt : entre-t-elle dans le gain journalier de base ?",
        {
            "exclu": Reponse(
                "paie non versée à temps écartée",
                "Cass. 2e civ., 8 octobre 2020, n° 19-21.128 : seules les sommes effectivement perçues comptent",
            ),
            "inclus": Reponse(
                "paie due retenue",
                "l'attestation la mentionne et R323-8 n'envisage pas l'employeur défaillant",
            ),
        },
    ),
    Lecture(
        "plafond_paies_courtes",
        "Comment le plafond mensuel s'applique-t-il à des paies de semaine ou de quinzaine ?",
        {
            "par_paie": Reponse(
                "plafond annuel réparti entre les paies",
                "R323-4 calcule le gain sur des paies : le plafond suit leur rythme",
            ),
            "par_mois_civil": Reponse(
                "plafond mensuel appliqué au total de chaque mois civil",
                "R323-4, al. 5 : le plafond est « calculé pour un mois »",
            ),
        },
    ),
    Lecture(
        "plafond_douze_mois",
        "Le plafond d'une activité discontinue s'applique-t-il à chaque mois ou au total des douze mois ?",
        {
            "par_mois": Reponse(
                "chaque mois plafonné", "R323-4, al. 5 : le plafond est « calculé pour un mois »"
            ),
            "sur_l_annee": Reponse(
                "total de l'année plafonné",
                "doctrine : « montant plafonné du salaire des douze mois »",
            ),
        },
    ),
    Lecture(
        "r3238_calcul",
        "Comment un mois incomplet est-il rétabli ?",
        {
            "jours_calendaires": Reponse(
                "salaire du mois rapporté aux jours calendaires travaillés",
                "R323-8, II : « revenu d'activité journalier effectivement perçu »",
            ),
            "salaire_retabli_declare": Reponse(
                "salaire rétabli que l'employeur déclare",
                "circulaire DSS/SD2/2015/179 du 26 mai 2015, première méthode",
            ),
            "methode_2": Reponse(
                "salaires de la période divisés par les jours qu'ils rémunèrent",
                "circulaire DSS/SD2/2015/179 du 26 mai 2015, seconde méthode, admise par commodité pour les absences",
            ),
        },
    ),
    Lecture(
        "r3238_ete_2024",
        "Arrêt prescrit depuis le 1er juin 2024 et débuté avant le 1er novembre 2024 : quelle règle pour les mois incomplets ?",
        {
            "regles_transitoires": Reponse(
                "règles transitoires maintenues",
                "communiqué de la direction de la sécurité sociale du 30 mai 2024",
            ),
            "formule_de_la_reforme": Reponse(
                "salaires divisés par les jours travaillés",
                "lettre de R323-8 dans sa rédaction du décret n° 2021-428, entrée en vigueur le 1er juin 2024",
            ),
        },
    ),
    Lecture(
        "r3238_meme_mois",
        "Avant le 1er novembre 2024, un contrat finit et un autre commence le même mois : comment ce mois est-il rétabli ?",
        {
            "jours_manquants": Reponse(
                "seuls les jours non payés sont rétablis",
                "un même mois ne peut être compté deux fois ; règle écrite depuis le décret n° 2024-967",
            ),
            "deux_retablissements": Reponse(
                "le mois est rétabli pour chaque contrat",
                "lettre des 1° et 2°, que rien n'excluait alors de cumuler",
            ),
        },
    ),
    Lecture(
        "tpt_granularite",
        "La perte de salaire qui borne l'indemnité du temps partiel thérapeutique s'apprécie-t-elle au mois ou au jour ?",
        {
            "mois": Reponse(
                "perte appréciée sur la période attestée",
                "pratique de l'assurance maladie : une attestation par mois",
            ),
            "jour": Reponse("perte appréciée par jour", "R323-3 : « perte de gain journalière »"),
        },
    ),
    Lecture(
        "minimum_septieme_mois",
        "Le minimum servi à partir du septième mois suit-il les revalorisations ?",
        {
            "jour_indemnise": Reponse(
                "montant en vigueur chaque jour indemnisé", "R324-3 ne fige pas le montant du minimum"
            ),
            "debut_du_septieme_mois": Reponse(
                "montant en vigueur au début du septième mois",
                "l'indemnité d'un arrêt en cours n'est plus revalorisée depuis le 1er juillet 2020",
            ),
        },
    ),
)
