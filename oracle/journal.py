"""The journal of a file: every stop and every leave instructed, every day decided, in order of time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from oracle import carences
from oracle.attestees import PeriodesAttestees
from oracle.calendrier import plus_jours
from oracle.compteurs import Compteurs
from oracle.conges.absences import jours_d_arret
from oracle.conges.forfaits import ForfaitDu, forfaits_dus
from oracle.conges.instruction import InstructionDeConge, instruire_le_conge
from oracle.conges.modele import Plan
from oracle.conges.plans import Calendrier, dresser_le_calendrier, nom_du
from oracle.dossier.arrets import AvisArret
from oracle.examen import examiner
from oracle.exclusions import exclusions
from oracle.faits import Faits
from oracle.instruction import Instruction, instruire
from oracle.interruptions import Interruption, interruptions
from oracle.journees import Arret, decider_les_jours, delais_de_carence
from oracle.jours import JourLiquide
from oracle.loi import Repere, Sujet, au_sujet_de, repere
from oracle.perimetre import HorsChamp
from oracle.quotas import Quotas
from oracle.registre.modele import Selection
from oracle.services import Service

MOIS_DE_LA_CLE_DE_PARTAGE = 3
RISQUES_ASSIMILES = ("maternite", "maternite_mere_decedee", "paternite")


@dataclass(frozen=True)
class Journal:
    """Every stop studied, every leave instructed, every day decided, the counters, the facts they come from.

    ``jours``: those of the stops, in their order, then those of the leaves. ``abandon``: the part of the trace that led to
    no decision, when the file was looked at again.
    """

    faits: Faits
    arrets: tuple[Arret, ...]
    conges: tuple[InstructionDeConge, ...]
    jours: tuple[JourLiquide, ...]
    forfaits: tuple[ForfaitDu, ...]
    compteurs: Compteurs
    fins_ald: Mapping[str, date]
    abandon: tuple[Repere, Repere] | None = None

    @property
    def instructions(self) -> tuple[Instruction, ...]:
        """Every stop instructed."""
        return tuple(arret.instruction for arret in self.arrets)

    @property
    def services(self) -> tuple[Service, ...]:
        """What is served, stop by stop and leave by leave."""
        arrets = tuple(
            Service(
                i.interruption.arrets,
                i.interruption.debut,
                frozenset(jour.jour for jour in i.interruption.jours),
                i.releve,
                len(i.calcul.mois) or MOIS_DE_LA_CLE_DE_PARTAGE,
            )
            for i in self.instructions
        )
        conges = tuple(
            Service(
                self._attestes(c),
                c.plan.debut,
                frozenset(jour.jour for jour in c.jours),
                c.ouverture.releve,
                MOIS_DE_LA_CLE_DE_PARTAGE,
            )
            for c in self.conges
        )
        return arrets + conges

    def _attestes(self, conge: InstructionDeConge) -> tuple[str, ...]:
        """The names under which an employer may be subrogated: the leave's own, once a certificate bears one.

        A subrogation declared for a sick leave ends when the risk changes (PAY-SUB-2).
        """
        siens = tuple(dict.fromkeys(jour.arret for jour in conge.jours))
        attestes = {attestation.arret for attestation in self.faits.attestations}
        return siens if attestes & set(siens) else conge.plan.arrets


def tenir_le_journal(faits: Faits) -> Journal:
    """Instruct every stop and every leave, and decide every day.

    Where rights to a leave turn out closed, the days a notice prescribes are looked at again, as sickness.
    """
    depart = repere()
    calendrier = dresser_le_calendrier(faits)
    journal = _tenir(faits, calendrier)
    fermes = frozenset(nom_du(c.plan) for c in journal.conges if c.verdict.acquis is False)
    if fermes and not calendrier.tenus.isdisjoint(jours_d_arret(faits)):
        arrivee = repere()
        return replace(_tenir(faits, dresser_le_calendrier(faits, fermes)), abandon=(depart, arrivee))
    return journal


def _tenir(faits: Faits, calendrier: Calendrier) -> Journal:
    malades = calendrier.laisser_a_la_maladie(faits)
    entiers = {avis.id: avis for avis in faits.avis}
    suivi = carences.SuiviDesCarences(malades, calendrier.repos)
    quotas = Quotas(malades, suivi.fins_ald)
    assimiles = [jour for ligne in faits.historique for jour in _jours_de(ligne.debut, ligne.fin)]
    droits_par_ald: dict[str, bool] = {}
    arrets: list[Arret] = []
    conges: list[InstructionDeConge] = []
    journal: list[JourLiquide] = []
    for episode in _dans_l_ordre(interruptions(malades, calendrier.tenus), calendrier.plans):
        if isinstance(episode, Plan):
            conge = instruire_le_conge(faits, episode, tuple(assimiles))
            conges.append(conge)
            if episode.risque in RISQUES_ASSIMILES and not conge.ouverture.maintien:
                assimiles.extend(jour.jour for jour in conge.jours if jour.statut == "indemnise")
            continue
        arret, jours = _servir(malades, entiers, episode, tuple(assimiles), suivi, quotas, droits_par_ald)
        arrets.append(arret)
        journal.extend(jours)
        if not arret.instruction.maintien or arret.instruction.conge is not None:
            assimiles.extend(_jours_assimiles(jours))
    return Journal(
        faits=faits,
        arrets=tuple(arrets),
        conges=tuple(conges),
        jours=(*journal, *(jour for conge in conges for jour in conge.jours)),
        forfaits=forfaits_dus(faits, conges),
        compteurs=quotas.compteurs,
        fins_ald=suivi.fins_ald,
    )


def _dans_l_ordre(arrets: Sequence[Interruption], plans: Sequence[Plan]) -> Sequence[Interruption | Plan]:
    episodes: list[Interruption | Plan] = [*arrets, *plans]
    return sorted(episodes, key=lambda episode: episode.debut)


def _servir(
    faits: Faits,
    entiers: Mapping[str, AvisArret],
    interruption: Interruption,
    assimiles: tuple[date, ...],
    suivi: carences.SuiviDesCarences,
    quotas: Quotas,
    droits_par_ald: dict[str, bool],
) -> tuple[Arret, list[JourLiquide]]:
    premier = interruption.avis[0]
    if all(activite.nature == "independant" for activite in faits.activites) and faits.activites:
        raise HorsChamp(
            f"pieces[{premier.id}]",
            "la maladie des travailleurs indépendants n'est pas encore prise en compte",
        )
    dates: dict[Selection, date] = {
        "debut_arret": interruption.debut,
        "prescription": premier.prescrit_le,
    }
    sujet = Sujet(interruption.arrets[0], None, dates)
    with au_sujet_de(sujet):
        sans_carence = suivi.exonere(interruption)
        ald_ouverte = (
            premier.ald is not None
            and droits_par_ald.get(premier.ald, False)
            and interruption.debut <= suivi.fins_ald[premier.ald]
        )
        instruction = instruire(faits, interruption, assimiles, ald_ouverte)
        quotas.ouvrir_l_arret(premier, interruption.debut)
        arret = Arret(
            interruption,
            instruction,
            {} if sans_carence else delais_de_carence(interruption),
            examiner(faits, interruption, entiers),
            exclusions(faits, interruption),
            PeriodesAttestees(faits, interruption.arrets),
        )
    if premier.ald is not None:
        droits_par_ald.setdefault(premier.ald, instruction.six_mois.acquis is True)
    return arret, decider_les_jours(arret, sujet, quotas)


def _jours_de(debut: date, fin: date) -> list[date]:
    return [plus_jours(debut, rang) for rang in range((fin - debut).days + 1)]


def _jours_assimiles(jours: list[JourLiquide]) -> list[date]:
    """Days of a stop that count as hours of work later: those paid, and the waiting days that led to them (R313-8)."""
    payes = [jour.jour for jour in jours if jour.statut == "indemnise"]
    return sorted([*payes, *(jour.jour for jour in jours if payes and jour.statut == "carence")])
