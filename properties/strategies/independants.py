"""Self-employed parents: mothers, micro-entrepreneurs around a tenth of the ceiling, fathers, adopters, collaborating spouses."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from oracle.calendrier import plus_jours, plus_mois
from properties.strategies.adoptions import adoption, conge_d_adoption
from properties.strategies.dates import autour
from properties.strategies.employes import plafond_de_repos
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.maternites import HUIT_SEMAINES, SIX_SEMAINES, ecart_au_terme
from properties.strategies.naissances import (
    attente,
    declarer,
    foyer,
    hospitalise,
    maternite,
    premier_jour_de_repos,
)
from properties.strategies.peres import conge_de_pere, enfant_d_un_pere, part
from properties.strategies.plan import Avis, CongePris, Piece, Plan, montant
from properties.strategies.salaires import un_cent_pres

_STATUTS = ("artisan", "commercant", "liberal_non_reglemente", "liberal_cnavpl")
_MICROS = ("services", "vente", "bnc")
_SMIC_DU_REMPLACEMENT = 63_00
_ANNEES = 3


def _entete(hasard: Hasard, debut: date, depuis: date | None = None, **champs: object) -> tuple[Piece, ...]:
    """The business and its affiliation, some years old unless told otherwise."""
    ouverte = depuis or date(debut.year - 5, 3, 1)
    statut = selon(hasard, *((1, statut) for statut in _STATUTS))
    return (
        {
            "type": "activite",
            "recue_le": ouverte,
            "activite": "A",
            "nature": "independant",
            "statut": statut,
            "debut": ouverte,
            **champs,
        },
        {"type": "affiliation", "recue_le": ouverte, "regime": "independant", "debut": ouverte},
    )


def _revenus(debut: date, revenus: Sequence[int], **champs: object) -> tuple[Piece, ...]:
    """The incomes of the years before a leave, oldest first."""
    premiere = debut.year - len(revenus)
    return tuple(
        {
            "type": "revenu_independant",
            "recue_le": plus_jours(debut, -40),
            "activite": "A",
            "annee": premiere + rang,
            "revenu": montant(revenu),
            **champs,
        }
        for rang, revenu in enumerate(revenus)
    )


def _trois_revenus(hasard: Hasard) -> tuple[int, ...]:
    base = selon(hasard, (3, 25_000_00), (1, hasard.entier(1, 80) * 1000_00))
    return tuple(base + selon(hasard, (2, 0), (1, 1000_00 * rang)) for rang in range(_ANNEES))


def _plan(
    hasard: Hasard,
    conge: CongePris,
    *,
    revenus: Sequence[int] | None = None,
    avis: tuple[Avis, ...] = (),
    depuis: date | None = None,
    **champs: object,
) -> Plan:
    return Plan(
        (),
        tuple(replace(a, champs={"activites": ["A"], **a.champs}) for a in avis),
        conges=(conge,),
        entete=_entete(hasard, conge.debut, depuis, **champs),
        pieces=_revenus(conge.debut, revenus if revenus is not None else _trois_revenus(hasard)),
    )


def independante(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A business of some years, a birth at term, late or early, any size of family."""
    enfants = selon(hasard, (6, 1), (1, 2), (1, 3))
    debut = premier_jour_de_repos(hasard, enveloppe, 70)
    ecart = selon(hasard, (3, ecart_au_terme(hasard)), (1, -hasard.entier(58, 66)))
    attendue = attente(debut, ecart, enfants, foyer(hasard))
    return declarer(_plan(hasard, maternite(attendue)), attendue)


