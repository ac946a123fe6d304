"""A stop told in French: its notices, its rights, its amount, its days, each with its dates and its articles."""

from tests.aides import Json, activite, attestation, avis, paies
from tests.recits import CODE, dire, paragraphe

ALD: Json = {"id": "l1", "type": "ald", "recue_le": "2024-09-02", "ald": "L1", "reconnue_le": "2024-09-02"}


def test_a_simple_stop_is_told_from_its_notice_to_its_net() -> None:
    texte = dire()
    assert texte.startswith("Décompte au 15 octobre 2024\n")
    assert (
        "\n\nArrêt du 2 au 20 septembre 2024\n– Avis initial du 2 au 20 septembre 2024 (19 jours), " in texte
    )
    assert "Les droits sont ouverts pour les six premiers mois" in texte
    assert "les trois mois civils précédents : 455,01 h sur 150,00 h requises, condition remplie." in texte
    assert paragraphe(texte, "Jour par jour") == [
        f"– Du 2 au 4 septembre 2024 (3 jours) : délai de carence, rien n'est dû — art. L. 323-1 et R. 323-1 {CODE}.",
        f"– Du 5 au 20 septembre 2024 (16 jours) : 32,88 € par jour à l'assuré, soit 526,08 € — art. L. 323-1, R. 323-4 et R. 323-5 {CODE}.",
    ]
    comptes = paragraphe(texte, "Comptes au 15 octobre 2024")
    assert comptes[0].startswith(
        "– L'assuré : dû 526,08 €, déjà versé 0,00 €, reste à verser 526,08 € — art. "
    )
    assert comptes[1].startswith(
        "– Net à l'assuré : 526,08 € − 32,62 € de CSG − 2,63 € de CRDS = 490,83 € — "
    )


def test_the_amount_is_formed_month_by_month_under_the_ceiling_to_the_rounding() -> None:
    pieces = (activite(), avis(), attestation(paies("2024-06", "2000.00", "4000.00", "2000.00")))
    montant = paragraphe(dire(*pieces), "Montant d'une journée")
    assert montant[0].startswith(
        "– Plafond mensuel : 1,8 × 1 766,92 € = 3 180,456 € (SMIC mensuel en vigueur le 31 août 2024 ;"
    )
    assert montant[1:5] == [
        "Salaires de référence :",
        "– Juin 2024 : 2 000,00 €, retenu en entier.",
        "– Juillet 2024 : 4 000,00 €, retenu dans la limite du plafond, 3 180,456 €.",
        "– Août 2024 : 2 000,00 €, retenu en entier.",
    ]
    assert montant[5].startswith(
        "– Gain journalier de base : 7 180,456 € ÷ 91,25 ≈ 78,689929 € — art. R. 323-4"
    )
    assert (
        montant[6]
        == "– Moitié du gain journalier : ≈ 39,344964 € (maximum d'une journée : ≈ 52,281468 €, non atteint)."
    )
    assert montant[7].startswith(
        "– Indemnité journalière, arrondie au centime : 39,34 € — art. R. 323-5 et R. 323-9"
    )


def test_weekly_pays_are_told_by_rank_and_the_maximum_that_applies_is_said() -> None:
    semaines = [
        {
            "debut": f"2024-06-{debut:02d}",
            "fin": f"2024-06-{debut + 1:02d}",
            "brut": "800.00",
            "heures": "35.00",
        }
        for debut in range(1, 24, 2)
    ]
    texte = dire(activite(periodicite="hebdomadaire"), avis(), attestation(semaines))
    assert (
        "Salaires de référence, de la plus ancienne à la plus récente :\n– Paie n° 1 sur 12 : 800,00 €"
        in texte
    )
    assert "– Plafond d'une paie, au prorata de l'année : ≈ 733,951385 €." in texte
    assert "÷ 84 ≈ 104,850198 €" in texte
    assert "(maximum d'une journée : ≈ 52,281468 €, qui s'applique)." in texte


