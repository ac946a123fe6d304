"""How a day of leave is formed: reference pays under the ceiling less 21 %, or the flat benefit of the self-employed."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from oracle.calendrier import en_francais
from oracle.conges.montants import CalculForfaitaire, CalculSalarie
from oracle.explication.conges.etude import Partie
from oracle.explication.etude import articles_de, nombre_de
from oracle.explication.langue import articles, decimal, egale, enumerer, euros, pluriel, valeur
from oracle.explication.paies_recues import dire_les_paies_tardives
from oracle.explication.personnes import Personnes
from oracle.explication.retablissement import dire_le_retablissement, regle_du_retablissement
from oracle.explication.versions import citer
from oracle.legislation import tables
from oracle.loi import Appel

_PAIE_RECUE = "MAL-GJB.paie_recue"
_PENSION = "pension_invalidite_minimale"
_PLAFOND = "plafond_mensuel_securite_sociale"
_MINIMUM = "MAT-MIN.minimum"
_TAUX = ("taux_du_premier_mois_de_naissance", "taux_du_second_mois_de_naissance")
_PARTS = "famille.montant.plafond_d_une_paie"
_MOIS_DE_L_ANNEE = 12
_ABATTEMENTS = "famille.independants.revenu_d_un_micro_entrepreneur"


def dire_le_montant_du_conge(partie: Partie, personnes: Personnes, lectures: Mapping[str, str]) -> list[str]:
    """The calculation line by line; nothing when rights are closed, or no day may be paid."""
    if partie.instruction.verdict.acquis is False or not partie.plan.payables:
        return []
    calcul = partie.instruction.calcul
    lignes = (
        _salarie(partie, calcul, personnes, lectures)
        if isinstance(calcul, CalculSalarie)
        else _independant(partie, calcul)
    )
    attente = partie.instruction.verdict.acquis is None and calcul.montant is not None
    suite = ["Ce montant ne sera dû que si les droits s'ouvrent."] if attente else []
    return ["Montant d'une journée", *lignes, *suite]


def _salarie(
    partie: Partie, calcul: CalculSalarie, personnes: Personnes, lectures: Mapping[str, str]
) -> Iterator[str]:
    yield from _d_avant(partie)
    regle = citer(articles_de("famille.montant.jour_du_plafond"), partie.dates)
    interruption = partie.demandes.dernier("famille.montant.debut_pour_le_plafond")
    avant = (
        "" if interruption is None else f", dernier jour du mois qui précède le {en_francais(interruption)}"
    )
    yield (
        f"– Plafond mensuel de la sécurité sociale : {euros(calcul.plafond)} (en vigueur le "
        f"{en_francais(calcul.date_plafond)}{avant}) — {regle}."
    )
    par_paie = partie.demandes.dernier_appel(_PARTS)
    if par_paie is not None:
        yield f"– Plafond d'une paie {_rythme(par_paie.arguments[1])} : {euros(par_paie.resultat)}."
    if calcul.base is None or calcul.montant is None:
        manques = enumerer([personnes.manque(manque) for manque in calcul.manques])
        yield f"Le montant ne peut pas encore être calculé : il manque {manques}."
        return
    yield from _paies(partie, calcul, lectures)
    yield from _base(calcul, calcul.base, lectures)
    yield from _journee(partie, calcul, calcul.base)


def _d_avant(partie: Partie) -> Iterator[str]:
    """That pay is older than the leave, when it is."""
    fin = partie.instruction.ouverture.fin_d_activite
    if fin is not None:
        regle = articles(articles_de("famille.montant.debut_pour_le_plafond"))
        yield f"Les salaires sont ceux d'avant le {en_francais(fin)}, premier jour sans travail effectif — {regle}."
    elif any(partie.demandes.resultats("famille.montant.salaire_d_avant_l_absence")):
        regle = articles(articles_de("famille.montant.salaire_d_avant_l_absence"))
        yield f"Aucun jour n'a été travaillé depuis la période de référence : les salaires sont ceux d'avant l'absence — {regle}."


def _rythme(periodicite: str) -> str:
    return {"hebdomadaire": "hebdomadaire", "quatorzaine": "de deux semaines"}.get(periodicite, periodicite)


def _paies(partie: Partie, calcul: CalculSalarie, lectures: Mapping[str, str]) -> Iterator[str]:
    """Each reference pay, whole or rebuilt, and what the ceiling leaves of it; short pays are told by rank."""
    plusieurs = len(partie.releve.attestations) > 1
    titre = "Salaires de référence, tous employeurs réunis" if plusieurs else "Salaires de référence"
    retablis = {detail.mois: dire_le_retablissement(partie, detail) for detail in calcul.details}
    percus = [retablis[m] for m in calcul.mois if m in retablis] or [euros(s) for s in calcul.salaires]
    noms = [str(mois) for mois in calcul.mois]
    if not noms:
        noms = [f"paie n° {rang} sur {len(percus)}" for rang in range(1, len(percus) + 1)]
    ordre = "" if calcul.mois else ", de la plus ancienne à la plus récente"
    yield f"{titre}{ordre} :"
    for nom, percu, salaire, retenu in zip(noms, percus, calcul.salaires, calcul.retenus, strict=True):
        yield f"– {nom[0].upper()}{nom[1:]} : {percu}{_retenu(Fraction(salaire), retenu)}."
    regle = regle_du_retablissement(partie, lectures)
    if any(detail.cause is not None for detail in calcul.details):
        yield f"Un mois incomplet est rétabli avant d'être plafonné — {regle}."
    lignes = dire_les_paies_tardives(partie, _PAIE_RECUE)
    if lignes:
        sort = (
            "comptées malgré tout" if lectures.get("salaire_non_verse") == "inclus" else "qui ne comptent pas"
        )
        regle = articles(articles_de("salaires.paie_retenue"))
        yield f"Paies reçues après le début du congé, {sort} — {regle} :"
        yield from lignes


def _retenu(salaire: Fraction, retenu: Fraction) -> str:
    if retenu == salaire:
        return ", retenu en entier" if salaire else ""
    return f", retenu dans la limite du plafond, {valeur(retenu)}"


def _base(calcul: CalculSalarie, base: Fraction, lectures: Mapping[str, str]) -> Iterator[str]:
    total = sum(calcul.retenus, Fraction(0))
    exact, arrondi = total / calcul.diviseur, ""
    if exact != base:
        verbe = "tronqué" if lectures.get("arrondi_base") == "troncature" else "arrondi"
        arrondi = f", {verbe} au centime à {euros(base)}"
    regle = articles(("R331-5", "R323-4"))
    yield f"– Gain journalier : {valeur(total)} ÷ {decimal(calcul.diviseur)} {egale(exact)}{arrondi} — {regle}."


def _journee(partie: Partie, calcul: CalculSalarie, base: Fraction) -> Iterator[str]:
    """The daily pay less 21 %, then its share for a birth leave, or its floor."""
    part = calcul.part_nette
    reste = f"{decimal((1 - part) * 100)} %"
    if partie.plan.risque == "naissance_supplementaire":
        yield from _mois_de_naissance(partie, base, part, reste)
        return
    regle = articles(articles_de("famille.montant.indemnite_de_repos"))
    yield (
        f"– Diminué de {reste} : {valeur(base)} × {decimal(part)} {egale(base * part)}, arrondi au centime à "
        f"{euros(calcul.montant or 0)} — {regle}."
    )
    yield from _minimum(partie)


def _mois_de_naissance(partie: Partie, base: Fraction, part: Fraction, reste: str) -> Iterator[str]:
    """The rate of each month, and what it makes of the daily pay."""
    regle = articles(articles_de("famille.montant.indemnite_de_naissance"))
    yield f"– Diminué de {reste} : {valeur(base)} × {decimal(part)} {egale(base * part)}."
    vus: set[int] = set()
    for journee in partie.journees:
        appel = journee.demandes.dernier_appel("famille.montant.indemnite_de_naissance")
        if appel is not None and journee.fait.mois not in vus:
            vus.add(journee.fait.mois)
            nom = "Premier mois" if journee.fait.mois == 1 else "Second mois"
            taux = Fraction(appel.arguments[2])
            yield (
                f"– {nom} : {decimal(taux * 100)} %, soit {valeur(base * part * taux)}, arrondi au centime à "
                f"{euros(appel.resultat)} — {regle}."
            )


def _minimum(partie: Partie) -> Iterator[str]:
    """The floor each paid day met, once for each value it had."""
    vus: set[Fraction] = set()
    regle = articles(articles_de("famille.montant.minimum"))
    for journee in partie.journees:
        rencontre, appel = (
            journee.demandes.dernier_seuil(_MINIMUM),
            journee.demandes.dernier_appel("famille.montant.minimum"),
        )
        if rencontre is None or appel is None or nombre_de(rencontre.borne) in vus:
            continue
        vus.add(nombre_de(rencontre.borne))
        consultation = journee.demandes.consultation(_PENSION)
        depuis = (
            ""
            if consultation is None
            else f" en vigueur depuis le {en_francais(tables()[_PENSION].ligne_au(consultation.jour).depuis)}"
        )
        sort = "qui s'applique" if rencontre.franchi else "déjà atteint"
        yield (
            f"– Montant minimal : {euros(appel.arguments[0])} × 12 ÷ 365, arrondi à {euros(appel.resultat)}, d'après la pension "
            f"d'invalidité minimale{depuis}, {sort} — {regle}."
        )


def _independant(partie: Partie, calcul: CalculForfaitaire) -> Iterator[str]:
    """The incomes, the test of a tenth of the ceiling, then the flat benefit."""
    if calcul.montant is None or calcul.revenu_moyen is None or calcul.seuil_de_revenu is None:
        yield f"Le montant ne peut pas encore être calculé : il manque {enumerer(calcul.manques)}."
        return
    yield from _revenus(partie, calcul, calcul.revenu_moyen)
    regle = articles(articles_de("famille.independants.montant_reduit"))
    comparaison = _comparaison(calcul.revenu_moyen, calcul.seuil_de_revenu)
    if not partie.demandes.appels_de("famille.independants.montant_reduit"):
        sort = "le revenu n'est pas comparé au dixième du plafond, le foyer recevant le RSA ou la prime d'activité"
        yield f"– {sort[0].upper()}{sort[1:]} — {regle}."
    else:
        sort = "les montants sont réduits au dixième" if calcul.reduit else "les montants sont entiers"
        yield (
            f"– Dixième du plafond annuel moyen des mêmes années : {valeur(calcul.seuil_de_revenu)}, {comparaison} : {sort} — "
            f"{regle}."
        )
    yield from _forfait(partie, calcul)


def _comparaison(revenu: Fraction, seuil: Fraction) -> str:
    if revenu == seuil:
        return "exactement le revenu moyen"
    sens = "inférieur" if revenu < seuil else "supérieur"
    return f"le revenu moyen est {sens} de {valeur(abs(seuil - revenu))}"


def _revenus(partie: Partie, calcul: CalculForfaitaire, moyen: Fraction) -> Iterator[str]:
    """Each year's income, and how they are averaged."""
    yield "Revenus d'activité :"
    planchers = partie.demandes.appels_de("famille.independants.revenu_plancher")
    acquittes = partie.demandes.appels_de("famille.independants.revenu_acquitte")
    for rang, (annee, revenu) in enumerate(calcul.revenus):
        dits = [_plancher(planchers, rang), _acquitte(acquittes, revenu)]
        precision = "".join(f", {dit}" for dit in dits if dit)
        yield f"– Revenu de {annee} : {valeur(revenu)}{precision}."
    regle = articles(("D622-7",))
    premiers = partie.demandes.dernier_appel("famille.independants.revenu_des_premieres_annees")
    total = sum((revenu for _, revenu in calcul.revenus), Fraction(0))
    if premiers is not None:
        jours = premiers.arguments[1]
        yield (
            f"– Revenu ramené à l'année : {valeur(total)} × 365 ÷ {pluriel(jours, 'jour')} d'activité {egale(moyen)} — {regle}."
        )
    else:
        yield f"– Revenu annuel moyen : {valeur(total)} ÷ 3 {egale(moyen)} — {regle}."


