"""The rule cards of particular lengths: therapeutic part-time, pensioners, military pensions, detention, training."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
    Regle(
        id="MAL-TPT",
        titre="Temps partiel thérapeutique",
        fonctions=(
            "temps_partiel.carence_du_temps_partiel",
            "temps_partiel.perte_de_salaire",
            "temps_partiel.perte_indemnisee",
            "temps_partiel.perte_des_jours_payables",
            "temps_partiel.indemnite_de_la_periode",
            "temps_partiel.part_du_jour",
            "temps_partiel.dernier_jour_apres_les_360",
            "temps_partiel.dernier_jour_apres_les_trois_ans",
            "temps_partiel.dans_l_annee_de_plus",
        ),
        articles=("L323-3", "R323-3"),
        depuis=date(2019, 12, 28),
        resume=(
            "Le temps partiel thérapeutique est indemnisé sans carence, sur le même salaire que l'arrêt complet, sans dépasser la perte "
            "de salaire ; il peut l'être un an de plus que l'arrêt complet."
        ),
        selection="jour_indemnise",
        seuils=(
            Seuil("MAL-TPT.perte", "perte de salaire de la période", "euros"),
            Seuil("MAL-TPT.limite", "indemnités entières de la période", "euros"),
            Seuil("MAL-TPT.annee_de_plus", "jour de temps partiel", "date"),
        ),
        lectures=("tpt_granularite", "tpt_apres_360"),
    ),
    Regle(
        id="MAL-RETRAITE",
        titre="Soixante indemnités au plus pour un retraité",
        fonctions=(
            "pensions.bareme_de_l_age_legal",
            "pensions.age_legal_atteint_le",
            "pensions.debut_de_la_limite_de_60",
            "pensions.sous_la_limite_de_60",
            "pensions.retraite_progressive_epargnee",
            "pensions.dans_la_limite_de_60",
        ),
        articles=("L323-2", "R323-2", "L161-17-2", "D161-2-1-9"),
        depuis=date(2021, 4, 14),
        resume=(
            "Celui qui a l'âge légal et perçoit une pension de vieillesse ne reçoit que soixante indemnités, tous arrêts réunis ; la "
            "retraite progressive n'est pas concernée."
        ),
        selection="jour_indemnise",
        seuils=(
            Seuil("MAL-RETRAITE.loi", "jour indemnisé", "date"),
            Seuil("MAL-RETRAITE.debut", "jour indemnisé", "date"),
            Seuil("MAL-RETRAITE.progressive", "jour indemnisé", "date"),
            Seuil("MAL-RETRAITE.maximum", "indemnités depuis la retraite, ce jour compris", "jours"),
        ),
        lectures=("retraite_progressive_des",),
    ),
    Regle(
        id="MAL-PMI",
        titre="Affection relevant d'une pension militaire",
        fonctions=(
            "pensions.dernier_jour_pour_la_pension_militaire",
            "pensions.dans_la_periode_de_pension_militaire",
            "pensions.nouvelle_periode_de_pension_militaire",
        ),
        articles=("L371-6", "R371-4"),
        depuis=date(2017, 1, 1),
        resume="L'affection pensionnée est indemnisée par périodes de trois ans séparées par deux ans d'interruption.",
        seuils=(
            Seuil("MAL-PMI.trois_ans", "jour indemnisé", "date"),
            Seuil("MAL-PMI.deux_ans", "fin des deux ans d'interruption", "date"),
        ),
    ),
    Regle(
        id="MAL-DETENTION",
        titre="Détention",
        fonctions=("maladie.detenu",),
        articles=("L382-44",),
        depuis=date(2016, 1, 1),
        resume="Aucune indemnité journalière de maladie n'est due pendant la détention.",
        selection="jour_indemnise",
        seuils=(
            Seuil("MAL-DETENTION.debut", "jour de l'arrêt", "date"),
            Seuil("MAL-DETENTION.fin", "jour de l'arrêt", "date"),
        ),
    ),
    Regle(
        id="MAL-REEDUC",
        titre="Essai encadré et rééducation pendant l'arrêt",
        fonctions=("maladie.vraie_reprise",),
        articles=("L323-3-1", "D323-6-1", "R323-3-1"),
        depuis=date(2022, 3, 31),
        resume="L'essai encadré, la convention de rééducation en entreprise et la réadaptation ne sont pas une reprise : l'indemnité ne change pas.",
    ),
)