def test_a_missing_month_leaves_the_days_pending_and_says_which() -> None:
    texte = dire(activite(), avis(), attestation(paies("2024-06", "2000.00", "2000.00")))
    assert "Le montant ne peut pas encore être calculé : il manque la paie d'août 2024." in texte
    assert (
        "– Du 5 au 20 septembre 2024 (16 jours) : en attente, rien n'est décidé et ce n'est pas un refus : "
        f"il manque la paie d'août 2024 — art. R. 323-10 {CODE}." in texte
    )
    assert "– Rien n'est encore dû à personne.\n– Des jours restent en attente" in texte


def test_a_missing_certificate_is_asked_of_the_right_employer() -> None:
    autre = activite(id="a2", activite="B", debut="2023-01-01")
    assert "il manque l'attestation de salaire de l'employeur — art." in dire(activite(), avis())
    courtes = attestation(paies("2024-06", "500.00", "500.00", "500.00", heures="1.00"))
    a_deux = dire(activite(), autre, avis(), courtes)
    assert (
        "il manque l'attestation de salaire de l'employeur B, la paie de mars 2024 (employeur A), " in a_deux
    )


def test_rights_closed_by_one_hundredth_of_an_hour_tell_the_distance() -> None:
    justes = paies("2024-06", "600.00", "600.00", heures="50.00")
    courtes = paies("2024-08", "600.00", heures="49.99")
    anciennes = paies("2024-03", "600.00", "600.00", "600.00", heures=None)
    texte = dire(activite(), avis(), attestation([*anciennes, *justes, *courtes]))
    droits = paragraphe(texte, "Ouverture des droits")
    assert droits[0].startswith(
        "Les droits ne sont pas ouverts : aucune condition n'est remplie — art. L. 313-1"
    )
    assert droits[1:] == [
        "Conditions appréciées au 2 septembre 2024 :",
        "– Heures travaillées pendant les trois mois civils précédents : 149,99 h sur 150,00 h requises, il manque 0,01 h.",
        "– Heures travaillées pendant les 90 jours précédents : aucune n'est déclarée, 150,00 h requises.",
        "– Salaires soumis à cotisation pendant les six mois civils précédents : 3 600,00 € sur 11 824,75 € requis (multiple du SMIC horaire au 1er mars 2024), il manque 8 224,75 €.",
    ]
    assert "(19 jours) : droits non ouverts, rien n'est dû — art. L. 313-1 et R. 313-3" in texte
    assert "Montant d'une journée" not in texte
    assert "– Rien n'est dû à personne." in texte


def test_a_gap_stays_in_the_same_stop_and_its_days_are_not_paid() -> None:
    texte = dire(
        activite(), avis(), avis("2024-09-23", "2024-09-27", id="v2", nature="prolongation"), attestation()
    )
    assert (
        "2 jours la séparent du dernier jour d'arrêt : l'arrêt continue, sans nouvelle carence — art."
        in texte
    )
    assert (
        "– Du 21 au 22 septembre 2024 (2 jours) : aucun avis d'arrêt ne couvre ces jours, rien n'est dû — "
        f"art. L. 321-1 (version du 28 décembre 2023) {CODE}." in texte
    )
    assert "\n1. Arrêt" not in texte


def test_a_single_uncovered_day_is_told_in_the_singular() -> None:
    texte = dire(
        activite(), avis(), avis("2024-09-22", "2024-09-22", id="v2", nature="prolongation"), attestation()
    )
    assert "1 jour la sépare du dernier jour d'arrêt" in texte
    assert "– Le 21 septembre 2024 (1 jour) : aucun avis d'arrêt ne couvre ce jour, rien n'est dû" in texte
    assert "– Le 22 septembre 2024 (1 jour) : 32,88 € à l'assuré — art." in texte


def test_a_gap_paid_by_tolerance_says_so() -> None:
    juin = attestation(paies("2024-03", "2000.00", "2000.00", "2000.00"))
    suite = avis("2024-06-17", "2024-06-20", id="v2", nature="prolongation")
    texte = dire(activite(), avis("2024-06-04", "2024-06-14"), suite, juin)
    assert "l'arrêt continue par tolérance" in texte
    assert "– Du 15 au 16 juin 2024 (2 jours) : 32,88 € par jour à l'assuré" in texte
    assert "Aucun avis ne couvre ces dates, payées par tolérance." in texte
    assert "Lecture suivie : jours payés par tolérance." in texte
    assert "– du 15 au 16 juin 2024 (2 jours) : rien au lieu de 32,88 € par jour à l'assuré ;" in texte


