"""Pays received too late to count: which ones, and by how much."""

from collections.abc import Mapping
from datetime import date

from oracle.calendrier import en_francais, mois_civil
from oracle.dossier.employeur import Paie
from oracle.explication.etude import Objet, jour_de
from oracle.explication.langue import de, delai, intervalle
from oracle.loi import Mesure


def dire_les_paies_tardives(objet: Objet, seuil: str) -> list[str]:
    """One line a pay that a threshold on its payment set aside."""
    interruptions = {r.mesure: jour_de(r.borne) for r in objet.demandes.seuils(seuil) if not r.franchi}
    releve = objet.releve
    return [
        f"– Paie {_periode(paie)}, versée le {en_francais(paie.versee_le)}, {_retard(objet, paie.versee_le, interruptions)}."
        for attestation in releve.attestations.values()
        for paie in attestation.paies
        if paie.versee_le is not None and paie.versee_le in interruptions and paie.fin < releve.reference
    ]


def _periode(paie: Paie) -> str:
    mois = mois_civil(paie.debut)
    if (paie.debut, paie.fin) == (mois.debut, mois.fin):
        return mois.complement
    return intervalle(paie.debut, paie.fin)


def _retard(objet: Objet, versee_le: date, interruptions: Mapping[Mesure, date]) -> str:
    """How long after the stop began, which is already too late on its first day."""
    retard = (versee_le - interruptions[versee_le]).days
    if retard:
        return f"{delai(retard)} après le début {de(objet.nom)}"
    return f"le jour même où {objet.nom} commence"
