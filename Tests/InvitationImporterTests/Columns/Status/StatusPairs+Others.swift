extension StatusPairs {
    /// Columns that have a word of a status, and are about something else: the name and two values.
    static let ofOthers: [String] = """
        invoice_status|overdue|paid
        Invoice Status|Overdue|Paid
        payment_status|overdue|paid
        Payment state|failed|succeeded
        billing_status|past_due|active
        device state|disabled|enabled
        Device Status|Inactive|Active
        device_status|blocked|ok
        order_status|cancelled|shipped
        ticket_status|closed|open
        Ticket State|Closed|Open
        phone_status|inactive|active
        card_status|expired|valid
        Card blocked|yes|no
        certificate_status|revoked|valid
        passport_expired|yes|no
        project_status|archived|active
        task_status|closed|open
        shipment_status|returned|delivered
        trial_expired|true|false
        plan_status|cancelled|active
        password_expired|true|false
        mfa_status|disabled|enabled
        MFA Status|Disabled|Enabled
        kyc_status|rejected|approved
        KYC Status|Pending|Approved
        background_check_status|pending|clear
        Training Status|Expired|Complete
        training_expired|Yes|No
        course_status|incomplete|complete
        whatsapp_blocked|1|0
        auth|manual|ldap
        auth|saml|ldap
        auth_type|local|ldap
        authType|saml2|internal
        auth_provider|none|google
        auth_source|internal|external
        authentication_method|local|saml
        login_type|external|sso
        manager_status|inactive|active
        Manager Terminated|yes|no
        parent_status|deceased|alive
        spouse_status|deceased|alive
        spouse_deceased|Yes|No
        company_status|closed|active
        Company Status|Inactive|Active
        site_status|closed|open
        Store Closed|yes|no
        store_status|closed|open
        team_archived|true|false
        Team Status|Archived|Active
        group_archived|true|false
        department_status|closed|open
        repo_archived|true|false
        ArchiveStatus|None|Active
        sync_status|error|synced
        DirSync Status|failed|ok
        backup_status|failed|ok
        last_login_status|failed|ok
        marital_status|divorced|single
        Marital Status|Separated|Married
        civil_status|widowed|married
        military_status|retired|none
        veteran_status|retired|none
        visa_status|expired|valid
        vaccination_status|pending|complete
        badge_status|lost|active
        Badge Deactivated|yes|no
        email_hidden|true|false
        Closed deals|0|3
        blocked_count|0|3
        bonus_status|pending|paid
        expense_status|rejected|approved
        timesheet_status|pending|approved
        review_status|pending|done
        appraisal_status|overdue|complete
        Laptop status|retired|in use
        Computer disabled|yes|no
        printer_status|offline|online
        Rechnungsstatus|überfällig|bezahlt
        Gerätestatus|inaktiv|aktiv
        Lizenzstatus|abgelaufen|aktiv
        Statut facture|en retard|payée
        Statut du paiement|échoué|payé
        Statut de l'appareil|inactif|actif
        Estado de pago|Vencido|Pagado
        Estado de la factura|Vencida|Pagada
        Stato pagamento|scaduto|pagato
        Stato fattura|scaduta|pagata
        Status płatności|zaległa|opłacona
        Stav platby|po splatnosti|zaplaceno
        Статус оплаты|просрочен|оплачен
        Статус заказа|отменен|выполнен
        Ödeme durumu|gecikmiş|ödendi
        订单状态|已取消|已完成
        付款状态|逾期|已付款
        设备状态|停用|启用
        支払状況|延滞|支払済み
        端末状態|無効|有効
        결제 상태|취소|완료
        주문 상태|취소|완료
        Estado civil|Separado|Casado
        Stato civile|Separato|Coniugato
        """.split(separator: "\n").map(String.init)
}
