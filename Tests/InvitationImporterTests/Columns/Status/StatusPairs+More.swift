extension StatusPairs {
    /// Columns of each language as another hand wrote them down, from exports of directories, shops, schools and
    /// payrolls.
    static let more: [StatusPairs] = [
        .init(
            title: "English, once more",
            text: """
                Account Disabled|TRUE|FALSE
                accountDisabled|1|0
                acct_locked_flg|Y|N
                is_terminated|1|0
                Separation Date|2021-04-30|
                EmploymentEndDate|2021-04-30T00:00:00|
                contract_end|2020-12-31|2099-12-31
                Contract Status|Ended|Active
                Left on|12/03/2019|
                departed_on|2019-03-12|
                Exit Date|03-Dec-2019|
                Date Left|2019-03-12|
                dateOfExit|2019-03-12|
                Employment Type|Terminated|Full-time
                Employee Group|Retirees|Active
                Person Type|Ex-employee|Employee
                User Status|Deprovisioned|Active
                lifecycleState|leaver|active
                identityLifecycle|terminated|active
                Life Cycle Status|Leaver|Active
                cloudLifecycleState|inactive|active
                accountStatus|CLOSED|OPEN
                account_state|deactivated|active
                state|blocked|active
                user.state|banned|active
                membership_state|requested|active
                memberStatus|invited|joined
                Membership Status|Lapsed|Current
                membership_expires|2020-01-31|2099-01-31
                Paid Until|2020-01-31|2099-01-31
                Subscription Status|Unsubscribed|Subscribed
                Opt-Out|true|false
                HasOptedOutOfEmail|true|false
                do_not_email|1|0
                DoNotContact|Yes|No
                email_bounced|true|false
                Email Status|Hard bounced|OK
                email_status|bounced|valid
                Email Deliverability|undeliverable|deliverable
                IsFrozen|true|false
                UserIsActive|false|true
                Is Enabled?|No|Yes
                enabled|f|t
                Enabled|N|Y
                active|no|yes
                Active|-|x
                isActivated|false|true
                deactivatedAt|2022-05-05T12:00:00Z|
                deletedAt|2022-05-05T12:00:00.000Z|
                deleted_on|1650000000|
                removed_at|1650000000000|
                archivedAt|2022-05-05|
                suspendedAt|2022-05-05|
                suspension_end|2099-01-01|2020-01-01
                lock_expires|2099-01-01|2020-01-01
                banned_until|2099-01-01|
                blockedUntil|2099-01-01T00:00:00Z|
                locked_until|2099-01-01T00:00:00Z|
                disabled_reason|left company|
                DeactivationReason|Left|
                Termination Reason|Voluntary|
                User Type|Guest|Member
                userType|Guest|Member
                account_type|service|user
                accountType|machine|human
                kind|bot|user
                actor_type|Bot|User
                is_robot|1|0
                isServiceAccount|true|false
                Service Account|Yes|No
                System User|True|False
                is_system_user|1|0
                IsExternal|TRUE|FALSE
                External Collaborator|Yes|No
                is_shared_mailbox|Yes|No
                Shared Mailbox|True|False
                MailboxType|Shared|User
                RecipientTypeDetails|RoomMailbox|UserMailbox
                ResourceType|Room|User
                IsResource|True|False
                test_account|1|0
                isDummy|true|false
                registration_status|pending|complete
                Registration Status|Cancelled|Registered
                invitation_status|pending|accepted
                Invite Status|Not accepted|Accepted
                Application Status|Declined|Approved
                is_approved|0|1
                IsApproved|False|True
                isLockedOut|True|False
                is_confirmed|false|true
                RSVP Status|Declined|Accepted
                Attendance|Not attending|Attending
                waitlisted|true|false
                Employee Active|0|1
                Worker Active|0|1
                still employed?|no|yes
                Currently employed|no|yes
                On payroll|No|Yes
                hr_active_flag|I|A
                EMP_STAT_CD|TERM|ACTV
                Status Code|INA|ACT
                StatusDesc|In-Active|Active
                Student Status|Withdrawn|Enrolled
                Enrollment Status|Graduated|Enrolled
                enrollmentEndDate|2020-06-30|2099-06-30
                Alumni|Yes|No
                is_alumnus|1|0
                Graduated|true|false
                Deceased|Yes|No
                Retired|Y|N
                Dismissed|Y|N
                fired|true|false
                Not active|yes|no
                inactive|1|0
                IsInactive|True|False
                disabled|true|false
                is-disabled|true|false
                account.disabled|true|false
                attributes.locked|true|false
                profile.active|false|true
                data.attributes.active|false|true
                fields.Status|Deactivated|Active
                properties.state|SUSPENDED|ACTIVE
                custom.employment_status|terminated|active
                cf_employee_status|Left|Active
                Custom field: Status|Left|Active
                hr.status|separated|active
                Login Disabled|1|0
                Login status|Blocked|Active
                LoginEnabled|0|1
                Can sign in|false|true
                accessRevoked|true|false
                Access revoked on|2020-01-01|
                Access Expires|2020-01-01|2099-01-01
                Access End Date|2020-01-01|2099-01-01
                valid_to|2020-01-01|2099-01-01
                ValidThru|2020-01-01|2099-01-01
                effective_end_date|2020-01-01|4712-12-31
                End of employment|2020-01-01|
                employmentEnd|2020-01-01|
                Expiration|2020-01-01|2099-01-01
                account_expiry|2020-01-01|never
                accountExpiryDate|2020-01-01|Never
                expires_on|2020-01-01|
                Account expiration|01/01/2020|
                Last working date|2020-01-01|
                Final day|2020-01-01|
                Final Working Day|2020-01-01|
                Resignation Date|2020-01-01|
                Retirement Date|2020-01-01|2060-01-01
                Date of death|2020-01-01|
                quit_date|2020-01-01|
                Offboarding date|2020-01-01|
                Offboarded|x|
                offboarding_status|completed|
                Blocked by admin|true|false
                is_blocked_by_admin|true|false
                blocklist|1|0
                spam|1|0
                Is Spammer|true|false
                shadow_banned|true|false
                trashed|1|0
                is_deleted|1|0
                isDel|1|0
                DEL_FLAG|1|0
                delete_flag|X|
                deletionMark|1|0
                MarkedForDeletion|1|0
                marked for deletion|yes|no
                to_be_deleted|yes|no
                scheduled for deletion|yes|no
                Purged|1|0
                Migrate|No|Yes
                to migrate|no|yes
                Include|no|yes
                Invite?|no|yes
                Exclude|x|
                skip|x|
                Do not migrate|x|
                Unlicensed|True|False
                """),
        .init(
            title: "German, once more",
            text: """
                Konto gesperrt|ja|nein
                gesperrt_am|2020-01-01|
                Gesperrt seit|01.01.2020|
                Sperrkennzeichen|X|
                Sperre|ja|nein
                Benutzer aktiv|nein|ja
                Aktiv (j/n)|n|j
                Aktiv?|Nein|Ja
                istAktiv|falsch|wahr
                Mitarbeiterstatus|ausgeschieden|aktiv
                Mitarbeiter-Status|Ausgetreten|Aktiv
                Beschäftigungsstatus|beendet|aktiv
                Beschaeftigungsende|31.12.2020|
                Vertragsende|31.12.2020|31.12.2099
                Vertrag bis|31.12.2020|31.12.2099
                Austritt|31.12.2020|
                Austritt am|31.12.2020|
                Datum Austritt|31.12.2020|
                Ausgeschieden|ja|nein
                Ausgeschieden am|31.12.2020|
                Kündigung zum|31.12.2020|
                Kündigungsdatum|31.12.2020|
                Letzter Arbeitstag|31.12.2020|
                gelöscht|1|0
                Löschkennzeichen|X|
                Zugang gesperrt|ja|nein
                Zugang bis|31.12.2020|31.12.2099
                Gültig bis|31.12.2020|31.12.2099
                gueltig_bis|31.12.2020|31.12.2099
                Ablaufdatum|31.12.2020|31.12.2099
                Mitgliedsstatus|gekündigt|aktiv
                Mitglied bis|31.12.2020|
                Archiviert|ja|nein
                Deaktiviert|ja|nein
                Inaktiv|ja|nein
                nicht aktiv|ja|nein
                Zustand|gesperrt|aktiv
                Kontostatus|deaktiviert|aktiv
                Benutzerstatus|Gelöscht|Aktiv
                Anmeldung erlaubt|nein|ja
                Extern|ja|nein
                Externer Mitarbeiter|ja|nein
                Gast|ja|nein
                Benutzertyp|Gast|Mitglied
                Kontotyp|Dienstkonto|Benutzer
                Dienstkonto|ja|nein
                Systembenutzer|ja|nein
                Testbenutzer|ja|nein
                Raumpostfach|ja|nein
                verstorben|ja|nein
                Im Ruhestand|ja|nein
                Rentner|ja|nein
                Einladung bestätigt|nein|ja
                Freigeschaltet|nein|ja
                bestätigt|nein|ja
                Ehemaliger|ja|nein
                Ruhend|ja|nein
                Newsletter abgemeldet|x|
                Exmatrikuliert am|31.12.2020|
                Einladen|nein|ja
                Nicht einladen|x|
                """),
        .init(
            title: "French, once more",
            text: """
                Compte désactivé|oui|non
                compte_bloque|oui|non
                Compte actif|non|oui
                est_actif|faux|vrai
                Statut|inactif|actif
                Statut du compte|suspendu|actif
                État du compte|fermé|ouvert
                Statut employé|parti|présent
                Date de départ|31/12/2020|
                Date de sortie|31/12/2020|
                Date fin contrat|31/12/2020|31/12/2099
                Fin de contrat|31/12/2020|
                Date de fin|31/12/2020|31/12/2099
                Dernier jour|31/12/2020|
                Dernier jour travaillé|31/12/2020|
                Démission|oui|non
                Licencié|oui|non
                Retraité|oui|non
                Supprimé|oui|non
                supprime_le|2020-12-31|
                Date de suppression|2020-12-31|
                Archivé|oui|non
                Désactivé le|2020-12-31|
                Bloqué|oui|non
                Verrouillé|oui|non
                Externe|oui|non
                Invité|oui|non
                Type de compte|invité|membre
                Type d'utilisateur|Externe|Interne
                Compte de service|oui|non
                Compte de test|oui|non
                Validité jusqu'au|31/12/2020|31/12/2099
                Valable jusqu'au|31/12/2020|31/12/2099
                Expire le|31/12/2020|31/12/2099
                Accès révoqué|oui|non
                Désabonné|oui|non
                Ne pas contacter|oui|non
                En attente|oui|non
                Validé|non|oui
                Inscription confirmée|non|oui
                N'est plus employé|oui|non
                A quitté l'entreprise|oui|non
                Ancien salarié|oui|non
                Toujours en poste|non|oui
                Décédé|oui|non
                """),
        .init(
            title: "Spanish, once more",
            text: """
                Cuenta activa|No|Sí
                activo_sn|N|S
                Estado|Inactivo|Activo
                Estado de la cuenta|Suspendida|Activa
                Estado laboral|Cesado|Activo
                Estatus|Baja|Activo
                Situación|De baja|Alta
                Fecha de baja|31/12/2020|
                Fecha baja|31/12/2020|
                Fecha de salida|31/12/2020|
                Fecha de cese|31/12/2020|
                Fecha fin contrato|31/12/2020|
                Fin de contrato|31/12/2020|31/12/2099
                Último día|31/12/2020|
                Fecha de renuncia|31/12/2020|
                Dado de baja|Sí|No
                Deshabilitado|Sí|No
                eliminado_en|2020-12-31|
                Borrado|1|0
                Suspendido hasta|2099-01-01|
                Usuario externo|Sí|No
                Tipo de cuenta|Servicio|Usuario
                Cuenta de servicio|Sí|No
                Usuario de prueba|Sí|No
                Válido hasta|31/12/2020|31/12/2099
                Fecha de vencimiento|31/12/2020|31/12/2099
                Caduca|31/12/2020|31/12/2099
                Jubilado|Sí|No
                Fallecido|Sí|No
                No contactar|Sí|No
                Ya no trabaja aquí|Sí|No
                Egresado|Sí|No
                """),
        .init(
            title: "Italian, once more",
            text: """
                Account attivo|No|Sì
                Stato|Inattivo|Attivo
                Stato account|Sospeso|Attivo
                Stato dipendente|Cessato|Attivo
                Data cessazione|31/12/2020|
                Data di cessazione|31/12/2020|
                Data uscita|31/12/2020|
                Data fine rapporto|31/12/2020|
                Fine contratto|31/12/2020|31/12/2099
                Ultimo giorno|31/12/2020|
                Data dimissioni|31/12/2020|
                Dimesso|Sì|No
                Tipo account|Servizio|Utente
                Utente di test|Sì|No
                Scadenza|31/12/2020|31/12/2099
                Data scadenza|31/12/2020|31/12/2099
                Valido fino al|31/12/2020|31/12/2099
                In pensione|Sì|No
                Pensionato|Sì|No
                Deceduto|Sì|No
                Non contattare|Sì|No
                Ex dipendente|Sì|No
                """),
        .init(
            title: "Portuguese, once more",
            text: """
                Situação|Demitido|Ativo
                Status|Inativo|Ativo
                Data de desligamento|31/12/2020|
                Data de demissão|31/12/2020|
                Data de saída|31/12/2020|
                Data rescisão|31/12/2020|
                Data de rescisão|31/12/2020|
                Fim do contrato|31/12/2020|31/12/2099
                Último dia|31/12/2020|
                Excluído em|31/12/2020|
                Arquivado|Sim|Não
                Externo|Sim|Não
                Tipo de utilizador|Externo|Interno
                Conta de serviço|Sim|Não
                Validade|31/12/2020|31/12/2099
                Válido até|31/12/2020|31/12/2099
                Data de expiração|31/12/2020|31/12/2099
                Confirmado|Não|Sim
                Aposentado|Sim|Não
                Falecido|Sim|Não
                Não contatar|Sim|Não
                Ex-funcionário|Sim|Não
                """),
        .init(
            title: "Dutch, once more",
            text: """
                Account actief|Nee|Ja
                Status|Inactief|Actief
                Datum uit dienst|31-12-2020|
                Uitdienst|Ja|Nee
                Uit dienst per|31-12-2020|
                Uitdiensttreding|31-12-2020|
                Einddatum|31-12-2020|31-12-2099
                Einde contract|31-12-2020|31-12-2099
                Laatste werkdag|31-12-2020|
                Laatste dag|31-12-2020|
                Ontslagdatum|31-12-2020|
                Vertrokken|Ja|Nee
                Verwijderd op|31-12-2020|
                Opgeschort|Ja|Nee
                Extern|Ja|Nee
                Gebruikerstype|Gast|Lid
                Type account|Serviceaccount|Gebruiker
                Testgebruiker|Ja|Nee
                Geldig tot|31-12-2020|31-12-2099
                Verloopt op|31-12-2020|31-12-2099
                Vervaldatum|31-12-2020|31-12-2099
                In afwachting|Ja|Nee
                Bevestigd|Nee|Ja
                Met pensioen|Ja|Nee
                Overleden|Ja|Nee
                Afgemeld|Ja|Nee
                Oud-medewerker|Ja|Nee
                Werkt hier niet meer|Ja|Nee
                """),
        .init(
            title: "Polish, once more",
            text: """
                Konto aktywne|Nie|Tak
                Status|Nieaktywny|Aktywny
                Status konta|Zablokowane|Aktywne
                Data zwolnienia|31.12.2020|
                Data odejścia|31.12.2020|
                Data zakończenia umowy|31.12.2020|31.12.2099
                Data rozwiązania umowy|31.12.2020|
                Koniec umowy|31.12.2020|31.12.2099
                Ostatni dzień pracy|31.12.2020|
                Wyłączony|Tak|Nie
                Data usunięcia|31.12.2020|
                Zewnętrzny|Tak|Nie
                Konto serwisowe|Tak|Nie
                Konto testowe|Tak|Nie
                Ważne do|31.12.2020|31.12.2099
                Data wygaśnięcia|31.12.2020|31.12.2099
                Emeryt|Tak|Nie
                Zmarły|Tak|Nie
                """),
        .init(
            title: "Czech, once more",
            text: """
                Účet aktivní|Ne|Ano
                Stav účtu|Zablokovaný|Aktivní
                Datum ukončení|31.12.2020|
                Datum ukončení pracovního poměru|31.12.2020|
                Datum odchodu|31.12.2020|
                Konec smlouvy|31.12.2020|31.12.2099
                Poslední den|31.12.2020|
                Blokovaný|Ano|Ne
                Zakázán|Ano|Ne
                Smazán|Ano|Ne
                Smazáno dne|31.12.2020|
                Archivován|Ano|Ne
                Externí|Ano|Ne
                Testovací účet|Ano|Ne
                Platnost do|31.12.2020|31.12.2099
                Platí do|31.12.2020|31.12.2099
                Vyprší|31.12.2020|31.12.2099
                Čeká na schválení|Ano|Ne
                V důchodu|Ano|Ne
                Zemřel|Ano|Ne
                Propuštěn|Ano|Ne
                """),
        .init(
            title: "Russian, once more",
            text: """
                Учетная запись активна|Нет|Да
                Статус|Неактивен|Активен
                Статус|Уволен|Работает
                Состояние|Заблокирован|Активен
                Дата увольнения|31.12.2020|
                Дата окончания договора|31.12.2020|31.12.2099
                Последний рабочий день|31.12.2020|
                Блокировка|Да|Нет
                Учетная запись отключена|Да|Нет
                Дата удаления|31.12.2020|
                Архив|Да|Нет
                Внешний пользователь|Да|Нет
                Тип пользователя|Гость|Сотрудник
                Сервисная учетная запись|Да|Нет
                Тестовый пользователь|Да|Нет
                Действует до|31.12.2020|31.12.2099
                Срок действия|31.12.2020|31.12.2099
                Ожидает подтверждения|Да|Нет
                Пенсионер|Да|Нет
                Умер|Да|Нет
                Отписан|Да|Нет
                """),
        .init(
            title: "Turkish, once more",
            text: """
                Hesap aktif|Hayır|Evet
                Hesap durumu|Askıya alındı|Aktif
                Çalışma durumu|Ayrıldı|Çalışıyor
                İşten çıkış tarihi|31.12.2020|
                Ayrılış tarihi|31.12.2020|
                İşten ayrılma tarihi|31.12.2020|
                Çıkış tarihi|31.12.2020|
                Sözleşme bitiş tarihi|31.12.2020|31.12.2099
                Bitiş tarihi|31.12.2020|31.12.2099
                Son çalışma günü|31.12.2020|
                Devre dışı|Evet|Hayır
                Silinme tarihi|31.12.2020|
                Arşivlendi|Evet|Hayır
                Harici kullanıcı|Evet|Hayır
                Kullanıcı tipi|Dış|İç
                Geçerlilik tarihi|31.12.2020|31.12.2099
                Beklemede|Evet|Hayır
                Emekli|Evet|Hayır
                Eski çalışan|Evet|Hayır
                """),
        .init(
            title: "Chinese, once more",
            text: """
                状态|停用|启用
                状态|已离职|在职
                账号状态|冻结|正常
                帐户状态|禁用|启用
                用户状态|已禁用|已启用
                人员状态|离职|在职
                是否激活|否|是
                是否禁用|是|否
                是否锁定|是|否
                删除时间|2020-12-31 00:00:00|
                离职日期|2020-12-31|
                离职时间|2020/12/31|
                合同到期日|2020-12-31|2099-12-31
                合同终止日期|2020-12-31|2099-12-31
                最后工作日|2020-12-31|
                有效期至|2020-12-31|2099-12-31
                到期时间|2020-12-31|2099-12-31
                过期时间|2020-12-31|2099-12-31
                账号类型|外部|内部
                是否外部用户|是|否
                是否机器人|是|否
                测试账号|是|否
                已退休|是|否
                封禁|是|否
                黑名单|是|否
                激活状态|未激活|已激活
                狀態|停用|啟用
                離職日期|2020-12-31|
                帳號狀態|已停用|啟用
                是否離職|是|否
                """),
        .init(
            title: "Japanese, once more",
            text: """
                状態|無効|有効
                ステータス|退職|在籍
                ステータス|停止中|利用中
                アカウント状態|停止|有効
                アカウントステータス|ロック|アクティブ
                在籍区分|退職|在籍
                在籍状況|退職済み|在籍中
                雇用区分|退職|正社員
                退職日|2020年12月31日|
                退社日|2020/12/31|
                離職日|2020/12/31|
                契約終了日|2020/12/31|2099/12/31
                利用終了日|2020/12/31|2099/12/31
                有効期限|2020/12/31|2099/12/31
                最終出社日|2020/12/31|
                最終出勤日|2020/12/31|
                有効/無効|無効|有効
                無効フラグ|1|0
                削除日|2020/12/31|
                削除日時|2020-12-31 00:00:00|
                停止フラグ|1|0
                退職フラグ|1|0
                アカウントロック|はい|いいえ
                アーカイブ|はい|いいえ
                外部ユーザー|はい|いいえ
                ユーザータイプ|外部|内部
                テストアカウント|はい|いいえ
                利用停止|はい|いいえ
                承認状態|未承認|承認済み
                休止|はい|いいえ
                """),
        .init(
            title: "Korean, once more",
            text: """
                상태|비활성|활성
                계정 상태|정지|정상
                계정상태|잠김|정상
                재직 여부|N|Y
                재직구분|퇴직|재직
                퇴사일|2020-12-31|
                퇴직일|2020-12-31|
                퇴사일자|20201231|
                퇴직일자|20201231|
                계약 종료일|2020-12-31|2099-12-31
                만료일|2020-12-31|2099-12-31
                유효기간|2020-12-31|2099-12-31
                마지막 근무일|2020-12-31|
                사용 여부|N|Y
                사용여부|N|Y
                활성 여부|N|Y
                활성화|아니오|예
                비활성화|예|아니오
                삭제 여부|Y|N
                삭제여부|Y|N
                삭제일|2020-12-31|
                차단|예|아니오
                차단 여부|Y|N
                잠금 여부|Y|N
                계정 잠금|예|아니오
                탈퇴|예|아니오
                탈퇴일|2020-12-31|
                탈퇴여부|Y|N
                휴면|예|아니오
                휴면 계정|Y|N
                게스트|예|아니오
                외부 사용자|예|아니오
                사용자 유형|게스트|멤버
                테스트 계정|예|아니오
                보관됨|예|아니오
                승인 상태|대기|승인
                """),
    ]
}
