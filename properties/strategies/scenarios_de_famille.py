"""Every scenario of family leaves: its weight in the mixture, its family, what an engine must be able to take."""

from properties.strategies import (
    adoptions,
    droits_de_repos,
    histoires_de_famille,
    independants,
    maladies_de_grossesse,
    maternites,
    peres,
)
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.naissances import repos_possible, temps_de_repos
from properties.strategies.scenario import Scenario, mensuel


def _repos(e: Enveloppe) -> bool:
    return mensuel(e) and repos_possible(e, "attestation_salaire")


def _avec_un_arret(e: Enveloppe) -> bool:
    """Sickness beside the rest: an engine that decides both, and reads days absent from a month."""
    return _repos(e) and "maladie" in e.familles and e.admet("avis_arret") and e.absences and _plusieurs(e)


def _plusieurs(e: Enveloppe) -> bool:
    """A leave and illnesses around it: an engine that knows one stop a file is not asked."""
    return e.arrets_max >= _TROIS_ARRETS


_TROIS_ARRETS = 3


def _quinze_mois(e: Enveloppe) -> bool:
    return _repos(e) and e.heures_lues and not e.salaire_constant


def _embauche_recente(e: Enveloppe) -> bool:
    """Fewer months of pay than usual, the first one cut."""
    return _repos(e) and e.absences and not e.mois_de_salaire_constant and not e.paies_exigees


def _adoption(e: Enveloppe) -> bool:
    return mensuel(e) and temps_de_repos(e) and e.admet("adoption", "conge", "attestation_salaire")


def _histoire(e: Enveloppe) -> bool:
    return _repos(e) and e.historique


def _paiement(e: Enveloppe) -> bool:
    return _repos(e) and e.historique and e.admet("mouvement")


def _independant(e: Enveloppe) -> bool:
    return "independant" in e.regimes and repos_possible(e, "affiliation", "revenu_independant")


_MATERNITE = (
    Scenario(maternites.maternite_au_terme, 6, _repos, "maternite"),
    Scenario(maternites.naissance_tardive, 4, _repos, "maternite"),
    Scenario(maternites.naissance_en_avance, 5, _repos, "maternite"),
    Scenario(maternites.famille_nombreuse, 5, _repos, "maternite"),
    Scenario(maternites.report_prenatal, 4, _repos, "maternite"),
    Scenario(maternites.report_annule, 2, _avec_un_arret, "maternite"),
    Scenario(maternites.premature_hospitalise, 3, _repos, "maternite"),
    Scenario(maternites.enfant_encore_hospitalise, 2, _repos, "maternite"),
    Scenario(maternites.enfant_sans_vie, 5, _repos, "maternite"),
    Scenario(maternites.perte_precoce, 3, _avec_un_arret, "maternite"),
    Scenario(maternites.huit_semaines, 5, _repos, "maternite"),
    Scenario(maladies_de_grossesse.repos_pathologique, 5, _avec_un_arret, "maternite"),
    Scenario(maladies_de_grossesse.maladie_avant_le_repos, 4, _avec_un_arret, "maternite"),
    Scenario(maladies_de_grossesse.maladie_apres_le_repos, 6, _avec_un_arret, "maternite"),
    Scenario(droits_de_repos.porte_des_heures_de_repos, 3, _quinze_mois, "maternite"),
    Scenario(droits_de_repos.porte_des_salaires_de_repos, 3, _quinze_mois, "maternite"),
    Scenario(droits_de_repos.affiliation_recente, 3, _embauche_recente, "maternite"),
    Scenario(
        droits_de_repos.malade_sans_droit_au_repos,
        2,
        lambda e: _embauche_recente(e) and _avec_un_arret(e),
        "maternite",
    ),
    Scenario(
        droits_de_repos.paies_a_la_semaine_avant_un_repos,
        2,
        lambda e: (
            repos_possible(e, "attestation_salaire")
            and bool(e.contrats_continus)
            and not {"hebdomadaire", "quatorzaine"}.isdisjoint(e.periodicites)
        ),
        "maternite",
    ),
    Scenario(
        droits_de_repos.deux_employeurs_en_conge,
        3,
        lambda e: _repos(e) and e.employeurs_max > 1 and not e.salaire_constant,
        "maternite",
    ),
    Scenario(
        droits_de_repos.droits_gardes_avant_un_repos, 3, lambda e: _repos(e) and e.maintien, "maternite"
    ),
    Scenario(independants.independante, 4, _independant, "maternite"),
    Scenario(independants.independante_micro, 3, _independant, "maternite"),
    Scenario(independants.huit_semaines_d_une_independante, 3, _independant, "maternite"),
    Scenario(independants.independante_affiliee_depuis_peu, 2, _independant, "maternite"),
    Scenario(
        independants.repos_pathologique_d_une_independante,
        2,
        lambda e: _independant(e) and e.admet("avis_arret") and _plusieurs(e),
        "maternite",
    ),
    Scenario(
        independants.conjointe_collaboratrice,
        2,
        lambda e: _independant(e) and e.admet("remplacement"),
        "maternite",
    ),
    Scenario(histoires_de_famille.conge_prevu_puis_corrige, 4, _histoire, "maternite"),
    Scenario(histoires_de_famille.naissance_dite_deux_fois, 4, _histoire, "maternite"),
    Scenario(histoires_de_famille.prenatal_deja_paye, 4, _paiement, "maternite"),
    Scenario(histoires_de_famille.postnatal_paye_au_terme_prevu, 3, _paiement, "maternite"),
    Scenario(
        histoires_de_famille.maladie_puis_naissance,
        3,
        lambda e: _paiement(e) and _avec_un_arret(e),
        "maternite",
    ),
)

