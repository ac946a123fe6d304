"""Days that stand in for work: illness, maternity, accident, remand, training, and days paid earlier by the same file."""

from dataclasses import replace
from datetime import date

from oracle.calendrier import (
    fin_du_mois_precedent,
    jours,
    mois_civils_precedents,
    nb_jours,
    plus_jours,
    premier_janvier_precedent,
)
from oracle.legislation import tables
from properties.strategies.dates import duree_courte, duree_de_plus_de_six_mois, premier_jour
from properties.strategies.employeurs import Carriere, attester, employeur, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, parmi, selon
from properties.strategies.plan import Attestation, Paie, Piece, Plan
from properties.strategies.salaires import (
    TEMPS_PLEIN,
    au_centieme_pres,
    porte_de_douze_mois,
    porte_de_six_mois,
    repartir,
    un_cent_pres,
)

_MOTIFS = (
    "maladie_indemnisee",
    "atmp",
    "maternite",
    "paternite",
    "carence",
    "droits_epuises",
    "invalidite",
    "rente_66",
    "reeducation",
    "ajpp",
    "conge_formation",
    "detention_provisoire",
)
_HEURES = {"ajpp": 4_00, "conge_formation": 8_00}
_ABSENCES = {"maladie_indemnisee": "maladie", "atmp": "accident", "maternite": "maternite"}
_JOURS_DE_FORMATION_PAR_SEMAINE = 5


def heures_assimilees(motif: str, debut: date, fin: date) -> int:
    """What a period is worth, in hundredths of an hour: what a scenario needs to stand near a threshold.

    An estimate of the generator, never an expected value.
    """
    if motif == "conge_formation":
        semaines: dict[date, int] = {}
        for jour in jours(debut, fin):
            lundi = plus_jours(jour, -jour.weekday())
            semaines[lundi] = min(_JOURS_DE_FORMATION_PAR_SEMAINE, semaines.get(lundi, 0) + 1)
        return _HEURES[motif] * sum(semaines.values())
    return _HEURES.get(motif, 6_00) * nb_jours(debut, fin)


def _periode(motif: str, debut: date, fin: date, *, maintien: bool) -> Piece:
    piece: Piece = {
        "type": "periode_assimilee",
        "recue_le": plus_jours(fin, 8),
        "motif": motif,
        "debut": debut,
        "fin": fin,
    }
    return piece | {"au_titre_du_maintien": True} if maintien else piece


def _absences_declarees(paies: tuple[Paie, ...], motif: str, debut: date, fin: date) -> tuple[Paie, ...]:
    """The pays with the days of a period declared as an absence, where the certificate has a word for it."""
    nom = _ABSENCES.get(motif)
    if nom is None:
        return paies
    declarees = []
    for paie in paies:
        premier, dernier = max(paie.debut, debut), min(paie.fin, fin)
        champs = (
            {"absences": [{"debut": premier, "fin": dernier, "motif": nom}]} if premier <= dernier else {}
        )
        declarees.append(replace(paie, champs=champs))
    return tuple(declarees)


