"""The gallery of the mother's rest: windows, losses, illness, each as an engineer once got it wrong.

No fault grants days for a child in hospital from forty-two days early, where the law says « plus de six semaines »: it
would answer as the law does. Days are added from the delivery to the legal rest, and the shortest rest begins forty-two
days before the presumed date: at forty-two days early there are none to add, whatever the family.
"""

from datetime import date

from oracle.calendrier import nb_jours, plus_jours
from oracle.famille import duree, pathologie
from oracle.loi import Variante
from sut_adapters.moteurs.fautes.modele import Faute

_MATERNITE = ("maternite",)
_DELAI_DE_CARENCE = 3


def _comme_prevu(debut_prevu: date, naissance: date) -> date:
    del naissance
    return debut_prevu


def _semaines_d_avant_encore(
    date_presumee: date, naissance: date, debut_legal: date, hospitalise: bool
) -> int:
    """The weeks before the presumed date, once more, when the child came before they began."""
    if naissance < debut_legal:
        return nb_jours(debut_legal, plus_jours(date_presumee, -1))
    return duree.supplement_pour_hospitalisation(date_presumee, naissance, debut_legal, hospitalise)


def _sans_deduire_le_verse(du: int, verse: int, acomptes: int) -> int:
    del verse
    return max(0, du - acomptes)


def _toujours_avant_terme(naissance: date, date_presumee: date) -> bool:
    del naissance, date_presumee
    return True


def _jamais_avant_terme(naissance: date, date_presumee: date) -> bool:
    del naissance, date_presumee
    return False


def _attendus_seuls(attendus: int, nes: int) -> int:
    del nes
    return attendus


def _a_charge_seuls(enfants_a_charge: int, enfants_nes_viables: int) -> bool:
    del enfants_nes_viables
    return enfants_a_charge >= duree.ENFANTS_DU_RANG_TROIS


def _report_accorde(jours: int, prescrit_le: date | None, debut_legal: date) -> int:
    del debut_legal
    return 0 if prescrit_le is None else min(jours, duree.REPORT_MAXIMAL)


def _apres_la_carence(debut_legal: date, arret: date) -> int:
    return nb_jours(debut_legal, plus_jours(arret, -1)) + _DELAI_DE_CARENCE


def _jamais_hospitalise(jour: date, sortie: date | None) -> bool:
    del jour, sortie
    return False


def _nes_vivants_seuls(ne_vivant: bool, viable: bool) -> bool:
    return ne_vivant and viable


def _travaille_ou_non(cesse: bool) -> bool:
    del cesse
    return True


def _suites_de_couches_aussi(risque: str, jour: date, debut_du_repos: date) -> bool:
    return risque == "suites_de_couches" or pathologie.malade_de_la_grossesse(risque, jour, debut_du_repos)


def _quinze_jours(rang: int) -> bool:
    return rang <= pathologie.JOURS_DE_REPOS_PATHOLOGIQUE + 1


def _carence_toujours(constat: date, naissance: date | None, date_presumee: date) -> bool:
    del constat, naissance, date_presumee
    return False


def _carence_apres_les_couches(sans_reprise: bool) -> bool:
    del sans_reprise
    return False


def _maladie_d_abord(jour: date, debut: date) -> bool:
    del jour, debut
    return False


def _attestation_de_maternite_exigee(conges: tuple[str, ...], arrets: tuple[str, ...]) -> tuple[str, ...]:
    del arrets
    return conges


