"""The décompte: what is due at a date, day by day, with the article that says so.

The oracle renders it; a candidate engine renders it, or the part of it that it declares.
Amounts are exact cents: an engine that does not round may write more than two decimals.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from pydantic import Field

from oracle.arrondis import part_d_un_total
from oracle.calendrier import jours, nb_jours
from oracle.dossier.activites import Regime
from oracle.dossier.champs import (
    Booleen,
    Compte,
    Destinataire,
    Identifiant,
    Intervalle,
    Jour,
    Modele,
    Montant,
    MontantExact,
)
from oracle.dossier.erreurs import lire_strictement
from oracle.dossier.versements import Risque

Statut = Literal["indemnise", "carence", "non_indemnise", "non_prescrit", "en_attente"]

Motif = Literal[
    "delai_de_carence",
    "jour_travaille",
    "reprise_du_travail",
    "droits_non_ouverts",
    "droits_non_ouverts_apres_six_mois",
    "prescripteur_non_admis",
    "maximum_360",
    "duree_ald_epuisee",
    "indemnite_nulle",
    "jour_non_prescrit",
    "piece_manquante",
    "teleconsultation",
    "avis_envoye_apres_la_fin",
    "envoi_tardif",
    "suspension_apres_controle",
    "controle_impossible",
    "manquement",
    "maximum_60_retraite",
    "detention",
    "conge_de_famille",
    "duree_pension_militaire",
    "duree_ivg",
    "duree_prescrite_excessive",
    "ressources_cure_thermale",
    "aucune_perte_de_salaire",
    "hors_periode_de_repos",
    "indemnite_de_remplacement",
    "cessation_insuffisante",
    "enfant_non_viable",
    "fractionnement_irregulier",
    "delai_depasse",
    "duree_maximale_du_conge",
    "jour_de_l_accident",
    "faute_intentionnelle",
    "beneficiaire_sans_indemnite",
    "aucune_perte_de_revenu",
    "duree_maximale_atmp",
    "temps_partiel_non_reconnu",
    "rente_superieure",
    "poste_remunere",
]
"""Why a day is not paid in full; the list grows with the branches, an engine may not add to it."""

Phase = Literal["six_premiers_mois", "au_dela"]

NatureDeForfait = Literal["allocation_repos_maternel", "allocation_repos_adoption", "indemnite_remplacement"]
Echeance = Literal["debut_arret", "fin_huit_semaines", "arrivee_enfant", "fin_remplacement"]

NatureDOrdre = Literal["paiement", "acompte", "rappel", "indu", "retenue", "abandon"]


class Part(Modele):
    """The share of one payee in a day."""

    destinataire: Destinataire
    montant: MontantExact


class Decision(Modele):
    """Whether rights are open for a stop; ``ouvert`` null while a document is missing."""

    arret: Identifiant
    regime: Regime
    risque: Risque
    debut: Jour | None = None
    phase: Phase | None = None
    ouvert: Booleen | None = None
    motif: str | None = None
    articles: tuple[str, ...] = ()


class PeriodeDue(Modele):
    """A maximal run of equal days.

    ``montant``: total of the run where the law fixes an amount for a period, as in therapeutic part-time; its days
    then carry the cents of round(i × total ÷ n) − round((i − 1) × total ÷ n), ``montant_journalier`` is the whole cents
    of the mean, and ``parts`` share the total.
    """

    debut: Jour
    fin: Jour
    arret: Identifiant
    regime: Regime
    risque: Risque
    statut: Statut
    motif: Motif | None = None
    precision: str | None = None
    montant_journalier: MontantExact
    montant: MontantExact | None = None
    parts: tuple[Part, ...] = ()
    articles: tuple[str, ...] = ()


class JourDu(NamedTuple):
    """One day of a run: its amount and the share of each payee, exact cents."""

    jour: date
    montant: Fraction
    parts: tuple[Part, ...]


def jour_du(periode: PeriodeDue, jour: date) -> JourDu:
    """A day of a run; where the run's total is fixed, its days carry whole cents that add up to it."""
    if periode.montant is None:
        return JourDu(jour, Fraction(periode.montant_journalier), periode.parts)
    rang, nombre = nb_jours(periode.debut, jour), nb_jours(periode.debut, periode.fin)
    parts = tuple(
        Part.model_construct(destinataire=p.destinataire, montant=part_d_un_total(p.montant, rang, nombre))
        for p in periode.parts
    )
    return JourDu(jour, Fraction(part_d_un_total(periode.montant, rang, nombre)), parts)


