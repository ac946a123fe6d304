"""From a pregnancy, its birth and the notices around it to the legal rest (L331-3 to L331-5).

This module decides nothing of its own: it brings documents to the rules of ``famille.duree`` and ``famille.perte``.
"""

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date

from oracle.calendrier import nb_jours, plus_jours
from oracle.conges.modele import Fenetre
from oracle.dossier.famille import Enfant, Grossesse, HospitalisationEnfant, Naissance
from oracle.faits import Faits
from oracle.famille import duree, perte
from oracle.loi import appliquer


def naissance_de(faits: Faits, grossesse: str) -> Naissance | None:
    """The birth of a pregnancy, once known."""
    return next((n for n in faits.naissances if n.grossesse == grossesse), None)


def viable(enfant: Enfant) -> bool:
    """Whether a child counts as viable."""
    age = enfant.semaines_amenorrhee * perte.JOURS_PAR_SEMAINE + enfant.jours_amenorrhee
    return appliquer(perte.viable, age, enfant.poids_g)


def ouvre_la_maternite(naissance: Naissance) -> bool:
    """One of the children at least opens maternity."""
    return any(appliquer(perte.maternite_due, e.ne_vivant, viable(e)) for e in naissance.enfants)


def fenetre_legale(
    grossesse: Grossesse, naissance: Naissance | None, jours_d_arret: Sequence[date] = ()
) -> Fenetre:
    """The legal rest; ``jours_d_arret``: days stopped on prescription, in order, which cancel a postponement."""
    enfants = appliquer(
        duree.enfants_comptes, grossesse.enfants_attendus, len(naissance.enfants) if naissance else 0
    )
    rang_trois = appliquer(duree.troisieme_rang, grossesse.enfants_a_charge, grossesse.enfants_nes_viables)
    legale = appliquer(duree.duree_legale, enfants, rang_trois)
    debut_legal = appliquer(duree.debut_legal, grossesse.accouchement_prevu, legale)
    report = avance = 0
    if grossesse.report_jours:
        report = appliquer(
            duree.report_admis, grossesse.report_jours, grossesse.report_prescrit_le, debut_legal
        )
        report = _report_restant(debut_legal, report, jours_d_arret)
    elif grossesse.avance_jours:
        avance = appliquer(duree.avance_admise, grossesse.avance_jours, enfants, rang_trois)
    prevu = appliquer(duree.debut_prevu, debut_legal, report, avance)
    terme, prevue = (
        (naissance.date if naissance else grossesse.accouchement_prevu),
        grossesse.accouchement_prevu,
    )
    debut = appliquer(duree.debut_du_repos, prevu, terme)
    if appliquer(duree.avant_terme, terme, prevue):
        fin = appliquer(duree.fin_avant_terme, debut, legale.total)
    else:
        fin = appliquer(duree.fin_apres_terme, terme, legale.apres + report - avance)
    supplement = 0
    if naissance is not None and terme < prevue:
        supplement = appliquer(
            duree.supplement_pour_hospitalisation,
            prevue,
            terme,
            debut_legal,
            any(_hospitalise_a_la_naissance(naissance, enfant) for enfant in naissance.enfants),
        )
    return Fenetre(
        grossesse=grossesse,
        naissance=naissance,
        duree=legale,
        debut_legal=debut_legal,
        report=report,
        avance=avance,
        supplement=supplement,
        debut=debut,
        fin=plus_jours(fin, supplement),
    )


def _report_restant(debut_legal: date, report: int, jours_d_arret: Sequence[date]) -> int:
    """A stop during the postponed days cancels what is left of the postponement."""
    premier_reporte = plus_jours(debut_legal, report)
    arret = next((jour for jour in jours_d_arret if debut_legal <= jour < premier_reporte), None)
    return report if arret is None else appliquer(duree.report_annule, debut_legal, arret)


def _hospitalise_a_la_naissance(naissance: Naissance, enfant: Enfant) -> bool:
    lendemain = plus_jours(naissance.date, 1)
    return enfant.ne_vivant and any(s.debut <= lendemain for s in enfant.hospitalisations)


def avec_le_reliquat(fenetre: Fenetre, cesses: Container[date]) -> Fenetre:
    """The rest of a mother who goes back to work while her child is still in hospital, six weeks after the birth.

    ``cesses``: the days she does not work. What was left of the rest on the day she goes back runs from the day the child
    leaves (L331-5 al. 1), once the supplement for an early birth is over (al. 2).
    """
    if fenetre.naissance is None:
        return fenetre
    sixieme = appliquer(duree.fin_de_la_sixieme_semaine, fenetre.naissance.date)
    sejours = [s for s in _sejours(fenetre.naissance) if s.debut <= sixieme]
    if not any(appliquer(duree.encore_hospitalise, sixieme, s.fin) for s in sejours):
        return fenetre
    au_plus_tot = plus_jours(max(sixieme, plus_jours(fenetre.debut, fenetre.supplement - 1)), 1)
    reprise = next(
        (
            jour
            for rang in range(max(0, nb_jours(au_plus_tot, fenetre.fin)))
            if (jour := plus_jours(au_plus_tot, rang)) not in cesses
        ),
        None,
    )
    sorties = [s.fin for s in sejours if s.fin is not None and s.fin >= sixieme]
    if reprise is None or not sorties or max(sorties) <= reprise:
        return fenetre
    sortie, reste = max(sorties), nb_jours(reprise, fenetre.fin)
    fin = appliquer(duree.fin_du_reliquat, sortie, reste, fenetre.fin)
    return replace(fenetre, fin=plus_jours(reprise, -1), reliquat=(sortie, fin))


def _sejours(naissance: Naissance) -> list[HospitalisationEnfant]:
    return [s for enfant in naissance.enfants if enfant.ne_vivant for s in enfant.hospitalisations]
