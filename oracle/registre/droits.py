"""The rule cards of rights: opening, keeping, assimilated periods."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
    Regle(
        id="MAL-OD-1",
        titre="Droits des six premiers mois",
        fonctions=(
            "droits.paie_recue",
            "droits.porte_des_heures",
            "droits.date_du_smic_de_six_mois",
            "droits.porte_des_cotisations",
            "droits.acquis_au_premier_arret",
        ),
        articles=("L313-1", "R313-1", "R313-3"),
        depuis=date(2017, 1, 1),
        resume=(
            "Avoir travaillé 150 heures au cours des trois mois civils ou des 90 jours précédant l'interruption, ou avoir "
            "cotisé pendant les six mois civils précédents sur 1 015 fois le SMIC horaire du premier jour de cette période. "
            "Seules comptent les paies versées avant l'interruption."
        ),
        seuils=(
            Seuil("MAL-OD-1.paie_recue", "versement d'une paie", "date"),
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
        lectures=("droits_ald",),
    ),
    Regle(
        id="MAL-OD-2",
        titre="Droits au-delà du sixième mois",
        fonctions=(
            "droits.dernier_jour_des_six_premiers_mois",
            "droits.six_mois_recomptes",
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
        lectures=("six_mois_apres_un_ecart", "smic_1er_janvier"),
    ),
    Regle(
        id="MAL-OD-3",
        titre="Périodes assimilées à du travail",
        fonctions=(
            "assimilation.periode_assimilable",
            "assimilation.heures_d_un_jour",
            "assimilation.jours_de_formation",
            "assimilation.chaque_jour_une_fois",
            "assimilation.heures_assimilees",
            "assimilation.date_du_smic_assimile",
            "assimilation.salaires_assimiles",
        ),
        articles=("R313-8", "R313-9"),
        depuis=date(2016, 1, 1),
        resume=(
            "Chaque journée indemnisée, de carence, d'accident du travail, de rééducation ou de détention provisoire vaut six heures "
            "de travail ou six fois le SMIC horaire, sauf si elle l'a été au titre du maintien des droits ; quatre heures pour la "
            "présence parentale, huit pour la formation non rémunérée, cinq jours par semaine au plus."
        ),
        seuils=(Seuil("MAL-OD-3.jours_par_semaine", "jours de congé de formation de la semaine", "jours"),),
        lectures=("smic_1er_janvier",),
    ),
    Regle(
        id="MAL-OD-4",
        titre="Professions saisonnières ou discontinues",
        fonctions=(
            "droits.profession_discontinue",
            "droits.date_du_smic_d_une_activite_discontinue",
            "droits.porte_des_douze_mois",
            "droits.paye_au_cachet",
            "droits.porte_des_cachets",
            "droits.cachets_de_douze_mois",
            "droits.douze_mois_admis",
        ),
        articles=("R313-7",),
        depuis=date(2019, 1, 1),
        resume=(
            "Le salarié d'une profession saisonnière ou discontinue qui ne remplit pas les conditions ordinaires ouvre ses droits "
            "par 600 heures, ou 2 030 fois le SMIC horaire, sur douze mois. Neuf cachets en trois mois valent 150 heures, trente-six "
            "en douze mois 600 heures."
        ),
        seuils=(
            Seuil(
                "MAL-OD-4.heures_12_mois",
                "heures travaillées pendant les douze mois civils précédents",
                "heures",
            ),
            Seuil(
                "MAL-OD-4.heures_365_jours", "heures travaillées pendant les 365 jours précédents", "heures"
            ),
            Seuil(
                "MAL-OD-4.salaires_12_mois",
                "salaires soumis à cotisation pendant les douze mois civils précédents",
                "euros",
            ),
            Seuil("MAL-OD-4.cachets_3_mois", "cachets des trois mois civils précédents", "cachets"),
            Seuil("MAL-OD-4.cachets_12_mois", "cachets des douze mois civils précédents", "cachets"),
        ),
        lectures=("smic_1er_janvier",),
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
        id="MAL-CONGE-PARENTAL",
        titre="Congé parental, de présence parentale, de solidarité familiale",
        fonctions=(
            "maladie.conge_sans_indemnite",
            "droits.fin_des_droits_retrouves",
            "droits.droits_retrouves",
        ),
        articles=("L161-9", "L161-9-2", "L161-9-3", "D161-2", "D161-2-1-1-1-1"),
        depuis=date(2016, 1, 1),
        resume=(
            "Pendant le congé parental rien n'est dû ; au retour, ou si la maladie empêche le retour, les droits d'avant le congé sont "
            "retrouvés, pendant douze mois à compter de la reprise, quand le travail n'en ouvre pas de nouveaux."
        ),
        seuils=(
            Seuil(
                "MAL-CONGE-PARENTAL.douze_mois", "dernier jour des droits retrouvés après le congé", "date"
            ),
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