def test_two_legal_stops_are_numbered_and_the_second_says_why() -> None:
    seconde = avis("2024-09-24", "2024-09-30", id="v2", nature="prolongation")
    texte = dire(activite(), avis(), seconde, attestation())
    assert "\n\n1. Arrêt du 2 au 20 septembre 2024\n" in texte
    assert "\n\n2. Arrêt du 24 au 30 septembre 2024\n– Prolongation du 24 au 30 septembre 2024" in texte
    assert "3 jours la séparent du dernier jour d'arrêt : c'est un nouvel arrêt — art." in texte
    assert "– Du 24 au 26 septembre 2024 (3 jours) : délai de carence, rien n'est dû" in texte


def test_a_second_stop_for_a_long_term_condition_has_no_waiting_days() -> None:
    second = avis("2024-10-07", "2024-10-13", id="v2", arret="S2", ald="L1")
    texte = dire(
        activite(),
        avis(ald="L1"),
        second,
        ALD,
        attestation(),
        attestation(paies("2024-07", *["2000.00"] * 3), id="t2", arret="S2"),
    )
    assert "Pas de délai de carence : celle du premier arrêt pour cette affection" in texte
    assert "vaut pendant trois ans, jusqu'au 1er septembre 2027 — art. R. 323-1" in texte
    assert "– Du 7 au 13 octobre 2024 (7 jours) : 32,88 € par jour à l'assuré, soit 230,16 €" in texte
    assert "– Les trois ans de l'affection de longue durée s'achèvent le 1er septembre 2027 — art." in texte
    assert "– Compteur : 0 indemnité hors affection de longue durée" in texte


def test_an_exhausted_maximum_shows_its_counter() -> None:
    servies: Json = {
        "id": "h",
        "type": "reprise_historique",
        "recue_le": "2024-09-01",
        "lignes": [{"debut": "2023-01-01", "fin": "2023-12-24", "risque": "maladie"}],
    }
    texte = dire(activite(), avis(), attestation(), servies)
    assert "– Du 5 au 6 septembre 2024 (2 jours) : 32,88 € par jour à l'assuré, soit 65,76 €" in texte
    assert (
        "– Du 7 au 20 septembre 2024 (14 jours) : maximum atteint, rien n'est dû : 360 indemnités ont été servies "
        "depuis le 8 septembre 2021, pour un maximum de 360 sur trois ans — art. L. 323-1 et R. 323-1"
        in texte
    )


def test_kept_rights_tell_the_former_activity_its_wages_and_the_ceiling_of_the_stop() -> None:
    anciennes = attestation(
        paies("2024-03", "2000.00", "2000.00", "2000.00"), dernier_jour_travaille="2024-05-31"
    )
    texte = dire(activite(fin="2024-05-31"), avis(), anciennes)
    droits = paragraphe(texte, "Ouverture des droits")
    assert droits[0] == "À la date de l'arrêt, aucune activité salariée n'est en cours."
    assert droits[1].startswith(
        "Les droits de l'activité passée sont maintenus jusqu'au 31 mai 2025 : l'arrêt commence le 2 septembre 2024, à temps — "
        "art. L. 161-8, R. 161-3"
    )
    assert "Conditions appréciées au 1er juin 2024, premier jour sans travail effectif :" in droits
    assert (
        "Les salaires sont ceux d'avant la cessation du travail ; le plafond est celui de l'arrêt — art."
        in texte
    )
    assert "(SMIC mensuel en vigueur le 31 août 2024" in texte
    assert "– Mai 2024 : 2 000,00 €" in texte


