"""The journal of a file: every stop and every leave instructed, every day decided, in order of time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from oracle import carences
from oracle.atmp import duree
from oracle.attestees import PeriodesAttestees
from oracle.calendrier import plus_jours
from oracle.compteurs import Compteurs
from oracle.conges.absences import jours_d_arret
from oracle.conges.forfaits import ForfaitDu, forfaits_dus
from oracle.conges.instruction import InstructionDeConge, instruire_le_conge
from oracle.conges.modele import Plan
from oracle.conges.plans import Calendrier, dresser_le_calendrier, nom_du
from oracle.decoupe import sans_les_jours
from oracle.dossier.arrets import AvisArret
from oracle.examen import examiner
from oracle.exclusions import exclusions
from oracle.faits import Faits
from oracle.instruction import Instruction, instruire
from oracle.interruptions import Interruption, interruptions
from oracle.journees import Arret, decider_les_jours, delais_de_carence
from oracle.jours import JourLiquide
from oracle.loi import Repere, Sujet, appliquer, au_sujet_de, repere
from oracle.perimetre import HorsChamp
from oracle.quotas import Quotas
from oracle.registre.modele import Selection
from oracle.releves import relever
from oracle.services import Service
from oracle.sinistres.arrets import ArretDeSinistre, arrets_des_sinistres
from oracle.sinistres.inaptitude import InstructionDInaptitude, instruire_les_inaptitudes
from oracle.sinistres.instruction import InstructionDeSinistre, instruire_le_sinistre
from oracle.sinistres.montants import Plancher
from oracle.sinistres.reconnaissance import Sinistre, etablir_les_sinistres
from oracle.sinistres.suite import Suite, suite_d_un_accident

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
    sinistres: tuple[InstructionDeSinistre, ...]
    inaptitudes: tuple[InstructionDInaptitude, ...]
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
        sinistres = tuple(
            Service(
                s.arret.interruption.arrets,
                s.arret.premier_jour,
                frozenset(jour.jour for jour in s.jours),
                s.calcul.releve,
                1,
                accident=True,
            )
            for s in self.sinistres
        )
        return arrets + conges + sinistres + tuple(self._service_d_inaptitude(i) for i in self.inaptitudes)

    def _service_d_inaptitude(self, inaptitude: InstructionDInaptitude) -> Service:
        """The victim alone is paid."""
        return Service(
            (inaptitude.piece.accident,),
            inaptitude.premier_jour,
            frozenset(jour.jour for jour in inaptitude.jours),
            relever(self.faits, (), inaptitude.premier_jour, inaptitude.premier_jour),
            1,
        )

    def _attestes(self, conge: InstructionDeConge) -> tuple[str, ...]:
        """The names under which an employer may be subrogated: the leave's own, once a certificate bears one.

        A subrogation declared for a sick leave ends when the risk changes (PAY-SUB-2).
        """
        siens = tuple(dict.fromkeys(jour.arret for jour in conge.jours))
        attestes = {attestation.arret for attestation in self.faits.attestations}
        return siens if attestes & set(siens) else conge.plan.arrets


@dataclass(frozen=True)
class Partage:
    """Which benefit holds each day: work accidents, then family leaves, and what is left to sickness."""

    sinistres: tuple[Sinistre, ...]
    accidents: tuple[ArretDeSinistre, ...]
    conges: Calendrier

    @property
    def tenus(self) -> frozenset[date]:
        """Days no sickness notice governs any more."""
        return self.conges.tenus | _jours_des_accidents(self.accidents)


def partager(faits: Faits, fermes: frozenset[str] = frozenset()) -> Partage:
    """One benefit a day (L371-3 al. 2); ``fermes``: leaves whose rights are closed."""
    sinistres = etablir_les_sinistres(faits)
    accidents = arrets_des_sinistres(faits, sinistres)
    if not accidents or appliquer(duree.accident_avant_la_maternite):
        return Partage(
            sinistres, accidents, dresser_le_calendrier(faits, _jours_des_accidents(accidents), fermes)
        )
    conges = dresser_le_calendrier(faits, frozenset(), fermes)
    return Partage(sinistres, arrets_des_sinistres(faits, sinistres, conges.tenus), conges)


def _jours_des_accidents(accidents: Sequence[ArretDeSinistre]) -> frozenset[date]:
    return frozenset(jour.jour for arret in accidents for jour in arret.interruption.jours)


def tenir_le_journal(faits: Faits) -> Journal:
    """Instruct every stop and every leave, and decide every day.

    Where rights to a leave turn out closed, the days a notice prescribes are looked at again, as sickness.
    """
    depart = repere()
    partage = partager(faits)
    journal = _tenir(faits, partage)
    fermes = frozenset(nom_du(c.plan) for c in journal.conges if c.verdict.acquis is False)
    if fermes and not partage.conges.tenus.isdisjoint(jours_d_arret(faits)):
        arrivee = repere()
        return replace(_tenir(faits, partager(faits, fermes)), abandon=(depart, arrivee))
    return journal


def _tenir(faits: Faits, partage: Partage) -> Journal:
    malades = sans_les_jours(faits, partage.tenus)
    entiers = {avis.id: avis for avis in faits.avis}
    suivi = carences.SuiviDesCarences(malades, partage.conges.repos)
    quotas = Quotas(malades, suivi.fins_ald)
    assimiles = [jour for ligne in faits.historique for jour in _jours_de(ligne.debut, ligne.fin)]
    droits_par_ald: dict[str, bool] = {}
    arrets: list[Arret] = []
    conges: list[InstructionDeConge] = []
    sinistres: list[InstructionDeSinistre] = []
    journal: list[JourLiquide] = []
    for episode in _dans_l_ordre(interruptions(malades, partage.tenus), partage):
        if isinstance(episode, ArretDeSinistre):
            sinistre = instruire_le_sinistre(
                faits, episode, tuple(assimiles), _plancher(sinistres, episode.sinistre)
            )
            sinistres.append(sinistre)
            assimiles.extend(jour.jour for jour in sinistre.jours if jour.statut == "indemnise")
            continue
        if isinstance(episode, Plan):
            conge = instruire_le_conge(faits, episode, tuple(assimiles))
            conges.append(conge)
            if episode.risque in RISQUES_ASSIMILES and not conge.ouverture.maintien:
                assimiles.extend(jour.jour for jour in conge.jours if jour.statut == "indemnise")
            continue
        apres = suite_d_un_accident(episode, entiers, partage.accidents)
        arret, jours = _servir(
            malades, entiers, episode, tuple(assimiles), suivi, quotas, droits_par_ald, apres
        )
        arrets.append(arret)
        journal.extend(jours)
        if not arret.instruction.maintien or arret.instruction.conge is not None:
            assimiles.extend(_jours_assimiles(jours))
    payes = {
        jour.jour
        for jours in (journal, *(c.jours for c in conges), *(s.jours for s in sinistres))
        for jour in jours
    }
    inaptitudes = instruire_les_inaptitudes(faits, partage.sinistres, sinistres, payes)
    return Journal(
        faits=faits,
        arrets=tuple(arrets),
        conges=tuple(conges),
        sinistres=tuple(sinistres),
        inaptitudes=inaptitudes,
        jours=(
            *journal,
            *(jour for conge in conges for jour in conge.jours),
            *(jour for sinistre in sinistres for jour in sinistre.jours),
            *(jour for inaptitude in inaptitudes for jour in inaptitude.jours),
        ),
        forfaits=forfaits_dus(faits, conges),
        compteurs=quotas.compteurs,
        fins_ald=suivi.fins_ald,
    )


def _plancher(instruits: Sequence[InstructionDeSinistre], sinistre: Sinistre) -> Plancher | None:
    """The benefit of the first stop of the accident, or of the one a relapse comes from (R433-7 al. 3)."""
    premiers = [i.plancher for i in instruits if i.arret.sinistre.origine == sinistre.origine]
    return next((plancher for plancher in premiers if plancher is not None), None)


def _dans_l_ordre(
    arrets: Sequence[Interruption], partage: Partage
) -> Sequence[Interruption | Plan | ArretDeSinistre]:
    episodes: list[Interruption | Plan | ArretDeSinistre] = [
        *arrets,
        *partage.conges.plans,
        *partage.accidents,
    ]
    return sorted(episodes, key=lambda episode: episode.debut)


def _servir(
    faits: Faits,
    entiers: Mapping[str, AvisArret],
    interruption: Interruption,
    assimiles: tuple[date, ...],
    suivi: carences.SuiviDesCarences,
    quotas: Quotas,
    droits_par_ald: dict[str, bool],
    apres: Suite | None,
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
        sans_carence = suivi.exonere(interruption) or (apres is not None and apres.sans_carence)
        ald_ouverte = (
            premier.ald is not None
            and droits_par_ald.get(premier.ald, False)
            and interruption.debut <= suivi.fins_ald[premier.ald]
        )
        instruction = instruire(
            faits, interruption, assimiles, ald_ouverte, None if apres is None else apres.accident_le
        )
        quotas.ouvrir_l_arret(premier, interruption.debut)
        arret = Arret(
            interruption,
            instruction,
            {}
            if sans_carence
            else delais_de_carence(interruption, None if apres is None else apres.malade_depuis),
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
