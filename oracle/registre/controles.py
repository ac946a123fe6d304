"""The rule cards of notices, controls and duties."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
    Regle(
        id="MAL-AVIS",
        titre="Envoi de l'avis d'arrêt",
        fonctions=(
            "controles.depart_du_delai_d_envoi",
            "controles.dernier_jour_d_envoi",
            "controles.a_envoyer_par_l_assure",
            "controles.envoi_tardif",
            "controles.avertissement_opposable",
            "controles.excuse",
            "controles.dernier_jour_reduit",
            "controles.jour_reduit",
            "controles.moitie_par_jour",
            "controles.moitie",
            "controles.original_attendu",
        ),
        articles=("R321-2", "L321-2", "D323-2"),
        depuis=date(2004, 12, 30),
        resume=(
            "L'avis est envoyé dans les deux jours. Un premier retard vaut avertissement ; un nouvel envoi tardif dans les vingt-quatre "
            "mois réduit de moitié les indemnités de la prescription à l'envoi."
        ),
        selection="prescription",
        seuils=(
            Seuil("MAL-AVIS.delai", "jour d'envoi de l'avis", "date"),
            Seuil("MAL-AVIS.arret_averti", "prescription de l'arrêt averti", "date"),
            Seuil("MAL-AVIS.avertissement", "notification de l'avertissement", "date"),
            Seuil("MAL-AVIS.vingt_quatre_mois", "jour du nouvel envoi tardif", "date"),
            Seuil("MAL-AVIS.prescription", "premier jour réduit de moitié", "date"),
            Seuil("MAL-AVIS.envoi", "dernier jour réduit de moitié", "date"),
        ),
        lectures=(
            "envoi_d_une_prolongation",
            "delai_d_envoi",
            "envoi_tardif_borne",
            "demi_ij",
            "arrondi_demi_ij",
        ),
    ),
    Regle(
        id="MAL-AVIS-FIN",
        titre="Avis envoyé après la fin de l'arrêt",
        fonctions=("controles.envoye_apres_la_fin", "controles.refus_de_la_caisse"),
        articles=("R323-12", "L321-2", "R321-2"),
        depuis=date(1990, 1, 1),
        resume=(
            "Un avis envoyé quand l'arrêt est fini rend tout contrôle impossible : la caisse peut refuser les indemnités, et les "
            "refuse sauf décision contraire ou excuse."
        ),
        selection="prescription",
        seuils=(Seuil("MAL-AVIS-FIN.dernier_jour", "jour d'envoi de l'avis", "date"),),
        lectures=("avis_apres_la_fin",),
    ),
    Regle(
        id="MAL-AVIS-DEVOIRS",
        titre="Obligations pendant l'arrêt",
        fonctions=(
            "controles.manquement_sanctionne",
            "controles.fin_de_l_activite_non_autorisee",
            "controles.fin_d_un_autre_manquement",
        ),
        articles=("L323-6",),
        depuis=date(2016, 1, 1),
        resume=(
            "L'assuré observe les prescriptions, se soumet aux contrôles, respecte les heures de sortie et s'abstient de toute "
            "activité non autorisée ; le manquement volontaire fait perdre les indemnités correspondantes."
        ),
        selection="jour_indemnise",
        lectures=("manquement_portee", "manquement_obligation"),
    ),
    Regle(
        id="MAL-CONTRE-VISITE",
        titre="Suspension après un contrôle médical",
        fonctions=("controles.premier_jour_suspendu", "controles.arret_soumis_a_avis"),
        articles=("L315-2", "R315-1-3", "L323-7", "D323-4"),
        depuis=date(2010, 8, 27),
        resume=(
            "L'arrêt jugé non justifié n'est plus payé à compter du jour où l'assuré en est informé ; un nouvel arrêt dans les dix "
            "jours francs attend l'avis du service du contrôle médical."
        ),
        selection="jour_indemnise",
        seuils=(Seuil("MAL-CONTRE-VISITE.dix_jours_francs", "début du nouvel arrêt", "date"),),
    ),
    Regle(
        id="MAL-TELE",
        titre="Arrêt prescrit à distance",
        fonctions=(
            "controles.prescription_a_distance_limitee",
            "controles.dernier_jour_a_distance",
            "controles.jour_prescrit_a_distance",
        ),
        articles=("L321-1", "L162-4-4"),
        depuis=date(2023, 12, 28),
        resume=(
            "Sauf par le médecin traitant ou la sage-femme référente, un acte à distance ne prescrit pas plus de trois jours et ne "
            "porte pas l'arrêt au-delà de trois jours."
        ),
        selection="prescription",
        seuils=(
            Seuil("MAL-TELE.trois_jours", "jour prescrit à distance", "date"),
            Seuil("MAL-TELE.renouvellement", "rang du renouvellement à distance", "jours"),
        ),
    ),
    Regle(
        id="MAL-DUREE-2026",
        titre="Durée maximale d'une prescription",
        fonctions=(
            "controles.exces_de_duree_sanctionne",
            "controles.dernier_jour_prescriptible",
            "controles.jour_prescriptible",
        ),
        articles=("L162-4-1", "L162-4-4"),
        depuis=date(2016, 1, 1),
        resume=(
            "Depuis le 1er septembre 2026 une première prescription ne dépasse pas 31 jours, une prolongation 62 jours, sauf "
            "justification écrite. Aucun texte ne prive l'assuré des jours en excès."
        ),
        selection="prescription",
        seuils=(Seuil("MAL-DUREE-2026.duree", "jour prescrit", "date"),),
        lectures=("duree_prescription",),
        a_confirmer=True,
    ),
    Regle(
        id="MAL-IVG-SF",
        titre="Arrêt prescrit par une sage-femme après une IVG médicamenteuse",
        fonctions=("controles.dernier_jour_pour_ivg", "controles.jour_pour_ivg"),
        articles=("D323-5",),
        depuis=date(2016, 6, 6),
        resume="Quatre jours calendaires au plus, renouvelables une fois ; la carence s'applique.",
        selection="prescription",
        seuils=(
            Seuil("MAL-IVG-SF.renouvellement", "rang de la prescription", "jours"),
            Seuil("MAL-IVG-SF.quatre_jours", "jour prescrit", "date"),
        ),
    ),
    Regle(
        id="MAL-CUMUL",
        titre="Cure thermale et ressources du foyer",
        fonctions=("controles.cure_indemnisee",),
        articles=("D323-1",),
        depuis=date(2016, 1, 1),
        resume=(
            "L'arrêt pour cure thermale est indemnisé quand les ressources mensuelles du foyer sont inférieures au plafond de la "
            "sécurité sociale, majoré de moitié par personne à charge."
        ),
        seuils=(Seuil("MAL-CUMUL.ressources_cure", "ressources mensuelles du foyer", "euros"),),
    ),
)