def par_jour(periode: PeriodeDue) -> Iterator[JourDu]:
    """The days of a run, one by one."""
    for jour in jours(periode.debut, periode.fin):
        yield jour_du(periode, jour)


class Taux(Modele):
    """One fully paid day of a stop, before any calendar."""

    arret: Identifiant
    regime: Regime
    risque: Risque
    debut: Jour | None = None
    a_partir_du_jour: Compte = 1
    montant_journalier: MontantExact


class Base(Modele):
    """Intermediate quantities: they locate a fault. ``base_journaliere`` in euros, six decimals, half up."""

    arret: Identifiant
    regime: Regime
    debut: Jour | None = None
    base_journaliere: MontantExact | None = None
    plafond: MontantExact | None = None
    date_plafond: Jour | None = None
    revenu_annuel_moyen: MontantExact | None = None


class Compteurs(Modele):
    """Counters at the end of day ``au``."""

    ij_3_ans: Compte | None = None
    jour_atmp: dict[Identifiant, Compte] = Field(default_factory=dict)
    fin_ald: dict[Identifiant, Jour] = Field(default_factory=dict)
    ij_pension: Compte | None = None
    ij_liberal: dict[Identifiant, Compte] = Field(default_factory=dict)


class Forfait(Modele):
    """A lump sum of the self-employed."""

    nature: NatureDeForfait
    regime: Regime
    echeance: Echeance
    montant: MontantExact


class IndusDetail(Modele):
    """One overpayment: which payment and its date, which days, how much, why, and who owes it (R133-9-2 I 1°)."""

    paiement: Identifiant
    paye_le: Jour | None = None
    jours: tuple[Intervalle, ...] = ()
    montant: MontantExact
    motif: str | None = None
    debiteur: Destinataire


class Solde(Modele):
    """The position of one payee at ``au``: due, paid, and what remains either way. Gross."""

    destinataire: Destinataire
    du: MontantExact
    verse: MontantExact
    acomptes: MontantExact
    rappel: MontantExact
    indu: MontantExact
    indu_prescrit: MontantExact | None = None
    rappel_prescrit: MontantExact | None = None
    abandon_possible: MontantExact | None = None
    indus: tuple[IndusDetail, ...] = ()


class Prelevement(Modele):
    """Social levies on one payment; ``date`` null: all that is due, taken as one payment."""

    date: Jour | None = None
    destinataire: Destinataire
    brut: MontantExact
    csg: MontantExact
    crds: MontantExact
    net: MontantExact


class Ordre(Modele):
    """What is ordered at ``au``, given the movements known."""

    date: Jour
    destinataire: Destinataire
    nature: NatureDOrdre
    montant: MontantExact
    lignes: tuple[dict[str, Any], ...] = ()
    motif: str | None = None


class Courrier(Modele):
    """A letter that must, or must not, leave at a date."""

    date: Jour
    nature: Literal["fin_de_droits", "notification_indu", "refus", "demande_piece"]
    arret: Identifiant | None = None
    motif: str | None = None
    articles: tuple[str, ...] = ()


class Decompte(Modele):
    """What is due at ``au``. A candidate engine may render part of it; the oracle says which parts it renders."""

    au: Jour | None = None
    decisions: tuple[Decision, ...] = ()
    periodes: tuple[PeriodeDue, ...] = ()
    taux: tuple[Taux, ...] = ()
    bases: tuple[Base, ...] = ()
    compteurs: Compteurs | None = None
    forfaits: tuple[Forfait, ...] = ()
    soldes: tuple[Solde, ...] = ()
    prelevements: tuple[Prelevement, ...] = ()
    ordres: tuple[Ordre, ...] = ()
    courriers: tuple[Courrier, ...] = ()
    lectures: dict[str, str] = Field(default_factory=dict)
    avertissements: tuple[str, ...] = ()


def lire_decompte(donnees: Any) -> Decompte:
    """Read a décompte from plain data; raise ``DossierInvalide`` naming each field at fault."""
    return lire_strictement(Decompte, donnees)


__all__ = ["Decompte", "Montant", "Motif", "Statut", "lire_decompte"]
