"""The rule cards of sickness benefits of employees."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
    Regle(
        id="MAL-OD-1",
        titre="Droits des six premiers mois",
        fonctions=(
            "droits.porte_des_heures",
            "droits.date_du_smic_de_six_mois",
            "droits.porte_des_cotisations",
        ),
        articles=("L313-1", "R313-1", "R313-3"),
        depuis=date(2017, 1, 1),
        resume=(
            "Avoir travaillé 150 heures au cours des trois mois civils ou des 90 jours précédant l'interruption, ou avoir "
            "cotisé pendant les six mois civils précédents sur 1 015 fois le SMIC horaire du premier jour de cette période."
        ),
        seuils=(
            Seuil(
                "MAL-OD-1.heures_3_mois",
                "heures travaillées pendant les trois mois civils précédents",
                "heures",
            ),
            Seuil("MAL-OD-1.heures_90_jours", "heures travaillées pendant les 90 jours précédents", "heures"),
            Seuil(
                "MAL-OD-1.salaires_6_mois",
                "salaires soumis à cotisation pendant les six mois civils précédents",
                "euros",
            ),
        ),
    ),
    Regle(
        id="MAL-OD-2",
        titre="Droits au-delà du sixième mois",
        fonctions=(
            "droits.dernier_jour_des_six_premiers_mois",
            "droits.apres_six_mois",
            "droits.affiliation_de_douze_mois",
            "droits.date_du_smic_de_douze_mois",
            "droits.activite_de_douze_mois",
        ),
        articles=("L313-1", "R313-1", "R313-3"),
        depuis=date(2017, 1, 1),
        resume=(
            "Quand l'arrêt se prolonge au-delà de six mois : être affilié depuis douze mois au jour de l'interruption, et avoir "
            "travaillé 600 heures en douze mois civils ou 365 jours, ou cotisé sur 2 030 fois le SMIC horaire."
        ),
        seuils=(
            Seuil("MAL-OD-2.fin_six_mois", "dernier jour des six premiers mois", "date"),
            Seuil("MAL-OD-2.affiliation", "dernier jour des douze premiers mois d'affiliation", "date"),
            Seuil(
                "MAL-OD-2.heures_12_mois",
                "heures travaillées pendant les douze mois civils précédents",
                "heures",
            ),
            Seuil(
                "MAL-OD-2.heures_365_jours", "heures travaillées pendant les 365 jours précédents", "heures"
            ),
            Seuil(
                "MAL-OD-2.salaires_12_mois",
                "salaires soumis à cotisation pendant les douze mois civils précédents",
                "euros",
            ),
        ),
        lectures=("smic_1er_janvier",),
    ),
    Regle(
        id="MAL-OD-4",
        titre="Professions saisonnières ou discontinues",
        fonctions=("droits.profession_discontinue", "droits.douze_mois_admis"),
        articles=("R313-7",),
        depuis=date(2019, 1, 1),
        resume=(
            "Le salarié d'une profession saisonnière ou discontinue qui ne remplit pas les conditions ordinaires ouvre ses droits "
            "par 600 heures, ou 2 030 fois le SMIC horaire, sur douze mois."
        ),
    ),
    Regle(
        id="MAL-OD-5",
        titre="Plusieurs employeurs",
        fonctions=("droits.total_des_employeurs",),
        articles=("L313-1", "R313-3", "R323-10"),
        depuis=date(2017, 1, 1),
        resume="Heures et salaires sont ceux de l'assuré : ceux de tous ses employeurs s'additionnent.",
    ),
    Regle(
        id="MAL-MAINTIEN-1",
        titre="Maintien des droits",
        fonctions=("droits.fin_du_maintien", "droits.droits_maintenus", "droits.reprise_insuffisante"),
        articles=("L161-8", "R161-3", "L311-5", "R311-1"),
        depuis=date(2019, 1, 1),
        resume=(
            "Celui qui cesse de remplir les conditions garde ses droits douze mois ; le chômeur indemnisé les garde tant qu'il "
            "l'est, puis douze mois ; une reprise trop courte les garde douze mois à compter de la reprise."
        ),
        seuils=(Seuil("MAL-MAINTIEN-1.douze_mois", "dernier jour du maintien des droits", "date"),),
        lectures=("maintien_dernier_jour",),
    ),
    Regle(
        id="MAL-MAINTIEN-2",
        titre="Salaire et plafond sous maintien des droits",
        fonctions=("salaires.date_du_salaire", "salaires.date_du_plafond"),
        articles=("R323-7", "R323-4", "L323-4"),
        depuis=date(2021, 4, 14),
        resume=(
            "Sous maintien des droits, le salaire de référence est celui d'avant la cessation effective du travail ; le plafond "
            "est celui de l'arrêt indemnisé."
        ),
    ),
    Regle(
        id="MAL-CARENCE",
        titre="Délai de carence",
        fonctions=(
            "maladie.premier_jour_non_travaille",
            "maladie.debut_du_delai_de_carence",
            "maladie.dernier_jour_de_carence",
            "maladie.jour_de_carence",
            "maladie.deces_d_un_enfant",
            "maladie.interruption_de_grossesse",
        ),
        articles=("L323-1", "R323-1", "L323-1-1", "L323-1-2"),
        depuis=date(2016, 1, 1),
        resume=(
            "L'indemnité est due à partir du quatrième jour de l'incapacité de travail, compté du premier jour entièrement non "
            "travaillé. Pas de carence après le décès d'un enfant de moins de 25 ans, ni après une interruption de grossesse."
        ),
        seuils=(
            Seuil("MAL-CARENCE.fin", "dernier jour du délai de carence", "date"),
            Seuil("MAL-CARENCE.age_enfant", "âge de l'enfant décédé", "jours"),
            Seuil("MAL-CARENCE.treize_semaines", "dernier jour des treize semaines suivant le décès", "date"),
        ),
    ),
    Regle(
        id="MAL-GAP",
        titre="Prolongation ou nouvel arrêt",
        fonctions=(
            "maladie.meme_interruption",
            "maladie.pont_tolere",
            "maladie.tolerance_en_vigueur",
            "maladie.prescripteur_admis",
        ),
        articles=("L321-1", "L323-1", "R323-1", "L162-4-4"),
        depuis=date(2016, 1, 1),
        resume=(
            "Une prolongation séparée de l'avis précédent par deux jours au plus continue le même arrêt ; au-delà, c'est un nouvel "
            "arrêt. Un jour qu'aucun avis ne couvre n'est pas payé depuis le 1er septembre 2024."
        ),
        selection="second_avis",
        seuils=(
            Seuil("MAL-GAP.contigus", "jours entre deux avis", "jours"),
            Seuil("MAL-GAP.deux_jours", "jours entre l'avis et sa prolongation", "jours"),
        ),
        lectures=("jours_non_prescrits",),
    ),
    Regle(
        id="MAL-GJB",
        titre="Gain journalier de base",
        fonctions=("salaires.nombre_de_paies", "salaires.diviseur", "salaires.gain_journalier_de_base"),
        articles=("R323-4", "L323-4"),
        depuis=date(2021, 4, 14),
        resume=(
            "1/91,25 des trois dernières paies mensuelles, 1/84 des six dernières paies de quinzaine ou des douze dernières paies "
            "hebdomadaires, 1/365 des douze derniers mois d'une activité saisonnière ou discontinue."
        ),
        lectures=("arrondi_base",),
    ),
    Regle(
        id="MAL-PLAFOND",
        titre="Plafond du salaire de référence",
        fonctions=(
            "salaires.jour_du_smic",
            "salaires.plafond_mensuel",
            "salaires.plafond_d_une_paie",
            "salaires.salaires_plafonnes",
        ),
        articles=("R323-4",),
        depuis=date(2021, 4, 14),
        resume=(
            "Chaque mois, l'ensemble des salaires est retenu dans la limite d'un multiple du SMIC mensuel en vigueur le dernier jour "
            "du mois civil précédant l'interruption : 1,8 pour les arrêts débutés avant le 1er avril 2025, 1,4 depuis."
        ),
        seuils=(Seuil("MAL-PLAFOND.paie", "salaire de la paie", "euros"),),
    ),
    Regle(
        id="MAL-IJ",
        titre="Taux, maximum et arrondi",
        fonctions=("salaires.indemnite_journaliere", "salaires.maximum_journalier"),
        articles=("R323-5", "R323-9"),
        depuis=date(2021, 4, 14),
        resume="L'indemnité est la moitié du gain journalier de base, dans la limite de 1/730 du plafond annuel, arrondie au centime.",
        seuils=(Seuil("MAL-IJ.maximum", "indemnité avant arrondi", "euros"),),
        lectures=("arrondi_ij",),
    ),
    Regle(
        id="MAL-JOURS",
        titre="Décompte des jours",
        fonctions=("maladie.jours_prescrits",),
        articles=("L323-1",),
        depuis=date(2016, 1, 1),
        resume="L'indemnité est due pour chaque jour, ouvrable ou non ; le premier et le dernier jour prescrits comptent.",
    ),
    Regle(
        id="MAL-MIN",
        titre="Minimum à partir du septième mois",
        fonctions=("maladie.minimum_apres_six_mois", "maladie.sous_le_minimum"),
        articles=("R324-3", "L341-5"),
        depuis=date(2016, 1, 1),
        resume="À partir du septième mois d'arrêt continu, l'indemnité ne peut être inférieure à 1/365 de la pension minimale d'invalidité.",
        selection="jour_indemnise",
        seuils=(Seuil("MAL-MIN.minimum", "indemnité journalière avant application du minimum", "euros"),),
    ),
    Regle(
        id="MAL-360",
        titre="Maximum de 360 indemnités sur trois ans",
        fonctions=("maladie.premier_jour_des_trois_ans", "maladie.dans_la_limite_de_360"),
        articles=("L323-1", "R323-1"),
        depuis=date(2016, 1, 1),
        resume="Hors affection de longue durée, 360 indemnités au plus sur toute période de trois ans.",
        selection="jour_indemnise",
        seuils=(Seuil("MAL-360.maximum", "indemnités sur trois ans, ce jour compris", "jours"),),
    ),
    Regle(
        id="MAL-ALD",
        titre="Trois ans de date à date pour une affection de longue durée",
        fonctions=(
            "maladie.dernier_jour_de_la_periode_ald",
            "maladie.dans_la_periode_ald",
            "maladie.reprise_d_un_an",
        ),
        articles=("L323-1", "L324-1", "R323-1"),
        depuis=date(2016, 1, 1),
        resume=(
            "Pour une affection de longue durée, l'indemnité peut être servie pendant trois ans de date à date ; une reprise du "
            "travail d'au moins un an ouvre une nouvelle période."
        ),
        seuils=(
            Seuil("MAL-ALD.fin_periode", "dernier jour des trois ans", "date"),
            Seuil("MAL-ALD.reprise_un_an", "dernier jour d'une année de reprise", "date"),
        ),
    ),
    Regle(
        id="MAL-ALD-CARENCE",
        titre="Une seule carence par période de trois ans d'affection de longue durée",
        fonctions=("maladie.carence_ald_deja_servie",),
        articles=("R323-1",),
        depuis=date(2016, 1, 1),
        resume="La carence du premier arrêt pour une affection de longue durée vaut pour tous les arrêts de cette affection pendant trois ans.",
        seuils=(
            Seuil("MAL-ALD-CARENCE.trois_ans", "dernier jour des trois ans depuis le premier arrêt", "date"),
        ),
    ),
    Regle(
        id="MAL-TERRORISME",
        titre="Victimes d'actes de terrorisme",
        fonctions=("droits.dispense_de_conditions", "maladie.dispense_de_carence"),
        articles=("L169-2",),
        depuis=date(2021, 9, 1),
        resume="Ni condition d'ouverture ni carence quand l'incapacité résulte d'un acte de terrorisme.",
    ),
)
