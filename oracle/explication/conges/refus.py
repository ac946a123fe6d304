"""How far a refused day of leave is from what would have been paid: the bound it met, in words."""

from datetime import date

from oracle.calendrier import en_francais, suites
from oracle.conges.absences import reprise_du_conge
from oracle.decompte import Motif
from oracle.explication.conges.etude import EtudeDeConge, JourneeDeConge
from oracle.explication.conges.repos import age_gestationnel
from oracle.explication.etude import jour_de, nombre_de
from oracle.explication.langue import delai, enumerer, pluriel
from oracle.loi import Appel, Rencontre

_PARTS = (
    "famille.paternite.part_admise",
    "famille.independants.part_du_pere",
    "famille.adoption.part_admise",
    "famille.deuil.part_admise",
)
_PARTS_MINIMALES = ("PAT-DROIT.part", "TI-PAT.part", "ADO-DUREE.part")
_NOMBRES_DE_PARTS = ("PAT-DROIT.parts", "TI-PAT.parts", "ADO-DUREE.parts", "DEUIL.parts")
_MAXIMUMS = ("PAT-DROIT.jours", "ADO-DUREE.jours", "DEUIL.jours")
_DELAIS = ("PAT-DELAI.debut", "PAT-DELAI.jour", "ADO-DUREE.delai", "CSN-DELAI.debut", "DEUIL.delai")


def distance(etude: EtudeDeConge, journee: JourneeDeConge) -> str:
    """What a refused day met; nothing when the reason says it all."""
    motif: Motif | None = journee.decision.motif
    match motif:
        case "hors_periode_de_repos":
            return _hors_de_la_periode(etude, journee.jour)
        case "cessation_insuffisante":
            return _cessation(etude)
        case "enfant_non_viable":
            naissance = etude.naissance
            return "" if naissance is None else enumerer([age_gestationnel(e) for e in naissance.enfants])
        case "fractionnement_irregulier":
            return _fractionnement(etude, journee.jour)
        case "delai_depasse":
            return _delai(etude, journee.jour)
        case "duree_maximale_du_conge":
            return _duree(etude)
        case "reprise_du_travail":
            reprise = reprise_du_conge(etude.faits, journee.fait.arret)
            return "" if reprise is None else f"reprise le {en_francais(reprise)}"
        case _:
            return ""


def _hors_de_la_periode(etude: EtudeDeConge, jour: date) -> str:
    demandes, fenetre = etude.demandes, etude.fenetre
    match etude.risque:
        case "maternite" | "maternite_mere_decedee" if fenetre is not None:
            premier = demandes.dernier("famille.deuil.premier_jour_du_survivant")
            if etude.risque == "maternite_mere_decedee" and premier is None:
                return "aucun décès de la mère n'est connu"
            if premier is not None and jour < premier:
                return f"le repos ne passe à l'autre parent qu'à compter du {en_francais(premier)}"
            fin = max(fenetre.jours())
            if jour > fin:
                return f"le repos légal a pris fin le {en_francais(fin)}"
            return f"le repos légal ne commence que le {en_francais(fenetre.debut)}"
        case "paternite":
            return "aucune naissance n'est connue"
        case "adoption":
            nom = "TI-ADO.arrivee" if etude.independant else "ADO-DUREE.avant_l_arrivee"
            borne = demandes.dernier_seuil(nom)
            return (
                ""
                if borne is None
                else f"le congé ne commence pas avant le {en_francais(jour_de(borne.borne))}"
            )
        case "naissance_supplementaire":
            return _avant_la_loi(etude)
        case "deuil_enfant":
            return "aucun décès qui ouvre ce congé n'est connu"
        case _:
            return ""


def _avant_la_loi(etude: EtudeDeConge) -> str:
    concerne = etude.demandes.dernier_seuil("CSN-DROIT.naissance")
    if concerne is None:
        return "aucune naissance ni arrivée n'est connue"
    if not concerne.franchi:
        return f"l'enfant n'est ni né, ni attendu, ni arrivé depuis le {en_francais(jour_de(concerne.borne))}"
    ouvert = etude.demandes.dernier_seuil("CSN-DROIT.debut")
    return (
        "" if ouvert is None else f"ce congé n'est payé qu'à partir du {en_francais(jour_de(ouvert.borne))}"
    )


