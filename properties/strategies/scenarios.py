"""Every scenario: those of sickness, each with its weight and what an engine must be able to take, then those of family leaves."""

from properties.strategies import (
    assimilations,
    cachets,
    carences,
    conges,
    controles,
    enchainements,
    envois,
    finitions,
    longs,
    maintiens,
    ordinaires,
    prescriptions,
    reclamations,
    references,
    retraites,
    temps_partiels,
)
from properties.strategies.enveloppe import Enveloppe
from properties.strategies.scenario import Scenario
from properties.strategies.scenario import mensuel as _mensuel
from properties.strategies.scenarios_de_famille import DE_FAMILLE


def _vieux_comptes(e: Enveloppe) -> bool:
    return _durees_libres(e) and e.historique and e.admet("mouvement") and (e.fin - e.debut).days > 800


def _durees_libres(e: Enveloppe) -> bool:
    return _mensuel(e) and e.duree_max_jours >= 200


def _plusieurs_avis(e: Enveloppe) -> bool:
    return _mensuel(e) and (e.avis_par_arret_max > 1 or e.arrets_max > 1)


def _ancien_employeur(e: Enveloppe) -> bool:
    return _mensuel(e) and e.maintien


def _deux_employeurs(e: Enveloppe) -> bool:
    return _mensuel(e) and e.employeurs_max > 1 and not e.salaire_constant


def _embauche_recente(e: Enveloppe) -> bool:
    return _mensuel(e) and e.heures_lues and not e.mois_de_salaire_constant and not e.paies_exigees


def _heures(e: Enveloppe) -> bool:
    return _mensuel(e) and e.heures_lues and not e.salaire_constant


def _mois_incomplets(e: Enveloppe) -> bool:
    return _mensuel(e) and e.absences and not e.salaire_constant


def _au_cachet(e: Enveloppe) -> bool:
    return (
        "mensuelle" in e.periodicites
        and "intermittent" in e.contrats
        and e.discontinu
        and not e.salaire_constant
        and e.lit("attestation_salaire.cachets")
    )


def _conges(e: Enveloppe) -> bool:
    return e.maintien and e.admet("conge_famille")


def _temps_partiel(e: Enveloppe) -> bool:
    return _mensuel(e) and e.temps_partiel


_ENVOI = ("avis_arret.envoye_le", "avis_arret.support")


def _envois_tardifs(e: Enveloppe) -> bool:
    return _durees_libres(e) and e.lit(*_ENVOI) and e.admet("avertissement_envoi_tardif")


