"""The rule cards of the leaves beside the mother's rest: paternity, adoption, supplementary leave, mourning."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
    Regle(
        id="PAT-DROIT",
        titre="Congé de paternité et d'accueil de l'enfant",
        fonctions=(
            "famille.paternite.duree",
            "famille.paternite.jours_obligatoires_pris",
            "famille.paternite.part_admise",
            "famille.paternite.dans_la_duree",
        ),
        articles=("L331-8",),
        depuis=date(2021, 7, 1),
        resume=(
            "Vingt-cinq jours, trente-deux pour plusieurs enfants : quatre obligatoires après le congé de naissance, les autres en deux "
            "parts de cinq jours au moins."
        ),
        seuils=(
            Seuil("PAT-DROIT.enfants", "enfants nés", "enfants"),
            Seuil("PAT-DROIT.prise", "jours entre la naissance et le congé", "jours"),
            Seuil("PAT-DROIT.obligatoires", "jours pris après le congé de naissance", "jours"),
            Seuil("PAT-DROIT.parts", "rang de la part", "parts"),
            Seuil("PAT-DROIT.part", "jours de la part", "jours"),
            Seuil("PAT-DROIT.jours", "rang du jour de congé", "jours"),
        ),
    ),
    Regle(
        id="PAT-DELAI",
        titre="Délai de prise du congé de paternité",
        fonctions=("famille.paternite.fin_du_delai", "famille.paternite.dans_le_delai"),
        articles=("L331-8", "D623-2"),
        depuis=date(2021, 7, 1),
        resume="Chaque part commence dans les six mois de la naissance, ou de la fin de l'hospitalisation de l'enfant.",
        seuils=(
            Seuil("PAT-DELAI.debut", "premier jour de la part", "date"),
            Seuil("PAT-DELAI.jour", "jour de congé", "date"),
        ),
        lectures=("delai_paternite",),
    ),
    Regle(
        id="PAT-HOSP",
        titre="Nouveau-né hospitalisé",
        fonctions=("famille.paternite.jours_d_hospitalisation",),
        articles=("L331-8", "D331-6"),
        depuis=date(2021, 7, 1),
        resume="Les jours obligatoires se prolongent jusqu'à la sortie de l'enfant d'une unité spécialisée, trente jours au plus.",
        seuils=(Seuil("PAT-HOSP.jours", "jours d'hospitalisation après les jours obligatoires", "jours"),),
        lectures=("hospitalisation_30j",),
    ),
    Regle(
        id="PAT-MORTNE",
        titre="Père d'un enfant né sans vie",
        fonctions=("famille.paternite.pere_d_un_enfant_viable",),
        articles=("L331-8",),
        depuis=date(2021, 7, 1),
        resume="L'enfant né sans vie mais viable ouvre le congé de paternité.",
    ),
    Regle(
        id="ADO-DUREE",
        titre="Durée, début et parts du congé d'adoption",
        fonctions=(
            "famille.adoption.duree",
            "famille.adoption.dans_la_duree",
            "famille.adoption.jour_permis",
            "famille.adoption.part_admise",
            "famille.adoption.dans_le_delai",
        ),
        articles=("L331-7",),
        depuis=date(2021, 7, 1),
        resume=(
            "Seize semaines, dix-huit quand le foyer atteint trois enfants, vingt-deux pour plusieurs adoptés ; au plus tôt sept jours "
            "avant l'arrivée, en deux parts au plus, achevées dans les huit mois."
        ),
        seuils=(
            Seuil("ADO-DUREE.enfants", "enfants adoptés", "enfants"),
            Seuil("ADO-DUREE.a_charge", "enfants à charge après l'adoption", "enfants"),
            Seuil("ADO-DUREE.jours", "rang du jour de congé", "jours"),
            Seuil("ADO-DUREE.avant_l_arrivee", "jour de congé", "date"),
            Seuil("ADO-DUREE.parts", "rang de la part", "parts"),
            Seuil("ADO-DUREE.part", "jours de la part", "jours"),
            Seuil("ADO-DUREE.delai", "jour de congé", "date"),
        ),
    ),
    Regle(
        id="ADO-PARTAGE",
        titre="Congé d'adoption partagé",
        fonctions=("famille.adoption.duree_d_un_parent",),
        articles=("L331-7", "L161-6"),
        depuis=date(2021, 7, 1),
        resume="Réparti entre les parents, le congé est augmenté de 25 jours, 32 pour plusieurs enfants.",
        seuils=(Seuil("ADO-PARTAGE.jours", "jours laissés par l'autre parent", "jours"),),
    ),
    Regle(
        id="ADO-OUV",
        titre="Heures de travail de l'adoptant",
        fonctions=("famille.ouverture.porte_de_l_adoptant",),
        articles=("R313-4",),
        depuis=date(2017, 5, 6),
        resume="Les 150 heures se comptent aussi sur les trois mois, de date à date, qui précèdent l'arrivée.",
        seuils=(Seuil("ADO-OUV.heures", "heures des trois mois de date à date", "heures"),),
    ),
    Regle(
        id="CSN-DROIT",
        titre="Congé supplémentaire de naissance",
        fonctions=(
            "famille.naissance.enfant_concerne",
            "famille.naissance.ouvert_le",
            "famille.naissance.fin_du_mois_de_conge",
            "famille.naissance.mois_admis",
        ),
        articles=("L331-8-1",),
        depuis=date(2025, 12, 31),
        resume="Un ou deux mois, pour les enfants nés, attendus ou arrivés depuis le 1er janvier 2026, à partir du 1er juillet 2026.",
        seuils=(
            Seuil("CSN-DROIT.naissance", "naissance, date présumée ou arrivée", "date"),
            Seuil("CSN-DROIT.debut", "premier jour du congé", "date"),
            Seuil("CSN-DROIT.mois", "rang du mois de congé", "mois"),
        ),
        a_confirmer=True,
    ),
    Regle(
        id="CSN-DELAI",
        titre="Délai de prise du congé supplémentaire",
        fonctions=("famille.naissance.dernier_jour_pour_commencer", "famille.naissance.dans_le_delai"),
        articles=("L331-8-1",),
        depuis=date(2025, 12, 31),
        resume="Chaque période commence dans les neuf mois de la naissance, et jusqu'au 31 mars 2027 pour les enfants nés avant juillet 2026.",
        seuils=(Seuil("CSN-DELAI.debut", "premier jour de la période", "date"),),
        a_confirmer=True,
    ),
    Regle(
        id="CSN-IJ",
        titre="Montant du congé supplémentaire",
        fonctions=("famille.montant.indemnite_de_naissance", "famille.naissance.second_mois"),
        articles=("L331-8-1",),
        depuis=date(2025, 12, 31),
        resume="70 % du gain journalier net le premier mois, 60 % le second.",
        seuils=(Seuil("CSN-IJ.mois", "rang du mois de congé", "mois"),),
        a_confirmer=True,
    ),
    Regle(
        id="DEUIL",
        titre="Deuil d'un enfant",
        fonctions=(
            "famille.deuil.enfant_pleure",
            "famille.deuil.duree",
            "famille.deuil.part_admise",
            "famille.deuil.dans_la_duree",
            "famille.deuil.dans_le_delai",
        ),
        articles=("L331-9", "D331-8", "L623-1"),
        depuis=date(2023, 7, 21),
        resume=(
            "Huit jours en deux parts pour un salarié, quinze jours en trois parts sous maintien des droits ou en activité indépendante, dans "
            "l'année du décès, sans condition d'ouverture."
        ),
        seuils=(
            Seuil("DEUIL.age", "âge de l'enfant", "ans"),
            Seuil("DEUIL.parts", "rang de la part", "parts"),
            Seuil("DEUIL.jours", "rang du jour de congé", "jours"),
            Seuil("DEUIL.delai", "jour de congé", "date"),
        ),
    ),
    Regle(
        id="MAT-DECES-MERE",
        titre="Repos d'une mère décédée",
        fonctions=("famille.deuil.premier_jour_du_survivant", "famille.deuil.jour_du_survivant"),
        articles=("L331-6", "L623-4"),
        depuis=date(2014, 12, 25),
        resume="L'autre parent prend ce qui restait du repos, payé sur son propre salaire, sans condition d'ouverture.",
        seuils=(Seuil("MAT-DECES-MERE.premier_jour", "jour de congé", "date"),),
        lectures=("deces_mere_jour",),
    ),
)
