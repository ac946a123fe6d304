"""One document of every type a dossier may hold, all its fields shown, all of them linked into one dossier.

A field shown false, null, 0 or as a list may be left out; so may those named in ``PAR_DEFAUT``.
"""

from copy import deepcopy

from corpus.lecteur import lire_yaml
from tests.aides import Json

PIECES = """
- {id: p1, type: activite, recue_le: 2020-01-05, activite: A, nature: salarie, contrat: cdi, debut: 2020-01-01,
   fin: null, motif_fin: null, periodicite: mensuelle, discontinu: false, particulier_employeur: false,
   abattement_frais_professionnels: false}
- {id: p2, type: activite, recue_le: 2021-03-01, activite: B, nature: independant, statut: artisan,
   statut_chef: null, micro: null, micro_chef: false, option_l613_7: false, option_l613_11: false,
   accessoire_saisonniere: false, debut: 2021-03-01, fin: null}
- {id: p3, type: revenu_independant, recue_le: 2024-06-01, activite: B, annee: 2023, revenu: "30000.00",
   chiffre_affaires: null, arrete_au: null, revenu_chef: null, rsa_prime_activite: false,
   cotisations_dues: "2000.00", cotisations_payees: "2000.00", plan_apurement_respecte: false}
- {id: p4, type: affiliation, recue_le: 2020-01-05, regime: general, debut: 2020-01-01, fin: null}
- {id: p5, type: chomage, recue_le: 2019-06-01, debut: 2019-06-01, fin: null, indemnise: true}
- {id: p6, type: periode_assimilee, recue_le: 2024-06-01, motif: maladie_indemnisee, debut: 2024-01-04,
   fin: 2024-01-20, au_titre_du_maintien: false}
- {id: p6b, type: conge_famille, recue_le: 2022-01-01, nature: conge_parental, debut: 2022-01-01, fin: 2022-06-30}
- {id: p6c, type: detention, recue_le: 2021-01-01, debut: 2021-01-01, fin: null, provisoire: false}
- {id: p7, type: avis_arret, recue_le: 2025-04-04, arret: S1, nature: initial, modalite: complet, risque: maladie,
   prescrit_le: 2025-04-03, envoye_le: 2025-04-03, empechement_envoi: null, support: electronique,
   debut: 2025-04-03, fin: 2025-04-20, prescripteur: medecin_traitant, teleconsultation: false,
   impossibilite_presentiel: false, justification_duree: false, premier_jour_travaille: false, affection: null,
   ald: null, accident: null, exception_carence: null, acte_terrorisme: false, activites: [A, B],
   prescripteur_initial: false, impossibilite_prescripteur: false, cure_thermale: null, pension_militaire: false,
   ivg: false}
- {id: p7b, type: avertissement_envoi_tardif, recue_le: 2025-01-10, arret: S0, prescrit_le: 2025-01-02,
   notifie_le: 2025-01-10}
- {id: p7c, type: decision_envoi_apres_fin, recue_le: 2025-05-02, arret: S1, decision: refus}
- {id: p8, type: ald, recue_le: 2025-04-10, ald: L1, reconnue_le: 2025-04-10, debut: 2025-04-03}
- {id: p9, type: deces_enfant, recue_le: 2025-03-05, date: 2025-03-01, age: 12}
- {id: p10, type: grossesse, recue_le: 2024-11-15, grossesse: G1, constat_le: 2024-11-10,
   debut_grossesse: 2024-09-15, accouchement_prevu: 2025-06-15, enfants_attendus: 1, enfants_a_charge: 0,
   enfants_nes_viables: 0, exposition_des: false, report_jours: 0, report_prescrit_le: null, avance_jours: 0}
- {id: p11, type: naissance, recue_le: 2025-02-25, grossesse: G1, date: 2025-02-23,
   enfants: [{ne_vivant: false, semaines_amenorrhee: 25, jours_amenorrhee: 0, poids_g: 780,
     hospitalisations: [{debut: 2025-02-23, fin: 2025-03-30, unite_specialisee: true}], deces_le: null}]}
- {id: p11b, type: deces_mere, recue_le: 2025-03-10, grossesse: G1, date: 2025-03-08,
   dernier_jour_indemnise_mere: 2025-03-07}
- {id: p12, type: adoption, recue_le: 2025-05-02, adoption: D1, arrivee: 2025-05-01, enfants: 1,
   enfants_a_charge_apres: 1, partage: false, jours_autre_parent: 0}
- {id: p13, type: conge, recue_le: 2025-03-10, conge: C1, risque: paternite, grossesse: G1, adoption: null,
   periodes: [{debut: 2025-02-26, fin: 2025-03-22}]}
- {id: p13b, type: remplacement, recue_le: 2025-05-02, activite: B, debut: 2025-04-03, fin: 2025-04-20,
   cout: "900.00"}
- {id: p14, type: accident, recue_le: 2025-02-02, accident: X1, nature: travail, date: 2025-02-01,
   rechute_de: null, activite: A, dossier_complet_le: 2025-02-02, investigations_engagees_le: null,
   crrmp_saisi_le: null, faute_intentionnelle: false, demande_le: null, information_lien_le: null,
   tableau_en_vigueur_le: null, travail_dissimule_constate_le: null, beneficiaire: null}
- {id: p14b, type: decision_temps_partiel, recue_le: 2025-05-02, accident: X1, accord: true, maintien: total,
   debut: 2025-05-01, fin: 2025-05-31}
- {id: p14c, type: revision_salaire, recue_le: 2025-06-02, accident: X1, salaire_journalier: "66.00",
   demandee_le: 2025-06-01, effet: 2025-05-02}
- {id: p15, type: decision_accident, recue_le: 2025-03-02, accident: X1, decision: reconnu, notifiee_le: 2025-03-02}
- {id: p16, type: consolidation, recue_le: 2025-07-01, accident: X1, date: 2025-06-30, guerison: false}
- {id: p17, type: rente, recue_le: 2025-07-02, accident: X1, montant_mensuel: "250.00", debut: 2025-07-01}
- {id: p17b, type: allocation_changement_emploi, recue_le: 2025-07-02, accident: X1, montant: "800.00",
   debut: 2025-07-01, fin: 2025-12-31}
- {id: p18, type: inaptitude, recue_le: 2025-07-05, accident: X1, activite: A, avis_le: 2025-07-03,
   demande_le: 2025-07-04, issue_le: null, remuneration: false, jours_remuneres: []}
- {id: p18b, type: assurance_volontaire_atmp, recue_le: 2022-01-01, activite: B, debut: 2022-01-01, fin: null,
   salaire_annuel: "30000.00"}
- {id: p19, type: avis_medical, recue_le: 2025-04-12, arret: S1, favorable: false, effet: 2025-04-12,
   notifie_le: null}
- {id: p19b, type: manquement, recue_le: 2025-04-14, arret: S1, nature: activite_non_autorisee, volontaire: true,
   debut: 2025-04-10, fin: null}
- {id: p20, type: reprise, recue_le: 2025-04-18, arret: S1, date: 2025-04-18}
- {id: p20b, type: reeducation, recue_le: 2025-04-10, arret: S1, nature: essai_encadre, debut: 2025-04-10,
   fin: 2025-04-12}
- {id: p21, type: pension, recue_le: 2025-01-01, nature: vieillesse, debut: 2025-01-01, age_legal_le: 2024-12-01,
   progressive: false, regime: null}
- {id: p22, type: deces, recue_le: 2025-12-05, date: 2025-12-01}
- {id: p23, type: attestation_salaire, recue_le: 2025-04-08, arret: S1, activite: A,
   dernier_jour_travaille: 2025-04-02,
   paies: [{debut: 2025-01-01, fin: 2025-01-31, brut: "2000.00", heures: "151.67", cachets: null,
     versee_le: 2025-01-31, absences: [{debut: 2025-01-06, fin: 2025-01-07, motif: greve, jours: 2}],
     salaire_retabli: null}],
   heures_90_jours: null, heures_365_jours: null, risque: null,
   accessoires: [{nature: prime, montant: "2400.00", versee_le: 2025-01-31,
     periode: {debut: 2024-01-01, fin: 2024-12-31}}],
   subrogations: [{debut: 2025-04-03, fin: 2025-04-12, salaire_maintenu: total, deduction_ij: false,
     fondement: convention, clause_deduction: true, avantages_nature: null}]}
- {id: p24, type: attestation_temps_partiel, recue_le: 2025-06-02, arret: S1, activite: A, debut: 2025-05-01,
   fin: 2025-05-31, salaire_retabli: "2000.00", salaire_percu: "1200.00"}
- {id: p25, type: mouvement, recue_le: 2025-04-15, date: 2025-04-15, destinataire: assure, nature: paiement,
   montant: "230.16", lignes: [{debut: 2025-04-06, fin: 2025-04-12, arret: S1, risque: maladie, regime: general,
     montant_journalier: "32.88"}]}
- {id: p25b, type: notification_indu, recue_le: 2025-05-10, indu: I1, destinataire: assure, montant: null,
   paiements: [p25], envoyee_le: 2025-05-02, notifiee_le: 2025-05-05, mode: lrar, fraude: false}
- {id: p25c, type: reclamation, recue_le: 2025-05-12, arret: S1, date: 2025-05-12}
- {id: p25d, type: demande_rectification, recue_le: 2025-05-15, indu: I1, date: 2025-05-15, reponse: null,
   reponse_le: null}
- {id: p26, type: reprise_historique, recue_le: 2025-01-01,
   lignes: [{debut: 2024-02-01, fin: 2024-02-10, risque: maladie, ald: null, accident: null}],
   carences_servies: [S0], compteurs: {jour_atmp: {X0: 10}}, indus_ouverts: [], acomptes_non_imputes: [],
   avertissements: [], bases_gelees: [{arret: S0, regime: general, base_journaliere: "65.7534"}]}
"""

PAR_DEFAUT = frozenset({"modalite", "support", "prescripteur"})
"""Texts that may be left out: complete stop, electronic notice, by the treating doctor."""


_LUES: list[Json] = lire_yaml(PIECES)


def exemples() -> list[Json]:
    """Every document, fresh."""
    return deepcopy(_LUES)
