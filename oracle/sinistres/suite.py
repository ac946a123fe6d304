"""Sickness that goes on when a work accident is healed or consolidated (L371-3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from oracle.atmp import duree
from oracle.calendrier import nb_jours, plus_jours
from oracle.dossier.arrets import AvisArret
from oracle.interruptions import Interruption
from oracle.loi import Sujet, appliquer, au_sujet_de, parametre
from oracle.sinistres.arrets import ArretDeSinistre


@dataclass(frozen=True)
class Suite:
    """A sick leave that takes over from an accident: rights are those of ``accident_le``.

    ``malade_depuis``: the day the illness began, from which its waiting days run; ``sans_carence``: they have passed.
    """

    accident_le: date
    malade_depuis: date
    sans_carence: bool


def suite_d_un_accident(
    interruption: Interruption, entiers: Mapping[str, AvisArret], accidents: Sequence[ArretDeSinistre]
) -> Suite | None:
    """What the accident that ended on the eve gives this stop; nothing when no accident did, or for the lesion itself."""
    veille = plus_jours(interruption.debut, -1)
    for arret in accidents:
        sinistre = arret.sinistre
        finit = bool(arret.interruption.jours) and arret.interruption.jours[-1].jour == veille
        if not finit or sinistre.dernier_jour != veille:
            continue
        premier = interruption.avis[0]
        entier = entiers.get(premier.id, premier)
        autre_maladie = premier.accident != sinistre.nom
        with au_sujet_de(Sujet(premier.arret, None, {"debut_arret": interruption.debut})):
            if not appliquer(duree.droits_a_l_accident, autre_maladie):
                return None
            depuis = max(entier.debut, arret.premier_jour)
            carence = int(parametre("jours_de_carence", interruption.debut))
            ecoulee = appliquer(duree.carence_ecoulee, nb_jours(depuis, veille), carence)
        return Suite(sinistre.origine.date, depuis, ecoulee)
    return None
