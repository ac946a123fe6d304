"""For how long benefits may be served: a pensioner's sixty, a military pension, the three years of a condition."""

from collections.abc import Iterator, Sequence
from datetime import date

from oracle.calendrier import en_francais
from oracle.dossier.arrets import Pension
from oracle.explication.etude import Demandes, Etude, Journee, articles_de, jour_de, nombre_de
from oracle.explication.langue import delai, intervalle
from oracle.explication.refus import debut_de_la_limite
from oracle.explication.versions import citer, citer_au
from oracle.legislation import tables
from oracle.loi import Appel

_RETRAITE = "MAL-RETRAITE.maximum"
_PROGRESSIVE = "MAL-RETRAITE.progressive"
_AGE = ("L161-17-2", "D161-2-1-9")
_LIMITE = ("L323-2", "R323-2")
_DEBUT_DE_LIMITE = "pensions.debut_de_la_limite_de_60"
_AGE_ATTEINT = "pensions.age_legal_atteint_le"
_FIN_MILITAIRE = "pensions.dernier_jour_pour_la_pension_militaire"
_DEBUT_ALD = "maladie.debut_de_la_periode_ald"
_FIN_ALD = "maladie.dernier_jour_de_la_periode_ald"
_BAREME = "bareme_de_l_age_legal"


def dire_les_durees(etude: Etude) -> list[str]:
    """The windows and counts particular to the stop; nothing for an ordinary illness."""
    lignes = [*_retraite(etude), *_pension_militaire(etude), *_affections(etude)]
    return ["Durée d'indemnisation", *(f"– {ligne}." for ligne in lignes)] if lignes else []


def _retraite(etude: Etude) -> Iterator[str]:
    """From which day a pensioner's limit counts, and what of it is used; or why progressive retirement is spared."""
    comptees = [journee for journee in etude.journees if journee.demandes.seuils(_RETRAITE)]
    if comptees:
        for pension, limite, age in _limites(etude):
            if limite.resultat <= comptees[-1].jour and not pension.progressive:
                yield from _age_legal(pension, limite, age)
                yield _soixante(pension, comptees)
    for journee in etude.journees:
        progressive = journee.demandes.dernier_seuil(_PROGRESSIVE)
        if progressive is not None and progressive.franchi:
            regle = citer(_LIMITE, {"jour_indemnise": journee.jour})
            yield (
                "Retraite progressive : la limite des retraités ne vaut pas pour elle depuis le "
                f"{en_francais(jour_de(progressive.borne))} — {regle}"
            )
            return


def _limites(etude: Etude) -> Iterator[tuple[Pension, Appel, Appel | None]]:
    """Each old-age pension, the first day of its limit, and how the legal age was found when the file does not say it."""
    appels = iter(etude.generales.appels_de(_AGE_ATTEINT, _DEBUT_DE_LIMITE))
    for pension in etude.faits.pensions:
        if pension.nature == "vieillesse":
            age, appel = None, next(appels)
            if appel.fonction == _AGE_ATTEINT:
                age, appel = appel, next(appels)
            yield pension, appel, age


def _age_legal(pension: Pension, limite: Appel, age: Appel | None) -> Iterator[str]:
    atteint_le, _ = limite.arguments
    if age is None:
        yield f"Âge légal de la retraite atteint le {en_francais(atteint_le)}, selon le dossier"
        return
    naissance, mois = age.arguments
    yield (
        f"Âge légal de la retraite, {_age(mois)} : atteint le {en_francais(atteint_le)}, la naissance étant du "
        f"{en_francais(naissance)} et la pension relevant du barème {_bareme(pension.debut)} — {citer_au(_AGE, pension.debut)}"
    )


def _age(mois: int) -> str:
    ans, reste = divmod(mois, 12)
    return f"{ans} ans et {reste} mois" if reste else f"{ans} ans"


def _bareme(effet: date) -> str:
    """The scale of the legal age, by the pensions it is for."""
    lignes = tables()[_BAREME].lignes
    rang = max(rang for rang, ligne in enumerate(lignes) if ligne.depuis <= effet)
    if rang == 0:
        return f"des pensions prenant effet avant le {en_francais(lignes[1].depuis)}"
    depuis = f"des pensions prenant effet depuis le {en_francais(lignes[rang].depuis)}"
    return (
        depuis if rang + 1 == len(lignes) else f"{depuis} et avant le {en_francais(lignes[rang + 1].depuis)}"
    )