def _plancher(appels: Sequence[Appel], rang: int) -> str:
    """That contributions were paid on 40 % of the ceiling, when the income was below."""
    if rang >= len(appels) or appels[rang].resultat == appels[rang].arguments[0]:
        return ""
    revenu = appels[rang].arguments[0]
    return f"relevé au plancher des cotisations, 40 % du plafond annuel, pour un revenu de {valeur(revenu)}"


def _acquitte(appels: Sequence[Appel], revenu: Fraction) -> str:
    """That only the share of the contributions that were paid counts."""
    for appel in appels:
        avant, dues, payees = appel.arguments[:3]
        if appel.resultat == revenu != avant:
            return f"part de {valeur(avant)} que couvrent les cotisations payées, {euros(payees)} sur {euros(dues)}"
    return ""


def _forfait(partie: Partie, calcul: CalculForfaitaire) -> Iterator[str]:
    """1/730 of the annual ceiling, whole or a tenth of it."""
    regle = articles(articles_de("famille.independants.indemnite_forfaitaire"))
    if any(journee.decision.motif == "indemnite_de_remplacement" for journee in partie.journees):
        regle = articles(("L663-1", "D663-1"))
        yield f"– Un conjoint collaborateur n'a pas d'indemnité journalière : son remplacement seul est indemnisé — {regle}."
        return
    annuel = calcul.plafond * _MOIS_DE_L_ANNEE
    arrondi = "puis au dixième, arrondi au centime à chaque fois" if calcul.reduit else "arrondi au centime"
    yield (
        f"– Indemnité forfaitaire : plafond annuel en vigueur le {en_francais(calcul.date_plafond)}, {euros(annuel)}, ÷ 730 "
        f"{egale(annuel / 730)}, {arrondi} : {euros(calcul.montant or 0)} — {regle}."
    )
    for veille, journee in pairwise(partie.journees):
        if veille.decision.montant and journee.decision.montant not in (0, veille.decision.montant):
            yield f"– À partir du {en_francais(journee.jour)} : {euros(journee.decision.montant)}, d'après le plafond de ce jour."
