"""Whether an employer takes the insured's place, on which days, and on what ground."""

from collections.abc import Sequence
from datetime import date

from oracle import registre
from oracle.calendrier import en_francais
from oracle.dossier.employeur import Subrogation
from oracle.explication.etude import Demandes, Etude, articles_de, nombre_de
from oracle.explication.langue import articles, euros, intervalle
from oracle.explication.personnes import Personnes
from oracle.loi import Rencontre

_PARTAGE = "destinataires.part_d_un_employeur"
_MAINTIEN_PARTIEL = "MAL-SUBRO.maintien_partiel"


def dire_les_subrogations(etude: Etude, personnes: Personnes) -> list[str]:
    """One line a declared period; nothing when no day is paid."""
    if all(journee.decision.statut != "indemnise" for journee in etude.journees):
        return []
    declarees = [
        (attestation.activite, subrogation)
        for attestation in etude.instruction.releve.attestations.values()
        for subrogation in attestation.subrogations
    ]
    lignes = dire_des_subrogations(declarees, etude.demandes, personnes)
    return ["Destinataires", *lignes] if lignes else []


def dire_des_subrogations(
    declarees: Sequence[tuple[str, Subrogation]], demandes: Demandes, personnes: Personnes
) -> list[str]:
    """One line a declared period of an employer, then how a benefit is shared between several."""
    de_droit: Sequence[bool] = demandes.resultats("destinataires.subrogation_de_plein_droit")
    derniers: Sequence[date] = demandes.resultats("destinataires.dernier_jour_de_subrogation")
    periodes: Sequence[Sequence[object]] = demandes.resultats("destinataires.periodes_sous_contrat")
    lignes = []
    if len(declarees) == len(de_droit) == len(derniers) == len(periodes):
        lignes = [
            _dire(
                personnes.nommer(f"employeur:{activite}"), subrogation, oui, dernier, len(sous) > 1, demandes
            )
            for (activite, subrogation), oui, dernier, sous in zip(
                declarees, de_droit, derniers, periodes, strict=True
            )
        ]
    if demandes.resultats(_PARTAGE):
        fiche = registre.PAR_FONCTION[_PARTAGE]
        partage = (
            "chaque employeur subrogé en reçoit la part de ses salaires de référence, le reste va à l'assuré"
        )
        doute = " Cette clé de partage reste à confirmer." if fiche.a_confirmer else ""
        lignes.append(
            f"– L'indemnité est celle de tous les emplois : {partage} — {articles(fiche.articles)}.{doute}"
        )
    return lignes


def _dire(
    employeur: str,
    subrogation: Subrogation,
    de_droit: bool,
    dernier: date,
    interrompue: bool,
    demandes: Demandes,
) -> str:
    nom = employeur[0].upper() + employeur[1:]
    dates = intervalle(subrogation.debut, subrogation.fin)
    motif = _motif(subrogation, de_droit, demandes.seuils(_MAINTIEN_PARTIEL))
    regle = articles(articles_de("destinataires.subrogation_de_plein_droit"))
    if not de_droit:
        return f"– {nom} n'est pas subrogé {dates} : {motif}. L'indemnité va à l'assuré — {regle}."
    if dernier < subrogation.fin:
        motif += f" ; la subrogation cesse après le {en_francais(dernier)}, dernier jour du contrat"
    if interrompue:
        motif += " ; entre deux contrats, l'indemnité va à l'assuré"
    return f"– {nom} est subrogé {dates} : {motif} — {regle}.{_presomption(subrogation)}"


def _presomption(subrogation: Subrogation) -> str:
    """What was presumed of a wage kept in part, for want of a statement."""
    if subrogation.salaire_maintenu == "total":
        return ""
    if subrogation.fondement is None:
        return " Le fondement du maintien n'est pas déclaré : une convention prévoyant la déduction est présumée."
    if subrogation.clause_deduction is None:
        return " La clause de déduction n'est pas déclarée : elle est présumée."
    return ""


def _motif(subrogation: Subrogation, de_droit: bool, rencontres: Sequence[Rencontre]) -> str:
    """The ground, as the declared period and the threshold it met tell it."""
    maintenu = subrogation.salaire_maintenu
    if de_droit and maintenu == "total":
        return "le salaire est maintenu en entier"
    if maintenu != "total":
        for rencontre in rencontres:
            if rencontre.mesure == maintenu:
                suffit = "au moins égal aux" if de_droit else "inférieur aux"
                return (
                    f"le salaire maintenu, {euros(maintenu)}, est {suffit} {euros(nombre_de(rencontre.borne))} "
                    "d'indemnités de la période"
                )
    if subrogation.deduction_ij:
        return "le salaire est versé déduction faite des indemnités"
    return "aucun contrat ni convention ne prévoit la déduction des indemnités"
