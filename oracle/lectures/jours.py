"""Readings on days: gaps, waiting days, quotas, long-term conditions, notices."""

from oracle.lectures.modele import Lecture, Reponse

LECTURES = (
    Lecture(
        "jours_non_prescrits",
        "Avant le 1er septembre 2024, les jours entre un avis et sa prolongation étaient-ils payés ?",
        {
            "tolerance": Reponse(
                "jours payés par tolérance",
                "pratique de l'assurance maladie : pont du week-end et du jour férié",
            ),
            "jamais": Reponse(
                "jours jamais payés", "texte de L321-1 ; Cass. 2e civ., 21 mars 2024, n° 22-11.242"
            ),
        },
    ),
    Lecture(
        "ecart_de_48_heures",
        "Depuis le 1er septembre 2024, deux jours ouvrés sans prescription font-ils repartir la carence d'une prolongation ?",
        {
            "sans_carence": Reponse(
                "pas de nouvelle carence", "R323-1 : reprise du travail de 48 heures au plus"
            ),
            "carence_si_jours_ouvres": Reponse(
                "nouvelle carence",
                "commentaire isolé : la dispense ne vaudrait que pour un écart comprenant un week-end ou un jour férié",
            ),
        },
    ),
    Lecture(
        "deces_enfant_delai",
        "Les treize semaines suivant le décès d'un enfant s'apprécient-elles au début de l'arrêt ou au jour de sa prescription ?",
        {
            "debut_de_l_arret": Reponse(
                "début de l'arrêt", "L323-1-1 : premier arrêt « intervenant » dans les treize semaines"
            ),
            "prescription": Reponse(
                "jour de la prescription", "ameli.fr : arrêt à prescrire dans les treize semaines"
            ),
        },
    ),
    Lecture(
        "ald_depart",
        "De quel jour courent les trois ans d'une affection de longue durée ?",
        {
            "premier_jour_d_arret": Reponse(
                "premier jour du premier arrêt",
                "pratique de l'assurance maladie ; faits de Cass. soc., 9 mars 1995, n° 93-13.470",
            ),
            "premier_jour_indemnise": Reponse(
                "premier jour indemnisé",
                "L323-1 et R323-1, 2° : l'indemnité « peut être servie » ; Cass. soc., 6 juillet 1981, n° 80-11.865",
            ),
        },
    ),
    Lecture(
        "ald_apres_trois_ans",
        "Après les trois ans, les indemnités encore disponibles sur 360 peuvent-elles être servies pour la même affection ?",
        {
            "quota_commun": Reponse(
                "solde des 360 indemnités encore dû",
                "circulaire DSS/SD2/2015/179 ; réponse ministérielle du 30 juin 2015",
            ),
            "epuisee": Reponse("plus rien n'est dû pour cette affection", "lettre de L323-1, 1°"),
        },
    ),
    Lecture(
        "carence_ald_apres_reprise",
        "Une reprise d'un an dans les trois ans fait-elle repartir la carence de l'affection de longue durée ?",
        {
            "trois_ans_du_premier_arret": Reponse(
                "carence déjà servie",
                "lettre de R323-1, 1° : une seule carence par période de trois ans",
            ),
            "nouvelle_periode": Reponse(
                "nouvelle carence avec la nouvelle période",
                "pratique rapportée : la reprise d'un an ouvre une nouvelle période, carence comprise",
            ),
        },
    ),
    Lecture(
        "tpt_apres_360",
        "Hors affection de longue durée, le temps partiel thérapeutique est-il encore indemnisé après la 360e indemnité ?",
        {
            "un_an_de_plus": Reponse(
                "un an de plus au plus", "R323-3 : la durée peut excéder d'un an le délai de R323-1"
            ),
            "dans_les_360": Reponse(
                "non, le maximum vaut aussi pour lui",
                "L323-1, 2° : 360 indemnités sur trois ans, sans exception",
            ),
        },
    ),
    Lecture(
        "retraite_progressive_des",
        "Depuis quand le maximum de soixante indemnités épargne-t-il la retraite progressive ?",
        {
            "2023-09-01": Reponse(
                "depuis le 1er septembre 2023", "L323-2, al. 2, entré en vigueur le 1er septembre 2023"
            ),
            "2023-05-01": Reponse(
                "depuis le 1er mai 2023", "pratique de l'assurance maladie, appliquée rétroactivement"
            ),
        },
    ),
    Lecture(
        "delai_d_envoi",
        "Comment les deux jours laissés pour envoyer l'avis se comptent-ils ?",
        {
            "deux_jours": Reponse(
                "jusqu'au deuxième jour suivant", "R321-2 : « dans les deux jours suivant » l'interruption"
            ),
            "deux_jours_francs": Reponse(
                "deux jours francs", "usage des commentateurs : ni le premier ni le dernier jour ne comptent"
            ),
        },
    ),
    Lecture(
        "envoi_d_une_prolongation",
        "Depuis le 1er juillet 2025, de quel jour court le délai d'envoi d'une prolongation ?",
        {
            "premier_jour": Reponse(
                "premier jour de la prolongation", "R321-2 : « la date d'interruption de travail »"
            ),
            "prescription": Reponse(
                "jour de sa prescription", "rédaction antérieure de R321-2, pour les prolongations"
            ),
        },
    ),
    Lecture(
        "envoi_tardif_borne",
        "Le jour de l'envoi tardif est-il lui-même réduit de moitié ?",
        {
            "incluse": Reponse(
                "jour de l'envoi compris", "D323-2 : période écoulée « entre » la prescription et l'envoi"
            ),
            "exclue": Reponse(
                "jour de l'envoi exclu", "la période « écoulée » s'achève la veille de l'envoi"
            ),
        },
    ),
    Lecture(
        "arrondi_demi_ij",
        "Comment l'indemnité réduite de moitié est-elle ramenée au centime ?",
        {
            "au_plus_proche": Reponse("arrondi au centime le plus proche", "même arrondi que l'indemnité"),
            "troncature": Reponse(
                "troncature au centime", "la réduction ne peut être inférieure à la moitié"
            ),
        },
    ),
    Lecture(
        "demi_ij",
        "La réduction de moitié porte-t-elle sur chaque jour ou sur le total de la période ?",
        {
            "jour": Reponse("moitié de chaque indemnité", "l'indemnité est journalière (L323-1)"),
            "total": Reponse(
                "moitié du total de la période",
                "D323-2 : « le montant des indemnités journalières afférentes à la période »",
            ),
        },
    ),
    Lecture(
        "avis_apres_la_fin",
        "Un avis parvenu après la fin de l'arrêt se juge-t-il à son envoi ou à sa réception ?",
        {
            "envoi": Reponse("date d'envoi", "R321-2 : l'assuré doit « envoyer » l'avis"),
            "reception": Reponse(
                "date de réception", "R323-12 : le contrôle n'est possible qu'une fois l'avis reçu"
            ),
        },
    ),
    Lecture(
        "manquement_portee",
        "Une activité non autorisée fait perdre l'indemnité jusqu'où ?",
        {
            "prescription_en_cours": Reponse(
                "jusqu'à la fin de la prescription en cours",
                "L323-6 : l'obligation s'apprécie prescription par prescription",
            ),
            "arret_entier": Reponse(
                "jusqu'à la fin de l'arrêt, prolongations comprises",
                "TJ Boulogne-sur-Mer, 27 juin 2025, n° 23/00475",
            ),
        },
    ),
    Lecture(
        "manquement_obligation",
        "Le manquement aux heures de sortie ou aux prescriptions fait-il perdre tous les jours qui le suivent ?",
        {
            "des_le_manquement": Reponse(
                "tous les jours depuis le manquement",
                "L323-6 : restitution des indemnités correspondantes ; Cass. 2e civ., 28 mai 2020, n° 19-12.962",
            ),
            "jours_du_manquement": Reponse(
                "les seuls jours du manquement", "L323-6 : indemnités « correspondantes » au manquement"
            ),
        },
    ),
    Lecture(
        "duree_prescription",
        "Depuis le 1er septembre 2026, les jours prescrits au-delà de la durée maximale sont-ils indemnisés ?",
        {
            "sans_effet": Reponse(
                "indemnisés", "L162-4-1 oblige le prescripteur ; aucun texte ne prive l'assuré"
            ),
            "exces_non_indemnise": Reponse(
                "non indemnisés", "la prescription n'est régulière que dans la limite du décret n° 2026-498"
            ),
        },
    ),
    Lecture(
        "droit_constant",
        "La date qui sélectionne la règle dépasse ce que l'on sait du droit : suppose-t-on le droit inchangé ?",
        {
            "non": Reponse("droit connu à cette date", "le droit est connu à cette date"),
            "oui": Reponse("droit supposé inchangé", "droit supposé inchangé depuis la dernière lecture"),
        },
    ),
)