def test_rights_kept_too_short_a_time_tell_by_how_many_days() -> None:
    texte = dire(activite(fin="2023-08-31"), avis())
    assert (
        "n'étaient maintenus que jusqu'au 31 août 2024 : l'arrêt commence le 2 septembre 2024, 2 jours trop tard"
        in texte
    )
    assert "droits non ouverts, rien n'est dû" in texte


def test_a_short_new_job_falls_back_on_the_former_rights() -> None:
    texte = dire(
        activite(fin="2024-05-31"),
        activite(id="a2", activite="B", debut="2024-08-01"),
        avis(),
        attestation(paies("2024-03", "2000.00", "2000.00", "2000.00"), dernier_jour_travaille="2024-05-31"),
        attestation(paies("2024-08", "500.00", heures="60.00"), id="t3", activite="B"),
    )
    droits = paragraphe(texte, "Ouverture des droits")
    assert droits[0] == "L'activité en cours n'ouvre par elle-même aucune indemnité :"
    assert "60,00 h sur 150,00 h requises, il manque 90,00 h." in droits[1]
    assert "Conditions appréciées au 1er juin 2024, premier jour sans travail effectif :" in droits


def test_paid_unemployment_keeps_rights() -> None:
    chomage: Json = {
        "id": "c",
        "type": "chomage",
        "recue_le": "2022-06-01",
        "debut": "2022-06-01",
        "indemnise": True,
    }
    anciennes = attestation(
        paies("2022-03", "2000.00", "2000.00", "2000.00"), dernier_jour_travaille="2022-05-31"
    )
    texte = dire(activite(fin="2022-05-31"), chomage, avis(), anciennes)
    assert "Le chômage indemnisé en cours maintient les droits de l'activité passée — art." in texte


def test_beyond_six_months_the_missing_days_of_affiliation_close_the_rights() -> None:
    un_an = attestation(paies("2024-01", *["2000.00"] * 8))
    texte = dire(activite(debut="2024-01-01"), avis("2024-09-02", "2025-03-10"), un_an, au="2025-03-31")
    assert (
        "À partir du 2 mars 2025, l'arrêt dépasse six mois et les droits ne sont plus ouverts — art." in texte
    )
    assert (
        "ils ne s'achèvent que le 31 décembre 2024 et non avant le 2 septembre 2024, il manque 121 jours."
        in texte
    )
    assert (
        "– Du 2 au 10 mars 2025 (9 jours) : droits non ouverts au-delà de six mois d'arrêt, rien n'est dû"
        in texte
    )


def test_the_minimum_beyond_six_months_is_told_with_what_the_calculation_gave() -> None:
    petites = attestation(paies("2023-09", *["500.00"] * 12, heures="60.00"))
    texte = dire(activite(), avis("2024-09-02", "2025-03-10"), petites, au="2025-03-31")
    assert (
        "l'arrêt dépasse six mois et les droits restent ouverts : l'affiliation et une autre condition suffisent"
        in texte
    )
    assert "les douze mois civils précédents : 720,00 h sur 600,00 h requises, condition remplie." in texte
    (ligne,) = [
        ligne
        for ligne in texte.splitlines()
        if "(9 jours)" in ligne and ligne.startswith("– Du 2 au 10 mars 2025")
    ]
    assert "art. L. 323-1 et R. 324-3" in ligne
    assert ligne.endswith(
        "Minimum garanti au-delà de six mois d'arrêt, 335,29 € × 12 ÷ 365 d'après la pension d'invalidité minimale en vigueur "
        "depuis le 1er janvier 2025, le calcul donnant 8,22 €."
    )


def test_a_seasonal_worker_has_another_door() -> None:
    saison = attestation(paies("2023-09", *["500.00"] * 12, heures="49.00"))
    texte = dire(activite(contrat="saisonnier"), avis(), saison)
    droits = paragraphe(texte, "Ouverture des droits")
    assert droits[5].startswith(
        "Pour une profession saisonnière ou discontinue, ou un emploi chez un particulier,"
    )
    assert "588,00 h sur 600,00 h requises, il manque 12,00 h." in droits[6]
    assert "(multiple du SMIC horaire au 1er janvier 2023)" in droits[8]
    assert "droits non ouverts, rien n'est dû" in texte


