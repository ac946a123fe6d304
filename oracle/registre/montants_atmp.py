"""The rule cards of what a work accident pays: daily wage, amount, floor, annuity, reduced work, unfitness."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
    Regle(
        id="ATMP-SJ",
        titre="Salaire journalier de base",
        fonctions=(
            "atmp.salaire.date_de_l_arret",
            "atmp.salaire.profession_discontinue",
            "atmp.salaire.nombre_de_paies",
            "atmp.salaire.diviseur",
            "atmp.salaire.tous_les_emplois",
            "atmp.salaire.salaire_journalier",
        ),
        articles=("R433-4", "R436-1"),
        depuis=date(2015, 1, 1),
        resume=(
            "La paie du mois civil d'avant l'arrêt, divisée par 30,42 ; ses deux dernières quinzaines ou quatre dernières semaines, par 28 ; "
            "douze mois, par 365, d'une profession discontinue. Aucun plafond de SMIC."
        ),
        lectures=("jour_de_l_arret", "base_interimaire", "employeurs_atmp", "arrondi_base"),
    ),
    Regle(
        id="ATMP-RETABLI",
        titre="Période de référence incomplète",
        fonctions=(
            "atmp.salaire.absence_retablie",
            "atmp.salaire.salaire_retabli",
            "atmp.salaire.salaire_apres_un_changement_d_emploi",
        ),
        articles=("R433-6",),
        depuis=date(2006, 2, 5),
        resume=(
            "Comme si la victime avait travaillé toute la période, sauf absence non autorisée ou grève ; après un changement d'emploi, le "
            "salaire du nouvel emploi, ou tout ce qui a été perçu si c'est davantage."
        ),
        seuils=(Seuil("ATMP-RETABLI.emplois", "salaire du nouvel emploi", "euros"),),
        lectures=("salaire_retabli",),
    ),
    Regle(
        id="ATMP-PRIMES",
        titre="Primes et rappels de salaire",
        fonctions=("atmp.salaire.accessoire_retenu", "atmp.salaire.part_de_l_accessoire"),
        articles=("R433-5",),
        depuis=date(2006, 2, 5),
        resume=(
            "Payés avant l'arrêt, ils se répartissent sur les mois qui suivent le paiement, aussi nombreux que ceux qu'ils récompensent."
        ),
        seuils=(Seuil("ATMP-PRIMES.versement", "versement de la prime", "date"),),
    ),
    Regle(
        id="ATMP-MONTANT",
        titre="Indemnité journalière",
        fonctions=(
            "atmp.montant.gain_journalier_net",
            "atmp.montant.gain_net_limite",
            "atmp.montant.indemnite_journaliere",
        ),
        articles=("L433-2", "R433-1", "R433-3", "R433-4", "R331-5"),
        depuis=date(2015, 1, 1),
        resume="60 % puis 80 % du salaire journalier plafonné, dans la limite du gain journalier net, arrondie une fois.",
        seuils=(
            Seuil("ATMP-MONTANT.plafond", "salaire journalier", "euros"),
            Seuil("ATMP-MONTANT.gain_net", "part du salaire journalier", "euros"),
        ),
        lectures=("arrondi_ij", "gain_net_base_forfaitaire"),
    ),
    Regle(
        id="ATMP-PLAFOND",
        titre="Plafond du salaire journalier",
        fonctions=("atmp.montant.date_du_plafond", "atmp.montant.plafond_journalier"),
        articles=("L433-2", "R433-2"),
        depuis=date(2006, 2, 5),
        resume="0,834 % du plafond annuel de la sécurité sociale en vigueur au jour de l'arrêt ; il ne change pas en cours d'arrêt.",
        lectures=("plafond_atmp",),
    ),
    Regle(
        id="ATMP-APPRENTI",
        titre="Apprentis et stagiaires rémunérés",
        fonctions=(
            "atmp.salaire.base_garantie",
            "atmp.salaire.avec_la_base_garantie",
            "atmp.montant.gain_net_de_l_apprenti",
        ),
        articles=("R433-8", "R412-5", "R412-11"),
        depuis=date(2006, 2, 5),
        resume="Le SMIC au jour de l'accident est une base minimale ; l'indemnité reste dans le gain net de l'apprenti.",
        seuils=(Seuil("ATMP-APPRENTI.base", "salaire journalier", "euros"),),
        lectures=("gain_net_apprenti",),
    ),
    Regle(
        id="ATMP-MINEUR",
        titre="Victime de moins de dix-huit ans",
        fonctions=("atmp.salaire.moins_de_dix_huit_ans",),
        articles=("R436-2",),
        depuis=date(2006, 2, 5),
        resume="Le minimum des adultes de la catégorie est une base minimale ; aucune pièce ne le déclare, le cas est décliné.",
        seuils=(Seuil("ATMP-MINEUR.age", "date de l'accident", "date"),),
    ),
    Regle(
        id="ATMP-SMIC",
        titre="Bases forfaitaires",
        fonctions=(
            "atmp.salaire.smic_journalier",
            "atmp.salaire.base_forfaitaire",
            "atmp.salaire.base_du_travail_dissimule",
        ),
        articles=("R412-11", "R436-4-1", "R433-4-1"),
        depuis=date(2016, 1, 1),
        resume="Le SMIC mensuel pour qui accomplit une tâche d'intérêt général, et pour un emploi dissimulé, au jour du constat.",
    ),
    Regle(
        id="ATMP-REVAL",
        titre="Révision après trois mois",
        fonctions=(
            "atmp.salaire.date_de_revision",
            "atmp.salaire.revision_admise",
            "atmp.salaire.salaire_revise",
        ),
        articles=("L433-2", "R433-9", "R433-10"),
        depuis=date(2020, 7, 1),
        resume=(
            "Aucun coefficient n'est publié depuis le 1er juillet 2020 ; le salaire d'une convention collective, sur demande, dès le quatrième mois."
        ),
        seuils=(Seuil("ATMP-REVAL.salaire", "salaire de la convention", "euros"),),
        lectures=("revision_conventionnelle",),
    ),
    Regle(
        id="ATMP-RECHUTE",
        titre="Rechute, aggravation, nouvel arrêt",
        fonctions=(
            "atmp.duree.rechute_indemnisable",
            "atmp.montant.plancher_du_second_taux",
            "atmp.montant.avec_le_plancher",
            "atmp.montant.rente_journaliere",
            "atmp.montant.au_dela_de_la_rente",
        ),
        articles=("L443-2", "R433-7", "R443-2"),
        depuis=date(2006, 2, 5),
        resume=(
            "Le salaire et le plafond sont repris au nouvel arrêt, sans descendre sous l'indemnité du premier ; la rente du même accident "
            "s'en retranche."
        ),
        seuils=(
            Seuil("ATMP-RECHUTE.plancher", "indemnité du nouvel arrêt", "euros"),
            Seuil("ATMP-RECHUTE.rente", "indemnité journalière", "euros"),
        ),
        lectures=("plancher_rechute", "plancher_sans_second_taux", "rente_journaliere"),
    ),
    Regle(
        id="ATMP-TPT",
        titre="Travail aménagé ou à temps partiel",
        fonctions=(
            "atmp.temps_partiel.temps_partiel_reconnu",
            "atmp.temps_partiel.indemnite_entiere",
            "atmp.temps_partiel.maintien_partiel",
        ),
        articles=("L433-1", "R433-15"),
        depuis=date(2022, 3, 31),
        resume="La caisse maintient l'indemnité en tout ou partie ; aucune formule n'est en vigueur.",
        selection="jour_indemnise",
        lectures=("temps_partiel_atmp",),
        a_confirmer=True,
    ),
    Regle(
        id="ATMP-ITI",
        titre="Indemnité temporaire d'inaptitude",
        fonctions=(
            "atmp.inaptitude.premier_jour_d_inaptitude",
            "atmp.inaptitude.dernier_jour_possible",
            "atmp.inaptitude.dernier_jour_d_inaptitude",
            "atmp.inaptitude.sans_remuneration",
            "atmp.inaptitude.rente_imputee",
            "atmp.inaptitude.inaptitude_apres_la_rente",
        ),
        articles=("L433-1", "D433-2", "D433-3", "D433-4", "D433-5", "D433-7"),
        depuis=date(2010, 7, 1),
        resume=(
            "Du lendemain de l'avis d'inaptitude au licenciement ou au reclassement, un mois au plus, au montant de la dernière indemnité ; "
            "la rente mensuelle s'impute."
        ),
        seuils=(Seuil("ATMP-ITI.rente", "indemnités de la période", "euros"),),
        lectures=("fin_iti", "imputation_rente_iti"),
    ),
    Regle(
        id="ATMP-CHANGEMENT-EMPLOI",
        titre="Indemnité de changement d'emploi",
        fonctions=("atmp.montant.reduite_de_l_allocation",),
        articles=("D461-15",),
        depuis=date(1999, 9, 2),
        resume="L'indemnité journalière est réduite, chaque jour de la période, de la part de l'indemnité de changement d'emploi.",
        selection="jour_indemnise",
    ),
)
