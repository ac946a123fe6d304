"""Former rights: until when they were kept after work ceased, or found again after a family leave."""

from collections.abc import Sequence
from datetime import date

from oracle.calendrier import en_francais, nb_jours, plus_jours
from oracle.dossier.activites import CongeFamille
from oracle.explication.etude import Objet, articles_de, jour_de
from oracle.explication.langue import delai, intervalle
from oracle.explication.mots import VALEURS
from oracle.explication.tentatives import Garde
from oracle.explication.versions import citer


def dire_les_gardes(objet: Objet, gardes: Sequence[Garde]) -> list[str]:
    """One line a look at former rights: kept or not, until when, by how many days."""
    return [f"{_dire(objet, garde)} — {citer(articles_de(garde.fonction), objet.dates)}." for garde in gardes]


def _dire(objet: Objet, garde: Garde) -> str:
    debut, terme = jour_de(garde.rencontre.mesure), jour_de(garde.rencontre.borne)
    trop_tard = f"{delai(nb_jours(terme, debut) - 1)} trop tard"
    jusqu_au = f"jusqu'au {en_francais(terme)}"
    au_debut = debut == objet.dates["debut_arret"]
    evenement = f"{objet.nom} commence" if au_debut else "le travail a repris"
    quand = f"{evenement} le {en_francais(debut)}"
    if garde.fonction == "droits.droits_retrouves":
        return _apres_un_conge(objet, garde, terme, quand, trop_tard)
    if garde.fonction == "droits.reprise_insuffisante":
        if garde.rencontre.franchi:
            return f"La reprise, trop courte pour ouvrir des droits, garde les anciens {jusqu_au}"
        return f"La reprise ne gardait les anciens droits que {jusqu_au} : {objet.nom} commence {trop_tard}"
    if not garde.rencontre.franchi:
        return f"Les droits de l'activité passée n'étaient maintenus que {jusqu_au} : {quand}, {trop_tard}"
    termes = [appel.resultat for appel in garde.termes]
    if terme not in termes:
        return "Le chômage indemnisé en cours maintient les droits de l'activité passée"
    prolonge = ", chômage indemnisé compris" if terme != termes[0] else ""
    return f"Les droits de l'activité passée sont maintenus {jusqu_au}{prolonge} : {quand}, à temps"


def _apres_un_conge(objet: Objet, garde: Garde, terme: date, quand: str, trop_tard: str) -> str:
    (reprise,) = garde.termes[-1].arguments
    droits = f"Les droits d'avant le {_nommer(_conge(objet, reprise))}"
    jusqu_au = (
        f"pour les arrêts commencés jusqu'au {en_francais(terme)}, douze mois après le {en_francais(reprise)}"
    )
    if garde.rencontre.franchi:
        return f"{droits} sont retrouvés {jusqu_au} : {quand}, à temps"
    return f"{droits} n'étaient retrouvés que {jusqu_au} : {quand}, {trop_tard}"


def _conge(objet: Objet, reprise: date) -> CongeFamille | None:
    """The leave that a resumption follows: the last one ended before it."""
    finis = [conge for conge in objet.faits.conges_famille if plus_jours(conge.fin, 1) <= reprise]
    return max(finis, key=lambda conge: conge.fin, default=None)


def _nommer(conge: CongeFamille | None) -> str:
    if conge is None:
        return "congé de famille"
    nom = VALEURS[conge.nature]
    return f"{nom if nom.startswith('congé') else f'congé de {nom}'} {intervalle(conge.debut, conge.fin)}"
