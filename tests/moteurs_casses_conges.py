"""Engines that break one relation of family leaves each."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from oracle.calendrier import plus_jours
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.famille import Conge, Grossesse, Naissance
from properties.invariants import Demande
from properties.invariants.lus_conges import conges
from properties.invariants.retouches import chaque, modifie
from tests.moteurs_casses import (
    Casse,
    avec_une_regle,
    chaque_periode,
    jour_par_jour,
    par_lecture,
    par_retouche,
)


def sans_vie_refuse(dossier: Dossier) -> Dossier:
    """An engine that sees no birth where no child lives."""

    def refaire(nee: Naissance) -> Naissance:
        if any(enfant.ne_vivant for enfant in nee.enfants):
            return nee
        return modifie(  # type: ignore[no-any-return]  # same model
            nee, enfants=tuple(modifie(e, semaines_amenorrhee=20, poids_g=None) for e in nee.enfants)
        )

    return chaque(dossier, Naissance, refaire)


def ancree_sur_la_date_presumee(dossier: Dossier) -> Dossier:
    """An engine that takes the presumed date for that of the birth."""
    prevues = {p.grossesse: p.accouchement_prevu for p in dossier.pieces if isinstance(p, Grossesse)}
    return chaque(dossier, Naissance, lambda nee: modifie(nee, date=prevues[nee.grossesse]))


def premier_conge_retenu(dossier: Dossier) -> Dossier:
    """An engine that keeps what it heard first: a leave told after the birth is cut to nothing."""
    naissances = [p.recue_le for p in dossier.pieces if isinstance(p, Naissance)]
    limite = min(naissances, default=date.max)

    def refaire(conge: Conge) -> Conge:
        periode = conge.periodes[0]
        courte = (periode.model_copy(update={"fin": periode.debut}),)
        return modifie(conge, periodes=courte) if conge.recue_le > limite else conge

    return chaque(dossier, Conge, refaire)


def naissances_additionnees(demande: Demande, decompte: Decompte) -> Decompte:
    """An engine that pays once more for each birth received."""
    nombre = sum(piece.type in ("naissance", "adoption") for piece in demande.dossier.pieces)
    return decompte.model_copy(update={"ordres": decompte.ordres * max(1, nombre)})


def prenatal_double(demande: Demande, decompte: Decompte) -> Decompte:
    """An engine that pays the days before the birth again once it is told."""
    nees = [p.date for p in demande.dossier.pieces if isinstance(p, Naissance) and p.recue_le <= demande.au]
    if not nees:
        return decompte
    avant = tuple(p for p in decompte.periodes if p.risque == "maternite" and p.debut < min(nees))
    return decompte.model_copy(update={"periodes": (*decompte.periodes, *avant)})


def premiers_jours_en_maladie(demande: Demande, decompte: Decompte) -> Decompte:
    """An engine that leaves to sickness the days of the rest that a notice covers."""
    noms = {conge.conge for conge in conges(demande.dossier, demande.au, "maternite")}
    return chaque_periode(
        decompte,
        lambda p: (
            p.model_copy(update={"risque": "maladie"})
            if p.risque == "maternite" and p.arret not in noms
            else p
        ),
    )


def conge_et_maladie_ensemble(demande: Demande, decompte: Decompte) -> Decompte:
    """An engine that pays sickness beside every day of leave."""
    del demande
    encore = tuple(
        p.model_copy(update={"risque": "maladie"}) for p in decompte.periodes if p.statut == "indemnise"
    )
    return decompte.model_copy(update={"periodes": (*decompte.periodes, *encore)})


def revalorise_en_route(demande: Demande, decompte: Decompte) -> Decompte:
    """An engine that raises the amount when the year changes."""
    del demande
    return jour_par_jour(decompte, lambda jour, m: m + 100 if m and jour.month == 1 else m)


def _seize_semaines_entamees(debut: date, total: int) -> date:
    return plus_jours(debut, total - 8)


CASSES_DES_CONGES: Mapping[str, Casse] = {
    "INV-C01": Casse(par_retouche(premiers_jours_en_maladie), ("maladie_avant_le_repos",)),
    "INV-C02": Casse(
        avec_une_regle(famille__duree__fin_avant_terme=_seize_semaines_entamees), ("maternite_au_terme",)
    ),
    "INV-C03": Casse(par_lecture(sans_vie_refuse), ("maternite_au_terme",)),
    "INV-C04": Casse(par_retouche(prenatal_double), ("maternite_au_terme",)),
    "INV-C05": Casse(par_retouche(revalorise_en_route), ("maternite_au_terme",)),
    "INV-C06": Casse(
        avec_une_regle(famille__duree__report_admis=lambda jours, prescrit_le, debut_legal: min(jours, 3)),  # noqa: ARG005
        ("maternite_au_terme",),
    ),
    "INV-C07": Casse(
        avec_une_regle(famille__pathologie__sans_carence_de_suites_de_couches=lambda sans_reprise: False),  # noqa: ARG005
        ("maladie_apres_le_repos",),
    ),
    "INV-C08": Casse(
        avec_une_regle(famille__duree__duree_minimale_atteinte=lambda jours: jours > 56),
        ("maternite_au_terme",),
    ),
    "INV-C09": Casse(par_retouche(conge_et_maladie_ensemble), ("maternite_au_terme",)),
    "INV-C10": Casse(par_retouche(naissances_additionnees), ("maternite_au_terme",)),
    "INV-C11": Casse(
        avec_une_regle(famille__pathologie__repos_pathologique=lambda rang: rang <= 28),  # four weeks for two
        ("repos_pathologique",),
    ),
    "INV-C12": Casse(
        par_lecture(ancree_sur_la_date_presumee), ("naissance_en_avance", "conge_prevu_puis_corrige")
    ),
    "INV-C13": Casse(par_lecture(premier_conge_retenu), ("maternite_au_terme",)),
    "INV-C14": Casse(
        avec_une_regle(
            famille__montant__salaires_plafonnes=lambda salaires, plafond: tuple(map(Fraction, salaires))  # noqa: ARG005
        ),
        ("maternite_au_terme",),
    ),
}
"""For each relation of family leaves, an engine that breaks it."""