DE_MALADIE: tuple[Scenario, ...] = (
    Scenario(ordinaires.arret_simple, 14, _mensuel),
    Scenario(ordinaires.porte_des_heures, 7, lambda e: _mensuel(e) and e.heures_lues),
    Scenario(ordinaires.porte_des_salaires, 7, _mensuel),
    Scenario(ordinaires.jeune_embauche, 3, _embauche_recente),
    Scenario(ordinaires.mois_de_reference_absent, 2, lambda e: _mensuel(e) and not e.paies_exigees),
    Scenario(ordinaires.premier_jour_travaille, 2, lambda e: _mensuel(e) and e.premier_jour_travaille),
    Scenario(ordinaires.fin_du_contrat_pendant_l_arret, 2, _mensuel),
    Scenario(ordinaires.deux_employeurs, 6, _deux_employeurs),
    Scenario(
        ordinaires.paies_a_la_semaine,
        4,
        lambda e: (
            bool(e.contrats_continus) and not {"hebdomadaire", "quatorzaine"}.isdisjoint(e.periodicites)
        ),
    ),
    Scenario(
        ordinaires.profession_discontinue,
        5,
        lambda e: (
            "mensuelle" in e.periodicites
            and e.heures_lues
            and not e.salaire_constant
            and e.discontinu
            and bool(e.contrats_discontinus)
        ),
    ),
    Scenario(enchainements.prolongations, 10, _plusieurs_avis),
    Scenario(enchainements.plusieurs_arrets, 5, lambda e: _mensuel(e) and e.arrets_max > 1),
    Scenario(enchainements.reprise_anticipee, 3, lambda e: _mensuel(e) and e.admet("reprise")),
    Scenario(longs.plus_de_six_mois, 8, lambda e: _mensuel(e) and e.duree_max_jours >= 240),
    Scenario(longs.pres_de_360, 6, lambda e: _mensuel(e) and e.admet("reprise_historique")),
    Scenario(longs.jusqu_au_360e, 1, lambda e: _mensuel(e) and e.duree_max_jours >= 400),
    Scenario(longs.ald_et_rechutes, 8, lambda e: _mensuel(e) and e.ald and e.admet("ald")),
    Scenario(longs.ald_heritee, 4, lambda e: _mensuel(e) and e.ald and e.admet("ald", "reprise_historique")),
    Scenario(
        longs.trois_ans_d_ald,
        1,
        lambda e: _mensuel(e) and e.ald and e.admet("ald") and e.duree_max_jours >= 1200,
    ),
    Scenario(maintiens.droits_maintenus, 7, lambda e: _ancien_employeur(e) and e.admet("chomage")),
    Scenario(
        maintiens.reprise_trop_courte,
        4,
        lambda e: _ancien_employeur(e) and _embauche_recente(e) and e.employeurs_max > 1,
    ),
    Scenario(maintiens.deux_contrats_de_suite, 2, lambda e: _embauche_recente(e) and _deux_employeurs(e)),
    Scenario(
        carences.deces_d_un_enfant,
        4,
        lambda e: _mensuel(e) and e.exceptions_carence and e.admet("deces_enfant"),
    ),
    Scenario(carences.interruption_de_grossesse, 2, lambda e: _mensuel(e) and e.exceptions_carence),
    Scenario(carences.acte_de_terrorisme, 1, lambda e: _mensuel(e) and e.acte_terrorisme),
    Scenario(finitions.subrogation, 6, lambda e: _mensuel(e) and e.subrogation),
    Scenario(assimilations.periodes_assimilees, 5, lambda e: _heures(e) and e.admet("periode_assimilee")),
    Scenario(assimilations.droits_par_un_arret_anterieur, 2, lambda e: _heures(e) and e.arrets_max > 1),
    Scenario(references.mois_entame_par_une_absence, 4, _mois_incomplets),
    Scenario(references.mois_sans_travail, 3, _mois_incomplets),
    Scenario(references.embauche_dans_un_mois, 3, lambda e: _mois_incomplets(e) and _embauche_recente(e)),
    Scenario(
        references.deux_contrats_le_meme_mois,
        2,
        lambda e: _mois_incomplets(e) and _embauche_recente(e) and _deux_employeurs(e),
    ),
    Scenario(
        references.paie_versee_tard, 2, lambda e: _mensuel(e) and e.lit("attestation_salaire.versee_le")
    ),
    Scenario(cachets.intermittent_au_cachet, 2, _au_cachet),
    Scenario(conges.conge_de_famille, 4, lambda e: _mois_incomplets(e) and _conges(e)),
    Scenario(
        conges.second_arret_apres_un_conge,
        1,
        lambda e: _mois_incomplets(e) and _conges(e) and e.arrets_max > 1,
    ),
    Scenario(temps_partiels.temps_partiel, 8, _temps_partiel),
    Scenario(
        temps_partiels.temps_partiel_chez_deux_employeurs,
        3,
        lambda e: _temps_partiel(e) and _deux_employeurs(e),
    ),
    Scenario(
        temps_partiels.temps_partiel_apres_les_360,
        2,
        lambda e: _temps_partiel(e) and e.admet("reprise_historique") and e.duree_max_jours >= 60,
    ),
    Scenario(
        temps_partiels.temps_partiel_de_la_quatrieme_annee,
        2,
        lambda e: (
            _temps_partiel(e) and e.ald and e.admet("ald", "reprise_historique") and e.duree_max_jours >= 60
        ),
    ),
    Scenario(
        temps_partiels.un_an_de_temps_partiel,
        1,
        lambda e: _temps_partiel(e) and e.duree_max_jours >= 800 and e.avis_par_arret_max > 1,
    ),
    Scenario(envois.envoi_tardif, 5, _envois_tardifs),
    Scenario(envois.prolongation_envoyee_tard, 2, lambda e: _envois_tardifs(e) and e.avis_par_arret_max > 1),
    Scenario(envois.envoi_apres_la_fin, 3, lambda e: _durees_libres(e) and e.lit(*_ENVOI)),
    Scenario(envois.papier_non_securise, 1, lambda e: _durees_libres(e) and e.lit(*_ENVOI)),
    Scenario(
        prescriptions.teleconsultation,
        3,
        lambda e: _durees_libres(e) and e.lit("avis_arret.teleconsultation"),
    ),
    Scenario(
        prescriptions.prescription_longue,
        2,
        lambda e: _durees_libres(e) and e.lit("avis_arret.justification_duree"),
    ),
    Scenario(
        prescriptions.ivg_par_une_sage_femme, 1, lambda e: _durees_libres(e) and e.lit("avis_arret.ivg")
    ),
    Scenario(
        prescriptions.cure_thermale, 1, lambda e: _durees_libres(e) and e.lit("avis_arret.cure_thermale")
    ),
    Scenario(prescriptions.detention, 1, lambda e: _durees_libres(e) and e.admet("detention")),
    Scenario(controles.avis_medical_defavorable, 3, lambda e: _durees_libres(e) and e.admet("avis_medical")),
    Scenario(controles.manquement, 3, lambda e: _durees_libres(e) and e.admet("manquement")),
    Scenario(retraites.retraite_au_travail, 3, lambda e: _durees_libres(e) and e.admet("pension")),
    Scenario(retraites.retraite_progressive, 1, lambda e: _durees_libres(e) and e.admet("pension")),
    Scenario(
        retraites.pension_militaire,
        1,
        lambda e: _durees_libres(e) and e.lit("avis_arret.pension_militaire") and e.arrets_max > 1,
    ),
    Scenario(reclamations.reclamation_tardive, 2, lambda e: _vieux_comptes(e) and e.admet("reclamation")),
    Scenario(reclamations.indu_ancien, 2, lambda e: _vieux_comptes(e) and e.admet("notification_indu")),
)
"""Every scenario of sickness, the plain stop first."""

SCENARIOS = (*DE_MALADIE, *DE_FAMILLE)
"""Every scenario, sickness first."""
