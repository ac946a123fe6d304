"""The days of a work accident, one by one: at the employer's charge, paid at one rate or the other, refused, pending (L433-1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from oracle import controles, temps_partiel
from oracle.anciens_droits import activites_au
from oracle.atmp import duree, montant, reconnaissance, salaire
from oracle.atmp import temps_partiel as temps_partiel_atmp
from oracle.attestees import PeriodesAttestees
from oracle.calendrier import nb_jours, plus_jours, plus_mois
from oracle.decompte import Motif
from oracle.dossier.accidents import DecisionTempsPartiel
from oracle.examen import Examen, examiner_un_arret_de_travail
from oracle.exclusions import Exclusion, exclusions_d_un_accident
from oracle.faits import Faits
from oracle.interruptions import JourDArret
from oracle.jours import JourLiquide
from oracle.lignes import arreter_les_totaux
from oracle.loi import Sujet, appliquer, au_sujet_de, parametre
from oracle.perimetre import HorsChamp
from oracle.registre.modele import Selection
from oracle.sinistres.arrets import ArretDeSinistre
from oracle.sinistres.attestations import attestation_attendue
from oracle.sinistres.montants import Calcul, Plancher, calculer
from oracle.sinistres.reconnaissance import Sinistre

MOIS_DE_LA_MAJORITE = 18 * 12


@dataclass(frozen=True)
class InstructionDeSinistre:
    """Everything decided once for a stop of an accident, and its days. ``refus``: why none of them is paid, if so."""

    arret: ArretDeSinistre
    calcul: Calcul
    refus: Motif | None
    jours: tuple[JourLiquide, ...]

    @property
    def plancher(self) -> Plancher | None:
        """What a later stop of the same accident may not be paid less than; nothing when this one paid nothing."""
        payes = [jour.jour for jour in self.jours if jour.statut == "indemnise"]
        if self.calcul.taux is None or not payes:
            return None
        return Plancher(
            self.calcul.taux, any(appliquer(duree.au_second_taux, self.arret.rang(j)) for j in payes)
        )


def sujet_de(arret: ArretDeSinistre, jour: date | None = None) -> Sujet:
    """What is being decided: a stop, perhaps one of its days."""
    dates: dict[Selection, date] = {
        "debut_arret": arret.premier_jour,
        "prescription": arret.interruption.avis[0].prescrit_le,
    }
    if jour is not None:
        dates["jour_indemnise"] = jour
    return Sujet(arret.interruption.arrets[0], jour, dates)


def instruire_le_sinistre(
    faits: Faits, arret: ArretDeSinistre, anterieurs: tuple[date, ...], plancher: Plancher | None
) -> InstructionDeSinistre:
    """Amount and days of a stop; ``plancher``: the benefit of the first stop of the accident; raises ``HorsChamp``."""
    with au_sujet_de(sujet_de(arret)):
        _exiger_un_adulte(faits, arret.sinistre)
        refus = _sans_indemnite(faits, arret)
        etude = _Etude(
            faits,
            arret,
            refus,
            calculer(faits, arret, anterieurs, plancher),
            examiner_un_arret_de_travail(faits, arret.interruption),
            exclusions_d_un_accident(faits, arret.interruption),
            PeriodesAttestees(faits, arret.interruption.arrets),
        )
    jours = [_decider_le_jour(etude, jour) for jour in arret.interruption.jours]
    with au_sujet_de(sujet_de(arret)):
        jours = _arreter_le_temps_partiel(etude, jours)
    deduits = [_deduire(etude, jour) for jour in jours]
    return InstructionDeSinistre(arret, etude.calcul, refus, tuple(deduits))


@dataclass(frozen=True)
class _Etude:
    """A stop under study."""

    faits: Faits
    arret: ArretDeSinistre
    refus: Motif | None
    calcul: Calcul
    examens: Mapping[str, Examen]
    exclusions: tuple[Exclusion, ...]
    attestees: PeriodesAttestees

    def decision_de_temps_partiel(self, jour: date) -> DecisionTempsPartiel | None:
        """The caisse's last decision on reduced work that covers a day (R433-15)."""
        siennes = [
            d
            for d in self.faits.decisions_temps_partiel
            if d.accident == self.arret.sinistre.nom and d.debut <= jour <= d.fin
        ]
        return siennes[-1] if siennes else None


