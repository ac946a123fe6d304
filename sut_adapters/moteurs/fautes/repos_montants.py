"""Faults on the rights and the amount of the maternity rest: what engineers got wrong, each replacing one rule."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from oracle.arrondis import tronque
from oracle.legislation import Ligne, Table, tables
from oracle.loi import Variante
from sut_adapters.moteurs.fautes.modele import Faute

_MATERNITE = ("maternite",)
_DELAI_DE_CARENCE = 3


def _debut_du_repos_seul(acquis: Sequence[bool | None]) -> bool | None:
    return acquis[0] if acquis else False


def _au_jour_de_la_naissance(date_presumee: date, naissance: date | None) -> date:
    return naissance or date_presumee


def _jour_meme(debut: date) -> date:
    return debut


def _sur_la_somme(salaires: Sequence[int | Fraction], plafond: Fraction) -> tuple[Fraction, ...]:
    return (min(sum(map(Fraction, salaires), Fraction(0)), plafond * len(salaires)),)


def _un_plafond_par_employeur(plafond: Fraction, employeurs: int) -> Fraction:
    return plafond * max(1, employeurs)


def _maximum_publie(plafond: Fraction, periodicite: str) -> Fraction:
    """Twelve weeks, or six fortnights, over 84 days never above three months over 91.25."""
    semaine = plafond * 3 / Fraction(9125, 100) * 7
    return semaine if periodicite == "hebdomadaire" else 2 * semaine


def _toutes_les_attestations(employeurs_connus: int) -> bool:
    del employeurs_connus
    return False


def _plafond_de_la_maladie() -> Table:
    """The ceiling of sick pay in the place of the social security's: so many monthly SMIC."""
    smic, multiplicateur = tables()["smic_mensuel"], tables()["multiplicateur_plafond"]
    debut = max(smic.lignes[0].depuis, multiplicateur.lignes[0].depuis)
    changements = sorted({ligne.depuis for ligne in (*smic.lignes, *multiplicateur.lignes)} | {debut})
    lignes = tuple(
        Ligne(jour, smic.valeur_au(jour) * multiplicateur.valeur_au(jour), "R323-4")
        for jour in changements
        if jour >= debut
    )
    return replace(tables()["plafond_mensuel_securite_sociale"], lignes=lignes)


def _sans_abattement() -> Table:
    table = tables()["part_nette_du_gain_journalier"]
    return replace(table, lignes=(replace(table.lignes[0], valeur=Fraction(1)),))


def _net_tronque(journalier: Fraction, part_nette: Fraction) -> int:
    return tronque(journalier * part_nette)


def _sans_minimum(montant: int, minimum: int) -> int:
    del minimum
    return montant


FAUTES: tuple[Faute, ...] = (
    Faute(
        "une_seule_date_de_reference",
        "Droits jugés au seul début du repos : le neuvième mois avant la date présumée n'est pas regardé",
        "MAT-REF",
        Variante({"famille.ouverture.l_une_des_dates_suffit": _debut_du_repos_seul}),
        None,
        _MATERNITE,
    ),
    Faute(
        "affiliation_a_la_naissance",
        "Affiliation comptée jusqu'à la naissance au lieu de la date présumée de l'accouchement",
        "MAT-AFFIL",
        Variante({"famille.ouverture.date_d_affiliation_de_la_mere": _au_jour_de_la_naissance}),
        None,
        _MATERNITE,
    ),
    Faute(
        "plafond_annee_en_cours",
        "Plafond du jour où le congé commence au lieu du dernier jour du mois précédent",
        "MAT-PLAFOND",
        Variante({"famille.montant.jour_du_plafond": _jour_meme}),
        None,
        (*_MATERNITE, "paternite", "adoption", "naissance"),
    ),
    Faute(
        "plafond_sur_la_somme_du_conge",
        "Plafond de la sécurité sociale appliqué à la somme des trois mois au lieu de chaque paie",
        "MAT-PLAFOND",
        Variante({"famille.montant.salaires_plafonnes": _sur_la_somme}),
        None,
        _MATERNITE,
    ),
    Faute(
        "plafond_par_employeur",
        "Un plafond par employeur au lieu d'un seul pour toutes les paies",
        "MAT-MULTI",
        Variante({"famille.montant.plafond_de_tous_les_employeurs": _un_plafond_par_employeur}),
        "DEF14",
        _MATERNITE,
    ),
    Faute(
        "maximum_publie_a_la_semaine",
        "Paies à la semaine : indemnité bornée au maximum publié, qui est celui des paies au mois",
        "MAT-PLAFOND",
        Variante({"famille.montant.plafond_d_une_paie": _maximum_publie}),
        None,
        _MATERNITE,
    ),
    Faute(
        "plafond_de_la_maladie",
        "Plafond de la maladie, en SMIC, appliqué à la maternité au lieu du plafond de la sécurité sociale",
        "MAT-PLAFOND",
        Variante(tables={"plafond_mensuel_securite_sociale": _plafond_de_la_maladie()}),
        None,
        _MATERNITE,
    ),
    Faute(
        "attestations_toutes_attendues",
        "Deux employeurs, une attestation manquante : rien n'est versé, même sur les paies connues",
        "MAT-MULTI",
        Variante({"famille.montant.provision_sur_les_paies_connues": _toutes_les_attestations}),
        "DEF14",
        _MATERNITE,
    ),
    Faute(
        "sans_les_vingt_et_un_pour_cent",
        "Salaire journalier versé en entier : les 21 % ne sont pas retirés",
        "MAT-IJ",
        Variante(tables={"part_nette_du_gain_journalier": _sans_abattement()}),
        None,
        _MATERNITE,
    ),
    Faute(
        "indemnite_de_repos_tronquee",
        "Indemnité de repos tronquée au centime au lieu d'être arrondie au plus proche",
        "MAT-IJ",
        Variante({"famille.montant.indemnite_de_repos": _net_tronque}),
        None,
        _MATERNITE,
    ),
    Faute(
        "minimum_oublie",
        "Petit salaire : l'indemnité n'est pas relevée au montant minimal",
        "MAT-MIN",
        Variante({"famille.montant.avec_le_minimum": _sans_minimum}),
        None,
        (*_MATERNITE, "paternite"),
    ),
)
"""Faults on rights and amount."""