def independante_micro(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Incomes whose mean is a tenth of the mean ceiling, a cent below or above; contributions perhaps unpaid."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe))
    conge = maternite(attendue)
    annees = range(conge.debut.year - _ANNEES, conge.debut.year)
    dixieme = sum((plafond_de_repos(date(annee, 1, 1)) * 12 for annee in annees), Fraction(0)) / 30
    revenu = un_cent_pres(hasard, dixieme)
    plan = _plan(hasard, conge, revenus=(revenu,) * _ANNEES, micro=parmi(hasard, _MICROS))
    if selon(hasard, (2, False), (1, True)):
        payees = selon(hasard, (1, "1000.00"), (2, "999.99"))
        pieces = tuple(
            {**piece, "cotisations_dues": "1000.00", "cotisations_payees": payees} for piece in plan.pieces
        )
        plan = replace(plan, pieces=pieces)
    return declarer(plan, attendue)


def huit_semaines_d_une_independante(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Eight weeks, of which six after the birth: a day less of either."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 10), selon(hasard, (3, 0), (1, 3)))
    apres = SIX_SEMAINES + selon(hasard, (2, 0), (2, -1), (1, hasard.entier(-20, 25)))
    jours = HUIT_SEMAINES + selon(hasard, (3, 0), (2, -1), (1, hasard.entier(-10, 20)))
    debut = max(attendue.debut, plus_jours(attendue.ne_le, apres - jours))
    conge = maternite(attendue, (debut, plus_jours(attendue.ne_le, apres - 1)))
    return declarer(_plan(hasard, conge), attendue)


def independante_affiliee_depuis_peu(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A business begun about six months before the presumed date, the year running alone or with one closed."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe))
    conge = maternite(attendue)
    mois = selon(hasard, (4, 6), (1, 10), (1, hasard.entier(11, 22)))
    depuis = autour(hasard, plus_mois(attendue.prevu, -mois), large=15)
    annees = conge.debut.year - depuis.year
    plan = _plan(hasard, conge, depuis=depuis, revenus=(12_000_00,) * annees)
    courante: Piece = {
        "type": "revenu_independant",
        "recue_le": plus_jours(conge.debut, 10),
        "activite": "A",
        "annee": conge.debut.year,
        "revenu": "6000.00",
        "arrete_au": plus_jours(conge.debut, -1),
    }
    if depuis.year < conge.debut.year and conge.debut.timetuple().tm_yday == 1:
        return declarer(plan, attendue)
    return declarer(plan.avec(courante), attendue)


def repos_pathologique_d_une_independante(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Illness of the pregnancy or the childbirth: thirty days in all at most, fifteen after the birth.

    The leave asked begins after it, or with it. Beyond, it is sickness of the self-employed, which the oracle declines: no
    day beyond is drawn.
    """
    attendue = attente(premier_jour_de_repos(hasard, enveloppe, 40))
    conge = maternite(attendue)
    avant = selon(hasard, (2, 15), (1, 30), (1, hasard.entier(1, 25)))
    avis = [_malade("S1", plus_jours(conge.debut, -avant), avant, "grossesse_pathologique")]
    if selon(hasard, (1, True), (1, False)):
        conge = maternite(attendue, (avis[0].debut, attendue.fin))
    reste = min(15, 30 - avant)
    if reste and selon(hasard, (1, True), (1, False)):
        avis.append(_malade("S2", plus_jours(conge.fin, 1), hasard.entier(1, reste), "suites_de_couches"))
    return declarer(_plan(hasard, conge, avis=tuple(avis)), attendue)


def _malade(nom: str, debut: date, jours: int, risque: str) -> Avis:
    return Avis(nom, debut, plus_jours(debut, jours - 1), champs={"risque": risque})


def pere_independant(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Seven days from the birth, then parts of five days at least; too short, a part too many, a child in hospital."""
    attendue = enfant_d_un_pere(hasard, enveloppe)
    duree = {1: 25, 2: 32}[attendue.enfants]
    debut = plus_jours(attendue.ne_le, selon(hasard, (3, 0), (1, 1), (1, 2)))
    forme = selon(hasard, (3, "entier"), (3, "parts"), (1, "court"), (1, "hopital"))
    enfants = None
    parts = [part(debut, duree)]
    if forme == "parts":
        loin = plus_jours(debut, hasard.entier(20, 60))
        nombre = selon(hasard, (2, 1), (2, 2), (1, 3))
        reste = selon(hasard, (4, duree - 7), (1, nombre * selon(hasard, (1, 4), (1, 5))))
        parts = [part(debut, 7)]
        parts += [part(plus_jours(loin, 25 * rang), reste // nombre) for rang in range(nombre)]
    elif forme == "court":
        parts = [part(debut, selon(hasard, (1, 6), (1, 7), (1, 5)))]
    elif forme == "hopital":
        sejour = hasard.entier(3, 45)
        parts = [part(debut, duree + min(30, sejour))]
        enfants = [hospitalise(attendue, sejour)] * attendue.enfants
    return declarer(_plan(hasard, conge_de_pere(*parts)), attendue, enfants)


def adoptant_independant(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Three quarters of the rest of a mother, from the arrival: the days before it are not paid."""
    arrivee = premier_jour_de_repos(hasard, enveloppe, 10)
    (enfants, nombreuse), duree = parmi(
        hasard, (((1, False), 84), ((1, True), 136), ((2, False), 178), ((3, True), 241))
    )
    debut = plus_jours(arrivee, -selon(hasard, (4, 0), (1, 7), (1, -3)))
    conge = conge_d_adoption(part(debut, duree + selon(hasard, (2, 0), (2, 1), (1, -20))))
    return _plan(hasard, conge).avec(adoption(arrivee, enfants, nombreuse))


def conjointe_collaboratrice(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """The lump sum, and what a replacement cost: within the daily ceiling, at it, above."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe), ecart_au_terme(hasard))
    conge = maternite(attendue)
    chef = selon(hasard, (4, 30_000_00), (1, 3000_00))
    plan = _plan(
        hasard, conge, revenus=(16_000_00,) * _ANNEES, statut="conjoint_collaborateur", statut_chef="artisan"
    )
    plan = replace(plan, pieces=tuple({**piece, "revenu_chef": montant(chef)} for piece in plan.pieces))
    if selon(hasard, (3, True), (1, False)):
        jours = selon(hasard, (2, HUIT_SEMAINES), (1, hasard.entier(7, 112)))
        debut = plus_jours(conge.debut, hasard.entier(0, 20))
        cout = jours * (
            _SMIC_DU_REMPLACEMENT + selon(hasard, (2, 2000), (1, -2000), (1, hasard.entier(0, 400)))
        )
        remplacement: Piece = {
            "type": "remplacement",
            "recue_le": plus_jours(debut, jours + 5),
            "activite": "A",
            "debut": debut,
            "fin": plus_jours(debut, jours - 1),
            "cout": montant(cout),
        }
        plan = plan.avec(remplacement)
    return declarer(plan, attendue)
