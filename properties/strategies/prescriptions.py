"""Prescriptions that the law bounds: at a distance, too long, by a midwife, for a spa; and stops during detention."""

from dataclasses import replace
from datetime import date
from typing import Any

from oracle.calendrier import plus_jours
from oracle.legislation import tables
from properties.strategies.dates import autour, duree_courte, premier_jour
from properties.strategies.employeurs import Chaine, carriere, employeur, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon, une_fois_sur
from properties.strategies.plan import Avis, Plan, montant
from properties.strategies.salaires import un_cent_pres

_TELECONSULTATIONS = (date(2023, 12, 28), date(2026, 6, 27))
_DUREE_LIMITEE = date(2026, 9, 1)


def _debut_proche(hasard: Hasard, enveloppe: Enveloppe, pivots: tuple[date, ...]) -> date:
    voulu, proche = premier_jour(hasard, enveloppe), autour(hasard, parmi(hasard, pivots))
    retenu = enveloppe.debut <= proche <= enveloppe.fin and selon(hasard, (1, False), (1, True))
    return proche if retenu else voulu


def _plan(hasard: Hasard, enveloppe: Enveloppe, avis: tuple[Avis, ...]) -> Plan:
    suivie = carriere(hasard, enveloppe, avis[0].debut)
    return Plan((employeur(hasard, enveloppe, suivie, [Chaine("S1", avis)]),), avis)


def _suivre(enveloppe: Enveloppe, avis: list[Avis], duree: int, **champs: Any) -> None:
    """One more notice without a gap, where the envelope lets it."""
    debut = plus_jours(avis[-1].fin, 1)
    if debut <= enveloppe.fin and len(avis) < enveloppe.avis_par_arret_max:
        fin = plus_jours(debut, duree - 1)
        avis.append(Avis("S1", debut, fin, prolongation=True, champs=champs))


def teleconsultation(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A stop prescribed at a distance, beyond three days or not, then renewed at a distance or in person."""
    debut = _debut_proche(hasard, enveloppe, _TELECONSULTATIONS)
    qui = selon(
        hasard, (4, "autre_medecin"), (1, "medecin_traitant"), (1, "sage_femme_referente"), (1, "sage_femme")
    )
    champs: dict[str, Any] = {"prescripteur": qui, "teleconsultation": True}
    prive = enveloppe.acte_terrorisme and une_fois_sur(hasard, 3)
    duree = selon(hasard, (2, 3), (1, 4), (1, 2), (2, hasard.entier(5, 20)))
    initial = {"acte_terrorisme": True} if prive else {}
    a_distance = selon(hasard, (3, True), (1, False))
    premier = Avis(
        "S1", debut, plus_jours(debut, duree - 1), champs={**(champs if a_distance else {}), **initial}
    )
    avis = [premier]
    for _ in range(hasard.entier(0, 2)):
        presence = {"prescripteur": qui, "prescripteur_initial": True}
        suite = champs | {"prescripteur_initial": True}
        if une_fois_sur(hasard, 4):
            suite |= {"impossibilite_presentiel": True}
        duree = selon(hasard, (2, 3), (1, 4), (1, hasard.entier(1, 10)))
        _suivre(enveloppe, avis, duree, **selon(hasard, (3, suite), (1, presence)))
    return _plan(hasard, enveloppe, tuple(avis))


def prescription_longue(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A first prescription of about 31 days, a renewal of about 62, around 1 September 2026, with a reason or not."""
    debut = _debut_proche(hasard, enveloppe, (_DUREE_LIMITEE, plus_jours(_DUREE_LIMITEE, -31)))
    duree = 31 + selon(hasard, (2, 0), (2, 1), (1, -1), (1, hasard.entier(2, 60)))
    motive = {"justification_duree": True} if une_fois_sur(hasard, 4) else {}
    prescrit_le = plus_jours(debut, -selon(hasard, (4, 0), (1, 1)))
    avis = [Avis("S1", debut, plus_jours(debut, duree - 1), prescrit_le=prescrit_le, champs=motive)]
    if selon(hasard, (1, False), (1, True)):
        _suivre(enveloppe, avis, 62 + selon(hasard, (2, 0), (2, 1), (1, -1), (1, hasard.entier(2, 30))))
    return _plan(hasard, enveloppe, tuple(avis))


def ivg_par_une_sage_femme(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A midwife's stop for a medical abortion: four days, four more, a third notice that gives nothing."""
    debut = premier_jour(hasard, enveloppe)
    qui = selon(hasard, (3, "sage_femme"), (1, "sage_femme_referente"), (1, "medecin_traitant"))
    champs = {"prescripteur": qui, "ivg": True}
    duree = selon(hasard, (3, 4), (1, 5), (1, 3), (1, hasard.entier(1, 12)))
    avis = [Avis("S1", debut, plus_jours(debut, duree - 1), champs=champs)]
    for _ in range(hasard.entier(0, 2)):
        _suivre(enveloppe, avis, selon(hasard, (3, 4), (1, 5), (1, 2)), **champs)
    return _plan(hasard, enveloppe, tuple(avis))


def cure_thermale(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A stop for a spa treatment, the household's income on the ceiling, one cent below or above, or anywhere."""
    debut = premier_jour(hasard, enveloppe)
    personnes = selon(hasard, (3, 0), (1, 1), (1, 2), (1, 3))
    plafond = tables()["plafond_mensuel_securite_sociale"].valeur_au(debut) * (2 + personnes) / 2
    ressources = selon(
        hasard,
        (3, un_cent_pres(hasard, plafond)),
        (2, hasard.entier(8, 36) * 100_00),
        (1, hasard.entier(37, 90) * 100_00),
    )
    cure = {"ressources_foyer": montant(ressources), "personnes_a_charge": personnes}
    chaine = un_avis("S1", debut, selon(hasard, (3, 21), (1, 18)), cure_thermale=cure)
    return _plan(hasard, enveloppe, chaine.avis)


def detention(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Detention that begins or ends during the stop, that ends just before it, or that has no known end."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe, mini=5))
    duree = (chaine.avis[0].fin - debut).days + 1
    entree = plus_jours(debut, hasard.entier(-40, duree))
    sortie = selon(
        hasard, (4, plus_jours(entree, hasard.entier(0, 60))), (1, None), (1, plus_jours(debut, -1))
    )
    piece: dict[str, Any] = {"type": "detention", "recue_le": plus_jours(entree, 6), "debut": entree}
    if sortie is not None:
        piece["fin"] = max(entree, sortie)
    if une_fois_sur(hasard, 3):
        piece["provisoire"] = True
    plan = _plan(hasard, enveloppe, chaine.avis)
    suite = plus_jours(chaine.avis[0].fin, 1)
    if enveloppe.avis_par_arret_max > 1 and suite <= enveloppe.fin and une_fois_sur(hasard, 4):
        plan = replace(plan, avis=(*plan.avis, Avis("S1", suite, plus_jours(suite, 14), prolongation=True)))
    return plan.avec(piece)
