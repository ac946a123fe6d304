"""Why a day is not paid, in words, and how far it is from what would have been."""

from collections.abc import Mapping
from datetime import date

from oracle.calendrier import en_francais
from oracle.decompte import Motif
from oracle.explication.etude import Demandes, Journee, jour_de, nombre_de
from oracle.explication.langue import delai, pluriel
from oracle.explication.personnes import Personnes

MOTIFS: Mapping[Motif, str] = {
    "delai_de_carence": "délai de carence, rien n'est dû",
    "jour_travaille": "travail effectif avant l'arrêt, rien n'est dû",
    "reprise_du_travail": "travail repris, rien n'est dû",
    "droits_non_ouverts": "droits non ouverts, rien n'est dû",
    "droits_non_ouverts_apres_six_mois": "droits non ouverts au-delà de six mois d'arrêt, rien n'est dû",
    "maximum_360": "maximum atteint, rien n'est dû",
    "duree_ald_epuisee": "durée de l'affection épuisée, rien n'est dû",
    "prescripteur_non_admis": "prolongation dont le prescripteur n'est pas admis, rien n'est dû",
    "indemnite_nulle": "le calcul donne une indemnité nulle, rien n'est dû",
    "jour_non_prescrit": "aucun avis d'arrêt ne couvre {ces_jours}, rien n'est dû",
    "piece_manquante": "en attente, rien n'est décidé et ce n'est pas un refus",
    "teleconsultation": "au-delà de ce qu'un acte à distance peut prescrire, rien n'est dû",
    "avis_envoye_apres_la_fin": "avis venu après la fin de l'arrêt, tout contrôle était impossible, rien n'est dû",
    "envoi_tardif": "avis envoyé trop tard une seconde fois, l'indemnité est réduite de moitié",
    "suspension_apres_controle": "indemnités suspendues après un contrôle médical, rien n'est dû",
    "controle_impossible": "contrôle rendu impossible, rien n'est dû",
    "manquement": "manquement volontaire aux obligations de l'assuré, rien n'est dû",
    "maximum_60_retraite": "maximum d'un retraité atteint, rien n'est dû",
    "detention": "détention, rien n'est dû",
    "conge_de_famille": "congé de famille en cours, rien n'est dû",
    "duree_pension_militaire": "période de trois ans liée à la pension militaire épuisée, rien n'est dû",
    "duree_ivg": "au-delà de la durée qu'une sage-femme peut prescrire, rien n'est dû",
    "duree_prescrite_excessive": "au-delà de la durée qu'un prescripteur peut fixer, rien n'est dû",
    "ressources_cure_thermale": "les ressources du foyer atteignent le plafond d'une cure thermale, rien n'est dû",
    "aucune_perte_de_salaire": "aucune perte de salaire, rien n'est dû",
    "hors_periode_de_repos": "hors de la période que la loi permet d'indemniser, rien n'est dû",
    "indemnite_de_remplacement": "pas d'indemnité journalière pour un conjoint collaborateur, seul son remplacement est indemnisé",
    "cessation_insuffisante": "arrêt du travail trop court, rien n'est dû",
    "enfant_non_viable": "grossesse interrompue avant le seuil de viabilité, rien n'est dû au titre de la maternité",
    "fractionnement_irregulier": "congé fractionné autrement que la loi ne le permet, rien n'est dû",
    "delai_depasse": "congé pris après le délai, rien n'est dû",
    "duree_maximale_du_conge": "durée maximale du congé atteinte, rien n'est dû",
    "jour_de_l_accident": "journée de l'accident, payée par l'employeur",
    "faute_intentionnelle": "faute intentionnelle de la victime, rien n'est dû",
    "beneficiaire_sans_indemnite": "victime couverte sans indemnité journalière, rien n'est dû",
    "aucune_perte_de_revenu": "rechute sans perte de revenu, rien n'est dû",
    "duree_maximale_atmp": "durée maximale de l'accident atteinte, rien n'est dû",
    "temps_partiel_non_reconnu": "travail à temps réduit non reconnu par le médecin-conseil, rien n'est dû",
    "rente_superieure": "la rente couvre l'indemnité, rien n'est dû",
    "poste_remunere": "le poste est rémunéré, rien n'est dû",
}
"""Why a day is not paid, in words."""

