"""The stops of each accident or disease: which notices, which days, and how far the count of incapacity has gone."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from oracle.atmp import duree, reconnaissance
from oracle.calendrier import jours, nb_jours, plus_jours
from oracle.decoupe import couper
from oracle.dossier.arrets import AvisArret
from oracle.faits import Faits
from oracle.interruptions import Interruption, JourDArret, interruptions
from oracle.loi import Sujet, appliquer, au_sujet_de
from oracle.sinistres.reconnaissance import Sinistre


@dataclass(frozen=True)
class ArretDeSinistre:
    """A stop of work for one accident, between two periods of work.

    ``premier_jour``: the first the caisse may pay; ``dernier_jour_travaille``: before it; ``rangs``: the place of each
    counted day among the days of incapacity of the accident, from 1.
    """

    sinistre: Sinistre
    interruption: Interruption
    premier_jour: date
    dernier_jour_travaille: date
    rangs: Mapping[date, int]

    @property
    def debut(self) -> date:
        """First day it has to account for."""
        return min((jour.jour for jour in self.interruption.jours), default=self.premier_jour)

    def rang(self, jour: date) -> int:
        """The place of a day among the counted ones: its own, or that of the last one before it."""
        if jour in self.rangs:
            return self.rangs[jour]
        return max((rang for compte, rang in self.rangs.items() if compte <= jour), default=1)


def arrets_des_sinistres(
    faits: Faits, sinistres: tuple[Sinistre, ...], ailleurs: Collection[date] = ()
) -> tuple[ArretDeSinistre, ...]:
    """The stops that Book IV governs, in order of time, each day once; ``ailleurs``: days another benefit holds."""
    trouves = [
        arret for sinistre in sinistres if sinistre.servi for arret in _du_sinistre(faits, sinistre, ailleurs)
    ]
    pris: set[date] = set()
    gardes = []
    for arret in sorted(trouves, key=lambda arret: (arret.sinistre.accident.date, arret.premier_jour)):
        siens = tuple(jour for jour in arret.interruption.jours if jour.jour not in pris)
        pris |= {jour.jour for jour in siens}
        gardes.append(replace(arret, interruption=replace(arret.interruption, jours=siens)))
    return tuple(sorted(gardes, key=lambda arret: arret.premier_jour))


def _du_sinistre(faits: Faits, sinistre: Sinistre, ailleurs: Collection[date]) -> Iterator[ArretDeSinistre]:
    avis = tuple(
        bout
        for entier in faits.avis
        if entier.accident == sinistre.nom
        for bout in couper(entier, {*ailleurs, *_hors_du_sinistre(sinistre, entier)})
    )
    compte, fin_precedente = 0, date.min
    for interruption in interruptions(
        replace(faits, avis=avis), continue_l_arret=partial(_meme_arret, faits)
    ):
        premier = _premier_jour(sinistre, interruption)
        with au_sujet_de(Sujet(interruption.arrets[0], None, {"debut_arret": premier})):
            travaille = _dernier_jour_travaille(faits, interruption, fin_precedente, premier)
            rangs = _rangs(sinistre, interruption, premier, travaille, compte)
        compte = max(rangs.values(), default=compte)
        fin_precedente = interruption.fin
        yield ArretDeSinistre(sinistre, interruption, premier, travaille, rangs)


def _hors_du_sinistre(sinistre: Sinistre, avis: AvisArret) -> set[date]:
    """Days of a notice before the disease is covered, or after healing or consolidation."""
    with au_sujet_de(Sujet(avis.arret, None, {"debut_arret": avis.debut})):
        return {
            jour
            for jour in jours(avis.debut, avis.fin)
            if not appliquer(reconnaissance.jour_couvert, jour, sinistre.depuis)
            or (
                sinistre.dernier_jour is not None
                and not appliquer(duree.jour_indemnisable, jour, sinistre.dernier_jour)
            )
        }


def _meme_arret(faits: Faits, dernier_jour: date, avis: AvisArret) -> bool:
    with au_sujet_de(Sujet(avis.arret, None, {"second_avis": avis.debut})):
        ecart = nb_jours(plus_jours(dernier_jour, 1), plus_jours(avis.debut, -1))
        repris = any(dernier_jour < reprise.date < avis.debut for reprise in faits.reprises)
        return appliquer(duree.meme_arret, ecart, avis.nature == "prolongation", repris)


def _premier_jour(sinistre: Sinistre, interruption: Interruption) -> date:
    """First day the caisse may pay: the first not worked, that of the accident left aside."""
    return next(
        (
            jour.jour
            for jour in interruption.jours
            if jour.nature == "arrete" and not _au_compte_de_l_employeur(sinistre, jour)
        ),
        interruption.debut,
    )


def _au_compte_de_l_employeur(sinistre: Sinistre, jour: JourDArret) -> bool:
    return appliquer(
        duree.jour_a_la_charge_de_l_employeur,
        jour.jour,
        sinistre.accident.date,
        sinistre.jour_employeur is not None,
    )


def _dernier_jour_travaille(faits: Faits, interruption: Interruption, apres: date, premier: date) -> date:
    """The last day worked before the stop, as employers certify it; otherwise its eve."""
    certifies = [
        attestation.dernier_jour_travaille
        for attestation in faits.attestations
        if attestation.arret in interruption.arrets and apres < attestation.dernier_jour_travaille < premier
    ]
    return max(certifies, default=plus_jours(premier, -1))


def _rangs(
    sinistre: Sinistre, interruption: Interruption, premier: date, travaille: date, deja: int
) -> dict[date, int]:
    """The count goes on from one stop of the accident to the next (R433-7 al. 2)."""
    rang = deja
    if sinistre.depuis <= travaille:
        rang += (premier - appliquer(duree.depart_du_decompte, premier, travaille)).days
    rangs = {}
    for jour in interruption.jours:
        partiel = jour.avis.modalite == "temps_partiel"
        if jour.nature == "arrete" and jour.jour >= premier and appliquer(duree.jour_compte, partiel):
            rang += 1
            rangs[jour.jour] = rang
    return rangs
