extension StatusLanguage {
    static let french = StatusLanguage(
        endings: "_ e s es",
        states: [
            .suspended: "suspendu~", .blocked: "bloqué~ verrouillé~", .banned: "banni~", .deactivated: "désactivé~",
            .inactive: "inactif inactive inactifs inactives", .deleted: "supprimé~ effacé~ anonymisé~",
            .archived: "archivé~",
            .former: "licencié~ démissionné démissionnaire décédé~", .revoked: "révoqué~",
            .unsubscribed: "désabonné~ désinscrit~",
        ],
        plainStates: [
            .unsubscribed: """
            nepascontacter nepasenvoyer nepasenvoyerdemail nepasdéranger oppositionemail oppositionmail \
            oppositionprospection
            """,
            .suspended: "enpause", .blocked: "gelé~", .banned: "exclu~",
            .disabled: "désaffecté~", .inactive: "passif passive invalide périmé~",
            .deleted: "retiré~ enlevé~",
            .former: "ancien netravailleplus ancienne anciens parti~ sorti~ retraité~ terminé~ quitté",
            .expired: "expiré~ échu~ radié~", .revoked: "refusé~ rejeté~ annulé~ clos close fermé~ clôturé~ résilié~",
            .pending:
                "attente enattente invité~ demandé~ nonconfirmé~ brouillon enquête aconfirmer avalider provisoire",
            .bounced: "nondélivré~", .excluded: "ignoré~ exclu~",
        ],
        events: [
            .suspended: "suspension", .blocked: "blocage verrouillage bloquer déblocage réactivation",
            .deactivated: "désactivation désactiver",
            .deleted: "suppression supprimer effacement", .archived: "archivage archiver",
            .former: """
            départ sortie licenciement démission résiliation rupture rupturecontrat retraite dernierjour \
            dernierjourtravaillé fincontrat findecontrat décès datederadiation dateradiation
            """,
            .revoked: "révocation annulation clôture fermeture",
            .unsubscribed: "désabonnement désinscription désinscrire",
        ],
        beings: [.guest: "invité~ externe externes visiteur", .bot: "robot"],
        things: [
            .bot: "système technique automatique machine applicatif",
            .shared: "salle partagé~ ressource équipement générique boîtepartagée boîteauxlettrespartagée",
            .test: "exemple fictif essai",
        ],
        ins: [
            .inactive: "actif active actifs actives enactivité", .disabled: "activé~ habilité~",
            .expired: "valide valides",
            .former: """
            actuel actuelle employé~ inscrit~ présent~ enposte toujoursenposte travailleencore toujourssalarié \
            travailletoujours membre
            """,
            .pending: "approuvé~ accepté~ confirmé~ validé~ enregistré~",
            .blocked: "autorisé~ permis",
        ],
        usual: """
            vérifié~ membre utilisateur utilisatrice propriétaire administrateur administratrice nouveau nouvelle \
            débloqué~ réactivé~ vrai titulaire plein temps encours présent~ \
            ouvert~
            """,
        wanted: "inviter migrer importer conserver",
        unwanted: "exclure ignorer nepasinviter nepasimporter nepasmigrer",
        marks: [
            .denial: "non pas jamais sans aucun nepas plus ne",
            .people: """
            utilisateur utilisatrice utilisateurs compte comptes membre membres adhérent adhérents adhésion salarié \
            salariés employé employés collaborateur collaborateurs personnel agent client contact personne étudiant \
            élève abonné profil contrat emploi poste société entreprise usager boîte \
            inscription
            """,
            .small: """
            de du des le la les l d au aux en est un une et ou à sur oui champ toujours encore effectif effective \
            prévu~ réel réelle
            """,
            .question: "est a toujours encore", .date: "date le jour heure horodatage",
            .end: """
            fin findevalidité échéance expire expiration validité jusquau valablejusquau validitéjusquau \
            valablejusque
            """,
            .until: "déblocage réactivation jusqu jusque jusquau jusquà",
            .since: "depuis début", .last: "dernier dernière", .reason: "raison motif par cause",
            .status: "statut état etat situation", .type: "type genre catégorie rôle",
            .access: "connexion accès authentification", .allowed: "peut",
            .mail: "courriel email mél emails contacter démarchage",
            .leave: "congé congés maternité paternité parental~ maladie vacances envacances arrêtmaladie encongé",
            .other: """
            motdepasse téléphone portable commande facture abonnement projet nombre numéro matrimonial facturation \
            paiement paiements appareil licence licences formation certificat permis véhicule livraison évaluation \
            civil
            """,
        ])
}
