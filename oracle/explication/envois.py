"""When each notice left: in time or not, after which warning, and what a late one costs."""

from collections.abc import Iterator, Mapping
from datetime import date

from oracle.calendrier import en_francais
from oracle.dossier.arrets import AvisArret
from oracle.explication.etude import Demandes, Etude, articles_de, jour_de
from oracle.explication.langue import delai, intervalle
from oracle.explication.versions import Dates, citer
from oracle.loi import Appel, Rencontre

_ENVOI = ("R321-2", "L321-2")
_REDUCTION = ("D323-2",)
_APRES_LA_FIN = "MAL-AVIS-FIN.dernier_jour"
_EMPECHEMENTS: Mapping[str | None, str] = {
    "hospitalisation": "l'assuré était hospitalisé",
    "impossibilite": "l'assuré établit qu'il était dans l'impossibilité d'envoyer l'avis",
    None: "la victime d'un acte de terrorisme n'est tenue à aucun délai",
}


def dire_l_envoi(etude: Etude, avis: AvisArret, lectures: Mapping[str, str]) -> list[str]:
    """What the sending of a notice leads to; nothing of a notice that its prescriber transmits in time."""
    demandes, dates = etude.examens[avis.id], dates_de(etude, avis)
    apres_la_fin = demandes.dernier_seuil(_APRES_LA_FIN)
    lignes: list[str] = []
    if apres_la_fin is not None and apres_la_fin.franchi:
        lignes = _apres_la_fin(avis, apres_la_fin, demandes, dates, lectures)
        if demandes.dernier("controles.refus_de_la_caisse"):
            return lignes
    return [*lignes, *_delai(etude, avis, demandes, dates)]


def dates_de(etude: Etude, avis: AvisArret) -> Dates:
    """The dates that select the law applied to a notice."""
    return {**etude.dates, "prescription": avis.prescrit_le, "second_avis": avis.debut}


def accord(avis: AvisArret, participe: str) -> str:
    """A participle as the notice wants it: ``un avis envoyé``, ``une prolongation envoyée``."""
    return f"{participe}e" if avis.nature == "prolongation" else participe


def _apres_la_fin(
    avis: AvisArret, rencontre: Rencontre, demandes: Demandes, dates: Dates, lectures: Mapping[str, str]
) -> list[str]:
    venu_le, fin = jour_de(rencontre.mesure), jour_de(rencontre.borne)
    verbe = accord(avis, "reçu" if lectures.get("avis_apres_la_fin") == "reception" else "envoyé")
    regle = citer(articles_de("controles.envoye_apres_la_fin"), dates)
    constat = (
        f"{verbe} le {en_francais(venu_le)}, {delai((venu_le - fin).days)} après le dernier jour prescrit, le "
        f"{en_francais(fin)} ; aucun contrôle n'était plus possible — {regle}"
    )
    appel = demandes.dernier_appel("controles.refus_de_la_caisse")
    if appel is None or appel.resultat:
        return [constat, "La caisse, qui peut refuser l'indemnité de tous les jours de cet avis, la refuse"]
    excuse = demandes.dernier("controles.excuse")
    return [
        constat,
        f"Envoi excusé : {_excuse(avis)}" if excuse else "La caisse a décidé de payer malgré tout",
    ]


def _delai(etude: Etude, avis: AvisArret, demandes: Demandes, dates: Dates) -> list[str]:
    regle, rencontre = citer(_ENVOI, dates), demandes.dernier_seuil("MAL-AVIS.delai")
    if rencontre is None:
        return [f"{dit} — {regle}" for dit in _transmission(avis, demandes)]
    envoye_le, dernier_jour = jour_de(rencontre.mesure), jour_de(rencontre.borne)
    envoye = f"{accord(avis, 'envoyé')} le {en_francais(envoye_le)}"
    compte = f"compté {_depart(avis, demandes.dernier('controles.depart_du_delai_d_envoi'))}"
    if rencontre.franchi:
        retard = delai((envoye_le - dernier_jour).days)
        return [
            f"{envoye}, {retard} après le dernier jour du délai, le {en_francais(dernier_jour)}, {compte} — {regle}",
            *_suites_du_retard(etude, avis, demandes, dates),
        ]
    place = (
        "dernier jour du délai"
        if envoye_le == dernier_jour
        else f"avant la fin du délai, le {en_francais(dernier_jour)}"
    )
    return [f"{envoye}, {place}, {compte} — {regle}"]


