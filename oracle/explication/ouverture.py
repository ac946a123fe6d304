"""Whether rights are open, and how far the insured is from each threshold met."""

from collections.abc import Mapping, Sequence
from datetime import date

from oracle import registre
from oracle.calendrier import en_francais, nb_jours, plus_jours
from oracle.explication.etude import Demandes, Etude, articles_de, jour_de, nombre_de
from oracle.explication.langue import articles, enumerer, euros, heures, phrase, pluriel
from oracle.explication.personnes import Personnes
from oracle.instruction import Verdict
from oracle.loi import Rencontre

_SIX_MOIS = ("MAL-OD-1.heures_3_mois", "MAL-OD-1.heures_90_jours", "MAL-OD-1.salaires_6_mois")
_DOUZE_MOIS = ("MAL-OD-2.heures_12_mois", "MAL-OD-2.heures_365_jours", "MAL-OD-2.salaires_12_mois")
_AFFILIATION = "MAL-OD-2.affiliation"
_MAINTIEN = "MAL-MAINTIEN-1.douze_mois"
_CONDITIONS = (*_SIX_MOIS, *_DOUZE_MOIS, _AFFILIATION)
_ATTENTE = "droits.suspend"


def dire_les_droits(etude: Etude, personnes: Personnes) -> list[str]:
    """The verdict on the first six months, its thresholds, then the verdict beyond when the stop goes that far."""
    instruction = etude.instruction
    smic = _dates_du_smic(etude.demandes)
    propres, anciennes = _tentatives(etude)
    lignes = _dire_le_maintien(etude, propres, smic)
    if etude.demandes.dernier("droits.dispense_de_conditions"):
        regle = articles(articles_de("droits.dispense_de_conditions"))
        return [
            *lignes,
            f"Les droits sont ouverts sans condition : l'incapacité résulte d'un acte de terrorisme — {regle}.",
        ]
    retenues = anciennes if instruction.maintien else propres
    if not retenues:
        return [
            *lignes,
            f"Les droits ne sont pas ouverts — {articles(articles_de('droits.porte_des_heures'))}.",
        ]
    quand = f"Conditions appréciées au {en_francais(instruction.releve.reference)}"
    if instruction.maintien:
        quand += ", premier jour sans travail effectif"
    lignes += [_verdict_des_six_mois(instruction.six_mois, personnes), f"{quand} :"]
    avant, apres = _couper(retenues)
    lignes += [_condition(r, smic) for r in avant if r.seuil in _SIX_MOIS]
    if douze_mois := [r for r in avant if r.seuil in _DOUZE_MOIS]:
        regle = articles(articles_de("droits.profession_discontinue"))
        lignes.append(
            f"Pour une profession saisonnière ou discontinue, ou un emploi chez un particulier, ces conditions ouvrent aussi les droits — {regle} :"
        )
        lignes += [_condition(r, smic) for r in douze_mois]
    if instruction.depasse_six_mois and instruction.six_mois.acquis:
        lignes.append(_verdict_au_dela(instruction.au_dela, instruction.dernier_jour_six_mois, personnes))
        lignes += [_condition(r, smic) for r in apres]
    return lignes


def _tentatives(etude: Etude) -> tuple[list[Rencontre], list[Rencontre]]:
    """Conditions met for the activity under way, then, once kept rights were looked at, for the former one."""
    rencontres = etude.demandes.rencontres
    rangs = [rang for rang, rencontre in enumerate(rencontres) if rencontre.seuil == _MAINTIEN]
    premier, dernier = (rangs[0], rangs[-1]) if rangs else (len(rencontres), len(rencontres))
    return (
        [r for r in rencontres[:premier] if r.seuil in _CONDITIONS],
        [r for r in rencontres[dernier:] if r.seuil in _CONDITIONS],
    )


def _dates_du_smic(demandes: Demandes) -> dict[int, date]:
    """For each threshold on pay, by its ``id``, the day whose hourly SMIC makes it."""
    paires = (
        ("MAL-OD-1.salaires_6_mois", "droits.date_du_smic_de_six_mois"),
        ("MAL-OD-2.salaires_12_mois", "droits.date_du_smic_de_douze_mois"),
    )
    return {
        id(rencontre): jour
        for seuil, fonction in paires
        for rencontre, jour in zip(demandes.seuils(seuil), demandes.resultats(fonction), strict=False)
    }


def _couper(rencontres: Sequence[Rencontre]) -> tuple[list[Rencontre], list[Rencontre]]:
    """Conditions of the first six months, then those of the months beyond, which begin with affiliation."""
    rang = next((i for i, r in enumerate(rencontres) if r.seuil == _AFFILIATION), len(rencontres))
    return list(rencontres[:rang]), list(rencontres[rang:])


def _verdict_des_six_mois(verdict: Verdict, personnes: Personnes) -> str:
    regle = articles(articles_de("droits.porte_des_heures"))
    if verdict.acquis is None:
        return f"L'ouverture des droits reste en attente : {_manque(verdict, personnes)}."
    if verdict.acquis:
        return f"Les droits sont ouverts pour les six premiers mois : une seule condition suffit — {regle}."
    return f"Les droits ne sont pas ouverts : aucune condition n'est remplie — {regle}."


