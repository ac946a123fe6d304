"""The difference between two files: which documents differ, field by field, and what that changes in the decisions."""

from tests.aides import Json, activite, attestation, avis, dossier, mouvement, paies, subrogation
from tests.comparaisons import (
    AUCUNE_DECISION,
    COMPTES,
    DECISIONS,
    EN_BREF,
    JOURS,
    PIECES,
    SANS_EFFET,
    dossiers,
    sans_regles,
)
from tests.recits import paragraphe

ALD: Json = {"id": "l1", "type": "ald", "recue_le": "2024-09-02", "ald": "L1", "reconnue_le": "2024-09-02"}
SANS_EFFET_DES_PIECES = "– Ce qui diffère dans les pièces est sans effet sur les sommes."


def test_the_two_files_are_named_and_the_date_is_common() -> None:
    texte = dossiers(
        dossier(), dossier(activite(), avis(), attestation(), mouvement("50.00")), noms=("avant", "après")
    )
    assert texte.split("\n\n")[0].splitlines() == [
        "Comparaison de deux dossiers au 15 octobre 2024",
        "– Premier dossier : « avant ».",
        "– Second dossier : « après ».",
        "Indemnités journalières de maladie, régime général. Les montants sont bruts, sauf mention d'un net.",
        "« Au lieu de » renvoie au premier dossier.",
    ]


def test_one_hundredth_of_an_hour_opens_the_rights_and_the_distance_is_told() -> None:
    communes = [
        *paies("2024-03", "600.00", "600.00", "600.00", heures=None),
        *paies("2024-06", "600.00", "600.00", heures="50.00"),
    ]
    court, juste = (
        dossier(activite(), avis(), attestation([*communes, *paies("2024-08", "600.00", heures=heures)]))
        for heures in ("49.99", "50.00")
    )
    texte = dossiers(court, juste)
    assert paragraphe(texte, PIECES) == [
        "– Attestation de salaire de l'employeur :",
        "  · paie d'août 2024, heures : 50,00 h au lieu de 49,99 h.",
    ]
    assert sans_regles(paragraphe(texte, DECISIONS)) == [
        "Arrêt du 2 au 20 septembre 2024",
        "– Dans le premier dossier, les droits ne sont pas ouverts : aucune condition n'est remplie.",
        (
            "– Dans le premier dossier, salaires soumis à cotisation pendant les six mois civils précédents : 3 600,00 € sur "
            "11 824,75 € requis (multiple du SMIC horaire au 1er mars 2024), il manque 8 224,75 €."
        ),
        "– Dans le second dossier, les droits sont ouverts pour les six premiers mois : une seule condition suffit.",
        (
            "– Heures travaillées pendant les trois mois civils précédents : 150,00 h sur 150,00 h requises, condition remplie. "
            "Dans le premier dossier : 149,99 h sur 150,00 h requises, il manque 0,01 h."
        ),
        (
            "– Dans le second dossier, plafond mensuel : 1,8 × 1 766,92 € = 3 180,456 € (SMIC mensuel en vigueur le 31 août 2024 ; "
            "multiple des arrêts commencés le 2 septembre 2024)."
        ),
        "– Dans le second dossier, gain journalier de base : 1 800,00 € ÷ 91,25 ≈ 19,726027 €.",
        "– Dans le second dossier, indemnité journalière, arrondie au centime : 9,86 €.",
        "– Dans le second dossier, délai de carence du 2 au 4 septembre 2024 (3 jours).",
    ]
    assert sans_regles(paragraphe(texte, JOURS)) == [
        "– Du 2 au 4 septembre 2024 (3 jours) : rien dans les deux cas : « délai de carence » au lieu de « droits non ouverts ».",
        "– Du 5 au 20 septembre 2024 (16 jours) : 9,86 € par jour à l'assuré au lieu de rien (droits non ouverts), soit 157,76 € de plus.",
    ]


