"""Adoption, the supplementary birth leave and mourning, day by day (L331-7, L331-8-1, L331-9).

This module decides nothing of its own: it brings documents to the rules of ``famille``, in order.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from oracle.anciens_droits import au_travail_le
from oracle.calendrier import jours, nb_jours, plus_jours, suites
from oracle.conges.absences import jours_de_conge, regime, trop_court
from oracle.conges.fenetre import naissance_de, viable
from oracle.conges.modele import Conditions, JourDeConge, Plan
from oracle.decompte import Motif
from oracle.dossier.famille import Adoption, Conge
from oracle.dossier.versements import Risque
from oracle.faits import Faits
from oracle.famille import adoption as droit_de_l_adoption
from oracle.famille import deuil, independants, naissance, ouverture
from oracle.loi import Sujet, appliquer, au_sujet_de, parametre


def plans_d_adoption(faits: Faits) -> Iterator[Plan]:
    """The leave of each adoption."""
    for adoption in faits.adoptions:
        conges = [c for c in faits.conges if c.risque == "adoption" and c.adoption == adoption.adoption]
        if conges:
            with au_sujet_de(Sujet(conges[0].conge, None, {"debut_arret": adoption.arrivee})):
                refus = _refus_d_adoption(faits, adoption, conges)
                yield _plan(
                    faits, "adoption", conges, refus, ("L331-7",), partial(_conditions_d_adoption, adoption)
                )


def _conditions_d_adoption(adoption: Adoption, debut: date) -> Conditions:
    return Conditions(
        references=(adoption.arrivee,),
        affilie_au=appliquer(ouverture.date_d_affiliation_de_l_adoptant, debut, adoption.arrivee),
        conge_le=debut,
        date_a_date=True,
    )


def _refus_d_adoption(faits: Faits, adoption: Adoption, conges: Sequence[Conge]) -> dict[date, Motif]:
    droit = droit_de_l_adoption
    independant = regime(faits) == "independant"
    entiere = appliquer(droit.duree, adoption.enfants, adoption.enfants_a_charge_apres)
    if independant:
        entiere = appliquer(
            independants.duree_d_adoption, adoption.enfants, entiere == droit.TROISIEME_ENFANT
        )
    maximum = appliquer(
        droit.duree_d_un_parent, entiere, adoption.enfants, adoption.partage, adoption.jours_autre_parent
    )
    parts = suites(jours_de_conge(conges))
    delai = bool(parametre("delai_de_l_adoption", adoption.arrivee))
    refus: dict[date, Motif] = {}
    rang = 0
    for rang_de_part, (debut, fin) in enumerate(parts, start=1):
        permis = [
            jour
            for jour in jours(debut, fin)
            if appliquer(
                independants.jour_d_adoption if independant else droit.jour_permis, jour, adoption.arrivee
            )
        ]
        admise = appliquer(droit.part_admise, rang_de_part, nb_jours(debut, fin), len(parts) > 1)
        for jour in jours(debut, fin):
            if jour not in permis:
                refus[jour] = "hors_periode_de_repos"
            elif not admise:
                refus[jour] = "fractionnement_irregulier"
            elif not appliquer(droit.dans_le_delai, jour, adoption.arrivee, delai):
                refus[jour] = "delai_depasse"
            else:
                rang += 1
                if not appliquer(droit.dans_la_duree, rang, maximum):
                    refus[jour] = "duree_maximale_du_conge"
    return refus


def plans_de_naissance(faits: Faits) -> Iterator[Plan]:
    """The supplementary birth leave: each month of it date to date."""
    par_objet: dict[tuple[str | None, str | None], list[Conge]] = {}
    for conge in faits.conges:
        if conge.risque == "naissance_supplementaire":
            par_objet.setdefault((conge.grossesse, conge.adoption), []).append(conge)
    for (grossesse, adoption), conges in par_objet.items():
        debut = min(jours_de_conge(conges))
        with au_sujet_de(Sujet(conges[0].conge, None, {"debut_arret": debut})):
            refus, mois = _mois_de_conge(faits, grossesse, adoption, conges)
            yield _plan(
                faits,
                "naissance_supplementaire",
                conges,
                refus,
                ("L331-8-1",),
                lambda debut: Conditions((debut,), debut, debut),
                mois,
            )


def _mois_de_conge(
    faits: Faits, grossesse: str | None, adoption: str | None, conges: Sequence[Conge]
) -> tuple[dict[date, Motif], dict[date, int]]:
    """Refused days, and which month of the leave each day belongs to."""
    evenement, presumee = _evenement(faits, grossesse, adoption)
    refus: dict[date, Motif] = {}
    mois: dict[date, int] = {}
    rang = 0
    for premier, dernier in suites(jours_de_conge(conges)):
        debut = premier
        while debut <= dernier:
            rang += 1
            fin = min(appliquer(naissance.fin_du_mois_de_conge, debut), dernier)
            motif = _refus_du_mois(evenement, presumee, premier, rang)
            for jour in jours(debut, fin):
                mois[jour] = rang
                if motif is not None:
                    refus[jour] = motif
            debut = plus_jours(fin, 1)
    return refus, mois


def _refus_du_mois(evenement: date | None, presumee: date | None, debut: date, rang: int) -> Motif | None:
    if evenement is None or not appliquer(naissance.enfant_concerne, evenement, presumee):
        return "hors_periode_de_repos"
    if not appliquer(naissance.ouvert_le, debut):
        return "hors_periode_de_repos"
    limite = appliquer(naissance.dernier_jour_pour_commencer, evenement)
    if not appliquer(naissance.dans_le_delai, debut, limite):
        return "delai_depasse"
    return None if appliquer(naissance.mois_admis, rang) else "duree_maximale_du_conge"


def _evenement(faits: Faits, grossesse: str | None, adoption: str | None) -> tuple[date | None, date | None]:
    """The birth or arrival a leave is for, and the presumed date."""
    if adoption is not None:
        return next((a.arrivee for a in faits.adoptions if a.adoption == adoption), None), None
    nee = naissance_de(faits, grossesse or "")
    prevue = next((g.accouchement_prevu for g in faits.grossesses if g.grossesse == grossesse), None)
    return (nee.date if nee else None), prevue


def plans_de_deuil(faits: Faits) -> Iterator[Plan]:
    """The mourning of a child: one leave a death."""
    conges = [c for c in faits.conges if c.risque == "deuil_enfant"]
    if not conges:
        return
    debut = min(jours_de_conge(conges))
    with au_sujet_de(Sujet(conges[0].conge, None, {"debut_arret": debut})):
        refus = _refus_de_deuil(faits, conges, debut)
        yield _plan(
            faits,
            "deuil_enfant",
            conges,
            refus,
            ("L331-9",),
            lambda debut: Conditions((debut,), debut, debut),
        )


def _refus_de_deuil(faits: Faits, conges: Sequence[Conge], debut: date) -> dict[date, Motif]:
    au_travail = regime(faits) == "general" and bool(au_travail_le(faits, debut))
    deces = [jour for jour in _deces(faits) if jour <= debut]
    maximum = appliquer(deuil.duree, au_travail)
    refus: dict[date, Motif] = {}
    rang = 0
    for rang_de_part, (premier, dernier) in enumerate(suites(jours_de_conge(conges)), start=1):
        admise = appliquer(deuil.part_admise, rang_de_part, au_travail)
        for jour in jours(premier, dernier):
            if not deces:
                refus[jour] = "hors_periode_de_repos"
            elif not admise:
                refus[jour] = "fractionnement_irregulier"
            elif not appliquer(deuil.dans_le_delai, jour, max(deces)):
                refus[jour] = "delai_depasse"
            else:
                rang += 1
                if not appliquer(deuil.dans_la_duree, rang, maximum):
                    refus[jour] = "duree_maximale_du_conge"
    return refus


def _deces(faits: Faits) -> list[date]:
    """The deaths that open the leave: of a child or a person in charge under twenty-five, of a viable newborn."""
    connus = [d.date for d in faits.deces_enfants if appliquer(deuil.enfant_pleure, d.age)]
    for nee in faits.naissances:
        for enfant in nee.enfants:
            if enfant.deces_le is not None:
                connus.append(enfant.deces_le)
            elif not enfant.ne_vivant and viable(enfant):
                connus.append(nee.date)
    return connus


def _plan(
    faits: Faits,
    risque: Risque,
    conges: Sequence[Conge],
    refus: dict[date, Motif],
    articles: tuple[str, ...],
    conditions: Callable[[date], Conditions],
    mois: dict[date, int] | None = None,
) -> Plan:
    pris = jours_de_conge(conges)
    payes = [jour for jour in pris if jour not in refus]
    if payes and trop_court(risque, len(payes)):
        refus = refus | dict.fromkeys(payes, "cessation_insuffisante")
        payes = []
    debut = min(payes, default=min(pris))
    return Plan(
        risque=risque,
        regime=regime(faits),
        arrets=tuple(dict.fromkeys(pris.values())),
        debut=debut,
        salaire_au=debut,
        jours=tuple(
            JourDeConge(
                jour, nom, refus.get(jour), articles if jour in refus else (), (mois or {}).get(jour, 1)
            )
            for jour, nom in pris.items()
        ),
        conditions=conditions(debut),
    )
