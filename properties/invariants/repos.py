"""Relations of the mother's rest between two files: a birth early, told late, told twice; days moved; eight weeks."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from oracle.calendrier import mois_civil, plus_jours
from oracle.decompte import Decompte
from oracle.dossier import Dossier
from oracle.dossier.employeur import AttestationSalaire
from oracle.dossier.famille import Adoption, Conge, DecesMere, Grossesse, Naissance, Remplacement
from oracle.faits import pieces_en_vigueur
from properties.invariants.comptes import memes_jours
from properties.invariants.histoires import meme_decompte
from properties.invariants.lus import JourRendu, en_euros, tous_les_jours, tout_est_recu
from properties.invariants.lus_conges import (
    HUIT_SEMAINES,
    Repos,
    conges,
    en_suspens,
    hospitalises,
    independant,
    servis,
    un_repos,
    un_repos_sans_histoire,
    viables,
)
from properties.invariants.modele import (
    NON_APPLICABLE,
    Constat,
    Demande,
    Transformation,
    selon_les_ecarts,
)
from properties.invariants.retouches import ajouter, avec_les_pieces, changer, chaque, modifie, nouveaux_noms
from properties.strategies.hasard import Hasard, parmi, selon

_REPORT_MAXIMAL = 21
_TRES_EN_AVANCE = 110


def _sans_remplacement(dossier: Dossier, *modeles: type[object]) -> bool:
    """No document of these models was corrected, withdrawn or sent twice: one version of each."""
    siennes = [p for p in dossier.pieces if isinstance(p, modeles)]
    types = {piece.type for piece in siennes}
    corrigees = any(
        p.type in types and (getattr(p, "remplace", None) or getattr(p, "annule", None))
        for p in dossier.pieces
    )
    return not corrigees and len(siennes) == len(types)


def _periodes(conge: Conge, jours: Iterable[date]) -> tuple[object, ...]:
    """The same leave's periods over other days."""
    suites: list[list[date]] = []
    for jour in sorted(jours):
        if suites and plus_jours(suites[-1][-1], 1) == jour:
            suites[-1][1:] = [jour]
        else:
            suites.append([jour])
    modele = conge.periodes[0]
    return tuple(modele.model_copy(update={"debut": suite[0], "fin": suite[-1]}) for suite in suites)


def _sur_d_autres_jours(dossier: Dossier, conge: Conge, jours: Iterable[date]) -> Dossier:
    periodes = _periodes(conge, jours)
    return changer(dossier, {conge.id}, lambda piece: modifie(piece, periodes=periodes))


def _a_partir_du(debut: date, nombre: int) -> list[date]:
    return [plus_jours(debut, rang) for rang in range(nombre)]


