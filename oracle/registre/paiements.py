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
        fonctions=("destinataires.dernier_jour_de_subrogation",),
        articles=("R323-11",),
        depuis=date(2021, 4, 14),
        resume="L'employeur est destinataire les jours déclarés, dans la prescription, et pendant la vie du contrat.",
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
        fonctions=("compte.rappel", "compte.indu"),
        articles=("L133-4-1",),
        depuis=date(2016, 1, 1),
        resume="Ce qui est dû et n'a pas été payé est un rappel ; ce qui a été payé et n'était pas dû est un indu, destinataire par destinataire.",
        selection="jour_indemnise",
    ),
)
