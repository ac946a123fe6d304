"""Compare what is stated with what an engine rendered: to the cent, per day and per payee, no tolerance.

Only what is stated is checked, and only on the fields the engine declares. A ``Divergence`` says which days, which
payee, how many cents.
"""

from collections.abc import Collection, Iterable

from corpus.attendu import Attendu
from harness.compared_days import compare_totals, compare_tranches, compare_unknown_days
from harness.compared_lines import compare_counters, compare_lines
from harness.divergence import Arrondir, Divergence, tel_quel
from oracle.decompte import Decompte


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
        juges.append(compare_tranches(attendu.tranches, rendu.periodes, arrondir))
        if exhaustif or not attendu.tranches:
            juges.append(compare_unknown_days(attendu.tranches, rendu.periodes))
    if attendu.totaux is not None and "periodes" in champs:
        juges.append(compare_totals(attendu.totaux, rendu, champs, arrondir))
    for champ, cles, mesures in _LIGNES:
        enonces = getattr(attendu, champ)
        if champ in champs and enonces is not None:
            juges.append(
                compare_lines(champ, enonces, getattr(rendu, champ), cles, mesures, arrondir, exhaustif)
            )
    if "compteurs" in champs and attendu.compteurs is not None:
        juges.append(compare_counters(attendu.compteurs.model_dump(exclude_none=True), rendu))
    if not juges:
        return None
    return [divergence for juge in juges for divergence in juge]


SOLDE = ("du", "verse", "acomptes", "rappel", "indu", "rappel_prescrit", "indu_prescrit")
"""What the balance of a payee is compared on."""

_LIGNES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("decisions", ("arret", "regime", "risque", "debut", "phase"), ("ouvert", "motif")),
    ("bases", ("arret", "regime", "debut"), ("date_plafond", "plafond", "base_journaliere")),
    ("taux", ("arret", "regime", "risque", "debut", "a_partir_du_jour"), ("montant_journalier",)),
    ("forfaits", ("nature", "regime", "echeance"), ("montant",)),
    ("soldes", ("destinataire",), SOLDE),
    ("ordres", ("date", "destinataire", "nature"), ("montant",)),
    ("prelevements", ("date", "destinataire"), ("brut", "csg", "crds", "net")),
)
