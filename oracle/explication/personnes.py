"""Who is named, and how: the insured, « l'employeur » when there is only one, otherwise « l'employeur A »."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from oracle.explication.etude import Parts
from oracle.explication.langue import enumerer, euros
from oracle.liquidation import Liquidation

_AUTRES = {"assure": "l'assuré", "heritiers": "les héritiers", "delegataire": "le délégataire"}
_ACTIVITE = re.compile(r" \(activité ([A-Za-z0-9_.-]+)\)")


@dataclass(frozen=True)
class Personnes:
    """The employers of a file; their names are told only when there are several."""

    employeurs: frozenset[str]

    def nommer(self, destinataire: str) -> str:
        """``l'assuré``, ``l'employeur``, ``l'employeur A``."""
        if destinataire in _AUTRES:
            return _AUTRES[destinataire]
        return f"l'employeur{self._nom(destinataire.removeprefix('employeur:'))}"

    def a(self, destinataire: str) -> str:
        """``à l'assuré``, ``aux héritiers``, ``à l'employeur A``."""
        nom = self.nommer(destinataire)
        if nom.startswith("les "):
            return f"aux {nom.removeprefix('les ')}"
        return f"au {nom.removeprefix('le ')}" if nom.startswith("le ") else f"à {nom}"

    def manque(self, texte: str) -> str:
        """What is missing, without the name of an only employer."""
        texte = re.sub(r"(?<=l'employeur) \(activité ([A-Za-z0-9_.-]+)\)", lambda m: self._nom(m[1]), texte)
        return _ACTIVITE.sub(
            lambda m: f" (employeur{self._nom(m[1])})" if len(self.employeurs) > 1 else "", texte
        )

    def paiement(self, parts: Parts, jours: int) -> str:
        """A day's amount and its payees, ``32,88 € par jour à l'assuré`` over several days; ``rien`` for nobody."""
        if not parts:
            return "rien"
        total = f"{euros(sum(montant for _, montant in parts))}{par_jour(jours)}"
        if len(parts) == 1:
            return f"{total} {self.a(parts[0][0])}"
        return f"{total}, dont {enumerer([f'{euros(montant)} {self.a(qui)}' for qui, montant in parts])}"

    def total(self, parts_par_jour: Sequence[Parts]) -> str:
        """What days bring together when their cents differ: ``800,00 € pour ces 30 jours à l'assuré``, and how they fall."""
        totaux: dict[str, Fraction] = {}
        for qui, montant in (part for parts in parts_par_jour for part in parts):
            totaux[qui] = totaux.get(qui, Fraction(0)) + montant
        jours = len(parts_par_jour)
        texte = f"{euros(sum(totaux.values()))} pour ces {jours} jours"
        if len(totaux) == 1:
            texte += f" {self.a(next(iter(totaux)))}"
        else:
            texte += (
                f", dont {enumerer([f'{euros(montant)} {self.a(qui)}' for qui, montant in totaux.items()])}"
            )
        par_jour = sorted({sum((montant for _, montant in parts), Fraction(0)) for parts in parts_par_jour})
        return (
            f"{texte}, répartis au centime entre eux ({' ou '.join(euros(montant) for montant in par_jour)})"
        )

    def _nom(self, activite: str) -> str:
        return f" {activite}" if len(self.employeurs) > 1 else ""


def par_jour(jours: int) -> str:
    """`` par jour``, which a single day does not need."""
    return " par jour" if jours > 1 else ""


def personnes_de(liquidation: Liquidation) -> Personnes:
    """Every employer a liquidation knows: by its activities, its certificates, its payees."""
    journal = liquidation.journal
    releves = [instruction.releve for instruction in journal.instructions]
    releves += [conge.ouverture.releve for conge in journal.conges]
    return Personnes(
        frozenset(
            {activite.activite for releve in releves for activite in releve.activites}
            | {nom for releve in releves for nom in releve.attestations}
            | {
                solde.destinataire.removeprefix("employeur:")
                for solde in liquidation.decompte.soldes
                if solde.destinataire.startswith("employeur:")
            }
        )
    )
