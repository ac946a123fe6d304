"""Days that count as work (R313-8, R313-9): what each is worth, in which windows, and what they open.

Hours are hundredths of an hour. The usual stop begins on 2 September 2024: its three civil months are June to August,
its 90 days begin on 4 June, its six months in March, its twelve months in September 2023.
"""

from datetime import date
from typing import Any

import pytest

from oracle import assimilation
from oracle.assimilation import JourAssimile
from oracle.conditions import au_dela_de_six_mois
from oracle.dossier import lire_dossier
from oracle.equivalences import jours_indemnises
from oracle.faits import Faits, etablir_les_faits
from oracle.instruction import Instruction, instruire
from oracle.interruptions import interruptions
from oracle.loi import Variante, liquidation_en_cours
from tests.aides import Json, activite, attestation, avis, dossier, euros, jour, paies


@pytest.mark.parametrize(
    ("motif", "heures"),
    [
        ("maladie_indemnisee", 6_00),
        ("maternite", 6_00),
        ("carence", 6_00),
        ("droits_epuises", 6_00),
        ("atmp", 6_00),
        ("rente_66", 6_00),
        ("reeducation", 6_00),
        ("detention_provisoire", 6_00),
        ("ajpp", 4_00),
        ("conge_formation", 8_00),
    ],
)
def test_each_ground_has_its_hours(motif: str, heures: int) -> None:
    assert assimilation.heures_d_un_jour(motif) == heures


@pytest.mark.parametrize(
    ("motif", "sous_maintien"),
    [
        ("maladie_indemnisee", False),
        ("maternite", False),
        ("paternite", False),
        ("invalidite", False),
        ("allocation_l333_1", False),
        ("carence", True),
        ("atmp", True),
        ("detention_provisoire", True),
        ("ajpp", True),
    ],
)
def test_only_days_paid_under_kept_rights_are_set_aside(motif: str, sous_maintien: bool) -> None:
    assert assimilation.periode_assimilable(motif, au_titre_du_maintien=False)
    assert assimilation.periode_assimilable(motif, au_titre_du_maintien=True) is sous_maintien


def jours_de(debut: str, nombre: int) -> tuple[date, ...]:
    """Days in a row."""
    return tuple(date.fromordinal(jour(debut).toordinal() + rang) for rang in range(nombre))


@pytest.mark.parametrize(
    ("debut", "nombre", "retenus"),
    [("2024-06-03", 4, 4), ("2024-06-03", 5, 5), ("2024-06-03", 7, 5), ("2024-06-06", 7, 7)],
)
def test_five_days_of_training_count_in_a_week(debut: str, nombre: int, retenus: int) -> None:
    """3 June 2024 is a Monday; seven days from a Thursday fall in two weeks."""
    assert len(assimilation.jours_de_formation(jours_de(debut, nombre))) == retenus


def test_a_day_counts_once_at_its_best() -> None:
    un, autre = jour("2024-06-03"), jour("2024-06-04")
    jours = (JourAssimile(autre, 4_00), JourAssimile(un, 6_00), JourAssimile(un, 8_00))
    comptes = assimilation.chaque_jour_une_fois(jours)
    assert comptes == (JourAssimile(un, 8_00), JourAssimile(autre, 4_00))
    assert assimilation.heures_assimilees(comptes) == 12_00
    assert assimilation.heures_assimilees(()) == 0


def test_a_day_is_worth_six_times_the_smic() -> None:
    assert assimilation.salaires_assimiles(6_00, euros("11.65")) == euros("69.90")
    assert assimilation.salaires_assimiles(4_00, euros("11.65")) == euros("46.60")


@pytest.mark.parametrize(
    ("debut_periode", "par_defaut", "jour_meme"),
    [
        ("2024-03-01", "2024-01-01", "2024-01-01"),
        ("2024-01-01", "2023-01-01", "2024-01-01"),
        ("2024-12-31", "2024-01-01", "2024-01-01"),
    ],
)
def test_the_smic_is_that_of_the_1_january_before_the_period(
    debut_periode: str, par_defaut: str, jour_meme: str
) -> None:
    assert assimilation.date_du_smic_assimile(jour(debut_periode)) == jour(par_defaut)
    with liquidation_en_cours({"smic_1er_janvier": "jour_meme"}, Variante()):
        assert assimilation.date_du_smic_assimile(jour(debut_periode)) == jour(jour_meme)


def periode(debut: str, fin: str, motif: str = "maladie_indemnisee", **champs: Any) -> Json:
    """An assimilated period."""
    return {
        "id": f"q-{debut}-{motif}",
        "type": "periode_assimilee",
        "recue_le": "2024-09-01",
        "motif": motif,
        "debut": debut,
        "fin": fin,
    } | champs


