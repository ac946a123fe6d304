"""Documents of family leaves and of the self-employed as the report tells them: every fact they state, in French."""

from datetime import date
from typing import get_args

import pytest

from harness.report.story import tell
from harness.report.story_famille import tell_family
from oracle.dossier import activites, famille, lire_dossier
from tests.aides import activite, dossier
from tests.records import Json, plain

_RECEIVED: Json = {"id": "x1", "recue_le": "2025-01-02"}
_GROSSESSE: Json = _RECEIVED | {
    "id": "g1",
    "type": "grossesse",
    "grossesse": "G1",
    "constat_le": "2024-11-17",
    "debut_grossesse": "2024-09-15",
    "accouchement_prevu": "2025-06-15",
}
_ADOPTION: Json = _RECEIVED | {
    "id": "d1",
    "type": "adoption",
    "adoption": "D1",
    "arrivee": "2025-03-10",
    "enfants_a_charge_apres": 1,
}
_CHILD: Json = {"ne_vivant": True, "semaines_amenorrhee": 31, "jours_amenorrhee": 2, "poids_g": 1600}
_STAY: Json = {"debut": "2025-04-10", "fin": "2025-06-12", "unite_specialisee": True}
_BIRTH: Json = {"type": "naissance", "grossesse": "G1", "date": "2025-04-10"}
_INCOME: Json = {"type": "revenu_independant", "activite": "A", "annee": 2024}


def business(**keys: object) -> Json:
    """A self-employed activity ``A``."""
    alone: Json = {"nature": "independant", "statut": "artisan", "contrat": None, "periodicite": None}
    return activite(**(alone | keys))


def told(*pieces: Json, worker: Json | None = None) -> list[str]:
    """The facts of a dossier beside who the insured is and where he works."""
    facts = tell(lire_dossier(dossier(worker or activite(), *pieces)), date(2025, 12, 31))
    return [plain(fact) for fact in facts[2:-1]]


def one(piece: Json) -> list[str]:
    """What a document says, its pregnancy or adoption known."""
    return told(_GROSSESSE, _ADOPTION, _RECEIVED | piece)[2:]


FACTS: dict[str, tuple[Json, list[str]]] = {
    "a child": (
        _BIRTH | {"enfants": [_CHILD | {"jours_amenorrhee": 0}]},
        [
            "Accouchement le 10 avril 2025 (grossesse G1) : enfant né vivant, 31 semaines d'aménorrhée, 1 600 grammes."
        ],
    ),
    "a child in hospital": (
        _BIRTH | {"enfants": [_CHILD | {"hospitalisations": [_STAY, {"debut": "2025-07-01"}]}]},
        [
            (
                "Accouchement le 10 avril 2025 (grossesse G1) : enfant né vivant, 31 semaines et 2 jours d'aménorrhée, 1 600 "
                "grammes, hospitalisé du 10 avril au 12 juin 2025 en unité spécialisée, hospitalisé depuis le 1er juillet 2025."
            )
        ],
    ),
    "twins, one of whom died": (
        _BIRTH
        | {
            "enfants": [
                _CHILD | {"deces_le": "2025-04-12"},
                {"semaines_amenorrhee": 31},
            ]
        },
        [
            "Accouchement le 10 avril 2025 (grossesse G1) : 2 enfants.",
            "Enfant 1 : né vivant, 31 semaines et 2 jours d'aménorrhée, 1 600 grammes, décédé le 12 avril 2025.",
            "Enfant 2 : né sans vie, 31 semaines d'aménorrhée, poids inconnu.",
        ],
    ),
    "death of the mother": (
        {"type": "deces_mere", "grossesse": "G1", "date": "2025-07-05"},
        ["Décès de la mère le 5 juillet 2025 (grossesse G1)."],
    ),
    "death of a mother paid until then": (
        {
            "type": "deces_mere",
            "grossesse": "G1",
            "date": "2025-07-05",
            "dernier_jour_indemnise_mere": "2025-07-04",
        },
        [
            "Décès de la mère le 5 juillet 2025 (grossesse G1) ; dernier jour payé à la mère : le 4 juillet 2025."
        ],
    ),
    "leave in two parts": (
        {
            "type": "conge",
            "conge": "C1",
            "risque": "paternite",
            "grossesse": "G1",
            "periodes": [
                {"debut": "2025-06-15", "fin": "2025-06-21"},
                {"debut": "2025-07-01", "fin": "2025-07-21"},
            ],
        },
        [
            "Congé de paternité et d'accueil de l'enfant C1 (grossesse G1) du 15 au 21 juin 2025 et du 1er au 21 juillet 2025."
        ],
    ),
    "leave of an adoption": (
        {
            "type": "conge",
            "conge": "C1",
            "risque": "adoption",
            "adoption": "D1",
            "periodes": [{"debut": "2025-03-10", "fin": "2025-06-29"}],
        },
        ["Congé d'adoption C1 (adoption D1) du 10 mars au 29 juin 2025."],
    ),
    "mourning": (
        {
            "type": "conge",
            "conge": "C1",
            "risque": "deuil_enfant",
            "periodes": [{"debut": "2025-03-10", "fin": "2025-03-10"}],
        },
        ["Congé de deuil d'un enfant C1 le 10 mars 2025."],
    ),
    "death of a child": (
        {"type": "deces_enfant", "date": "2025-03-09", "age": 9},
        ["Décès d'un enfant de 9 ans le 9 mars 2025."],
    ),
    "parental leave": (
        {"type": "conge_famille", "nature": "conge_parental", "debut": "2025-01-06", "fin": "2025-12-31"},
        ["Congé parental du 6 janvier au 31 décembre 2025."],
    ),
    "income of a micro-business": (
        _INCOME | {"chiffre_affaires": "6000.00"},
        ["Chiffre d'affaires de 2024, activité A : 6 000,00 €."],
    ),
    "income of a running year and contributions": (
        _INCOME
        | {"revenu": "9000.00", "revenu_chef": "4000.00", "arrete_au": "2024-10-31"}
        | {"cotisations_dues": "2000.00", "cotisations_payees": "0.00"}
        | {"plan_apurement_respecte": True, "rsa_prime_activite": True},
        [
            (
                "Revenu de 2024, activité A, arrêté au 31 octobre 2024 : 9 000,00 € ; revenu du chef d'entreprise : 4 000,00 € ; "
                "cotisations dues : 2 000,00 € ; cotisations payées : 0,00 € ; plan d'apurement respecté ; revenu de "
                "solidarité active ou prime d'activité."
            )
        ],
    ),
    "replacement": (
        {
            "type": "remplacement",
            "activite": "A",
            "debut": "2025-05-12",
            "fin": "2025-08-03",
            "cout": "4200.00",
        },
        ["Remplacement du conjoint, activité A, du 12 mai au 3 août 2025 : 4 200,00 €."],
    ),
    "no sentence of its own": (
        {"type": "detention", "debut": "2025-01-06"},
        ["Pièce reçue le 2 janvier 2025 : détention."],
    ),
}