def _verdict_au_dela(verdict: Verdict, dernier_jour: date, personnes: Personnes) -> str:
    debut = f"À partir du {en_francais(plus_jours(dernier_jour, 1))}, l'arrêt dépasse six mois"
    regle = articles(articles_de("droits.activite_de_douze_mois"))
    if verdict.acquis is None:
        return f"{debut} ; la suite reste en attente : {_manque(verdict, personnes)}."
    if verdict.acquis:
        return f"{debut} et les droits restent ouverts : l'affiliation et une autre condition suffisent — {regle}."
    return f"{debut} et les droits ne sont plus ouverts — {regle}."


def _manque(verdict: Verdict, personnes: Personnes) -> str:
    manques = enumerer([personnes.manque(manque) for manque in verdict.manques])
    return f"il manque {manques} — {articles(articles_de(_ATTENTE))}"


def _condition(rencontre: Rencontre, smic: Mapping[int, date]) -> str:
    """One threshold: what was measured, what is required, the distance; ``smic`` dates the SMIC that makes a bound."""
    if rencontre.seuil == _AFFILIATION:
        douzieme_mois, reference = jour_de(rencontre.mesure), jour_de(rencontre.borne)
        return f"– {phrase(_affiliation(douzieme_mois, reference, rencontre.franchi))}"
    fiche = registre.SEUILS[rencontre.seuil]
    mesure, borne = nombre_de(rencontre.mesure), nombre_de(rencontre.borne)
    ecrire, requis, aucun = (
        (heures, "requises", "aucune n'est déclarée")
        if fiche.unite == "heures"
        else (euros, "requis", "aucun n'est déclaré")
    )
    exige = f"{ecrire(borne)} {requis}"
    if id(rencontre) in smic:
        exige += f" (multiple du SMIC horaire au {en_francais(smic[id(rencontre)])})"
    if rencontre.franchi:
        constat = f"{ecrire(mesure)} sur {exige}, condition remplie"
    elif mesure:
        constat = f"{ecrire(mesure)} sur {exige}, il manque {ecrire(borne - mesure)}"
    else:
        constat = f"{aucun}, {exige}"
    return f"– {phrase(f'{fiche.libelle} : {constat}')}"


def _affiliation(douzieme_mois: date, reference: date, franchi: bool) -> str:
    fin, borne = en_francais(douzieme_mois), en_francais(reference)
    if franchi:
        return f"douze mois d'affiliation : achevés le {fin}, avant le {borne}, condition remplie"
    manque = pluriel(nb_jours(reference, douzieme_mois), "jour")
    return f"douze mois d'affiliation : ils ne s'achèvent que le {fin} et non avant le {borne}, il manque {manque}"


def _dire_le_maintien(etude: Etude, propres: Sequence[Rencontre], smic: Mapping[int, date]) -> list[str]:
    """What was asked of the rights of a former activity, and why it was asked."""
    demandes = etude.demandes
    rencontres = demandes.seuils(_MAINTIEN)
    if not rencontres:
        return (
            []
            if propres or demandes.dernier("droits.dispense_de_conditions") is not None
            else [
                "À la date de l'arrêt, aucune activité salariée n'est en cours et aucune n'a pris fin auparavant."
            ]
        )
    lignes = []
    if not propres:
        lignes.append("À la date de l'arrêt, aucune activité salariée n'est en cours.")
    elif etude.instruction.maintien:
        lignes.append("L'activité en cours n'ouvre par elle-même aucune indemnité :")
        lignes += [_condition(r, smic) for r in propres]
    fonctions = [
        a.fonction
        for a in demandes.appels
        if a.fonction in ("droits.droits_maintenus", "droits.reprise_insuffisante")
    ]
    termes = demandes.resultats("droits.fin_du_maintien")
    regle = articles(articles_de("droits.fin_du_maintien"))
    return lignes + [
        f"{_maintien(etude, rencontre, fonction, termes)} — {regle}."
        for rencontre, fonction in zip(rencontres, fonctions, strict=False)
    ]


def _maintien(etude: Etude, rencontre: Rencontre, fonction: str, termes: Sequence[date]) -> str:
    debut, terme = jour_de(rencontre.mesure), jour_de(rencontre.borne)
    trop_tard = f"{pluriel(nb_jours(terme, debut) - 1, 'jour')} trop tard"
    jusqu_au = f"jusqu'au {en_francais(terme)}"
    if fonction == "droits.reprise_insuffisante":
        if rencontre.franchi:
            return f"La reprise, trop courte pour ouvrir des droits, garde les anciens {jusqu_au}"
        return f"La reprise ne gardait les anciens droits que {jusqu_au} : l'arrêt commence {trop_tard}"
    evenement = "l'arrêt commence" if debut == etude.instruction.interruption.debut else "le travail a repris"
    quand = f"{evenement} le {en_francais(debut)}"
    if not rencontre.franchi:
        return f"Les droits de l'activité passée n'étaient maintenus que {jusqu_au} : {quand}, {trop_tard}"
    if terme not in termes:
        return "Le chômage indemnisé en cours maintient les droits de l'activité passée"
    prolonge = ", chômage indemnisé compris" if terme != termes[0] else ""
    return f"Les droits de l'activité passée sont maintenus {jusqu_au}{prolonge} : {quand}, à temps"
