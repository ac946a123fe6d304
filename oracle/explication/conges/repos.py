"""The legal rest of a mother: weeks by rank, presumed and actual birth, what moved it, and whether it was long enough."""

from collections.abc import Iterator, Sequence

from oracle.calendrier import en_francais, nb_jours
from oracle.conges.modele import Fenetre
from oracle.dossier.famille import Enfant, Naissance
from oracle.explication.conges.etude import EtudeDeConge
from oracle.explication.etude import articles_de, jour_de, nombre_de
from oracle.explication.langue import articles, delai, enumerer, intervalle, pluriel
from oracle.explication.versions import citer

_SEMAINE = 7
_PATHOLOGIQUE = "famille.pathologie.repos_pathologique"
_PATHOLOGIQUE_DES_INDEPENDANTS = "famille.independants.jour_pathologique"


def dire_le_repos(etude: EtudeDeConge) -> Iterator[str]:
    """One line a rule, in the order of the law."""
    fenetre = etude.fenetre
    yield from _naissance(etude)
    if fenetre is not None and any(j.decision.motif == "enfant_non_viable" for j in etude.journees):
        yield from _viabilite(etude)
    elif fenetre is not None:
        yield _duree(etude, fenetre)
        yield from _report(etude, fenetre)
        yield from _avance(etude, fenetre)
        yield from _supplement(etude, fenetre)
        yield _periode(fenetre)
        yield from _reliquat(fenetre)
        yield from _viabilite(etude)
        yield from _cessation(etude)
    yield from _pathologique(etude)


def _naissance(etude: EtudeDeConge) -> Iterator[str]:
    """The presumed date, and the delivery once it is known."""
    grossesse, naissance = etude.grossesse, etude.naissance
    if grossesse is None:
        return
    prevu = grossesse.accouchement_prevu
    yield f"Grossesse : constatée le {en_francais(grossesse.constat_le)}"
    if naissance is None:
        yield f"Accouchement : présumé le {en_francais(prevu)}, pas encore connu ; le calendrier suit cette date"
        return
    ecart = (naissance.date - prevu).days
    quand = (
        "ce jour-là"
        if ecart == 0
        else f"le {en_francais(naissance.date)}, {delai(abs(ecart))} {'après' if ecart > 0 else 'avant'}"
    )
    yield f"Accouchement : présumé le {en_francais(prevu)}, survenu {quand}, {nommer_les_enfants(naissance)}"


def nommer_les_enfants(naissance: Naissance) -> str:
    """``1 enfant né vivant``, ``2 enfants nés vivants et 1 enfant né sans vie``."""
    vivants = sum(1 for enfant in naissance.enfants if enfant.ne_vivant)
    morts = len(naissance.enfants) - vivants
    dits = [pluriel(vivants, "enfant né vivant", "enfants nés vivants")] if vivants else []
    dits += [pluriel(morts, "enfant né sans vie", "enfants nés sans vie")] if morts else []
    return enumerer(dits)


def _duree(etude: EtudeDeConge, fenetre: Fenetre) -> str:
    avant, apres = fenetre.duree.avant, fenetre.duree.apres
    regle = citer(("L331-3", "L331-4"), etude.dates)
    return (
        f"Durée légale : {avant // _SEMAINE} semaines avant la date présumée et {apres // _SEMAINE} à partir de l'accouchement, "
        f"{fenetre.duree.total} jours ({_rang(etude)}) — {regle}"
    )


def _rang(etude: EtudeDeConge) -> str:
    """Why that length: how many children this birth brings, or how many came before."""
    demandes = etude.demandes
    enfants = demandes.dernier("famille.duree.enfants_comptes") or 1
    if enfants > 1:
        return {2: "deux enfants", 3: "trois enfants"}.get(enfants, f"{enfants} enfants")
    a_charge = demandes.dernier_seuil("MAT-RANG-DATE.a_charge")
    if a_charge is not None and a_charge.franchi:
        return f"{int(nombre_de(a_charge.mesure))} enfants déjà à charge"
    nes = demandes.dernier_seuil("MAT-RANG-DATE.nes")
    if nes is not None and nes.franchi:
        return f"{int(nombre_de(nes.mesure))} enfants viables déjà mis au monde"
    return "un seul enfant, le premier ou le deuxième"


