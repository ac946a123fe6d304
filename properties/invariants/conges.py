"""Relations of family leaves read on one décompte: one benefit a day, no waiting days, one amount, no day beyond the law."""

from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction
from itertools import pairwise

from oracle.arrondis import au_plus_proche
from oracle.calendrier import fin_du_mois_precedent, plus_jours
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.activites import Activite
from oracle.dossier.arrets import AvisArret
from oracle.dossier.famille import Adoption, Naissance
from oracle.legislation import tables
from properties.invariants.lus import JourRendu, en_euros, par_date, pieces, reprises, tous_les_jours
from properties.invariants.lus_conges import (
    SIX_SEMAINES,
    Repos,
    conges,
    dernieres,
    hospitalises,
    independant,
    jours_du_conge,
    un_repos,
)
from properties.invariants.modele import NON_APPLICABLE, Constat, selon_les_ecarts

_QUINZAINE_PATHOLOGIQUE, _PATHOLOGIQUE_DES_INDEPENDANTS = 14, 30
_PATERNITE, _HOSPITALISATION = {1: 25}, 30
_PATERNITE_MULTIPLE = 32
_DEUIL_D_UN_SALARIE, _DEUIL_DES_AUTRES = 8, 15
_DEUX_MOIS = 62


def maternite_exclut_maladie(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """From the first day of the rest to the last paid to the mother, no day is of sickness, paid or waiting."""
    repos = un_repos(dossier, au)
    if repos is None or hospitalises(repos.naissance) or not pieces(dossier, au, AvisArret):
        return NON_APPLICABLE
    payes = [jour.jour for jour in jours_du_conge(decompte, repos.conge) if jour.servi]
    if not payes or reprises(dossier, au):
        return NON_APPLICABLE
    debut = payes[0]
    if not repos.deplace:
        ne_le = repos.naissance.date if repos.naissance else debut
        debut = min(debut, repos.debut_legal, ne_le)
    return selon_les_ecarts(
        [
            f"{jour.jour} : maladie, pendant le repos"
            for jour in tous_les_jours(decompte)
            if jour.risque == "maladie"
            and debut <= jour.jour <= payes[-1]
            and jour.statut in ("indemnise", "carence")
        ]
    )


def une_prestation_par_jour(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """A day is paid once at most, whatever the leaves and the notices that claim it."""
    if not conges(dossier, au):
        return NON_APPLICABLE
    payes: defaultdict[date, list[str]] = defaultdict(list)
    for jour in tous_les_jours(decompte):
        if jour.paye:
            payes[jour.jour].append(jour.risque)
    if not payes:
        return NON_APPLICABLE
    return selon_les_ecarts(
        [f"{jour} : {', '.join(risques)}" for jour, risques in sorted(payes.items()) if len(risques) > 1]
    )


def un_seul_montant(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """A leave is paid at one amount from its first day, without waiting days; a paternity leave part by part."""
    vus, ecarts = 0, []
    for conge in conges(dossier, au):
        if conge.risque == "naissance_supplementaire":
            continue
        jours = [jour for jour in jours_du_conge(decompte, conge) if jour.servi]
        for bloc in _blocs(jours) if conge.risque == "paternite" else [jours]:
            montants = Counter(jour.montant for jour in bloc)
            vus += len(bloc)
            if len(montants) > 1:
                dits = ", ".join(en_euros(montant) for montant in sorted(montants))
                ecarts.append(f"congé {conge.conge}, du {bloc[0].jour} : {dits}")
    ecarts += [
        f"{jour.jour} : carence d'un congé"
        for jour in tous_les_jours(decompte)
        if jour.risque != "maladie" and jour.statut == "carence"
    ]
    return selon_les_ecarts(ecarts) if vus or ecarts else NON_APPLICABLE


def _blocs(jours: list[JourRendu]) -> list[list[JourRendu]]:
    """Days that follow one another."""
    blocs = [jours[:1]] if jours else []
    for un, autre in pairwise(jours):
        if plus_jours(un.jour, 1) == autre.jour:
            blocs[-1].append(autre)
        else:
            blocs.append([autre])
    return blocs


def suites_de_couches_sans_carence(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """An illness of childbirth that begins the day after the last day of rest has no waiting days."""
    repos = un_repos(dossier, au)
    if repos is None or reprises(dossier, au) or independant(dossier, au):
        return NON_APPLICABLE
    payes = [jour.jour for jour in jours_du_conge(decompte, repos.conge) if jour.servi]
    suites = [
        avis
        for avis in pieces(dossier, au, AvisArret)
        if avis.risque == "suites_de_couches" and payes and avis.debut == plus_jours(payes[-1], 1)
    ]
    rendus = par_date(decompte)
    ouverts = {d.arret for d in decompte.decisions if d.risque == "maladie" and d.ouvert}
    examines = [
        a
        for a in suites
        if a.arret in ouverts and a.debut in rendus and rendus[a.debut].statut != "en_attente"
    ]
    if not examines:
        return NON_APPLICABLE
    return selon_les_ecarts(
        [
            f"{avis.debut} : carence après le repos"
            for avis in examines
            if rendus[avis.debut].statut == "carence" or not rendus[avis.debut].servi
        ]
    )


def plancher_et_plafond(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """A day of leave of an employee paid by the month is between the floor and the ceiling of its first day (R331-5)."""
    au_mois = all(a.periodicite == "mensuelle" for a in pieces(dossier, au, Activite))
    debuts: dict[tuple[str, str], date] = {
        (t.arret, t.risque): t.debut for t in decompte.taux if t.debut is not None
    }
    vus, ecarts = 0, []
    for jour in tous_les_jours(decompte) if au_mois and not conges(dossier, au, "paternite") else ():
        debut = debuts.get((jour.arret, jour.risque))
        if not jour.servi or debut is None or jour.risque in ("maladie", "naissance_supplementaire"):
            continue
        vus += 1
        plafond = tables()["plafond_mensuel_securite_sociale"].valeur_au(fin_du_mois_precedent(debut))
        pension = tables()["pension_invalidite_minimale"].valeur_au(debut)
        maximum = au_plus_proche(plafond * 12 / 365 * _PART_NETTE)
        minimum = au_plus_proche(pension * 12 / 365)
        if not minimum <= jour.montant <= maximum:
            dit = f"{en_euros(jour.montant)}, entre {en_euros(minimum)} et {en_euros(maximum)}"
            ecarts.append(f"{jour.jour} : {dit}")
    return selon_les_ecarts(ecarts) if vus else NON_APPLICABLE


_PART_NETTE = Fraction(79, 100)


# -- no day beyond the law


def duree_legale(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """The days paid for a leave never exceed its legal length, lateness and lawful supplements added."""
    maxima = _maxima(dossier, au)
    payes = Counter(jour.risque for jour in tous_les_jours(decompte) if jour.servi)
    examines = [risque for risque in maxima if payes[risque]]
    if not examines:
        return NON_APPLICABLE
    return selon_les_ecarts(
        [
            f"{risque} : {payes[risque]} jours payés, {maxima[risque]} au plus"
            for risque in examines
            if payes[risque] > maxima[risque]
        ]
    )


def _maxima(dossier: Dossier, au: date) -> dict[str, int]:
    """The most days each leave of the file may be paid, where the file has one of its kind."""
    maxima = {}
    repos = un_repos(dossier, au)
    if repos is not None:
        maxima["maternite"] = _repos_au_plus(repos) + _pathologique_au_plus(dossier, au)
    nees = dernieres(dossier, au, Naissance, lambda n: n.grossesse)
    if len(nees) == 1:
        enfants = len(nees[0].enfants)
        hopital = _HOSPITALISATION if hospitalises(nees[0]) else 0
        maxima["paternite"] = _PATERNITE.get(enfants, _PATERNITE_MULTIPLE) + hopital
    adoptions = dernieres(dossier, au, Adoption, lambda a: a.adoption)
    if len(adoptions) == 1:
        maxima["adoption"] = _adoption_au_plus(adoptions[0], independant(dossier, au))
    if len(conges(dossier, au, "deuil_enfant")) == 1:
        a_l_emploi = all(a.nature == "salarie" and a.fin is None for a in pieces(dossier, au, Activite))
        maxima["deuil_enfant"] = _DEUIL_D_UN_SALARIE if a_l_emploi else _DEUIL_DES_AUTRES
    if len(conges(dossier, au, "naissance_supplementaire")) == 1:
        maxima["naissance_supplementaire"] = _DEUX_MOIS
    return maxima


def _repos_au_plus(repos: Repos) -> int:
    """The legal rest, the days of a late birth, those of a child in hospital born more than six weeks early."""
    if repos.naissance is None:
        return repos.total
    retard = (repos.naissance.date - repos.grossesse.accouchement_prevu).days
    supplement = 0
    if -retard > SIX_SEMAINES and hospitalises(repos.naissance):
        supplement = max(0, (repos.debut_legal - repos.naissance.date).days)
    return repos.total + max(0, retard) + supplement


def _pathologique_au_plus(dossier: Dossier, au: date) -> int:
    risques = {avis.risque for avis in pieces(dossier, au, AvisArret)}
    if independant(dossier, au):
        return _PATHOLOGIQUE_DES_INDEPENDANTS if risques else 0
    return _QUINZAINE_PATHOLOGIQUE if "grossesse_pathologique" in risques else 0


def _adoption_au_plus(adoption: Adoption, independant: bool) -> int:
    """16, 18 or 22 weeks (L331-7); for the self-employed three quarters of a mother's rest (L623-1 III 2°)."""
    enfants, nombreuse = adoption.enfants, adoption.enfants_a_charge_apres > 2  # the third child
    if independant:
        return 241 if enfants > 2 else 178 if enfants > 1 else 136 if nombreuse else 84  # same
    return 154 if enfants > 1 else 126 if nombreuse else 112
