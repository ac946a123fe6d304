"""The rest of a mother, day by day: legal window, actual cessation, pathological rest, losses.

This module decides nothing of its own: it brings documents to the rules of ``famille``, in order.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from oracle.calendrier import jours
from oracle.conges.absences import (
    jours_d_arret,
    jours_de_conge,
    premiere_absence,
    regime,
    reprise_du_conge,
    suites,
)
from oracle.conges.fenetre import avec_le_reliquat, fenetre_legale, naissance_de, ouvre_la_maternite
from oracle.conges.modele import Conditions, Fenetre, JourDeConge, Plan
from oracle.decompte import Motif
from oracle.dossier.arrets import AvisArret
from oracle.dossier.famille import Grossesse
from oracle.faits import Faits
from oracle.famille import duree, independants, montant, ouverture, pathologie, perte
from oracle.loi import Sujet, appliquer, au_sujet_de


def plans_de_maternite(faits: Faits) -> list[Plan]:
    """The rests of the mother the file is about, and the pathological rests that precede them."""
    arrets = jours_d_arret(faits)
    trouves: list[Plan] = []
    for grossesse in faits.grossesses:
        conges = [c for c in faits.conges if c.risque == "maternite" and c.grossesse == grossesse.grossesse]
        nom = conges[0].conge if conges else None
        with au_sujet_de(Sujet(nom, None, {"debut_arret": grossesse.accouchement_prevu})):
            naissance = naissance_de(faits, grossesse.grossesse)
            fenetre = fenetre_legale(grossesse, naissance, tuple(arrets) if conges else ())
            pathologiques = _jours_pathologiques(faits, grossesse, fenetre, arrets)
            trouves += _plans_pathologiques(faits, fenetre, pathologiques, arrets)
            if conges:
                repos = _Repos(faits, fenetre, jours_de_conge(conges), arrets, pathologiques)
                trouves += repos.plans()
    return trouves


class _Repos:
    """The rest of one pregnancy, under study."""

    def __init__(
        self,
        faits: Faits,
        fenetre: Fenetre,
        conge: Mapping[date, str],
        arrets: Mapping[date, AvisArret],
        pathologiques: Mapping[date, AvisArret],
    ) -> None:
        self.faits, self.conge, self.arrets, self.pathologiques = faits, conge, arrets, pathologiques
        self.repris = {
            jour: nom
            for jour, nom in conge.items()
            if (reprise := reprise_du_conge(faits, nom)) is not None and jour >= reprise
        }
        self.cesses = sorted(({*conge} - {*self.repris}) | {*arrets})
        self.fenetre = avec_le_reliquat(fenetre, self.cesses)
        self.dans_le_repos = [
            jour
            for jour in self.cesses
            if self.fenetre.contient(jour)
            and (jour in conge or appliquer(pathologie.maternite_prevaut, jour, self.fenetre.debut))
        ]

    def plans(self) -> Iterator[Plan]:
        """One plan: the days paid if rights are open, and the days of the leave that are refused."""
        refus = self._refus()
        payables = [] if refus is not None else self.dans_le_repos
        if refus == "enfant_non_viable" and appliquer(perte.jours_anterieurs_acquis):
            payables = [jour for jour in self.dans_le_repos if jour < self.fenetre.accouchement]
        retenus = {jour: JourDeConge(jour, self._arret(jour)) for jour in payables}
        for jour, nom in self.conge.items():
            if jour not in retenus:
                motif: Motif = (
                    "reprise_du_travail"
                    if jour in self.repris
                    else refus
                    if refus is not None and (self.fenetre.contient(jour) or refus == "enfant_non_viable")
                    else "hors_periode_de_repos"
                )
                retenus[jour] = JourDeConge(jour, nom, motif, _ARTICLES[motif])
        debut = min(payables, default=min(retenus))
        absence = premiere_absence(debut, self.arrets)
        salaire_au = appliquer(montant.date_de_l_interruption, debut, absence)
        yield Plan(
            risque="maternite",
            regime=regime(self.faits),
            arrets=self._certificats(absence, avis_d_abord=salaire_au < debut),
            debut=debut,
            salaire_au=salaire_au,
            jours=tuple(retenus[jour] for jour in sorted(retenus)),
            conditions=_conditions(self.fenetre.grossesse, debut, [*self.pathologiques], debut),
            fenetre=self.fenetre,
        )

    def _refus(self) -> Motif | None:
        """What refuses the whole rest."""
        naissance = self.fenetre.naissance
        if naissance is not None and not ouvre_la_maternite(naissance):
            return "enfant_non_viable"
        exigee = appliquer(duree.duree_minimale_exigee, "maternite")
        if exigee and not appliquer(duree.duree_minimale_atteinte, len(self.dans_le_repos)):
            return "cessation_insuffisante"
        if regime(self.faits) == "independant":
            apres = sum(1 for jour in self.dans_le_repos if jour >= self.fenetre.accouchement)
            if not appliquer(independants.six_semaines_apres_la_naissance, apres):
                return "cessation_insuffisante"
        return None

    def _arret(self, jour: date) -> str:
        return self.conge[jour] if jour in self.conge else self.arrets[jour].arret

    def _certificats(self, absence: date, *, avis_d_abord: bool) -> tuple[str, ...]:
        conges = tuple(dict.fromkeys(self.conge.values()))
        avis = tuple(
            dict.fromkeys(
                self.arrets[jour].arret
                for jour in self.arrets
                if absence <= jour <= max(self.fenetre.fin, absence)
            )
        )
        return (*avis, *conges) if avis_d_abord else (*conges, *avis)


_ARTICLES: Mapping[Motif, tuple[str, ...]] = {
    "enfant_non_viable": ("R331-5",),
    "cessation_insuffisante": ("L331-3",),
    "reprise_du_travail": ("L331-3",),
    "hors_periode_de_repos": ("L331-3",),
}


def _jours_pathologiques(
    faits: Faits, grossesse: Grossesse, fenetre: Fenetre, arrets: Mapping[date, AvisArret]
) -> dict[date, AvisArret]:
    """Days of rest for an illness of pregnancy that may be paid as maternity, in order."""
    candidats = [
        (jour, avis)
        for jour, avis in arrets.items()
        if avis.risque == "grossesse_pathologique"
        and jour < min(fenetre.debut, fenetre.accouchement)
        and appliquer(pathologie.repos_prenatal_possible, jour, grossesse.constat_le)
    ]
    if regime(faits) == "independant":
        candidats = [
            (jour, avis)
            for jour, avis in arrets.items()
            if avis.risque in ("grossesse_pathologique", "suites_de_couches")
            and jour >= grossesse.constat_le
            and not fenetre.contient(jour)
        ]
        return _jours_d_une_independante(candidats, fenetre)
    return {
        jour: avis
        for rang, (jour, avis) in enumerate(candidats, start=1)
        if appliquer(pathologie.repos_pathologique, rang)
    }


def _jours_d_une_independante(
    candidats: list[tuple[date, AvisArret]], fenetre: Fenetre
) -> dict[date, AvisArret]:
    retenus: dict[date, AvisArret] = {}
    for jour, avis in candidats:
        apres = sum(1 for connu in retenus if connu >= fenetre.accouchement)
        rang_apres = apres + 1 if jour >= fenetre.accouchement else 0
        if appliquer(independants.jour_pathologique, len(retenus) + 1, rang_apres):
            retenus[jour] = avis
    return retenus


def _plans_pathologiques(
    faits: Faits,
    fenetre: Fenetre,
    pathologiques: Mapping[date, AvisArret],
    arrets: Mapping[date, AvisArret],
) -> Iterator[Plan]:
    """Each run of pathological rest has pay and ceiling of its own."""
    grossesse = fenetre.grossesse
    conges = tuple(c.conge for c in faits.conges if c.grossesse == grossesse.grossesse)
    for debut, fin in suites(pathologiques):
        siens = {jour: pathologiques[jour] for jour in jours(debut, fin)}
        absence = premiere_absence(debut, arrets)
        yield Plan(
            risque="maternite",
            regime=regime(faits),
            arrets=tuple(dict.fromkeys([*(avis.arret for avis in siens.values()), *conges])),
            debut=debut,
            salaire_au=appliquer(montant.date_de_l_interruption, debut, absence),
            jours=tuple(JourDeConge(jour, avis.arret) for jour, avis in siens.items()),
            conditions=_conditions(grossesse, debut, [*pathologiques], max(debut, fenetre.debut)),
        )


def _conditions(
    grossesse: Grossesse, debut: date, pathologiques: list[date], repos: date
) -> Conditions:
    """Rights are judged at the start of the rest or nine months before the presumed date, affiliation at that date."""
    prevu = grossesse.accouchement_prevu
    avant = premiere_absence(repos, pathologiques or [])
    return Conditions(
        references=(debut, appliquer(ouverture.debut_du_neuvieme_mois, prevu)),
        affilie_au=prevu,
        conge_le=appliquer(
            ouverture.debut_du_conge_pour_l_affiliation, repos, avant if avant < repos else None
        ),
    )