def test_wages_a_subrogation_and_a_longer_notice_are_told_field_by_field() -> None:
    autre = dossier(
        activite(),
        avis(fin="2024-09-30"),
        attestation(
            paies("2024-06", "2100.00", "2000.00", "4000.00"),
            subrogations=[subrogation("2024-09-02", "2024-09-12")],
        ),
    )
    texte = dossiers(dossier(), autre)
    assert paragraphe(texte, EN_BREF) == [
        "– L'assuré : 191,94 € bruts de plus, soit 179,08 € nets de plus.",
        "– L'employeur : 319,12 € bruts de plus, soit 297,74 € nets de plus.",
    ]
    assert paragraphe(texte, PIECES) == [
        "– Avis initial du 2 au 20 septembre 2024 (19 jours), prescrit le 2 septembre 2024 :",
        "  · fin : le 30 septembre 2024 au lieu du 20 septembre 2024.",
        "– Attestation de salaire de l'employeur :",
        "  · paie de juin 2024, salaire brut : 2 100,00 € au lieu de 2 000,00 € ;",
        "  · paie d'août 2024, salaire brut : 4 000,00 € au lieu de 2 000,00 € ;",
        "  · en plus : subrogation du 2 au 12 septembre 2024, salaire maintenu : la totalité.",
    ]
    assert sans_regles(paragraphe(texte, DECISIONS)) == [
        "Arrêt du 2 au 30 septembre 2024 (dans le premier dossier : du 2 au 20 septembre 2024)",
        "– Salaire de juin 2024 : 2 100,00 €, retenu en entier. Dans le premier dossier : 2 000,00 €, retenu en entier.",
        (
            "– Salaire d'août 2024 : 4 000,00 €, retenu dans la limite du plafond, 3 180,456 €. "
            "Dans le premier dossier : 2 000,00 €, retenu en entier."
        ),
        "– Gain journalier de base : 7 280,456 € ÷ 91,25 ≈ 79,785819 €. Dans le premier dossier : 6 000,00 € ÷ 91,25 ≈ 65,753425 €.",
        "– Indemnité journalière, arrondie au centime : 39,89 €. Dans le premier dossier : 32,88 €.",
        "– Dans le second dossier, l'employeur est subrogé du 2 au 12 septembre 2024 : le salaire est maintenu en entier.",
    ]
    assert sans_regles(paragraphe(texte, JOURS)) == [
        "– Du 5 au 12 septembre 2024 (8 jours) : 39,89 € par jour à l'employeur au lieu de 32,88 € par jour à l'assuré, soit 56,08 € de plus.",
        "– Du 13 au 20 septembre 2024 (8 jours) : 39,89 € par jour au lieu de 32,88 € à l'assuré, soit 56,08 € de plus.",
        (
            "– Du 21 au 30 septembre 2024 (10 jours) : 39,89 € par jour à l'assuré au lieu de rien "
            "(aucun avis d'arrêt ne couvre ces jours), soit 398,90 € de plus."
        ),
    ]


def test_the_multiple_of_the_ceiling_changes_on_1_april_2025() -> None:
    mars, avril = (
        dossier(
            activite(),
            avis(debut, "2025-04-20"),
            attestation(
                paies("2024-12", *["4000.00"] * 4), recue_le="2025-04-05", dernier_jour_travaille="2025-03-30"
            ),
        )
        for debut in ("2025-03-31", "2025-04-01")
    )
    decisions = paragraphe(dossiers(mars, avril, "2025-05-15"), DECISIONS)
    (plafond,) = sans_regles([ligne for ligne in decisions if ligne.startswith("– Plafond")])
    assert plafond == (
        "– Plafond mensuel : 1,4 × 1 801,80 € = 2 522,52 € (SMIC mensuel en vigueur le 31 mars 2025 ; multiple des arrêts "
        "commencés le 1er avril 2025). Dans le premier dossier : 1,8 × 1 801,80 € = 3 243,24 € (SMIC mensuel en vigueur le "
        "28 février 2025 ; multiple des arrêts commencés le 31 mars 2025)."
    )
    assert (
        "– Dans le premier dossier, salaire de décembre 2024 : 4 000,00 €, retenu dans la limite du plafond, 3 243,24 €."
        in decisions
    )
    assert (
        "– Dans le second dossier, salaire de mars 2025 : 4 000,00 €, retenu dans la limite du plafond, 2 522,52 €."
        in decisions
    )


def test_more_hours_than_needed_change_nothing_and_it_is_said() -> None:
    texte = dossiers(
        dossier(),
        dossier(activite(), avis(), attestation(paies("2024-06", *["2000.00"] * 3, heures="160.00"))),
    )
    assert paragraphe(texte, EN_BREF) == [SANS_EFFET, SANS_EFFET_DES_PIECES]
    assert JOURS not in texte
    assert COMPTES not in texte
    assert sans_regles(paragraphe(texte, DECISIONS))[1:] == [
        (
            "– Heures travaillées pendant les trois mois civils précédents : 480,00 h sur 150,00 h requises, condition remplie. "
            "Dans le premier dossier : 455,01 h sur 150,00 h requises, condition remplie."
        )
    ]


