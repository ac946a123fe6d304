"""The rule cards of the days of sickness: stops, waiting days, quotas, long-term conditions."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
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
        lectures=("deces_enfant_delai",),
    ),
    Regle(
        id="MAL-GAP",
        titre="Prolongation ou nouvel arrêt",
        fonctions=(
            "maladie.meme_interruption",
            "maladie.pont_tolere",
            "maladie.tolerance_en_vigueur",
            "maladie.deux_jours_ouvres",
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
        lectures=("jours_non_prescrits", "ecart_de_48_heures"),
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
            "maladie.debut_de_la_periode_ald",
            "maladie.dernier_jour_de_la_periode_ald",
            "maladie.dans_la_periode_ald",
            "maladie.solde_apres_les_trois_ans",
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
        lectures=("ald_depart", "ald_apres_trois_ans"),
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
        lectures=("carence_ald_apres_reprise",),
    ),
)