def faits_de(
    *autres: Json, heures: str = "10.00", brut: str = "100.00", mois: int = 6, **champs: Any
) -> Faits:
    """The usual stop after months of very little work, and other documents."""
    debut = date(2024 if mois <= 8 else 2023, (8 - mois) % 12 + 1, 1)
    certificat = attestation(paies(f"{debut:%Y-%m}", *[brut] * mois, heures=heures), **champs)
    donnees = dossier(activite(), avis(), certificat, *autres)
    return etablir_les_faits(lire_dossier(donnees), jour("2024-09-30"))


def instruit(faits: Faits, anterieurs: tuple[date, ...] = (), **lectures: str) -> Instruction:
    """The only stop of these facts, instructed."""
    with liquidation_en_cours(lectures, Variante()):
        return instruire(faits, interruptions(faits)[0], anterieurs)


@pytest.mark.parametrize(("dernier", "ouverts"), [("2024-07-19", False), ("2024-07-20", True)])
def test_thirty_hours_and_twenty_days_of_sickness_open(dernier: str, ouverts: bool) -> None:
    """30 h worked in June to August + 20 × 6 h = 150 h; 19 days make 144 h."""
    assert instruit(faits_de(periode("2024-07-01", dernier))).six_mois.acquis is ouverts


@pytest.mark.parametrize(("dernier", "ouverts"), [("2024-07-19", False), ("2024-07-20", True)])
def test_days_paid_earlier_by_the_same_file_count_too(dernier: str, ouverts: bool) -> None:
    nombre = jour(dernier).toordinal() - jour("2024-07-01").toordinal() + 1
    assert instruit(faits_de(), jours_de("2024-07-01", nombre)).six_mois.acquis is ouverts


def test_a_day_known_twice_counts_once() -> None:
    """19 days as a period, the same 19 as an earlier stop: 144 h all the same."""
    faits = faits_de(periode("2024-07-01", "2024-07-19"))
    assert instruit(faits, jours_de("2024-07-01", 19)).six_mois.acquis is False
    assert instruit(faits, jours_de("2024-07-02", 19)).six_mois.acquis is True


@pytest.mark.parametrize(
    ("motif", "dernier", "ouverts"),
    [
        ("ajpp", "2024-07-29", False),
        ("ajpp", "2024-07-30", True),
        ("conge_formation", "2024-07-18", False),
        ("conge_formation", "2024-07-19", True),
    ],
)
def test_parental_presence_and_training_open_at_their_own_rate(
    motif: str, dernier: str, ouverts: bool
) -> None:
    """120 h are lacking: 30 days of 4 h; 15 days of 8 h, five a week from Monday 1 July."""
    assert instruit(faits_de(periode("2024-07-01", dernier, motif))).six_mois.acquis is ouverts


def test_days_paid_under_kept_rights_open_nothing() -> None:
    maintenue = periode("2024-07-01", "2024-07-31", au_titre_du_maintien=True)
    assert instruit(faits_de(maintenue)).six_mois.acquis is False


@pytest.mark.parametrize(
    ("debut", "fin", "provisoire", "ouverts"),
    [
        ("2024-07-01", "2024-07-20", True, True),
        ("2024-07-01", "2024-07-20", False, False),
        ("2024-08-13", None, True, True),
        ("2024-08-14", None, True, False),
    ],
)
def test_remand_counts_and_detention_does_not(
    debut: str, fin: str | None, provisoire: bool, ouverts: bool
) -> None:
    """Still under way, from 13 to 31 August: 19 days in the months, 20 with 1 September in the 90 days; 30 h declared."""
    detention: Json = {"id": "d", "type": "detention", "recue_le": "2024-09-01", "debut": debut}
    detention |= {"fin": fin, "provisoire": provisoire}
    assert instruit(faits_de(detention, heures_90_jours="30.00")).six_mois.acquis is ouverts


@pytest.mark.parametrize(
    ("debut", "nombre", "ouverts"),
    [
        ("2024-06-04", 25, True),
        ("2024-06-03", 25, True),
        ("2024-05-31", 21, True),
        ("2024-05-31", 20, False),
    ],
)
def test_days_count_in_the_civil_months(debut: str, nombre: int, ouverts: bool) -> None:
    """30 h in June to August: twenty days of those months are needed, and 31 May is none of them."""
    assert instruit(faits_de(), jours_de(debut, nombre)).six_mois.acquis is ouverts