def test_a_document_received_too_late_changes_nothing_and_it_is_said() -> None:
    tardive = mouvement("50.00", recue_le="2024-11-01")
    texte = dossiers(dossier(), dossier(activite(), avis(), attestation(), tardive))
    assert paragraphe(texte, EN_BREF) == [SANS_EFFET, SANS_EFFET_DES_PIECES, AUCUNE_DECISION]
    assert paragraphe(texte, PIECES) == [
        "– 1 pièce reçue après la date du décompte diffère aussi ; le décompte n'en tient pas compte."
    ]


def test_a_condition_common_to_two_stops_takes_the_second_waiting_days_away() -> None:
    suites: list[Json] = [
        avis("2024-10-07", "2024-10-13", id="v2", arret="S2"),
        attestation(paies("2024-07", *["2000.00"] * 3), id="t2", arret="S2"),
    ]
    sans = dossier(activite(), avis(), attestation(), *suites)
    avec = dossier(activite(), avis(ald="L1"), attestation(), suites[0] | {"ald": "L1"}, suites[1], ALD)
    texte = dossiers(sans, avec, "2024-10-20")
    assert paragraphe(texte, PIECES) == [
        "– Avis initial du 2 au 20 septembre 2024 (19 jours), prescrit le 2 septembre 2024 :",
        "  · affection de longue durée : oui au lieu de non.",
        "– Avis initial du 7 au 13 octobre 2024 (7 jours), prescrit le 7 octobre 2024 :",
        "  · affection de longue durée : oui au lieu de non.",
        "– Dans le second dossier seulement : reconnaissance d'une affection de longue durée, date de reconnaissance : le 2 septembre 2024.",
    ]
    decisions = sans_regles(paragraphe(texte, DECISIONS))
    second_arret = decisions[decisions.index("Arrêt du 7 au 13 octobre 2024") :]
    assert "– Dans le premier dossier, délai de carence du 7 au 9 octobre 2024 (3 jours)." in second_arret
    assert (
        "– Dans le second dossier, pas de délai de carence : celle du premier arrêt pour cette affection de longue durée "
        "vaut pendant trois ans, jusqu'au 1er septembre 2027."
    ) in second_arret
    assert paragraphe(texte, COMPTES)[1:] == [
        "– Compteur des trois ans, hors affection de longue durée : 0 indemnité au lieu de 20.",
        "– Fin des trois ans de l'affection de longue durée : le 1er septembre 2027 au lieu d'aucune date.",
    ]


def test_a_second_employer_shares_the_day_and_both_are_named() -> None:
    emploi = activite(id="a2", activite="B", debut="2023-01-01")
    certificat = attestation(
        paies("2024-06", *["500.00"] * 3),
        id="t3",
        activite="B",
        subrogations=[subrogation("2024-09-02", "2024-09-20")],
    )
    texte = dossiers(dossier(), dossier(activite(), emploi, avis(), attestation(), certificat))
    assert paragraphe(texte, EN_BREF) == [
        "– L'employeur B : 131,52 € bruts de plus, soit 122,71 € nets de plus."
    ]
    assert paragraphe(texte, PIECES) == [
        (
            "– Dans le second dossier seulement : contrat de travail avec l'employeur B à partir du 1er janvier 2023, contrat : CDI, "
            "rythme de la paie : mensuel."
        ),
        (
            "– Dans le second dossier seulement : attestation de salaire de l'employeur B, 3 paies du 1er juin au 31 août 2024 pour "
            "1 500,00 € bruts, dernier jour travaillé : le 1er septembre 2024, subrogation du 2 au 20 septembre 2024."
        ),
    ]
    assert sans_regles(paragraphe(texte, JOURS)) == [
        (
            "– Du 5 au 20 septembre 2024 (16 jours) : 41,10 € par jour, dont 32,88 € à l'assuré et 8,22 € à l'employeur B "
            "au lieu de 32,88 € par jour à l'assuré, soit 131,52 € de plus."
        )
    ]


