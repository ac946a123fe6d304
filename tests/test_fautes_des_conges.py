"""Faults of family leaves: caught by a curated case and by generated dossiers, each known pitfall has one, witnesses are short."""

from collections.abc import Iterable, Iterator

import pytest

from corpus.catalogue import charger, dossier_par_defaut
from harness.campaign import SHRINK_TRIES
from harness.planning import Planned, plan_corpus
from harness.report.story import tell
from harness.selftest import answer
from harness.verdict import DIVERGENTS, Expectation, Judgement, judge
from oracle.dossier import lire_dossier
from oracle.loi import Variante
from properties.strategies import DossierGenere, dossiers, dossiers_de_famille, reduire, tirer
from sut_adapters.moteurs.etalon import CAPACITES
from sut_adapters.moteurs.fautes import PAR_ID, Faute, Portee, conges, independants, maternite, repos_montants
from sut_adapters.outcomes import Answer, Outcome

GALERIE = (*maternite.FAUTES, *repos_montants.FAUTES, *conges.FAUTES, *independants.FAUTES)
FAMILLES = sorted({famille for faute in GALERIE for famille in faute.familles})
GRAINE, TIRES = 1, 1500
"""Dossiers drawn, and from what seed: the asking stops once every fault is caught."""
PIECES, PHRASES = 6, 8
"""What the reduced witness of an old defect holds at most, and the sentences that tell it."""

ANCIENS_DEFAUTS = (
    "fenetre_sur_la_date_presumee",
    "prenatal_paye_deux_fois",
    "prenatal_en_bloc_separe",
    "grossesse_en_maladie_impayee",
)

PIEGES = {
    "window on the presumed date, false debts after an early birth or a child born dead": (
        "fenetre_sur_la_date_presumee",
        "naissance_vivante_exigee",
    ),
    "days before the birth paid twice": ("prenatal_en_bloc_separe", "prenatal_paye_deux_fois"),
    "days before the birth lost, or taken from those after": (
        "jours_d_avant_terme_perdus",
        "retard_pris_sur_l_apres",
    ),
    "ceiling of the leave's own month or year": ("plafond_annee_en_cours", "plafond_du_mois_precedent"),
    "ceiling on the sum of the months": ("plafond_sur_la_somme_du_conge",),
    "ceiling of each employer": ("plafond_par_employeur",),
    "ceiling of sickness": ("plafond_de_la_maladie",),
    "published maximum taken for a bound of weekly pay": ("maximum_publie_a_la_semaine",),
    "21 % not withheld": ("sans_les_vingt_et_un_pour_cent",),
    "illness after childbirth paid as maternity": ("suites_de_couches_au_taux_du_repos",),
    "fifteenth day of pathological rest": ("quinzieme_jour_pathologique",),
    "waiting days when a stop ends the postponement": ("carence_pendant_le_report",),
    "waiting days decided without the six weeks before the actual birth": (
        "carence_malgre_les_six_semaines",
    ),
    "more than six weeks early": ("semaines_d_avance_entieres",),
    "income strictly below a tenth": ("revenu_au_seuil_reduit",),
    "eight weeks, the fifty-sixth day included": ("cinquante_six_jours_exclus",),
    "affiliation at the birth": ("affiliation_a_la_naissance",),
    "one of the two dates of reference only": ("une_seule_date_de_reference",),
    "three days of birth leave among those of the father": ("conge_de_naissance_indemnise",),
    "seven days of a self-employed father, then eighteen": (
        "conge_de_naissance_retire",
        "quatre_jours_au_pere_independant",
    ),
    "lump sum without eight weeks": ("allocation_sans_huit_semaines",),
    "benefit without six weeks after the birth": ("six_semaines_non_exigees",),
    "lump sum in two payments": ("allocation_en_une_fois", "allocation_toujours_en_deux_moities"),
    "eight weeks asked of other leaves": ("huit_semaines_pour_tout_conge",),
    "conditions asked of mourning and of a mother's death": ("conditions_au_deuil",),
    "adoption as it was before July 2021": ("adoption_de_dix_semaines", "partage_de_onze_jours"),
}
"""What engines get wrong about leaves, and the faults that get it wrong so."""

_LA_LOI = Variante()


def _differing(question: Planned, fautes: Iterable[Faute]) -> Iterator[tuple[Faute, Outcome]]:
    """The faults that answer the question otherwise than the law, and what they answer; none when the law declines it."""
    unchanged, trace = answer(question, _LA_LOI)
    if trace is None:
        return
    portee = Portee.de(trace)
    for faute in fautes:
        if portee.touchee_par(faute.variante):
            outcome, _ = answer(question, faute.variante)
            if outcome != unchanged:
                yield faute, outcome


def _missed(questions: Iterable[Planned]) -> list[str]:
    """Ask each question to the faults of its family not caught yet, until all are; those that are not."""
    left = {faute.id: faute for faute in GALERIE}
    for question in questions:
        asked = [faute for faute in left.values() if question.famille in faute.familles]
        expected: Expectation | None = None
        for faute, outcome in _differing(question, asked):
            expected = expected or Expectation(question)
            if _judged(question, outcome, expected).verdict in DIVERGENTS:
                del left[faute.id]
        if not left:
            break
    return [*left]


def _judged(question: Planned, outcome: Outcome, expected: Expectation | None = None) -> Judgement:
    return judge(question, Answer(question.id, outcome, "", 0.0), CAPACITES, expected)


def _drawn(tires: Iterable[DossierGenere]) -> Iterator[Planned]:
    for rang, tire in enumerate(tires):
        yield Planned(
            id=f"tire-{rang}",
            suite="aleatoire",
            titre="dossier engendré",
            famille=tire.famille,
            dossier=lire_dossier(tire.dossier),
            au=tire.au,
        )


def test_every_fault_of_leaves_is_caught_by_a_curated_case() -> None:
    charges, remarques = charger([dossier_par_defaut() / famille for famille in FAMILLES])
    assert not remarques
    assert _missed(plan_corpus(charges)) == []


def test_every_fault_of_leaves_is_caught_by_a_generated_dossier() -> None:
    assert _missed(_drawn(tirer(dossiers_de_famille(), TIRES, GRAINE))) == []


@pytest.mark.parametrize("nom", ANCIENS_DEFAUTS)
def test_the_reduced_witness_of_an_old_defect_is_short(nom: str) -> None:
    faute = PAR_ID[nom]

    def differs(tire: DossierGenere) -> bool:
        (question,) = _drawn([tire])
        return any(_differing(question, [faute]))

    reduit = reduire(dossiers(seulement=frozenset(faute.familles)), differs, GRAINE, SHRINK_TRIES)
    assert reduit is not None
    (question,) = _drawn([reduit])
    ((_, outcome),) = _differing(question, [faute])
    assert _judged(question, outcome).verdict in DIVERGENTS
    assert len(question.dossier.pieces) <= PIECES, [piece.type for piece in question.dossier.pieces]
    assert len(tell(question.dossier, question.au)) <= PHRASES


def test_every_known_pitfall_of_leaves_has_a_fault() -> None:
    nommees = {nom for noms in PIEGES.values() for nom in noms}
    assert nommees <= {faute.id for faute in GALERIE}
    assert all(PIEGES.values())
