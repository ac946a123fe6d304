"""Whether the stop has waiting days: what spares them, or how far it was from being spared."""

from oracle.calendrier import en_francais
from oracle.explication.etude import Demandes, Etude, articles_de, jour_de
from oracle.explication.langue import delai
from oracle.explication.versions import citer_au

_TREIZE_SEMAINES = "MAL-CARENCE.treize_semaines"
_TROIS_ANS = "MAL-ALD-CARENCE.trois_ans"
_CONSTAT = "MAT-MALADIE.constat"
_GROSSESSE = "famille.pathologie.sans_carence_de_grossesse"
_COUCHES = "famille.pathologie.sans_carence_de_suites_de_couches"
_AU_TEMPS_PARTIEL = "temps_partiel.carence_du_temps_partiel"


def dire_la_carence(etude: Etude) -> list[str]:
    """Why no waiting day is counted; where some are, what did not spare them, and the part-time days they leave out."""
    payes = [journee for journee in etude.journees if journee.decision.statut == "indemnise"]
    comptee = any(journee.demandes.resultats("maladie.jour_de_carence") for journee in etude.journees)
    demandes = etude.demandes
    if comptee:
        return [*filter(None, (_sans_effet(demandes), _temps_partiel(etude)))]
    if not payes:
        return []
    motifs = (
        ("maladie.dispense_de_carence", "l'incapacité résulte d'un acte de terrorisme"),
        (
            "maladie.deces_d_un_enfant",
            "premier arrêt dans les treize semaines du décès d'un enfant de moins de 25 ans",
        ),
        ("maladie.interruption_de_grossesse", "arrêt prescrit après une interruption de grossesse"),
        ("maladie.carence_ald_deja_servie", _carence_servie(demandes)),
        (_GROSSESSE, "état pathologique de la grossesse constaté dans les six semaines avant l'accouchement"),
        (_COUCHES, "suites de couches, sans reprise du travail depuis le repos de maternité"),
    )
    prescrit_le = etude.arret.interruption.avis[0].prescrit_le
    for fonction, motif in motifs:
        if any(demandes.resultats(fonction)):
            return [f"Pas de délai de carence : {motif} — {citer_au(articles_de(fonction), prescrit_le)}."]
    return ["Pas de délai de carence."]


def _temps_partiel(etude: Etude) -> str:
    """Part-time days that would have been waiting days had they been of a complete stop."""
    if any(False in journee.demandes.resultats(_AU_TEMPS_PARTIEL) for journee in etude.journees):
        regle = citer_au(("L323-3",), etude.arret.interruption.debut)
        return f"Le délai de carence ne s'applique pas aux jours de temps partiel thérapeutique — {regle}."
    return ""


def _carence_servie(demandes: Demandes) -> str:
    seuils = demandes.seuils(_TROIS_ANS)
    jusqu_au = f", jusqu'au {en_francais(jour_de(seuils[0].borne))}" if seuils else ""
    return f"celle du premier arrêt pour cette affection de longue durée vaut pendant trois ans{jusqu_au}"


def _sans_effet(demandes: Demandes) -> str:
    """An exemption that was looked at and refused, with the distance."""
    for rencontre in demandes.seuils(_TREIZE_SEMAINES, _TROIS_ANS):
        if not rencontre.franchi:
            jour, terme = jour_de(rencontre.mesure), jour_de(rencontre.borne)
            deces = demandes.dernier_appel("maladie.deces_d_un_enfant")
            if rencontre.seuil == _TROIS_ANS or deces is None:
                quoi, verbe = (
                    "La carence déjà servie pour cette affection vaut pour les arrêts commencés",
                    "commence",
                )
            else:
                au_debut = jour == deces.arguments[2]
                quoi = f"Le décès d'un enfant dispense de carence les arrêts {'commencés' if au_debut else 'prescrits'}"
                verbe = "commence" if au_debut else "est prescrit"
            retard = delai((jour - terme).days)
            return f"{quoi} jusqu'au {en_francais(terme)} : celui-ci {verbe} {retard} trop tard."
    return _de_la_grossesse(demandes)


def _de_la_grossesse(demandes: Demandes) -> str:
    """An illness of pregnancy found too early, or of childbirth after work was resumed, has its waiting days."""
    constat = demandes.dernier_seuil(_CONSTAT)
    if constat is not None and not constat.franchi:
        jour, bord = jour_de(constat.mesure), jour_de(constat.borne)
        return (
            f"L'état pathologique de la grossesse n'a pas de carence quand il est constaté à partir du {en_francais(bord)}, six "
            f"semaines avant l'accouchement : il l'a été le {en_francais(jour)}, {delai((bord - jour).days)} trop tôt."
        )
    if False in demandes.resultats(_COUCHES):
        return "Les suites de couches n'ont pas de carence quand elles suivent le repos sans reprise du travail : ce n'est pas le cas."
    return ""
