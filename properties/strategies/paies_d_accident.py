"""The pays a work accident is reckoned on: twelve months, weeks, bonuses, months not wholly worked, jobs left."""

from dataclasses import replace

from oracle.calendrier import MoisCivil, mois_civil, mois_civils_precedents, plus_jours, plus_mois
from properties.strategies.accidents import plan_d_accident
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.plan import Attestation, Employeur, Paie, Piece, Plan, montant
from properties.strategies.salaires import TEMPS_PLEIN
from properties.strategies.sinistres import salaire_d_accident

_SEMAINE, _QUINZAINE = 7, 14


def douze_mois_de_paie(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Agency, seasonal or intermittent work: twelve months, equal or not; hired less than a year before, sometimes."""
    plan = plan_d_accident(hasard, enveloppe)
    (employe,) = plan.employeurs
    (attestation,) = employe.attestations
    bruts = [salaire_d_accident(hasard, attestation.dernier_jour_travaille) for _ in range(2)]
    mois = mois_civils_precedents(attestation.dernier_jour_travaille, 12)
    recent = selon(hasard, (3, 0), (1, hasard.entier(1, 8)))
    paies = tuple(
        Paie(m.debut, m.fin, bruts[rang % 2], TEMPS_PLEIN) for rang, m in enumerate(mois) if rang >= recent
    )
    debut = mois[recent].debut if recent else plus_jours(mois[0].debut, -400)
    employe = replace(
        employe,
        debut=debut,
        contrat=parmi(hasard, enveloppe.contrats_discontinus),
        attestations=(replace(attestation, paies=paies),),
    )
    return replace(plan, employeurs=(employe,))


def paies_courtes(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Paid by the week or the fortnight: the last pays of the month before."""
    plan = plan_d_accident(hasard, enveloppe)
    (employe,) = plan.employeurs
    (attestation,) = employe.attestations
    periodicite, pas = parmi(
        hasard,
        [
            p
            for p in (("quatorzaine", _QUINZAINE), ("hebdomadaire", _SEMAINE))
            if p[0] in enveloppe.periodicites
        ],
    )
    fin = plus_jours(attestation.dernier_jour_travaille.replace(day=1), -1 - hasard.entier(0, 5))
    brut = salaire_d_accident(hasard, fin) * pas // 30
    paies = tuple(
        Paie(plus_jours(fin, -pas * (rang + 1) + 1), plus_jours(fin, -pas * rang), brut, 70_00)
        for rang in reversed(range(12 * _SEMAINE // pas))
    )
    employe = replace(employe, periodicite=periodicite, attestations=(replace(attestation, paies=paies),))
    return replace(plan, employeurs=(employe,))


def prime_ou_rappel(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A bonus of a month, a quarter or a year, paid around the months that make it count, or after the stop."""
    plan = plan_d_accident(hasard, enveloppe)
    (employe,) = plan.employeurs
    (attestation,) = employe.attestations
    de_l_arret = attestation.dernier_jour_travaille.replace(day=1)
    longueur = parmi(hasard, (12, 3, 1, 6))
    paye = plus_mois(de_l_arret, -selon(hasard, (3, 2), (2, 1), (2, longueur + 1), (1, longueur + 2), (1, 0)))
    debut = plus_mois(paye, -longueur)
    prime: Piece = {
        "nature": "prime",
        "montant": montant(parmi(hasard, (2400_00, 600_00, 1000_00))),
        "versee_le": plus_jours(plus_mois(paye, 1), -1) if selon(hasard, (4, True), (1, False)) else paye,
        "periode": {"debut": debut, "fin": plus_jours(paye, -1)},
    }
    return replace(
        plan, employeurs=(replace(employe, attestations=(replace(attestation, accessoires=(prime,)),)),)
    )


def mois_incomplet(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A month not wholly worked: hired in it, absent for a cause that is made up for or not; a job left in it."""
    plan = plan_d_accident(hasard, enveloppe)
    (employe,) = plan.employeurs
    (attestation,) = employe.attestations
    (mois,) = mois_civils_precedents(attestation.dernier_jour_travaille, 1)
    genre = selon(hasard, (3, "absence"), (2, "embauche"), (1, "embauche_au_mois_de_l_arret"), (2, "emploi"))
    if genre == "absence":
        return _avec_des_paies(plan, employe, attestation, _absente(hasard, mois, attestation.paies[-1]))
    if genre == "embauche_au_mois_de_l_arret":
        return _embauche_du_mois(plan, employe, attestation)
    debut = plus_jours(mois.debut, hasard.entier(1, 20))
    percu = attestation.paies[-1].brut * ((mois.fin - debut).days + 1) // 30
    champs = (
        {}
        if selon(hasard, (1, True), (1, False))
        else {"salaire_retabli": montant(attestation.paies[-1].brut)}
    )
    plan = _avec_des_paies(
        plan, replace(employe, debut=debut), attestation, Paie(debut, mois.fin, percu, 80_00, champs)
    )
    if genre != "emploi":
        return plan
    quitte = plus_jours(debut, -1)
    avant = Paie(mois.debut, quitte, selon(hasard, (1, 600_00), (1, 3000_00)), 50_00)
    ancien = Employeur(
        "B",
        plus_jours(mois.debut, -600),
        (replace(attestation, paies=(avant,), dernier_jour_travaille=quitte),),
        fin=quitte,
        motif_fin="demission",
    )
    return replace(plan, employeurs=(*plan.employeurs, ancien))


def _avec_des_paies(plan: Plan, employe: Employeur, attestation: Attestation, paie: Paie) -> Plan:
    attestation = replace(attestation, paies=(*attestation.paies[:-1], paie))
    return replace(plan, employeurs=(replace(employe, attestations=(attestation,)),))


def _absente(hasard: Hasard, mois: MoisCivil, paie: Paie) -> Paie:
    debut = plus_jours(mois.debut, hasard.entier(0, 15))
    fin = min(mois.fin, plus_jours(debut, hasard.entier(0, 12)))
    motif = parmi(hasard, ("maladie", "conge_sans_solde", "greve", "absence_non_autorisee", "chomage"))
    absents = (fin - debut).days + 1
    champs: dict[str, object] = {"absences": [{"debut": debut, "fin": fin, "motif": motif}]}
    if selon(hasard, (1, True), (1, False)):
        champs["salaire_retabli"] = montant(paie.brut)
    return replace(paie, brut=paie.brut * (30 - absents) // 30, heures=120_00, champs=champs)


def _embauche_du_mois(plan: Plan, employe: Employeur, attestation: Attestation) -> Plan:
    de_l_arret = mois_civil(attestation.dernier_jour_travaille)
    jour = attestation.dernier_jour_travaille
    debut = de_l_arret.debut
    paie = Paie(debut, jour, 100_00, 10_00, {"salaire_retabli": montant(attestation.paies[-1].brut)})
    attestation = replace(attestation, paies=(paie,))
    return replace(plan, employeurs=(replace(employe, debut=debut, attestations=(attestation,)),))
