"""The rule cards of the amount: reference wages, ceiling, daily base, daily benefit."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
    Regle(
        id="MAL-MAINTIEN-2",
        titre="Salaire et plafond sous maintien des droits",
        fonctions=(
            "salaires.date_du_salaire",
            "salaires.revenu_d_avant_la_cessation",
            "salaires.date_du_plafond",
        ),
        articles=("R323-7", "R323-4", "L323-4"),
        depuis=date(2021, 4, 14),
        resume=(
            "Sous maintien des droits, le salaire de référence est celui d'avant la cessation effective du travail ; le plafond "
            "est celui de l'arrêt indemnisé."
        ),
    ),
    Regle(
        id="MAL-GJB",
        titre="Gain journalier de base",
        fonctions=(
            "salaires.paie_retenue",
            "salaires.nombre_de_paies",
            "salaires.diviseur",
            "salaires.periode_indemnisee",
            "salaires.chomage_indemnise",
            "salaires.diviseur_reduit",
            "salaires.gain_journalier_de_base",
        ),
        articles=("R323-4", "L323-4"),
        depuis=date(2021, 4, 14),
        resume=(
            "1/91,25 des trois dernières paies mensuelles, 1/84 des six dernières paies de quinzaine ou des douze dernières paies "
            "hebdomadaires, 1/365 des douze derniers mois d'une activité saisonnière ou discontinue, dont se retranchent les jours "
            "indemnisés. Une paie versée après l'interruption ne compte pas."
        ),
        seuils=(Seuil("MAL-GJB.paie_recue", "versement d'une paie", "date"),),
        lectures=("salaire_non_verse", "arrondi_base"),
    ),
    Regle(
        id="MAL-PLAFOND",
        titre="Plafond du salaire de référence",
        fonctions=(
            "salaires.jour_du_smic",
            "salaires.plafond_mensuel",
            "salaires.plafond_d_une_paie",
            "salaires.plafond_par_mois_civil",
            "salaires.plafond_sur_l_annee",
            "salaires.plafond_annuel",
            "salaires.salaires_plafonnes",
        ),
        articles=("R323-4",),
        depuis=date(2021, 4, 14),
        resume=(
            "Chaque mois, l'ensemble des salaires est retenu dans la limite d'un multiple du SMIC mensuel en vigueur le dernier jour "
            "du mois civil précédant l'interruption : 1,8 pour les arrêts débutés avant le 1er avril 2025, 1,4 depuis."
        ),
        seuils=(Seuil("MAL-PLAFOND.paie", "salaire de la paie", "euros"),),
        lectures=("plafond_paies_courtes", "plafond_douze_mois"),
    ),
    Regle(
        id="MAL-R3238",
        titre="Mois de référence sans salaire ou incomplets",
        fonctions=(
            "retablissement.absence_retablie",
            "retablissement.hors_du_contrat",
            "retablissement.jours_payes",
            "retablissement.mois_complet",
            "retablissement.revenu_journalier",
            "retablissement.mois_retabli",
            "retablissement.jours_de_chomage_retablis",
            "retablissement.mois_de_deux_activites",
            "retablissement.regle_du_meme_mois",
            "retablissement.formule_de_la_reforme",
            "retablissement.salaire_declare_retenu",
            "retablissement.seconde_methode",
        ),
        articles=("R323-8",),
        depuis=date(2021, 4, 15),
        resume=(
            "Un mois de référence où l'activité commence, finit ou s'interrompt pour maladie, accident, maternité, chômage, fermeture "
            "ou congé non payé est rétabli sur la base du revenu journalier effectivement perçu, avant d'être plafonné ; le mois où une "
            "activité finit et une autre commence n'est complété que de ses jours non payés."
        ),
        seuils=(Seuil("MAL-R3238.jours_payes", "jours payés du mois de référence", "jours"),),
        lectures=("r3238_calcul", "r3238_ete_2024", "r3238_meme_mois", "r3238_conges_naissance"),
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
        id="MAL-MIN",
        titre="Minimum à partir du septième mois",
        fonctions=("maladie.date_du_minimum", "maladie.minimum_apres_six_mois", "maladie.sous_le_minimum"),
        articles=("R324-3", "L341-5"),
        depuis=date(2016, 1, 1),
        resume="À partir du septième mois d'arrêt continu, l'indemnité ne peut être inférieure à 1/365 de la pension minimale d'invalidité.",
        selection="jour_indemnise",
        seuils=(Seuil("MAL-MIN.minimum", "indemnité journalière avant application du minimum", "euros"),),
        lectures=("minimum_septieme_mois",),
    ),
)
