"""Compare day by day: statements on intervals, and totals over all matching days."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from corpus.attendu import Total, Tranche
from harness.divergence import Arrondir, Aspect, Divergence, euros
from oracle.calendrier import jours, nb_jours
from oracle.decompte import Decompte, Part, PeriodeDue, jour_du


def _couvrent(periodes: Sequence[PeriodeDue], jour: date, enonce: Tranche | Total) -> list[PeriodeDue]:
    """Periods over a day that match the keys the statement gives."""
    return [
        p
        for p in periodes
        if p.debut <= jour <= p.fin
        and all(getattr(enonce, cle) in (None, getattr(p, cle)) for cle in ("arret", "regime", "risque"))
    ]


def _part(periode: PeriodeDue, jour: date, destinataire: str | None) -> Fraction:
    """What a period gives a payee (or everyone) on one of its days."""
    du = jour_du(periode, jour)
    return du.montant if destinataire is None else _a(du.parts, destinataire)


def _a(parts: Iterable[Part], destinataire: str) -> Fraction:
    return sum((Fraction(part.montant) for part in parts if part.destinataire == destinataire), Fraction(0))


@dataclass(frozen=True)
class _Jour:
    jour: date
    aspect: Aspect
    attendu: str
    rendu: str
    arret: str | None
    ecart: Fraction | None


def compare_tranches(
    tranches: Iterable[Tranche], periodes: Sequence[PeriodeDue], arrondir: Arrondir
) -> Iterable[Divergence]:
    for tranche in tranches:
        differents = [
            d
            for jour in jours(tranche.debut, tranche.fin)
            for d in _un_jour(tranche, jour, periodes, arrondir)
        ]
        yield from _regrouper(differents, tranche.destinataire)
        if tranche.montant is not None:
            verse = sum(
                (
                    arrondir(_part(p, j, tranche.destinataire))
                    for j in jours(tranche.debut, tranche.fin)
                    for p in _couvrent(periodes, j, tranche)
                ),
                Fraction(0),
            )
            if verse != tranche.montant:
                yield Divergence(
                    "periodes", "montant", euros(tranche.montant), euros(verse), tranche.arret, tranche.debut, tranche.fin,
                    tranche.destinataire, verse - tranche.montant,
                )  # fmt: skip


def _un_jour(
    tranche: Tranche, jour: date, periodes: Sequence[PeriodeDue], arrondir: Arrondir
) -> Iterable[_Jour]:
    couvrent = _couvrent(periodes, jour, tranche)
    arret = tranche.arret or (couvrent[0].arret if couvrent else None)
    if tranche.statut is not None:
        statuts = "+".join(sorted({p.statut for p in couvrent})) or "non_prescrit"
        if statuts != tranche.statut:
            yield _Jour(jour, "statut", tranche.statut, statuts, arret, None)
    if tranche.motif is not None:
        motifs = "+".join(sorted({p.motif or "aucun" for p in couvrent})) or "jour_non_prescrit"
        if motifs != tranche.motif:
            yield _Jour(jour, "motif", tranche.motif, motifs, arret, None)
    montant_faux = False
    if tranche.montant_journalier is not None:
        total = sum((arrondir(_part(p, jour, None)) for p in couvrent), Fraction(0))
        verse = sum((arrondir(_part(p, jour, tranche.destinataire)) for p in couvrent), Fraction(0))
        montant_faux = verse != tranche.montant_journalier
        if montant_faux:
            au_bon_total = tranche.destinataire is not None and total == tranche.montant_journalier
            aspect: Aspect = "destinataire" if au_bon_total else "montant"
            yield _Jour(
                jour,
                aspect,
                euros(tranche.montant_journalier),
                euros(verse),
                arret,
                verse - tranche.montant_journalier,
            )
    if tranche.parts is not None:
        attendues = {part.destinataire: Fraction(part.montant) for part in tranche.parts}
        rendues = {
            part.destinataire: arrondir(Fraction(part.montant))
            for p in couvrent
            for part in jour_du(p, jour).parts
            if part.montant
        }
        if attendues != rendues and not montant_faux:  # a wrong amount is told once
            yield _Jour(jour, "destinataire", _en_mots(attendues), _en_mots(rendues), arret, Fraction(0))


def _en_mots(parts: dict[str, Fraction]) -> str:
    return ", ".join(f"{qui} {euros(montant)}" for qui, montant in sorted(parts.items())) or "personne"


def _regrouper(differents: Sequence[_Jour], destinataire: str | None) -> Iterable[Divergence]:
    """Runs of days that diverge alike become one divergence."""
    ranges = sorted(differents, key=lambda d: (d.aspect, d.jour))
    for (aspect, attendu, rendu, arret, _), groupe in groupby(
        enumerate(ranges),
        key=lambda r: (r[1].aspect, r[1].attendu, r[1].rendu, r[1].arret, r[1].jour.toordinal() - r[0]),
    ):
        suite = [jour for _, jour in groupe]
        ecarts = [jour.ecart for jour in suite if jour.ecart is not None]
        yield Divergence(
            "periodes", aspect, attendu, rendu, arret, suite[0].jour, suite[-1].jour, destinataire,
            sum(ecarts, Fraction(0)) if ecarts else None,
        )  # fmt: skip


def compare_unknown_days(tranches: Sequence[Tranche], periodes: Sequence[PeriodeDue]) -> Iterable[Divergence]:
    """Paid days the statement does not know at all."""
    connus = {jour for tranche in tranches for jour in jours(tranche.debut, tranche.fin)}
    for periode in periodes:
        if not (periode.montant or periode.montant_journalier):
            continue
        if nb_jours(periode.debut, periode.fin) > 40_000:
            yield Divergence(
                "periodes",
                "excedent",
                "aucun jour",
                "période sans fin",
                periode.arret,
                periode.debut,
                periode.fin,
            )
            continue
        trop = [jour for jour in jours(periode.debut, periode.fin) if jour not in connus]
        if trop:
            du = Fraction(periode.montant_journalier)
            yield Divergence(
                "periodes",
                "excedent",
                "0.00",
                euros(du),
                periode.arret,
                trop[0],
                trop[-1],
                None,
                du * len(trop),
            )


def _jours_et_brut(periode: PeriodeDue, destinataire: str | None, arrondir: Arrondir) -> tuple[int, Fraction]:
    """How many days of a period pay a payee (or anyone), and how much in all."""
    nombre = nb_jours(periode.debut, periode.fin)
    if periode.montant is not None:
        brut = periode.montant if destinataire is None else _a(periode.parts, destinataire)
        return (nombre if brut else 0), arrondir(Fraction(brut))
    par_jour = arrondir(_part(periode, periode.debut, destinataire))
    return (nombre if par_jour else 0), par_jour * nombre


def compare_totals(
    totaux: Iterable[Total], rendu: Decompte, champs: Collection[str], arrondir: Arrondir
) -> Iterable[Divergence]:
    for total in totaux:
        retenues = [
            _jours_et_brut(p, total.destinataire, arrondir)
            for p in rendu.periodes
            if all(getattr(total, cle) in (None, getattr(p, cle)) for cle in ("arret", "regime", "risque"))
        ]
        comptes: dict[str, Fraction] = {
            "jours": Fraction(sum(nombre for nombre, _ in retenues)),
            "brut": sum((brut for _, brut in retenues), Fraction(0)),
        }
        if "prelevements" in champs:
            lignes = [
                ligne for ligne in rendu.prelevements if total.destinataire in (None, ligne.destinataire)
            ]
            for cle in ("csg", "crds", "net"):
                comptes[cle] = sum((Fraction(getattr(ligne, cle)) for ligne in lignes), Fraction(0))
        for cle, valeur in comptes.items():
            voulu = getattr(total, cle)
            if voulu is None or voulu == valeur:
                continue
            if cle == "jours":
                yield Divergence(
                    "totaux", "nombre", str(voulu), str(valeur), total.arret, destinataire=total.destinataire
                )
            else:
                yield Divergence(
                    "totaux", "montant", f"{cle} {euros(voulu)}", f"{cle} {euros(valeur)}", total.arret, destinataire=total.destinataire,
                    ecart=valeur - voulu if cle == "brut" else None,
                )  # fmt: skip
