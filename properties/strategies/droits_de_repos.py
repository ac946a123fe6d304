"""Rights and pay of an employee on leave: hours, wages and months of affiliation, weekly pay, two employers, rights kept."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche
from oracle.calendrier import (
    fin_du_mois_precedent,
    mois_civil,
    mois_civils_precedents,
    nb_jours,
    plus_jours,
    plus_mois,
)
from properties.strategies.dates import autour
from properties.strategies.employes import (
    QUINZE_MOIS,
    attester_le_conge,
    bruts_de_repos,
    carriere_de_parent,
    employeur_du_conge,
    mois_entame,
    plafond_de_repos,
)
from properties.strategies.employeurs import Carriere, contrat_ordinaire, embauche, fin_de_mois_avant
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.naissances import Attente, attente, declarer, maternite, premier_jour_de_repos
from properties.strategies.plan import Attestation, Avis, CongePris, Employeur, Paie, Piece, Plan
from properties.strategies.salaires import (
    TEMPS_PLEIN,
    au_centieme_pres,
    paies_rythmees,
    repartir,
    salaires_a_la_porte,
    un_cent_pres,
)

_SIX_MOIS_DEPUIS = date(2023, 8, 21)
_SIX_MOIS = 6
_AVANT_LA_SECONDE = 20
"""Days of the leave after which one certificate has come and a late one has not."""
_JOURS_D_UNE_PAIE = {"quatorzaine": 14, "hebdomadaire": 7}
_MOTIFS = ("licenciement", "fin_de_contrat", "rupture_conventionnelle", "demission")


def _plan(attendue: Attente, conge: CongePris, *employeurs: Employeur) -> Plan:
    return declarer(Plan(employeurs, (), conges=(conge,)), attendue)


def porte_des_heures_de_repos(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Pay too low to open rights, and hours at 150: before the rest, before the ninth month, or over ninety days."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe))
    conge = maternite(attendue)
    ou = selon(hasard, (3, "repos"), (3, "neuvieme_mois"), (2, "90_jours"))
    reference = attendue.commencee if ou == "neuvieme_mois" else conge.debut
    travailles = mois_civils_precedents(reference, 3)
    total = au_centieme_pres(hasard, 150_00)
    par_mois = dict(zip((mois.debut for mois in travailles), repartir(hasard, total, 3), strict=True))
    if ou == "90_jours":
        par_mois = {}
    bas = hasard.entier(2, 11) * 100_00
    base = employeur_du_conge(hasard, enveloppe, conge, Carriere(conge.debut, (bas,), (0,)), mois=QUINZE_MOIS)
    (attestation,) = base.attestations
    paies = tuple(replace(paie, heures=par_mois.get(paie.debut, 0)) for paie in attestation.paies)
    declarees = au_centieme_pres(hasard, 150_00) if ou == "90_jours" else None
    attestation = replace(attestation, paies=paies, heures_90_jours=declarees)
    return _plan(attendue, conge, replace(base, attestations=(attestation,)))


def porte_des_salaires_de_repos(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Hours that open nothing, and pay of six months at 1 015 times the hourly SMIC, before the rest or the ninth month."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe))
    conge = maternite(attendue)
    reference = selon(hasard, (1, conge.debut), (1, attendue.commencee))
    bruts = salaires_a_la_porte(hasard, enveloppe, reference, 6)
    par_mois = dict(zip((m.debut for m in mois_civils_precedents(reference, 6)), bruts, strict=True))
    bas = hasard.entier(0, 3) * 100_00
    suivie = Carriere(conge.debut, (bas,), (selon(hasard, (2, None), (1, 30_00)),))
    base = employeur_du_conge(hasard, enveloppe, conge, suivie, mois=QUINZE_MOIS)
    (attestation,) = base.attestations
    paies = tuple(replace(paie, brut=par_mois.get(paie.debut, bas)) for paie in attestation.paies)
    return _plan(attendue, conge, replace(base, attestations=(replace(attestation, paies=paies),)))


def affiliation_recente(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Hired about six months (ten until August 2023) before the presumed date."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe))
    conge = maternite(attendue)
    mois = selon(hasard, (5, 6 if conge.debut >= _SIX_MOIS_DEPUIS else 10), (1, 10), (1, 6))
    entree = autour(hasard, plus_mois(attendue.prevu, -mois), large=15)
    brut = bruts_de_repos(hasard, enveloppe, conge.debut)[0]
    employe = Employeur(
        "A",
        entree,
        (
            Attestation(
                conge.conge,
                plus_jours(conge.debut, -1),
                _paies_depuis(entree, conge.debut, brut),
                risque=conge.risque,
            ),
        ),
        contrat=contrat_ordinaire(hasard, enveloppe),
    )
    return _plan(attendue, conge, employe)


def malade_sans_droit_au_repos(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Affiliated too late for the rest, not for sickness: an illness of pregnancy in the six weeks before the birth."""
    attendue = attente(
        premier_jour_de_repos(hasard, enveloppe), selon(hasard, (3, 0), (1, hasard.entier(-9, 9)))
    )
    entree = plus_jours(plus_mois(attendue.prevu, -_SIX_MOIS), hasard.entier(2, 20))
    debut = plus_jours(attendue.debut_legal, hasard.entier(0, 12))
    risque = selon(hasard, (3, "grossesse_pathologique"), (1, "maladie"))
    avis = Avis("S1", debut, plus_jours(debut, hasard.entier(4, 20)), champs={"risque": risque})
    conge = maternite(attendue, (plus_jours(avis.fin, 1), attendue.fin))
    brut = bruts_de_repos(hasard, enveloppe, debut)[0]
    paies = _paies_depuis(entree, debut, brut)
    certificats = tuple(
        Attestation(nom, plus_jours(debut, -1), paies, risque=du)
        for nom, du in ((avis.arret, None), (conge.conge, conge.risque))
    )
    employe = Employeur("A", entree, certificats, contrat=contrat_ordinaire(hasard, enveloppe))
    return replace(_plan(attendue, conge, employe), avis=(avis,))


