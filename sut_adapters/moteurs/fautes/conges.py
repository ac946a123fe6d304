"""The gallery of paternity, adoption, birth leave, mourning and the mother's death, as engineers once got them wrong."""

from datetime import date

from oracle.calendrier import plus_mois
from oracle.loi import Variante
from sut_adapters.moteurs.fautes.modele import Faute

_PATERNITE, _ADOPTION, _NAISSANCE = ("paternite",), ("adoption",), ("naissance",)
_JOURS_DU_CONGE_DE_NAISSANCE = 3


def _vingt_cinq_et_trois(enfants: int) -> int:
    return (32 if enfants > 1 else 25) + _JOURS_DU_CONGE_DE_NAISSANCE


def _trois_jours_retires(enfants: int) -> int:
    return (32 if enfants > 1 else 25) - _JOURS_DU_CONGE_DE_NAISSANCE


def _avant_juillet_2021(enfants: int) -> int:
    return 18 if enfants > 1 else 11


def _vingt_cinq_pour_tous(enfants: int) -> int:
    del enfants
    return 25


def _sans_prolongation(debut: date, sortie: date) -> int:
    del debut, sortie
    return 0


def _depuis_la_naissance(naissance: date, sortie: date | None) -> date:
    del sortie
    return plus_mois(naissance, 6)


def _quatre_mois(naissance: date, sortie: date | None) -> date:
    return plus_mois(sortie or naissance, 4)


def _parts_libres(rang: int, jours: int) -> bool:
    del rang, jours
    return True


def _sans_les_mort_nes(due: bool) -> bool:
    del due
    return False


def _dix_semaines(enfants: int, enfants_a_charge_apres: int) -> int:
    if enfants > 1:
        return 154
    return 126 if enfants_a_charge_apres >= 3 else 70


def _onze_jours_de_plus(duree: int, enfants: int, partage: bool, jours_de_l_autre: int) -> int:
    if not partage:
        return duree
    return max(0, min(duree, duree + (18 if enfants > 1 else 11) - jours_de_l_autre))


def _pas_avant_l_arrivee(jour: date, arrivee: date) -> bool:
    return jour >= arrivee


def _sans_compter_les_heures(heures_de_date_a_date: int) -> bool:
    del heures_de_date_a_date
    return True


def _huit_semaines_toujours(risque: str) -> bool:
    del risque
    return True


def _conditions_toujours(risque: str) -> bool:
    del risque
    return False


def _un_seul_taux(rang: int) -> bool:
    del rang
    return False


def _trente_jours(debut: date) -> date:
    return date.fromordinal(debut.toordinal() + 29)


def _quinze_jours_pour_tous(au_travail: bool) -> int:
    del au_travail
    return 15


def _deux_indemnites(deja_indemnise: bool) -> bool:
    del deja_indemnise
    return True


