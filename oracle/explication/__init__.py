"""A décompte told in French, day by day, for a case worker and a lawyer.

Everything told comes from the liquidation and its trace: no rule of law is written here a second time.
No technical name is shown: dates, amounts, statuses, reasons and articles are in words. Employers keep the name the
file gives them when there are several.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from oracle.calendrier import en_francais
from oracle.dossier import Dossier, DossierInvalide
from oracle.explication.avis import dire_les_avis, titre
from oracle.explication.cadre import dire_l_horizon, dire_l_objet
from oracle.explication.comptes import dire_les_comptes
from oracle.explication.conges import (
    EtudeDeConge,
    dire_les_conges_sans_jour,
    dire_les_forfaits,
    dire_un_conge,
    etudier_les_conges,
)
from oracle.explication.difference import comparer
from oracle.explication.durees import dire_les_durees
from oracle.explication.ecarts import change_les_centimes
from oracle.explication.etude import Etude, etudier
from oracle.explication.examens import dire_les_examens
from oracle.explication.journees import dire_les_jours
from oracle.explication.langue import relire
from oracle.explication.montant import dire_le_montant
from oracle.explication.ouverture import dire_les_droits
from oracle.explication.personnes import Personnes, personnes_de
from oracle.explication.points_de_droit import AutreLecture, dire_les_points_de_droit
from oracle.explication.subrogations import dire_les_subrogations
from oracle.explication.suspensions import dire_les_controles
from oracle.explication.temps_partiel import dire_le_temps_partiel
from oracle.lectures import LECTURES
from oracle.legislation import ParametreInconnu
from oracle.liquidation import Liquidation, liquider_en_detail
from oracle.perimetre import HorsChamp


def expliquer(dossier: Dossier, au: date | None = None, lectures: Mapping[str, str] | None = None) -> str:
    """Tell what is due at ``au`` (default: the day the last document was received), under chosen readings.

    Readings that would change the cents are told with what they would give: the dossier is decided again under each.
    Raises what ``liquider`` raises.
    """
    liquidation = liquider_en_detail(dossier, au, lectures)
    return raconter(liquidation, autres_lectures(dossier, au, lectures or {}, liquidation))


def autres_lectures(
    dossier: Dossier, au: date | None, lectures: Mapping[str, str], liquidation: Liquidation
) -> tuple[AutreLecture, ...]:
    """The other values of the readings that ``liquidation`` asked for, kept when they change the cents."""
    autres = []
    for nom, suivie in liquidation.trace.lectures.items():
        for valeur in LECTURES[nom].valeurs:
            if valeur == suivie:
                continue
            try:
                autre = liquider_en_detail(dossier, au, {**lectures, nom: valeur})
            except (DossierInvalide, HorsChamp, ParametreInconnu):
                autres.append(AutreLecture(nom, suivie, valeur, None))
                continue
            if change_les_centimes(liquidation, autre):
                autres.append(AutreLecture(nom, suivie, valeur, autre))
    return tuple(autres)


def raconter(liquidation: Liquidation, autres: Sequence[AutreLecture] = ()) -> str:
    """Tell a liquidation; ``autres`` are the readings to set beside it, those of one point together."""
    au, etudes, personnes = liquidation.decompte.au, etudier(liquidation), personnes_de(liquidation)
    if au is None:
        raise ValueError("the liquidation states no date")
    conges = etudier_les_conges(liquidation)
    blocs = [
        [f"Décompte au {en_francais(au)}", dire_l_objet(liquidation)],
        *_dans_l_ordre(etudes, conges, personnes, au, liquidation.trace.lectures),
        dire_les_conges_sans_jour(liquidation, conges),
        _hors_des_avis(etudes, conges, au),
        dire_les_forfaits(liquidation, conges, au),
        dire_les_comptes(liquidation, etudes, personnes, au),
        dire_les_points_de_droit(liquidation, autres, personnes),
        dire_l_horizon(liquidation.trace.au_dela_de_l_horizon),
    ]
    return relire("\n\n".join("\n".join(bloc) for bloc in blocs if bloc))


def _dans_l_ordre(
    etudes: Sequence[Etude],
    conges: Sequence[EtudeDeConge],
    personnes: Personnes,
    au: date,
    lectures: Mapping[str, str],
) -> Iterator[list[str]]:
    """Stops and leaves in order of time, numbered when there are several."""
    episodes: list[tuple[date, Etude | EtudeDeConge]] = [
        *((etude.instruction.interruption.debut, etude) for etude in etudes),
        *((conge.debut, conge) for conge in conges),
    ]
    rang_d_arret = 0
    for rang, (_, episode) in enumerate(sorted(episodes, key=lambda e: e[0]), start=1):
        numero = f"{rang}. " if len(episodes) > 1 else ""
        if isinstance(episode, EtudeDeConge):
            yield from dire_un_conge(episode, numero, personnes, au, lectures)
        else:
            yield from _arret(etudes, rang_d_arret, numero, personnes, au, lectures)
            rang_d_arret += 1


def _arret(
    etudes: Sequence[Etude],
    rang: int,
    numero: str,
    personnes: Personnes,
    au: date,
    lectures: Mapping[str, str],
) -> list[list[str]]:
    """One stop: its notices, what became of them, its rights, its amount, its payees, how long it may last, its days."""
    etude, precedent = etudes[rang], etudes[rang - 1] if rang else None
    blocs = [
        [f"{numero}{titre(etude)}", *dire_les_avis(etude, precedent)],
        dire_les_examens(etude, lectures),
        dire_les_controles(etude),
    ]
    if not etude.instruction.interruption.vide:
        blocs += [
            ["Ouverture des droits", *dire_les_droits(etude, personnes)],
            dire_le_montant(etude, personnes, lectures),
            dire_le_temps_partiel(etude, personnes, lectures),
            dire_les_subrogations(etude, personnes),
            dire_les_durees(etude),
        ]
    return [*blocs, ["Jour par jour", *dire_les_jours(etude, personnes, au)] if etude.journees else []]


def _hors_des_avis(etudes: Sequence[Etude], conges: Sequence[EtudeDeConge], au: date) -> list[str]:
    if not etudes and not conges:
        return [f"Aucun avis d'arrêt n'est connu au {en_francais(au)}."]
    quoi = " et ".join(filter(None, ("avis" if etudes else "", "congé" if conges else "")))
    return [f"Aucun {quoi.replace(' et ', ' ni ')} ne couvre les autres jours : rien n'est dû."]


__all__ = ["AutreLecture", "autres_lectures", "comparer", "expliquer", "raconter"]
