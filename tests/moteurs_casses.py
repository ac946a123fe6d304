"""Engines that break one relation each: the oracle with a rule replaced, a décompte touched up, a dossier misread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from oracle.calendrier import plus_jours, plus_mois
from oracle.decompte import Decompte, Part, PeriodeDue, par_jour
from oracle.dossier import Dossier, DossierInvalide
from oracle.dossier.activites import Activite
from oracle.dossier.arrets import AvisArret
from oracle.dossier.employeur import AttestationSalaire, AttestationTempsPartiel
from oracle.legislation import Table, tables
from oracle.liquidation import liquider_en_detail
from oracle.loi import Variante
from oracle.perimetre import HorsChamp
from properties.invariants import Demande
from properties.invariants.lus import avis_ranges, pieces, se_chevauchent
from properties.invariants.retouches import avec_les_pieces, chaque, modifie

Moteur = Callable[[Demande], Decompte | None]
DIMANCHE = 6


def oracle(demande: Demande) -> Decompte | None:
    """The law as it is, or as the question has it."""
    return _repondre(demande, demande.loi or Variante())


def _repondre(demande: Demande, loi: Variante) -> Decompte | None:
    try:
        return liquider_en_detail(demande.dossier, demande.au, None, loi).decompte
    except (HorsChamp, DossierInvalide):
        return None


def avec_une_regle(**regles: Callable[..., Any]) -> Moteur:
    """The oracle with rules replaced: ``maladie__jours_prescrits=…``."""
    return par_variante(Variante({nom.replace("__", "."): regle for nom, regle in regles.items()}))


def par_variante(variante: Variante) -> Moteur:
    """The oracle under a variant of the law."""
    return lambda demande: _repondre(demande, (demande.loi or Variante()).avec(variante))


def par_retouche(retoucher: Callable[[Demande, Decompte], Decompte]) -> Moteur:
    """The oracle, its answer touched up."""

    def repondre(demande: Demande) -> Decompte | None:
        decompte = oracle(demande)
        return None if decompte is None else retoucher(demande, decompte)

    return repondre


def par_lecture(relire: Callable[[Dossier], Dossier]) -> Moteur:
    """The oracle, on a dossier misread."""
    return lambda demande: oracle(replace(demande, dossier=relire(demande.dossier)))


# -- touching up a décompte


def chaque_periode(decompte: Decompte, refaire: Callable[[PeriodeDue], PeriodeDue]) -> Decompte:
    """The same décompte, every run of days rewritten."""
    return decompte.model_copy(update={"periodes": tuple(refaire(periode) for periode in decompte.periodes)})


def jour_par_jour(decompte: Decompte, combien: Callable[[date, Fraction], Fraction]) -> Decompte:
    """The same décompte, one run a day, with other amounts."""
    periodes = [
        periode.model_copy(
            update={
                "debut": du.jour,
                "fin": du.jour,
                "montant": None,
                "montant_journalier": combien(du.jour, Fraction(du.montant)),
                "parts": du.parts,
            }
        )
        for periode in decompte.periodes
        for du in par_jour(periode)
    ]
    return decompte.model_copy(update={"periodes": tuple(periodes)})


def _payee(periode: PeriodeDue) -> bool:
    return periode.statut == "indemnise" and bool(periode.parts)


def un_centime_perdu(demande: Demande, decompte: Decompte) -> Decompte:
    del demande

    def refaire(periode: PeriodeDue) -> PeriodeDue:
        if not _payee(periode):
            return periode
        premiere = periode.parts[0]
        moindre = Part(destinataire=premiere.destinataire, montant=Fraction(premiere.montant) - 1)
        return periode.model_copy(update={"parts": (moindre, *periode.parts[1:])})

    return chaque_periode(decompte, refaire)


def jours_subroges_non_comptes(demande: Demande, decompte: Decompte) -> Decompte:
    del demande
    subroge = any(part.destinataire != "assure" for p in decompte.periodes for part in p.parts)
    if not subroge or decompte.compteurs is None:
        return decompte
    return decompte.model_copy(update={"compteurs": decompte.compteurs.model_copy(update={"ij_3_ans": 0})})


def carence_payee_a_l_employeur(demande: Demande, decompte: Decompte) -> Decompte:
    del demande
    part = Part(destinataire="employeur:A", montant=Fraction(1000))
    return chaque_periode(
        decompte, lambda p: p.model_copy(update={"parts": (part,)}) if p.statut == "carence" else p
    )


def jour_paye_deux_fois(demande: Demande, decompte: Decompte) -> Decompte:
    del demande
    return decompte.model_copy(update={"periodes": (*decompte.periodes, *decompte.periodes[:1])})


def revalorise_apres_coup(demande: Demande, decompte: Decompte) -> Decompte:
    fin = max((p.fin for p in decompte.periodes), default=demande.au)
    if demande.au <= plus_jours(fin, 20):
        return decompte
    return jour_par_jour(decompte, lambda _, montant: montant + 100 if montant else montant)


def gros_salaire_a_l_assure(demande: Demande, decompte: Decompte) -> Decompte:
    bruts = [p.brut for a in pieces(demande.dossier, demande.au, AttestationSalaire) for p in a.paies]
    if max(bruts, default=0) < 2200_00:
        return decompte

    def refaire(periode: PeriodeDue) -> PeriodeDue:
        total = sum(Fraction(part.montant) for part in periode.parts)
        return periode.model_copy(
            update={"parts": (Part(destinataire="assure", montant=total),) if total else ()}
        )

    return chaque_periode(decompte, refaire)


def demi_centime(demande: Demande, decompte: Decompte) -> Decompte:
    del demande
    return jour_par_jour(decompte, lambda _, montant: montant + Fraction(1, 2) if montant else montant)


def solde_d_un_euro_de_trop(demande: Demande, decompte: Decompte) -> Decompte:
    del demande
    soldes = tuple(s.model_copy(update={"du": Fraction(s.du) + 100}) for s in decompte.soldes)
    return decompte.model_copy(update={"soldes": soldes})


def selon_le_quantieme(demande: Demande, decompte: Decompte) -> Decompte:
    debut = min((a.debut for a in avis_ranges(demande.dossier, demande.au)), default=demande.au)
    taux = tuple(
        t.model_copy(update={"montant_journalier": Fraction(t.montant_journalier) + debut.day})
        for t in decompte.taux
    )
    return decompte.model_copy(update={"taux": taux})


def revalorise_a_mi_parcours(demande: Demande, decompte: Decompte) -> Decompte:
    del demande
    return jour_par_jour(decompte, lambda jour, m: m + 1 if m and jour.day >= 15 else m)


def dimanche_chome(demande: Demande, decompte: Decompte) -> Decompte:
    del demande
    return jour_par_jour(decompte, lambda jour, m: Fraction(0) if jour.weekday() == DIMANCHE else m)


def carence_comptee(demande: Demande, decompte: Decompte) -> Decompte:
    del demande
    if decompte.compteurs is None or decompte.compteurs.ij_3_ans is None:
        return decompte
    plus = decompte.compteurs.model_copy(update={"ij_3_ans": decompte.compteurs.ij_3_ans + 3})
    return decompte.model_copy(update={"compteurs": plus})


def avis_superposes_payes_deux_fois(demande: Demande, decompte: Decompte) -> Decompte:
    if not se_chevauchent(avis_ranges(demande.dossier, demande.au)):
        return decompte
    return jour_par_jour(decompte, lambda _, montant: 2 * montant)


def cdd_refuse(demande: Demande, decompte: Decompte) -> Decompte:
    if not any(a.contrat == "cdd" for a in pieces(demande.dossier, demande.au, Activite)):
        return decompte
    return jour_par_jour(decompte, lambda *_: Fraction(0))


def un_ordre_par_attestation(demande: Demande, decompte: Decompte) -> Decompte:
    nombre = sum(isinstance(piece, AttestationSalaire) for piece in demande.dossier.pieces)
    return decompte.model_copy(update={"ordres": decompte.ordres * nombre})


# -- misreading a dossier


def dernier_document_ignore(dossier: Dossier) -> Dossier:
    """An engine that looks at the order of the list."""
    derniere = dossier.pieces[-1]
    garde = isinstance(derniere, AvisArret | Activite)
    return avec_les_pieces(dossier, *dossier.pieces[:-1], *((derniere,) if garde else ()))


def une_seule_correction(dossier: Dossier) -> Dossier:
    """An engine that forgets that a correction may itself be corrected."""
    corrections = {p.id for p in dossier.pieces if getattr(p, "remplace", None)}
    return avec_les_pieces(
        dossier, *(p for p in dossier.pieces if getattr(p, "remplace", None) not in corrections)
    )


def perte_moyenne(dossier: Dossier) -> Dossier:
    """An engine that spreads the loss of pay over all the months attested."""
    certificats = [p for p in dossier.pieces if isinstance(p, AttestationTempsPartiel)]
    if not certificats:
        return dossier
    moyenne = sum(c.salaire_percu for c in certificats) // len(certificats)
    return chaque(dossier, AttestationTempsPartiel, lambda c: modifie(c, salaire_percu=moyenne))


# -- rules replaced


def _dernier_jour_oublie(debut: date, fin: date) -> tuple[date, ...]:
    return tuple(plus_jours(debut, rang) for rang in range((fin - debut).days))


def _table(nom: str, valeur: Fraction) -> Table:
    table = tables()[nom]
    return replace(table, lignes=tuple(replace(ligne, valeur=valeur) for ligne in table.lignes))


def _rien_au_dessus_du_plafond(salaires: Sequence[Fraction], plafond: Fraction) -> tuple[Fraction, ...]:
    return tuple(Fraction(0) if salaire > plafond else Fraction(salaire) for salaire in salaires)


def _dernier_mois_seul(salaires_retenus: Sequence[Fraction], par: Fraction) -> Fraction:
    return len(salaires_retenus) * Fraction(salaires_retenus[-1]) / par


def _trop_d_heures_ferment(heures_trois_mois: int, heures_90_jours: int) -> bool:
    return 150_00 <= max(heures_trois_mois, heures_90_jours) <= 480_00


def _mois_suivant(jour: date) -> date:
    return plus_mois(jour, 3)


@dataclass(frozen=True)
class Casse:
    """An engine that breaks a relation, and the scenarios in which that shows."""

    moteur: Moteur
    scenarios: tuple[str, ...]


SANS_SMIC = Fraction(1_000_000)

CASSES: Mapping[str, Casse] = {
    "INV-A01": Casse(par_retouche(un_centime_perdu), ("arret_simple",)),
    "INV-A02": Casse(par_retouche(jours_subroges_non_comptes), ("subrogation",)),
    "INV-A03": Casse(
        avec_une_regle(
            destinataires__dernier_jour_de_subrogation=lambda fin_declaree, fin_du_contrat: fin_declaree,  # noqa: ARG005
            destinataires__periodes_sous_contrat=lambda debut, fin, contrats: ((debut, fin),),  # noqa: ARG005
        ),
        ("fin_du_contrat_pendant_l_arret", "subrogation"),
    ),
    "INV-A06": Casse(par_retouche(carence_payee_a_l_employeur), ("arret_simple",)),
    "INV-A09": Casse(par_lecture(dernier_document_ignore), ("arret_simple",)),
    "INV-A10": Casse(par_retouche(un_ordre_par_attestation), ("arret_simple",)),
    "INV-A11": Casse(par_lecture(une_seule_correction), ("arret_simple",)),
    "INV-A15": Casse(par_retouche(jour_paye_deux_fois), ("arret_simple",)),
    "INV-A17": Casse(par_retouche(revalorise_apres_coup), ("arret_simple",)),
    "INV-A18": Casse(par_retouche(gros_salaire_a_l_assure), ("subrogation",)),
    "INV-A21": Casse(par_retouche(demi_centime), ("arret_simple",)),
    "INV-B01": Casse(
        par_variante(Variante(tables={"jours_de_carence": _table("jours_de_carence", Fraction(2))})),
        ("arret_simple",),
    ),
    "INV-B02": Casse(avec_une_regle(maladie__debut_du_delai_de_carence=max), ("arret_simple",)),
    "INV-B03": Casse(par_retouche(avis_superposes_payes_deux_fois), ("arret_simple",)),
    "INV-B05": Casse(par_retouche(selon_le_quantieme), ("arret_simple",)),
    "INV-B06": Casse(
        avec_une_regle(salaires__salaires_plafonnes=_rien_au_dessus_du_plafond), ("arret_simple",)
    ),
    "INV-B07": Casse(par_retouche(revalorise_a_mi_parcours), ("arret_simple",)),
    "INV-B09": Casse(par_retouche(dimanche_chome), ("arret_simple",)),
    "INV-B10": Casse(par_variante(Variante(decalages={"MAL-360.maximum": 1})), ("jusqu_au_360e",)),
    "INV-B12": Casse(avec_une_regle(droits__apres_six_mois=lambda *_: True), ("plus_de_six_mois",)),
    "INV-B14": Casse(par_retouche(carence_comptee), ("arret_simple",)),
    "INV-B15": Casse(
        avec_une_regle(temps_partiel__indemnite_de_la_periode=lambda indemnites, jours, perte: indemnites),  # noqa: ARG005
        ("temps_partiel",),
    ),
    "INV-B16": Casse(par_lecture(perte_moyenne), ("temps_partiel",)),
    "INV-B17": Casse(
        avec_une_regle(temps_partiel__carence_du_temps_partiel=lambda temps_partiel: True),  # noqa: ARG005
        ("temps_partiel",),
    ),
    "INV-B18": Casse(
        avec_une_regle(
            temps_partiel__indemnite_de_la_periode=lambda indemnites, jours, perte: max(1, indemnites - perte)  # noqa: ARG005
        ),
        ("temps_partiel",),
    ),
    "INV-B19": Casse(avec_une_regle(controles__moitie=lambda montant: montant * 2 // 3), ("envoi_tardif",)),
    "INV-B21": Casse(par_retouche(cdd_refuse), ("arret_simple",)),
    "INV-B22": Casse(avec_une_regle(salaires__gain_journalier_de_base=_dernier_mois_seul), ("arret_simple",)),
    "INV-J01": Casse(avec_une_regle(maladie__jours_prescrits=_dernier_jour_oublie), ("arret_simple",)),
    "INV-J02": Casse(
        avec_une_regle(
            maladie__tolerance_en_vigueur=lambda fin_de_la_tolerance: True,  # noqa: ARG005
            maladie__pont_tolere=lambda veille, reprise_du_second_avis: True,  # noqa: ARG005
        ),
        ("prolongations",),
    ),
    "INV-J03": Casse(
        par_variante(
            Variante(tables={"multiplicateur_plafond": _table("multiplicateur_plafond", SANS_SMIC)})
        ),
        ("arret_simple",),
    ),
    "INV-J04": Casse(par_retouche(solde_d_un_euro_de_trop), ("arret_simple",)),
    "INV-J05": Casse(par_variante(Variante(decalages={"MAL-RETRAITE.maximum": 1})), ("retraite_au_travail",)),
    "INV-N01": Casse(avec_une_regle(droits__porte_des_heures=_trop_d_heures_ferment), ("porte_des_heures",)),
    "INV-N02": Casse(par_variante(Variante(decalages={"MAL-OD-1.heures_3_mois": 1})), ("arret_simple",)),
    "INV-N04": Casse(avec_une_regle(salaires__jour_du_smic=_mois_suivant), ("arret_simple",)),
}
"""For each relation, an engine that breaks it."""
