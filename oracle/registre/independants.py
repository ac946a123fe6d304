"""The rule cards of self-employed parents and conjoints collaborateurs."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
    Regle(
        id="TI-ALLOC",
        titre="Allocation forfaitaire de repos maternel",
        fonctions=(
            "famille.independants.allocation_de_repos",
            "famille.independants.allocation_acquise",
            "famille.independants.premiere_moitie",
            "famille.independants.allocation_en_une_fois",
        ),
        articles=("L623-1", "D623-1"),
        depuis=date(2020, 5, 25),
        resume=(
            "Le plafond mensuel à la date prévue du premier versement, pour moitié au début de l'arrêt et pour moitié au terme des huit "
            "semaines ; en une fois si l'accouchement précède la fin du septième mois."
        ),
        seuils=(
            Seuil("TI-ALLOC.cessation", "jours de cessation pendant le repos", "jours"),
            Seuil("TI-ALLOC.septieme_mois", "date de l'accouchement", "date"),
        ),
    ),
    Regle(
        id="TI-IJ",
        titre="Indemnité journalière forfaitaire de repos",
        fonctions=(
            "famille.independants.date_du_montant",
            "famille.independants.indemnite_forfaitaire",
            "famille.independants.six_semaines_apres_la_naissance",
            "famille.independants.allocation_sans_six_semaines",
        ),
        articles=("L623-1", "D623-2"),
        depuis=date(2021, 7, 1),
        resume="1/730 du plafond annuel à la date prévue du premier versement, pour huit semaines au moins dont six après la naissance.",
        seuils=(Seuil("TI-IJ.apres_naissance", "jours de cessation après la naissance", "jours"),),
        lectures=("ti_revalorisation", "ti_moins_de_six_semaines"),
    ),
    Regle(
        id="TI-10PCT",
        titre="Revenu inférieur au dixième du plafond",
        fonctions=(
            "famille.independants.revenu_d_un_micro_entrepreneur",
            "famille.independants.revenu_acquitte",
            "famille.independants.revenu_plancher",
            "famille.independants.annees_du_revenu",
            "famille.independants.revenu_annuel_moyen",
            "famille.independants.revenu_des_premieres_annees",
            "famille.independants.seuil_des_dix_pour_cent",
            "famille.independants.montant_reduit",
        ),
        articles=("D623-3", "D622-7", "D621-3"),
        depuis=date(2022, 1, 1),
        resume="Allocation et indemnité tombent au dixième quand le revenu moyen est inférieur au dixième du plafond moyen des mêmes années.",
        seuils=(
            Seuil("TI-10PCT.cotisations", "cotisations payées", "euros"),
            Seuil("TI-10PCT.plancher", "revenu de l'année", "euros"),
            Seuil("TI-10PCT.anciennete", "années civiles depuis l'affiliation", "ans"),
            Seuil("TI-10PCT.revenu", "revenu annuel moyen", "euros"),
        ),
        lectures=("test_10", "ti_debut_annee_en_cours"),
    ),
    Regle(
        id="TI-PATHO",
        titre="Trente jours pour grossesse ou couches pathologiques",
        fonctions=("famille.independants.jour_pathologique",),
        articles=("D623-4",),
        depuis=date(2020, 5, 25),
        resume="Trente jours en deux périodes, dont quinze au plus après la naissance, payés comme le repos.",
        seuils=(
            Seuil("TI-PATHO.jours", "rang du jour pathologique", "jours"),
            Seuil("TI-PATHO.apres_naissance", "rang du jour pathologique d'après la naissance", "jours"),
        ),
    ),
    Regle(
        id="TI-PAT",
        titre="Paternité d'un indépendant",
        fonctions=("famille.independants.jours_obligatoires_du_pere", "famille.independants.part_du_pere"),
        articles=("L623-1", "D623-2"),
        depuis=date(2021, 7, 1),
        resume="Sept jours dès la naissance, et les autres en parts de cinq jours au moins.",
        seuils=(
            Seuil("TI-PAT.prise", "jours entre la naissance et le congé", "jours"),
            Seuil("TI-PAT.obligatoires", "jours pris à la naissance", "jours"),
            Seuil("TI-PAT.parts", "rang de la part", "parts"),
            Seuil("TI-PAT.part", "jours de la part", "jours"),
        ),
        lectures=("ti_fractions_paternite",),
    ),
    Regle(
        id="TI-ADO",
        titre="Adoption d'un indépendant",
        fonctions=(
            "famille.independants.duree_d_adoption",
            "famille.independants.jour_d_adoption",
            "famille.independants.allocation_d_adoption",
        ),
        articles=("L623-1",),
        depuis=date(2021, 7, 1),
        resume="Les trois quarts des durées de la maternité, à partir de l'arrivée, et la moitié de l'allocation.",
        seuils=(Seuil("TI-ADO.arrivee", "jour de congé", "date"),),
    ),
    Regle(
        id="CC",
        titre="Conjoint collaborateur remplacé",
        fonctions=(
            "famille.independants.plafond_du_remplacement",
            "famille.independants.indemnite_de_remplacement",
        ),
        articles=("L663-1", "D663-1", "D663-2"),
        depuis=date(2019, 5, 30),
        resume="L'allocation de repos, et le coût réel du remplacement par un salarié, dans une limite par jour.",
        seuils=(Seuil("CC.cout", "coût du remplacement", "euros"),),
    ),
)