def _exiger_un_adulte(faits: Faits, sinistre: Sinistre) -> None:
    majorite = plus_mois(faits.assure.naissance, MOIS_DE_LA_MAJORITE)
    apprenti = any(a.contrat == "apprentissage" for a in activites_au(faits, sinistre.accident.date))
    if not apprenti and appliquer(salaire.moins_de_dix_huit_ans, majorite, sinistre.origine.date):
        raise HorsChamp(
            "assure.naissance",
            "R436-2 donne à la victime de moins de dix-huit ans le minimum des adultes de sa catégorie, qu'aucune pièce ne déclare",
        )


def _sans_indemnite(faits: Faits, arret: ArretDeSinistre) -> Motif | None:
    """Why no day of the stop is paid, whatever its amount."""
    accident = arret.sinistre.accident
    if appliquer(reconnaissance.sans_prestation, accident.faute_intentionnelle):
        return "faute_intentionnelle"
    if appliquer(reconnaissance.sans_indemnite, accident.beneficiaire):
        return "beneficiaire_sans_indemnite"
    if arret.sinistre.rechute:
        veille = plus_jours(arret.premier_jour, -1)
        au_travail = bool(activites_au(faits, veille) or activites_au(faits, arret.premier_jour))
        remplacement = any(
            c.indemnise and c.debut <= arret.premier_jour and (c.fin is None or c.fin >= veille)
            for c in faits.chomages
        )
        if not appliquer(duree.rechute_indemnisable, au_travail, remplacement):
            return "aucune_perte_de_revenu"
    return None


_ARTICLES_DES_REFUS: Mapping[Motif, tuple[str, ...]] = {
    "faute_intentionnelle": ("L453-1", "L375-1"),
    "beneficiaire_sans_indemnite": ("R412-5", "R412-10"),
    "aucune_perte_de_revenu": ("L443-2", "L433-1"),
}


def _decider_le_jour(etude: _Etude, jour: JourDArret) -> JourLiquide:
    with au_sujet_de(sujet_de(etude.arret, jour.jour)):
        return (
            _hors_de_l_arret(etude, jour)
            or _refuse(etude, jour)
            or _en_attente(etude, jour)
            or _payer(etude, jour)
        )


def _refuser(jour: JourDArret, motif: Motif, *articles: str) -> JourLiquide:
    return JourLiquide(
        jour.jour, jour.avis.arret, "non_indemnise", motif, articles=articles, risque="accident"
    )


def _attendre(jour: JourDArret, quoi: str, *articles: str) -> JourLiquide:
    return JourLiquide(
        jour.jour,
        jour.avis.arret,
        "en_attente",
        "piece_manquante",
        precision=f"il manque {quoi}",
        articles=articles,
        risque="accident",
    )


def _hors_de_l_arret(etude: _Etude, jour: JourDArret) -> JourLiquide | None:
    if appliquer(
        duree.jour_a_la_charge_de_l_employeur,
        jour.jour,
        etude.arret.sinistre.accident.date,
        etude.arret.sinistre.jour_employeur is not None,
    ):
        return _refuser(jour, "jour_de_l_accident", "L433-1")
    if jour.nature == "travaille":
        return _refuser(jour, "jour_travaille", "L433-1")
    if jour.nature == "repris":
        return _refuser(jour, "reprise_du_travail", "L433-1")
    if jour.nature in ("non_prescrit", "ponte"):
        return JourLiquide(
            jour.jour,
            jour.avis.arret,
            "non_prescrit",
            "jour_non_prescrit",
            articles=("L433-1",),
            risque="accident",
        )
    return None


def _refuse(etude: _Etude, jour: JourDArret) -> JourLiquide | None:
    if etude.refus is not None:
        return _refuser(jour, etude.refus, *_ARTICLES_DES_REFUS[etude.refus])
    limite = etude.examens[jour.avis.id].refus_du(jour.jour)
    if limite is not None:
        return _refuser(jour, limite.motif, *limite.articles)
    for exclusion in etude.exclusions:
        if exclusion.couvre(jour.jour):
            return _refuser(jour, exclusion.motif, *exclusion.articles)
    if not _dans_la_duree_maximale(etude, jour):
        return _refuser(jour, "duree_maximale_atmp", "L433-1")
    if jour.avis.modalite == "temps_partiel":
        decision = etude.decision_de_temps_partiel(jour.jour)
        accord = None if decision is None else decision.accord
        if not appliquer(temps_partiel_atmp.temps_partiel_reconnu, accord):
            return _refuser(jour, "temps_partiel_non_reconnu", "L433-1", "R433-15")
    return None


def _dans_la_duree_maximale(etude: _Etude, jour: JourDArret) -> bool:
    arret = etude.arret
    mois = int(parametre("duree_maximale_atmp", arret.sinistre.origine.date))
    if not mois or jour.avis.modalite == "temps_partiel":
        return True
    dernier = appliquer(duree.dernier_jour_de_la_duree_maximale, arret.premier_jour, mois)
    return appliquer(duree.dans_la_duree_maximale, jour.jour, dernier)


