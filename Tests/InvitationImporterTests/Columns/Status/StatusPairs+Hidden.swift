extension StatusPairs {
    /// Names that hide their question: behind a word of somebody's own, in its opposite, in another width, in a
    /// directory's own terms.
    static let hidden: [StatusPairs] = [
        .init(
            title: "no guest and no bot",
            text: """
                is_internal|false|true
                internal|No|Yes
                Internal user|0|1
                UserType|External|Internal
                Employee type|External|Internal
                is_human|false|true
                Is Human?|No|Yes
                real_user|no|yes
                Is Real Person|No|Yes
                Person?|No|Yes
                is_person|0|1
                non-person|Yes|No
                api_only|true|false
                ghost|true|false
                """),
        .init(
            title: "beside a word that nobody knows",
            text: """
                acme.isActive|false|true
                acme_active|false|true
                crm7_enabled|0|1
                payroll active|No|Yes
                ActiveInPayroll|N|Y
                is_crew_active|false|true
                orclIsEnabled|FALSE|TRUE
                xyz.qrs.isActive|false|true
                xyz.qrs.active|no|yes
                removed_from_roster|Yes|No
                removed_from_roster|Yes|
                locked_by_helpdesk|Yes|No
                no longer with company|Yes|No
                Still here|No|Yes
                Still employed|No|Yes
                Aktiv in Verein|Nein|Ja
                actif au club|Non|Oui
                activo en nomina|No|Sí
                """),
        .init(
            title: "letters of another width",
            text: """
                Ａｃｔｉｖｅ|Ｎｏ|Ｙｅｓ
                ｓｔａｔｕｓ|ｉｎａｃｔｉｖｅ|ａｃｔｉｖｅ
                ｆｒｏｚｅｎ|ＹＥＳ|ＮＯ
                ﾛｯｸ|はい|いいえ
                退職日|２０２０／０１／３１|
                ｉｓ＿ａｃｔｉｖｅ|０|１
                Ｌｏｃｋｅｄ|ｔｒｕｅ|ｆａｌｓｅ
                有効|いいえ|はい
                Valid until|２０１９－１２－３１|２０９９－１２－３１
                Status|ｓｕｓｐｅｎｄｅｄ|Ａｃｔｉｖｅ
                """),
        .init(
            title: "terms of directories",
            text: """
                pwdAccountLockedTime|20191231000000Z|
                pwdAccountLockedTime|000001010000Z|
                ds-pwp-account-disabled|true|false
                krbPrincipalExpiration|20191231000000Z|20991231000000Z
                shadowExpire|1|-1
                shadowExpire|18000|60000
                sambaAcctFlags|[UD         ]|[U          ]
                sambaAcctFlags|[UL         ]|[UX         ]
                msDS-User-Account-Control-Computed|16|0
                userAccountControl|528|512
                loginShell|/sbin/nologin|/bin/bash
                prohibit_login|true|false
                loginProhibited|1|0
                forbid_sign_in|yes|no
                deny access|Yes|No
                nologin|1|0
                """),
        .init(
            title: "states that will end, and those of mail",
            text: """
                unlock_at|2999-01-01|
                unban_date|2999-01-01|2020-01-01
                reactivation_date|2999-01-01|
                Entsperrdatum|01.01.2999|
                Reaktivierung am|01.01.2999|
                global_suppression|true|false
                Marked email as spam|Yes|No
                spam_complaint|1|0
                email_opt_in|0|1
                subscribed|No|Yes
                is_subscribed|0|1
                email_valid|false|true
                subscription_status|unsubscribed|subscribed
                """),
        .init(
            title: "more families",
            text: """
                discarded_at|2020-01-31|
                in_trash|1|0
                trash|true|false
                relieved_on|2020-01-31|
                inactivated_at|2020-01-31|
                is_group|true|false
                is_anonymous|true|false
                state_name|closed|active
                Noch beschäftigt|Nein|Ja
                Toujours employé|Non|Oui
                En activité|Non|Oui
                Befristet bis|31.12.2019|31.12.2099
                Kontotyp|Dienstkonto|Benutzerkonto
                Kontoart|Testkonto|Benutzerkonto
                Data zakończenia pracy|2019-12-31|
                Aktiv/Passiv|Passiv|Aktiv
                Active/Inactive|Inactive|Active
                """),
        .init(
            title: "days in words",
            text: """
                Contract end|31 grudnia 2019|31 grudnia 2099
                Contract end|31. prosince 2019|31. prosince 2099
                Contract end|31 декабря 2019 г.|31 декабря 2099 г.
                Contract end|31 мая 2019|31 мая 2099
                Contract end|31 Aralık 2019|31 Aralık 2099
                Contract end|31 de diciembre de 2019|31 de diciembre de 2099
                Contract end|31 de dezembro de 2019|31 de dezembro de 2099
                Contract end|1. července 2019|1. června 2099
                Contract end|1er juin 2019|1 juillet 2099
                Contract end|14 maja 2019|14 października 2099
                """),
        .init(
            title: "values under names that do not tell",
            text: """
                flags|DISABLED|
                tags|inactive|new york
                Affiliation|Guest|Faculty
                user_flags|DISABLED|
                membership|lapsed|current
                Email Marketing Consent|UNSUBSCRIBED|SUBSCRIBED
                obuseraccountcontrol|deactivated|x1
                Bucket|Suspended user|North
                Ablage|gelöscht|Nord
                Rubrique|désactivé|nord
                Role|Guest|Member
                role|nonmember|member
                """),
        .init(
            title: "minus one, ticks and blanks",
            text: """
                is_deleted|-1|0
                locked|-1|0
                Active||checked
                Active||TRUE
                Is Active||true
                Enabled||TRUE
                active_user||TRUE
                Active|unchecked|checked
                is_active|N|checked
                Enabled|unchecked|TRUE
                """),
        .init(
            title: "answers, codes and opposites in the name",
            text: """
                Active yes/no|no|yes
                Is this person still active? Yes/No|No|Yes
                Current employee yes/no|no|yes
                External yes/no|yes|no
                Locked or not|Yes|No
                Blocked: no/yes|yes|no
                is_active_1_yes_0_no|0|1
                Active/Not active|Not active|Active
                On waitlist|Yes|No
                Payroll End Date|2019-12-31|2099-12-31
                Works here|No|Yes
                needs access|no|yes
                Funktionspostfach|ja|nein
                Whether or not active|no|yes
                ya no activo|sí|no
                n'est plus actif|oui|non
                n'est pas actif|oui|non
                Non più attivo|sì|no
                Больше не активен|да|нет
                Už není aktivní|ano|ne
                Nicht mehr aktiv|ja|nein
                niet meer actief|ja|nee
                oui ou non actif|non|oui
                disabled true/false|true|false
                Bloqué oui/non|oui|non
                Aktiv ja/nein|nein|ja
                Gesperrt oder nicht|ja|nein
                Activo si/no|no|si
                Attivo sì/no|no|sì
                Ativo sim/não|não|sim
                Aktywny tak/nie|nie|tak
                Aktivní ano/ne|ne|ano
                Активен да/нет|нет|да
                is_unlocked|No|Yes
                unlocked|false|true
                Not a member|Yes|No
                no account|yes|no
                email_is_active|0|1
                mail_active|false|true
                expires|1577750400.5|4102444800.5
                Status_Code|Terminated|Active
                StateCode|Inactive|Active
                del_flag|1|0
                DELFLG|X|
                waitlist|Yes|No
                enabled|b'0'|b'1'
                Active|🔴|🟢
                """),
    ]
}