_FENETRE: tuple[Faute, ...] = (
    Faute(
        "fenetre_sur_la_date_presumee",
        "Naissance avant le repos : période calculée sur la date présumée, jours d'entre les deux jugés hors période",
        "MAT-PREMA",
        Variante({"famille.duree.debut_du_repos": _comme_prevu}),
        "DEF07",
        _MATERNITE,
    ),
    Faute(
        "prenatal_en_bloc_separe",
        "Naissance avant le repos : les semaines d'avant la date présumée payées encore, en plus du repos entier",
        "MAT-PREMA",
        Variante({"famille.duree.supplement_pour_hospitalisation": _semaines_d_avant_encore}),
        "DEF08",
        _MATERNITE,
    ),
    Faute(
        "prenatal_paye_deux_fois",
        "Nouveau calcul à la naissance : les jours de repos déjà versés sont payés une seconde fois",
        "PAY-SOLDE",
        Variante({"compte.rappel": _sans_deduire_le_verse}),
        "DEF08",
        _MATERNITE,
    ),
    Faute(
        "retard_pris_sur_l_apres",
        "Accouchement tardif : les jours de retard sont retirés du repos d'après la naissance",
        "MAT-TARD",
        Variante({"famille.duree.avant_terme": _toujours_avant_terme}),
        None,
        _MATERNITE,
    ),
    Faute(
        "jours_d_avant_terme_perdus",
        "Accouchement en avance : les jours non pris avant la naissance sont perdus au lieu de s'ajouter après",
        "MAT-PREMA",
        Variante({"famille.duree.avant_terme": _jamais_avant_terme}),
        None,
        _MATERNITE,
    ),
    Faute(
        "semaines_d_avance_entieres",
        "Enfant hospitalisé : avance comptée en semaines entières, sept exigées au lieu de plus de six",
        "MAT-PREMA-HOSP",
        Variante(decalages={"MAT-PREMA-HOSP.avance": 6}),
        None,
        _MATERNITE,
    ),
    Faute(
        "naissance_multiple_non_prevue",
        "Durée du repos fixée par les enfants attendus : ceux qui naissent en plus ne comptent pas",
        "MAT-DUREE",
        Variante({"famille.duree.enfants_comptes": _attendus_seuls}),
        None,
        _MATERNITE,
    ),
    Faute(
        "rang_sur_les_enfants_a_charge",
        "Vingt-six semaines réservées à qui a deux enfants à charge : ceux qu'elle a mis au monde ne comptent pas",
        "MAT-RANG-DATE",
        Variante({"famille.duree.troisieme_rang": _a_charge_seuls}),
        None,
        _MATERNITE,
    ),
    Faute(
        "report_demande_trop_tard",
        "Report accordé à qui l'a demandé après le début du repos : les jours travaillés ne sont pas perdus",
        "MAT-REPORT",
        Variante({"famille.duree.report_admis": _report_accorde}),
        None,
        _MATERNITE,
    ),
    Faute(
        "carence_pendant_le_report",
        "Arrêt pendant le report : trois jours de carence avant que la maternité ne commence",
        "MAT-REPORT-ANNUL",
        Variante({"famille.duree.report_annule": _apres_la_carence}),
        None,
        _MATERNITE,
    ),
    Faute(
        "sans_report_a_la_sortie",
        "Enfant encore hospitalisé : les semaines gardées pour sa sortie sont refusées",
        "MAT-HOSP-REPORT",
        Variante({"famille.duree.encore_hospitalise": _jamais_hospitalise}),
        None,
        _MATERNITE,
    ),
    Faute(
        "cinquante_six_jours_exclus",
        "Huit semaines d'arrêt tout juste jugées insuffisantes : cinquante-sept jours exigés",
        "MAT-8S",
        Variante(comparateurs={"MAT-8S.jours": ">"}),
        None,
        _MATERNITE,
    ),
    Faute(
        "jours_travailles_payes",
        "Jours travaillés pendant le repos indemnisés comme les autres",
        "MAT-ARRET",
        Variante({"famille.duree.cessation_effective": _travaille_ou_non}),
        None,
        _MATERNITE,
    ),
)
"""Faults on the dates of the rest."""

_PERTES_ET_MALADIES: tuple[Faute, ...] = (
    Faute(
        "mort_ne_a_22_semaines_refuse",
        "Enfant sans vie à vingt-deux semaines d'aménorrhée tout juste : repos refusé",
        "MAT-MORTNE",
        Variante(comparateurs={"MAT-MORTNE.age": ">"}),
        None,
        _MATERNITE,
    ),
    Faute(
        "naissance_vivante_exigee",
        "Repos réservé aux enfants nés vivants : un enfant viable né sans vie n'ouvre rien",
        "MAT-MORTNE",
        Variante({"famille.perte.maternite_due": _nes_vivants_seuls}),
        None,
        _MATERNITE,
    ),
    Faute(
        "grossesse_en_maladie_impayee",
        "Arrêt de maladie devenu maternité : l'attestation de l'arrêt ne sert plus, la maternité attend et n'est pas payée",
        "MAT-INTERRUPTION",
        Variante({"famille.montant.attestations_du_repos": _attestation_de_maternite_exigee}),
        "DEF20",
        _MATERNITE,
    ),
    Faute(
        "maladie_pendant_le_repos",
        "Arrêt de maladie qui se poursuit pendant le repos : la maladie l'emporte sur la maternité",
        "MAT-MALADIE",
        Variante({"famille.pathologie.maternite_prevaut": _maladie_d_abord}),
        None,
        _MATERNITE,
    ),
    Faute(
        "suites_de_couches_au_taux_du_repos",
        "Suites de couches pathologiques payées comme la maternité au lieu de la maladie",
        "MAT-PATHO-PRE",
        Variante({"famille.pathologie.malade_de_la_grossesse": _suites_de_couches_aussi}),
        None,
        _MATERNITE,
    ),
    Faute(
        "quinzieme_jour_pathologique",
        "Quinze jours de repos pathologique payés comme la maternité au lieu de quatorze",
        "MAT-PATHO-PRE",
        Variante({"famille.pathologie.repos_pathologique": _quinze_jours}),
        None,
        _MATERNITE,
    ),
    Faute(
        "carence_malgre_les_six_semaines",
        "Maladie de la grossesse : carence appliquée même dans les six semaines qui précèdent l'accouchement",
        "MAT-MALADIE",
        Variante({"famille.pathologie.sans_carence_de_grossesse": _carence_toujours}),
        None,
        _MATERNITE,
    ),
    Faute(
        "carence_des_suites_de_couches",
        "Suites de couches sans reprise du travail : délai de carence appliqué",
        "MAT-PATHO-POST",
        Variante({"famille.pathologie.sans_carence_de_suites_de_couches": _carence_apres_les_couches}),
        None,
        _MATERNITE,
    ),
)
"""Faults on losses and illness."""

FAUTES: tuple[Faute, ...] = (*_FENETRE, *_PERTES_ET_MALADIES)
