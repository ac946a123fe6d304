"""Whether rights are open, and how far the insured is from each threshold met."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from oracle import registre
from oracle.calendrier import en_francais, nb_jours, plus_jours
from oracle.explication.anciens_droits import dire_les_gardes
from oracle.explication.assimilees import dire_les_journees_assimilees, part_assimilee
from oracle.explication.etude import Etude, articles_de, jour_de, nombre_de
from oracle.explication.langue import enumerer, euros, heures, phrase, pluriel
from oracle.explication.paies_recues import dire_les_paies_tardives
from oracle.explication.personnes import Personnes
from oracle.explication.tentatives import AFFILIATION, SIX_MOIS, Condition, tentatives_de
from oracle.explication.versions import Dates, citer, citer_au
from oracle.instruction import Verdict
from oracle.registre.modele import Unite

_ATTENTE = "droits.suspend"
_PAIE_RECUE = "MAL-OD-1.paie_recue"


def dire_les_droits(etude: Etude, personnes: Personnes) -> list[str]:
    """The verdict on the first six months, its thresholds, then the verdict beyond when the stop goes that far."""
    instruction, dates = etude.instruction, etude.dates
    tentatives = tentatives_de(etude)
    lignes = [*_au_travail(etude)]
    for tentative in tentatives.toutes:
        lignes += dire_les_gardes(etude, tentative.gardes)
        if tentative.gardes and tentative is not tentatives.retenue:
            lignes.append("Ces anciens droits n'ouvrent eux-mêmes aucune indemnité.")
    lignes += dire_les_gardes(etude, tentatives.sans_suite)
    retenue = tentatives.retenue
    if retenue is None:
        regle = citer(articles_de("droits.porte_des_heures"), dates)
        return [*lignes, f"Les droits ne sont pas ouverts — {regle}."]
    if retenue.dispense is not None:
        return [*lignes, _dispense(etude, retenue.dispense)]
    lignes += [
        _verdict_des_six_mois(instruction.six_mois, personnes, dates),
        f"Conditions appréciées au {en_francais(retenue.reference)}{_precision(etude)} :",
    ]
    avant, apres = _couper(retenue.conditions)
    lignes += [_condition(etude, c) for c in avant if c.rencontre.seuil in SIX_MOIS]
    if autres := [c for c in avant if c.rencontre.seuil not in SIX_MOIS]:
        regle = citer(articles_de("droits.profession_discontinue"), dates)
        lignes.append(
            f"Pour une profession saisonnière ou discontinue, ou un emploi chez un particulier, ces conditions ouvrent aussi les droits — {regle} :"
        )
        lignes += [_condition(etude, c) for c in autres]
    if instruction.depasse_six_mois and instruction.six_mois.acquis:
        dernier_jour = instruction.dernier_jour_six_mois
        lignes.append(_verdict_au_dela(instruction.au_dela, dernier_jour, personnes, dates))
        lignes += [_condition(etude, c) for c in apres]
    lignes += _paies_tardives(etude)
    if any(_assimilee(etude, c) for c in retenue.conditions):
        lignes += dire_les_journees_assimilees(etude)
    return lignes


def _au_travail(etude: Etude) -> Iterator[str]:
    """Whether work was under way, and that it opens nothing when former rights are used."""
    tentatives = tentatives_de(etude)
    propre = tentatives.propre
    if propre is not None:
        if propre is not tentatives.retenue:
            yield "L'activité en cours n'ouvre par elle-même aucune indemnité :"
            yield from (_condition(etude, c, propre=True) for c in propre.conditions)
    elif tentatives.toutes or tentatives.sans_suite:
        yield "À la date de l'arrêt, aucune activité salariée n'est en cours."
    else:
        yield "À la date de l'arrêt, aucune activité salariée n'est en cours et aucune n'a pris fin auparavant."


def _precision(etude: Etude) -> str:
    """What the day is on which former rights are looked at."""
    instruction = etude.instruction
    if instruction.conge is not None and instruction.releve.reference == instruction.conge.debut:
        return ", premier jour du congé"
    return ", premier jour sans travail effectif" if instruction.maintien else ""


def _dispense(etude: Etude, fonction: str) -> str:
    regle = citer_au(articles_de(fonction), etude.arret.interruption.avis[0].prescrit_le)
    if fonction == "droits.dispense_de_conditions":
        return f"Les droits sont ouverts sans condition : l'incapacité résulte d'un acte de terrorisme — {regle}."
    return f"Les droits ouverts au premier arrêt pour cette affection de longue durée valent pour celui-ci — {regle}."


def _couper(conditions: Sequence[Condition]) -> tuple[list[Condition], list[Condition]]:
    """Conditions of the first six months, then those of the months beyond, which begin with affiliation."""
    rang = next((i for i, c in enumerate(conditions) if c.rencontre.seuil == AFFILIATION), len(conditions))
    return list(conditions[:rang]), list(conditions[rang:])


def _verdict_des_six_mois(verdict: Verdict, personnes: Personnes, dates: Dates) -> str:
    regle = citer(articles_de("droits.porte_des_heures"), dates)
    if verdict.acquis is None:
        return f"L'ouverture des droits reste en attente : {_manque(verdict, personnes, dates)}."
    if verdict.acquis:
        return f"Les droits sont ouverts pour les six premiers mois : une seule condition suffit — {regle}."
    return f"Les droits ne sont pas ouverts : aucune condition n'est remplie — {regle}."


def _verdict_au_dela(verdict: Verdict, dernier_jour: date, personnes: Personnes, dates: Dates) -> str:
    debut = f"À partir du {en_francais(plus_jours(dernier_jour, 1))}, l'arrêt dépasse six mois"
    regle = citer(articles_de("droits.activite_de_douze_mois"), dates)
    if verdict.acquis is None:
        return f"{debut} ; la suite reste en attente : {_manque(verdict, personnes, dates)}."
    if verdict.acquis:
        return f"{debut} et les droits restent ouverts : l'affiliation et une autre condition suffisent — {regle}."
    return f"{debut} et les droits ne sont plus ouverts — {regle}."


def _manque(verdict: Verdict, personnes: Personnes, dates: Dates) -> str:
    manques = enumerer([personnes.manque(manque) for manque in verdict.manques])
    return f"il manque {manques} — {citer(articles_de(_ATTENTE), dates)}"


def _cachets(nombre: Fraction) -> str:
    return pluriel(int(nombre), "cachet")


_ECRITURES: dict[Unite, tuple[Callable[[Fraction], str], str, str]] = {
    "heures": (heures, "requises", "aucune n'est déclarée"),
    "euros": (euros, "requis", "aucun n'est déclaré"),
    "cachets": (_cachets, "requis", "aucun n'est déclaré"),
}


def _condition(etude: Etude, condition: Condition, *, propre: bool = False) -> str:
    """One threshold: what was measured, what is required, the distance; ``propre``: of an attempt that was not kept."""
    rencontre = condition.rencontre
    if rencontre.seuil == AFFILIATION:
        douzieme_mois, reference = jour_de(rencontre.mesure), jour_de(rencontre.borne)
        return f"– {phrase(_affiliation(douzieme_mois, reference, rencontre.franchi))}"
    assimilee = Fraction(0) if propre else _assimilee(etude, condition)
    return dire_une_condition(condition, assimilee)


def dire_une_condition(condition: Condition, assimilee: Fraction) -> str:
    """A condition of hours, pay or cachets; ``assimilee``: what of it comes of days that only count as work."""
    rencontre = condition.rencontre
    fiche = registre.SEUILS[rencontre.seuil]
    mesure, borne = nombre_de(rencontre.mesure), nombre_de(rencontre.borne)
    ecrire, requis, aucun = _ECRITURES[fiche.unite]
    exige = f"{ecrire(borne)} {requis}"
    if condition.smic_au is not None:
        exige += f" (multiple du SMIC horaire au {en_francais(condition.smic_au)})"
    dont = f", dont {ecrire(assimilee)} de journées assimilées," if assimilee else ""
    if rencontre.franchi:
        constat = f"{ecrire(mesure)}{dont} sur {exige}, condition remplie"
    elif mesure:
        constat = f"{ecrire(mesure)}{dont} sur {exige}, il manque {ecrire(borne - mesure)}"
    else:
        constat = f"{aucun}, {exige}"
    return f"– {phrase(f'{fiche.libelle} : {constat}')}"


def _assimilee(etude: Etude, condition: Condition) -> Fraction:
    """What of a condition of the attempt that was kept comes of assimilated days."""
    rencontre = condition.rencontre
    if rencontre.seuil == AFFILIATION:
        return Fraction(0)
    return part_assimilee(etude.instruction.releve, rencontre.seuil, nombre_de(rencontre.mesure))


def _affiliation(douzieme_mois: date, reference: date, franchi: bool) -> str:
    fin, borne = en_francais(douzieme_mois), en_francais(reference)
    if franchi:
        return f"douze mois d'affiliation : achevés le {fin}, avant le {borne}, condition remplie"
    manque = pluriel(nb_jours(reference, douzieme_mois), "jour")
    return f"douze mois d'affiliation : ils ne s'achèvent que le {fin} et non avant le {borne}, il manque {manque}"


def _paies_tardives(etude: Etude) -> list[str]:
    regle = citer(articles_de("droits.paie_recue"), etude.dates)
    lignes = dire_les_paies_tardives(etude, _PAIE_RECUE)
    return [f"Paies reçues trop tard pour ouvrir des droits — {regle} :", *lignes] if lignes else []