def _cessation(etude: EtudeDeConge) -> str:
    """The least number of days: eight weeks of the rest, or six after the birth for the self-employed."""
    minimum = etude.demandes.dernier_seuil("MAT-8S.jours")
    if minimum is not None and not minimum.franchi:
        return f"{_sur(minimum)} dans le repos"
    apres = etude.demandes.dernier_seuil("TI-IJ.apres_naissance")
    return "" if apres is None else f"{_sur(apres)} après l'accouchement"


def _sur(rencontre: Rencontre) -> str:
    return f"{pluriel(int(nombre_de(rencontre.mesure)), 'jour')} d'arrêt sur {int(nombre_de(rencontre.borne))} exigés"


def _fractionnement(etude: EtudeDeConge, jour: date) -> str:
    """Which part is irregular, and why: compulsory days not taken, one part too many, a part too short."""
    obligatoires = _obligatoires(etude)
    if obligatoires:
        return obligatoires
    parts = suites(sorted(etude.pris))
    rang = next(rang for rang, (debut, fin) in enumerate(parts) if debut <= jour <= fin)
    appels = etude.demandes.appels_de(*_PARTS)
    index = rang - (len(parts) - len(appels))
    appel = appels[index] if 0 <= index < len(appels) else None
    return "" if appel is None else _part(etude, appel)


def _obligatoires(etude: EtudeDeConge) -> str:
    """What is wrong with the first days of a father, when they govern everything."""
    if etude.risque != "paternite":
        return ""
    if etude.naissance is not None and min(etude.pris) < etude.naissance.date:
        return f"le congé commence avant la naissance, le {en_francais(min(etude.pris))}"
    prise = etude.demandes.dernier_seuil("PAT-DROIT.prise") or etude.demandes.dernier_seuil("TI-PAT.prise")
    if prise is not None and not prise.franchi:
        jours = int(nombre_de(prise.mesure))
        return f"les jours obligatoires commencent {delai(jours)} après la naissance, et non aussitôt"
    jours_pris = etude.demandes.dernier_seuil("PAT-DROIT.obligatoires") or etude.demandes.dernier_seuil(
        "TI-PAT.obligatoires"
    )
    if jours_pris is not None and not jours_pris.franchi:
        return (
            f"{pluriel(int(nombre_de(jours_pris.mesure)), 'jour pris', 'jours pris')} à la naissance, "
            f"{int(nombre_de(jours_pris.borne))} obligatoires"
        )
    return ""


def _part(etude: EtudeDeConge, appel: Appel) -> str:
    rang = appel.arguments[0]
    nombre = next(iter(etude.demandes.seuils(*_NOMBRES_DE_PARTS)), None)
    if nombre is not None and rang > nombre_de(nombre.borne):
        apres = " après les jours obligatoires" if etude.risque == "paternite" else ""
        return f"fraction n° {rang}{apres}, {int(nombre_de(nombre.borne))} au plus"
    minimum = next(iter(etude.demandes.seuils(*_PARTS_MINIMALES)), None)
    if minimum is None:
        return ""
    return f"fraction de {pluriel(appel.arguments[1], 'jour')}, {int(nombre_de(minimum.borne))} au moins"


def _delai(etude: EtudeDeConge, jour: date) -> str:
    """The last day, and how long after it the part began, or the day falls."""
    part = next(debut for debut, fin in suites(sorted(etude.pris)) if debut <= jour <= fin)
    rencontres = [r for r in etude.demandes.seuils(*_DELAIS) if not r.franchi]
    for rencontre in rencontres:
        mesure, borne = jour_de(rencontre.mesure), jour_de(rencontre.borne)
        if mesure in (jour, part):
            if rencontre.seuil in ("PAT-DELAI.debut", "CSN-DELAI.debut"):
                retard = delai((mesure - borne).days)
                quoi = "la période" if rencontre.seuil == "CSN-DELAI.debut" else "la fraction"
                return f"{quoi} commence le {en_francais(mesure)}, {retard} après le dernier jour possible, le {en_francais(borne)}"
            return f"le dernier jour possible était le {en_francais(borne)}"
    return ""


def _duree(etude: EtudeDeConge) -> str:
    if etude.risque == "naissance_supplementaire":
        return "deux mois au plus"
    maximum = next(iter(reversed(etude.demandes.seuils(*_MAXIMUMS))), None)
    return "" if maximum is None else f"{int(nombre_de(maximum.borne))} jours au plus"
