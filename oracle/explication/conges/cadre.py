"""What the law allows before anything is taken: how long, from when to when, and what moved it. One line a rule.

Everything told was asked of the law while the calendar was drawn; nothing is worked out again.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from oracle.calendrier import en_francais
from oracle.dossier.famille import Enfant
from oracle.explication.conges.etude import EtudeDeConge
from oracle.explication.conges.repos import dire_le_repos
from oracle.explication.etude import articles_de, jour_de, nombre_de
from oracle.explication.langue import articles, pluriel
from oracle.explication.versions import citer

_ENFANT = "famille.perte.viable"


def dire_le_cadre(etude: EtudeDeConge) -> list[str]:
    """The lines of the leave's own law, without their bullets."""
    return [*_DES_CONGES[etude.risque](etude)]


def _du_survivant(etude: EtudeDeConge) -> Iterator[str]:
    premier = etude.demandes.dernier("famille.deuil.premier_jour_du_survivant")
    regle = articles(articles_de("famille.deuil.premier_jour_du_survivant"))
    if premier is None or etude.deces is None:
        yield f"Aucun décès de la mère n'est connu : son repos ne passe à personne — {regle}"
        return
    dernier = etude.deces.dernier_jour_indemnise_mere
    paye = f" ; dernier jour payé à la mère : le {en_francais(dernier)}" if dernier else ""
    yield (
        f"Décès de la mère le {en_francais(etude.deces.date)}{paye}. Le reste de son repos passe à l'autre parent à compter du "
        f"{en_francais(premier)} — {regle}"
    )
    yield from dire_le_repos(etude)


def _du_pere(etude: EtudeDeConge) -> Iterator[str]:
    demandes, naissance = etude.demandes, etude.naissance
    if naissance is None:
        yield f"Aucune naissance n'est connue : le congé n'a pas encore d'objet — {articles(articles_de('famille.paternite.duree'))}"
        return
    enfants = pluriel(len(naissance.enfants), "enfant né", "enfants nés")
    quand = f"{enfants} le {en_francais(naissance.date)}"
    duree = demandes.dernier("famille.paternite.duree")
    regle = citer(("L623-1", "D623-2") if etude.independant else ("L331-8",), etude.dates)
    yield f"Durée : {duree} jours pour {quand} — {regle}" if duree else f"Naissance : {quand}"
    prolonges = demandes.dernier_appel("famille.paternite.jours_d_hospitalisation")
    if prolonges is not None and prolonges.resultat:
        sortie, maximum = prolonges.arguments[1], demandes.dernier_seuil("PAT-DROIT.jours")
        jusqu_au = "" if sortie == date.max else f" jusqu'au {en_francais(sortie)}"
        total = f" ; {int(nombre_de(maximum.borne))} jours au plus en tout" if maximum else ""
        yield (
            f"Nouveau-né en unité spécialisée{jusqu_au} : les jours obligatoires se prolongent, {prolonges.resultat} jours au "
            f"plus{total} — {articles(articles_de('famille.paternite.jours_d_hospitalisation'))}"
        )
    prise = next(iter(demandes.seuils("PAT-DROIT.obligatoires", "TI-PAT.obligatoires")), None)
    if prise is not None:
        depuis = (
            "dès la naissance" if etude.independant else "à la suite du congé de naissance de trois jours"
        )
        pris = pluriel(int(nombre_de(prise.mesure)), "jour pris", "jours pris")
        yield f"Jours obligatoires : {int(nombre_de(prise.borne))}, {depuis} ; {pris} d'affilée — {regle}"
    yield from _delai(etude)


def _delai(etude: EtudeDeConge) -> Iterator[str]:
    fin = etude.demandes.dernier_appel("famille.paternite.fin_du_delai")
    if fin is None:
        return
    naissance, sortie = fin.arguments
    depuis = (
        f"la naissance du {en_francais(naissance)}"
        if sortie is None
        else f"la sortie de l'enfant le {en_francais(sortie)}"
    )
    yield (
        f"Délai : six mois après {depuis}, jusqu'au {en_francais(fin.resultat)} — "
        f"{articles(articles_de('famille.paternite.fin_du_delai'))}"
    )


def _d_adoption(etude: EtudeDeConge) -> Iterator[str]:
    demandes, adoption = etude.demandes, etude.adoption
    if adoption is None:
        return
    yield f"Arrivée : {pluriel(adoption.enfants, 'enfant')} le {en_francais(adoption.arrivee)}, {adoption.enfants_a_charge_apres} à charge ensuite"
    partage = demandes.dernier_appel("famille.adoption.duree_d_un_parent")
    nom = "famille.independants.duree_d_adoption" if etude.independant else "famille.adoption.duree"
    entiere = demandes.dernier(nom)
    regle = citer(articles_de(nom), etude.dates)
    quart = ", les trois quarts d'un repos de maternité" if etude.independant else ""
    yield f"Durée : {entiere} jours{quart} ({_pourquoi_l_adoption(etude)}) — {regle}"
    if partage is not None and adoption.partage:
        yield (
            f"Congé partagé : l'autre parent prend {pluriel(adoption.jours_autre_parent, 'jour')}, {partage.resultat} restent à "
            f"celui-ci — {articles(articles_de('famille.adoption.duree_d_un_parent'))}"
        )
    borne = demandes.dernier_seuil("TI-ADO.arrivee" if etude.independant else "ADO-DUREE.avant_l_arrivee")
    if borne is not None:
        yield f"Premier jour possible : le {en_francais(jour_de(borne.borne))}"
    delai_de_prise = demandes.dernier_seuil("ADO-DUREE.delai")
    if delai_de_prise is not None:
        yield f"Dernier jour possible : le {en_francais(jour_de(delai_de_prise.borne))}, huit mois après l'arrivée"


