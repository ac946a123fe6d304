"""Relations of amounts: the ceiling, wages that push them up and never down, facts without effect."""

from datetime import date
from fractions import Fraction

from oracle.arrondis import au_plus_proche
from oracle.calendrier import fin_du_mois_precedent, mois_civil, mois_civils_precedents, plus_jours
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.activites import Activite
from oracle.dossier.arrets import AvisArret
from oracle.dossier.employeur import AttestationSalaire, Paie
from oracle.legislation import tables
from properties.invariants.comptes import memes_jours
from properties.invariants.lus import (
    attestations,
    avis_ranges,
    debut_de_l_arret,
    en_euros,
    pieces,
    sans_maintien,
    taux_par_arret,
    tous_les_jours,
    tout_est_recu,
    travail_continu,
)
from properties.invariants.modele import (
    NON_APPLICABLE,
    Constat,
    Demande,
    Transformation,
    selon_les_ecarts,
)
from properties.invariants.retouches import changer, chaque, modifie
from properties.strategies.hasard import Hasard, parmi, selon

_MOIS_DE_BASE = 3


def _maximum(debut: date) -> int:
    """The highest daily benefit of a stop, in cents: 1/730 of the annual ceiling (R323-9)."""
    smic = tables()["smic_mensuel"].valeur_au(fin_du_mois_precedent(debut))
    multiplicateur = tables()["multiplicateur_plafond"].valeur_au(debut)
    return au_plus_proche(Fraction(12, 730) * multiplicateur * smic)


