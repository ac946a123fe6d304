"""Who employs the insured and what is certified: one coherent series of months, read by as many certificates as needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from oracle.calendrier import MoisCivil, fin_du_mois_precedent, mois_civils_precedents, plus_jours, plus_mois
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.plan import Attestation, Avis, Employeur, Paie
from properties.strategies.salaires import heures, salaires

_TROIS_MOIS, _SIX_MOIS = 3, 6


def _rang(jour: date) -> int:
    return jour.year * 12 + jour.month


@dataclass(frozen=True)
class Carriere:
    """Pay and hours of the civil months before ``reference``, oldest first; the first and last extend both ways."""

    reference: date
    bruts: tuple[int, ...]
    heures: tuple[int | None, ...]

    def _du_mois(self, mois: MoisCivil) -> Paie:
        rang = len(self.bruts) + _rang(mois.debut) - _rang(self.reference)
        rang = min(max(rang, 0), len(self.bruts) - 1)
        return Paie(mois.debut, mois.fin, self.bruts[rang], self.heures[rang])

    def paies(self, avant: date, nombre: int) -> tuple[Paie, ...]:
        """The pays of the ``nombre`` civil months before that of ``avant``."""
        return tuple(self._du_mois(mois) for mois in mois_civils_precedents(avant, nombre))

    @property
    def derniers_bruts(self) -> tuple[int, ...]:
        """The three months that make the base of a stop on the reference day."""
        return tuple(paie.brut for paie in self.paies(self.reference, _TROIS_MOIS))


def carriere(hasard: Hasard, enveloppe: Enveloppe, debut: date, nombre: int = _TROIS_MOIS) -> Carriere:
    """An ordinary series of months before a stop."""
    return Carriere(debut, salaires(hasard, enveloppe, debut, nombre), heures(hasard, enveloppe, nombre))


def mois_a_certifier(suivie: Carriere, enveloppe: Enveloppe) -> int:
    """Three months when their hours open rights, six when pay has to be looked at."""
    declarees = sum(paie.heures or 0 for paie in suivie.paies(suivie.reference, _TROIS_MOIS))
    return max(_TROIS_MOIS if declarees >= 150_00 else _SIX_MOIS, enveloppe.paies_exigees)


def embauche(hasard: Hasard, enveloppe: Enveloppe, debut: date, mois_au_moins: int = 13) -> date:
    """First day of an employment older than ``mois_au_moins`` months before the month of a stop."""
    mois_au_moins = max(mois_au_moins, enveloppe.mois_de_salaire_constant + 1)
    dernier = plus_mois(debut.replace(day=1), -mois_au_moins)
    return selon(
        hasard,
        (5, date(dernier.year - 1, 1, 1)),
        (2, dernier),
        (2, plus_jours(dernier, -hasard.entier(1, 1500))),
    )


def contrat_ordinaire(hasard: Hasard, enveloppe: Enveloppe) -> str:
    """A contract whose benefit rests on three months, when the engine knows one."""
    return parmi(hasard, enveloppe.contrats_continus or enveloppe.contrats)


@dataclass(frozen=True)
class Chaine:
    """The notices of one chain, and the first day of the last legal stop they make."""

    arret: str
    avis: tuple[Avis, ...]

    @property
    def debut(self) -> date:
        """First prescribed day."""
        return self.avis[0].debut

    @property
    def dernier_nouvel_arret(self) -> date:
        """First day of the last notice more than two days after the one before, or of the chain."""
        ruptures = [self.debut]
        for precedent, suivant in zip(self.avis, self.avis[1:], strict=False):
            if suivant.debut > plus_jours(precedent.fin, 3):
                ruptures.append(suivant.debut)
        return ruptures[-1]


def attester(suivie: Carriere, chaine: Chaine, nombre: int) -> Attestation:
    """The certificate of one chain: ``nombre`` months before each legal stop that it holds."""
    dernier = chaine.dernier_nouvel_arret
    return Attestation(
        arret=chaine.arret,
        dernier_jour_travaille=plus_jours(chaine.debut, -1),
        paies=suivie.paies(dernier, nombre + _rang(dernier) - _rang(chaine.debut)),
    )


def employeur(
    hasard: Hasard,
    enveloppe: Enveloppe,
    suivie: Carriere,
    chaines: Sequence[Chaine],
    *,
    activite: str = "A",
    mois: int | None = None,
) -> Employeur:
    """An employer of long standing who certifies every chain."""
    nombre = mois or mois_a_certifier(suivie, enveloppe)
    return Employeur(
        activite=activite,
        debut=embauche(hasard, enveloppe, suivie.reference),
        contrat=contrat_ordinaire(hasard, enveloppe),
        attestations=tuple(attester(suivie, chaine, nombre) for chaine in chaines),
    )


def un_avis(arret: str, debut: date, duree: int, **champs: object) -> Chaine:
    """A chain of one notice of ``duree`` days."""
    return Chaine(arret, (Avis(arret, debut, plus_jours(debut, duree - 1), champs=champs),))


def fin_de_mois_avant(jour: date, mois: int) -> date:
    """Last day of the civil month that lies ``mois`` months before that of ``jour``."""
    return fin_du_mois_precedent(plus_mois(jour.replace(day=1), 1 - mois))