def _en_attente(etude: _Etude, jour: JourDArret) -> JourLiquide | None:
    if etude.calcul.manques:
        return _attendre(jour, ", ".join(etude.calcul.manques), "R441-4")
    attendue = attestation_attendue(etude.faits, etude.arret, jour.jour)
    if attendue is not None:
        return _attendre(jour, attendue, "R441-4", "R433-12")
    if _borne_par_la_perte(etude, jour):
        periode = etude.attestees.du(jour.jour, jour.avis)
        if periode is None:
            return _attendre(jour, etude.attestees.attendue(jour.jour), "R433-15")
        if not appliquer(temps_partiel.perte_indemnisee, periode.perte):
            return _refuser(jour, "aucune_perte_de_salaire", "R433-15")
    return None


def _borne_par_la_perte(etude: _Etude, jour: JourDArret) -> bool:
    """Reduced work for which the caisse has decided no amount."""
    if jour.avis.modalite != "temps_partiel":
        return False
    decision = etude.decision_de_temps_partiel(jour.jour)
    if decision is not None and decision.maintien is not None:
        return False
    return not appliquer(temps_partiel_atmp.indemnite_entiere)


def _payer(etude: _Etude, jour: JourDArret) -> JourLiquide:
    second = appliquer(duree.au_second_taux, etude.arret.rang(jour.jour))
    du = etude.calcul.montant(jour.jour, second_taux=second)
    articles: tuple[str, ...] = ("L433-1", "R433-3", "R433-4") if second else ("L433-1", "R433-1", "R433-4")
    motif: Motif | None = None
    if jour.avis.modalite == "temps_partiel":
        decision = etude.decision_de_temps_partiel(jour.jour)
        articles = ("L433-1", "R433-15")
        if decision is not None and isinstance(decision.maintien, int):
            du = appliquer(temps_partiel_atmp.maintien_partiel, du, decision.maintien)
    if etude.examens[jour.avis.id].reduit(jour.jour):
        motif, articles = "envoi_tardif", (*articles, "D323-2")
        if jour.avis.modalite == "temps_partiel" or appliquer(controles.moitie_par_jour):
            du = appliquer(controles.moitie, du)
    return JourLiquide(
        jour.jour, jour.avis.arret, "indemnise", motif, montant=du, articles=articles, risque="accident"
    )


def _arreter_le_temps_partiel(etude: _Etude, decides: Sequence[JourLiquide]) -> list[JourLiquide]:
    """Attested periods of reduced work, bounded by the loss of pay where the caisse decided no amount."""
    faits = etude.arret.interruption.jours
    arretes = list(decides)
    rangs = [
        rang
        for rang, jour in enumerate(faits)
        if jour.avis.modalite != "temps_partiel" or _borne_par_la_perte(etude, jour)
    ]
    totaux = arreter_les_totaux(
        [decides[rang] for rang in rangs], [faits[rang] for rang in rangs], etude.attestees, etude.examens
    )
    for rang, jour in zip(rangs, totaux, strict=True):
        arretes[rang] = jour
    return arretes


def _deduire(etude: _Etude, jour: JourLiquide) -> JourLiquide:
    """A paid day, less what the same accident already brings: an allowance for a change of job, an annuity."""
    if jour.statut != "indemnise":
        return jour
    sinistre, faits = etude.arret.sinistre, etude.faits
    siens = {sinistre.nom, sinistre.origine.accident}
    with au_sujet_de(sujet_de(etude.arret, jour.jour)):
        for allocation in faits.allocations:
            if allocation.accident in siens and allocation.debut <= jour.jour <= allocation.fin:
                nombre = nb_jours(allocation.debut, allocation.fin)
                reste = appliquer(montant.reduite_de_l_allocation, jour.montant, allocation.montant, nombre)
                jour = replace(jour, montant=reste, articles=(*jour.articles, "D461-15"))
        rentes = [r for r in faits.rentes if r.accident in siens and r.debut <= jour.jour]
        if sinistre.rechute and rentes:
            rente = appliquer(montant.rente_journaliere, rentes[-1].montant_mensuel, jour.jour)
            reste = appliquer(montant.au_dela_de_la_rente, jour.montant, rente)
            jour = replace(jour, montant=reste, articles=(*jour.articles, "R443-2"))
        if not jour.montant:
            return replace(jour, statut="non_indemnise", motif="rente_superieure")
    return jour