def plafond_respecte(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """No day of sickness is paid more than 1/730 of the annual ceiling of its stop."""
    del dossier, au
    vus, ecarts = 0, []
    for jour in tous_les_jours(decompte):
        debut = debut_de_l_arret(decompte, jour.arret, jour.jour)
        if jour.paye and jour.risque == "maladie" and debut is not None:
            vus += 1
            maximum = _maximum(debut)
            if jour.montant > maximum:
                ecarts.append(f"{jour.jour} : {en_euros(jour.montant)}, maximum {en_euros(maximum)}")
    return selon_les_ecarts(ecarts) if vus else NON_APPLICABLE


def salaire_croissant(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """Raise one reference wage: no daily amount goes down."""
    candidates = [a for a in attestations(dossier, au) if a.paies]
    if not candidates or not decompte.taux or not sans_maintien(dossier, au):
        return None
    attestation = parmi(hasard, candidates)
    rang = hasard.entier(0, len(attestation.paies) - 1)
    hausse = selon(hasard, (2, 1), (2, 100_00), (1, 5000_00), (1, hasard.entier(1, 3000_00)))
    paies = tuple(
        modifie(paie, brut=paie.brut + hausse) if position == rang else paie
        for position, paie in enumerate(attestation.paies)
    )
    change = changer(dossier, {attestation.id}, lambda piece: modifie(piece, paies=paies))
    return Transformation(Demande(change, au), _taux_non_decroissants)


def _taux_non_decroissants(un: Decompte, autre: Decompte) -> Constat:
    avant, apres = taux_par_arret(un), taux_par_arret(autre)
    communs = avant.keys() & apres.keys()
    if not communs:
        return NON_APPLICABLE
    return selon_les_ecarts(
        [
            f"arrêt {arret} : {en_euros(avant[arret, debut])} puis {en_euros(apres[arret, debut])}"
            for arret, debut in sorted(communs, key=str)
            if apres[arret, debut] < avant[arret, debut]
        ]
    )


def _taux_egaux(un: Decompte, autre: Decompte) -> Constat:
    """Daily amounts alike, chain by chain, whatever the first days."""
    avant = {arret: montant for (arret, _), montant in taux_par_arret(un).items()}
    apres = {arret: montant for (arret, _), montant in taux_par_arret(autre).items()}
    if not avant.keys() & apres.keys():
        return NON_APPLICABLE
    return selon_les_ecarts(
        [
            f"arrêt {arret} : {en_euros(avant[arret])} puis {en_euros(apres[arret])}"
            for arret in sorted(avant.keys() & apres.keys())
            if avant[arret] != apres[arret]
        ]
    )


def _mois_entiers(dossier: Dossier, au: date) -> bool:
    """Every pay is of a whole month, without absence, and was received before the month of the first stop."""
    avis = avis_ranges(dossier, au)
    entame = mois_civil(avis[0].debut).debut if avis else au
    paies = [paie for a in attestations(dossier, au) for paie in a.paies]
    activites = pieces(dossier, au, Activite)
    return (
        all(not paie.absences and paie.salaire_retabli is None for paie in paies)
        and all(paie.versee_le is None or paie.versee_le < entame for paie in paies)
        and all(a.debut <= min((paie.debut for paie in paies), default=a.debut) for a in activites)
    )


def decalage_dans_le_mois(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """The only stop begins on another day of the same month: its daily amount stays."""
    del decompte
    avis = avis_ranges(dossier, au)
    ordinaire = travail_continu(dossier, au) and sans_maintien(dossier, au)
    if len(avis) != 1 or not ordinaire or not _mois_entiers(dossier, au):
        return None
    (seul,) = avis
    mois = mois_civil(seul.debut)
    borne = min(mois.fin, seul.fin)
    debut = plus_jours(mois.debut, hasard.entier(0, (borne - mois.debut).days))
    decalage = (debut - seul.debut).days
    if seul.premier_jour_travaille or any(
        a.dernier_jour_travaille >= seul.debut for a in attestations(dossier, au)
    ):
        return None
    change = changer(dossier, {seul.id}, lambda a: modifie(a, debut=debut))
    change = chaque(
        change,
        AttestationSalaire,
        lambda a: modifie(a, dernier_jour_travaille=plus_jours(a.dernier_jour_travaille, decalage)),
    )
    return Transformation(Demande(change, au), _taux_egaux)


_AUTRE_CONTRAT = {"cdi": "cdd", "cdd": "cdi", "apprentissage": "cdi"}


def faits_sans_effet(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """A fixed term or not, why a contract ended, what the illness is called, where taxes are paid."""
    if not travail_continu(dossier, au) or not decompte.periodes:
        return None
    geste = hasard.entier(0, 2)
    if geste == 0:
        autre = chaque(dossier, Activite, lambda a: modifie(a, contrat=_AUTRE_CONTRAT[a.contrat or "cdi"]))
    elif geste == 1:
        autre = chaque(dossier, AvisArret, lambda a: modifie(a, affection="lombalgie"))
    else:
        residence = not dossier.assure.residence_fiscale_france
        autre = modifie(dossier, assure=modifie(dossier.assure, residence_fiscale_france=residence))
    return Transformation(Demande(autre, au), lambda un, second: selon_les_ecarts(memes_jours(un, second)))


def ordre_des_mois(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """The wages of the three reference months, exchanged between them."""
    del decompte
    avis = avis_ranges(dossier, au)
    certificats = attestations(dossier, au)
    ordinaire = travail_continu(dossier, au) and sans_maintien(dossier, au)
    if len(certificats) != 1 or not ordinaire or not _mois_entiers(dossier, au) or len(avis) != 1:
        return None
    (attestation,) = certificats
    mois = mois_civils_precedents(avis[0].debut, _MOIS_DE_BASE)
    derniers = [paie for paie in attestation.paies if mois[0].debut <= paie.fin <= mois[-1].fin]
    if [(p.debut, p.fin) for p in derniers] != [(m.debut, m.fin) for m in mois]:
        return None
    if not tout_est_recu(dossier, au) or attestation.dernier_jour_travaille >= avis[0].debut:
        return None
    reste, tires = [paie.brut for paie in derniers], []
    while reste:
        tires.append(reste.pop(hasard.entier(0, len(reste) - 1)))
    nouveaux = {paie.debut: brut for paie, brut in zip(derniers, tires, strict=True)}

    def refaire(paie: Paie) -> Paie:
        return modifie(paie, brut=nouveaux.get(paie.debut, paie.brut))  # type: ignore[no-any-return]  # same model

    change = changer(
        dossier, {attestation.id}, lambda a: modifie(a, paies=tuple(refaire(p) for p in a.paies))
    )
    return Transformation(Demande(change, au), _taux_egaux)
