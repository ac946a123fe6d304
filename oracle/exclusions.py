"""Days of a stop that something else deprives of benefit: detention, family leave, control, breach of a duty.

Each exclusion is a run of days with its reason; the first that covers a day decides it.
This module decides nothing of its own: it brings facts to the rules of ``controles`` and ``maladie``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oracle import controles, maladie
from oracle.decompte import Motif
from oracle.dossier.arrets import Manquement
from oracle.faits import Faits
from oracle.interruptions import Interruption
from oracle.loi import appliquer, parametre


@dataclass(frozen=True)
class Exclusion:
    """Days from ``debut`` to ``fin`` without benefit; ``attend``: what a pending day waits for, in French."""

    debut: date
    fin: date
    motif: Motif
    articles: tuple[str, ...]
    attend: str | None = None

    def couvre(self, jour: date) -> bool:
        """The day is one of them."""
        return self.debut <= jour <= self.fin


def exclusions(faits: Faits, interruption: Interruption) -> tuple[Exclusion, ...]:
    """Everything that deprives days of this stop of benefit, in the order in which it is looked at."""
    return (
        *_detentions(faits, interruption),
        *_conges(faits, interruption),
        *_suspensions(faits, interruption),
        *_attentes_d_un_avis(faits, interruption),
        *_manquements(faits, interruption),
    )


def exclusions_d_un_accident(faits: Faits, interruption: Interruption) -> tuple[Exclusion, ...]:
    """What deprives days of a work accident of benefit: a control, a breach of duty (L433-1 last al., L442-5, R442-2)."""
    return (*_suspensions(faits, interruption), *_manquements(faits, interruption))


def _detentions(faits: Faits, interruption: Interruption) -> Iterator[Exclusion]:
    for detention in faits.detentions:
        fin = detention.fin or interruption.fin
        detenus = [
            jour.jour
            for jour in interruption.jours
            if appliquer(maladie.detenu, jour.jour, detention.debut, fin)
        ]
        if detenus:
            yield Exclusion(detenus[0], detenus[-1], "detention", ("L382-44",))


def _conges(faits: Faits, interruption: Interruption) -> Iterator[Exclusion]:
    for conge in faits.conges_famille:
        if conge.debut <= interruption.fin and appliquer(maladie.conge_sans_indemnite, conge.nature):
            yield Exclusion(conge.debut, conge.fin, "conge_de_famille", ("L161-9",))


def _suspensions(faits: Faits, interruption: Interruption) -> Iterator[Exclusion]:
    """From an unfavourable opinion on the chain to the effect of a favourable one."""
    for arret in interruption.arrets:
        avis_medicaux = [avis for avis in faits.avis_medicaux if avis.arret == arret]
        for avis in avis_medicaux:
            if not avis.favorable:
                depuis = appliquer(controles.premier_jour_suspendu, avis.effet, avis.notifie_le or avis.effet)
                retour = min(
                    (a.effet for a in avis_medicaux if a.favorable and a.effet > depuis), default=None
                )
                fin = max(
                    (
                        jour.jour
                        for jour in interruption.jours
                        if jour.avis.arret == arret and (retour is None or jour.jour < retour)
                    ),
                    default=depuis,
                )
                if fin >= depuis:
                    yield Exclusion(depuis, fin, "suspension_apres_controle", ("L315-2",))


def _attentes_d_un_avis(faits: Faits, interruption: Interruption) -> Iterator[Exclusion]:
    """A stop begun too soon after a suspension waits for the opinion of the medical service."""
    for arret in interruption.arrets:
        debut = min(avis.debut for avis in interruption.avis if avis.arret == arret)
        if any(avis.arret == arret for avis in faits.avis_medicaux):
            continue
        soumis = any(
            appliquer(controles.arret_soumis_a_avis, depuis, debut)
            for depuis in (
                appliquer(controles.premier_jour_suspendu, avis.effet, avis.notifie_le or avis.effet)
                for avis in faits.avis_medicaux
                if not avis.favorable
            )
            if depuis <= debut
        )
        if soumis:
            fin = max(jour.jour for jour in interruption.jours)
            yield Exclusion(
                debut, fin, "piece_manquante", ("L323-7", "D323-4"), "l'avis du service du contrôle médical"
            )


def _manquements(faits: Faits, interruption: Interruption) -> Iterator[Exclusion]:
    for manquement in faits.manquements:
        en_cours = [
            avis
            for avis in interruption.avis
            if avis.arret == manquement.arret and avis.debut <= manquement.debut <= avis.fin
        ]
        if not en_cours:
            continue
        fin_de_l_avis = max(avis.fin for avis in en_cours)
        if manquement.nature == "controle_impossible":
            fin = manquement.fin or fin_de_l_avis
            yield Exclusion(manquement.debut, fin, "controle_impossible", ("R323-12", "L315-2"))
        elif _sanctionne(manquement):
            fin = _fin(manquement, fin_de_l_avis, interruption.fin)
            yield Exclusion(manquement.debut, fin, "manquement", ("L323-6",))


def _sanctionne(manquement: Manquement) -> bool:
    return appliquer(
        controles.manquement_sanctionne,
        manquement.volontaire,
        manquement.nature == "mandat_local",
        bool(parametre("mandat_local_libre", manquement.debut)),
    )


def _fin(manquement: Manquement, fin_de_l_avis: date, fin_de_l_arret: date) -> date:
    """Last day lost to a breach."""
    if manquement.nature == "obligation":
        return appliquer(controles.fin_d_un_autre_manquement, manquement.fin or fin_de_l_avis, fin_de_l_avis)
    return appliquer(controles.fin_de_l_activite_non_autorisee, fin_de_l_avis, fin_de_l_arret)
