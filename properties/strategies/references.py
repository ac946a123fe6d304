"""Reference months that are not whole (R323-8): absences, a hiring, the end of a contract, unemployment before it, late pay."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from oracle.calendrier import (
    MoisCivil,
    fin_du_mois_precedent,
    mois_civils_precedents,
    nb_jours,
    plus_jours,
)
from properties.strategies.dates import autour, duree_courte, premier_jour
from properties.strategies.employeurs import carriere, embauche, employeur, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.plan import Attestation, Employeur, Paie, Plan, montant
from properties.strategies.salaires import TEMPS_PLEIN, au_centieme_pres, salaire

_REGLE_DU_MEME_MOIS = date(2024, 11, 1)
_RETABLIES = ("maladie", "conge_sans_solde", "accident", "maternite", "paternite", "chomage", "fermeture")
_NON_RETABLIES = ("absence_non_autorisee", "greve", "mise_a_pied")


def _debut(hasard: Hasard, enveloppe: Enveloppe, rang_au_moins: int = 1) -> date:
    """First day of a stop, not before the ``rang_au_moins``-th of its month, often around November 2024."""
    voulu = premier_jour(hasard, enveloppe)
    if selon(hasard, (3, False), (1, True)):
        proche = autour(hasard, _REGLE_DU_MEME_MOIS, large=45)
        voulu = proche if enveloppe.debut <= proche <= enveloppe.fin else voulu
    plus_tard = voulu.replace(day=rang_au_moins) if voulu.day < rang_au_moins else voulu
    return plus_tard if plus_tard <= enveloppe.fin else voulu


def _absence(debut: date, fin: date, motif: str) -> dict[str, Any]:
    return {"debut": debut, "fin": fin, "motif": motif}


def _au_prorata(brut: int, payes: int, mois: MoisCivil) -> int:
    return brut * payes // nb_jours(mois.debut, mois.fin)


def _mois_coupe(hasard: Hasard, paie: Paie) -> Paie:
    """A month with one absence of some days, at its beginning, its end or in between; pay cut in proportion, mostly."""
    mois = MoisCivil(paie.debut, paie.fin)
    longueur = nb_jours(mois.debut, mois.fin)
    nombre = selon(hasard, (3, 15), (3, hasard.entier(1, longueur - 1)), (1, longueur - 1))
    debut = plus_jours(
        mois.debut, selon(hasard, (2, 0), (1, hasard.entier(0, longueur - nombre)), (1, longueur - nombre))
    )
    motif = selon(hasard, (5, "maladie"), (4, parmi(hasard, _RETABLIES)), (2, parmi(hasard, _NON_RETABLIES)))
    brut = selon(
        hasard, (5, _au_prorata(paie.brut, longueur - nombre, mois)), (1, paie.brut), (1, paie.brut // 2)
    )
    champs: dict[str, Any] = {"absences": [_absence(debut, plus_jours(debut, nombre - 1), motif)]}
    if selon(hasard, (2, False), (1, True)):
        champs["salaire_retabli"] = montant(paie.brut + selon(hasard, (2, 0), (1, 50_00)))
    return replace(paie, brut=brut, champs=champs)


def _mois_vide(hasard: Hasard, paie: Paie) -> Paie:
    motif = selon(hasard, (4, "maladie"), (3, parmi(hasard, _RETABLIES)), (1, parmi(hasard, _NON_RETABLIES)))
    return replace(paie, brut=0, heures=0, champs={"absences": [_absence(paie.debut, paie.fin, motif)]})


def _avec_des_mois(
    hasard: Hasard, enveloppe: Enveloppe, refaire: Callable[[Hasard, Paie], Paie], rangs: tuple[int, ...]
) -> Plan:
    """An ordinary stop, six months certified, the months of those ranks (-1 is the last) made over."""
    debut = _debut(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    suivie = replace(carriere(hasard, enveloppe, debut), heures=(TEMPS_PLEIN,) * 3)
    base = employeur(hasard, enveloppe, suivie, [chaine], mois=6)
    paies = list(base.attestations[0].paies)
    for rang in rangs:
        paies[rang] = refaire(hasard, paies[rang])
    attestation = replace(base.attestations[0], paies=tuple(paies))
    return Plan((replace(base, attestations=(attestation,)),), chaine.avis)


def mois_entame_par_une_absence(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """One or two reference months cut by an absence, made up for by the law or not."""
    rangs = selon(hasard, (4, (-3,)), (2, (-1,)), (1, (-2,)), (1, (-3, -1)))
    return _avec_des_mois(hasard, enveloppe, _mois_coupe, rangs)


def mois_sans_travail(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """One or two whole months absent; or all three, and some days worked in the very month of the stop."""
    if selon(hasard, (3, True), (1, False)):
        rangs = selon(hasard, (3, (-2,)), (2, (-3, -2)), (1, (-1,)))
        return _avec_des_mois(hasard, enveloppe, _mois_vide, rangs)
    debut = _debut(hasard, enveloppe, rang_au_moins=9)
    plan = _trois_mois_absents(hasard, enveloppe, debut)
    if debut.day == 1:
        return plan
    (employe,) = plan.employeurs
    brut = _au_prorata(
        salaire(hasard, debut), debut.day - 1, MoisCivil(debut.replace(day=1), plus_jours(debut, 30))
    )
    entamee = Paie(debut.replace(day=1), plus_jours(debut, -1), brut, 30_00)
    attestation = replace(employe.attestations[0], paies=(*employe.attestations[0].paies, entamee))
    return replace(plan, employeurs=(replace(employe, attestations=(attestation,)),))


def _trois_mois_absents(hasard: Hasard, enveloppe: Enveloppe, debut: date) -> Plan:
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    suivie = replace(carriere(hasard, enveloppe, debut), heures=(TEMPS_PLEIN,) * 3)
    base = employeur(hasard, enveloppe, suivie, [chaine], mois=9)
    motif = selon(hasard, (2, "maladie"), (1, "conge_sans_solde"), (1, "maternite"))
    paies = tuple(
        replace(paie, brut=0, heures=0, champs={"absences": [_absence(paie.debut, paie.fin, motif)]})
        if rang >= 6
        else paie
        for rang, paie in enumerate(base.attestations[0].paies)
    )
    au_bord = selon(hasard, (2, 200_00), (1, au_centieme_pres(hasard, 150_00)))
    attestation = replace(base.attestations[0], paies=paies, heures_90_jours=au_bord)
    return Plan((replace(base, attestations=(attestation,)),), chaine.avis)


def embauche_dans_un_mois(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Hired on some day of a reference month, after unemployment or nothing known."""
    debut = _debut(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    mois = mois_civils_precedents(debut, 3)
    rang = selon(hasard, (3, 0), (2, 1), (2, 2))
    entree = plus_jours(mois[rang].debut, hasard.entier(1, nb_jours(mois[rang].debut, mois[rang].fin) - 1))
    brut = salaire(hasard, debut)
    paies = [
        Paie(
            max(entree, m.debut),
            m.fin,
            _au_prorata(brut, nb_jours(max(entree, m.debut), m.fin), m),
            TEMPS_PLEIN,
        )
        for m in mois[rang:]
    ]
    if selon(hasard, (3, False), (1, True)):
        avant = _absence(mois[rang].debut, plus_jours(entree, -1), "embauche")
        paies[0] = replace(paies[0], debut=mois[rang].debut, champs={"absences": [avant]})
    heures = selon(hasard, (3, None), (1, au_centieme_pres(hasard, 150_00)))
    attestation = Attestation("S1", plus_jours(debut, -1), tuple(paies), heures_90_jours=heures)
    contrat = parmi(hasard, enveloppe.contrats_continus)
    plan = Plan((Employeur("A", entree, (attestation,), contrat=contrat),), chaine.avis)
    if not enveloppe.admet("chomage") or selon(hasard, (1, True), (2, False)):
        return plan
    inscrit = plus_jours(entree, -selon(hasard, (2, hasard.entier(30, 400)), (1, hasard.entier(1, 29))))
    sans_emploi = {
        "debut": inscrit,
        "fin": plus_jours(entree, -1),
        "indemnise": selon(hasard, (4, True), (1, False)),
    }
    return plan.avec({"type": "chomage", "recue_le": plus_jours(inscrit, 5), **sans_emploi})


def deux_contrats_le_meme_mois(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """One contract ends and another begins within one reference month, with unpaid days between them or not."""
    debut = _debut(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    mois = mois_civils_precedents(debut, 6)
    rang = selon(hasard, (3, 4), (2, 3), (1, 5))
    longueur = nb_jours(mois[rang].debut, mois[rang].fin)
    sortie = plus_jours(mois[rang].debut, selon(hasard, (2, 14), (1, hasard.entier(0, longueur - 2))))
    entree = plus_jours(
        sortie, selon(hasard, (3, 1), (2, hasard.entier(1, nb_jours(sortie, mois[rang].fin) - 1)))
    )
    concurrents = selon(hasard, (5, False), (1, True))
    if concurrents:
        entree = embauche(hasard, enveloppe, debut)
    chez_a, chez_b = salaire(hasard, debut), salaire(hasard, debut)

    def paie(m: MoisCivil, brut: int, premier: date, dernier: date) -> Paie:
        premier, dernier = max(m.debut, premier), min(m.fin, dernier)
        return Paie(premier, dernier, _au_prorata(brut, nb_jours(premier, dernier), m), TEMPS_PLEIN)

    ancien = Employeur(
        "A",
        embauche(hasard, enveloppe, debut),
        (
            Attestation(
                "S1", sortie, tuple(paie(m, chez_a, m.debut, sortie) for m in mois[: rang + 1]), retard=9
            ),
        ),
        fin=sortie,
        contrat=parmi(hasard, enveloppe.contrats_continus),
        motif_fin="fin_de_contrat",
    )
    suite = mois if concurrents else mois[rang:]
    nouveau = Employeur(
        "B",
        entree,
        (Attestation("S1", plus_jours(debut, -1), tuple(paie(m, chez_b, entree, m.fin) for m in suite)),),
        contrat=parmi(hasard, enveloppe.contrats_continus),
    )
    return Plan((ancien, nouveau), chaine.avis)


def paie_versee_tard(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A reference pay received on the eve of the stop, on its first day, or after it."""
    plan = _avec_des_mois(hasard, enveloppe, lambda _, paie: paie, ())
    (employe,) = plan.employeurs
    (attestation,) = employe.attestations
    debut = plan.premier_jour
    versee_le = plus_jours(debut, selon(hasard, (2, 0), (2, -1), (2, 1), (1, hasard.entier(2, 40))))
    heures = selon(hasard, (2, TEMPS_PLEIN), (1, 40_00))
    paies = tuple(replace(paie, heures=heures) for paie in attestation.paies)
    tardive = replace(paies[-1], champs={"versee_le": max(versee_le, fin_du_mois_precedent(debut))})
    attestation = replace(attestation, paies=(*paies[:-1], tardive), retard=45)
    return replace(plan, employeurs=(replace(employe, attestations=(attestation,)),))
