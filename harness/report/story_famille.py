"""Documents of family leaves and of the self-employed told to a person, one French sentence each."""

from collections.abc import Iterator, Sequence

from oracle.calendrier import en_francais
from oracle.dossier import UnePiece
from oracle.dossier.activites import Activite, CongeFamille, RevenuIndependant
from oracle.dossier.famille import (
    Adoption,
    Conge,
    DecesEnfant,
    DecesMere,
    Enfant,
    Grossesse,
    HospitalisationEnfant,
    Naissance,
    Remplacement,
)
from oracle.explication.conges.etude import NOMS
from oracle.explication.conges.repos import age_gestationnel
from oracle.explication.dits import majuscule
from oracle.explication.langue import enumerer, euros, intervalle, pluriel
from oracle.explication.mots import VALEURS


def tell_family(piece: UnePiece) -> tuple[str, ...]:
    """The sentences of a document of a family leave or of a business; none for any other document."""
    match piece:
        case Grossesse():
            return (_grossesse(piece),)
        case Naissance():
            return tuple(_naissance(piece))
        case DecesMere():
            paid = piece.dernier_jour_indemnise_mere
            last = f" ; dernier jour payé à la mère : le {en_francais(paid)}" if paid else ""
            return (f"Décès de la mère le {en_francais(piece.date)} (grossesse {piece.grossesse}){last}.",)
        case Adoption():
            return (_adoption(piece),)
        case Conge():
            return (_conge(piece),)
        case CongeFamille():
            return (f"{majuscule(VALEURS[piece.nature])} {intervalle(piece.debut, piece.fin)}.",)
        case DecesEnfant():
            return (f"Décès d'un enfant de {pluriel(piece.age, 'an')} le {en_francais(piece.date)}.",)
        case RevenuIndependant():
            return (_revenu(piece),)
        case Remplacement():
            days = intervalle(piece.debut, piece.fin)
            return (f"Remplacement du conjoint, activité {piece.activite}, {days} : {euros(piece.cout)}.",)
        case _:
            return ()


def describe_business(piece: Activite) -> str:
    """What a self-employed activity is: ``artisan, micro-entreprise (services)``."""
    return ", ".join(
        _said(
            (piece.statut, VALEURS.get(piece.statut or "", "")),
            (piece.micro, f"micro-entreprise ({VALEURS.get(piece.micro or '', '')})"),
            (piece.statut_chef, f"chef d'entreprise : {VALEURS.get(piece.statut_chef or '', '')}"),
            (piece.micro_chef, "chef en micro-entreprise"),
            (piece.option_l613_7, "option de l'article L. 613-7"),
            (piece.option_l613_11, "option de l'article L. 613-11"),
            (piece.accessoire_saisonniere, "activité accessoire saisonnière"),
        )
    )


def _said(*parts: tuple[object, str]) -> list[str]:
    """The words whose fact is stated."""
    return [words for fact, words in parts if fact]


def _grossesse(piece: Grossesse) -> str:
    prescribed = f", prescrit le {en_francais(piece.report_prescrit_le)}" if piece.report_prescrit_le else ""
    details = _said(
        (piece.enfants_attendus > 1, pluriel(piece.enfants_attendus, "enfant attendu", "enfants attendus")),
        (
            piece.enfants_a_charge,
            pluriel(piece.enfants_a_charge, "enfant déjà à charge", "enfants déjà à charge"),
        ),
        (
            piece.enfants_nes_viables,
            f"{pluriel(piece.enfants_nes_viables, 'enfant né viable', 'enfants nés viables')} auparavant",
        ),
        (piece.exposition_des, "exposition au distilbène"),
        (piece.report_jours, f"report de {pluriel(piece.report_jours, 'jour')} demandé{prescribed}"),
        (piece.avance_jours, f"avance de {pluriel(piece.avance_jours, 'jour')} demandée"),
    )
    return (
        f"Grossesse {piece.grossesse} constatée le {en_francais(piece.constat_le)}, commencée le "
        f"{en_francais(piece.debut_grossesse)}, accouchement prévu le {en_francais(piece.accouchement_prevu)}"
        f"{_list(details)}."
    )


def _naissance(piece: Naissance) -> Iterator[str]:
    """The delivery, then each child: a single one goes in the same sentence."""
    opening = f"Accouchement le {en_francais(piece.date)} (grossesse {piece.grossesse})"
    if len(piece.enfants) == 1:
        yield f"{opening} : enfant {_enfant(piece.enfants[0])}."
        return
    yield f"{opening} : {len(piece.enfants)} enfants."
    for rank, child in enumerate(piece.enfants, start=1):
        yield f"Enfant {rank} : {_enfant(child)}."


def _enfant(child: Enfant) -> str:
    parts = [
        "né vivant" if child.ne_vivant else "né sans vie",
        age_gestationnel(child),
        *(_hospitalisation(stay) for stay in child.hospitalisations),
    ]
    if child.deces_le is not None:
        parts.append(f"décédé le {en_francais(child.deces_le)}")
    return ", ".join(parts)


def _hospitalisation(stay: HospitalisationEnfant) -> str:
    when = f"depuis le {en_francais(stay.debut)}" if stay.fin is None else intervalle(stay.debut, stay.fin)
    return f"hospitalisé {when}{' en unité spécialisée' if stay.unite_specialisee else ''}"


def _adoption(piece: Adoption) -> str:
    who = "d'un enfant adopté" if piece.enfants == 1 else f"de {piece.enfants} enfants adoptés"
    other = piece.jours_autre_parent
    details = _said(
        (
            True,
            f"{pluriel(piece.enfants_a_charge_apres, 'enfant à charge', 'enfants à charge')} ensuite",
        ),
        (piece.partage, "congé partagé entre les parents"),
        (other, f"{pluriel(other, 'jour pris', 'jours pris')} par l'autre parent"),
    )
    return f"Arrivée {who} le {en_francais(piece.arrivee)} (adoption {piece.adoption}){_list(details)}."


def _conge(piece: Conge) -> str:
    of = f" (grossesse {piece.grossesse})" if piece.grossesse else ""
    of = f" (adoption {piece.adoption})" if piece.adoption else of
    days = enumerer([intervalle(period.debut, period.fin) for period in piece.periodes])
    return f"{majuscule(NOMS[piece.risque])} {piece.conge}{of} {days}."


def _revenu(piece: RevenuIndependant) -> str:
    stopped = f", arrêté au {en_francais(piece.arrete_au)}" if piece.arrete_au else ""
    details = _said(
        (piece.revenu_chef is not None, f"revenu du chef d'entreprise : {euros(piece.revenu_chef or 0)}"),
        (piece.cotisations_dues is not None, f"cotisations dues : {euros(piece.cotisations_dues or 0)}"),
        (
            piece.cotisations_payees is not None,
            f"cotisations payées : {euros(piece.cotisations_payees or 0)}",
        ),
        (piece.plan_apurement_respecte, "plan d'apurement respecté"),
        (piece.rsa_prime_activite, "revenu de solidarité active ou prime d'activité"),
    )
    kind, amount = (
        ("Revenu", piece.revenu)
        if piece.revenu is not None
        else ("Chiffre d'affaires", piece.chiffre_affaires)
    )
    return (
        f"{kind} de {piece.annee}, activité {piece.activite}{stopped} : {euros(amount or 0)}{_list(details)}."
    )


def _list(details: Sequence[str]) -> str:
    """What follows the main fact, each detail after a semicolon."""
    return "".join(f" ; {detail}" for detail in details)