def test_twelve_months_of_affiliation_decide_what_follows_the_sixth_month() -> None:
    recent = dossier(
        activite(debut="2024-01-01"),
        avis("2024-09-02", "2025-03-10"),
        attestation(paies("2024-01", *["2000.00"] * 8)),
    )
    ancien = dossier(
        activite(), avis("2024-09-02", "2025-03-10"), attestation(paies("2023-09", *["2000.00"] * 12))
    )
    texte = dossiers(recent, ancien, "2025-03-31")
    assert (
        "– Douze mois d'affiliation : achevés le 31 décembre 2019, avant le 2 septembre 2024, condition remplie. Dans le premier "
        "dossier : ils ne s'achèvent que le 31 décembre 2024 et non avant le 2 septembre 2024, il manque 121 jours."
        in paragraphe(texte, DECISIONS)
    )
    assert not any("aucune n'est déclarée" in ligne for ligne in paragraphe(texte, DECISIONS))
    assert sans_regles(paragraphe(texte, JOURS)) == [
        (
            "– Du 2 au 10 mars 2025 (9 jours) : 32,88 € par jour à l'assuré au lieu de rien "
            "(droits non ouverts au-delà de six mois d'arrêt), soit 295,92 € de plus."
        )
    ]


def test_a_maximum_reached_tells_its_counter() -> None:
    servies: Json = {
        "id": "h",
        "type": "reprise_historique",
        "recue_le": "2024-09-01",
        "lignes": [{"debut": "2023-01-01", "fin": "2023-12-24", "risque": "maladie"}],
    }
    texte = dossiers(dossier(), dossier(activite(), avis(), attestation(), servies))
    assert paragraphe(texte, PIECES) == [
        "– Dans le second dossier seulement : reprise de l'historique d'un ancien logiciel, jours payés du 1er janvier au 24 décembre 2023."
    ]
    assert sans_regles(paragraphe(texte, DECISIONS))[1:] == [
        (
            "– Dans le second dossier, maximum atteint : 360 indemnités ont été servies depuis le 8 septembre 2021, "
            "pour un maximum de 360 sur trois ans."
        )
    ]
    assert sans_regles(paragraphe(texte, JOURS)) == [
        "– Du 7 au 20 septembre 2024 (14 jours) : rien (maximum atteint) au lieu de 32,88 € par jour à l'assuré, soit 460,32 € de moins."
    ]


def test_who_lives_abroad_for_tax_differs_by_the_net_alone() -> None:
    texte = dossiers(dossier(), dossier(residence_fiscale_france=False))
    assert paragraphe(texte, PIECES) == ["– Assuré, domicile fiscal en France : non au lieu de oui."]
    assert paragraphe(texte, EN_BREF) == [
        "– L'assuré : le dû ne change pas ; le net, si : 35,25 € de plus.",
        AUCUNE_DECISION,
    ]


def test_equal_changes_are_told_once_and_the_maximum_that_applies_is_told() -> None:
    sept_cents, huit_cents = (
        [
            {
                "debut": f"2024-06-{rang:02d}",
                "fin": f"2024-06-{rang + 1:02d}",
                "brut": brut,
                "heures": "35.00",
            }
            for rang in range(1, 24, 2)
        ]
        for brut in ("700.00", "800.00")
    )
    hebdomadaire = activite(periodicite="hebdomadaire")
    texte = dossiers(
        dossier(hebdomadaire, avis(), attestation(sept_cents)),
        dossier(hebdomadaire, avis(), attestation(huit_cents)),
    )
    assert paragraphe(texte, PIECES)[1:] == [
        "  · paie du 1er au 2 juin 2024, …, paie du 23 au 24 juin 2024 (12 en tout), salaire brut : 800,00 € au lieu de 700,00 €."
    ]
    assert sans_regles(paragraphe(texte, DECISIONS))[1:4] == [
        (
            "– Paie n° 1 sur 12, …, paie n° 12 sur 12 (12 en tout) : 800,00 €, retenu dans la limite du plafond, ≈ 733,951385 €. "
            "Dans le premier dossier : 700,00 €, retenu en entier."
        ),
        (
            "– Gain journalier de base : ≈ 8 807,416615 € ÷ 84 ≈ 104,850198 €. Dans le premier dossier : "
            "8 400,00 € ÷ 84 = 100,00 €."
        ),
        (
            "– Moitié du gain journalier : ≈ 52,425099 € (maximum d'une journée : ≈ 52,281468 €, qui s'applique). "
            "Dans le premier dossier : 50,00 € (maximum d'une journée : ≈ 52,281468 €, non atteint)."
        ),
    ]


