"""The rule cards of payees, levies and balances."""

from datetime import date

from oracle.registre.modele import Regle, Seuil

REGLES = (
    Regle(
        id="PAY-ATT-1",
        titre="Attestation de salaire manquante ou incomplète",
        fonctions=("droits.suspend",),
        articles=("R323-10",),
        depuis=date(2016, 1, 1),
        resume="Tant qu'une attestation manque, rien n'est décidé : le dossier attend, il n'est ni refusé ni compté pour zéro.",
    ),
    Regle(
        id="MAL-SUBRO",
        titre="L'employeur subrogé ne change que le destinataire",
        fonctions=("destinataires.subrogation_de_plein_droit",),
        articles=("R323-11",),
        depuis=date(2021, 4, 14),
        resume=(
            "L'employeur qui maintient tout le salaire reçoit l'indemnité ; celui qui en maintient une partie, en vertu d'un contrat "
            "ou d'une convention prévoyant la déduction, la reçoit si la part maintenue atteint la somme des indemnités."
        ),
        seuils=(
            Seuil(
                "MAL-SUBRO.maintien_partiel", "salaire maintenu pendant la période de subrogation", "euros"
            ),
        ),
    ),
    Regle(
        id="PAY-SUB-2",
        titre="Jours sur lesquels l'employeur est destinataire",
        fonctions=("destinataires.dernier_jour_de_subrogation", "destinataires.periodes_sous_contrat"),
        articles=("R323-11",),
        depuis=date(2021, 4, 14),
        resume=(
            "L'employeur est destinataire les jours déclarés, dans la prescription, et pendant la vie du contrat, c'est-à-dire de "
            "tous les contrats qui se suivent chez lui ; les autres jours vont à l'assuré."
        ),
        lectures=("fin_contrat_sans_rectificative",),
    ),
    Regle(
        id="PAY-SUB-4",
        titre="Partage d'une indemnité entre plusieurs employeurs",
        fonctions=("destinataires.part_d_un_employeur",),
        articles=("R323-4", "R323-11"),
        depuis=date(2021, 4, 14),
        resume="Chaque employeur subrogé reçoit la part de l'indemnité que ses salaires de référence représentent ; le reste va à l'assuré.",
        a_confirmer=True,
    ),
    Regle(
        id="MAL-NET",
        titre="CSG et CRDS",
        fonctions=(
            "prelevements.assujetti",
            "prelevements.net_d_un_paiement",
            "prelevements.crds_d_un_paiement",
        ),
        articles=("L136-1", "L136-8"),
        depuis=date(2018, 1, 1),
        resume="6,2 % de CSG et 0,5 % de CRDS sur la totalité du brut, si l'assuré est domicilié fiscalement en France et y relève de l'assurance maladie.",
        selection="jour_indemnise",
        lectures=("arrondi_net",),
    ),
    Regle(
        id="PAY-SOLDE",
        titre="Solde d'un destinataire",
        fonctions=(
            "compte.rappel",
            "compte.indu",
            "compte.compensation_immediate",
            "compte.rappel_ligne_a_ligne",
            "compte.indu_ligne_a_ligne",
        ),
        articles=("L133-4-1",),
        depuis=date(2016, 1, 1),
        resume=(
            "Ce qui est dû et n'a pas été payé est un rappel ; ce qui a été payé et n'était pas dû est un indu, destinataire par "
            "destinataire. Chez un même destinataire, l'un se compense avec l'autre (code civil, art. 1347)."
        ),
        selection="jour_indemnise",
        lectures=("compensation_meme_destinataire",),
    ),
    Regle(
        id="PAY-PATRIMOINE",
        titre="Jamais de compensation entre deux patrimoines",
        fonctions=("compte.patrimoine",),
        articles=("L133-4-1",),
        depuis=date(2016, 1, 1),
        resume=(
            "L'assuré, ses héritiers et son délégataire ne font qu'un ; chaque employeur est un autre. Ce que l'un a reçu en trop "
            "ne diminue jamais ce qui est dû à un autre (code civil, art. 1347)."
        ),
        selection="jour_indemnise",
    ),
    Regle(
        id="PAY-ACO-3",
        titre="Imputation d'une somme versée sans dire pour quels jours",
        fonctions=("compte.imputer",),
        articles=("L133-4-1",),
        depuis=date(2016, 10, 1),
        resume=(
            "Un acompte, ou un paiement qui ne nomme pas de jours, s'impute sur les jours impayés les plus anciens (code civil, "
            "art. 1342-10). Il ne change ni ce qui est dû, ni à qui."
        ),
        selection="jour_indemnise",
    ),
    Regle(
        id="PAY-IND-1",
        titre="Qui doit rendre un indu",
        fonctions=("compte.debiteur",),
        articles=("L133-4-1", "L323-6-1"),
        depuis=date(2017, 1, 1),
        resume="L'indu se réclame à celui qui l'a reçu, assuré ou employeur (code civil, art. 1302-1).",
        selection="jour_indemnise",
    ),
    Regle(
        id="PAY-IND-2",
        titre="Motif d'un indu",
        fonctions=("compte.cause_de_l_indu",),
        articles=("R133-9-2",),
        depuis=date(2021, 3, 25),
        resume="La notification dit quels versements sont en cause, pour quels jours, pour quelle somme et pour quel motif.",
        selection="jour_indemnise",
    ),
    Regle(
        id="MAT-PRESCRIPTION",
        titre="Prescription des indemnités de maternité",
        fonctions=("compte.dernier_jour_pour_reclamer_la_maternite",),
        articles=("L332-1", "R331-1"),
        depuis=date(2016, 1, 1),
        resume="L'indemnité de maternité se réclame pendant deux ans à partir de la première constatation médicale de la grossesse.",
        selection="jour_indemnise",
    ),
    Regle(
        id="MAL-PRESC",
        titre="Prescription de deux ans",
        fonctions=(
            "compte.dernier_jour_pour_reclamer",
            "compte.rappel_prescrit",
            "compte.dernier_jour_pour_recuperer",
            "compte.indu_prescrit",
        ),
        articles=("L332-1", "L133-4-6"),
        depuis=date(2016, 1, 1),
        resume=(
            "L'indemnité d'un jour se réclame pendant deux ans à compter du premier jour du trimestre suivant ; un paiement indu se "
            "récupère pendant deux ans après qu'il a été fait, sauf fraude. L'envoi d'une lettre recommandée fait courir un nouveau délai."
        ),
        selection="jour_indemnise",
        seuils=(
            Seuil("MAL-PRESC.rappel", "jour du décompte, pour une indemnité impayée", "date"),
            Seuil("MAL-PRESC.reclamation", "jour de la réclamation", "date"),
            Seuil("MAL-PRESC.indu", "jour du décompte, pour un paiement indu", "date"),
            Seuil("MAL-PRESC.lettre", "jour d'envoi de la lettre recommandée", "date"),
        ),
    ),
)
