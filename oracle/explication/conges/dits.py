"""What is told of a leave, chapter by chapter, as lines that can be set beside those of another side."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from oracle.conges.montants import CalculSalarie
from oracle.explication.conges import dire_les_destinataires, par_partie
from oracle.explication.conges.cadre import dire_le_cadre
from oracle.explication.conges.calendrier import ETATS, Tranche, tranches
from oracle.explication.conges.droits import dire_les_droits_du_conge
from oracle.explication.conges.etude import EtudeDeConge
from oracle.explication.conges.jours import dire_les_jours_du_conge
from oracle.explication.conges.montant import dire_le_montant_du_conge
from oracle.explication.dits import Dit, lire, majuscule, minuscule, par_chapitre, phrases
from oracle.explication.langue import intervalle_compte
from oracle.explication.personnes import Personnes
from oracle.liquidation import Liquidation

_CHAPITRES = ("cadre", "calendrier", "droits", "montant", "destinataires", "jours")
_ESSENTIEL = (
    "Plafond mensuel",
    "Gain journalier",
    "Diminué",
    "Premier mois",
    "Second mois",
    "Indemnité forfaitaire",
)
_SANS_DROIT = ", rien n'est dû : "


def dire_le_conge_en_chapitres(
    liquidation: Liquidation,
    etude: EtudeDeConge | None,
    en_face: EtudeDeConge | None,
    personnes: Personnes,
) -> list[list[Dit]]:
    """What is told of a leave, chapter by chapter; without a leave ``en_face``, no more than what decides."""
    au, lectures = liquidation.decompte.au, liquidation.trace.lectures
    if etude is None or au is None:
        return [[]] * len(_CHAPITRES)
    droits = par_partie(etude, lambda partie: dire_les_droits_du_conge(partie, personnes))
    if en_face is None:
        droits = [ligne for ligne in droits if not ligne.startswith("–") and not ligne.endswith(":")]
    montant = _montant(etude, personnes, lectures)
    if en_face is None or not (_calcule(etude) and _calcule(en_face)):
        montant = [dit for dit in montant if dit.sujet.startswith(_ESSENTIEL)]
    return [
        [lire(f"– {ligne}.") for ligne in dire_le_cadre(etude)],
        _tranches(etude),
        par_chapitre(droits),
        montant,
        phrases(dire_les_destinataires(etude, personnes)),
        _refus(dire_les_jours_du_conge(etude, personnes, au)),
    ]


def _calcule(etude: EtudeDeConge) -> bool:
    """An amount is worked out for some day."""
    return any(
        p.plan.payables
        and p.instruction.verdict.acquis is not False
        and p.instruction.calcul.montant is not None
        for p in etude.parties
    )


def _tranches(etude: EtudeDeConge) -> list[Dit]:
    """The runs of the calendar, by what they are: their dates are what may differ."""
    return [
        Dit(
            majuscule(tranche.libelle),
            f"{intervalle_compte(tranche.debut, tranche.fin)}{_etat(tranche)}",
            "",
        )
        for tranche in tranches(etude)
    ]


def _etat(tranche: Tranche) -> str:
    """Whether its days are paid; those of another benefit are told with it."""
    return "" if tranche.nature in ("maladie", "ailleurs") else f", {ETATS[tranche.etat]}"


def _montant(etude: EtudeDeConge, personnes: Personnes, lectures: Mapping[str, str]) -> list[Dit]:
    """The calculation, reference months named as such; what only announces a list is left out."""
    calculs = [partie.instruction.calcul for partie in etude.parties]
    mois = {str(m) for calcul in calculs if isinstance(calcul, CalculSalarie) for m in calcul.mois}
    dits = []
    for ligne in par_partie(etude, lambda partie: dire_le_montant_du_conge(partie, personnes, lectures)[1:]):
        if not ligne.endswith(":"):
            dit = lire(ligne)
            nom = minuscule(dit.sujet)
            dits.append(replace(dit, sujet=f"Salaire de {nom}") if nom in mois else dit)
    return dits


def _refus(lignes: Sequence[str]) -> list[Dit]:
    """Why days are refused, when a count or a date decides."""
    decisions = [ligne.partition(" : ")[2] for ligne in lignes]
    return [lire(d.replace(_SANS_DROIT, " : ")) for d in decisions if _SANS_DROIT in d]
