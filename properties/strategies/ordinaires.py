"""One stop, one or two employers: the plain file, the doors that open rights, the ceiling, the rhythm of pay."""

from dataclasses import replace
from datetime import date

from oracle.calendrier import plus_jours, plus_mois
from properties.strategies.dates import duree_courte, duree_de_plus_de_six_mois, premier_jour
from properties.strategies.employeurs import (
    Carriere,
    attester,
    carriere,
    embauche,
    employeur,
    un_avis,
)
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.plan import Attestation, Employeur, Plan
from properties.strategies.salaires import (
    TEMPS_PLEIN,
    au_centieme_pres,
    heures,
    paies_rythmees,
    plafond,
    repartir,
    salaire,
    salaires,
    salaires_a_la_porte,
    un_cent_pres,
)

_JOURS_D_UNE_PAIE = {"quatorzaine": 14, "hebdomadaire": 7}


def arret_simple(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """One notice, one employer."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    suivie = carriere(hasard, enveloppe, debut)
    return Plan((employeur(hasard, enveloppe, suivie, [chaine]),), chaine.avis)


def porte_des_heures(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Pay too low to open rights, and hours at 150, over three civil months or over 90 days."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    bas = hasard.entier(2, 11) * 100_00
    total = au_centieme_pres(hasard, 150_00)
    fenetre = selon(hasard, (3, "trois_mois"), (2, "90_jours"), (1, "les_deux"))
    sur_trois_mois = repartir(hasard, total if fenetre != "90_jours" else hasard.entier(0, 149_99), 3)
    suivie = Carriere(debut, (bas,) * 6, (0, 0, 0, *sur_trois_mois))
    base = employeur(hasard, enveloppe, suivie, [chaine], mois=6)
    sur_90_jours = selon(hasard, (4, au_centieme_pres(hasard, 150_00)), (1, hasard.entier(100_00, 400_00)))
    declarees = sur_90_jours if fenetre != "trois_mois" else None
    attestation = replace(base.attestations[0], heures_90_jours=declarees)
    return Plan((replace(base, attestations=(attestation,)),), chaine.avis)


def porte_des_salaires(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Hours that open nothing, or none declared, and six months of pay at 1 015 times the hourly SMIC."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    bruts = salaires_a_la_porte(hasard, enveloppe, debut, 6)
    declarees = selon(hasard, (3, None), (1, 40_00), (1, 0)) if enveloppe.heures_lues else None
    suivie = Carriere(debut, bruts, (declarees,) * 6)
    return Plan((employeur(hasard, enveloppe, suivie, [chaine], mois=6),), chaine.avis)


def jeune_embauche(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Hired on the first of a recent month, or in the very month of the stop: months before count for nothing."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    suivie = carriere(hasard, enveloppe, debut, 6)
    anciennete = selon(hasard, (2, 1), (1, 2), (1, 3), (2, hasard.entier(4, 11)), (2, 0))
    deja_travaille = hasard.entier(1, max(1, debut.day - 1))
    if debut.day == 1:
        anciennete = max(1, anciennete)
    entree = (
        plus_mois(debut.replace(day=1), -anciennete) if anciennete else plus_jours(debut, -deja_travaille)
    )
    attestation = Attestation(
        arret="S1",
        dernier_jour_travaille=plus_jours(debut, -1),
        paies=suivie.paies(debut, min(anciennete, 6)) if anciennete else (),
        heures_90_jours=selon(hasard, (2, None), (1, 150_00), (1, 149_99)),
    )
    contrat = parmi(hasard, enveloppe.contrats_continus)
    return Plan((Employeur("A", entree, (attestation,), contrat=contrat),), chaine.avis)


def mois_de_reference_absent(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A certificate that leaves out a month, or that has not come: the caisse waits."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    suivie = carriere(hasard, enveloppe, debut)
    base = employeur(hasard, enveloppe, suivie, [chaine])
    paies = base.attestations[0].paies
    absente = selon(hasard, (4, len(paies) - 1 - hasard.entier(0, 2)), (1, None))
    gardees = tuple(paie for rang, paie in enumerate(paies) if rang != absente) if absente is not None else ()
    return Plan((replace(base, attestations=(replace(base.attestations[0], paies=gardees),)),), chaine.avis)


def premier_jour_travaille(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A notice given on a day already begun at work: the notice says so, or the employer does."""
    plan = arret_simple(hasard, enveloppe)
    if selon(hasard, (1, True), (1, False)):
        avis = replace(plan.avis[0], champs={**plan.avis[0].champs, "premier_jour_travaille": True})
        return replace(plan, avis=(avis, *plan.avis[1:]))
    attestation = replace(plan.employeurs[0].attestations[0], dernier_jour_travaille=plan.premier_jour)
    return replace(plan, employeurs=(replace(plan.employeurs[0], attestations=(attestation,)),))


def deux_employeurs(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Two monthly employers at the same time, whose hours and pay add up, near a threshold or not."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    enjeu = selon(hasard, (4, "aucun"), (2, "heures"), (2, "salaires"), (2, "plafond"))
    total: tuple[int, ...]
    if enjeu == "heures":
        total, declarees = (hasard.entier(4, 11) * 100_00,) * 6, au_centieme_pres(hasard, 50_00)
    elif enjeu == "salaires":
        total, declarees = salaires_a_la_porte(hasard, enveloppe, debut, 6), 20_00
    elif enjeu == "plafond":
        total, declarees = salaires(hasard, enveloppe, debut, 3), 120_00
    else:
        total, declarees = tuple(2 * brut for brut in salaires(hasard, enveloppe, debut, 3)), 160_00
    part = selon(hasard, (2, 50), (1, 30), (1, hasard.entier(1, 99)))
    chez_a = tuple(brut * part // 100 for brut in total)
    chez_b = tuple(brut - a for brut, a in zip(total, chez_a, strict=True))
    heures_a = declarees * part // 100
    mois = len(total)
    return Plan(
        (
            employeur(hasard, enveloppe, Carriere(debut, chez_a, (heures_a,) * mois), [chaine], mois=mois),
            employeur(
                hasard,
                enveloppe,
                Carriere(debut, chez_b, (declarees - heures_a,) * mois),
                [chaine],
                activite="B",
                mois=mois,
            ),
        ),
        chaine.avis,
    )


def paies_a_la_semaine(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Weekly or fortnightly pay: twelve or six pays, over 84."""
    debut = premier_jour(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree_courte(hasard, enveloppe))
    rythme = parmi(hasard, [p for p in ("hebdomadaire", "quatorzaine") if p in enveloppe.periodicites])
    jours = _JOURS_D_UNE_PAIE[rythme]
    mensuels = salaires(hasard, enveloppe, debut, 3)
    au_maximum = un_cent_pres(hasard, plafond(debut) * 12 * jours / 365)
    par_paie = selon(hasard, (4, tuple(brut * 12 * jours // 364 for brut in mensuels)), (1, (au_maximum,)))
    semaine = selon(hasard, (4, 35_00), (1, 12_00), (1, 11_50), (1, None)) if enveloppe.heures_lues else 35_00
    declarees = semaine if semaine is None else semaine * jours // 7
    nombre = (98 if declarees is not None and semaine == 35_00 else 196) // jours
    nombre -= selon(hasard, (9, 0), (1, nombre // 2))
    contrat = parmi(hasard, enveloppe.contrats_continus)
    attestation = Attestation(
        "S1", plus_jours(debut, -1), paies_rythmees(debut, jours, nombre, par_paie, declarees)
    )
    entree = embauche(hasard, enveloppe, debut)
    return Plan((Employeur("A", entree, (attestation,), contrat=contrat, periodicite=rythme),), chaine.avis)


def profession_discontinue(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Seasonal, temporary or intermittent work: twelve months over 365, and the doors of 600 hours and 2 030 SMIC."""
    debut = premier_jour(hasard, enveloppe)
    longue = enveloppe.duree_max_jours > 200 and selon(hasard, (4, False), (1, True))
    duree = duree_de_plus_de_six_mois(hasard, enveloppe, debut) if longue else duree_courte(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree)
    enjeu = selon(hasard, (3, "saison"), (2, "heures"), (2, "salaires"), (1, "plein"))
    bruts: tuple[int, ...]
    declarees: tuple[int | None, ...]
    if enjeu == "heures":
        bruts = (hasard.entier(1, 8) * 100_00,) * 12
        declarees = (*repartir(hasard, au_centieme_pres(hasard, 600_00) - 90_00, 9), 30_00, 30_00, 30_00)
    elif enjeu == "salaires":
        bruts, declarees = salaires_a_la_porte(hasard, enveloppe, debut, 12), (None,) * 12
    elif enjeu == "plein":
        bruts, declarees = salaires(hasard, enveloppe, debut, 12), heures(hasard, enveloppe, 12)
    else:
        actifs = hasard.entier(2, 8)
        brut = salaire(hasard, debut)
        bruts = tuple(brut if rang < actifs else 0 for rang in range(12))
        declarees = tuple(TEMPS_PLEIN if rang < actifs else 0 for rang in range(12))
    suivie = Carriere(debut, bruts, declarees)
    par_statut = not enveloppe.contrats_continus or selon(hasard, (3, True), (1, False))
    attestation = attester(suivie, chaine, 12)
    if enjeu == "heures":
        attestation = replace(
            attestation, heures_365_jours=selon(hasard, (2, None), (1, au_centieme_pres(hasard, 600_00)))
        )
    employe = Employeur(
        activite="A",
        debut=embauche(hasard, enveloppe, debut),
        attestations=(attestation,),
        contrat=parmi(hasard, enveloppe.contrats_discontinus if par_statut else enveloppe.contrats_continus),
        discontinu=not par_statut,
    )
    return Plan((employe,), chaine.avis)


def fin_du_contrat_pendant_l_arret(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A contract that ends while the stop runs: right and amount do not move, the payee may."""
    plan = arret_simple(hasard, enveloppe)
    fin: date = plus_jours(
        plan.premier_jour, hasard.entier(0, max(0, (plan.dernier_jour - plan.premier_jour).days))
    )
    contrat = parmi(hasard, [c for c in ("cdd", "cdi") if c in enveloppe.contrats] or enveloppe.contrats)
    motif = (
        "fin_de_contrat"
        if contrat == "cdd"
        else parmi(hasard, ("demission", "licenciement", "rupture_conventionnelle"))
    )
    return replace(plan, employeurs=(replace(plan.employeurs[0], fin=fin, contrat=contrat, motif_fin=motif),))
