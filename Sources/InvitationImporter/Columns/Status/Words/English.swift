extension StatusLanguage {
    static let english = StatusLanguage(
        states: [
            .suspended: "suspended",
            .blocked: "blocked lockedout pwdaccountlocked blacklisted blocklisted denylisted silenced spammer",
            .banned: "banned shadowbanned", .disabled: "pwpaccountdisabled",
            .deactivated: "deactivated deactive deprovisioned unprovisioned",
            .inactive: "inactive inactivated",
            .deleted: """
            deleted softdeleted anonymized anonymised pseudonymized pseudonymised tobedeleted discarded delflag \
            delflg isdel
            """,
            .archived: "archived", .former: "terminated offboarded decommissioned deceased", .revoked: "revoked",
            .unsubscribed: "unsubscribed optedout optout unsub optouts",
        ],
        plainStates: [
            .suspended: "paused quarantined",
            .blocked:
                "locked frozen barred nologin noaccess restrained jailed forbidden spam hacked flaggedasspam blocklist",
            .banned: "exiled expelled", .disabled: "disabled unavailable", .deactivated: "unlicensed",
            .inactive: """
            dormant defunct obsolete deprecated stale orphaned unaffiliated unused invalid lapsing retiring \
            nonactive unactive
            """,
            .deleted: """
            removed purged erased trashed trash intrash loevm redacted forgotten wiped scrubbed hidden gone \
            tombstoned tombstone destroyed delisted
            """,
            .former: """
            left departed relieved resigned retired exited quit fired dismissed discharged laidoff redundant \
            separated former ex nolongerhere nolongerwithus notwithus graduated formerly leaver leavers died dead \
            exmember exmembers exemployee exemployees withdrawn unenrolled disenrolled deregistered ended ceased \
            nonmember unemployed \
            dropped alum alumnus alumna alumni kicked evicted ejected disbarred struckoff
            """,
            .expired: "expired lapsed overdue outdated",
            .revoked: """
            cancelled canceled rejected denied declined refused voided void closed disapproved unauthorized \
            unauthorised disallowed ineligible disqualified
            """,
            .pending: """
            pending awaiting waiting waitlisted invited requested staged unconfirmed waitlist unapproved unactivated \
            provisional unclaimed notyet unregistered preregistered onboarding incomplete draft unassigned \
            needsactivation requiresactivation activationrequired needsapproval requiresapproval approvalrequired \
            needsconfirmation confirmationrequired
            """,
            .unsubscribed: """
            nomail donotmail donotemail donotcontact noemail suppressed complained suppression markedasspam \
            markedemailasspam spamcomplaint spamcomplaints spamreport reportedspam complaint donotbulkemail \
            donotsend donotsendemail donotbulkmail nomailing nomailings
            """,
            .bounced: "bounced bouncing bounce bounces undeliverable undelivered hardbounced softbounced cleaned",
            .excluded: "excluded ignored skipped omitted",
        ],
        events: [
            .suspended: "suspend suspends suspension freeze unsuspend",
            .blocked: """
            block blocks lock lockout silence blacklist restrict unlock unblock unfreeze reactivation reactivate \
            reinstatement \
            reinstate restoration
            """,
            .banned: "ban bans expulsion unban", .deactivated: "deactivate deactivation deprovision deprovisioning",
            .disabled: "disable disablement",
            .deleted:
                "delete deletion remove removal purge erasure erase anonymize anonymization softdelete softdeletion",
            .archived: "archive archival archivation",
            .former: """
            terminate termination resignation retirement departure offboarding offboard separation leaving dropout \
            exit dismissal layoff cessation relieving demise death lastday lastworkingday lastworkday lastdayworked \
            lastdateworked lastdayofwork lastdayofemployment lastdayofservice lastdayatwork lastemploymentday \
            lastdateofemployment termdate dateofterm lastworkingdate lastemploymentdate lastdateofwork decommission \
            retire resign discharge termreason dropdate exitinterview severance tenureend tenureended
            """,
            .revoked: """
            revoke revocation cancellation cancel closure close reject rejection withdrawal withdraw decline denial void
            """,
            .unsubscribed: "unsubscribe unsubscribes unsubscription",
        ],
        beings: [
            .guest:
                "guest guests external externaluser outsider outsidecollaborator restricted ultrarestricted foreigner",
            .bot: """
            bot bots ghost anonymous apionly nonperson nonhuman isanonymous isbot isapp issystem isservice robot \
            serviceaccount daemon
            """,
            .shared: "isshared isroom ismailinglist isdistributionlist issharedmailbox isgroupmailbox",
            .test: "dummy placeholder mirrordummy istest isdemo",
        ],
        things: [
            .guest: "visitor vendor supplier affiliate",
            .bot: """
            service svc system app application machine device automation automated integration technical functional \
            generic kiosk printer scanner api webhook noreply agentless virtual builtin workload
            """,
            .shared: "shared room rooms equipment resource conference conferenceroom meetingroom distribution calendar",
            .test: "test testing demo sample fake example template fixture sandbox",
        ],
        ins: [
            .inactive: "active live usable operational actvind actvflag actvflg actind actflag actflg",
            .disabled: "enabled enable", .expired: "valid",
            .former: """
            current employed enrolled member stillhere stillwithus workshere inemployment onpayroll inservice \
            goodstanding ingoodstanding stillatcompany stillatthecompany stillincompany stillemployed stillworking \
            stillworkshere stillworksforus stillactive
            """,
            .guest: "internal", .bot: "human person real",
            .pending: "confirmed approved accepted activated registered activation onboarded",
            .blocked: "allowed permitted authorized authorised eligible",
            .unsubscribed: "subscribed optedin optin mailable emailable contactable deliverable emaildeliverable",
        ],
        usual: """
            alive verified validated joined admin administrator owner user regular full normal standard ok okay good \
            goodstanding ingoodstanding licensed provisioned new invite toinvite employee staff fulltime parttime \
            permanent onleave contractor intern hired working reactivated reinstated restored unlocked unblocked \
            unbanned unsuspended undeleted unarchived primary workspace organization org fulfilled open \
            unrestricted completed complete attending checkedin granted present exists found online team basic tenured \
            probation keep add assigned reachable paid premium free trusted paying insider in true yes away busy \
            offline parentalleave maternityleave \
            paternityleave sickleave leaveofabsence
            """,
        wanted: """
            invite oktoinvite sendinvite sendinvitation wantsaccess needsaccess needaccess accessneeded needsaccount \
            needsinvite send keep retain migrate import include transfer keep provision tobeinvited shouldbeinvited \
            tobemigrated shouldbemigrated tobeimported toinvite readytoinvite canbeinvited maybeinvited willjoin
            """,
        unwanted: """
            exclude ignore skip omit dontinvite donotinvite onhold accounthold refunded notinvite notmigrating \
            notimporting notinviting notjoining nottobeinvited nottoinvite
            """,
        marks: [
            .denial: "not no never non isnt cannot cant dont doesnt without nolonger un anti arent wasnt neither nor",
            .people: """
            user users account accounts acct accnt usr emp employee employees staff person people profile profiles \
            worker workers colleague collaborator participant attendee subscriber student students learner teacher \
            volunteer faculty human humans identity identities principal seat license licence licenses membership \
            memberships member members employment enrollment enrolment job work hr contract record row entry object \
            customer client contact contacts credential credentials mailbox mailboxes recipient individual personnel \
            edu eduperson rec ad ldap okta google azure entra aad o365 m365 office office365 microsoft slack jira \
            github gitlab workday sap crm erp portal site cloud directory gsuite keycloak auth0 zoom krb samaccount \
            ns ds ms idp sso idm iam hris bamboohr personio salesforce hubspot zendesk freshdesk notion confluence \
            atlassian bitbucket ipa freeipa payroll notice seniority paid pwp company firm organisation organization \
            org tenant workspace team group household position service assignment engagement appointment role \
            patient tutor mentor holder associate resident hire applicant candidate player fan donor supporter login \
            invitation application approval registration confirmation acceptance bbp empl
            """,
            .small: """
            was been be are to the a an of in for from with his her their this that its out flag flags yn yes \
            currently now already still also ever cf custom field fields attributes attribute attr value values data \
            meta metadata detail details extra info information property properties required optional indicator ind \
            bool boolean check checkbox mark \
            marked tick y n x u usr soft hard permanently temporarily temp forced manually auto automatically auth \
            server app system web and or read only interactive upload scheduled planned expected actual effective \
            utc gmt local all overall record fully own self period projected contractual set get raw computed \
            lifecycle life cycle relationship level working day most
            """,
            .question: "is has are should does did shall will if whether isa",
            .date: """
            dropdate date dates at on day time timestamp datetime when dt ts stamp utc epoch ms unix millis seconds \
            dtm tstamp \
            datestamp
            """,
            .end: """
            end ends todate memberto membershipto expires expire expiry expiration exp expiring finish finishes \
            termend validto enddate dateend expdate endda
            """,
            .until: """
            until till til thru through upto unlock unblock unfreeze unban unsuspend reactivation reactivate \
            reinstatement \
            reinstate restoration
            """,
            .since: """
            validfrom activefrom effectivefrom memberfrom enabledfrom since start starts started begin beginning \
            began
            """,
            .last: "last latest previous prior first next recent recently old new original days history",
            .reason: "reason reasons by cause why comment comments note notes remark remarks reasoncode termreason",
            .status: """
            rsvp statusname statename statuslabel statusdescription statusdesc statusvalue status state states stage \
            standing condition phase situation disposition stat statuses \
            attendance deliverability
            """,
            .type: "type types kind class category classification sort role roles affiliation affiliations",
            .access: "login logins signin signins logon logons access entry authentication authenticate sign log",
            .allowed: "can may allow allows able permit permits",
            .mail: """
            email emails emailed mail mails emailing mailing contact contacting messages communication communications \
            smtp marketing
            """,
            .stop: """
            stop stopped halt block prohibit prohibits prohibited forbid forbids forbidden deny denies bar prevent \
            prevents \
            prevented restricted refuse refuses disallow disallows
            """,
            .leave: """
            leave leaves onleave absence loa sabbatical sick vacation onvacation outofoffice furlough furloughed \
            sickness
            """,
            .other: """
            password passwords pass pwd passwd phone mobile sms tel telephone fax whatsapp voicemail mfa 2fa 2sv tfa \
            otp totp fido u2f twofactor factor factors newsletter newsletters notification notifications notify \
            subscription subscriptions plan plans billing payment payments invoice order orders ticket tickets \
            device devices session sessions token tokens key keys cookie card certificate cert passport visa photo \
            avatar picture image quota storage usage project projects task tasks issue issues repository \
            repositories repo repos course courses lesson version versions software hardware firmware feature \
            features theme language locale tooltip debug sync dirsync forwarding reply autoreply litigation \
            retention hold inplace manager supervisor boss parent creator author owner assignee agent assistant \
            spouse partner emergency next marital tax vaccination insurance count counts number num nr total sum \
            amount quantity qty size limit limits rate score rating percent ratio days hours minutes times attempts \
            attempt id ids uuid guid name names url uri link links code codes cd address addresses ip list lists \
            folder folders file files page pages post posts comment message topic topics channel channels question \
            answer answers verified verification verify height weight color colour latitude longitude wifi vpn \
            license_plate vehicle car deal deals opportunity campaign campaigns pipeline stage_date sale sales \
            revenue salary bonus shift lunch break window door trial coupon discount gift warranty lease loan \
            mortgage policy policies sender senders attachment attachments audit archive_mailbox logging log_level \
            cookie_consent beta experiment mode dark pop pop3 imap mapi owa activesync sip voip skype teams antispam \
            junk spam_filter autoupdate backup backups failover cache job_title title employer school university \
            grade semester term exam section building floor desk seat_number room_number apps applications merchants \
            modules completion progress quiz guests_count guestlist disability disabilities handicap invite_link \
            invite_url activity activities relationship_status sex gender visa_status probation probationary \
            kyc aml printer review reviews training trainings certification certifications permit permits badge badges \
            laptop laptops computer computers timesheet timesheets expense expenses appraisal appraisals evaluation \
            shipment shipments shipping delivery deliveries store stores shop kyc background veteran military vaccine \
            equipment documents document loans bank visas warehouse archive_mailbox \
            assessment survey application_form
            """,
        ])
}