_PATERNITE = (
    Scenario(peres.paternite_entiere, 4, _repos, "paternite"),
    Scenario(peres.paternite_en_parts, 4, _repos, "paternite"),
    Scenario(peres.paternite_irreguliere, 3, _repos, "paternite"),
    Scenario(peres.pere_d_un_enfant_hospitalise, 3, _repos, "paternite"),
    Scenario(peres.pere_d_un_enfant_sans_vie, 2, _repos, "paternite"),
    Scenario(independants.pere_independant, 3, _independant, "paternite"),
)

_ADOPTION = (
    Scenario(adoptions.adoption_entiere, 4, _adoption, "adoption"),
    Scenario(adoptions.adoption_en_parts, 3, _adoption, "adoption"),
    Scenario(adoptions.adoption_partagee, 2, _adoption, "adoption"),
    Scenario(
        adoptions.adoption_a_la_porte,
        2,
        lambda e: _adoption(e) and e.heures_lues and not e.salaire_constant,
        "adoption",
    ),
    Scenario(
        independants.adoptant_independant,
        3,
        lambda e: (
            _adoption(e) and "independant" in e.regimes and e.admet("affiliation", "revenu_independant")
        ),
        "adoption",
    ),
)

_NAISSANCE = (
    Scenario(
        adoptions.conge_supplementaire, 3, lambda e: _repos(e) and e.fin >= adoptions.PAYE_DEPUIS, "naissance"
    ),
    Scenario(
        adoptions.deuil_d_un_enfant,
        3,
        lambda e: (
            mensuel(e) and temps_de_repos(e) and e.admet("conge", "attestation_salaire", "deces_enfant")
        ),
        "naissance",
    ),
    Scenario(
        adoptions.deuil_pendant_un_repos,
        2,
        lambda e: _repos(e) and e.absences and e.admet("deces_enfant"),
        "naissance",
    ),
    Scenario(peres.mere_decedee, 2, lambda e: _repos(e) and e.admet("deces_mere"), "naissance"),
)

DE_FAMILLE: tuple[Scenario, ...] = (*_MATERNITE, *_PATERNITE, *_ADOPTION, *_NAISSANCE)
"""Every scenario of family leaves, the plain rest first."""
