"""Compare line by line: decisions, rates, bases, balances, levies, counters, each matched by the keys it gives."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from harness.divergence import Arrondir, Aspect, Divergence, euros
from oracle.arrondis import au_plus_proche
from oracle.decompte import Decompte


def compare_lines(
    champ: str,
    enonces: Sequence[Any],
    rendues: Sequence[Any],
    cles: Sequence[str],
    mesures: Sequence[str],
    arrondir: Arrondir,
    exhaustif: bool,
) -> Iterable[Divergence]:
    """Match each stated line by the keys it gives; an empty list asserts emptiness."""
    restantes = list(rendues)
    for enonce in enonces:
        ligne = next((r for r in restantes if _memes_cles(enonce, r, cles, exhaustif)), None)
        ou = {"arret": getattr(enonce, "arret", None), "destinataire": getattr(enonce, "destinataire", None)}
        if ligne is None:
            if (
                exhaustif
                and champ in ("soldes", "prelevements")
                and not any(getattr(enonce, m) for m in mesures)
            ):
                continue
            du = getattr(enonce, "montant_journalier", None)
            ecart = -Fraction(du) if du is not None else None
            yield Divergence(champ, "absence", _resumer(enonce, mesures), "ligne absente", ecart=ecart, **ou)
            continue
        restantes.remove(ligne)
        yield from _mesures(champ, enonce, ligne, mesures, arrondir, exhaustif, ou)
    if exhaustif or not enonces:
        for ligne in restantes:
            if champ == "decisions" or any(getattr(ligne, m, None) for m in mesures):
                yield Divergence(
                    champ, "excedent", "aucune ligne", _resumer(ligne, mesures), getattr(ligne, "arret", None),
                    destinataire=getattr(ligne, "destinataire", None),
                    ecart=getattr(ligne, "montant_journalier", None),
                )  # fmt: skip


def _memes_cles(enonce: Any, ligne: Any, cles: Sequence[str], exhaustif: bool) -> bool:
    for cle in cles:
        voulu, lu = getattr(enonce, cle, None), getattr(ligne, cle, None)
        if voulu is not None and lu != voulu and not (exhaustif and lu is None):
            return False
    return True


def _mesures(
    champ: str,
    enonce: Any,
    ligne: Any,
    mesures: Sequence[str],
    arrondir: Arrondir,
    exhaustif: bool,
    ou: dict[str, Any],
) -> Iterable[Divergence]:
    for mesure in mesures:
        voulu, lu = getattr(enonce, mesure, None), getattr(ligne, mesure, None)
        if not exhaustif and mesure not in enonce.model_fields_set:
            continue
        if mesure == "ouvert":
            if lu != voulu:
                yield Divergence(champ, "droits", _ouvert(voulu), _ouvert(lu), **ou)
        elif voulu is not None and not (exhaustif and lu is None):
            decimales = 6 if exhaustif else _decimales(voulu)
            if mesure == "base_journaliere" and lu is not None:
                voulu, lu = _a(voulu, decimales), _a(lu, decimales)
            yield from _une_mesure(champ, mesure, voulu, lu, arrondir, ou)


def _une_mesure(
    champ: str, mesure: str, voulu: Any, lu: Any, arrondir: Arrondir, ou: dict[str, Any]
) -> Iterable[Divergence]:
    if isinstance(voulu, date | str):
        if lu != voulu:
            aspect: Aspect = "motif" if mesure == "motif" else "date"
            yield Divergence(champ, aspect, str(voulu), str(lu), **ou)
    elif lu is None:
        yield Divergence(champ, "montant", f"{mesure} {euros(voulu)}", "rien", **ou)
    else:
        rendu = Fraction(lu) if mesure == "base_journaliere" else arrondir(Fraction(lu))
        if rendu != voulu:
            yield Divergence(
                champ,
                "montant",
                f"{mesure} {euros(voulu)}",
                f"{mesure} {euros(rendu)}",
                ecart=rendu - voulu,
                **ou,
            )


def _ouvert(valeur: bool | None) -> str:
    return "en attente" if valeur is None else "droits ouverts" if valeur else "droits non ouverts"


def _decimales(montant: Any) -> int:
    """Decimals of euros needed to write exact cents, two at least; meaningless, hence two, for anything else."""
    if not isinstance(montant, Fraction | int):
        return 2
    return next((n for n in range(2, 7) if (montant * 10 ** (n - 2)).denominator == 1), 6)


def _a(montant: Fraction, decimales: int) -> Fraction:
    """Round exact cents half up to so many decimals of euros."""
    echelle = 10 ** (decimales - 2)
    return Fraction(au_plus_proche(Fraction(montant) * echelle), echelle)


def _resumer(ligne: Any, mesures: Sequence[str]) -> str:
    lus = ((m, getattr(ligne, m, None)) for m in mesures)
    return (
        ", ".join(
            f"{m} {v if isinstance(v, bool | str | date) else euros(v)}" for m, v in lus if v is not None
        )
        or "ligne"
    )


def compare_counters(voulus: dict[str, Any], rendu: Decompte) -> Iterable[Divergence]:
    lus = rendu.compteurs.model_dump() if rendu.compteurs else {}
    for nom, voulu in voulus.items():
        paires = [(nom, voulu, lus.get(nom))] if not isinstance(voulu, dict) else [
            (f"{nom}[{cle}]", v, (lus.get(nom) or {}).get(cle)) for cle, v in voulu.items()
        ]  # fmt: skip
        for libelle, v, lu in paires:
            if v != lu:
                aspect: Aspect = "date" if isinstance(v, date) else "nombre"
                yield Divergence("compteurs", aspect, f"{libelle} {v}", f"{libelle} {lu}")
