"""What a day of a work accident is paid, at each rate: daily wage, ceiling, net gain, floor of the first stop (L433-2).

This module decides nothing of its own: it brings pays and dates to the rules of ``atmp``, in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from oracle.anciens_droits import activites_au
from oracle.atmp import montant, salaire
from oracle.calendrier import plus_jours, plus_mois
from oracle.dossier.activites import Activite
from oracle.faits import Faits
from oracle.loi import appliquer, parametre
from oracle.releves import Releve, relever
from oracle.sinistres.arrets import ArretDeSinistre
from oracle.sinistres.paies import PaiesDUnEmployeur, Reference, paies_de

PLAFOND = "plafond_mensuel_securite_sociale"
MOIS_DE_L_ANNEE = 12
MOIS_AVANT_REVISION = 3


@dataclass(frozen=True)
class Taux:
    """The daily benefit of a wage at each rate, cents."""

    premier: int
    second: int


@dataclass(frozen=True)
class Calcul:
    """How the daily benefit is formed. ``base``, ``taux`` null while a document is missing; amounts in cents, exact.

    ``base``: the daily wage, or the base the law guarantees; ``gain_net``: null where it bounds nothing; ``brut``: the
    benefit before the floor of the first stop; ``revision``: first day of a revised wage, and its benefit.
    """

    releve: Releve
    employeurs: tuple[PaiesDUnEmployeur, ...]
    salaire: Fraction | None
    base: Fraction | None
    plafond: Fraction
    date_plafond: date
    gain_net: Fraction | None
    brut: Taux | None
    taux: Taux | None
    revision: tuple[date, Taux] | None = None
    manques: tuple[str, ...] = ()

    def montant(self, jour: date, *, second_taux: bool) -> int:
        """The full benefit of a day."""
        taux = self.taux or Taux(0, 0)
        if self.revision is not None and jour >= self.revision[0]:
            taux = self.revision[1]
        return taux.second if second_taux else taux.premier


@dataclass(frozen=True)
class Plancher:
    """What a new stop may not be paid less than: the benefit of the first one, and whether it reached the second rate."""

    taux: Taux
    second_servi: bool


def calculer(
    faits: Faits,
    arret: ArretDeSinistre,
    anterieurs: tuple[date, ...],
    plancher: Plancher | None,
    seul_employeur: str | None = None,
) -> Calcul:
    """The daily benefit of a stop; ``seul_employeur``: reckoned on one job alone; raises ``HorsChamp``."""
    jour_de_l_arret = appliquer(salaire.date_de_l_arret, arret.dernier_jour_travaille, arret.premier_jour)
    emplois, lu_au = _emplois(faits, arret, jour_de_l_arret, seul_employeur)
    releve = relever(
        faits, arret.interruption.arrets, arret.premier_jour, lu_au, anterieurs, risque="accident"
    )
    reference = Reference(releve, lu_au, arret.premier_jour)
    employeurs = tuple(paies_de(reference, emploi) for emploi in emplois)
    date_plafond = appliquer(montant.date_du_plafond, arret.debut)
    plafond = appliquer(
        montant.plafond_journalier,
        parametre(PLAFOND, date_plafond) * MOIS_DE_L_ANNEE,
        parametre("part_du_plafond_atmp", date_plafond),
    )
    manques = tuple(m for employeur in employeurs for m in employeur.manques)
    if not emplois:
        manques = ("l'emploi qui précède l'arrêt",)
    if manques:
        return Calcul(releve, employeurs, None, None, plafond, date_plafond, None, None, None, None, manques)
    journalier = _salaire_journalier(reference, emplois, employeurs)
    base = _base(arret, emplois, journalier)
    gain_net = _gain_net(arret, emplois, journalier, base)
    brut = _aux_deux_taux(arret, base, plafond, gain_net)
    return Calcul(
        releve=releve,
        employeurs=employeurs,
        salaire=journalier,
        base=base,
        plafond=plafond,
        date_plafond=date_plafond,
        gain_net=gain_net,
        brut=brut,
        taux=_avec_le_plancher(brut, plancher, gain_net),
        revision=_revision(faits, arret, base, plafond, plancher),
    )


def _emplois(
    faits: Faits, arret: ArretDeSinistre, jour: date, seul: str | None
) -> tuple[tuple[Activite, ...], date]:
    """The jobs whose pay counts, and the day before which it is read: those the stop interrupts, otherwise the last held."""
    salaries = [a for a in faits.activites if a.nature == "salarie"]
    presents = [
        a for a in activites_au(faits, jour) or activites_au(faits, arret.premier_jour) if a in salaries
    ]
    if not presents:
        finis = [a for a in salaries if a.fin is not None and a.fin < jour]
        if not finis:
            return (), jour
        dernier = max(finis, key=lambda a: (a.fin, a.activite))
        assert dernier.fin is not None  # noqa: S101  # filtered above; kept for the type checker
        return (dernier,), plus_jours(dernier.fin, 1)
    if seul is not None:
        presents = [a for a in presents if a.activite == seul]
    nommes = {nom for avis in arret.interruption.avis for nom in avis.activites}
    if nommes and not appliquer(salaire.tous_les_emplois):
        presents = [a for a in presents if a.activite in nommes] or presents
    return tuple(presents), jour


def _salaire_journalier(
    reference: Reference, emplois: Sequence[Activite], employeurs: Sequence[PaiesDUnEmployeur]
) -> Fraction:
    """One daily wage: the jobs together, or all the pay of the month when one of them was taken up in it (R433-6 4°)."""
    diviseurs = {employeur.diviseur for employeur in employeurs}
    if len(diviseurs) == 1:
        par = diviseurs.pop()
        total = sum((employeur.total for employeur in employeurs), Fraction(0))
    else:
        par = Fraction(1)
        total = sum((employeur.total / employeur.diviseur for employeur in employeurs), Fraction(0))
    quittes = _emplois_quittes(reference, emplois)
    if quittes:
        percu = sum(e.percu for e in employeurs) + sum(quittes)
        total = appliquer(salaire.salaire_apres_un_changement_d_emploi, total, percu)
    return appliquer(salaire.salaire_journalier, total, par)


def _emplois_quittes(reference: Reference, emplois: Sequence[Activite]) -> list[int]:
    """Pay of the month from jobs left before the stop, as certified."""
    releve = reference.releve
    (mois,) = releve.mois(1)
    noms = {emploi.activite for emploi in emplois}
    return [
        sum(paie.brut for paie in releve.paies_du_mois(autre, mois))
        for autre in releve.presentes(mois)
        if autre.activite not in noms and autre.fin is not None and autre.fin < reference.arret
    ]


def _base(arret: ArretDeSinistre, emplois: Sequence[Activite], journalier: Fraction) -> Fraction:
    """The daily wage, or the base the law gives instead."""
    accident = arret.sinistre.accident
    smic = appliquer(salaire.smic_journalier, parametre("smic_mensuel", arret.sinistre.origine.date))
    if accident.travail_dissimule_constate_le is not None:
        return appliquer(
            salaire.base_du_travail_dissimule,
            parametre("smic_mensuel", accident.travail_dissimule_constate_le),
        )
    if appliquer(salaire.base_forfaitaire, accident.beneficiaire):
        return smic
    if any(appliquer(salaire.base_garantie, e.contrat, accident.beneficiaire) for e in emplois):
        return appliquer(salaire.avec_la_base_garantie, journalier, smic)
    return journalier


def _gain_net(
    arret: ArretDeSinistre, emplois: Sequence[Activite], journalier: Fraction, base: Fraction
) -> Fraction | None:
    part = parametre("part_nette_du_gain_journalier", arret.premier_jour)
    forfaitaire = base != journalier and not any(e.contrat == "apprentissage" for e in emplois)
    if not appliquer(montant.gain_net_limite, forfaitaire):
        return None
    if any(e.contrat == "apprentissage" for e in emplois):
        return appliquer(montant.gain_net_de_l_apprenti, journalier, part)
    return appliquer(montant.gain_journalier_net, base, part)


def _aux_deux_taux(
    arret: ArretDeSinistre, base: Fraction, plafond: Fraction, gain_net: Fraction | None
) -> Taux:
    premier, second = (
        appliquer(
            montant.indemnite_journaliere, base, plafond, parametre(table, arret.premier_jour), gain_net
        )
        for table in ("premier_taux_atmp", "second_taux_atmp")
    )
    return Taux(premier, second)


def _avec_le_plancher(brut: Taux, plancher: Plancher | None, gain_net: Fraction | None) -> Taux:
    if plancher is None:
        return brut
    second = appliquer(
        montant.plancher_du_second_taux, plancher.taux.premier, plancher.taux.second, plancher.second_servi
    )
    return Taux(
        appliquer(montant.avec_le_plancher, brut.premier, plancher.taux.premier, gain_net),
        appliquer(montant.avec_le_plancher, brut.second, second, gain_net),
    )


def _revision(
    faits: Faits, arret: ArretDeSinistre, base: Fraction, plafond: Fraction, plancher: Plancher | None
) -> tuple[date, Taux] | None:
    """The wage revised on the victim's request, from the fourth month on; ceiling and net gain are those of the stop."""
    siennes = [revision for revision in faits.revisions if revision.accident == arret.sinistre.nom]
    if not siennes or not appliquer(salaire.revision_admise):
        return None
    derniere = siennes[-1]
    depuis = appliquer(
        salaire.date_de_revision, plus_mois(arret.premier_jour, MOIS_AVANT_REVISION), derniere.effet
    )
    revise = appliquer(salaire.salaire_revise, base, Fraction(derniere.salaire_journalier))
    part = parametre("part_nette_du_gain_journalier", arret.premier_jour)
    gain_net = appliquer(montant.gain_journalier_net, revise, part)
    return depuis, _avec_le_plancher(_aux_deux_taux(arret, revise, plafond, gain_net), plancher, gain_net)
