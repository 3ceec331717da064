extension StatusPairs {
    static let languages: [StatusPairs] = [
        .init(
            title: "German",
            text: """
                Gesperrt|Ja|Nein
                gesperrt?|j|n
                ist_gesperrt|wahr|falsch
                Konto gesperrt|Ja|Nein
                kontogesperrt|1|0
                Benutzer gesperrt|WAHR|FALSCH
                Benutzerkonto deaktiviert|Ja|Nein
                ist deaktiviert|ja|nein
                Gelöscht|Ja|Nein
                geloescht|1|0
                ist gelöscht|ja|nein
                Archiviert|Ja|Nein
                Ausgeschieden|Ja|Nein
                ausgetreten|ja|
                Ehemaliger Mitarbeiter|Ja|Nein
                Gekündigt|Ja|Nein
                Abgelaufen|Ja|Nein
                Inaktiv|Ja|Nein
                nicht aktiv|Ja|Nein
                Extern|Ja|Nein
                Externer|Ja|Nein
                Gast|Ja|Nein
                Gastbenutzer|ja|nein
                Abgemeldet|Ja|Nein
                Ausstehend|Ja|Nein
                eingeladen|ja|nein
                Aktiv|Nein|Ja
                ist_aktiv|nein|ja
                Konto aktiv|Nein|Ja
                Mitarbeiter aktiv|falsch|wahr
                Freigeschaltet|Nein|Ja
                Konto aktiviert|Nein|Ja
                Gültig|Nein|Ja
                Bestätigt|Nein|Ja
                Genehmigt|nein|ja
                Registriert|Nein|Ja
                Einladen|Nein|Ja
                Austritt|31.01.2020|
                Austrittsdatum|31.01.2020|31.12.2999
                Austritt am|31.01.2020|
                Kündigungsdatum|31.01.2020|
                Letzter Arbeitstag|31.01.2020|
                Ausgeschieden am|31.01.2020|
                Gelöscht am|31.01.2020 10:00|
                Löschdatum|31.01.2020|
                Sperrdatum|31.01.2020|
                gesperrt seit|31.01.2020|
                Gesperrt bis|31.12.2999|31.01.2020
                Deaktiviert am|31.01.2020|
                Deaktivierungsdatum|31.01.2020|
                Ablaufdatum|31.01.2020|31.12.2999
                Vertragsende|31.01.2020|31.12.2999
                Ende der Beschäftigung|31.01.2020|
                Mitgliedschaft endet|31.01.2020|31.12.2999
                gültig bis|31.01.2020|31.12.2999
                Sperrgrund|Spam|
                Kündigungsgrund|privat|
                Kontostatus|gesperrt|aktiv
                Benutzerstatus|Deaktiviert|Aktiv
                Mitarbeiterstatus|Ausgeschieden|Angestellt
                Mitgliedsstatus|gekündigt|Mitglied
                Status|Inaktiv|Aktiv
                Status|ehemalig|aktuell
                Zustand|gelöscht|aktiv
                Benutzertyp|Gast|Benutzer
                Kontoart|Dienst|Benutzer
                Mitarbeiterart|Extern|Angestellt
                """),
        .init(
            title: "French",
            text: """
                Bloqué|Oui|Non
                compte bloqué|Oui|Non
                est_bloqué|vrai|faux
                Désactivé|Oui|Non
                Compte désactivé|Oui|Non
                Utilisateur désactivé|oui|non
                Supprimé|Oui|Non
                supprime|1|0
                Suspendu|Oui|Non
                Archivé|Oui|Non
                Inactif|Oui|Non
                Licencié|Oui|Non
                Ancien employé|Oui|Non
                Parti|Oui|Non
                Expiré|Oui|Non
                Invité|Oui|Non
                Externe|Oui|Non
                En attente|Oui|Non
                Désabonné|Oui|Non
                Désinscrit|oui|non
                Verrouillé|Oui|Non
                Radié|Oui|Non
                Refusé|Oui|Non
                Actif|Non|Oui
                est actif|non|oui
                Compte actif|Faux|Vrai
                Compte activé|Non|Oui
                Activé|Non|Oui
                Valide|Non|Oui
                Validé|Non|Oui
                Approuvé|Non|Oui
                Confirmé|Non|Oui
                Inviter|Non|Oui
                Date de départ|31/01/2020|
                Date de sortie|31/01/2020|31/12/2999
                Date de fin|31/01/2020|31/12/2999
                Date de fin de contrat|31/01/2020|31/12/2999
                Fin de contrat|31/01/2020|
                Date de désactivation|31/01/2020|
                Date de suppression|31/01/2020|
                Supprimé le|31/01/2020|
                Désactivé le|31/01/2020|
                Date d'expiration|31/01/2020|31/12/2999
                Valide jusqu'au|31/01/2020|31/12/2999
                Bloqué jusqu'au|31/12/2999|31/01/2020
                Motif de départ|démission|
                Motif du blocage|spam|
                Raison de suppression|demande|
                Statut du compte|Bloqué|Actif
                Statut utilisateur|Désactivé|Activé
                Statut|Supprimé|Actif
                Statut|Parti|Présent
                Statut du membre|Radié|Membre
                État du compte|Suspendu|Actif
                Type d'utilisateur|Invité|Membre
                Type de compte|Système|Utilisateur
                """),
        .init(
            title: "Spanish",
            text: """
                Bloqueado|Sí|No
                Cuenta bloqueada|Sí|No
                está_bloqueado|verdadero|falso
                Desactivado|Sí|No
                usuario desactivado|si|no
                Eliminado|Sí|No
                Borrado|Sí|No
                Suspendido|Sí|No
                Inactivo|Sí|No
                De baja|Sí|No
                Baja|Sí|No
                Despedido|Sí|No
                Caducado|Sí|No
                Vencido|Sí|No
                Archivado|Sí|No
                Invitado|Sí|No
                Externo|Sí|No
                Pendiente|Sí|No
                Rechazado|Sí|No
                Activo|No|Sí
                Activa|No|Sí
                Usuario activo|Falso|Verdadero
                Habilitado|No|Sí
                Cuenta habilitada|No|Sí
                Vigente|No|Sí
                Aprobado|No|Sí
                Confirmado|No|Sí
                Invitar|No|Sí
                Fecha de baja|31/01/2020|
                fecha_baja|2020-01-31|
                Fecha de salida|31/01/2020|
                Fecha de cese|31/01/2020|
                Fecha de eliminación|31/01/2020|
                Fecha de vencimiento|31/01/2020|31/12/2999
                Fecha fin|31/01/2020|31/12/2999
                Fecha de fin de contrato|31/01/2020|31/12/2999
                Válido hasta|31/01/2020|31/12/2999
                Bloqueado hasta|31/12/2999|31/01/2020
                Último día|31/01/2020|
                Motivo de baja|renuncia|
                Motivo del bloqueo|spam|
                Estado de la cuenta|Bloqueada|Activa
                Estado del usuario|Inactivo|Activo
                Estado|Suspendido|Habilitado
                Estado|Baja|Alta
                Situación laboral|Despedido|Activo
                Estatus|Cancelado|Vigente
                Tipo de usuario|Invitado|Miembro
                Tipo de cuenta|Sistema|Usuario
                """),
        .init(
            title: "Portuguese",
            text: """
                Bloqueado|Sim|Não
                Conta bloqueada|Sim|Não
                Desativado|Sim|Não
                usuário desativado|sim|não
                Excluído|Sim|Não
                Apagado|Sim|Não
                Suspenso|Sim|Não
                Inativo|Sim|Não
                Demitido|Sim|Não
                Desligado|Sim|Não
                Expirado|Sim|Não
                Convidado|Sim|Não
                Pendente|Sim|Não
                Cancelado|Sim|Não
                Ativo|Não|Sim
                Usuário ativo|Falso|Verdadeiro
                Conta ativa|Não|Sim
                Habilitado|Não|Sim
                Aprovado|Não|Sim
                Válido|Não|Sim
                Data de desligamento|31/01/2020|
                Data de saída|31/01/2020|
                Data de demissão|31/01/2020|
                Data de exclusão|31/01/2020|
                data_exclusao|2020-01-31|
                Data de término|31/01/2020|31/12/2999
                Data de validade|31/01/2020|31/12/2999
                Válido até|31/01/2020|31/12/2999
                Bloqueado até|31/12/2999|31/01/2020
                Motivo do desligamento|pedido|
                Situação|Desligado|Ativo
                Situação do funcionário|Demitido|Ativo
                Status da conta|Bloqueada|Ativa
                Estado da conta|Suspensa|Ativa
                Tipo de usuário|Convidado|Membro
                """),
        .init(
            title: "Italian",
            text: """
                Bloccato|Sì|No
                Account bloccato|Sì|No
                Disattivato|Sì|No
                Utente disattivato|si|no
                Disabilitato|Sì|No
                Eliminato|Sì|No
                Cancellato|Sì|No
                Sospeso|Sì|No
                Inattivo|Sì|No
                Licenziato|Sì|No
                Cessato|Sì|No
                Scaduto|Sì|No
                Archiviato|Sì|No
                Ospite|Sì|No
                Esterno|Sì|No
                In attesa|Sì|No
                Attivo|No|Sì
                Utente attivo|Falso|Vero
                Abilitato|No|Sì
                Account abilitato|No|Sì
                Valido|No|Sì
                Approvato|No|Sì
                Confermato|No|Sì
                Data di cessazione|31/01/2020|
                Data cessazione|31/01/2020|31/12/2999
                Data di uscita|31/01/2020|
                Data eliminazione|31/01/2020|
                Data fine|31/01/2020|31/12/2999
                Data di scadenza|31/01/2020|31/12/2999
                Valido fino al|31/01/2020|31/12/2999
                Bloccato fino al|31/12/2999|31/01/2020
                Motivo cessazione|dimissioni|
                Stato utente|Disabilitato|Abilitato
                Stato account|Bloccato|Attivo
                Stato|Cessato|Attivo
                Tipo utente|Ospite|Membro
                """),
        .init(
            title: "Dutch",
            text: """
                Geblokkeerd|Ja|Nee
                Account geblokkeerd|Ja|Nee
                Gedeactiveerd|Ja|Nee
                Uitgeschakeld|Ja|Nee
                Verwijderd|Ja|Nee
                Geschorst|Ja|Nee
                Inactief|Ja|Nee
                Uit dienst|Ja|Nee
                Ontslagen|Ja|Nee
                Verlopen|Ja|Nee
                Gearchiveerd|Ja|Nee
                Gast|Ja|Nee
                Uitgeschreven|Ja|Nee
                Actief|Nee|Ja
                Gebruiker actief|Onwaar|Waar
                Ingeschakeld|Nee|Ja
                In dienst|Nee|Ja
                Goedgekeurd|Nee|Ja
                Geldig|Nee|Ja
                Datum uit dienst|31-01-2020|
                Uitdiensttreding|31-01-2020|
                Datum uitdiensttreding|31-01-2020|31-12-2999
                Einddatum|31-01-2020|31-12-2999
                Einddatum contract|31-01-2020|31-12-2999
                Vervaldatum|31-01-2020|31-12-2999
                Geldig tot|31-01-2020|31-12-2999
                Geblokkeerd tot|31-12-2999|31-01-2020
                Verwijderd op|31-01-2020|
                Laatste werkdag|31-01-2020|
                Reden vertrek|ander werk|
                Reden blokkering|spam|
                Accountstatus|Geblokkeerd|Actief
                Status medewerker|Uit dienst|In dienst
                Soort gebruiker|Gast|Lid
                """),
        .init(
            title: "Polish",
            text: """
                Zablokowany|Tak|Nie
                Konto zablokowane|Tak|Nie
                Zawieszony|Tak|Nie
                Usunięty|Tak|Nie
                usuniety|1|0
                Dezaktywowany|Tak|Nie
                Nieaktywny|Tak|Nie
                Zwolniony|Tak|Nie
                Były pracownik|Tak|Nie
                Zarchiwizowany|Tak|Nie
                Wygasłe|Tak|Nie
                Gość|Tak|Nie
                Oczekujący|Tak|Nie
                Aktywny|Nie|Tak
                Czy aktywny|Nie|Tak
                Konto aktywne|Fałsz|Prawda
                Użytkownik aktywny|Nie|Tak
                Włączony|Nie|Tak
                Zatwierdzony|Nie|Tak
                Potwierdzony|Nie|Tak
                Zatrudniony|Nie|Tak
                Data zwolnienia|31.01.2020|
                Data odejścia|31.01.2020|
                Data usunięcia|31.01.2020|
                Data zakończenia|31.01.2020|31.12.2999
                Data wygaśnięcia|31.01.2020|31.12.2999
                Ważne do|31.01.2020|31.12.2999
                Zablokowany do|31.12.2999|31.01.2020
                Powód zwolnienia|własna prośba|
                Stan konta|Zablokowane|Aktywne
                Status pracownika|Zwolniony|Zatrudniony
                Status użytkownika|Nieaktywny|Aktywny
                Typ użytkownika|Gość|Członek
                """),
        .init(
            title: "Czech",
            text: """
                Zablokován|Ano|Ne
                Zablokovaný|Ano|Ne
                Účet zablokován|Ano|Ne
                Smazáno|Ano|Ne
                Odstraněn|Ano|Ne
                Neaktivní|Ano|Ne
                Deaktivován|Ano|Ne
                Pozastaven|Ano|Ne
                Archivováno|Ano|Ne
                Bývalý zaměstnanec|Ano|Ne
                Aktivní|Ne|Ano
                Uživatel aktivní|Ne|Ano
                Povolen|Ne|Ano
                Platný|Ne|Ano
                Schválen|Ne|Ano
                Potvrzeno|Ne|Ano
                Datum ukončení|31.01.2020|
                Datum odchodu|31.01.2020|
                Datum smazání|31.01.2020|
                Konec smlouvy|31.01.2020|31.12.2999
                Platnost do|31.01.2020|31.12.2999
                Důvod ukončení|výpověď|
                Stav účtu|Zablokován|Aktivní
                Stav zaměstnance|Bývalý|Aktivní
                Stav|Neaktivní|Aktivní
                Typ uživatele|Externí|Člen
                """),
        .init(
            title: "Russian",
            text: """
                Заблокирован|Да|Нет
                Учетная запись заблокирована|Да|Нет
                Удален|Да|Нет
                Удалён|Да|Нет
                Уволен|Да|Нет
                Отключен|Да|Нет
                Неактивен|Да|Нет
                Приостановлен|Да|Нет
                Архивирован|Да|Нет
                Бывший сотрудник|Да|Нет
                Гость|Да|Нет
                Внешний|Да|Нет
                Не активен|Да|Нет
                Активен|Нет|Да
                Активный|Ложь|Истина
                Пользователь активен|Нет|Да
                Включен|Нет|Да
                Подтвержден|Нет|Да
                Действителен|Нет|Да
                Дата увольнения|31.01.2020|
                Дата блокировки|31.01.2020|
                Дата удаления|31.01.2020|
                Дата окончания|31.01.2020|31.12.2999
                Срок действия до|31.01.2020|31.12.2999
                Действителен до|31.01.2020|31.12.2999
                Заблокирован до|31.12.2999|31.01.2020
                Причина увольнения|по желанию|
                Причина блокировки|спам|
                Статус|Уволен|Активен
                Статус сотрудника|Уволен|Работает
                Статус учетной записи|Заблокирована|Активна
                Состояние|Отключена|Включена
                Тип пользователя|Гость|Участник
                """),
        .init(
            title: "Turkish",
            text: """
                Engellendi|Evet|Hayır
                Silindi|Evet|Hayır
                Pasif|Evet|Hayır
                Askıya alındı|Evet|Hayır
                Kilitli|Evet|Hayır
                Hesap kilitli|Evet|Hayır
                İşten ayrıldı|Evet|Hayır
                Misafir|Evet|Hayır
                Aktif|Hayır|Evet
                Aktif mi|Hayır|Evet
                Etkin|Hayır|Evet
                Kullanıcı aktif|Yanlış|Doğru
                Onaylandı|Hayır|Evet
                İşten çıkış tarihi|31.01.2020|
                Ayrılış tarihi|31.01.2020|
                Bitiş tarihi|31.01.2020|31.12.2999
                Silinme tarihi|31.01.2020|
                Ayrılma nedeni|istifa|
                Durum|Pasif|Aktif
                Hesap durumu|Engellendi|Aktif
                Kullanıcı durumu|Silindi|Etkin
                Kullanıcı türü|Misafir|Üye
                """),
        .init(
            title: "Chinese",
            text: """
                是否离职|是|否
                已离职|是|否
                离职|是|否
                是否删除|是|否
                已删除|是|否
                是否停用|是|否
                停用|是|否
                禁用|是|否
                已锁定|是|否
                冻结|是|否
                已注销|是|否
                外部用户|是|否
                访客|是|否
                机器人|是|否
                是否启用|否|是
                启用|否|是
                是否有效|否|是
                是否在职|否|是
                激活|否|是
                已激活|否|是
                离职日期|2020-01-31|
                离职时间|2020年1月31日|
                退休日期|2020/01/31|
                删除时间|2020-01-31 10:00:00|
                停用日期|2020-01-31|
                有效期至|2020-01-31|2999-12-31
                到期日期|2020-01-31|2999-12-31
                结束日期|2020-01-31|2999-12-31
                离职原因|个人|
                状态|已禁用|正常
                用户状态|停用|启用
                账号状态|已冻结|正常
                员工状态|离职|在职
                帳號狀態|停用|啟用
                在职状态|离职|在职
                用户类型|访客|成员
                账户类型|服务|用户
                """),
        .init(
            title: "Japanese",
            text: """
                退職|はい|いいえ
                退職済み|はい|いいえ
                削除済み|はい|いいえ
                削除フラグ|1|0
                無効|はい|いいえ
                ロック|はい|いいえ
                停止中|はい|いいえ
                ゲスト|はい|いいえ
                有効|いいえ|はい
                アクティブ|いいえ|はい
                有効フラグ|0|1
                在籍|いいえ|はい
                承認済み|いいえ|はい
                退職日|2020-01-31|
                退職年月日|2020/01/31|
                退会日|2020-01-31|
                削除日時|2020-01-31 10:00|
                有効期限|2020-01-31|2999-12-31
                停止日|2020-01-31|
                退職理由|自己都合|
                状態|退職|在職
                ステータス|無効|有効
                アカウント状態|ロック|有効
                在籍状況|退職|在籍
                ユーザー種別|ゲスト|メンバー
                アカウントステータス|停止|アクティブ
                """),
        .init(
            title: "Korean",
            text: """
                퇴사|예|아니요
                퇴사 여부|예|아니요
                탈퇴|예|아니요
                탈퇴 여부|예|아니오
                삭제됨|예|아니요
                삭제 여부|예|아니요
                비활성|예|아니요
                차단됨|예|아니요
                잠김|예|아니요
                정지|예|아니요
                활성|아니요|예
                활성 여부|아니요|예
                재직 여부|아니요|예
                승인됨|아니요|예
                퇴사일|2020-01-31|
                퇴직일자|2020-01-31|
                탈퇴일|2020-01-31|
                삭제일시|2020-01-31 10:00|
                만료일|2020-01-31|2999-12-31
                퇴사 사유|개인|
                상태|퇴사|재직
                계정 상태|정지|활성
                회원상태|탈퇴|정상
                재직상태|퇴직|재직
                사용자 유형|게스트|회원
                """),
        .init(
            title: "Others",
            text: """
                Aktiv|Nej|Ja
                Spærret|Ja|Nej
                Slettet|Ja|Nei
                Fratrådt|Ja|Nej
                Borttagen|Ja|Nej
                Avstängd|Ja|Nej
                Aktívny|Nie|Áno
                Zablokovaný|Áno|Nie
                Aktív|Nem|Igen
                Letiltva|Igen|Nem
                Activ|Nu|Da
                Blocat|Da|Nu
                Blokiran|Da|Ne
                Aktivna|Ne|Da
                Lukittu|Kyllä|Ei
                Poistettu|Kyllä|Ei
                Aktiivinen|Ei|Kyllä
                Ενεργός|Όχι|Ναι
                Κατάσταση|Ανενεργός|Ενεργός
                الحالة|محظور|نشط
                Aktif|Tidak|Ya
                Trạng thái|Đã xóa|Hoạt động
                """),
    ]
}