def _transmission(avis: AvisArret, demandes: Demandes) -> Iterator[str]:
    """A notice its prescriber transmits later than the day it is given."""
    if (
        demandes.dernier("controles.a_envoyer_par_l_assure") is False
        and avis.envoye_le is not None
        and avis.envoye_le > avis.prescrit_le
    ):
        quand = en_francais(avis.envoye_le)
        yield f"{accord(avis, 'transmis')} par le prescripteur le {quand}, l'assuré n'ayant rien à envoyer lui-même"


def _depart(avis: AvisArret, depart: date) -> str:
    quoi = "de son premier jour" if depart == avis.debut else "du jour de sa prescription"
    return f"{quoi}, le {en_francais(depart)}"


def _suites_du_retard(etude: Etude, avis: AvisArret, demandes: Demandes, dates: Dates) -> list[str]:
    """The warning that counts, or why none does; then what excuses the delay, or the days it halves."""
    regle = citer(_REDUCTION, dates)
    avertissements = demandes.appels_de("controles.avertissement_opposable")
    if not avertissements:
        return [f"Aucun avertissement n'a été notifié auparavant : ce retard ne réduit rien — {regle}"]
    opposable = avertissements[-1]
    if not opposable.resultat:
        sans_effet = list(_sans_effet(avis, avertissements, demandes))
        return [*sans_effet[:-1], f"{sans_effet[-1]} : ce retard ne réduit rien — {regle}"]
    prescription, notifie_le, _, _ = opposable.arguments
    averti = (
        f"Avertissement notifié le {en_francais(notifie_le)} pour l'arrêt prescrit le {en_francais(prescription)} : il vaut "
        f"pour un nouvel envoi tardif jusqu'au {en_francais(_terme(demandes))}"
    )
    examen = etude.arret.examens[avis.id]
    if examen.reduit_de is None or examen.reduit_a is None:
        return [averti, f"Retard excusé : {_excuse(avis)} ; rien n'est réduit — {regle}"]
    jusqu_a = "l'envoi" if examen.reduit_a == avis.envoye_le else "la veille de l'envoi"
    return [
        averti,
        f"Indemnités réduites de moitié {intervalle(examen.reduit_de, examen.reduit_a)}, de la prescription à {jusqu_a} — {regle}",
    ]


def _terme(demandes: Demandes) -> date:
    """Last day on which the warning looked at last counts."""
    return jour_de(demandes.seuils("MAL-AVIS.vingt_quatre_mois")[-1].borne)


def _sans_effet(avis: AvisArret, avertissements: list[Appel], demandes: Demandes) -> Iterator[str]:
    """Why each warning does not count, by the condition it does not meet."""
    conditions = (
        demandes.seuils(nom)
        for nom in ("MAL-AVIS.arret_averti", "MAL-AVIS.avertissement", "MAL-AVIS.vingt_quatre_mois")
    )
    for appel, arret_averti, notification, vingt_quatre_mois in zip(
        avertissements, *conditions, strict=False
    ):
        prescription, notifie_le, prescrit_le, envoye_le = appel.arguments
        quoi = f"L'avertissement notifié le {en_francais(notifie_le)} pour l'arrêt prescrit le {en_francais(prescription)}"
        cet_avis = "cette prolongation" if avis.nature == "prolongation" else "cet avis"
        if not arret_averti.franchi:
            yield f"{quoi} ne vaut pas pour {cet_avis}, {accord(avis, 'prescrit')} le {en_francais(prescrit_le)}"
        elif not notification.franchi:
            yield f"{quoi} l'a été {delai((notifie_le - envoye_le).days)} après l'envoi"
        elif not vingt_quatre_mois.franchi:
            terme = jour_de(vingt_quatre_mois.borne)
            retard = delai((envoye_le - terme).days)
            yield f"{quoi} ne valait que jusqu'au {en_francais(terme)}, {retard} avant l'envoi"


def _excuse(avis: AvisArret) -> str:
    return _EMPECHEMENTS[avis.empechement_envoi]
