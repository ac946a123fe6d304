"""Pièces: who works where, under which scheme, and the periods that stand in for work."""

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from oracle.dossier.champs import Booleen, Compte, Identifiant, Jour, Montant, Piece

Regime = Literal["general", "independant", "agricole", "special"]
Periodicite = Literal["mensuelle", "quatorzaine", "hebdomadaire"]

_PROPRES_AUX_SALARIES = (
    "contrat",
    "periodicite",
    "motif_fin",
    "discontinu",
    "particulier_employeur",
    "abattement_frais_professionnels",
)
_PROPRES_AUX_INDEPENDANTS = (
    "statut",
    "statut_chef",
    "micro",
    "micro_chef",
    "option_l613_7",
    "option_l613_11",
    "accessoire_saisonniere",
)

_CHAMPS_DE_LA_NATURE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "salarie": (("contrat", "periodicite"), _PROPRES_AUX_INDEPENDANTS),
    "independant": (("statut",), _PROPRES_AUX_SALARIES),
    "mandat_local": ((), _PROPRES_AUX_SALARIES + _PROPRES_AUX_INDEPENDANTS),
}
"""For each nature of activity, the fields it requires and those it does not know."""


class Activite(Piece):
    """An activity: a contract of employment, a business, or a local mandate (L331-3-1). ``fin`` null: still running."""

    type: Literal["activite"]
    activite: Identifiant
    nature: Literal["salarie", "independant", "mandat_local"]
    debut: Jour
    fin: Jour | None = None
    contrat: Literal["cdi", "cdd", "interim", "saisonnier", "apprentissage", "intermittent"] | None = None
    motif_fin: (
        Literal["demission", "licenciement", "rupture_conventionnelle", "fin_de_contrat", "retraite"] | None
    ) = None
    periodicite: Periodicite | None = None
    discontinu: Booleen = False
    particulier_employeur: Booleen = False
    abattement_frais_professionnels: Booleen = False
    statut: (
        Literal[
            "artisan",
            "commercant",
            "liberal_cnavpl",
            "liberal_non_reglemente",
            "conjoint_collaborateur",
            "praticien_remplacant",
        ]
        | None
    ) = None
    statut_chef: Literal["artisan", "commercant", "liberal_cnavpl", "liberal_non_reglemente"] | None = None
    micro: Literal["vente", "services", "bnc"] | None = None
    micro_chef: Booleen = False
    option_l613_7: Booleen = False
    option_l613_11: Booleen = False
    accessoire_saisonniere: Booleen = False

    @model_validator(mode="after")
    def _champs_de_sa_nature(self) -> "Activite":
        requis, interdits = _CHAMPS_DE_LA_NATURE[self.nature]
        for champ in interdits:
            if champ in self.model_fields_set and getattr(self, champ) not in (None, False):
                raise PydanticCustomError(
                    "champ_d_une_autre_nature", "champ étranger", {"champ": champ, "nature": self.nature}
                )
        for champ in requis:
            if getattr(self, champ) is None:
                raise PydanticCustomError(
                    "champ_de_la_nature", "champ requis", {"champ": champ, "nature": self.nature}
                )
        return self


class RevenuIndependant(Piece):
    """A year's income of a business; exactly one of ``revenu`` and ``chiffre_affaires`` (the latter: micro)."""

    type: Literal["revenu_independant"]
    activite: Identifiant
    annee: Compte
    revenu: Montant | None = None
    chiffre_affaires: Montant | None = None
    arrete_au: Jour | None = None
    revenu_chef: Montant | None = None
    rsa_prime_activite: Booleen = False
    cotisations_dues: Montant | None = None
    cotisations_payees: Montant | None = None
    plan_apurement_respecte: Booleen = False

    @model_validator(mode="after")
    def _revenu_ou_chiffre_d_affaires(self) -> "RevenuIndependant":
        if (self.revenu is None) == (self.chiffre_affaires is None):
            raise PydanticCustomError("revenu_ou_chiffre_affaires", "l'un des deux", {})
        return self


class Affiliation(Piece):
    """A period of affiliation to a health insurance scheme."""

    type: Literal["affiliation"]
    regime: Regime
    debut: Jour
    fin: Jour | None = None


class Chomage(Piece):
    """A period of unemployment; ``indemnise``: one of the incomes of L311-5 is paid."""

    type: Literal["chomage"]
    debut: Jour
    fin: Jour | None = None
    indemnise: Booleen = False


class PeriodeAssimilee(Piece):
    """A period that counts as hours of work (R313-8, R313-9)."""

    type: Literal["periode_assimilee"]
    motif: Literal[
        "maladie_indemnisee",
        "maternite",
        "paternite",
        "invalidite",
        "allocation_l333_1",
        "carence",
        "droits_epuises",
        "atmp",
        "rente_66",
        "reeducation",
        "detention_provisoire",
        "ajpp",
        "conge_formation",
    ]
    debut: Jour
    fin: Jour
    au_titre_du_maintien: Booleen = False


class CongeFamille(Piece):
    """A family leave during which earlier rights are kept (L161-9 and following)."""

    type: Literal["conge_famille"]
    nature: Literal["conge_parental", "presence_parentale", "solidarite_familiale"]
    debut: Jour
    fin: Jour


class Detention(Piece):
    """A period of detention; ``provisoire``: on remand."""

    type: Literal["detention"]
    debut: Jour
    fin: Jour | None = None
    provisoire: Booleen = False