def _report(etude: EtudeDeConge, fenetre: Fenetre) -> Iterator[str]:
    """The postponement asked, what of it is admitted, and what a stop left of it."""
    grossesse, demandes = fenetre.grossesse, etude.demandes
    if not grossesse.report_jours:
        return
    regle = articles(articles_de("famille.duree.report_admis"))
    admis, demande = (
        demandes.dernier("famille.duree.report_admis"),
        demandes.dernier_seuil("MAT-REPORT.demande"),
    )
    demande_de = f"Report de {pluriel(grossesse.report_jours, 'jour')} demandé"
    debut = en_francais(fenetre.debut_legal)
    if demande is None:
        yield f"{demande_de} sans prescription : il est sans effet, et les jours travaillés à partir du {debut} sont perdus — {regle}"
        return
    prescrit_le = en_francais(jour_de(demande.mesure))
    if not demande.franchi:
        yield (
            f"{demande_de} le {prescrit_le}, et non avant le début légal du repos, le {debut} : il est sans effet, et les jours "
            f"travaillés sont perdus — {regle}"
        )
        return
    limite = "" if admis == grossesse.report_jours else f", {admis} admis"
    yield f"{demande_de} le {prescrit_le}, avant le début légal du {debut}{limite} — {regle}"
    annule = demandes.dernier_appel("famille.duree.report_annule")
    if annule is not None:
        arret = annule.arguments[1]
        reste = pluriel(fenetre.report, "jour reste reporté", "jours restent reportés")
        if not fenetre.report:
            reste = "rien ne reste reporté"
        yield (
            f"Arrêt prescrit le {en_francais(arret)} pendant les jours reportés : le repos commence ce jour-là, {reste} — "
            f"{articles(articles_de('famille.duree.report_annule'))}"
        )


def _avance(etude: EtudeDeConge, fenetre: Fenetre) -> Iterator[str]:
    if not fenetre.grossesse.avance_jours:
        return
    regle = articles(articles_de("famille.duree.avance_admise"))
    demande_de = f"Avance de {pluriel(fenetre.grossesse.avance_jours, 'jour')} demandée"
    if not etude.demandes.appels_de("famille.duree.avance_admise"):
        yield f"{demande_de} en plus d'un report : seul le report compte"
    elif not fenetre.avance:
        yield f"{demande_de} : ce repos ne peut pas être avancé — {regle}"
    else:
        limite = (
            "" if fenetre.avance == fenetre.grossesse.avance_jours else f", {fenetre.avance} admis au plus"
        )
        yield f"{demande_de}{limite} : autant de jours de moins après la naissance — {regle}"


def _supplement(etude: EtudeDeConge, fenetre: Fenetre) -> Iterator[str]:
    """Why a child born early and hospitalised brings more days, or none."""
    rencontre = etude.demandes.dernier_seuil("MAT-PREMA-HOSP.avance")
    if rencontre is None:
        return
    regle = articles(articles_de("famille.duree.supplement_pour_hospitalisation"))
    ne = f"Enfant hospitalisé, né {pluriel(int(nombre_de(rencontre.mesure)), 'jour')} avant la date présumée"
    if fenetre.supplement:
        yield f"{ne} : {pluriel(fenetre.supplement, 'jour')} de plus, de la naissance au début légal du repos — {regle}"
    elif rencontre.franchi:
        yield f"{ne} : aucun supplément, le repos légal avait commencé — {regle}"
    else:
        yield f"{ne} : aucun supplément, il en faut plus de {int(nombre_de(rencontre.borne))} — {regle}"


def _periode(fenetre: Fenetre) -> str:
    """The rest itself, and why it runs from there to there."""
    debut, fin, terme = fenetre.debut, fenetre.fin, fenetre.accouchement
    if fenetre.reliquat is not None:
        return f"Repos légal : {intervalle(debut, fin)} ({pluriel(nb_jours(debut, fin), 'jour')}), puis le reliquat"
    nombre = nb_jours(debut, fin)
    if fenetre.naissance is None or terme == fenetre.grossesse.accouchement_prevu:
        motif = ""
    elif terme > fenetre.grossesse.accouchement_prevu:
        motif = ", le repos d'avant durant jusqu'à l'accouchement et celui d'après restant entier"
    elif debut == terme:
        motif = ", commencé à l'accouchement et entier"
    else:
        motif = ", l'accouchement avant terme n'y changeant rien"
    return (
        f"Repos légal : {intervalle(debut, fin)} ({pluriel(nombre, 'jour')}){motif} — {articles(('L331-3',))}"
    )


