"""Stops that last, come back, or follow many others: six months, the 360, the three years of a long-term condition."""

from dataclasses import replace
from datetime import date

from oracle.arrondis import au_plus_proche
from oracle.calendrier import fin_de_delai, nb_jours, plus_jours, plus_mois
from oracle.legislation import tables
from properties.strategies.dates import (
    autour,
    duree_courte,
    duree_de_plus_de_six_mois,
    premier_jour,
    premier_jour_avant,
)
from properties.strategies.employeurs import Carriere, Chaine, carriere, employeur, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, selon
from properties.strategies.plan import Avis, Employeur, Piece, Plan
from properties.strategies.salaires import (
    TEMPS_PLEIN,
    au_centieme_pres,
    repartir,
    salaire,
    salaires,
    salaires_a_la_porte,
)

_JOURS_DE_TROIS_ANS = 1096
_DOUZE_MOIS = 12
_UN_CENT_PAR_JOUR = 61
"""What moves a daily benefit by a cent, in cents of monthly wage: 365 ÷ 6."""


def plus_de_six_mois(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A stop that reaches its seventh month: twelve months of pay, affiliation of twelve months or a little less."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_de_plus_de_six_mois(hasard, enveloppe, debut))
    enjeu = selon(hasard, (3, "aucun"), (4, "heures"), (3, "salaires"), (3, "affiliation"), (1, "minimum"))
    if not enveloppe.heures_lues and enjeu in ("heures", "minimum"):
        enjeu = "aucun"
    bruts: tuple[int, ...]
    declarees: tuple[int | None, ...]
    if enjeu == "heures":
        bruts = (hasard.entier(1, 9) * 100_00,) * _DOUZE_MOIS
        declarees = (*repartir(hasard, au_centieme_pres(hasard, 600_00) - 150_00, 9), 50_00, 50_00, 50_00)
    elif enjeu == "salaires":
        bruts = salaires_a_la_porte(hasard, enveloppe, debut, _DOUZE_MOIS)
        declarees = (*(None,) * 9, 50_00, 50_00, 50_00) if enveloppe.heures_lues else (None,) * _DOUZE_MOIS
    elif enjeu == "minimum":
        bruts, declarees = (_salaire_au_minimum(hasard, debut),) * _DOUZE_MOIS, (60_00,) * _DOUZE_MOIS
    else:
        bruts, declarees = salaires(hasard, enveloppe, debut, _DOUZE_MOIS), (TEMPS_PLEIN,) * _DOUZE_MOIS
    base = employeur(hasard, enveloppe, Carriere(debut, bruts, declarees), [chaine], mois=_DOUZE_MOIS)
    if enjeu == "heures" and selon(hasard, (1, False), (1, True)):
        declaree = replace(base.attestations[0], heures_365_jours=_sur_365_jours(hasard))
        base = replace(base, attestations=(declaree,))
    avis = _en_plusieurs_avis(hasard, enveloppe, chaine)
    depuis = autour(hasard, plus_jours(plus_mois(debut, -_DOUZE_MOIS), 1), large=45)
    if enjeu != "affiliation":
        return Plan((base,), avis)
    if enveloppe.mois_de_salaire_constant < _DOUZE_MOIS - 2 and selon(hasard, (2, False), (1, True)):
        return Plan((_embauche_le(depuis, base),), avis)
    return Plan((base,), avis, _affiliations(hasard, depuis) if enveloppe.admet("affiliation") else ())


def _salaire_au_minimum(hasard: Hasard, debut: date) -> int:
    """A wage whose benefit is the minimum of the seventh month (R324-3), or a cent a day below or above."""
    pension = tables()["pension_invalidite_minimale"].valeur_au(plus_jours(fin_de_delai(debut, 6), 1))
    return au_plus_proche(2 * pension) + selon(
        hasard, (2, 0), (1, -_UN_CENT_PAR_JOUR), (1, _UN_CENT_PAR_JOUR)
    )


def _sur_365_jours(hasard: Hasard) -> int:
    return selon(hasard, (3, au_centieme_pres(hasard, 600_00)), (2, hasard.entier(500_00, 1200_00)))


def _embauche_le(jour: date, employe: Employeur) -> Employeur:
    """The same employer since a day within the certified months: that day begins the first pay."""
    (attestation,) = employe.attestations
    paies = tuple(
        replace(paie, debut=max(paie.debut, jour)) for paie in attestation.paies if paie.fin >= jour
    )
    return replace(employe, debut=jour, attestations=(replace(attestation, paies=paies),))


def _affiliations(hasard: Hasard, depuis: date) -> tuple[tuple[date, date | None], ...]:
    """Affiliated since a day, with perhaps an older affiliation before it, adjoining or after a break."""
    if selon(hasard, (3, False), (1, True)):
        veille = plus_jours(depuis, -selon(hasard, (1, 1), (1, 2), (1, hasard.entier(3, 90))))
        return ((plus_mois(veille, -18), veille), (depuis, None))
    return ((depuis, None),)


def _en_plusieurs_avis(hasard: Hasard, enveloppe: Enveloppe, chaine: Chaine) -> tuple[Avis, ...]:
    """The same days, prescribed at once or by an initial notice and prolongations without a gap."""
    (entier,) = chaine.avis
    morceaux = min(selon(hasard, (2, 1), (1, 2), (1, 3)), enveloppe.avis_par_arret_max)
    duree = nb_jours(entier.debut, entier.fin) // morceaux
    if plus_jours(entier.debut, (morceaux - 1) * duree) > enveloppe.fin:
        return chaine.avis
    avis = []
    for rang in range(morceaux):
        debut = plus_jours(entier.debut, rang * duree)
        fin = entier.fin if rang == morceaux - 1 else plus_jours(debut, duree - 1)
        avis.append(replace(entier, debut=debut, fin=fin, prolongation=rang > 0))
    return tuple(avis)


def jusqu_au_360e(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A single stop of about a year: its 360th benefit is paid, the next one is not."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, 363 + selon(hasard, (2, 1), (1, 0), (1, -1), (1, hasard.entier(2, 20))))
    suivie = Carriere(debut, (salaire(hasard, debut),) * _DOUZE_MOIS, (TEMPS_PLEIN,) * _DOUZE_MOIS)
    return Plan(
        (employeur(hasard, enveloppe, suivie, [chaine], mois=_DOUZE_MOIS),),
        _en_plusieurs_avis(hasard, enveloppe, chaine),
    )


def pres_de_360(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Benefits left behind by an older engine, close to 360 within three years, spread so that counting matters."""
    debut = premier_jour(hasard, enveloppe)
    duree = duree_courte(hasard, enveloppe, mini=4)
    chaine = un_avis("S1", debut, duree)
    suivie = carriere(hasard, enveloppe, debut)
    premier_paye = plus_jours(debut, 3)
    total = 360 - selon(hasard, (3, hasard.entier(0, duree)), (1, 0), (1, 1), (1, hasard.entier(0, 40)))
    lignes: list[tuple[date, date]] = []
    if selon(hasard, (1, True), (1, False)):
        ancien = hasard.entier(1, 30)
        sortie = plus_jours(plus_mois(premier_paye, -36), hasard.entier(-ancien, 15))
        lignes.append((sortie, plus_jours(sortie, ancien - 1)))
        total -= selon(hasard, (2, ancien), (1, 0), (1, ancien // 2))
    blocs = hasard.entier(1, 3)
    fin = plus_jours(debut, -hasard.entier(3, 60))
    for rang in range(blocs):
        jours = total // blocs if rang < blocs - 1 else total - (total // blocs) * (blocs - 1)
        lignes.append((plus_jours(fin, 1 - jours), fin))
        fin = plus_jours(fin, -jours - hasard.entier(1, 120))
    return Plan((employeur(hasard, enveloppe, suivie, [chaine]),), chaine.avis).avec(
        _reprise_historique(debut, lignes)
    )


def _reprise_historique(debut: date, lignes: list[tuple[date, date]], ald: str | None = None) -> Piece:
    return {
        "type": "reprise_historique",
        "recue_le": plus_jours(debut, -1),
        "lignes": [
            {"debut": premier, "fin": dernier, "risque": "maladie", **({"ald": ald} if ald else {})}
            for premier, dernier in sorted(lignes)
        ],
    }


def _ald(debut: date, fixee: date | None, nom: str = "L1") -> Piece:
    piece: Piece = {
        "type": "ald",
        "ald": nom,
        "recue_le": plus_jours(debut, 20),
        "reconnue_le": plus_jours(debut, 15),
    }
    return piece | {"debut": fixee} if fixee else piece


def ald_et_rechutes(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A first stop for a long-term condition, then relapses near the end of the three years or of a year of work."""
    debut = premier_jour_avant(hasard, enveloppe, plus_jours(enveloppe.fin, -_JOURS_DE_TROIS_ANS - 40))
    chaines = [un_avis("S1", debut, duree_courte(hasard, enveloppe, mini=4), ald="L1")]
    suivie = Carriere(debut, salaires(hasard, enveloppe, debut, 3), (TEMPS_PLEIN,) * 3)
    fixee = selon(hasard, (3, None), (1, debut), (1, plus_jours(debut, -hasard.entier(1, 60))))
    for rang in range(2, 2 + min(hasard.entier(1, 2), enveloppe.arrets_max - 1)):
        dernier = chaines[-1].avis[-1].fin
        rechute = selon(
            hasard,
            (3, plus_jours(dernier, hasard.entier(11, 300))),
            (3, autour(hasard, plus_jours(fin_de_delai(fixee or debut, 36), 1))),
            (4, autour(hasard, fin_de_delai(plus_jours(dernier, 1), _DOUZE_MOIS))),
            (2, autour(hasard, fin_de_delai(debut, 36))),
            (1, plus_jours(fin_de_delai(fixee or debut, 36), -hasard.entier(0, 12))),
        )
        affection = selon(hasard, (4, {"ald": "L1"}), (1, {}), (1, {"ald": "L2"}))
        duree = duree_courte(hasard, enveloppe)
        if plus_jours(dernier, 1) < rechute <= enveloppe.fin:
            chaines.append(un_avis(f"S{rang}", rechute, duree, **affection))
    avis = tuple(avis for chaine in chaines for avis in chaine.avis)
    plan = Plan((employeur(hasard, enveloppe, suivie, chaines, mois=3),), avis)
    seconde = next((a.debut for a in avis if a.champs.get("ald") == "L2"), None)
    return plan.avec(_ald(debut, fixee), *(() if seconde is None else (_ald(seconde, None, "L2"),)))


def ald_heritee(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A condition already paid by an older engine, whose three years end around or during the new stop."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe), ald="L1")
    suivie = carriere(hasard, enveloppe, debut)
    premier = autour(hasard, plus_mois(debut, -36), large=60)
    servis = selon(
        hasard, (1, hasard.entier(1, 40)), (2, hasard.entier(355, 362)), (1, hasard.entier(41, 900))
    )
    servis = min(servis, nb_jours(premier, debut) - 3)
    fin = selon(hasard, (1, plus_jours(premier, servis - 1)), (2, plus_jours(debut, -2)))
    fixee = selon(hasard, (2, None), (1, premier), (1, plus_jours(premier, -hasard.entier(1, 30))))
    plan = Plan((employeur(hasard, enveloppe, suivie, [chaine]),), chaine.avis)
    historique = _reprise_historique(debut, [(plus_jours(fin, 1 - servis), fin)], ald="L1")
    return plan.avec(
        historique, *((_ald(debut, fixee),) if fixee or selon(hasard, (1, True), (1, False)) else ())
    )


def trois_ans_d_ald(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """One stop of three years for a long-term condition, and some weeks more: the three years are exhausted."""
    debut = premier_jour_avant(hasard, enveloppe, plus_mois(enveloppe.fin, -30))
    duree = _JOURS_DE_TROIS_ANS + hasard.entier(-3, 30)
    chaine = un_avis("S1", debut, duree, ald="L1")
    suivie = Carriere(debut, (salaire(hasard, debut),) * _DOUZE_MOIS, (TEMPS_PLEIN,) * _DOUZE_MOIS)
    employe: Employeur = employeur(hasard, enveloppe, suivie, [chaine], mois=_DOUZE_MOIS)
    return Plan((employe,), _en_plusieurs_avis(hasard, enveloppe, chaine)).avec(_ald(debut, None))
