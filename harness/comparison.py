"""Compare what is stated with what an engine rendered: to the cent, per day and per payee, no tolerance.

Only what is stated is checked, and only on the fields the engine declares. A ``Divergence`` says which days, which
payee, how many cents.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any, Literal

from corpus.attendu import Attendu, Total, Tranche
from oracle.arrondis import au_plus_proche
from oracle.calendrier import jours, nb_jours
from oracle.decompte import Decompte, PeriodeDue
from oracle.dossier.champs import ecrire_exact

Aspect = Literal[
    "statut", "motif", "montant", "destinataire", "droits", "nombre", "date", "absence", "excedent"
]


@dataclass(frozen=True)
class Divergence:
    """One disagreement. ``ecart`` is what was rendered less what is due, in cents, over all the days."""

    champ: str
    aspect: Aspect
    attendu: str
    rendu: str
    arret: str | None = None
    debut: date | None = None
    fin: date | None = None
    destinataire: str | None = None
    ecart: Fraction | None = None


Arrondir = Callable[[Fraction], Fraction]


def au_centime(montant: Fraction) -> Fraction:
    """Round once, half up, where the law rounds: for engines that declare unrounded amounts."""
    return Fraction(au_plus_proche(Fraction(montant)))


def tel_quel(montant: Fraction) -> Fraction:
    """Leave an amount as rendered."""
    return Fraction(montant)


def compare(
    attendu: Attendu,
    rendu: Decompte,
    champs: Collection[str],
    *,
    arrondir: Arrondir = tel_quel,
    exhaustif: bool = False,
) -> list[Divergence] | None:
    """Every divergence, or ``None`` when nothing stated can be judged on the rendered fields.

    ``exhaustif``: what is stated is the whole décompte, so a paid day or a rate beyond it diverges too.
    """
    juges: list[Iterable[Divergence]] = []
    if "periodes" in champs and attendu.tranches is not None:
        juges.append(_tranches(attendu.tranches, rendu.periodes, arrondir))
        if exhaustif:
            juges.append(_jours_en_trop(attendu.tranches, rendu.periodes))
    if attendu.totaux is not None and "periodes" in champs:
        juges.append(_totaux(attendu.totaux, rendu, champs, arrondir))
    for champ, cles, mesures in _LIGNES:
        enonces = getattr(attendu, champ)
        if champ in champs and enonces is not None:
            juges.append(_lignes(champ, enonces, getattr(rendu, champ), cles, mesures, arrondir, exhaustif))
    if "compteurs" in champs and attendu.compteurs is not None:
        juges.append(_compteurs(attendu.compteurs.model_dump(exclude_none=True), rendu))
    if not juges:
        return None
    return [divergence for juge in juges for divergence in juge]


_LIGNES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("decisions", ("arret", "regime", "debut", "phase"), ("ouvert", "motif")),
    ("bases", ("arret", "regime", "debut"), ("date_plafond", "plafond", "base_journaliere")),
    ("taux", ("arret", "regime", "debut", "a_partir_du_jour"), ("montant_journalier",)),
    ("soldes", ("destinataire",), ("du", "verse", "acomptes", "rappel", "indu")),
    ("prelevements", ("date", "destinataire"), ("brut", "csg", "crds", "net")),
)


def _euros(montant: Fraction | int) -> str:
    return ecrire_exact(Fraction(montant))


def _couvrent(periodes: Sequence[PeriodeDue], jour: date, enonce: Tranche | Total) -> list[PeriodeDue]:
    """Periods over a day that match the keys the statement gives."""
    return [
        p
        for p in periodes
        if p.debut <= jour <= p.fin
        and all(getattr(enonce, cle) in (None, getattr(p, cle)) for cle in ("arret", "regime", "risque"))
    ]


def _part(periode: PeriodeDue, destinataire: str | None) -> Fraction:
    if destinataire is None:
        return Fraction(periode.montant_journalier)
    return sum(
        (Fraction(part.montant) for part in periode.parts if part.destinataire == destinataire), Fraction(0)
    )


@dataclass(frozen=True)
class _Jour:
    jour: date
    aspect: Aspect
    attendu: str
    rendu: str
    arret: str | None
    ecart: Fraction | None


def _tranches(
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
                    arrondir(_part(p, tranche.destinataire))
                    for j in jours(tranche.debut, tranche.fin)
                    for p in _couvrent(periodes, j, tranche)
                ),
                Fraction(0),
            )
            if verse != tranche.montant:
                yield Divergence(
                    "periodes", "montant", _euros(tranche.montant), _euros(verse), tranche.arret, tranche.debut, tranche.fin,
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
    if tranche.montant_journalier is not None:
        total = sum((arrondir(_part(p, None)) for p in couvrent), Fraction(0))
        verse = sum((arrondir(_part(p, tranche.destinataire)) for p in couvrent), Fraction(0))
        if verse != tranche.montant_journalier:
            au_bon_total = tranche.destinataire is not None and total == tranche.montant_journalier
            aspect: Aspect = "destinataire" if au_bon_total else "montant"
            yield _Jour(
                jour,
                aspect,
                _euros(tranche.montant_journalier),
                _euros(verse),
                arret,
                verse - tranche.montant_journalier,
            )
    if tranche.parts is not None:
        attendues = {part.destinataire: Fraction(part.montant) for part in tranche.parts}
        rendues = {
            part.destinataire: Fraction(part.montant) for p in couvrent for part in p.parts if part.montant
        }
        if attendues != rendues and sum(attendues.values()) == sum(rendues.values()):
            yield _Jour(jour, "destinataire", _en_mots(attendues), _en_mots(rendues), arret, Fraction(0))


def _en_mots(parts: dict[str, Fraction]) -> str:
    return ", ".join(f"{qui} {_euros(montant)}" for qui, montant in sorted(parts.items())) or "personne"


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


def _jours_en_trop(tranches: Sequence[Tranche], periodes: Sequence[PeriodeDue]) -> Iterable[Divergence]:
    """Paid days the statement does not know at all."""
    connus = {jour for tranche in tranches for jour in jours(tranche.debut, tranche.fin)}
    for periode in periodes:
        if not periode.montant_journalier:
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
                _euros(du),
                periode.arret,
                trop[0],
                trop[-1],
                None,
                du * len(trop),
            )


def _totaux(
    totaux: Iterable[Total], rendu: Decompte, champs: Collection[str], arrondir: Arrondir
) -> Iterable[Divergence]:
    for total in totaux:
        retenues = [
            (arrondir(_part(p, total.destinataire)), nb_jours(p.debut, p.fin))
            for p in rendu.periodes
            if all(getattr(total, cle) in (None, getattr(p, cle)) for cle in ("arret", "regime", "risque"))
        ]
        comptes: dict[str, Fraction] = {
            "jours": Fraction(sum(nombre for montant, nombre in retenues if montant)),
            "brut": sum((montant * nombre for montant, nombre in retenues), Fraction(0)),
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
                    "totaux", "montant", _euros(voulu), _euros(valeur), total.arret, destinataire=total.destinataire,
                    ecart=valeur - voulu if cle == "brut" else None,
                )  # fmt: skip


def _lignes(
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
            yield Divergence(champ, "absence", _resumer(enonce, mesures), "ligne absente", **ou)
            continue
        restantes.remove(ligne)
        yield from _mesures(champ, enonce, ligne, mesures, arrondir, exhaustif, ou)
    if exhaustif or not enonces:
        for ligne in restantes:
            positifs = [m for m in mesures if getattr(ligne, m, None)]
            if positifs:
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
        yield Divergence(champ, "montant", f"{mesure} {_euros(voulu)}", "rien", **ou)
    else:
        rendu = Fraction(lu) if mesure == "base_journaliere" else arrondir(Fraction(lu))
        if rendu != voulu:
            yield Divergence(
                champ,
                "montant",
                f"{mesure} {_euros(voulu)}",
                f"{mesure} {_euros(rendu)}",
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
        ", ".join(f"{m} {v if not isinstance(v, Fraction) else _euros(v)}" for m, v in lus if v is not None)
        or "ligne"
    )


def _compteurs(voulus: dict[str, Any], rendu: Decompte) -> Iterable[Divergence]:
    lus = rendu.compteurs.model_dump() if rendu.compteurs else {}
    for nom, voulu in voulus.items():
        paires = [(nom, voulu, lus.get(nom))] if not isinstance(voulu, dict) else [
            (f"{nom}[{cle}]", v, (lus.get(nom) or {}).get(cle)) for cle, v in voulu.items()
        ]  # fmt: skip
        for libelle, v, lu in paires:
            if v != lu:
                aspect: Aspect = "date" if isinstance(v, date) else "nombre"
                yield Divergence("compteurs", aspect, f"{libelle} {v}", f"{libelle} {lu}")