def _reliquat(fenetre: Fenetre) -> Iterator[str]:
    if fenetre.reliquat is None:
        return
    debut, fin = fenetre.reliquat
    yield (
        f"Enfant encore hospitalisé six semaines après l'accouchement : le travail repris, le reste du repos court de sa sortie, "
        f"{intervalle(debut, fin)} ({pluriel(nb_jours(debut, fin), 'jour')}) — {articles(('L331-5',))}"
    )


def _viabilite(etude: EtudeDeConge) -> Iterator[str]:
    """A child who was not born alive, or too early: whether maternity is due."""
    naissance = etude.naissance
    if naissance is None:
        return
    appels = etude.demandes.appels_de("famille.perte.maternite_due")
    for appel, enfant in zip(appels, naissance.enfants, strict=False):
        ne_vivant, viable = appel.arguments
        if ne_vivant and viable:
            continue
        vie = "né vivant" if ne_vivant else "né sans vie"
        sort = "la maternité est due" if appel.resultat else "la maternité n'est pas due"
        regle = articles(("R331-5",))
        yield f"Enfant {vie} à {age_gestationnel(enfant)} : {sort}, le seuil étant de 22 semaines ou 500 grammes — {regle}"


def age_gestationnel(enfant: Enfant) -> str:
    """``21 semaines et 6 jours d'aménorrhée, 499 grammes``."""
    jours = f" et {pluriel(enfant.jours_amenorrhee, 'jour')}" if enfant.jours_amenorrhee else ""
    poids = "poids inconnu" if enfant.poids_g is None else pluriel(enfant.poids_g, "gramme")
    return f"{enfant.semaines_amenorrhee} semaines{jours} d'aménorrhée, {poids}"


def _cessation(etude: EtudeDeConge) -> Iterator[str]:
    """How many days of the rest were not worked, against the least the law asks."""
    minimum = etude.demandes.dernier_seuil("MAT-8S.jours")
    if minimum is not None:
        constat = _constat(int(nombre_de(minimum.mesure)), int(nombre_de(minimum.borne)))
        yield f"Arrêt du travail dans le repos : {constat} — {articles(('L623-1',) if etude.independant else ('L331-3',))}"
    apres = etude.demandes.dernier_seuil("TI-IJ.apres_naissance")
    if apres is not None:
        constat = _constat(int(nombre_de(apres.mesure)), int(nombre_de(apres.borne)))
        regle = articles(articles_de("famille.independants.six_semaines_apres_la_naissance"))
        yield f"Dont après l'accouchement : {constat} — {regle}"


def _constat(nombre: int, exige: int) -> str:
    manque = "" if nombre >= exige else f", il en manque {exige - nombre}"
    return f"{pluriel(nombre, 'jour')} sur {exige} exigés{manque}"


def _pathologique(etude: EtudeDeConge) -> Iterator[str]:
    """How many days an illness of pregnancy adds, of those the law allows."""
    siens = [journee.jour for p in etude.parties if p.pathologique for journee in p.journees]
    if not siens:
        return
    if etude.independant:
        regle = articles(articles_de(_PATHOLOGIQUE_DES_INDEPENDANTS))
        limites: Sequence[int] = [
            int(nombre_de(r.borne)) for r in etude.demandes.seuils("TI-PATHO.jours")[-1:]
        ]
        precision = ", dont quinze au plus après la naissance"
    else:
        regle = articles(articles_de(_PATHOLOGIQUE))
        limites = [int(nombre_de(r.borne)) for r in etude.demandes.seuils("MAT-PATHO-PRE.jours")[-1:]]
        precision = ", avant l'accouchement"
    maximum = f" sur {limites[0]} possibles{precision}" if limites else ""
    yield f"Repos pour une grossesse pathologique : {pluriel(len(siens), 'jour')}{maximum} — {regle}"
