"""Pays received too late to count: which ones, and by how much."""

from collections.abc import Mapping
from datetime import date

from oracle.calendrier import en_francais, mois_civil
from oracle.dossier.employeur import Paie
from oracle.explication.etude import Etude, jour_de
from oracle.explication.langue import delai, intervalle
from oracle.loi import Mesure


def dire_les_paies_tardives(etude: Etude, seuil: str) -> list[str]:
    """One line a pay that a threshold on its payment set aside."""
    interruptions = {r.mesure: jour_de(r.borne) for r in etude.demandes.seuils(seuil) if not r.franchi}
    releve = etude.instruction.releve
    return [
        f"– Paie {_periode(paie)}, versée le {en_francais(paie.versee_le)}, {_retard(paie.versee_le, interruptions)}."
        for attestation in releve.attestations.values()
        for paie in attestation.paies
        if paie.versee_le is not None and paie.versee_le in interruptions and paie.fin < releve.reference
    ]


def _periode(paie: Paie) -> str:
    mois = mois_civil(paie.debut)
    if (paie.debut, paie.fin) == (mois.debut, mois.fin):
        return mois.complement
    return intervalle(paie.debut, paie.fin)


def _retard(versee_le: date, interruptions: Mapping[Mesure, date]) -> str:
    """How long after the stop began, which is already too late on its first day."""
    retard = (versee_le - interruptions[versee_le]).days
    return f"{delai(retard)} après le début de l'arrêt" if retard else "le jour même où l'arrêt commence"
