"""What a fault may change: read from the trace of the law, so that a fault is not tried where it cannot matter.

The oracle is deterministic and asks the law everything through ``oracle.loi``: rules, thresholds, dated tables. Under a
variant, a liquidation takes the very steps of the law's own until the first question that the variant answers otherwise.
Hence a variant that answers every question of the law's trace as the law does would give the very same décompte.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from oracle.legislation import ParametreInconnu
from oracle.loi import Appel, Consultation, Rencontre, Trace, Variante, liquidation_en_cours

Q = TypeVar("Q")
ParNom = Mapping[str, tuple[Q, ...]]


@dataclass(frozen=True)
class Portee:
    """What one liquidation asked of the law: rules applied, thresholds met, tables read; each question once, by name."""

    appels: ParNom[Appel]
    rencontres: ParNom[Rencontre]
    consultations: ParNom[Consultation]

    @classmethod
    def de(cls, trace: Trace) -> "Portee":
        """The questions of a trace left by the law as it is: no variant, and the default readings."""
        return cls(
            _une_fois((a.fonction, (a.arguments, *sorted(a.options.items())), a) for a in trace.appels),
            _une_fois((r.seuil, (r.mesure, r.comparateur, r.borne), r) for r in trace.rencontres),
            _une_fois((c.table, (c.jour, *sorted(c.sujet.dates.items())), c) for c in trace.consultations),
        )

    def touchee_par(self, variante: Variante) -> bool:
        """Whether the variant answers some question otherwise; when not, its décompte is the law's."""
        return (
            any(_repond_autrement(variante, a) for nom in variante.regles for a in self.appels.get(nom, ()))
            or any(
                variante.compare(nom, r.mesure, r.comparateur, r.borne) != r.franchi
                for nom in {*variante.comparateurs, *variante.decalages}
                for r in self.rencontres.get(nom, ())
            )
            or any(
                _lit_autrement(variante, c)
                for nom in {*variante.tables, *variante.selections}
                for c in self.consultations.get(nom, ())
            )
        )


def _une_fois(questions: Iterable[tuple[str, Hashable, Q]]) -> ParNom[Q]:
    """Each question once under its name, told from the others by its key; one whose key has no hash is kept."""
    par_nom: dict[str, dict[Hashable, Q]] = {}
    for nom, cle, question in questions:
        vues = par_nom.setdefault(nom, {})
        try:
            vues.setdefault(cle, question)
        except TypeError:
            vues[id(question)] = question
    return {nom: tuple(vues.values()) for nom, vues in par_nom.items()}


def _repond_autrement(variante: Variante, appel: Appel) -> bool:
    """A rule replaced gives another answer to the same arguments; one that breaks on them certainly does."""
    with liquidation_en_cours({}, variante):
        try:
            return bool(variante.regles[appel.fonction](*appel.arguments, **appel.options) != appel.resultat)
        except Exception:  # a fault may break where the law does not
            return True


def _lit_autrement(variante: Variante, consultation: Consultation) -> bool:
    try:
        lue = variante.valeur(consultation.table, consultation.jour, consultation.sujet)
    except ParametreInconnu:
        return True
    return lue != consultation.valeur
