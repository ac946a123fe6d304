"""Paternity leave, part by part, and the rest of a mother who died (L331-8, L331-6).

This module decides nothing of its own: it brings documents to the rules of ``famille``, in order.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from oracle.calendrier import jours, nb_jours, suites
from oracle.conges.absences import jours_de_conge, regime, reprise_du_conge, trop_court
from oracle.conges.fenetre import fenetre_legale, naissance_de, ouvre_la_maternite
from oracle.conges.modele import Conditions, JourDeConge, Plan
from oracle.decompte import Motif
from oracle.dossier.famille import Conge, Grossesse, Naissance
from oracle.faits import Faits
from oracle.famille import deuil, independants, montant, ouverture, paternite
from oracle.loi import Sujet, appliquer, au_sujet_de


def plans_de_paternite(faits: Faits) -> Iterator[Plan]:
    """The parts of the paternity leave of each birth."""
    for grossesse in faits.grossesses:
        conges = [c for c in faits.conges if c.risque == "paternite" and c.grossesse == grossesse.grossesse]
        naissance = naissance_de(faits, grossesse.grossesse)
        if conges:
            with au_sujet_de(Sujet(conges[0].conge, None, {"debut_arret": conges[0].periodes[0].debut})):
                yield from _parts(faits, grossesse, naissance, conges)


def _parts(
    faits: Faits, grossesse: Grossesse, naissance: Naissance | None, conges: Sequence[Conge]
) -> Iterator[Plan]:
    pris = jours_de_conge(conges)
    parts = suites(pris)
    premier = parts[0][0]
    refus = _refus(faits, naissance, parts)
    for debut, fin in parts:
        arret = pris[debut]
        decides = tuple(
            JourDeConge(jour, pris[jour], motif, _ARTICLES.get(motif, ("L331-8",)) if motif else ())
            for jour in jours(debut, fin)
            for motif in (refus.get(jour),)
        )
        payes = [jour.jour for jour in decides if jour.refus is None]
        de_la_part = min(payes, default=debut)
        reference = appliquer(montant.date_de_la_fraction, de_la_part, premier)
        yield Plan(
            risque="paternite",
            regime=regime(faits),
            arrets=(arret, *(nom for nom in dict.fromkeys(pris.values()) if nom != arret)),
            debut=de_la_part,
            salaire_au=reference,
            jours=decides,
            conditions=Conditions(
                references=(reference,),
                affilie_au=appliquer(
                    ouverture.date_d_affiliation_du_pere, premier, grossesse.accouchement_prevu
                ),
                conge_le=premier,
            ),
        )


_ARTICLES: dict[Motif, tuple[str, ...]] = {
    "enfant_non_viable": ("L331-8", "R331-5"),
    "delai_depasse": ("L331-8", "D623-2"),
}


def _refus(
    faits: Faits, naissance: Naissance | None, parts: Sequence[tuple[date, date]]
) -> dict[date, Motif]:
    """Why each refused day is, in the order the law asks."""
    refus: dict[date, Motif] = {}
    tous = [jour for debut, fin in parts for jour in jours(debut, fin)]
    if naissance is None:
        return dict.fromkeys(tous, "hors_periode_de_repos")
    if not appliquer(paternite.pere_d_un_enfant_viable, ouvre_la_maternite(naissance)):
        return dict.fromkeys(tous, "enfant_non_viable")
    independant = regime(faits) == "independant"
    debut, fin = parts[0]
    obligatoires = independants.JOURS_OBLIGATOIRES_DU_PERE if independant else paternite.JOURS_OBLIGATOIRES
    pris_a_temps = appliquer(
        independants.jours_obligatoires_du_pere if independant else paternite.jours_obligatoires_pris,
        nb_jours(debut, fin),
        (debut - naissance.date).days,
    )
    if debut < naissance.date or not pris_a_temps:
        return dict.fromkeys(tous, "fractionnement_irregulier")
    sortie = _sortie(naissance)
    prolonges = appliquer(paternite.jours_d_hospitalisation, debut, sortie) if sortie else 0
    prolonges = min(prolonges, nb_jours(debut, fin) - obligatoires)
    maximum = appliquer(paternite.duree, len(naissance.enfants)) + prolonges
    encore_hospitalise = sortie == date.max
    fin_du_delai = (
        date.max if encore_hospitalise else appliquer(paternite.fin_du_delai, naissance.date, sortie)
    )
    rang_de_part = rang = 0
    for premier, dernier in parts:
        de_la_part = list(jours(premier, dernier))
        libres = de_la_part[obligatoires + prolonges :] if premier == debut else de_la_part
        admise = True
        if libres:
            rang_de_part += 1
            admise = appliquer(
                independants.part_du_pere if independant else paternite.part_admise,
                rang_de_part,
                len(libres),
            )
        for jour in de_la_part:
            if jour in libres and not admise:
                refus[jour] = "fractionnement_irregulier"
                continue
            if not appliquer(paternite.dans_le_delai, premier, jour, fin_du_delai):
                refus[jour] = "delai_depasse"
                continue
            rang += 1
            if not appliquer(paternite.dans_la_duree, rang, maximum):
                refus[jour] = "duree_maximale_du_conge"
    return refus


def _sortie(naissance: Naissance) -> date | None:
    """The day a newborn leaves a specialised unit entered at once after the birth."""
    sorties = [
        sejour.fin or date.max
        for enfant in naissance.enfants
        if enfant.ne_vivant
        for sejour in enfant.hospitalisations
        if sejour.unite_specialisee and (sejour.debut - naissance.date).days <= 1
    ]
    return max(sorties, default=None)


def plans_du_survivant(faits: Faits) -> Iterator[Plan]:
    """What a dead mother left of her rest, taken by the other parent (L331-6, L623-4)."""
    for grossesse in faits.grossesses:
        conges = [
            c
            for c in faits.conges
            if c.risque == "maternite_mere_decedee" and c.grossesse == grossesse.grossesse
        ]
        deces = next((d for d in faits.deces_meres if d.grossesse == grossesse.grossesse), None)
        if not conges:
            continue
        pris = jours_de_conge(conges)
        debut = min(pris)
        with au_sujet_de(Sujet(conges[0].conge, None, {"debut_arret": debut})):
            naissance = naissance_de(faits, grossesse.grossesse)
            fenetre = fenetre_legale(grossesse, naissance)
            premier = (
                appliquer(deuil.premier_jour_du_survivant, deces.date, deces.dernier_jour_indemnise_mere)
                if deces
                else date.max
            )
            decides = tuple(
                JourDeConge(jour, nom)
                if appliquer(deuil.jour_du_survivant, jour, premier)
                and fenetre.contient(jour)
                and not _repris(faits, nom, jour)
                else JourDeConge(jour, nom, "hors_periode_de_repos", ("L331-6",))
                for jour, nom in pris.items()
            )
            payes = [jour.jour for jour in decides if jour.refus is None]
            if payes and trop_court("maternite_mere_decedee", len(payes)):
                payes = []
                decides = tuple(
                    JourDeConge(jour.jour, jour.arret, jour.refus or "cessation_insuffisante", ("L331-6",))
                    for jour in decides
                )
            debut = min(payes, default=debut)
            yield Plan(
                risque="maternite_mere_decedee",
                regime=regime(faits),
                arrets=tuple(dict.fromkeys(pris.values())),
                debut=debut,
                salaire_au=debut,
                jours=decides,
                conditions=Conditions((debut,), debut, debut),
                fenetre=fenetre,
            )


def _repris(faits: Faits, conge: str, jour: date) -> bool:
    reprise = reprise_du_conge(faits, conge)
    return reprise is not None and jour >= reprise
