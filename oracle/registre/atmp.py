"""The rule cards of work accidents and occupational diseases: recognition, days, ends, what goes with them."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
    Regle(
        id="ATMP-DROIT",
        titre="Accident du travail, de trajet, maladie professionnelle : sans condition d'ouverture",
        fonctions=("atmp.reconnaissance.relevant_du_livre_quatre", "atmp.reconnaissance.sans_indemnite"),
        articles=("L411-1", "L411-2", "L461-1", "L412-8", "R412-5", "R412-10"),
        depuis=date(2019, 12, 1),
        resume=(
            "Aucune durée de travail ni cotisation n'est exigée ; élèves, étudiants et stagiaires non rémunérés sont couverts sans "
            "indemnité journalière."
        ),
    ),
    Regle(
        id="ATMP-EXCLUSION",
        titre="Faute intentionnelle de la victime",
        fonctions=("atmp.reconnaissance.sans_prestation",),
        articles=("L453-1", "L375-1"),
        depuis=date(2016, 1, 1),
        resume="Ni indemnité de l'accident, ni indemnité de maladie à sa place.",
    ),
    Regle(
        id="ATMP-J0",
        titre="Journée de l'accident",
        fonctions=("atmp.duree.jour_a_la_charge_de_l_employeur",),
        articles=("L433-1",),
        depuis=date(1993, 1, 30),
        resume="Elle est tout entière à la charge de l'employeur ; une maladie ou une rechute n'en a pas.",
        selection="jour_indemnise",
    ),
    Regle(
        id="ATMP-DEBUT",
        titre="Premier jour indemnisé, sans carence",
        fonctions=("atmp.duree.meme_arret",),
        articles=("L433-1",),
        depuis=date(1993, 1, 30),
        resume="Dès le premier jour qui suit l'arrêt du travail, dimanches et jours fériés compris.",
        selection="second_avis",
        seuils=(Seuil("ATMP-DEBUT.ecart", "jours non prescrits entre deux avis", "jours"),),
    ),
    Regle(
        id="ATMP-28J",
        titre="Second taux à partir du vingt-neuvième jour",
        fonctions=("atmp.duree.depart_du_decompte", "atmp.duree.jour_compte", "atmp.duree.au_second_taux"),
        articles=("R433-1", "R433-3", "R433-7"),
        depuis=date(2006, 2, 5),
        resume=(
            "Vingt-huit jours au premier taux, comptés d'un arrêt à l'autre du même accident tant qu'il n'est ni guéri ni consolidé ; "
            "le second ensuite."
        ),
        seuils=(Seuil("ATMP-28J.rang", "rang du jour d'incapacité", "jours"),),
        lectures=("depart_28_jours", "tpt_28_jours"),
    ),
    Regle(
        id="ATMP-FIN",
        titre="Guérison ou consolidation, et maladie qui suit",
        fonctions=(
            "atmp.duree.dernier_jour_indemnise",
            "atmp.duree.jour_indemnisable",
            "atmp.duree.droits_a_l_accident",
            "atmp.duree.carence_ecoulee",
        ),
        articles=("L433-1", "L442-6", "L371-3", "R433-17"),
        depuis=date(2016, 1, 1),
        resume=(
            "L'indemnité cesse avec l'incapacité temporaire ; une autre maladie, déjà en cours, est payée dès le lendemain, ses droits "
            "étant jugés au jour de l'accident."
        ),
        seuils=(
            Seuil("ATMP-FIN.consolidation", "jour d'arrêt", "date"),
            Seuil("ATMP-FIN.carence", "jours de maladie à la consolidation", "jours"),
        ),
        lectures=("fin_a_la_consolidation", "arret_pour_la_lesion_consolidee"),
    ),
    Regle(
        id="ATMP-DUREE",
        titre="Durée maximale des accidents survenus à partir de 2027",
        fonctions=("atmp.duree.dernier_jour_de_la_duree_maximale", "atmp.duree.dans_la_duree_maximale"),
        articles=("L433-1",),
        depuis=date(2025, 12, 31),
        resume="De date à date, fixée par décret, trois ans au moins ; elle ne vise pas le travail à temps réduit.",
        seuils=(Seuil("ATMP-DUREE.maximum", "jour d'arrêt", "date"),),
        a_confirmer=True,
    ),
    Regle(
        id="ATMP-CUMUL",
        titre="Une seule indemnité par jour",
        fonctions=("atmp.duree.accident_avant_la_maternite",),
        articles=("L371-3", "R433-13"),
        depuis=date(2016, 1, 1),
        resume="L'indemnité de l'accident d'abord, jusqu'à la guérison ou la consolidation ; celles de la maladie et du repos ensuite.",
        lectures=("atmp_et_maternite",),
    ),
    Regle(
        id="ATMP-PROVISOIRE",
        titre="Pendant l'instruction, et le silence de la caisse",
        fonctions=(
            "atmp.reconnaissance.jours_pour_statuer",
            "atmp.reconnaissance.dernier_jour_pour_notifier",
            "atmp.reconnaissance.reconnu_par_silence",
            "atmp.reconnaissance.refus_a_temps",
            "atmp.reconnaissance.servi_sans_attendre",
        ),
        articles=(
            "R441-7",
            "R441-8",
            "R441-15",
            "R441-16",
            "R441-18",
            "R461-9",
            "R461-10",
            "L371-5",
        ),
        depuis=date(2019, 12, 1),
        resume=(
            "Jusqu'à la décision, les indemnités de maladie sont servies à titre provisionnel ; sans décision dans le délai, l'origine "
            "professionnelle est reconnue, et tout est recalculé depuis le premier jour."
        ),
        seuils=(
            Seuil("ATMP-PROVISOIRE.silence", "date du décompte", "date"),
            Seuil("ATMP-PROVISOIRE.refus", "notification du refus", "date"),
        ),
        lectures=("delai_d_instruction", "provisoire"),
    ),
    Regle(
        id="ATMP-BASCULE",
        titre="Destinataire des jours passés de la maladie à l'accident",
        fonctions=(
            "destinataires.subroge_sans_attestation",
            "destinataires.attestation_d_accident_attendue",
        ),
        articles=("R433-12", "R441-4", "R441-15"),
        depuis=date(2015, 1, 1),
        resume=(
            "Le destinataire de chaque jour est recherché pour l'accident ; l'employeur qui a maintenu tout le salaire est subrogé de "
            "plein droit."
        ),
        lectures=("atmp_sans_attestation",),
    ),
    Regle(
        id="ATMP-MP-TABLEAU",
        titre="Premier jour couvert d'une maladie professionnelle",
        fonctions=("atmp.reconnaissance.premier_jour_couvert", "atmp.reconnaissance.jour_couvert"),
        articles=("L461-1", "L461-2"),
        depuis=date(2018, 7, 1),
        resume=(
            "La première constatation médicale, au plus deux ans avant la déclaration, et jamais avant l'entrée en vigueur du tableau ; les "
            "jours antérieurs restent de la maladie."
        ),
        selection="jour_indemnise",
        seuils=(Seuil("ATMP-MP-TABLEAU.premier_jour", "jour d'arrêt", "date"),),
    ),
    Regle(
        id="ATMP-ENVOI",
        titre="Envoi tardif de l'avis d'un accident",
        fonctions=("controles.envoi_tardif_d_un_accident",),
        articles=("L441-6", "R441-10"),
        depuis=date(2019, 12, 1),
        resume="Le praticien envoie l'avis : la réduction de moitié de la maladie ne vise pas l'accident.",
        selection="prescription",
        lectures=("envoi_tardif_atmp",),
    ),
)
