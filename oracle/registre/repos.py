"""The rule cards of the maternity rest: length, dates, losses, illness, rights, amount."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
    Regle(
        id="MAT-DUREE",
        titre="Durée du repos selon le nombre d'enfants",
        fonctions=("famille.duree.enfants_comptes", "famille.duree.duree_legale"),
        articles=("L331-3", "L331-4"),
        depuis=date(2006, 3, 24),
        resume=(
            "Seize semaines (6 avant, 10 après), vingt-six à partir du troisième enfant (8 + 18), trente-quatre pour des jumeaux "
            "(12 + 22), quarante-six au-delà (24 + 22)."
        ),
        seuils=(
            Seuil("MAT-DUREE.enfants", "enfants attendus ou nés", "enfants"),
            Seuil("MAT-DUREE.jumeaux", "enfants attendus ou nés", "enfants"),
        ),
    ),
    Regle(
        id="MAT-RANG-DATE",
        titre="À partir du troisième enfant",
        fonctions=("famille.duree.troisieme_rang",),
        articles=("L331-4",),
        depuis=date(2006, 3, 24),
        resume=(
            "Le repos est allongé quand l'assurée ou le ménage a déjà, avant l'accouchement, deux enfants à charge, ou qu'elle a mis au "
            "monde deux enfants nés viables."
        ),
        seuils=(
            Seuil("MAT-RANG-DATE.a_charge", "enfants à charge avant l'accouchement", "enfants"),
            Seuil("MAT-RANG-DATE.nes", "enfants nés viables", "enfants"),
        ),
    ),
    Regle(
        id="MAT-CAL",
        titre="Premier jour du repos",
        fonctions=("famille.duree.debut_legal", "famille.duree.debut_prevu"),
        articles=("L331-3",),
        depuis=date(2006, 3, 24),
        resume="Le repos commence, de date à date, tant de semaines avant la date présumée de l'accouchement.",
    ),
    Regle(
        id="MAT-TARD",
        titre="Accouchement à terme ou tardif",
        fonctions=("famille.duree.avant_terme", "famille.duree.fin_apres_terme"),
        articles=("L331-3",),
        depuis=date(2006, 3, 24),
        resume="Le repos d'avant la naissance dure jusqu'à elle ; celui d'après est entier, le jour de l'accouchement étant le premier.",
        seuils=(Seuil("MAT-TARD.terme", "date de l'accouchement", "date"),),
    ),
    Regle(
        id="MAT-PREMA",
        titre="Accouchement avant la date présumée",
        fonctions=("famille.duree.debut_du_repos", "famille.duree.fin_avant_terme"),
        articles=("L331-3", "L331-4"),
        depuis=date(2006, 3, 24),
        resume=(
            "La durée totale n'est pas réduite : le repos commencé garde son premier jour et sa longueur ; si l'enfant naît avant, il "
            "commence à la naissance."
        ),
        seuils=(Seuil("MAT-PREMA.avant_le_repos", "date de l'accouchement", "date"),),
    ),
    Regle(
        id="MAT-PREMA-HOSP",
        titre="Enfant né plus de six semaines avant terme et hospitalisé",
        fonctions=("famille.duree.supplement_pour_hospitalisation",),
        articles=("L331-3",),
        depuis=date(2006, 3, 24),
        resume="Le repos est augmenté des jours qui vont de l'accouchement au premier jour du repos légal.",
        seuils=(Seuil("MAT-PREMA-HOSP.avance", "avance de l'accouchement sur la date présumée", "jours"),),
    ),
    Regle(
        id="MAT-AVANCE",
        titre="Repos pris plus tôt",
        fonctions=("famille.duree.avance_admise",),
        articles=("L331-3", "L331-4"),
        depuis=date(2006, 3, 24),
        resume="Deux semaines à partir du troisième enfant, quatre pour des jumeaux, prises avant plutôt qu'après la naissance.",
        seuils=(Seuil("MAT-AVANCE.jours", "avance demandée", "jours"),),
    ),
    Regle(
        id="MAT-REPORT",
        titre="Report d'une partie du repos après la naissance",
        fonctions=("famille.duree.report_admis",),
        articles=("L331-4-1",),
        depuis=date(2007, 3, 7),
        resume="Trois semaines au plus, sur une prescription antérieure au premier jour du repos légal.",
        seuils=(
            Seuil("MAT-REPORT.demande", "prescription du report", "date"),
            Seuil("MAT-REPORT.jours", "report demandé", "jours"),
        ),
    ),
    Regle(
        id="MAT-REPORT-ANNUL",
        titre="Arrêt prescrit pendant le report",
        fonctions=("famille.duree.report_annule",),
        articles=("L331-4-1",),
        depuis=date(2007, 3, 7),
        resume="Le repos commence au premier jour de l'arrêt ; ce qui restait du report est perdu pour l'après-naissance.",
    ),
    Regle(
        id="MAT-HOSP-REPORT",
        titre="Enfant encore hospitalisé six semaines après la naissance",
        fonctions=(
            "famille.duree.fin_de_la_sixieme_semaine",
            "famille.duree.encore_hospitalise",
            "famille.duree.fin_du_reliquat",
        ),
        articles=("L331-5",),
        depuis=date(2006, 3, 24),
        resume="L'assurée peut reprendre le travail et reporter ce qui reste du repos au jour où l'enfant sort de l'hôpital.",
        seuils=(Seuil("MAT-HOSP-REPORT.sortie", "sortie de l'enfant", "date"),),
    ),
    Regle(
        id="MAT-8S",
        titre="Huit semaines de cessation au moins",
        fonctions=("famille.duree.duree_minimale_atteinte",),
        articles=("L331-3", "L623-1"),
        depuis=date(2006, 3, 24),
        resume="Rien n'est dû à qui cesse le travail moins de cinquante-six jours pendant la période de repos.",
        seuils=(Seuil("MAT-8S.jours", "jours de cessation pendant le repos", "jours"),),
    ),
    Regle(
        id="MAT-8S-CHAMP",
        titre="Congés soumis à la durée minimale",
        fonctions=("famille.duree.duree_minimale_exigee",),
        articles=("L331-3", "L331-6", "L331-7"),
        depuis=date(2014, 12, 25),
        resume="Les huit semaines ne valent ni pour l'adoption, ni pour le deuil, ni pour le repos repris d'une mère décédée.",
    ),
    Regle(
        id="MAT-ARRET",
        titre="Jours travaillés pendant le repos",
        fonctions=("famille.duree.cessation_effective",),
        articles=("L331-3",),
        depuis=date(2006, 3, 24),
        resume="Un jour travaillé pendant le repos n'est pas indemnisé et ne se reporte pas.",
    ),
    Regle(
        id="MAT-MORTNE",
        titre="Enfant né viable, vivant ou non",
        fonctions=("famille.perte.viable", "famille.perte.maternite_due"),
        articles=("R331-5",),
        depuis=date(2021, 4, 14),
        resume=(
            "Le repos entier est dû à partir de vingt-deux semaines d'aménorrhée, ou d'un poids de 500 g, même si l'enfant n'est pas né "
            "vivant."
        ),
        seuils=(
            Seuil("MAT-MORTNE.age", "âge de la grossesse, en jours d'aménorrhée", "jours"),
            Seuil("MAT-MORTNE.poids", "poids de l'enfant, en grammes", "grammes"),
        ),
        lectures=("seuil_viabilite", "seuil_poids", "naissance_vivante_non_viable"),
    ),
    Regle(
        id="MAT-MORTNE-INF22",
        titre="Perte avant le seuil de viabilité",
        fonctions=("famille.perte.jours_anterieurs_acquis",),
        articles=("R331-5", "L331-3"),
        depuis=date(2021, 4, 14),
        resume="Aucune indemnité de repos : les jours prescrits relèvent de la maladie.",
        lectures=("perte_avant_22_sa",),
    ),
    Regle(
        id="MAT-PATHO-PRE",
        titre="Repos supplémentaire pour grossesse pathologique",
        fonctions=(
            "famille.pathologie.repos_prenatal_possible",
            "famille.pathologie.malade_de_la_grossesse",
            "famille.pathologie.repos_pathologique",
        ),
        articles=("L331-5", "R331-6"),
        depuis=date(2006, 3, 24),
        resume=(
            "Quatorze jours au plus, prescrits depuis la déclaration de grossesse et pris avant l'accouchement, sont payés comme le repos."
        ),
        seuils=(
            Seuil("MAT-PATHO-PRE.declaration", "jour de repos pathologique", "date"),
            Seuil("MAT-PATHO-PRE.avant_le_repos", "jour de repos pathologique", "date"),
            Seuil("MAT-PATHO-PRE.jours", "rang du jour de repos pathologique", "jours"),
        ),
    ),
    Regle(
        id="MAT-PATHO-POST",
        titre="Suites de couches pathologiques",
        fonctions=("famille.pathologie.sans_carence_de_suites_de_couches",),
        articles=("R331-6", "R331-2"),
        depuis=date(2016, 1, 1),
        resume="Après le repos et sans reprise du travail, la maladie est indemnisée sans carence.",
    ),
    Regle(
        id="MAT-MALADIE",
        titre="Maladie de la grossesse",
        fonctions=("famille.pathologie.sans_carence_de_grossesse", "famille.pathologie.maternite_prevaut"),
        articles=("R331-2", "R331-6"),
        depuis=date(2016, 1, 1),
        resume=(
            "Pendant le repos la maternité l'emporte sur la maladie ; l'état pathologique constaté dans les six semaines précédant "
            "l'accouchement n'a pas de carence."
        ),
        seuils=(
            Seuil("MAT-MALADIE.constat", "constat de l'état pathologique", "date"),
            Seuil("MAT-MALADIE.repos", "jour prescrit", "date"),
        ),
        lectures=("carence_grossesse",),
    ),
    Regle(
        id="MAT-CUMUL",
        titre="Une seule indemnité par jour",
        fonctions=("famille.cumul.rang_du_risque", "famille.cumul.jour_libre"),
        articles=("R331-6", "L331-8", "L331-8-2", "L331-9"),
        depuis=date(2021, 7, 1),
        resume="Deux indemnités ne s'additionnent jamais un même jour : les congés se suivent, ils ne se superposent pas.",
    ),
    Regle(
        id="MAT-REF",
        titre="Date d'appréciation des droits",
        fonctions=("famille.ouverture.debut_du_neuvieme_mois", "famille.ouverture.l_une_des_dates_suffit"),
        articles=("R313-1",),
        depuis=date(2016, 1, 1),
        resume="Début du neuvième mois avant la date présumée, ou début du repos : l'une suffit.",
        lectures=("neuvieme_mois_inexistant",),
    ),
    Regle(
        id="MAT-SEUIL",
        titre="Quantité de travail exigée",
        fonctions=("famille.ouverture.droits_ouverts", "famille.ouverture.sans_condition_d_ouverture"),
        articles=("R313-3", "R313-4", "L331-9", "L331-6"),
        depuis=date(2017, 5, 6),
        resume=(
            "Les heures ou les cotisations demandées en maladie pour les six premiers mois, et l'affiliation ; rien de tel pour le deuil "
            "d'un enfant ou le repos d'une mère décédée."
        ),
    ),
    Regle(
        id="MAT-AFFIL",
        titre="Six mois d'affiliation",
        fonctions=(
            "famille.ouverture.affiliation_suffisante",
            "famille.ouverture.debut_du_conge_pour_l_affiliation",
            "famille.ouverture.date_d_affiliation_de_la_mere",
            "famille.ouverture.date_d_affiliation_du_pere",
            "famille.ouverture.date_d_affiliation_de_l_adoptant",
        ),
        articles=("R313-3", "R313-4", "D623-8"),
        depuis=date(2023, 8, 20),
        resume=(
            "Six mois d'affiliation à la date présumée de l'accouchement pour les congés débutés après le 20 août 2023, dix auparavant ; "
            "le père à la date de son congé, l'adoptant à l'arrivée de l'enfant."
        ),
        seuils=(Seuil("MAT-AFFIL.mois", "fin des mois d'affiliation exigés", "date"),),
        lectures=("affiliation_conge_avance", "affiliation_paternite", "affiliation_adoption"),
    ),
    Regle(
        id="MAT-MAINTIEN",
        titre="Plafond sous maintien des droits",
        fonctions=("famille.montant.debut_pour_le_plafond",),
        articles=("R331-5", "L161-8", "L311-5"),
        depuis=date(2021, 4, 14),
        resume="Le salaire est celui d'avant la cessation du travail, le plafond celui du congé.",
        lectures=("plafond_maintien",),
    ),
    Regle(
        id="MAT-INTERRUPTION",
        titre="Jour qui fixe le salaire et le plafond",
        fonctions=(
            "famille.montant.date_de_l_interruption",
            "famille.montant.date_de_la_fraction",
            "famille.montant.attestations_du_repos",
        ),
        articles=("R331-5", "L331-8"),
        depuis=date(2021, 4, 14),
        resume="Premier jour du repos, ou de chaque fraction du congé de paternité.",
        lectures=("interruption_maternite", "fraction_paternite"),
    ),
    Regle(
        id="MAT-PLAFOND",
        titre="Plafond de la sécurité sociale",
        fonctions=(
            "famille.montant.jour_du_plafond",
            "famille.montant.plafond_d_une_paie",
            "famille.montant.salaires_plafonnes",
        ),
        articles=("R331-5",),
        depuis=date(2021, 4, 14),
        resume=(
            "Chaque paie est retenue dans la limite du plafond mensuel en vigueur le dernier jour du mois civil précédant l'interruption, "
            "ramené au rythme de la paie."
        ),
        seuils=(Seuil("MAT-PLAFOND.paie", "salaire de la paie", "euros"),),
        lectures=("quinzaine_pass",),
    ),
    Regle(
        id="MAT-MULTI",
        titre="Plusieurs employeurs",
        fonctions=(
            "famille.montant.provision_sur_les_paies_connues",
            "famille.montant.plafond_de_tous_les_employeurs",
        ),
        articles=("R331-5", "R323-10"),
        depuis=date(2021, 4, 14),
        resume=(
            "Les paies de tous les employeurs s'additionnent sous un seul plafond ; tant qu'une attestation manque, l'indemnité est "
            "calculée sur celles qui sont connues."
        ),
        seuils=(Seuil("MAT-MULTI.employeurs", "employeurs dont l'attestation est connue", "employeurs"),),
    ),
    Regle(
        id="MAT-RETABLI",
        titre="Aucun jour travaillé depuis la période de référence",
        fonctions=("famille.montant.salaire_d_avant_l_absence",),
        articles=("R323-8", "R331-5"),
        depuis=date(2021, 4, 14),
        resume="Quand le mois de référence ne peut être rétabli, le salaire est celui d'avant la cessation du travail.",
    ),
    Regle(
        id="MAT-IJ",
        titre="Montant de l'indemnité de repos",
        fonctions=("famille.montant.indemnite_de_repos",),
        articles=("R331-5",),
        depuis=date(2021, 4, 14),
        resume="Le gain journalier, diminué de 21 %, arrondi une fois au centime.",
    ),
    Regle(
        id="MAT-MIN",
        titre="Montant minimal",
        fonctions=(
            "famille.montant.date_du_minimum",
            "famille.montant.minimum",
            "famille.montant.avec_le_minimum",
        ),
        articles=("R331-5",),
        depuis=date(2021, 4, 14),
        resume="L'indemnité ne peut être inférieure à 1/365 de la pension d'invalidité minimale.",
        seuils=(Seuil("MAT-MIN.minimum", "indemnité avant application du minimum", "euros"),),
        lectures=("minimum_maternite",),
    ),
)