@pytest.mark.parametrize(("debut", "ouverts"), [("2024-06-03", False), ("2024-06-04", True)])
def test_days_count_in_the_90_days_before_the_stop(debut: str, ouverts: bool) -> None:
    """No hours by month; 0 declared over 90 days: 25 days × 6 h = 150 h, the first of them 4 June and 1 September the last."""
    jours = jours_de(debut, 1) + jours_de("2024-08-09", 24)
    retenus = [(r.seuil, r.mesure) for r in _rencontres(faits_de(heures="0.00"), jours)]
    assert ("MAL-OD-1.heures_90_jours", 150_00 if ouverts else 144_00) in retenus
    assert ("MAL-OD-1.heures_3_mois", 144_00) in retenus


def _rencontres(faits: Faits, jours: tuple[date, ...]) -> list[Any]:
    with liquidation_en_cours({}, Variante()) as trace:
        instruire(faits, interruptions(faits)[0], jours)
    return trace.rencontres


def test_days_count_in_the_twelve_months_and_in_the_365_days() -> None:
    """Of 31 August to 3 September 2023 three are in the twelve civil months, the last alone in the 365 days.

    10 h a month for twelve months, 7 h declared over 365 days; three days of 6 h at 11.27, the SMIC of 1 January 2023.
    """
    faits = faits_de(mois=12, heures_365_jours="7.00")
    with liquidation_en_cours({}, Variante()) as trace:
        instruction = instruire(faits, interruptions(faits)[0], jours_de("2023-08-31", 4))
        au_dela_de_six_mois(faits, instruction.releve)
    mesures = {r.seuil: r.mesure for r in trace.rencontres}
    assert mesures["MAL-OD-2.heures_12_mois"] == 120_00 + 18_00
    assert mesures["MAL-OD-2.heures_365_jours"] == 7_00 + 6_00
    assert mesures["MAL-OD-2.salaires_12_mois"] == 1200_00 + 18 * euros("11.27")


@pytest.mark.parametrize(
    ("brut", "par_defaut", "jour_meme"),
    [("1786.20", True, True), ("1786.19", False, True), ("1740.60", False, True), ("1740.59", False, False)],
)
def test_assimilated_days_are_worth_the_smic_before_the_period_of_six_months(
    brut: str, par_defaut: bool, jour_meme: bool
) -> None:
    """Stop of 1 July 2024: 1 015 × 11.65 = 11 824.75 € are needed from January to June.

    Twenty days of May are worth 120 h: 120 × 11.27 = 1 352.40 at the SMIC of 1 January 2023, 120 × 11.65 = 1 398.00 at
    that of 1 January 2024. Six pays are to make 10 472.35 or 10 426.75: five of 1 737.23, a last one of 1 786.20 or 1 740.60.
    """
    six = [*["1737.23"] * 5, brut]
    certificat = attestation(
        paies("2024-01", *six, heures=None), dernier_jour_travaille="2024-06-30", recue_le="2024-07-05"
    )
    donnees = dossier(
        activite(), avis("2024-07-01", "2024-07-20"), certificat, periode("2024-05-01", "2024-05-20")
    )
    faits = etablir_les_faits(lire_dossier(donnees), jour("2024-09-30"))
    assert instruit(faits).six_mois.acquis is par_defaut
    assert instruit(faits, smic_1er_janvier="jour_meme").six_mois.acquis is jour_meme


def test_what_the_caisse_or_unemployment_insurance_paid_is_gathered_once() -> None:
    """Ten days of sickness, ten paid of unemployment, five of them the same; waiting days and remand are not paid."""
    faits = faits_de(
        periode("2024-06-01", "2024-06-10", au_titre_du_maintien=True),
        periode("2024-06-20", "2024-06-22", "carence"),
        periode("2024-06-25", "2024-06-26", "detention_provisoire"),
        chomage("2024-06-06", "2024-06-15", indemnise=True),
        chomage("2024-07-01", "2024-07-31", indemnise=False),
    )
    debut, fin = jour("2024-06-01"), jour("2024-08-31")
    assert jours_indemnises(faits, (), debut, fin) == set(jours_de("2024-06-01", 15))
    assert len(jours_indemnises(faits, jours_de("2024-08-30", 5), debut, fin)) == 17
    assert jours_indemnises(faits_de(), jours_de("2024-05-31", 2), debut, fin) == {debut}


def chomage(debut: str, fin: str, *, indemnise: bool) -> Json:
    """A period of unemployment."""
    piece = {"id": f"c-{debut}", "type": "chomage", "recue_le": "2024-09-01", "debut": debut}
    return piece | {"fin": fin, "indemnise": indemnise}
