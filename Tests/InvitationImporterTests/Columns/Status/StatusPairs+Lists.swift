extension StatusPairs {
    /// What people write into lists of their own: remarks, what is to be done, codes, and questions to which most
    /// answers are the same.
    static let lists: [StatusPairs] = [
        .init(
            title: "remarks and what is to be done",
            text: """
                Comment|left|
                Comments|Left the company in May|
                Notes|do not invite|
                Remarks|Resigned|
                Bemerkungen|hat die Firma verlassen|
                Kommentar|nicht mehr da|
                Remarque|Parti|
                Observaciones|Baja|
                Note|Ex dipendente|
                Unnamed: 3|left|
                Action|Delete|Keep
                Action|Deactivate|
                Decision|Remove|Keep
                Decision|Reject|Accept
                Change|Leaver|
                Next step|Offboard|Invite
                To do|delete account|invite
                Keep/Remove|Remove|Keep
                Send|No|Yes
                Keep?|No|Yes
                """),
        .init(
            title: "groups of people, and access",
            text: """
                Department|Former employees|Sales
                Division|Leavers|Staff
                Unit|Disabled users|Users
                Role|Former member|Member
                Role|No access|viewer
                Access level|No access|Full
                Access|Denied|Granted
                Permission|No Access|Read
                account_hold|true|false
                On Hold|Yes|No
                LoginRestricted|yes|no
                eduPersonPrimaryAffiliation|affiliate|employee
                eduPersonAffiliation|alum|staff
                """),
        .init(
            title: "codes and letters",
            text: """
                employeeStatus|T|A
                Employee_Status_Code|T|A
                rec_status|D|A
                STATUS_CD|T|A
                status_id|3|1
                user_status_id|0|1
                ACTV_IND|I|A
                ACT_FLG|N|Y
                Status|❌|✅
                Active|nope|yep
                """),
        .init(
            title: "a rare no",
            text: """
                Joined|No|Yes
                has_joined|false|true
                Working|No|Yes
                Here|No|Yes
                Attending|No|Yes
                OK to email|No|Yes
                Can be emailed|No|Yes
                Allow email|No|Yes
                Email permission|No|Yes
                email_enabled|0|1
                Mail-enabled|No|Yes
                RSVP|Declined|Accepted
                RSVP|No|Yes
                """),
        .init(
            title: "ends, and what is still needed",
            text: """
                expires|2019|2099
                member_to|2019-12-31|
                to_date|2019-12-31|9999-01-01
                Drop Date|2019-12-31|
                Exit Interview Date|31/12/2019|
                Term Reason|Voluntary|
                Fin de validité|31/12/2019|31/12/2099
                Date de rupture|31/12/2019|
                最后工作日|2019-12-31|
                needs_activation|1|0
                requires_approval|true|false
                Graduated|Yes|No
                Refunded|Yes|No
                już nie pracuje|Tak|Nie
                больше не работает|Да|Нет
                artık çalışmıyor|Evet|Hayır
                Darf sich anmelden|Nein|Ja
                Statut|Résilié|En cours
                人员状态|离职|试用期
                """),
    ]
}
