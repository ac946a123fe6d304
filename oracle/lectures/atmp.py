"""Readings on work accidents and occupational diseases."""

from oracle.lectures.modele import Lecture, Reponse

LECTURES = (
    Lecture(
        "delai_d_instruction",
        "Comment compte-t-on le délai donné à la caisse pour statuer sur un accident ou une maladie ?",
        {
            "jours_francs": Reponse("en jours francs", "R441-7, R441-8, R461-9 : « jours francs »"),
            "delai_ordinaire": Reponse("comme un délai ordinaire", "usage d'anciens logiciels"),
        },
    ),
    Lecture(
        "provisoire",
        "Que verse la caisse tant qu'elle n'a pas statué ?",
        {
            "maladie": Reponse(
                "les indemnités de maladie", "R441-15 et L371-5 : prestations servies à titre provisionnel"
            ),
            "atmp_immediat": Reponse(
                "celles de l'accident, sans attendre",
                "R433-13 : mise en paiement dès la réception de tout certificat",
            ),
        },
    ),
    Lecture(
        "jour_de_l_arret",
        "Avant quel jour lit-on la paie d'un accident du travail ?",
        {
            "dernier_jour_travaille": Reponse(
                "le dernier jour travaillé, celui de l'accident",
                "R433-4 : « date de l'arrêt de travail », que R433-3 distingue du jour suivant",
            ),
            "premier_jour_d_incapacite": Reponse(
                "le premier jour d'incapacité", "premier jour entièrement non travaillé"
            ),
        },
    ),
    Lecture(
        "depart_28_jours",
        "D'où compte-t-on les vingt-huit jours au premier taux ?",
        {
            "premier_jour_paye": Reponse(
                "du premier jour payé", "L433-1, alinéa 2, et R433-3 nomment le même événement"
            ),
            "dernier_jour_travaille": Reponse(
                "du lendemain du dernier jour travaillé", "les jours non prescrits sont aussi chômés"
            ),
        },
    ),
    Lecture(
        "tpt_28_jours",
        "Un jour de travail à temps réduit compte-t-il parmi les vingt-huit ?",
        {
            "compris": Reponse("il compte", "l'incapacité temporaire continue"),
            "exclus": Reponse("il ne compte pas", "R433-3 compte les jours d'arrêt"),
        },
    ),
    Lecture(
        "base_interimaire",
        "Sur quelle période calcule-t-on le salaire d'un intérimaire ?",
        {
            "douze_mois": Reponse("sur douze mois", "R433-4, 5° : profession exercée de manière discontinue"),
            "dernier_mois": Reponse("sur le dernier mois", "R433-4, 1° : salaire réglé chaque mois"),
        },
    ),
    Lecture(
        "employeurs_atmp",
        "Quels salaires comptent quand la victime a plusieurs emplois ?",
        {
            "emplois_arretes": Reponse(
                "ceux des emplois interrompus", "R433-4 : le salaire qui précède l'arrêt de travail"
            ),
            "tous": Reponse("ceux de tous les emplois", "R436-1 : les rémunérations, sans distinction"),
        },
    ),
    Lecture(
        "salaire_retabli",
        "Comment rétablit-on un mois incomplet d'un accident du travail ?",
        {
            "declare": Reponse(
                "au salaire que l'employeur déclare, à défaut selon les jours",
                "R433-6 : « dans les mêmes conditions »",
            ),
            "prorata_jours": Reponse("selon les jours payés", "R433-6 ne dit pas comment"),
            "prorata_heures": Reponse("selon les heures payées", "R433-6 ne dit pas comment"),
        },
    ),
    Lecture(
        "plafond_atmp",
        "À quelle date lit-on le plafond du salaire journalier d'un accident du travail ?",
        {
            "date_arret": Reponse("au jour de l'arrêt", "L433-2 et R433-2, sans autre date"),
            "mois_precedent": Reponse(
                "au dernier jour du mois précédent", "par analogie avec R331-5, alinéa 2"
            ),
        },
    ),
    Lecture(
        "gain_net_apprenti",
        "Quel est le gain net d'un apprenti ?",
        {
            "taux_forfaitaire": Reponse("son salaire diminué de 21 %", "R433-8 renvoie au taux forfaitaire"),
            "salaire_entier": Reponse(
                "son salaire entier", "un apprenti ne paie pas de cotisations sous un seuil"
            ),
        },
    ),
    Lecture(
        "gain_net_base_forfaitaire",
        "Le gain net borne-t-il une indemnité calculée sur une base forfaitaire ?",
        {
            "applique": Reponse(
                "oui, d'après cette base", "R433-4, dernier alinéa : « salaire de référence »"
            ),
            "ecarte": Reponse("non", "R433-4, dernier alinéa : gain « perçu par la victime »"),
        },
    ),
    Lecture(
        "revision_conventionnelle",
        "Le salaire peut-il encore être révisé d'après une convention collective ?",
        {
            "sur_demande": Reponse("oui, sur demande", "R433-10, alinéa 2, toujours en vigueur"),
            "supprimee": Reponse(
                "non, depuis le 1er juillet 2020", "service-public.fr, fiche F175, 1er janvier 2025"
            ),
        },
    ),
    Lecture(
        "plancher_rechute",
        "L'indemnité du premier arrêt, plancher des suivants, est-elle bornée par le nouveau gain net ?",
        {
            "montant_en_euros": Reponse("non", "R433-7, alinéa 3 : « en aucun cas »"),
            "borne_gain_net": Reponse("oui", "R433-4, dernier alinéa, limite toute indemnité"),
        },
    ),
    Lecture(
        "plancher_sans_second_taux",
        "Quel plancher au second taux quand le premier arrêt ne l'a pas atteint ?",
        {
            "taux_theorique": Reponse(
                "ce que le premier arrêt aurait donné", "R433-7 : « respectivement à 60 ou à 80 % »"
            ),
            "sans_plancher": Reponse("aucun", "R433-7 : indemnité « perçue »"),
            "montant_a_60": Reponse("le montant du premier taux", "R433-7 : la seule indemnité perçue"),
        },
    ),
    Lecture(
        "rente_journaliere",
        "Que vaut un jour de rente ?",
        {
            "annuelle": Reponse("un 365e de l'année", "la rente est fixée par an"),
            "trimestrielle": Reponse("un jour du trimestre", "la rente est payée par trimestre"),
            "mensuelle": Reponse("le mois divisé par 30,42", "par analogie avec R433-4"),
        },
    ),
    Lecture(
        "temps_partiel_atmp",
        "Que vaut l'indemnité d'un travail à temps réduit dont la caisse n'a pas fixé le montant ?",
        {
            "perte_de_salaire": Reponse(
                "au plus la perte de salaire", "pratique inspirée de R323-3, alinéa 2"
            ),
            "indemnite_entiere": Reponse("l'indemnité entière", "L433-1, alinéa 5 : « est servie »"),
        },
    ),
    Lecture(
        "fin_a_la_consolidation",
        "Le jour de la consolidation est-il indemnisé ?",
        {
            "jour_inclus": Reponse(
                "oui", "R434-33 : la rente court du lendemain ; Cass. 2e civ., 22 octobre 2009, n° 08-16.919"
            ),
            "veille": Reponse("non", "L433-1, rédaction d'avant 2027 : l'incapacité « qui précède »"),
        },
    ),
    Lecture(
        "arret_pour_la_lesion_consolidee",
        "Comment est payé l'arrêt qui continue pour la lésion consolidée ?",
        {
            "arret_ordinaire": Reponse(
                "comme un arrêt de maladie nouveau", "L371-3 vise la maladie étrangère à l'accident"
            ),
            "suite_de_l_accident": Reponse("comme la suite de l'accident", "L371-3, par extension"),
        },
    ),
    Lecture(
        "atmp_et_maternite",
        "Le repos de maternité commence pendant un accident du travail : quelle indemnité ?",
        {
            "accident_jusqu_a_consolidation": Reponse(
                "celle de l'accident, jusqu'à la consolidation", "L371-3, alinéa 2"
            ),
            "maternite": Reponse("celle du repos, dès son début", "pratique possible, non vérifiée"),
        },
    ),
    Lecture(
        "atmp_sans_attestation",
        "La maladie devient un accident et l'employeur subrogé n'a rien attesté pour l'accident : qui est payé ?",
        {
            "subroge": Reponse(
                "l'employeur qui a maintenu tout le salaire", "R433-12, alinéa 2 : « de plein droit »"
            ),
            "assure": Reponse("la victime", "pratique des caisses"),
            "en_attente": Reponse("personne avant l'attestation", "R441-4 : l'attestation est due"),
        },
    ),
    Lecture(
        "envoi_tardif_atmp",
        "L'avis d'un accident envoyé tard réduit-il l'indemnité ?",
        {
            "non_applicable": Reponse("non", "L441-6 : le praticien l'adresse directement"),
            "comme_en_maladie": Reponse("oui, comme en maladie", "D323-2, par extension"),
        },
    ),
    Lecture(
        "fin_iti",
        "Le jour du licenciement ou du reclassement est-il indemnisé ?",
        {
            "jour_inclus": Reponse("oui", "D433-5 : « jusqu'au jour »"),
            "veille": Reponse("non", "L433-1 : l'indemnité cesse « dès que »"),
        },
    ),
    Lecture(
        "imputation_rente_iti",
        "Comment la rente s'impute-t-elle sur une indemnité d'inaptitude de moins d'un mois ?",
        {
            "part_du_mois": Reponse("selon la part du mois servie", "D433-7 : « le montant mensuel »"),
            "par_jour": Reponse("un trentième par jour", "usage"),
        },
    ),
)
