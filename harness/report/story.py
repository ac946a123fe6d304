"""A dossier told to a person: the facts known at the date of the question, one French sentence each."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from harness.report.story_famille import describe_business, tell_family
from harness.report.wording import clean, payee
from oracle.calendrier import en_francais, mois_civil
from oracle.dossier import Annulation, Dossier, UnePiece
from oracle.dossier.activites import Activite, Affiliation, Chomage
from oracle.dossier.arrets import Ald, AvisArret, Reprise
from oracle.dossier.employeur import AttestationSalaire, Paie, Subrogation
from oracle.dossier.versements import Mouvement, RepriseHistorique
from oracle.explication.langue import euros, heures, intervalle, pluriel
from oracle.explication.mots import PIECES

_FACTS_SHOWN = 24

_CONTRATS = {
    "cdi": "CDI",
    "cdd": "CDD",
    "interim": "intérim",
    "saisonnier": "contrat saisonnier",
    "apprentissage": "apprentissage",
    "intermittent": "contrat intermittent",
}
_PAIES = {
    "mensuelle": "paie mensuelle",
    "quatorzaine": "paie de quatorzaine",
    "hebdomadaire": "paie hebdomadaire",
}
_FINS = {
    "demission": "démission",
    "licenciement": "licenciement",
    "rupture_conventionnelle": "rupture conventionnelle",
    "fin_de_contrat": "fin de contrat",
    "retraite": "retraite",
}
_EXCEPTIONS = {
    "deces_enfant": "décès d'un enfant",
    "interruption_spontanee_grossesse": "interruption spontanée de grossesse",
    "interruption_medicale_grossesse": "interruption médicale de grossesse",
}
_MOUVEMENTS = {
    "paiement": "payé",
    "acompte": "versé en acompte",
    "remboursement": "remboursé",
    "retenue": "retenu",
    "rejet_bancaire": "rejeté par la banque",
    "abandon": "abandonné",
    "remise": "remis",
}


def tell(dossier: Dossier, au: date) -> tuple[str, ...]:
    """The facts of a dossier known at ``au``; a long one is cut, and the last sentence says how much is left out."""
    known = [piece for piece in dossier.pieces if piece.recue_le <= au]
    facts = [
        f"Naissance de l'assuré le {en_francais(dossier.assure.naissance)}.",
        *(clean(sentence) for piece in known for sentence in _sentences(piece)),
    ]
    if len(facts) > _FACTS_SHOWN:
        facts = [
            *facts[:_FACTS_SHOWN],
            f"Et {pluriel(len(facts) - _FACTS_SHOWN, 'autre fait', 'autres faits')}.",
        ]
    later = len(dossier.pieces) - len(known)
    if later:
        facts.append(f"{pluriel(later, 'pièce reçue', 'pièces reçues')} plus tard : sans effet à cette date.")
    return (*facts, f"Décompte demandé au {en_francais(au)}.")


def _sentences(piece: UnePiece) -> Iterator[str]:
    if isinstance(piece, Annulation):
        yield f"Pièce {piece.annule} annulée le {en_francais(piece.recue_le)}."
        return
    told = list(_told(piece))
    if piece.remplace is not None and told:
        told[0] = (
            f"{told[0].removesuffix('.')} (reçu le {en_francais(piece.recue_le)}, remplace la pièce {piece.remplace})."
        )
    yield from told


def _told(piece: UnePiece) -> Iterator[str]:
    match piece:
        case Activite():
            yield f"{_activite(piece)}."
        case AvisArret():
            yield f"{_avis(piece)}."
        case AttestationSalaire():
            yield from _attestation(piece)
        case Mouvement():
            yield (
                f"{euros(piece.montant)} {_MOUVEMENTS[piece.nature]} le {en_francais(piece.date)} "
                f"({payee(piece.destinataire)})."
            )
        case Affiliation():
            yield f"Affilié au régime {piece.regime.replace('general', 'général')} {_open_span(piece.debut, piece.fin)}."
        case Chomage():
            indemnise = "indemnisé" if piece.indemnise else "non indemnisé"
            yield f"Chômage {indemnise} {_open_span(piece.debut, piece.fin)}."
        case Ald():
            depuis = f", depuis le {en_francais(piece.debut)}" if piece.debut else ""
            yield f"Affection de longue durée {piece.ald} reconnue le {en_francais(piece.reconnue_le)}{depuis}."
        case Reprise():
            yield f"Reprise du travail le {en_francais(piece.date)} (arrêt {piece.arret})."
        case RepriseHistorique():
            for ligne in piece.lignes:
                ald = f" pour l'ALD {ligne.ald}" if ligne.ald else ""
                yield f"Déjà indemnisé par un ancien moteur{ald} {intervalle(ligne.debut, ligne.fin)}."
        case _:
            _, called = PIECES[piece.type]
            yield from tell_family(piece) or (f"Pièce reçue le {en_francais(piece.recue_le)} : {called}.",)


def _open_span(debut: date, fin: date | None) -> str:
    return f"depuis le {en_francais(debut)}" if fin is None else intervalle(debut, fin)


def _activite(piece: Activite) -> str:
    if piece.nature == "independant":
        return f"Activité {piece.activite}, indépendante : {describe_business(piece)}, {_open_span(piece.debut, piece.fin)}"
    parts = [
        f"Activité {piece.activite} : {_CONTRATS.get(piece.contrat or '', piece.contrat)}",
        _PAIES.get(piece.periodicite or "", ""),
        "profession discontinue" if piece.discontinu else "",
        "particulier employeur" if piece.particulier_employeur else "",
        _open_span(piece.debut, piece.fin),
    ]
    end = f" ({_FINS[piece.motif_fin]})" if piece.motif_fin else ""
    return ", ".join(part for part in parts if part) + end


def _avis(piece: AvisArret) -> str:
    nature = "prolongation" if piece.nature == "prolongation" else "avis initial"
    parts = [
        f"Arrêt {piece.arret} {intervalle(piece.debut, piece.fin)} ({nature}",
        f"risque {piece.risque.replace('_', ' ')}" if piece.risque != "maladie" else "",
        "temps partiel" if piece.modalite == "temps_partiel" else "",
        f"ALD {piece.ald}" if piece.ald else "",
        f"sans carence : {_EXCEPTIONS[piece.exception_carence]}" if piece.exception_carence else "",
        "premier jour travaillé" if piece.premier_jour_travaille else "",
        "téléconsultation" if piece.teleconsultation else "",
        f"prescrit le {en_francais(piece.prescrit_le)}" if piece.prescrit_le != piece.debut else "",
    ]
    return ", ".join(part for part in parts if part) + ")"


def _attestation(piece: AttestationSalaire) -> Iterator[str]:
    yield (
        f"Attestation de l'employeur {piece.activite} pour {piece.arret} : dernier jour travaillé le "
        f"{en_francais(piece.dernier_jour_travaille)}"
        + "".join(f" ; {pays}" for pays in _paies(piece.paies))
        + "".join(f" ; {hours}" for hours in _heures(piece))
        + "."
    )
    for accessoire in piece.accessoires:
        nature = "Prime" if accessoire.nature == "prime" else "Rappel de salaire"
        yield f"{nature} de {euros(accessoire.montant)} versé le {en_francais(accessoire.versee_le)}."
    for subrogation in piece.subrogations:
        yield _subrogation(piece.activite, subrogation)


def _paies(paies: Sequence[Paie]) -> Iterator[str]:
    """Pays that repeat the same figures are told once."""
    for (brut, worked), alike in groupby(paies, key=lambda paie: (paie.brut, paie.heures)):
        group = list(alike)
        each = f"{euros(brut)}{f' et {heures(worked)}' if worked is not None else ''}"
        months = all(_is_month(paie) for paie in group)
        if len(group) == 1:
            when = str(mois_civil(group[0].debut)) if months else intervalle(group[0].debut, group[0].fin)
            yield f"{when} : {each}"
        elif months:
            first, last = group[0].debut, group[-1].debut
            start = str(mois_civil(first)).removesuffix(f" {first.year}" if first.year == last.year else "")
            yield f"{start} {'et' if len(group) == 2 else 'à'} {mois_civil(last)} : {each} par mois"
        else:
            yield f"{len(group)} paies de {each}, {intervalle(group[0].debut, group[-1].fin)}"


def _is_month(paie: Paie) -> bool:
    month = mois_civil(paie.debut)
    return (paie.debut, paie.fin) == (month.debut, month.fin)


def _heures(piece: AttestationSalaire) -> Iterator[str]:
    for count, days in ((piece.heures_90_jours, 90), (piece.heures_365_jours, 365)):
        if count is not None:
            yield f"{heures(count)} sur {days} jours"


def _subrogation(activite: str, subrogation: Subrogation) -> str:
    kept = (
        "tout le salaire"
        if subrogation.salaire_maintenu == "total"
        else f"{euros(subrogation.salaire_maintenu)} de salaire"
    )
    return f"L'employeur {activite} maintient {kept} {intervalle(subrogation.debut, subrogation.fin)} (subrogation)."
