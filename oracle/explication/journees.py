"""The days of a stop, as runs of equal days: what each is, who is paid, how much, by which article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from oracle.calendrier import en_francais
from oracle.decompte import Motif
from oracle.explication.etude import Demandes, Etude, Journee, articles_de, jour_de, nombre_de
from oracle.explication.langue import articles, euros, intervalle_compte, phrase, pluriel
from oracle.explication.personnes import Personnes

MOTIFS: Mapping[Motif, str] = {
    "delai_de_carence": "délai de carence, rien n'est dû",
    "jour_travaille": "travail effectif avant l'arrêt, rien n'est dû",
    "reprise_du_travail": "travail repris, rien n'est dû",
    "droits_non_ouverts": "droits non ouverts, rien n'est dû",
    "droits_non_ouverts_apres_six_mois": "droits non ouverts au-delà de six mois d'arrêt, rien n'est dû",
    "maximum_360": "maximum atteint, rien n'est dû",
    "duree_ald_epuisee": "durée de l'affection épuisée, rien n'est dû",
    "prescripteur_non_admis": "prolongation prescrite par un médecin qui n'y est pas admis, rien n'est dû",
    "indemnite_nulle": "le calcul donne une indemnité nulle, rien n'est dû",
    "jour_non_prescrit": "aucun avis d'arrêt ne couvre {ces_jours}, rien n'est dû",
    "piece_manquante": "en attente, rien n'est décidé et ce n'est pas un refus",
}
"""Why a day is not paid, in words."""

_QUOTA = "MAL-360.maximum"
_PERIODE_ALD = "MAL-ALD.fin_periode"


@dataclass(frozen=True)
class _Suite:
    """Equal days in a row; ``a_venir``: after the date of the décompte; ``calcule``: one day's calculated amount."""

    journees: Sequence[Journee]
    a_venir: bool
    calcule: int | None

    @property
    def debut(self) -> Journee:
        return self.journees[0]


def dire_les_jours(etude: Etude, personnes: Personnes, au: date) -> list[str]:
    """Why there is no waiting period, if there is none, then one line a run of days."""
    lignes = _dire_l_exoneration(etude)
    return lignes + [f"– {phrase(_dire(suite, personnes))}" for suite in _suites(etude, au)]


def _suites(etude: Etude, au: date) -> list[_Suite]:
    """Maximal runs of days of which everything told is equal."""

    def cle(rang_et_journee: tuple[int, Journee]) -> tuple[object, ...]:
        rang, journee = rang_et_journee
        decision = journee.decision
        return (
            journee.jour.toordinal() - rang,
            journee.jour > au and decision.statut == "indemnise",
            (decision.statut, decision.motif, decision.precision, decision.articles),
            journee.parts,
            journee.fait.nature == "ponte",
            journee.fait.avis.ald is not None,
            _hors_periode(journee.demandes),
        )

    groupes = [list(groupe) for _, groupe in groupby(enumerate(etude.journees), key=cle)]
    calcule = etude.instruction.calcul.montant
    return [_Suite([journee for _, journee in groupe], groupe[0][1].jour > au, calcule) for groupe in groupes]


def _hors_periode(demandes: Demandes) -> bool:
    """The three years of the condition were looked at, and are over."""
    return any(not rencontre.franchi for rencontre in demandes.seuils(_PERIODE_ALD))


def _dire(suite: _Suite, personnes: Personnes) -> str:
    quand = intervalle_compte(suite.debut.jour, suite.journees[-1].jour)
    if suite.debut.decision.statut == "indemnise":
        return f"{quand} : {_paye(suite, personnes)}"
    return f"{quand} : {_non_paye(suite, personnes)}"


def _paye(suite: _Suite, personnes: Personnes) -> str:
    nombre, debut = len(suite.journees), suite.debut
    texte = personnes.paiement(debut.parts, nombre)
    if nombre > 1:
        total = sum(montant for _, montant in debut.parts) * nombre
        texte += f", soit {euros(total)}"
    regles = debut.decision.articles
    if any(qui.startswith("employeur:") for qui, _ in debut.parts):
        regles += articles_de("destinataires.subrogation_de_plein_droit")
    return f"{texte} — {articles(regles)}{_precisions(suite)}"