def test_worked_and_resumed_days_are_told() -> None:
    reprise: Json = {
        "id": "r",
        "type": "reprise",
        "recue_le": "2024-09-16",
        "arret": "S1",
        "date": "2024-09-16",
    }
    texte = dire(activite(), avis(premier_jour_travaille=True), attestation(), reprise)
    assert (
        "– Le premier jour prescrit a été travaillé : l'arrêt court du 3 septembre 2024 — art. R. 323-1"
        in texte
    )
    assert [ligne for ligne in texte.splitlines() if "Travail repris" in ligne] == [
        "– Travail repris le 16 septembre 2024, avant la fin prescrite."
    ]
    assert "– Le 2 septembre 2024 (1 jour) : travail effectif avant l'arrêt, rien n'est dû" in texte
    assert (
        f"– Du 16 au 20 septembre 2024 (5 jours) : travail repris, rien n'est dû — art. L. 323-6 (version du 29 décembre 2019) {CODE}."
        in texte
    )


def test_a_new_stop_within_days_given_back_by_a_resumption_keeps_each_day_to_its_stop() -> None:
    reprise: Json = {
        "id": "r",
        "type": "reprise",
        "recue_le": "2024-09-10",
        "arret": "S1",
        "date": "2024-09-10",
    }
    second = avis("2024-09-20", "2024-09-25", id="v2", arret="S2")
    texte = dire(
        activite(),
        avis("2024-09-02", "2024-09-30"),
        second,
        reprise,
        attestation(),
        attestation(id="t2", arret="S2", dernier_jour_travaille="2024-09-19"),
    )
    premier, dernier = (bloc for bloc in texte.split("\n\n") if bloc.startswith("Jour par jour"))
    jours = [ligne.split(" — ")[0] for ligne in (premier + "\n" + dernier).splitlines()]
    assert jours == [
        "Jour par jour",
        "– Du 2 au 4 septembre 2024 (3 jours) : délai de carence, rien n'est dû",
        "– Du 5 au 9 septembre 2024 (5 jours) : 32,88 € par jour à l'assuré, soit 164,40 €",
        "– Du 10 au 19 septembre 2024 (10 jours) : travail repris, rien n'est dû",
        "– Du 26 au 30 septembre 2024 (5 jours) : travail repris, rien n'est dû",
        "Jour par jour",
        "– Du 20 au 22 septembre 2024 (3 jours) : délai de carence, rien n'est dû",
        "– Du 23 au 25 septembre 2024 (3 jours) : 32,88 € par jour à l'assuré, soit 98,64 €",
    ]
    assert texte.count("Travail repris le") == 1


def test_a_stop_resumed_on_its_first_day_has_no_rights_to_tell() -> None:
    reprise: Json = {
        "id": "r",
        "type": "reprise",
        "recue_le": "2024-09-02",
        "arret": "S1",
        "date": "2024-09-02",
    }
    texte = dire(activite(), avis(), attestation(), reprise)
    assert "Arrêt prescrit du 2 au 20 septembre 2024, sans aucun jour d'arrêt" in texte
    assert "Ouverture des droits" not in texte


def test_an_act_of_terrorism_needs_no_condition_and_no_waiting_days() -> None:
    texte = dire(activite(), avis(acte_terrorisme=True), attestation())
    assert (
        "Les droits sont ouverts sans condition : l'incapacité résulte d'un acte de terrorisme — art. L. 169-2"
        in texte
    )
    assert "Pas de délai de carence : l'incapacité résulte d'un acte de terrorisme" in texte


def test_a_death_too_old_tells_why_the_waiting_days_stay() -> None:
    deces: Json = {
        "id": "d",
        "type": "deces_enfant",
        "recue_le": "2024-09-02",
        "date": "2024-06-01",
        "age": 12,
    }
    texte = dire(activite(), avis(exception_carence="deces_enfant"), deces, attestation())
    assert "jusqu'au 31 août 2024 : celui-ci commence 2 jours trop tard." in texte