def _paies_depuis(entree: date, avant: date, brut: int) -> tuple[Paie, ...]:
    """One pay a month since the hiring, the first cut in proportion."""
    paies = []
    mois = mois_civil(entree)
    while mois.fin < avant.replace(day=1):
        debut, longueur = max(entree, mois.debut), nb_jours(mois.debut, mois.fin)
        jours = nb_jours(debut, mois.fin)
        paies.append(Paie(debut, mois.fin, brut * jours // longueur, TEMPS_PLEIN * jours // longueur))
        mois = mois_civil(plus_jours(mois.fin, 1))
    return tuple(paies)


def paies_a_la_semaine_avant_un_repos(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Weekly or fortnightly pay, around the ceiling of the week or below it."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe))
    conge = maternite(attendue)
    rythme = parmi(hasard, [p for p in ("hebdomadaire", "quatorzaine") if p in enveloppe.periodicites])
    jours = _JOURS_D_UNE_PAIE[rythme]
    mensuels = bruts_de_repos(hasard, enveloppe, conge.debut)
    plafond = plafond_de_repos(fin_du_mois_precedent(conge.debut))
    semaine = au_plus_proche(plafond * 12 / 52 / 100) * 100
    au_plafond = un_cent_pres(hasard, selon(hasard, (2, Fraction(semaine * jours // 7)), (1, plafond / 2)))
    par_paie = selon(hasard, (3, tuple(brut * 12 * jours // 364 for brut in mensuels)), (2, (au_plafond,)))
    heures = 35_00 * jours // 7 if selon(hasard, (4, True), (1, False)) or not enveloppe.heures_lues else None
    nombre = (98 if heures is not None else 196) // jours
    attestation = Attestation(
        conge.conge,
        plus_jours(conge.debut, -1),
        paies_rythmees(conge.debut, jours, nombre, par_paie, heures),
        risque=conge.risque,
    )
    employe = Employeur(
        "A",
        embauche(hasard, enveloppe, conge.debut),
        (attestation,),
        contrat=contrat_ordinaire(hasard, enveloppe),
        periodicite=rythme,
    )
    return _plan(attendue, conge, employe)


def deux_employeurs_en_conge(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Two employers at once, whose pay adds up under one ceiling; the second certifies late, sometimes."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe))
    conge = maternite(attendue)
    total = bruts_de_repos(hasard, enveloppe, conge.debut)
    part = selon(hasard, (2, 50), (1, 30), (1, hasard.entier(1, 99)))
    chez_a = tuple(brut * part // 100 for brut in total)
    chez_b = tuple(brut - a for brut, a in zip(total, chez_a, strict=True))
    heures = selon(hasard, (3, 80_00), (1, 25_00), (1, 20_00))
    un, autre = (
        employeur_du_conge(
            hasard, enveloppe, conge, Carriere(conge.debut, bruts, (heures,) * 3), activite=nom
        )
        for nom, bruts in (("A", chez_a), ("B", chez_b))
    )
    retard = selon(hasard, (1, 5), (1, hasard.entier(30, 150)))
    (attestation,) = autre.attestations
    plan = _plan(attendue, conge, un, replace(autre, attestations=(replace(attestation, retard=retard),)))
    provisoire = retard > _AVANT_LA_SECONDE and selon(hasard, (1, False), (1, True))
    return replace(plan, au=plus_jours(conge.debut, _AVANT_LA_SECONDE)) if provisoire else plan


def droits_gardes_avant_un_repos(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A contract ended months before the rest; unemployed, paid or not: rights are those of before."""
    attendue = attente(premier_jour_de_repos(hasard, enveloppe))
    conge = maternite(attendue)
    fin = selon(
        hasard,
        (3, fin_de_mois_avant(conge.debut, hasard.entier(2, 10))),
        (2, autour(hasard, plus_jours(plus_mois(conge.debut, -12), -1))),
        (1, fin_de_mois_avant(conge.debut, hasard.entier(12, 20))),
    )
    reference = plus_jours(fin, 1)
    suivie = carriere_de_parent(hasard, enveloppe, reference)
    certificat = attester_le_conge(suivie, conge, reference, QUINZE_MOIS)
    if reference.day > 1:
        entame = mois_entame(certificat.paies[-1], fin.replace(day=1), fin)
        certificat = replace(certificat, paies=(*certificat.paies, entame))
    employe = Employeur(
        activite="A",
        debut=embauche(hasard, enveloppe, reference, mois_au_moins=QUINZE_MOIS),
        fin=fin,
        contrat="cdi" if "cdi" in enveloppe.contrats else parmi(hasard, enveloppe.contrats_continus),
        motif_fin=parmi(hasard, _MOTIFS),
        attestations=(certificat,),
    )
    plan = _plan(attendue, conge, employe)
    if enveloppe.admet("chomage") and selon(hasard, (2, True), (1, False)):
        return plan.avec(_chomage(hasard, fin, conge.debut))
    return plan


def _chomage(hasard: Hasard, fin: date, debut: date) -> Piece:
    inscrit = plus_jours(fin, selon(hasard, (3, 1), (1, hasard.entier(2, 30))))
    piece: Piece = {
        "type": "chomage",
        "recue_le": plus_jours(inscrit, 3),
        "debut": inscrit,
        "indemnise": selon(hasard, (4, True), (1, False)),
    }
    if selon(hasard, (2, True), (1, False)):
        return piece | {"fin": max(inscrit, plus_jours(debut, -1))}
    return piece
