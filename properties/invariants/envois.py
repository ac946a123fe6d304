"""Relations of payees and notices that name documents: an employer is paid where it says so, a half is paid after a warning."""

from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.activites import Activite
from oracle.dossier.arrets import AvertissementEnvoiTardif
from properties.invariants.lus import (
    attestations,
    avis_du,
    avis_ranges,
    en_euros,
    pieces,
    se_chevauchent,
    taux_du_jour,
    tous_les_jours,
)
from properties.invariants.modele import NON_APPLICABLE, Constat, selon_les_ecarts


def etendue_de_la_subrogation(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """An employer is paid only on days it declares, under a contract with it."""
    a_un_employeur = [
        (jour.jour, qui.removeprefix("employeur:"))
        for jour in tous_les_jours(decompte)
        for qui in jour.qui
        if qui.startswith("employeur:")
    ]
    if not a_un_employeur:
        return NON_APPLICABLE
    declarees = [(a.activite, s.debut, s.fin) for a in attestations(dossier, au) for s in a.subrogations]
    contrats = [(a.activite, a.debut, a.fin or date.max) for a in pieces(dossier, au, Activite)]
    return selon_les_ecarts(
        [
            f"{jour} : l'employeur {qui} est payé hors de ce qu'il déclare ou de son contrat"
            for jour, qui in a_un_employeur
            if not all(
                any(nom == qui and debut <= jour <= fin for nom, debut, fin in bornes)
                for bornes in (declarees, contrats)
            )
        ]
    )


def entier_ou_moitie(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """A reduced day is one half, after a warning, of a notice that the insured sent himself."""
    avis = avis_ranges(dossier, au)
    reduits = [jour for jour in tous_les_jours(decompte) if jour.motif == "envoi_tardif"]
    if not reduits or se_chevauchent(avis):
        return NON_APPLICABLE
    averti = bool(pieces(dossier, au, AvertissementEnvoiTardif))
    ecarts = [] if averti else ["réduit de moitié sans aucun avertissement au dossier"]
    for jour in reduits:
        sien, taux = avis_du(avis, jour.jour), taux_du_jour(decompte, jour)
        if sien is not None and sien.support == "electronique":
            ecarts.append(f"{jour.jour} : avis électronique réduit de moitié")
        complet = sien is not None and sien.modalite == "complet"
        if complet and taux is not None and jour.montant != au_plus_proche(Fraction(taux, 2)):
            ecarts.append(f"{jour.jour} : {en_euros(jour.montant)}, moitié de {en_euros(taux)} attendue")
    return selon_les_ecarts(ecarts)