QUOTA = "MAL-360.maximum"
PERIODE_ALD = "MAL-ALD.fin_periode"
ANNEE_DE_PLUS = "MAL-TPT.annee_de_plus"
_RETRAITE = "MAL-RETRAITE.maximum"
_DEBUTS_DE_RETRAITE = ("MAL-RETRAITE.debut", "MAL-RETRAITE.loi")
_PENSION_MILITAIRE = "MAL-PMI.trois_ans"


def dire_le_refus(journee: Journee, nombre: int, personnes: Personnes) -> str:
    """Why a run of ``nombre`` days is not paid, from its first day: the reason, its distance, what is missing."""
    decision, demandes = journee.decision, journee.demandes
    assert decision.motif is not None  # noqa: S101  # a day that is not paid always says why
    ces_jours = "ces jours" if nombre > 1 else "ce jour"
    texte = MOTIFS[decision.motif].format(ces_jours=ces_jours)
    distances = list(filter(None, _distances(decision.motif, demandes)))
    if distances:
        texte += f" : {' ; '.join(distances)}"
    if decision.precision is not None:
        texte += f" : {personnes.manque(decision.precision)}"
    return texte


def _distances(motif: Motif, demandes: Demandes) -> tuple[str, ...]:
    """How far the quantity that a quota counts has gone."""
    match motif:
        case "maximum_360":
            return servies(demandes), _fin_de_l_annee_de_plus(demandes)
        case "duree_ald_epuisee":
            solde = f" et {servies(demandes)}" if demandes.seuils(QUOTA) else ""
            return f"{fin_de_l_affection(demandes)}{solde}", _fin_de_l_annee_de_plus(demandes)
        case "maximum_60_retraite":
            return (_servies_au_retraite(demandes),)
        case "duree_pension_militaire":
            fin = demandes.seuils(_PENSION_MILITAIRE)[-1].borne
            return (f"elle a pris fin le {en_francais(jour_de(fin))}",)
        case _:
            return ()


def servies(demandes: Demandes) -> str:
    """How many benefits the three years already hold, the day itself left out."""
    rencontre = demandes.seuils(QUOTA)[-1]
    depuis = demandes.dernier("maladie.premier_jour_des_trois_ans")
    return (
        f"{_ont_ete_servies(int(nombre_de(rencontre.mesure)) - 1)} depuis le {en_francais(depuis)}, pour un maximum de "
        f"{int(nombre_de(rencontre.borne))} sur trois ans"
    )


def _servies_au_retraite(demandes: Demandes) -> str:
    rencontre = demandes.seuils(_RETRAITE)[-1]
    depuis = en_francais(debut_de_la_limite(demandes))
    return (
        f"{_ont_ete_servies(int(nombre_de(rencontre.mesure)) - 1)} depuis le {depuis}, pour un maximum de "
        f"{int(nombre_de(rencontre.borne))}, tous arrêts réunis"
    )


def debut_de_la_limite(demandes: Demandes) -> date:
    """First day whose benefit counts among a pensioner's: under the limit, and since the law that made it."""
    return max(jour_de(r.borne) for r in demandes.seuils(*_DEBUTS_DE_RETRAITE) if r.franchi)


def _ont_ete_servies(nombre: int) -> str:
    verbe = "a été servie" if nombre < 2 else "ont été servies"
    return f"{pluriel(nombre, 'indemnité')} {verbe}"


def fin_de_l_affection(demandes: Demandes) -> str:
    """When the three years of the condition ended."""
    fin = jour_de(demandes.seuils(PERIODE_ALD)[-1].borne)
    return f"les trois ans de l'affection de longue durée ont pris fin le {en_francais(fin)}"


def _fin_de_l_annee_de_plus(demandes: Demandes) -> str:
    """When the additional year of part-time ended; nothing when the day is not of part-time, or had no such year."""
    rencontre = demandes.dernier_seuil(ANNEE_DE_PLUS)
    depuis = demandes.dernier_appel("temps_partiel.dernier_jour_apres_les_360")
    if rencontre is None or (depuis is not None and depuis.arguments[0] == depuis.resultat):
        return ""
    jour, fin = jour_de(rencontre.mesure), jour_de(rencontre.borne)
    return f"l'année de plus que permet le temps partiel s'est achevée le {en_francais(fin)}, {delai((jour - fin).days)} plus tôt"