def naissance_en_avance(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """Whole cessation, the child coming before the presumed date: the rest has its whole legal length."""
    repos = un_repos_sans_histoire(dossier, au)
    if repos is None or repos.naissance is None or repos.deplace or not servis(decompte, "maternite"):
        return None
    if not _sans_remplacement(dossier, Naissance, Conge, Grossesse):
        return None
    prevu = repos.grossesse.accouchement_prevu
    avance = selon(
        hasard,
        (4, hasard.entier(1, repos.durees[0])),
        (2, hasard.entier(repos.durees[0], max(repos.durees[0], _TRES_EN_AVANCE))),
        (1, 1),
    )
    ne_le = plus_jours(prevu, -avance)
    debut = min(repos.debut_legal, ne_le)
    total = repos.total
    change = _sur_d_autres_jours(dossier, repos.conge, _a_partir_du(debut, total))
    recue_le = min(au, repos.naissance.recue_le)
    change = changer(change, {repos.naissance.id}, lambda n: modifie(n, date=ne_le, recue_le=recue_le))

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        del un
        if en_suspens(autre):
            return NON_APPLICABLE
        payes = len(servis(autre, "maternite"))
        dit = f"naissance {avance} jours avant le terme : {payes} jours payés, {total} par la loi"
        return selon_les_ecarts([dit] if payes != total else [])

    return Transformation(Demande(change, au), comparer)


def enfant_sans_vie(dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard) -> Transformation | None:
    """A viable child born dead opens the same days as a living one, at the same amounts."""
    del hasard
    nees = [p for p in pieces_en_vigueur(dossier.pieces, au) if isinstance(p, Naissance)]
    autres = {conge.risque for conge in conges(dossier, au)} - {"maternite", "paternite"}
    if not nees or autres or not servis(decompte, "maternite", "paternite"):
        return None
    if not all(viables(nee) and not hospitalises(nee) for nee in nees):
        return None
    ids = {nee.id for nee in nees}

    def refaire(nee: Naissance) -> Naissance:
        enfants = tuple(modifie(enfant, ne_vivant=not enfant.ne_vivant) for enfant in nee.enfants)
        return modifie(nee, enfants=enfants)  # type: ignore[no-any-return]  # same model

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        return selon_les_ecarts(memes_jours(un, autre))

    return Transformation(Demande(changer(dossier, ids, refaire), au), comparer)


def prenatal_une_fois(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """Telling the birth changes no day before it, and states none of them twice."""
    del hasard
    repos = un_repos(dossier, au)
    if repos is None or repos.naissance is None or not viables(repos.naissance):
        return None
    ne_le, prevu = repos.naissance.date, repos.grossesse.accouchement_prevu
    avant = [jour for jour in servis(decompte, "maternite") if jour.jour < min(ne_le, prevu)]
    plus_d_enfants = len(repos.naissance.enfants) > repos.grossesse.enfants_attendus
    if not avant or plus_d_enfants:
        return None
    tue = avec_les_pieces(dossier, *(p for p in dossier.pieces if p.type != "naissance"))

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        sans = {jour.jour: jour for jour in tous_les_jours(autre) if jour.risque == "maternite"}
        if any(jour.motif == "cessation_insuffisante" for jour in sans.values()):
            return NON_APPLICABLE
        fois = Counter(jour.jour for jour in tous_les_jours(un) if jour.paye)
        ecarts = [f"{jour.jour} : payé {fois[jour.jour]} fois" for jour in avant if fois[jour.jour] > 1]
        ecarts += [
            f"{jour.jour} : {en_euros(_du(sans, jour))} avant la naissance, {en_euros(jour.montant)} après"
            for jour in avant
            if _du(sans, jour) != jour.montant
        ]
        return selon_les_ecarts(ecarts)

    return Transformation(Demande(tue, au), comparer)


def _du(rendus: dict[date, JourRendu], jour: JourRendu) -> Fraction:
    return rendus[jour.jour].montant if jour.jour in rendus else Fraction(0)


def report_sans_perte(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """Days moved after the birth, asked in time: as many days, as many euros."""
    repos = un_repos_sans_histoire(dossier, au)
    if repos is None or repos.deplace or not _sans_remplacement(dossier, Conge, Grossesse):
        return None
    debut = repos.debut_legal
    payes = servis(decompte, "maternite")
    naissance = repos.naissance.date if repos.naissance else repos.grossesse.accouchement_prevu
    reste = (mois_civil(debut).fin - debut).days
    maximum = min(_REPORT_MAXIMAL, reste, (naissance - debut).days)
    if not payes or {jour.jour for jour in payes} != repos.jours or min(repos.jours) != debut or maximum < 1:
        return None
    jours = hasard.entier(1, maximum)
    demande = plus_jours(debut, -1 - hasard.entier(0, 20))
    change = changer(
        dossier,
        {repos.grossesse.id},
        lambda g: modifie(g, report_jours=jours, report_prescrit_le=demande),
    )
    change = _sur_d_autres_jours(change, repos.conge, [plus_jours(jour, jours) for jour in repos.jours])
    change = chaque(
        change,
        AttestationSalaire,
        lambda a: modifie(a, dernier_jour_travaille=_decale(a.dernier_jour_travaille, debut, jours)),
    )

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        if en_suspens(autre):
            return NON_APPLICABLE
        avant, apres = _compte(un), _compte(autre)
        dit = f"{jours} jours reportés : {avant[0]} jours, {en_euros(avant[1])} puis {apres[0]}, {en_euros(apres[1])}"
        return selon_les_ecarts([dit] if avant != apres else [])

    return Transformation(Demande(change, au), comparer)


def _decale(dernier: date, debut: date, jours: int) -> date:
    """The last day worked moves when it is the eve of the rest."""
    return plus_jours(dernier, jours) if dernier == plus_jours(debut, -1) else dernier


def _compte(decompte: Decompte) -> tuple[int, Fraction]:
    payes = servis(decompte, "maternite")
    return len(payes), sum((jour.montant for jour in payes), Fraction(0))


def huit_semaines_au_moins(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """Fewer than eight weeks stopped, nothing is due; eight weeks, every day of them is."""
    repos = un_repos_sans_histoire(dossier, au)
    payes = servis(decompte, "maternite")
    if repos is None or independant(dossier, au) or not _sans_remplacement(dossier, Conge):
        return None
    if len(payes) < HUIT_SEMAINES:
        return None
    nombre = selon(
        hasard,
        (2, HUIT_SEMAINES),
        (2, HUIT_SEMAINES - 1),
        (1, hasard.entier(1, min(80, len(payes)))),
    )
    gardes = [jour.jour for jour in payes[:nombre]]
    change = _sur_d_autres_jours(dossier, repos.conge, gardes)

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        del un
        restes = len(servis(autre, "maternite"))
        attendu = nombre if nombre >= HUIT_SEMAINES else 0
        dit = f"{nombre} jours de cessation : {restes} jours payés"
        return selon_les_ecarts([dit] if restes != attendu else [])

    return Transformation(Demande(change, au), comparer)


def naissance_recue_deux_fois(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """A copy of a birth or of an arrival, received later, changes nothing and pays nothing."""
    del decompte
    candidats = [p for p in pieces_en_vigueur(dossier.pieces, au) if isinstance(p, Naissance | Adoption)]
    if len(candidats) != 1:
        return None
    (piece,) = candidats
    recue_le = plus_jours(piece.recue_le, hasard.entier(0, (au - piece.recue_le).days))
    (nom,) = nouveaux_noms(dossier, 1)
    copie = modifie(piece, id=nom, recue_le=recue_le, remplace=None)
    return Transformation(Demande(ajouter(dossier, copie), au), meme_decompte)


def date_presumee_changee(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """The presumed date corrected once the child is born: the days from the birth do not move.

    The birth governs them when it comes before the rest, or on the presumed date or later.
    """
    repos = un_repos_sans_histoire(dossier, au)
    if repos is None or repos.naissance is None or repos.deplace or not servis(decompte, "maternite"):
        return None
    if not _sans_remplacement(dossier, Grossesse):
        return None
    ecart = _ecart_sans_effet(repos, hasard)
    if ecart is None:
        return None
    ne_le = repos.naissance.date
    prevu = plus_jours(repos.grossesse.accouchement_prevu, ecart)
    change = changer(dossier, {repos.grossesse.id}, lambda g: modifie(g, accouchement_prevu=prevu))

    def comparer(un: Decompte, autre: Decompte) -> Constat:
        if en_suspens(un) or en_suspens(autre):
            return NON_APPLICABLE
        avant = {jour.jour for rendu in (un, autre) for jour in tous_les_jours(rendu) if jour.jour < ne_le}
        return selon_les_ecarts(memes_jours(un, autre, avant))

    return Transformation(Demande(change, au), comparer)


def _ecart_sans_effet(repos: Repos, hasard: Hasard) -> int | None:
    """Days by which the presumed date may move without moving what the birth governs."""
    ne_le = repos.naissance.date if repos.naissance else date.max
    avant_le_repos = (repos.debut_legal - ne_le).days
    if avant_le_repos > 0:
        plus_tot = -min(avant_le_repos - 1, 20)
        return parmi(hasard, (hasard.entier(1, 20), plus_tot or 1))
    if ne_le >= repos.grossesse.accouchement_prevu and min(repos.jours) >= repos.debut_legal:
        return -hasard.entier(1, 20)
    return None


_SANS_DATE_D_EFFET = (Grossesse, Naissance, Conge, Adoption, DecesMere, Remplacement)
"""Documents whose day of reception means nothing in law, once all have come."""


def ordre_des_documents_de_famille(
    dossier: Dossier, au: date, decompte: Decompte, hasard: Hasard
) -> Transformation | None:
    """Pregnancy, leave, birth: told in any order, all before the décompte, they give one result."""
    if not conges(dossier, au) or not decompte.periodes or not tout_est_recu(dossier, au):
        return None
    siennes = [p for p in dossier.pieces if isinstance(p, _SANS_DATE_D_EFFET)]
    versions = Counter((p.type, getattr(p, "conge", None)) for p in siennes)
    lies = {getattr(p, lien, None) for p in dossier.pieces for lien in ("remplace", "annule")}
    libres = {
        p.id
        for p in siennes
        if versions[p.type, getattr(p, "conge", None)] == 1 and p.id not in lies and p.remplace is None
    }
    if not libres:
        return None
    plus_tot = min(piece.recue_le for piece in dossier.pieces)
    etendue = (au - plus_tot).days
    reste, pieces = list(dossier.pieces), []
    while reste:
        piece = reste.pop(hasard.entier(0, len(reste) - 1))
        recue_le = plus_jours(plus_tot, hasard.entier(0, etendue))
        pieces.append(modifie(piece, recue_le=recue_le) if piece.id in libres else piece)
    return Transformation(Demande(avec_les_pieces(dossier, *pieces), au), meme_decompte)
