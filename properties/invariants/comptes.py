"""Relations of the ledger: each day shared without loss, balances that are sums of days, payees without effect on amounts."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import accumulate

from oracle.calendrier import plus_jours
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.activites import Activite
from oracle.dossier.employeur import AttestationSalaire, Paie, Subrogation
from oracle.dossier.versements import Mouvement
from properties.invariants.lus import (
    JourRendu,
    attestations,
    avis_ranges,
    en_euros,
    jours_de_conge,
    jours_prescrits,
    par_date,
    pieces,
    tous_les_jours,
    tout_est_recu,
)
from properties.invariants.modele import (
    NON_APPLICABLE,
    Constat,
    Demande,
    Transformation,
    selon_les_ecarts,
)
from properties.invariants.retouches import chaque, modifie, paies_refaites
from properties.strategies.hasard import Hasard, selon


def partage_sans_perte(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """The shares of a day add up to it; none is negative."""
    del dossier, au
    jours = tous_les_jours(decompte)
    if not any(jour.parts for jour in jours):
        return NON_APPLICABLE
    return selon_les_ecarts(
        [
            f"{jour.jour} : parts {en_euros(_somme(jour))}, dû {en_euros(jour.montant)}"
            for jour in jours
            if _somme(jour) != jour.montant or any(montant < 0 for _, montant in jour.parts)
        ]
    )


def _somme(jour: JourRendu) -> Fraction:
    return sum((montant for _, montant in jour.parts), Fraction(0))


def jours_nuls_sans_destinataire(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """A day that is not paid carries nothing, for anybody."""
    del dossier, au
    nuls = [jour for jour in tous_les_jours(decompte) if jour.statut != "indemnise"]
    if not nuls:
        return NON_APPLICABLE
    return selon_les_ecarts(
        [
            f"{jour.jour} ({jour.statut}) : {en_euros(jour.montant)}, {len(jour.qui)} destinataire(s)"
            for jour in nuls
            if jour.montant or jour.qui
        ]
    )


def ni_plus_que_le_du(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """What a payee received is due or overpaid; one right a day."""
    del dossier, au
    fois = Counter(jour.jour for jour in tous_les_jours(decompte))
    deux_fois = [f"{jour} : énoncé {nombre} fois" for jour, nombre in sorted(fois.items()) if nombre > 1]
    if not decompte.soldes and not fois:
        return NON_APPLICABLE
    trop = [
        f"{s.destinataire} : reçu {en_euros(s.verse + s.acomptes)}, dû {en_euros(s.du)}, indu {en_euros(s.indu)}"
        for s in decompte.soldes
        if s.verse + s.acomptes > s.du + s.indu
    ]
    return selon_les_ecarts([*deux_fois, *trop])


def sommes(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """Balances are the sums of the days due at the date; levies add up to what they are levied on."""
    if not decompte.soldes:
        return NON_APPLICABLE
    dus: dict[str, Fraction] = {}
    for jour in tous_les_jours(decompte):
        if jour.jour <= au:
            for qui, montant in jour.parts:
                dus[qui] = dus.get(qui, Fraction(0)) + montant
    ecarts = [
        f"{s.destinataire} : solde {en_euros(s.du)}, somme des jours {en_euros(dus.get(s.destinataire, Fraction(0)))}"
        for s in decompte.soldes
        if s.du - dus.get(s.destinataire, Fraction(0)) not in _forfaits_echus(decompte, s.destinataire)
    ]
    connus = {s.destinataire for s in decompte.soldes}
    ecarts += [f"{qui} : aucun solde" for qui, montant in dus.items() if montant and qui not in connus]
    ecarts += [
        f"{p.destinataire} : {en_euros(p.csg)} + {en_euros(p.crds)} + {en_euros(p.net)} ≠ {en_euros(p.brut)}"
        for p in decompte.prelevements
        if p.csg + p.crds + p.net != p.brut
    ]
    if decompte.prelevements and not pieces(dossier, au, Mouvement):
        brut, du = sum(p.brut for p in decompte.prelevements), sum(s.du for s in decompte.soldes)
        ecarts += [f"prélèvements sur {en_euros(brut)}, dû {en_euros(du)}"] if brut != du else []
    return selon_les_ecarts(ecarts)


def _forfaits_echus(decompte: Decompte, destinataire: str) -> set[Fraction]:
    """What the lump sums due so far may come to: they fall due one after the other, to the insured; dates are not told."""
    sommes_dues = {Fraction(0)}
    if destinataire == "assure":
        sommes_dues |= set(accumulate(Fraction(f.montant) for f in decompte.forfaits))
    return sommes_dues


def centimes_et_signes(dossier: Dossier, au: date, decompte: Decompte) -> Constat:
    """Whole cents, nothing negative, no negative order."""
    del dossier, au
    montants: list[tuple[str, Fraction | int]] = [
        *((f"{jour.jour}", jour.montant) for jour in tous_les_jours(decompte)),
        *((f"{jour.jour}, {qui}", m) for jour in tous_les_jours(decompte) for qui, m in jour.parts),
        *((f"ordre à {o.destinataire}", o.montant) for o in decompte.ordres),
        *((f"solde de {s.destinataire}", m) for s in decompte.soldes for m in (s.du, s.rappel, s.indu)),
        *((f"net de {p.destinataire}", m) for p in decompte.prelevements for m in (p.net, p.csg, p.crds)),
    ]
    if not montants:
        return NON_APPLICABLE
    return selon_les_ecarts(
        [f"{quoi} : {m} centimes" for quoi, m in montants if m < 0 or Fraction(m).denominator != 1]
    )


# -- two décomptes


def _lignes(decompte: Decompte, jusqu_au: date | None = None) -> dict[date, tuple[str, str | None, Fraction]]:
    return {
        jour: (rendu.statut, rendu.motif, rendu.montant)
        for jour, rendu in par_date(decompte).items()
        if jusqu_au is None or jour <= jusqu_au
    }


def memes_jours(avant: Decompte, apres: Decompte, sauf: Iterable[date] = ()) -> list[str]:
    """The days whose status, reason or amount differ between two décomptes."""
    un, autre, hors = _lignes(avant), _lignes(apres), set(sauf)
    return [
        f"{jour} : {_dire(un.get(jour))} puis {_dire(autre.get(jour))}"
        for jour in sorted(un.keys() | autre.keys())
        if jour not in hors and un.get(jour) != autre.get(jour)
    ]


def _dire(ligne: tuple[str, str | None, Fraction] | None) -> str:
    if ligne is None:
        return "absent"
    statut, motif, montant = ligne
    return f"{statut}{f' ({motif})' if motif else ''} {en_euros(montant)}"


def neutralite_de_la_subrogation(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """Add, remove or move the periods on which employers keep the wage."""
    standing = attestations(dossier, au)
    absents = jours_prescrits(avis_ranges(dossier, au)) | jours_de_conge(dossier, au)
    if not standing or not absents or not tous_les_jours(decompte):
        return None
    debut, fin = min(absents), max(absents)
    geste = selon(hasard, (2, "ajouter"), (1, "retirer"), (1, "deplacer"))
    decalage = hasard.entier(0, max(0, (fin - debut).days))

    def refaire(attestation: AttestationSalaire) -> AttestationSalaire:
        if geste == "retirer":
            return modifie(attestation, subrogations=())  # type: ignore[no-any-return]  # same model
        premier = debut if geste == "ajouter" else plus_jours(debut, decalage)
        toute = Subrogation(debut=premier, fin=fin, salaire_maintenu="total")
        return modifie(attestation, subrogations=(toute,))  # type: ignore[no-any-return]  # same model

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        ecarts = memes_jours(un, autre)
        if un.compteurs != autre.compteurs:
            ecarts.append("les compteurs diffèrent")
        if un.taux != autre.taux or un.bases != autre.bases:
            ecarts.append("les taux ou les bases diffèrent")
        return selon_les_ecarts(ecarts)

    demande = Demande(chaque(dossier, AttestationSalaire, refaire), au)
    return Transformation(demande, comparer)


def salaire_sans_effet_sur_le_destinataire(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """A corrected wage changes amounts, never who is paid."""
    del decompte
    standing = attestations(dossier, au)
    partiel = any(s.salaire_maintenu != "total" for a in standing for s in a.subrogations)
    if not standing or partiel or len(pieces(dossier, au, Activite)) != 1:
        return None
    pour_cent = selon(hasard, (1, 120), (1, 80), (1, 300))

    def refaire(paie: Paie) -> Paie:
        return modifie(paie, brut=paie.brut * pour_cent // 100)  # type: ignore[no-any-return]  # same model

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        apres = par_date(autre)
        communs = [
            (rendu, apres[jour])
            for jour, rendu in par_date(un).items()
            if rendu.paye and jour in apres and apres[jour].paye
        ]
        if not communs:
            return NON_APPLICABLE
        return selon_les_ecarts(
            [
                f"{un_jour.jour} : {', '.join(sorted(un_jour.qui))} puis {', '.join(sorted(l_autre.qui))}"
                for un_jour, l_autre in communs
                if un_jour.qui != l_autre.qui
            ]
        )

    return Transformation(Demande(paies_refaites(dossier, refaire), au), comparer)


def tranches(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """Asked later, once everything had come, days keep their amounts, and balances grow by the days in between."""
    if not tout_est_recu(dossier, au) or not decompte.periodes:
        return None
    plus_tard = plus_jours(au, hasard.entier(1, 120))

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        ecarts = memes_jours(un, autre)
        for solde in autre.soldes:
            entre = sum(
                montant
                for jour in tous_les_jours(un)
                for qui, montant in jour.parts
                if qui == solde.destinataire and au < jour.jour <= plus_tard
            )
            deja = sum(s.du for s in un.soldes if s.destinataire == solde.destinataire)
            echus = _forfaits_echus(autre, solde.destinataire)
            if solde.du - deja - entre not in {apres - avant for avant in echus for apres in echus}:
                ecarts.append(
                    f"{solde.destinataire} : {en_euros(deja)} + {en_euros(entre)} ≠ {en_euros(solde.du)}"
                )
        return selon_les_ecarts(ecarts)

    return Transformation(Demande(dossier, plus_tard), comparer)
