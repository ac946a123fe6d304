"""The gallery of self-employed parents and conjoints collaborateurs, as engineers once got them wrong."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche
from oracle.calendrier import fin_du_mois_precedent
from oracle.famille import independants
from oracle.loi import Variante
from sut_adapters.moteurs.fautes.modele import Faute

_MATERNITE, _PERES, _ADOPTANTS = ("maternite",), ("maternite", "paternite"), ("maternite", "adoption")


def _meme_sans_huit_semaines(jours_de_cessation: int) -> bool:
    del jours_de_cessation
    return True


def _sans_les_six_semaines(jours: int) -> bool:
    del jours
    return True


def _tout_au_debut(allocation: int) -> int:
    return allocation


def _jamais_en_une_fois(naissance: date, debut_de_grossesse: date) -> bool:
    del naissance, debut_de_grossesse
    return False


def _mois_precedent(premier_versement: date, jour: date) -> date:
    del jour
    return fin_du_mois_precedent(premier_versement)


def _derniere_annee(plafonds_annuels: Sequence[Fraction]) -> Fraction:
    return plafonds_annuels[-1] * independants.PART_D_UN_DIXIEME


def _sans_les_cotisations(revenu: Fraction, dues: int, payees: int, plan_respecte: bool) -> Fraction:
    del dues, payees, plan_respecte
    return revenu


def _quatorze_jours(rang: int, rang_apres_naissance: int) -> bool:
    return rang <= 14 and rang_apres_naissance == 0


def _quatre_jours(jours: int, apres_la_naissance: int) -> bool:
    return apres_la_naissance <= 7 and jours >= 4


def _comme_un_salarie(enfants: int, troisieme_enfant: bool) -> int:
    if enfants > 1:
        return 154
    return 126 if troisieme_enfant else 112


def _jour_de_plus(enfants: int, troisieme_enfant: bool) -> int:
    maternelle = independants.DUREES_MATERNELLES[min(enfants, 3) - 1][1]
    if enfants == 1 and troisieme_enfant:
        maternelle = independants.DUREE_MATERNELLE_DU_RANG_TROIS
    return au_plus_proche(maternelle * independants.TROIS_QUARTS)


def _sept_jours_avant(jour: date, arrivee: date) -> bool:
    return (arrivee - jour).days <= 7


def _allocation_entiere(allocation: int) -> int:
    return allocation


def _cout_reel(cout: int, jours: int, plafond: Fraction) -> int:
    del jours, plafond
    return cout


FAUTES: tuple[Faute, ...] = (
    Faute(
        "allocation_sans_huit_semaines",
        "Indépendante arrêtée moins de huit semaines : l'allocation de repos reste due sans les indemnités",
        "TI-ALLOC",
        Variante({"famille.independants.allocation_acquise": _meme_sans_huit_semaines}),
        None,
        _MATERNITE,
    ),
    Faute(
        "six_semaines_non_exigees",
        "Indépendante : indemnités versées sans six semaines d'arrêt après la naissance",
        "TI-IJ",
        Variante({"famille.independants.six_semaines_apres_la_naissance": _sans_les_six_semaines}),
        None,
        _MATERNITE,
    ),
    Faute(
        "allocation_en_une_fois",
        "Allocation de repos versée en entier au début de l'arrêt au lieu de deux moitiés",
        "TI-ALLOC",
        Variante({"famille.independants.premiere_moitie": _tout_au_debut}),
        None,
        _MATERNITE,
    ),
    Faute(
        "allocation_toujours_en_deux_moities",
        "Naissance avant la fin du septième mois : allocation versée en deux moitiés au lieu d'une fois",
        "TI-ALLOC",
        Variante({"famille.independants.allocation_en_une_fois": _jamais_en_une_fois}),
        None,
        _MATERNITE,
    ),
    Faute(
        "plafond_du_mois_precedent",
        "Indépendante : plafond du dernier jour du mois précédent, comme un salarié, au lieu du premier versement",
        "TI-IJ",
        Variante({"famille.independants.date_du_montant": _mois_precedent}),
        None,
        _MATERNITE,
    ),
    Faute(
        "revenu_au_seuil_reduit",
        "Revenu moyen égal au dixième du plafond : montants réduits comme s'il lui était inférieur",
        "TI-10PCT",
        Variante(comparateurs={"TI-10PCT.revenu": "<="}),
        None,
        _MATERNITE,
    ),
    Faute(
        "seuil_de_la_derniere_annee",
        "Revenu moyen comparé au plafond de la dernière année au lieu de la moyenne des mêmes années",
        "TI-10PCT",
        Variante({"famille.independants.seuil_des_dix_pour_cent": _derniere_annee}),
        None,
        _MATERNITE,
    ),
    Faute(
        "cotisations_impayees_ignorees",
        "Cotisations non payées : le revenu compte en entier",
        "TI-10PCT",
        Variante({"famille.independants.revenu_acquitte": _sans_les_cotisations}),
        None,
        _MATERNITE,
    ),
    Faute(
        "quatorze_jours_a_une_independante",
        "État pathologique d'une indépendante : quatorze jours avant la naissance, comme une salariée, au lieu de trente",
        "TI-PATHO",
        Variante({"famille.independants.jour_pathologique": _quatorze_jours}),
        None,
        _MATERNITE,
    ),
    Faute(
        "quatre_jours_au_pere_independant",
        "Père indépendant : quatre jours obligatoires suffisent, comme un salarié, au lieu de sept",
        "TI-PAT",
        Variante({"famille.independants.jours_obligatoires_du_pere": _quatre_jours}),
        None,
        _PERES,
    ),
    Faute(
        "adoption_comme_un_salarie",
        "Adoption d'un indépendant : durée des salariés au lieu des trois quarts de la maternité",
        "TI-ADO",
        Variante({"famille.independants.duree_d_adoption": _comme_un_salarie}),
        None,
        _ADOPTANTS,
    ),
    Faute(
        "demi_journee_arrondie",
        "Adoption d'un indépendant : cent trente-six jours et demi comptés pour cent trente-sept",
        "TI-ADO",
        Variante({"famille.independants.duree_d_adoption": _jour_de_plus}),
        None,
        _ADOPTANTS,
    ),
    Faute(
        "adoption_avant_l_arrivee",
        "Adoption d'un indépendant : les sept jours d'avant l'arrivée payés comme à un salarié",
        "TI-ADO",
        Variante({"famille.independants.jour_d_adoption": _sept_jours_avant}),
        None,
        _ADOPTANTS,
    ),
    Faute(
        "allocation_d_adoption_entiere",
        "Adoption d'un indépendant : allocation entière au lieu de la moitié",
        "TI-ADO",
        Variante({"famille.independants.allocation_d_adoption": _allocation_entiere}),
        None,
        _ADOPTANTS,
    ),
    Faute(
        "remplacement_sans_limite",
        "Conjoint collaborateur : coût du remplacement remboursé sans la limite par jour",
        "CC",
        Variante({"famille.independants.indemnite_de_remplacement": _cout_reel}),
        None,
        _MATERNITE,
    ),
)
