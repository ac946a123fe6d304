"""From days to money: who receives each day, where each payee stands, what levies are taken.

Amounts are cents. Nothing here changes what is due; balances never cross payees.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from oracle import compte, destinataires, prelevements
from oracle.decompte import Prelevement, Solde
from oracle.dossier.employeur import AttestationSalaire, Subrogation
from oracle.faits import Faits
from oracle.instruction import Instruction
from oracle.journal import Journal
from oracle.loi import Sujet, appliquer, au_sujet_de, parametre

Parts = Mapping[date, Mapping[str, int]]
"""For each paid day, the cents of each payee; the insured comes first."""

_MOIS_DE_LA_CLE_DE_PARTAGE = 3
_SORTIES = ("remboursement", "retenue", "rejet_bancaire")
DERNIER_JOUR = date.max


def repartir(faits: Faits, journal: Journal) -> Parts:
    """Share every paid day between the insured and the employers subrogated to them that day (R323-11)."""
    parts: dict[date, dict[str, int]] = {}
    for instruction in journal.instructions:
        arrets = instruction.interruption.arrets
        with au_sujet_de(Sujet(arrets[0], None, {"debut_arret": instruction.interruption.debut})):
            siens = {sien.jour for sien in instruction.interruption.jours}
            payes = {j.jour: j.montant for j in journal.jours if j.statut == "indemnise" and j.jour in siens}
            subroges = _jours_subroges(faits, instruction, payes)
            for jour, montant in payes.items():
                employeurs = {
                    a: _part(instruction, a, montant) for a, jours in subroges.items() if jour in jours
                }
                reste = montant - sum(employeurs.values())
                du_jour = {"assure": reste} if reste else {}
                parts[jour] = {
                    **du_jour,
                    **{f"employeur:{a}": part for a, part in sorted(employeurs.items()) if part},
                }
    return parts


def _part(instruction: Instruction, activite: str, montant: int) -> int:
    mois = len(instruction.calcul.mois) or _MOIS_DE_LA_CLE_DE_PARTAGE
    salaires = {a: instruction.releve.salaires_de(a, mois) for a in instruction.releve.attestations}
    if len(salaires) == 1:
        return montant
    return appliquer(destinataires.part_d_un_employeur, montant, salaires[activite], sum(salaires.values()))


def _jours_subroges(
    faits: Faits, instruction: Instruction, payes: Mapping[date, int]
) -> dict[str, set[date]]:
    jours: dict[str, set[date]] = {}
    for attestation in faits.attestations:
        if attestation.arret in instruction.interruption.arrets:
            for subrogation in attestation.subrogations:
                jours.setdefault(attestation.activite, set()).update(
                    _jours_de(faits, attestation, subrogation, payes)
                )
    return jours


def _jours_de(
    faits: Faits, attestation: AttestationSalaire, subrogation: Subrogation, payes: Mapping[date, int]
) -> set[date]:
    """Days of one declared period on which the employer is payee; all of them, or none."""
    contrats = [a.fin or DERNIER_JOUR for a in faits.activites if a.activite == attestation.activite]
    fin = appliquer(destinataires.dernier_jour_de_subrogation, subrogation.fin, max(contrats))
    jours = {jour for jour in payes if subrogation.debut <= jour <= fin}
    maintenu = subrogation.salaire_maintenu
    de_droit = appliquer(
        destinataires.subrogation_de_plein_droit,
        maintien_total=maintenu == "total",
        deduction_ij=subrogation.deduction_ij,
        convention_avec_clause=subrogation.fondement in (None, "contrat", "convention")
        and subrogation.clause_deduction is not False,
        maintenu=0 if maintenu == "total" else maintenu,
        indemnites=sum(payes[jour] for jour in jours),
    )
    return jours if de_droit else set()


def solder(faits: Faits, journal: Journal, parts: Parts, au: date) -> tuple[Solde, ...]:
    """Where each payee stands at ``au``: days due by then, movements made by then (gross)."""
    dus: Counter[str] = Counter()
    for jour in journal.jours:
        if jour.jour <= au:
            dus.update(parts.get(jour.jour, {}))
    verses: Counter[str] = Counter()
    acomptes: Counter[str] = Counter()
    for mouvement in faits.mouvements:
        if mouvement.date <= au and mouvement.nature not in ("abandon", "remise"):
            colonne = acomptes if mouvement.nature == "acompte" else verses
            colonne[mouvement.destinataire] += (
                -mouvement.montant if mouvement.nature in _SORTIES else mouvement.montant
            )
    return tuple(
        Solde.model_construct(
            destinataire=qui,
            du=dus[qui],
            verse=verses[qui],
            acomptes=acomptes[qui],
            rappel=appliquer(compte.rappel, dus[qui], verses[qui], acomptes[qui]),
            indu=appliquer(compte.indu, dus[qui], verses[qui], acomptes[qui]),
        )
        for qui in sorted({*dus, *verses, *acomptes})
    )


def prelever(faits: Faits, journal: Journal, parts: Parts, au: date) -> tuple[Prelevement, ...]:
    """Levies on all that is due to each payee at ``au``, taken as one payment."""
    par_payeur: dict[str, list[tuple[int, int]]] = {}
    dates: list[date] = []
    for jour in journal.jours:
        if jour.jour <= au:
            for qui, montant in parts.get(jour.jour, {}).items():
                par_payeur.setdefault(qui, []).append((1, montant))
                dates.append(jour.jour)
    if not dates:
        return ()
    with au_sujet_de(Sujet(None, None, {"jour_indemnise": max(dates)})):
        du = appliquer(
            prelevements.assujetti,
            faits.assure.residence_fiscale_france,
            faits.assure.regime_maladie_francais,
        )
        csg = parametre("taux_csg_ij", max(dates)) * du
        crds = parametre("taux_crds_ij", max(dates)) * du
        return tuple(_prelevement(qui, jours, csg, crds) for qui, jours in sorted(par_payeur.items()))


def _prelevement(
    qui: str, jours: list[tuple[int, int]], taux_csg: Fraction, taux_crds: Fraction
) -> Prelevement:
    brut = sum(nombre * montant for nombre, montant in jours)
    net = appliquer(prelevements.net_d_un_paiement, jours, taux_csg, taux_crds)
    crds = appliquer(prelevements.crds_d_un_paiement, jours, taux_crds)
    return Prelevement.model_construct(
        date=None, destinataire=qui, brut=brut, csg=brut - net - crds, crds=crds, net=net
    )