def _pourquoi_l_adoption(etude: EtudeDeConge) -> str:
    plusieurs = etude.demandes.dernier_seuil("ADO-DUREE.enfants")
    if plusieurs is not None and plusieurs.franchi:
        return "plusieurs enfants adoptés"
    troisieme = etude.demandes.dernier_seuil("ADO-DUREE.a_charge")
    if troisieme is not None and troisieme.franchi:
        return "le foyer atteint trois enfants"
    return "un enfant, foyer de moins de trois enfants"


def _de_naissance(etude: EtudeDeConge) -> Iterator[str]:
    demandes = etude.demandes
    regle = citer(articles_de("famille.naissance.mois_admis"), etude.dates)
    yield f"Durée : un ou deux mois, comptés de date à date — {regle}"
    concerne = demandes.dernier_appel("famille.naissance.enfant_concerne")
    if concerne is None:
        yield "Aucune naissance ni arrivée n'est connue : le congé n'a pas encore d'objet"
        return
    naissance, presumee = concerne.arguments
    quoi = "Arrivée" if etude.adoption is not None else "Naissance"
    attendue = (
        f", date présumée le {en_francais(presumee)}"
        if presumee is not None and presumee != naissance
        else ""
    )
    seuil = demandes.seuils("CSN-DROIT.naissance")[-1]
    sort = "ouvre ce congé" if seuil.franchi else "n'ouvre pas ce congé"
    yield (
        f"{quoi} le {en_francais(naissance)}{attendue} : {sort}, fait pour les enfants nés, attendus ou arrivés depuis le "
        f"{en_francais(jour_de(seuil.borne))}"
    )
    ouvert = demandes.dernier_seuil("CSN-DROIT.debut")
    if ouvert is not None and not ouvert.franchi:
        yield f"Ce congé n'est payé qu'à partir du {en_francais(jour_de(ouvert.borne))}"
    limite = demandes.dernier("famille.naissance.dernier_jour_pour_commencer")
    if limite is not None:
        regle = articles(articles_de("famille.naissance.dernier_jour_pour_commencer"))
        yield f"Dernier jour pour commencer une période : le {en_francais(limite)} — {regle}"


def _de_deuil(etude: EtudeDeConge) -> Iterator[str]:
    demandes = etude.demandes
    deces = demandes.appels_de("famille.deuil.enfant_pleure")
    for appel, connu in zip(deces, etude.faits.deces_enfants, strict=False):
        (age,) = appel.arguments
        sort = "" if appel.resultat else ", trop âgé pour ouvrir ce congé (moins de 25 ans)"
        yield f"Décès le {en_francais(connu.date)}, à {pluriel(age, 'an')}{sort}"
    for naissance in etude.faits.naissances:
        yield from (
            f"Enfant né le {en_francais(naissance.date)} : {sort}"
            for sort in filter(None, map(_sort_d_un_enfant, naissance.enfants))
        )
    duree, parts = demandes.dernier("famille.deuil.duree"), demandes.dernier_seuil("DEUIL.parts")
    if duree is not None and parts is not None:
        nombre = "deux" if int(nombre_de(parts.borne)) == 2 else "trois"
        salarie = int(nombre_de(parts.borne)) == 2
        regle = citer(
            ("L331-9",) if salarie else ("L623-1",) if etude.independant else ("D331-8",), etude.dates
        )
        yield f"Durée : {duree} jours, en {nombre} fractions au plus — {regle}"
    limite = demandes.dernier_seuil("DEUIL.delai")
    if limite is not None:
        yield f"Dernier jour possible : le {en_francais(jour_de(limite.borne))}, un an après le décès"


def _sort_d_un_enfant(enfant: Enfant) -> str:
    if enfant.deces_le is not None:
        return f"décédé le {en_francais(enfant.deces_le)}"
    return "" if enfant.ne_vivant else "né sans vie"


_DES_CONGES: Mapping[str, Callable[[EtudeDeConge], Iterator[str]]] = {
    "maternite": dire_le_repos,
    "maternite_mere_decedee": _du_survivant,
    "paternite": _du_pere,
    "adoption": _d_adoption,
    "naissance_supplementaire": _de_naissance,
    "deuil_enfant": _de_deuil,
}
