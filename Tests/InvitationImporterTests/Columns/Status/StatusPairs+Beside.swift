extension StatusPairs {
    /// Words for being in or out beside others that change them, or only seem to.
    static let beside: [StatusPairs] = [
        .init(
            title: "days of leaving, with how sure they are",
            text: """
                Actual Termination Date|2020-01-31|
                Actual Leaving Date|2020-01-31|
                Actual Last Working Day|2020-01-31|
                Actual Date of Termination|2020-01-31|
                Actual Termination|2020-01-31|
                Confirmed Termination Date|2020-01-31|
                Confirmed Leaving Date|2020-01-31|
                Confirmed Last Working Day|2020-01-31|
                Approved Termination Date|2020-01-31|
                Verified Termination Date|2020-01-31|
                Most Recent Termination Date|2020-01-31|
                Severance date|1/31/2020|
                Confirmed Exit Date|2020-01-31|2999-01-31
                Bestätigtes Austrittsdatum|31.01.2020|
                Tatsächliches Austrittsdatum|31.01.2020|
                Date de départ confirmée|31/01/2020|
                Date de sortie effective|31/01/2020|
                Fecha de baja confirmada|31/01/2020|
                Data di cessazione effettiva|31/01/2020|
                """),
        .init(
            title: "who is to be invited",
            text: """
                To invite|No|Yes
                to_invite|0|1
                toInvite|false|true
                ToInvite|N|Y
                Users to invite|No|Yes
                To be invited|No|Yes
                Ready to invite|No|Yes
                Can be invited|No|Yes
                May be invited|No|Yes
                Will join|No|Yes
                Not migrating|Yes|No
                """),
        .init(
            title: "do not invite, do not mail",
            text: """
                DoNotBulkEmail|1|0
                no_mailings|1|0
                Не приглашать|Да|Нет
                Не рассылать|Да|Нет
                Nie zapraszać|Tak|Nie
                Nie wysyłać|Tak|Nie
                Nezvat|Ano|Ne
                Neposílat|Ano|Ne
                Davet etme|Evet|Hayır
                招待しない|はい|いいえ
                Não enviar e-mail|Sim|Não
                No molestar por correo|Sí|No
                """),
        .init(
            title: "words that are only neighbours",
            text: """
                Date de blocage|31/01/2020|
                Compte de bloqué|Oui|Non
                In active service|No|Yes
                In Active Directory|No|Yes
                in_active_use|false|true
                inActive|true|false
                isInActive|true|false
                de-activated|1|0
                user_de_activated|1|0
                Dé-bloqué|Non|Oui
                """),
        .init(
            title: "numbers with a fraction",
            text: """
                userAccountControl|514.0|512.0
                status|0.0|1.0
                user_status|2.0|1.0
                is_active|0.0|1.0
                blocked|1.0|0.0
                locked|1.0|0.0
                deleted_at|1580428800.0|0.0
                isDisabled|1.0|0.0
                archived|1.0|0.0
                enabled|0.0|1.0
                """),
        .init(
            title: "families of words in every language",
            text: """
                kicked|true|false
                Struck off|Yes|No
                Still at company|No|Yes
                EMPL_STATUS|T|A
                is_distribution_list|true|false
                Ausscheidedatum|31.01.2020|
                Läuft ab am|31.01.2020|
                Freigegeben|nein|ja
                Ende des Arbeitsverhältnisses|31.01.2020|
                In Rente|ja|nein
                Löschvermerk|X|
                Gruppenpostfach|ja|nein
                Newsletter abbestellt|ja|nein
                Mitglied|nein|ja
                Toujours en poste|Non|Oui
                Date de radiation|31/01/2020|
                Opposition e-mail|Oui|Non
                Último día de trabajo|31/01/2020|
                Ya no está|Sí|No
                Sigue en la empresa|No|Sí
                Buzón compartido|Sí|No
                In servizio|No|Sì
                Non più in servizio|Sì|No
                Casella condivisa|Sì|No
                Ainda trabalha|Não|Sim
                Caixa compartilhada|Sim|Não
                Zablokowano|Tak|Nie
                Konto usługi|Tak|Nie
                Skrzynka współdzielona|Tak|Nie
                Konec pracovního poměru|31.01.2020|
                Servisní účet|Ano|Ne
                Sdílená schránka|Ano|Ne
                В архиве|Да|Нет
                Служебная учётная запись|Да|Нет
                Общий ящик|Да|Нет
                Дата отключения|31.01.2020|
                Son çalışma günü|31.01.2020|
                Hizmet hesabı|Evet|Hayır
                Paylaşılan posta kutusu|Evet|Hayır
                共享邮箱|是|否
                最終出勤日|2020-01-31|
                共有メールボックス|はい|いいえ
                공유 사서함|예|아니요
                """),
    ]
}
