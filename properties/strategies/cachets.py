"""Artists and technicians of show business: work counted in cachets, pay counted over twelve months."""

from datetime import date

from oracle.calendrier import mois_civils_precedents, plus_jours
from properties.strategies.dates import duree_courte, duree_de_plus_de_six_mois, premier_jour
from properties.strategies.employeurs import embauche, un_avis
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.hasard import Hasard, selon
from properties.strategies.plan import Attestation, Employeur, Paie, Plan

_DOUZE_MOIS = 12


def intermittent_au_cachet(hasard: Hasard, enveloppe: Enveloppe) -> Plan:
    """Nine cachets in three months, thirty-six in twelve, or one less or one more; hours too few to open anything."""
    debut = premier_jour(hasard, enveloppe)
    longue = enveloppe.duree_max_jours >= 240 and selon(hasard, (4, False), (1, True))
    duree = duree_de_plus_de_six_mois(hasard, enveloppe, debut) if longue else duree_courte(hasard, enveloppe)
    chaine = un_avis("S1", debut, duree)
    cachets = _cachets(hasard)
    brut_d_un_cachet = hasard.entier(8, 40) * 10_00
    employe = Employeur(
        activite="A",
        debut=embauche(hasard, enveloppe, debut),
        attestations=(Attestation("S1", plus_jours(debut, -1), _paies(debut, cachets, brut_d_un_cachet)),),
        contrat="intermittent",
    )
    return Plan((employe,), chaine.avis)


def _cachets(hasard: Hasard) -> tuple[int, ...]:
    """Cachets of each of the twelve months, oldest first."""
    trois_mois = 9 + selon(hasard, (2, 0), (2, -1), (1, 1))
    if selon(hasard, (2, True), (1, False)):
        return (
            *(hasard.entier(0, 4),) * 9,
            trois_mois - 2 * (trois_mois // 3),
            trois_mois // 3,
            trois_mois // 3,
        )
    sur_douze = 36 + selon(hasard, (2, 0), (2, -1), (1, 1))
    recents = hasard.entier(0, 2)
    avant = sur_douze - 3 * recents
    return (*(avant // 9,) * 8, avant - 8 * (avant // 9), *(recents,) * 3)


def _paies(debut: date, cachets: tuple[int, ...], brut: int) -> tuple[Paie, ...]:
    return tuple(
        Paie(mois.debut, mois.fin, nombre * brut, nombre * 8_00 // 2, {"cachets": nombre})
        for mois, nombre in zip(mois_civils_precedents(debut, _DOUZE_MOIS), cachets, strict=True)
    )
