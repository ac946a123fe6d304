"""Readings on family leaves: births, losses, dates of reference, parts of a leave."""

from oracle.lectures.modele import Lecture, Reponse

LECTURES = (
    Lecture(
        "seuil_viabilite",
        "Un enfant né sans vie avant vingt-deux semaines mais pesant au moins 500 g ouvre-t-il la maternité ?",
        {
            "22_sa_ou_500_g": Reponse(
                "vingt-deux semaines ou 500 g",
                "circulaire CNAM n° 99/2004 ; lettre ministérielle du 28 mars 2011",
            ),
            "22_sa_seulement": Reponse(
                "vingt-deux semaines seulement",
                "lettre de R331-5 : « au terme de vingt-deux semaines d'aménorrhée »",
            ),
        },
    ),
    Lecture(
        "seuil_poids",
        "Un poids d'exactement 500 g suffit-il ?",
        {
            "superieur_ou_egal": Reponse(
                "500 g suffisent",
                "réponse d'expert d'ameli de 2025 : « au moins égal »",
            ),
            "superieur_strict": Reponse(
                "il en faut davantage",
                "réponse d'expert d'ameli de 2021 : « supérieur »",
            ),
        },
    ),
    Lecture(
        "naissance_vivante_non_viable",
        "Un enfant né vivant avant le seuil de viabilité, puis décédé, ouvre-t-il la maternité ?",
        {
            "periode_due": Reponse(
                "la période entière est due",
                "R331-5 ne pose le seuil que pour l'enfant qui n'est pas né vivant",
            ),
            "non_due": Reponse(
                "rien n'est dû",
                "pratique de l'assurance maladie : viabilité exigée",
            ),
        },
    ),
    Lecture(
        "perte_avant_22_sa",
        "Le repos déjà servi avant une grossesse perdue trop tôt reste-t-il acquis ?",
        {
            "requalification_maladie": Reponse(
                "il relève de la maladie",
                "pratique de l'assurance maladie : requalification et indu de la différence",
            ),
            "jours_anterieurs_acquis": Reponse(
                "les jours antérieurs sont acquis",
                "L331-3 : la période est fixée par la date présumée",
            ),
        },
    ),
    Lecture(
        "carence_grossesse",
        "Les six semaines sans carence précèdent-elles l'accouchement réel ou la date présumée ?",
        {
            "accouchement_reel": Reponse(
                "l'accouchement réel",
                "R331-2 : « précédant l'accouchement », quand L331-3 dit « la date présumée »",
            ),
            "date_prevue": Reponse(
                "la date présumée",
                "pratique d'une décision prise avant la naissance",
            ),
        },
    ),
    Lecture(
        "neuvieme_mois_inexistant",
        "Quel jour commence le neuvième mois avant la date présumée quand ce quantième n'existe pas ?",
        {
            "dernier_jour_du_mois": Reponse(
                "le dernier jour du mois",
                "règle commune des délais en mois (code de procédure civile, 641)",
            ),
            "report_au_mois_suivant": Reponse(
                "le premier du mois suivant",
                "décompte de neuf mois entiers jusqu'à la date présumée",
            ),
        },
    ),
    Lecture(
        "affiliation_conge_avance",
        "Combien de mois d'affiliation quand le congé a commencé les 19 ou 20 août 2023 par un repos pathologique ?",
        {
            "six_mois": Reponse(
                "six mois",
                "décret n° 2023-790, art. 3, 2° : le repos pathologique ne doit pas priver de la règle nouvelle",
            ),
            "dix_mois": Reponse(
                "dix mois",
                "lettre de l'article 3 : seuls les congés débutés avant la publication y échappent",
            ),
        },
    ),
    Lecture(
        "affiliation_paternite",
        "À quelle date s'apprécie l'affiliation du père ?",
        {
            "debut_du_conge": Reponse(
                "au début de son congé",
                "R313-1, 5° ; R382-31-1 par analogie ; ameli.fr",
            ),
            "date_presumee": Reponse(
                "à la date présumée de l'accouchement",
                "lettre de R313-3",
            ),
        },
    ),
    Lecture(
        "affiliation_adoption",
        "À quelle date s'apprécie l'affiliation de l'adoptant ?",
        {
            "arrivee": Reponse(
                "à l'arrivée de l'enfant",
                "R313-4",
            ),
            "debut_du_conge": Reponse(
                "au début du congé",
                "R313-1, 4°",
            ),
        },
    ),
    Lecture(
        "interruption_maternite",
        "Quel jour fixe le salaire et le plafond quand le repos suit une maladie ou un repos pathologique ?",
        {
            "debut_du_repos": Reponse(
                "le premier jour du repos",
                "R331-5 : l'interruption est celle dont la maternité est la cause",
            ),
            "premier_jour_d_absence": Reponse(
                "le premier jour d'absence",
                "pratique : dernier jour travaillé déclaré par l'employeur",
            ),
        },
    ),
    Lecture(
        "fraction_paternite",
        "Chaque fraction du congé de paternité a-t-elle ses mois de référence et son plafond ?",
        {
            "chaque_fraction": Reponse(
                "chaque fraction",
                "net-entreprises : un signalement et un dernier jour travaillé par fraction",
            ),
            "premiere_fraction": Reponse(
                "la première gouverne toutes",
                "L331-8 : un seul congé, liquidé une fois",
            ),
        },
    ),
    Lecture(
        "plafond_maintien",
        "Sous maintien des droits, quel plafond pour le congé de maternité ?",
        {
            "arret": Reponse(
                "celui du congé",
                "L331-3 et R331-5 : l'interruption est le congé indemnisé",
            ),
            "fin_activite": Reponse(
                "celui de la fin d'activité",
                "R331-5 : l'assurée n'a interrompu son travail qu'à la fin de son contrat",
            ),
        },
    ),
    Lecture(
        "quinzaine_pass",
        "Quel plafond pour une paie de quinzaine ?",
        {
            "deux_semaines": Reponse(
                "deux fois le plafond hebdomadaire",
                "R242-2 : plafond ajusté au rythme de la paie",
            ),
            "moitie_du_mois": Reponse(
                "la moitié du plafond mensuel",
                "valeur « quinzaine » des arrêtés annuels",
            ),
        },
    ),
    Lecture(
        "minimum_maternite",
        "Quel jour choisit le montant minimal de l'indemnité ?",
        {
            "debut": Reponse(
                "le premier jour du congé",
                "R331-5 : montant fixé à la liquidation",
            ),
            "jour_paye": Reponse(
                "le jour payé",
                "revalorisation annuelle de la pension minimale",
            ),
        },
    ),
    Lecture(
        "delai_paternite",
        "Le congé de paternité doit-il commencer ou finir dans les six mois ?",
        {
            "debut_dans_le_delai": Reponse(
                "chaque part commence dans le délai",
                "Assurance maladie, 2021 : « débuter »",
            ),
            "fin_dans_le_delai": Reponse(
                "chaque jour est pris dans le délai",
                "code du travail D1225-8 : « est pris »",
            ),
        },
    ),
    Lecture(
        "hospitalisation_30j",
        "Les trente jours d'hospitalisation s'ajoutent-ils aux quatre jours obligatoires ?",
        {
            "en_sus": Reponse(
                "ils s'y ajoutent",
                "lettre de L1225-35 du code du travail",
            ),
            "quatre_jours_inclus": Reponse(
                "ils les comprennent",
                "circulaires CNAM n° 14 et 15/2021, connues par un commentaire",
            ),
        },
    ),
    Lecture(
        "deces_mere_jour",
        "Le repos laissé par la mère passe-t-il le jour de son décès ou le lendemain ?",
        {
            "lendemain": Reponse(
                "le lendemain de son dernier jour indemnisé",
                "le jour du décès est indemnisé au titre de la mère",
            ),
            "jour_du_deces_inclus": Reponse(
                "le jour du décès",
                "L331-6 : période restant à courir depuis le décès",
            ),
        },
    ),
    Lecture(
        "r3238_conges_naissance",
        "Un mois d'absence pour paternité, adoption ou congé supplémentaire de naissance est-il rétabli ?",
        {
            "mois_retabli": Reponse(
                "il est rétabli",
                "R323-8 : maternité ou congé non payé",
            ),
            "liste_fermee": Reponse(
                "il compte pour ce qui a été payé",
                "liste limitative de R323-8",
            ),
        },
    ),
)
