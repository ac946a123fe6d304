"""What each notice of a stop lets pay: sent in time, on the right form, by a prescriber who may, for how long.

This module decides nothing of its own: it brings each notice to the rules of ``controles``, once.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from oracle import controles, maladie
from oracle.decompte import Motif
from oracle.dossier.arrets import AvisArret
from oracle.faits import Faits
from oracle.interruptions import Interruption
from oracle.loi import Sujet, appliquer, au_sujet_de, parametre
from oracle.registre.modele import Selection

_PRESCRIPTEURS_HABITUELS = ("medecin_traitant", "sage_femme_referente")
_SAGES_FEMMES = ("sage_femme", "sage_femme_referente")


@dataclass(frozen=True)
class Refus:
    """Why days of a notice are not paid, and by which articles."""

    motif: Motif
    articles: tuple[str, ...]


@dataclass(frozen=True)
class Limite:
    """A notice is paid up to a day: ``regle`` says whether a day is within it, ``refus`` why a later one is not paid."""

    dernier_jour: date
    regle: Callable[[date, date], bool]
    refus: Refus


@dataclass(frozen=True)
class Examen:
    """A notice, looked at once.

    ``original_attendu``: the secured form is awaited; ``refus``: no day of it is paid; ``limites``: up to which day each
    limit lets pay; ``reduit_de``, ``reduit_a``: the days paid by half, if any.
    """

    original_attendu: bool
    refus: Refus | None
    limites: tuple[Limite, ...]
    reduit_de: date | None = None
    reduit_a: date | None = None

    def refus_du(self, jour: date) -> Refus | None:
        """Why a day of the notice is not paid, if it is not."""
        if self.refus is not None:
            return self.refus
        for limite in self.limites:
            if not appliquer(limite.regle, jour, limite.dernier_jour):
                return limite.refus
        return None

    def reduit(self, jour: date) -> bool:
        """The day is paid by half (D323-2)."""
        return (
            self.reduit_de is not None
            and self.reduit_a is not None
            and appliquer(controles.jour_reduit, jour, self.reduit_de, self.reduit_a)
        )


def examiner(
    faits: Faits, interruption: Interruption, entiers: Mapping[str, AvisArret] = MappingProxyType({})
) -> dict[str, Examen]:
    """Every notice of a stop, by the identifier of its document.

    ``entiers``: notices as they were prescribed, where a family leave holds some of their days.
    """
    examens = {}
    for rang, avis in enumerate(interruption.avis):
        sujet = Sujet(
            avis.arret,
            None,
            {
                "debut_arret": interruption.debut,
                "prescription": avis.prescrit_le,
                "second_avis": avis.debut,
            },
        )
        with au_sujet_de(sujet):
            examens[avis.id] = _examiner(faits, interruption, avis, rang, entiers.get(avis.id, avis))
    return examens


def examiner_un_arret_de_travail(faits: Faits, interruption: Interruption) -> dict[str, Examen]:
    """Every notice of a work accident, by the identifier of its document: three days at most prescribed remotely (L433-1).

    A notice sent late is paid by half under reading ``envoi_tardif_atmp`` alone.
    """
    examens = {}
    for avis in interruption.avis:
        dates: dict[Selection, date] = {
            "debut_arret": interruption.debut,
            "prescription": avis.prescrit_le,
            "second_avis": avis.debut,
        }
        with au_sujet_de(Sujet(avis.arret, None, dates)):
            reduction = None
            if avis.envoye_le is not None and appliquer(controles.envoi_tardif_d_un_accident):
                reduction = _reduction(faits, avis, avis.envoye_le)
            examens[avis.id] = Examen(
                original_attendu=False,
                refus=None,
                limites=tuple(_a_distance(interruption, avis, avis)),
                reduit_de=avis.prescrit_le if reduction else None,
                reduit_a=reduction,
            )
    return examens


def _examiner(
    faits: Faits, interruption: Interruption, avis: AvisArret, rang: int, entier: AvisArret
) -> Examen:
    attendu = appliquer(
        controles.original_attendu,
        avis.support == "papier_non_securise",
        bool(parametre("original_securise_exige", avis.prescrit_le)),
    )
    a_envoyer = avis.envoye_le is not None and appliquer(
        controles.a_envoyer_par_l_assure, avis.support == "electronique"
    )
    reduction = _reduction(faits, entier, avis.envoye_le) if a_envoyer and avis.envoye_le else None
    return Examen(
        original_attendu=attendu,
        refus=_refus(faits, entier, rang, a_envoyer=a_envoyer),
        limites=tuple(_limites(interruption, avis, entier)),
        reduit_de=avis.prescrit_le if reduction else None,
        reduit_a=reduction,
    )


def _refus(faits: Faits, avis: AvisArret, rang: int, *, a_envoyer: bool) -> Refus | None:
    if a_envoyer and _envoye_apres_la_fin(faits, avis):
        return Refus("avis_envoye_apres_la_fin", ("R323-12", "L321-2"))
    if rang > 0 and avis.nature == "prolongation" and not _prescripteur_admis(avis):
        return Refus("prescripteur_non_admis", ("L162-4-4",))
    if avis.cure_thermale is not None and not appliquer(
        controles.cure_indemnisee,
        avis.cure_thermale.ressources_foyer,
        parametre("plafond_mensuel_securite_sociale", avis.debut),
        avis.cure_thermale.personnes_a_charge,
    ):
        return Refus("ressources_cure_thermale", ("D323-1",))
    return None


def _envoye_apres_la_fin(faits: Faits, avis: AvisArret) -> bool:
    if not appliquer(
        controles.envoye_apres_la_fin,
        avis.envoye_le or avis.prescrit_le,
        avis.recue_le,
        avis.fin,
    ):
        return False
    return appliquer(
        controles.refus_de_la_caisse,
        _excuse(avis),
        _derniere_decision(faits, avis.arret) == "paiement",
    )


def _derniere_decision(faits: Faits, arret: str) -> str | None:
    return next((d.decision for d in reversed(faits.decisions_apres_fin) if d.arret == arret), None)


def _excuse(avis: AvisArret) -> bool:
    return appliquer(controles.excuse, avis.empechement_envoi is not None, avis.acte_terrorisme)


def _prescripteur_admis(avis: AvisArret) -> bool:
    return appliquer(
        maladie.prescripteur_admis,
        avis.prescripteur,
        avis.prescripteur_initial,
        avis.impossibilite_prescripteur,
        bool(parametre("prolongation_par_un_chirurgien_dentiste", avis.prescrit_le)),
    )


def _reduction(faits: Faits, avis: AvisArret, envoye_le: date) -> date | None:
    """Last day paid by half, when the notice is a second late one."""
    depart = appliquer(
        controles.depart_du_delai_d_envoi,
        avis.nature == "initial",
        avis.debut,
        avis.prescrit_le,
        bool(parametre("delai_d_envoi_unifie", avis.prescrit_le)),
    )
    if not appliquer(controles.envoi_tardif, envoye_le, appliquer(controles.dernier_jour_d_envoi, depart)):
        return None
    averti = any(
        appliquer(controles.avertissement_opposable, a.prescrit_le, a.notifie_le, avis.prescrit_le, envoye_le)
        for a in faits.avertissements
    )
    if not averti or _excuse(avis):
        return None
    return appliquer(controles.dernier_jour_reduit, envoye_le)


def _limites(interruption: Interruption, avis: AvisArret, entier: AvisArret) -> Iterator[Limite]:
    """Up to which day each limit lets pay."""
    initial = avis.nature == "initial"
    yield from _a_distance(interruption, avis, entier)
    if avis.ivg and avis.prescripteur in _SAGES_FEMMES:
        rang = _rang(interruption, avis, lambda autre: autre.ivg)
        dernier = appliquer(controles.dernier_jour_pour_ivg, entier.debut, rang)
        yield Limite(dernier, controles.jour_pour_ivg, Refus("duree_ivg", ("D323-5",)))
    limitee = bool(parametre("duree_de_prescription_limitee", avis.prescrit_le))
    if limitee and appliquer(controles.exces_de_duree_sanctionne, avis.justification_duree):
        nombre = (
            parametre("duree_maximale_du_premier_arret", avis.prescrit_le)
            if initial
            else parametre("duree_maximale_d_une_prolongation", avis.prescrit_le)
        )
        dernier = appliquer(controles.dernier_jour_prescriptible, entier.debut, int(nombre))
        yield Limite(dernier, controles.jour_prescriptible, Refus("duree_prescrite_excessive", ("L162-4-1",)))


def _a_distance(interruption: Interruption, avis: AvisArret, entier: AvisArret) -> Iterator[Limite]:
    """A notice given remotely lets pay three days."""
    initial = avis.nature == "initial"
    if appliquer(
        controles.prescription_a_distance_limitee,
        avis.teleconsultation,
        avis.prescripteur in _PRESCRIPTEURS_HABITUELS,
        initial,
        avis.impossibilite_presentiel,
        bool(parametre("prescription_a_distance_limitee", avis.prescrit_le)),
    ):
        dernier = appliquer(
            controles.dernier_jour_a_distance,
            initial,
            _rang(interruption, avis, lambda autre: autre.nature == "prolongation"),
            entier.debut,
            interruption.debut,
            bool(parametre("trois_jours_par_renouvellement_a_distance", avis.prescrit_le)),
        )
        refus = Refus("teleconsultation", ("L321-1", "L162-4-4"))
        yield Limite(dernier, controles.jour_prescrit_a_distance, refus)


def _rang(interruption: Interruption, avis: AvisArret, semblable: Callable[[AvisArret], bool]) -> int:
    """The rank of a notice, from 1, among those of the stop that are like it."""
    jusqu_a_lui = interruption.avis[: interruption.avis.index(avis) + 1]
    return sum(1 for autre in jusqu_a_lui if semblable(autre))