FAUTES: tuple[Faute, ...] = (
    Faute(
        "conge_de_naissance_indemnise",
        "Les trois jours du congé de naissance, dus par l'employeur, comptés dans le congé de paternité : vingt-huit jours payés",
        "PAT-DROIT",
        Variante({"famille.paternite.duree": _vingt_cinq_et_trois}),
        None,
        _PATERNITE,
    ),
    Faute(
        "conge_de_naissance_retire",
        "Trois jours retirés du congé de paternité pour le congé de naissance, qu'un indépendant n'a pas et qu'un salarié a en plus",
        "PAT-DROIT",
        Variante({"famille.paternite.duree": _trois_jours_retires}),
        None,
        _PATERNITE,
    ),
    Faute(
        "paternite_de_onze_jours",
        "Congé de paternité de onze jours, celui des naissances d'avant juillet 2021",
        "PAT-DROIT",
        Variante({"famille.paternite.duree": _avant_juillet_2021}),
        None,
        _PATERNITE,
    ),
    Faute(
        "paternite_sans_naissances_multiples",
        "Congé de paternité de vingt-cinq jours même pour des jumeaux",
        "PAT-DROIT",
        Variante({"famille.paternite.duree": _vingt_cinq_pour_tous}),
        None,
        _PATERNITE,
    ),
    Faute(
        "parts_de_paternite_libres",
        "Congé de paternité coupé en autant de parts qu'on veut, si courtes soient-elles",
        "PAT-DROIT",
        Variante({"famille.paternite.part_admise": _parts_libres}),
        None,
        _PATERNITE,
    ),
    Faute(
        "nouveau_ne_hospitalise_oublie",
        "Nouveau-né hospitalisé : les jours obligatoires du père ne sont pas prolongés",
        "PAT-HOSP",
        Variante({"famille.paternite.jours_d_hospitalisation": _sans_prolongation}),
        None,
        _PATERNITE,
    ),
    Faute(
        "delai_de_paternite_depuis_la_naissance",
        "Six mois comptés depuis la naissance, même quand l'enfant a été hospitalisé",
        "PAT-DELAI",
        Variante({"famille.paternite.fin_du_delai": _depuis_la_naissance}),
        None,
        _PATERNITE,
    ),
    Faute(
        "delai_de_paternite_de_quatre_mois",
        "Congé de paternité à prendre dans les quatre mois, délai d'avant juillet 2021",
        "PAT-DELAI",
        Variante({"famille.paternite.fin_du_delai": _quatre_mois}),
        None,
        _PATERNITE,
    ),
    Faute(
        "pere_d_un_enfant_sans_vie",
        "Enfant viable né sans vie : congé de paternité refusé",
        "PAT-MORTNE",
        Variante({"famille.paternite.pere_d_un_enfant_viable": _sans_les_mort_nes}),
        None,
        _PATERNITE,
    ),
    Faute(
        "deux_indemnites_le_meme_jour",
        "Deux congés se chevauchent : le même jour est indemnisé deux fois",
        "MAT-CUMUL",
        Variante({"famille.cumul.jour_libre": _deux_indemnites}),
        None,
        (*_PATERNITE, *_NAISSANCE),
    ),
    Faute(
        "adoption_de_dix_semaines",
        "Congé d'adoption de dix semaines, durée d'avant juillet 2021",
        "ADO-DUREE",
        Variante({"famille.adoption.duree": _dix_semaines}),
        None,
        _ADOPTION,
    ),
    Faute(
        "partage_de_onze_jours",
        "Congé d'adoption partagé : onze jours de plus, comme avant juillet 2021, au lieu de vingt-cinq",
        "ADO-PARTAGE",
        Variante({"famille.adoption.duree_d_un_parent": _onze_jours_de_plus}),
        None,
        _ADOPTION,
    ),
    Faute(
        "adoption_des_l_arrivee",
        "Congé d'adoption refusé avant l'arrivée de l'enfant : les sept jours d'avance ne sont pas payés",
        "ADO-DUREE",
        Variante({"famille.adoption.jour_permis": _pas_avant_l_arrivee}),
        None,
        _ADOPTION,
    ),
    Faute(
        "heures_de_l_adoptant_non_exigees",
        "Adoptant affilié depuis assez longtemps : droits ouverts sans les 150 heures d'avant l'arrivée",
        "ADO-OUV",
        Variante({"famille.ouverture.porte_de_l_adoptant": _sans_compter_les_heures}),
        None,
        _ADOPTION,
    ),
    Faute(
        "huit_semaines_pour_tout_conge",
        "Huit semaines d'arrêt exigées pour l'adoption, le deuil ou le décès de la mère comme pour la maternité",
        "MAT-8S-CHAMP",
        Variante({"famille.duree.duree_minimale_exigee": _huit_semaines_toujours}),
        None,
        (*_ADOPTION, *_NAISSANCE),
    ),
    Faute(
        "conditions_au_deuil",
        "Heures, cotisations et affiliation exigées pour le deuil d'un enfant ou le repos d'une mère décédée",
        "MAT-SEUIL",
        Variante({"famille.ouverture.sans_condition_d_ouverture": _conditions_toujours}),
        None,
        _NAISSANCE,
    ),
    Faute(
        "taux_csn_unique",
        "Congé supplémentaire de naissance payé à 70 % le second mois comme le premier",
        "CSN-IJ",
        Variante({"famille.naissance.second_mois": _un_seul_taux}),
        None,
        _NAISSANCE,
    ),
    Faute(
        "mois_de_trente_jours",
        "Mois de congé supplémentaire compté pour trente jours au lieu de date à date",
        "CSN-DROIT",
        Variante({"famille.naissance.fin_du_mois_de_conge": _trente_jours}),
        None,
        _NAISSANCE,
    ),
    Faute(
        "deuil_de_quinze_jours",
        "Quinze jours de deuil payés à un salarié au lieu de huit",
        "DEUIL",
        Variante({"famille.deuil.duree": _quinze_jours_pour_tous}),
        None,
        _NAISSANCE,
    ),
)