def test_stops_are_told_in_order_of_time_and_a_certificate_says_for_which() -> None:
    ete = avis("2024-07-01", "2024-07-07", id="v0", arret="S0")
    certificat = attestation(
        paies("2024-04", *["2000.00"] * 3), id="t0", arret="S0", dernier_jour_travaille="2024-06-30"
    )
    texte = dossiers(dossier(), dossier(activite(), avis(fin="2024-09-25"), attestation(), ete, certificat))
    assert [ligne for ligne in paragraphe(texte, DECISIONS) if ligne.startswith("Arrêt")] == [
        "Arrêt du 1er au 7 juillet 2024, retenu seulement dans le second dossier",
        "Arrêt du 2 au 25 septembre 2024 (dans le premier dossier : du 2 au 20 septembre 2024)",
    ]
    assert paragraphe(texte, PIECES)[-1].startswith(
        "– Dans le second dossier seulement : attestation de salaire de l'employeur pour l'arrêt du 1er juillet 2024, "
    )


def test_days_refused_for_a_fact_of_their_own_are_decisions_that_change() -> None:
    detention: Json = {"id": "d", "type": "detention", "recue_le": "2024-09-10", "debut": "2024-09-10"}
    texte = dossiers(dossier(), dossier(activite(), avis(), attestation(), detention))
    assert paragraphe(texte, EN_BREF) == [
        "– L'assuré : 361,68 € bruts de moins, soit 337,44 € nets de moins."
    ]
    assert paragraphe(texte, JOURS) == [
        (
            "– Du 10 au 20 septembre 2024 (11 jours) : rien (détention) au lieu de 32,88 € par jour à l'assuré, "
            "soit 361,68 € de moins — art. L. 382-44 du code de la sécurité sociale."
        )
    ]


def test_a_new_job_too_short_is_not_mistaken_for_the_former_one() -> None:
    ancienne = attestation(paies("2024-03", *["2000.00"] * 3), dernier_jour_travaille="2024-05-31")
    reprise = [
        activite(id="a2", activite="B", debut="2024-08-01"),
        attestation(paies("2024-08", "500.00", heures="60.00"), id="t3", activite="B"),
    ]
    texte = dossiers(
        dossier(activite(fin="2024-05-31"), avis(), ancienne),
        dossier(activite(fin="2024-05-31"), avis(), ancienne, *reprise),
    )
    assert paragraphe(texte, EN_BREF) == [SANS_EFFET, SANS_EFFET_DES_PIECES]
    assert paragraphe(texte, DECISIONS)[1:4] == [
        "– Dans le premier dossier, à la date de l'arrêt, aucune activité salariée n'est en cours.",
        "– Dans le second dossier, l'activité en cours n'ouvre par elle-même aucune indemnité.",
        (
            "– Dans le second dossier, heures travaillées pendant les trois mois civils précédents : 60,00 h sur "
            "150,00 h requises, il manque 90,00 h."
        ),
    ]


def test_what_is_decided_of_a_notice_is_told_under_its_name() -> None:
    tardif = avis(envoye_le="2024-09-25", support="papier")
    texte = dossiers(dossier(), dossier(activite(), tardif, attestation()))
    avis_initial = "– Dans le second dossier, avis initial du 2 au 20 septembre 2024 : "
    decisions = paragraphe(texte, DECISIONS)
    assert decisions[1].startswith(
        f"{avis_initial}envoyé le 25 septembre 2024, 5 jours après le dernier jour prescrit"
    )
    assert decisions[2].startswith(f"{avis_initial}la caisse, qui peut refuser l'indemnité")


def test_a_period_whose_total_the_law_fixes_is_one_run_and_not_one_a_cent() -> None:
    suite = avis("2024-09-21", "2024-10-20", id="v2", nature="prolongation", modalite="temps_partiel")
    partiel: Json = {
        "id": "tp",
        "type": "attestation_temps_partiel",
        "recue_le": "2024-10-22",
        "arret": "S1",
        "activite": "A",
        "debut": "2024-09-21",
        "fin": "2024-10-20",
        "salaire_retabli": "2000.00",
        "salaire_percu": "1200.01",
    }
    complet = dossier(activite(), avis(), attestation(), suite | {"modalite": "complet"})
    texte = dossiers(complet, dossier(activite(), avis(), attestation(), suite, partiel), "2024-10-31")
    assert paragraphe(texte, JOURS) == [
        "– Du 21 septembre au 20 octobre 2024 (30 jours) : 799,99 € à l'assuré en tout au lieu de 32,88 € par jour à l'assuré, soit 186,41 € de moins."
    ]
