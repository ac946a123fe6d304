"""What each notice lets pay: when it left, on which form, given by whom and how, for how long at most."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from oracle.calendrier import en_francais, nb_jours
from oracle.dossier.arrets import AvisArret
from oracle.explication.envois import accord, dates_de, dire_l_envoi
from oracle.explication.etude import Demandes, Etude, articles_de, nombre_de
from oracle.explication.langue import euros, intervalle, phrase, pluriel
from oracle.explication.versions import Dates, citer
from oracle.legislation import tables

_ORIGINAL = ("R321-2", "L321-2")
_A_DISTANCE = "controles.prescription_a_distance_limitee"
_IVG = "controles.dernier_jour_pour_ivg"
_DUREE = "controles.dernier_jour_prescriptible"
_CURE = "controles.cure_indemnisee"
_HABITUELS: Mapping[str, str] = {
    "medecin_traitant": "le médecin traitant",
    "sage_femme_referente": "la sage-femme référente",
}


def dire_les_examens(etude: Etude, lectures: Mapping[str, str]) -> list[str]:
    """One line a notice on which something was decided, the rest below it; nothing when every notice is as usual."""
    lignes: list[str] = []
    for avis in etude.arret.interruption.avis:
        dits = [*dire_l_envoi(etude, avis, lectures), *_prescription(etude, avis)]
        if dits:
            nom = "Prolongation" if avis.nature == "prolongation" else "Avis initial"
            lignes.append(f"– {nom} {intervalle(avis.debut, avis.fin)} : {phrase(dits[0], majuscule=False)}")
            lignes += [f"  · {phrase(dit)}" for dit in dits[1:]]
    return ["Examen des avis", *lignes] if lignes else []


def _prescription(etude: Etude, avis: AvisArret) -> Iterator[str]:
    demandes, dates = etude.examens[avis.id], dates_de(etude, avis)
    yield from _original(avis, demandes, dates)
    yield from _chirurgien_dentiste(demandes, dates)
    yield from _a_distance(avis, demandes, dates)
    yield from _ivg(avis, demandes, dates)
    yield from _duree(avis, demandes, dates)
    yield from _cure(demandes, dates)


def _en_vigueur_depuis(table: str) -> str:
    """First day of a rule that a table of 0 and 1 dates."""
    return en_francais(next(ligne.depuis for ligne in tables()[table].lignes if ligne.valeur))


def _original(avis: AvisArret, demandes: Demandes, dates: Dates) -> Iterator[str]:
    if avis.support != "papier_non_securise":
        return
    depuis, regle = _en_vigueur_depuis("original_securise_exige"), citer(_ORIGINAL, dates)
    papier = f"{accord(avis, 'écrit')} sur papier non sécurisé"
    if demandes.dernier("controles.original_attendu"):
        prescrit = f"{accord(avis, 'prescrit')} le {en_francais(avis.prescrit_le)}"
        yield f"{papier} et {prescrit}, alors que l'original sécurisé est exigé depuis le {depuis} ; il est attendu — {regle}"
    else:
        yield f"{papier}, ce qui est admis des avis prescrits avant le {depuis} — {regle}"


def _chirurgien_dentiste(demandes: Demandes, dates: Dates) -> Iterator[str]:
    appel = demandes.dernier_appel("maladie.prescripteur_admis")
    if appel is None or appel.arguments[0] != "chirurgien_dentiste":
        return
    depuis, regle = (
        _en_vigueur_depuis("prolongation_par_un_chirurgien_dentiste"),
        citer(("L162-4-4",), dates),
    )
    _, initial, impossibilite, admis = appel.arguments
    if admis:
        yield f"prescrite par un chirurgien-dentiste, qui peut prolonger un arrêt depuis le {depuis} — {regle}"
    elif not initial and not impossibilite:
        yield f"prescrite par un chirurgien-dentiste, qui ne peut prolonger un arrêt que depuis le {depuis} — {regle}"


def _a_distance(avis: AvisArret, demandes: Demandes, dates: Dates) -> Iterator[str]:
    appel = demandes.dernier_appel(_A_DISTANCE)
    if appel is None or not avis.teleconsultation:
        return
    prescrit, regle = f"{accord(avis, 'prescrit')} à distance", citer(articles_de(_A_DISTANCE), dates)
    limite = demandes.dernier_appel("controles.dernier_jour_a_distance")
    if limite is not None:
        yield f"{prescrit}, {_limite_a_distance(limite.arguments, limite.resultat, demandes)} — {regle}"
        return
    _, habituel, _, _, en_vigueur = appel.arguments
    if not en_vigueur:
        depuis = _en_vigueur_depuis("prescription_a_distance_limitee")
        yield f"{prescrit} avant le {depuis}, donc sans limite de trois jours — {regle}"
    elif habituel:
        yield f"{prescrit} par {_HABITUELS[avis.prescripteur]}, donc sans limite de trois jours — {regle}"
    else:
        yield f"{prescrit} faute d'avoir pu consulter en personne, donc sans limite de trois jours — {regle}"


def _limite_a_distance(
    arguments: tuple[bool, int, date, date, bool], dernier: date, demandes: Demandes
) -> str:
    initial, _, debut_avis, _, par_renouvellement = arguments
    if initial:
        return (
            f"pour {pluriel(nb_jours(debut_avis, dernier), 'jour')} au plus, jusqu'au {en_francais(dernier)}"
        )
    if not par_renouvellement:
        return (
            f"elle ne peut porter l'arrêt au-delà de son troisième jour, le {en_francais(dernier)} ; plus tard, "
            "rien n'est dû"
        )
    renouvellement = demandes.dernier_seuil("MAL-TELE.renouvellement")
    if renouvellement is not None and not renouvellement.franchi:
        rang = int(nombre_de(renouvellement.mesure))
        return f"alors que c'est le {rang}e renouvellement et que seul le premier peut l'être ; rien n'est dû"
    return f"premier renouvellement, pour {pluriel(nb_jours(debut_avis, dernier), 'jour')} au plus, jusqu'au {en_francais(dernier)}"


def _ivg(avis: AvisArret, demandes: Demandes, dates: Dates) -> Iterator[str]:
    appel, renouvellement = demandes.dernier_appel(_IVG), demandes.dernier_seuil("MAL-IVG-SF.renouvellement")
    if appel is None or renouvellement is None:
        return
    regle = citer(articles_de(_IVG), dates)
    prescrit = f"{accord(avis, 'prescrit')} par une sage-femme après une interruption volontaire de grossesse"
    if renouvellement.franchi:
        nombre = pluriel(nb_jours(avis.debut, appel.resultat), "jour")
        yield f"{prescrit}, pour {nombre} au plus, jusqu'au {en_francais(appel.resultat)} — {regle}"
    else:
        rang, maximum = (int(nombre_de(x)) for x in (renouvellement.mesure, renouvellement.borne))
        yield f"{prescrit}, alors que c'est le {rang}e avis et que {maximum} au plus sont admis ; rien n'est dû — {regle}"


def _duree(avis: AvisArret, demandes: Demandes, dates: Dates) -> Iterator[str]:
    """Only when days beyond the longest prescription are refused: otherwise it binds the prescriber alone."""
    appel = demandes.dernier_appel(_DUREE)
    if appel is None or appel.resultat >= avis.fin:
        return
    _, jours_au_plus = appel.arguments
    yield (
        f"sans justification écrite, une prescription de {pluriel(jours_au_plus, 'jour')} au plus ; elle n'est payée que jusqu'au "
        f"{en_francais(appel.resultat)} — {citer(articles_de(_DUREE), dates)}"
    )


def _cure(demandes: Demandes, dates: Dates) -> Iterator[str]:
    appel, seuil = demandes.dernier_appel(_CURE), demandes.dernier_seuil("MAL-CUMUL.ressources_cure")
    if appel is None or seuil is None:
        return
    ressources, plafond = nombre_de(seuil.mesure), nombre_de(seuil.borne)
    _, mensuel, personnes = appel.arguments
    regle = citer(articles_de(_CURE), dates)
    yield (
        f"cure thermale ; les ressources mensuelles du foyer, {euros(ressources)}, {_face_au_plafond(ressources, plafond)} "
        f"{_plafond(plafond, mensuel, personnes)} — {regle}"
    )


def _face_au_plafond(ressources: Fraction, plafond: Fraction) -> str:
    if ressources == plafond:
        return "atteignent le plafond,"
    sens = "inférieures" if ressources < plafond else "supérieures"
    return f"sont {sens} de {euros(abs(plafond - ressources))} au plafond,"


def _plafond(plafond: Fraction, mensuel: Fraction, personnes: int) -> str:
    if not personnes:
        return f"{euros(plafond)}, celui de la sécurité sociale"
    par = "la personne" if personnes == 1 else f"chacune des {personnes} personnes"
    return f"{euros(plafond)}, celui de la sécurité sociale, {euros(mensuel)}, majoré de moitié pour {par} à charge"
