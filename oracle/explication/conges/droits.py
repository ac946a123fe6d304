"""Whether rights to a leave are open: at which date, by which condition, after how many months of affiliation."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from oracle.calendrier import en_francais, nb_jours
from oracle.explication.anciens_droits import dire_les_gardes
from oracle.explication.assimilees import dire_les_journees_assimilees, part_assimilee
from oracle.explication.conges.essais import Essai, Essais, essais_de
from oracle.explication.conges.etude import Partie
from oracle.explication.etude import jour_de, nombre_de
from oracle.explication.langue import articles, enumerer, phrase, pluriel
from oracle.explication.ouverture import dire_une_condition
from oracle.explication.personnes import Personnes
from oracle.explication.refus import MOTIFS
from oracle.explication.tentatives import Condition
from oracle.explication.versions import citer

_REFERENCES = ("R313-1",)
_SANS_CONDITION = {"deuil_enfant": "L331-9", "maternite_mere_decedee": "L331-6"}
_ANNEE_DU_DECRET = 2023
"""Six months were asked instead of ten during that year: the start of the leave is told up to then."""
_DISPENSE = "famille.ouverture.sans_condition_d_ouverture"


def dire_les_droits_du_conge(partie: Partie, personnes: Personnes) -> list[str]:
    """The verdict, then each date looked at with what was measured there."""
    plan, verdict = partie.plan, partie.instruction.verdict
    if partie.demandes.dernier(_DISPENSE):
        regle = articles((_SANS_CONDITION[plan.risque],))
        debut = "Ce congé ne" if not plan.payables else "Les droits sont ouverts : ce congé ne"
        return [f"{debut} demande ni durée de travail ni affiliation — {regle}.", *_sans_jour(partie)]
    essais = essais_de(partie)
    retenu = _retenu(essais)
    lignes = [*_au_travail(partie, essais), _verdict(partie, verdict.acquis, personnes)]
    montres = [retenu] if verdict.acquis and retenu is not None else list(essais.tous)
    for essai in essais.tous:
        lignes += dire_les_gardes(partie, essai.gardes)
        if essai in montres:
            lignes += _essai(partie, essai)
    lignes += dire_les_gardes(partie, essais.sans_suite)
    if retenu is not None and any(
        _assimilee(partie, retenu, c) for essai in montres[-1:] for c in _montrees(essai.conditions)
    ):
        lignes += dire_les_journees_assimilees(partie)
    return [*lignes, *_sans_jour(partie)]


def _sans_jour(partie: Partie) -> Iterator[str]:
    """That rights do not help a part of which every day is refused for another reason."""
    motif = partie.plan.jours[0].refus
    if not partie.plan.payables and motif is not None and partie.instruction.verdict.acquis is not False:
        raison = MOTIFS[motif].partition(", rien n'est dû")[0]
        yield f"Aucun jour n'est pourtant indemnisé : {raison}."


def _retenu(essais: Essais) -> Essai | None:
    """The attempt that opened rights; otherwise the last one."""
    ouverts = [essai for essai in essais.tous if essai.acquis]
    return ouverts[0] if ouverts else essais.tous[-1] if essais.tous else None


def _au_travail(partie: Partie, essais: Essais) -> Iterator[str]:
    """That no work was under way, which sends back to the ninth month before, or to former rights."""
    if partie.plan.regime == "independant":
        return
    if partie.instruction.ouverture.maintien or not essais.tous:
        yield f"Au {en_francais(partie.plan.debut)}, aucune activité salariée en cours n'ouvre de droits."


def _verdict(partie: Partie, acquis: bool | None, personnes: Personnes) -> str:
    plan = partie.plan
    if plan.regime == "independant":
        regle = articles(("D623-8",))
        if acquis:
            return f"{_ouverts(partie)} : l'affiliation suffit — {regle}."
        return f"Les droits ne sont pas ouverts : l'affiliation ne suffit pas — {regle}."
    regle = citer((*_REFERENCES, "R313-4" if plan.risque == "adoption" else "R313-3"), partie.dates)
    if acquis is None:
        manques = enumerer([personnes.manque(m) for m in partie.instruction.verdict.manques])
        return f"L'ouverture des droits reste en attente : il manque {manques} — {regle}."
    deux_dates = plan.risque == "maternite"
    if acquis:
        motif = "une condition de travail et l'affiliation suffisent"
        if partie.instruction.ouverture.maintien:
            motif = "les conditions étaient remplies avant la cessation du travail"
        elif deux_dates:
            motif = "une seule des deux dates suffit"
        return f"{_ouverts(partie)} : {motif} — {regle}."
    motif = "les conditions ne sont remplies à aucune date" if deux_dates else "les conditions manquent"
    return f"Les droits ne sont pas ouverts : {motif} — {regle}."


def _ouverts(partie: Partie) -> str:
    return "Les droits sont ouverts" if partie.plan.payables else "Les conditions sont remplies"


def _essai(partie: Partie, essai: Essai) -> Iterator[str]:
    """One date: affiliation, then work, each with its distance."""
    if essai.reference is not None:
        yield f"Conditions appréciées au {en_francais(essai.reference)}{_quelle_date(partie, essai)} :"
    yield f"– {phrase(_affiliation(partie, essai))}"
    yield from (dire_une_condition(c, _assimilee(partie, essai, c)) for c in _montrees(essai.conditions))


def _montrees(conditions: Sequence[Condition]) -> Iterator[Condition]:
    """The conditions that open rights; when none does, every one that was looked at."""
    franchies = [condition for condition in conditions if condition.rencontre.franchi]
    yield from franchies or conditions


def _quelle_date(partie: Partie, essai: Essai) -> str:
    conditions, reference = partie.plan.conditions, essai.reference
    if reference is None:
        return ""
    if reference == partie.instruction.ouverture.fin_d_activite or essai.gardes:
        return ", premier jour sans travail effectif"
    if partie.plan.risque == "maternite":
        if reference == conditions.references[0]:
            return ", premier jour du repos"
        return ", neuf mois avant la date présumée"
    if partie.plan.risque == "adoption" and reference == conditions.affilie_au:
        return ", arrivée de l'enfant"
    return ", premier jour du congé"


def _affiliation(partie: Partie, essai: Essai) -> str:
    """How long the insured has been affiliated on the date that counts, and how much is missing."""
    debut, mois, au = essai.affiliation.arguments
    rencontre = next(
        (
            r
            for r in partie.demandes.seuils("MAT-AFFIL.mois")
            if r.franchi == essai.affiliation.resultat and jour_de(r.borne) == au
        ),
        None,
    )
    regle = citer(("D623-8",) if partie.plan.regime == "independant" else ("R313-3",), partie.dates)
    commence_le = partie.plan.conditions.conge_le
    depuis = (
        f" (congé commencé le {en_francais(commence_le)})" if commence_le.year <= _ANNEE_DU_DECRET else ""
    )
    exige = f"affiliation : {mois} mois exigés{depuis} au {en_francais(au)}{_au_titre(partie, au)}"
    if essai.affiliation.resultat:
        return f"{exige}, affiliation depuis le {en_francais(debut)}, condition remplie — {regle}"
    if rencontre is None or debut > au:
        return f"{exige}, aucune affiliation en cours — {regle}"
    fin = jour_de(rencontre.mesure)
    manque = pluriel(nb_jours(au, fin) - 1, "jour")
    return (
        f"{exige}, affiliation depuis le {en_francais(debut)}, ils ne s'achèvent que le {en_francais(fin)}, il manque {manque} "
        f"— {regle}"
    )


def _au_titre(partie: Partie, au: date) -> str:
    if partie.plan.risque == "maternite":
        return ", date présumée de l'accouchement"
    if partie.plan.risque == "adoption" and au != partie.plan.debut:
        return ", arrivée de l'enfant"
    return ""


def _assimilee(partie: Partie, essai: Essai, condition: Condition) -> Fraction:
    """What of a condition comes of assimilated days, when the certificates kept are read at its date."""
    if essai.reference != partie.releve.reference:
        return Fraction(0)
    return part_assimilee(partie.releve, condition.rencontre.seuil, nombre_de(condition.rencontre.mesure))