@pytest.mark.parametrize(("piece", "sentences"), FACTS.values(), ids=FACTS.keys())
def test_a_document_is_told_with_every_fact_it_states(piece: Json, sentences: list[str]) -> None:
    assert one(piece) == sentences


def test_a_pregnancy_is_told_with_what_moves_the_rest() -> None:
    moved = {
        "enfants_attendus": 2,
        "enfants_a_charge": 1,
        "enfants_nes_viables": 2,
        "exposition_des": True,
        "report_jours": 21,
        "report_prescrit_le": "2025-04-20",
        "avance_jours": 14,
    }
    opening = (
        "Grossesse G1 constatée le 17 novembre 2024, commencée le 15 septembre 2024, accouchement prévu le "
        "15 juin 2025"
    )
    assert told(_GROSSESSE) == [f"{opening}."]
    assert told(_GROSSESSE | moved) == [
        (
            f"{opening} ; 2 enfants attendus ; 1 enfant déjà à charge ; 2 enfants nés viables auparavant ; exposition au "
            "distilbène ; report de 21 jours demandé, prescrit le 20 avril 2025 ; avance de 14 jours demandée."
        )
    ]


def test_an_adoption_is_told_with_who_shares_it() -> None:
    shared = {"enfants": 2, "enfants_a_charge_apres": 3, "partage": True, "jours_autre_parent": 25}
    assert told(_ADOPTION, _ADOPTION | shared | {"id": "d2", "adoption": "D2"}) == [
        "Arrivée d'un enfant adopté le 10 mars 2025 (adoption D1) ; 1 enfant à charge ensuite.",
        (
            "Arrivée de 2 enfants adoptés le 10 mars 2025 (adoption D2) ; 3 enfants à charge ensuite ; congé partagé entre les "
            "parents ; 25 jours pris par l'autre parent."
        ),
    ]


def test_a_conjoint_is_told_with_the_head_of_the_business() -> None:
    spouse = business(statut="conjoint_collaborateur", statut_chef="commercant", micro_chef=True)
    assert plain(tell(lire_dossier(dossier(spouse)), date(2025, 12, 31))[1]) == (
        "Activité A, indépendante : conjoint collaborateur, chef d'entreprise : commerçant, chef en micro-entreprise, "
        "depuis le 1er janvier 2019."
    )


def test_the_options_of_a_business_are_told() -> None:
    worker = business(
        micro="services",
        option_l613_7=True,
        option_l613_11=True,
        accessoire_saisonniere=True,
        fin="2025-06-30",
    )
    facts = tell(lire_dossier(dossier(worker)), date(2025, 12, 31))
    assert plain(facts[1]) == (
        "Activité A, indépendante : artisan, micro-entreprise (services), option de l'article L. 613-7, option de "
        "l'article L. 613-11, activité accessoire saisonnière, du 1er janvier 2019 au 30 juin 2025."
    )


def test_a_correction_says_what_it_replaces_on_its_first_sentence() -> None:
    twice = _RECEIVED | _BIRTH | {"enfants": [_CHILD, _CHILD]}
    corrected = twice | {"id": "x2", "recue_le": "2025-05-02", "remplace": "x1"}
    assert told(_GROSSESSE, twice, corrected)[4] == (
        "Accouchement le 10 avril 2025 (grossesse G1) : 2 enfants (reçu le 2 mai 2025, remplace la pièce x1)."
    )


def test_no_document_of_a_family_is_left_without_a_sentence() -> None:
    samples = [_GROSSESSE, _ADOPTION, *(_RECEIVED | piece for piece, _ in FACTS.values())]
    models = [getattr(famille, name) for name in vars(famille) if isinstance(getattr(famille, name), type)]
    kinds = {
        get_args(model.model_fields["type"].annotation)[0]
        for model in [*models, activites.RevenuIndependant, activites.CongeFamille]
        if model.__module__ in (famille.__name__, activites.__name__) and "type" in model.model_fields
    }
    known = {sample["type"]: sample for sample in samples}
    assert kinds <= known.keys()
    for kind in kinds:
        read = lire_dossier(dossier(activite(), _GROSSESSE, _ADOPTION, known[kind] | {"id": "y1"}))
        assert tell_family(read.pieces[-1]) != ()