def periodes_assimilees(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Too little work alone, and days that stand in for it: 150 hours, 1 015 SMIC, or 600 hours after six months."""
    debut = premier_jour(hasard, enveloppe)
    longue = enveloppe.duree_max_jours >= 240 and selon(hasard, (5, False), (1, True))
    duree = duree_de_plus_de_six_mois(hasard, enveloppe, debut) if longue else duree_courte(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree)
    motif = parmi(hasard, _MOTIFS)
    porte = "douze_mois" if longue else selon(hasard, (4, "heures"), (2, "90_jours"), (3, "salaires"))
    dernier = selon(
        hasard,
        (3, fin_du_mois_precedent(debut)),
        (2, plus_jours(fin_du_mois_precedent(debut), -hasard.entier(1, 40))),
        (1, plus_jours(debut, -1)),
    )
    nombre = selon(hasard, (3, hasard.entier(1, 24)), (1, 20), (1, hasard.entier(25, 45)))
    premier = plus_jours(dernier, 1 - nombre)
    equivalent = heures_assimilees(motif, premier, dernier)
    suivie, sur_90_jours = _au_bord(hasard, debut, porte, equivalent)
    base = employeur(hasard, enveloppe, suivie, [chaine], mois=12 if longue else 6)
    attestation = replace(base.attestations[0], heures_90_jours=sur_90_jours)
    if enveloppe.absences and selon(hasard, (1, False), (1, True)):
        attestation = replace(
            attestation, paies=_absences_declarees(attestation.paies, motif, premier, dernier)
        )
    plan = Plan((replace(base, attestations=(attestation,)),), chaine.avis)
    if (
        motif == "detention_provisoire"
        and enveloppe.admet("detention")
        and selon(hasard, (1, True), (1, False))
    ):
        remise = {"debut": premier, "fin": min(dernier, plus_jours(debut, -1)), "provisoire": True}
        return plan.avec({"type": "detention", "recue_le": plus_jours(dernier, 3), **remise})
    return plan.avec(_periode(motif, premier, dernier, maintien=selon(hasard, (5, False), (1, True))))


def _au_bord(hasard: Hasard, debut: date, porte: str, equivalent: int) -> tuple[Carriere, int | None]:
    """Pay and hours that reach a threshold, just miss it or just pass it once ``equivalent`` hours are added."""
    bas = (hasard.entier(1, 8) * 100_00,) * 12
    if porte == "salaires":
        mois = mois_civils_precedents(debut, 6)
        smic = tables()["smic_horaire"].valeur_au(premier_janvier_precedent(mois[0].debut))
        somme = un_cent_pres(hasard, porte_de_six_mois(debut) - smic * equivalent / 100)
        return Carriere(debut, (*(somme // 6,) * 5, somme - 5 * (somme // 6)), (None,) * 6), None
    if porte == "douze_mois":
        heures = max(0, au_centieme_pres(hasard, 600_00) - equivalent)
        if selon(hasard, (2, True), (1, False)):
            return Carriere(debut, bas, (*repartir(hasard, max(0, heures - 150_00), 9), *(50_00,) * 3)), None
        somme = un_cent_pres(hasard, porte_de_douze_mois(debut) / 2)
        return Carriere(debut, (somme // 6,) * 12, (*(0,) * 9, *(50_00,) * 3)), None
    manque = max(0, au_centieme_pres(hasard, 150_00) - equivalent)
    if porte == "90_jours":
        return Carriere(debut, bas[:6], (0,) * 6), manque
    return Carriere(debut, bas[:6], (0, 0, 0, *repartir(hasard, manque, 3))), None


def droits_par_un_arret_anterieur(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """A stop whose paid and waiting days are the hours that the next one lacks, or nearly."""
    debut = premier_jour(hasard, enveloppe)
    premier = un_avis("S1", debut, duree_courte(hasard, enveloppe, mini=10))
    suivant = plus_jours(
        premier.avis[0].fin, selon(hasard, (3, hasard.entier(4, 30)), (1, hasard.entier(31, 95)))
    )
    if suivant > enveloppe.fin:
        suivie = Carriere(debut, (1800_00,) * 3, (TEMPS_PLEIN,) * 3)
        return Plan((employeur(hasard, enveloppe, suivie, [premier]),), premier.avis)
    second = un_avis("S2", suivant, duree_courte(hasard, enveloppe))
    mois = mois_civils_precedents(suivant, 3)
    servis = nb_jours(max(debut, mois[0].debut), min(premier.avis[0].fin, mois[-1].fin))
    manque = max(0, au_centieme_pres(hasard, 150_00) - 6_00 * max(0, servis))
    a_l_embauche = Carriere(debut, (1400_00,) * 6, (TEMPS_PLEIN,) * 6)
    au_second = Carriere(
        suivant, (hasard.entier(2, 9) * 100_00,) * 6, (0, 0, 0, *repartir(hasard, manque, 3))
    )
    base = employeur(hasard, enveloppe, a_l_embauche, [premier])
    apres: Attestation = attester(au_second, second, 6)
    return Plan((replace(base, attestations=(*base.attestations, apres)),), (*premier.avis, *second.avis))