def _precisions(suite: _Suite) -> str:
    """What else is to be known of paid days."""
    debut = suite.debut
    precisions = []
    if suite.calcule is not None and debut.decision.montant != suite.calcule:
        precisions.append(
            f"minimum garanti au-delà de six mois d'arrêt, le calcul donnant {euros(suite.calcule)}"
        )
    if debut.fait.nature == "ponte":
        precisions.append("aucun avis ne couvre ces dates, payées par tolérance")
    if _hors_periode(debut.demandes):
        precisions.append(f"{_fin_de_l_affection(debut.demandes)}, mais {_servies(debut.demandes)}")
    elif debut.fait.avis.ald is not None:
        precisions.append("au titre d'une affection de longue durée, hors du maximum des autres maladies")
    if suite.a_venir:
        precisions.append("pas encore échu : les comptes ci-dessous n'en tiennent pas compte")
    return "".join(f". {precision[0].upper()}{precision[1:]}" for precision in precisions)


def _non_paye(suite: _Suite, personnes: Personnes) -> str:
    decision, demandes = suite.debut.decision, suite.debut.demandes
    assert decision.motif is not None  # noqa: S101  # a day that is not paid always says why
    ces_jours = "ces jours" if len(suite.journees) > 1 else "ce jour"
    texte = MOTIFS[decision.motif].format(ces_jours=ces_jours)
    if decision.motif == "maximum_360":
        texte += f" : {_servies(demandes)}"
    if decision.motif == "duree_ald_epuisee":
        texte += f" : {_fin_de_l_affection(demandes)} et {_servies(demandes)}"
    if decision.precision is not None:
        texte += f" : {personnes.manque(decision.precision)}"
    return f"{texte} — {articles(decision.articles)}"


def _servies(demandes: Demandes) -> str:
    """How many benefits the three years already hold, the day itself left out."""
    rencontre = demandes.seuils(_QUOTA)[-1]
    servies = int(nombre_de(rencontre.mesure)) - 1
    depuis = demandes.dernier("maladie.premier_jour_des_trois_ans")
    verbe = "a été servie" if servies < 2 else "ont été servies"
    return (
        f"{pluriel(servies, 'indemnité')} {verbe} depuis le {en_francais(depuis)}, pour un maximum de "
        f"{int(nombre_de(rencontre.borne))} sur trois ans"
    )


def _fin_de_l_affection(demandes: Demandes) -> str:
    fin = jour_de(demandes.seuils(_PERIODE_ALD)[-1].borne)
    return f"les trois ans de l'affection de longue durée ont pris fin le {en_francais(fin)}"


def _dire_l_exoneration(etude: Etude) -> list[str]:
    """A stop whose paid days were never compared with the waiting days was spared them; otherwise, what did not."""
    payes = [journee for journee in etude.journees if journee.decision.statut == "indemnise"]
    comptee = any(journee.demandes.resultats("maladie.jour_de_carence") for journee in etude.journees)
    demandes = etude.demandes
    if comptee or not payes:
        return [_sans_effet(demandes)] if comptee and _sans_effet(demandes) else []
    motifs = (
        ("maladie.dispense_de_carence", "l'incapacité résulte d'un acte de terrorisme"),
        (
            "maladie.deces_d_un_enfant",
            "premier arrêt dans les treize semaines du décès d'un enfant de moins de 25 ans",
        ),
        ("maladie.interruption_de_grossesse", "arrêt prescrit après une interruption de grossesse"),
        ("maladie.carence_ald_deja_servie", _carence_servie(demandes)),
    )
    for fonction, motif in motifs:
        if any(demandes.resultats(fonction)):
            return [f"Pas de délai de carence : {motif} — {articles(articles_de(fonction))}."]
    return ["Pas de délai de carence."]


def _carence_servie(demandes: Demandes) -> str:
    seuils = demandes.seuils("MAL-ALD-CARENCE.trois_ans")
    jusqu_au = f", jusqu'au {en_francais(jour_de(seuils[0].borne))}" if seuils else ""
    return f"celle du premier arrêt pour cette affection de longue durée vaut pendant trois ans{jusqu_au}"


def _sans_effet(demandes: Demandes) -> str:
    """An exemption that was looked at and refused, with the distance."""
    for rencontre in demandes.seuils("MAL-CARENCE.treize_semaines", "MAL-ALD-CARENCE.trois_ans"):
        if not rencontre.franchi:
            debut, terme = jour_de(rencontre.mesure), jour_de(rencontre.borne)
            retard = pluriel((debut - terme).days, "jour")
            quoi = (
                "Le décès d'un enfant dispense de carence les arrêts commencés"
                if rencontre.seuil == "MAL-CARENCE.treize_semaines"
                else "La carence déjà servie pour cette affection vaut pour les arrêts commencés"
            )
            return f"{quoi} jusqu'au {en_francais(terme)} : celui-ci commence {retard} trop tard."
    return ""