def _soixante(pension: Pension, comptees: Sequence[Journee]) -> str:
    """The limit, and how many benefits it holds at the end of the stop."""
    depuis = debut_de_la_limite(comptees[-1].demandes)
    derniere = comptees[-1].demandes.seuils(_RETRAITE)[-1]
    maximum = int(nombre_de(derniere.borne))
    payes = [journee for journee in comptees if journee.decision.statut == "indemnise"]
    servies = int(nombre_de(derniere.mesure)) - (0 if comptees[-1] in payes else 1)
    jusqu_a = f"la dernière le {en_francais(payes[-1].jour)}" if payes else "avant cet arrêt"
    regle = citer(_LIMITE, {"jour_indemnise": comptees[0].jour}, {"jour_indemnise": comptees[-1].jour})
    verbe = "est servie" if servies < 2 else "sont servies"
    return (
        f"Pension de vieillesse servie depuis le {en_francais(pension.debut)} : à compter du {en_francais(depuis)}, {maximum} "
        f"indemnités au plus, tous arrêts réunis ; {servies} {verbe}{f', {jusqu_a}' if servies else ''} — {regle}"
    )


def _pension_militaire(etude: Etude) -> Iterator[str]:
    if not etude.arret.interruption.avis[0].pension_militaire:
        return
    regle = citer(articles_de(_FIN_MILITAIRE), etude.dates)
    deux_ans = etude.demandes.dernier_seuil("MAL-PMI.deux_ans")
    ouverte = etude.demandes.dernier_appel(_FIN_MILITAIRE)
    quoi = "Affection relevant d'une pension militaire"
    if ouverte is not None:
        periode = intervalle(ouverte.arguments[0], ouverte.resultat)
        nouvelle = (
            ""
            if deux_ans is None
            else f" ; c'est une nouvelle période, les deux ans d'interruption s'étant achevés le {en_francais(jour_de(deux_ans.mesure))}"
        )
        yield f"{quoi} : période de trois ans {periode}, hors du maximum de 360 indemnités{nouvelle} — {regle}"
        return
    fins = [s.borne for j in etude.journees for s in j.demandes.seuils("MAL-PMI.trois_ans")]
    if fins and deux_ans is not None:
        yield (
            f"{quoi} : la période de trois ans court jusqu'au {en_francais(jour_de(fins[0]))} ; une autre ne peut s'ouvrir "
            f"qu'après le {en_francais(jour_de(deux_ans.mesure))} — {regle}"
        )


def _affections(etude: Etude) -> Iterator[str]:
    """The three years of each condition the stop is for, and what opened them."""
    for ald in dict.fromkeys(avis.ald for avis in etude.arret.interruption.avis if avis.ald is not None):
        fin = _fin_de_periode(etude, ald)
        if fin is not None:
            regle = citer(articles_de(_FIN_ALD), etude.dates)
            yield f"Affection de longue durée : {_periode(etude, ald, fin)}{_reprise(etude.demandes)} — {regle}"


def _fin_de_periode(etude: Etude, ald: str) -> date | None:
    """Last of the three years, as the days of the condition met it."""
    return next(
        (
            jour_de(rencontre.borne)
            for journee in etude.journees
            if journee.fait.avis.ald == ald
            for rencontre in journee.demandes.seuils("MAL-ALD.fin_periode")
        ),
        None,
    )


def _periode(etude: Etude, ald: str, fin: date) -> str:
    """The three years opened by the stop, or already running."""
    ouverte = next((a for a in etude.demandes.appels_de(_FIN_ALD) if a.resultat == fin), None)
    if ouverte is None:
        return f"trois ans de date à date ouverts par un arrêt antérieur, jusqu'au {en_francais(fin)}"
    (debut,) = ouverte.arguments
    depart = next((a for a in etude.demandes.appels_de(_DEBUT_ALD) if a.resultat == debut), None)
    if any(piece.ald == ald and piece.debut == debut for piece in etude.faits.alds):
        quoi = "date fixée par le service du contrôle médical"
    elif depart is None:
        quoi = "premier jour déjà payé pour elle"
    else:
        quoi = "premier jour d'arrêt" if debut == depart.arguments[0] else "premier jour indemnisé"
    return f"trois ans de date à date, du {en_francais(debut)}, {quoi}, au {en_francais(fin)}"


def _reprise(demandes: Demandes) -> str:
    """What a resumption of work since the last stop for the condition changes."""
    rencontre = demandes.dernier_seuil("MAL-ALD.reprise_un_an")
    if rencontre is None:
        return ""
    fin = en_francais(jour_de(rencontre.mesure))
    if rencontre.franchi:
        return f" ; l'année de reprise du travail, achevée le {fin}, avant cet arrêt, ouvre cette nouvelle période"
    manque = (jour_de(rencontre.mesure) - jour_de(rencontre.borne)).days + 1
    de = "d'" if manque == 1 else "de "
    return (
        f" ; le travail n'a pas repris un an, qui se serait achevé le {fin} : il s'en faut {de}{delai(manque)}, et la période reste "
        "la même"
    )
