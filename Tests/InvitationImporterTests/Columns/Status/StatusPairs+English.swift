extension StatusPairs {
    static let english: [StatusPairs] = [
        .init(
            title: "English, yes and no",
            text: """
                User Locked|Yes|No
                account_locked|1|0
                is_locked_out|true|false
                IsAccountLocked|TRUE|FALSE
                acctLocked|Y|N
                userLocked|t|f
                locked_by_admin|1|0
                Frozen|yes|no
                account frozen|Yes|No
                Blacklisted|1|0
                is_blacklisted|true|false
                Shadowbanned|true|false
                user.banned|true|false
                permanently_banned|1|0
                user suspended|x|
                account.suspended|true|false
                SUSPENDED_FLAG|Y|N
                acct_disabled|1|0
                user_disabled|t|f
                isUserDisabled|true|false
                Login disabled?|Yes|No
                deactivated?|y|n
                is_deactivated_user|1|0
                account_deleted|true|false
                soft_deleted|1|0
                is_soft_deleted|true|false
                user_deleted|yes|no
                marked_for_deletion|true|false
                Deleted (Y/N)|Y|N
                removed|x|
                is_removed|1|0
                purged|true|false
                isAnonymised|true|false
                archived_user|1|0
                Archived?|Yes|No
                is_archived_account|true|false
                terminated|Yes|No
                Is Terminated|TRUE|FALSE
                Former employee|Yes|No
                is_former_member|1|0
                ex-employee|Yes|No
                Resigned|Y|N
                Departed|yes|no
                has departed|true|false
                Dismissed|Yes|No
                is_retired|1|0
                deceased|true|false
                Expired|Yes|No
                is_expired|true|false
                account_expired|1|0
                membership_lapsed|Yes|No
                access_revoked|true|false
                revoked?|Y|N
                Rejected|Yes|No
                is_rejected|true|false
                declined|1|0
                Cancelled|Yes|No
                membership_cancelled|true|false
                account_closed|1|0
                Closed Account|Yes|No
                is_voided|true|false
                defunct|1|0
                Dormant|Yes|No
                inactive_user|true|false
                user_inactive|1|0
                is_stale|true|false
                orphaned_account|true|false
                pending|true|false
                pending_approval|Yes|No
                awaiting_confirmation|1|0
                is_invited|true|false
                is_staged|true|false
                waitlisted|Yes|No
                unconfirmed|1|0
                is_unapproved|true|false
                opted_out|1|0
                has_opted_out|true|false
                HasOptedOutOfEmail|1|0
                email_unsubscribed|true|false
                is_unsubscribed|yes|no
                Do Not Mail|Yes|No
                do_not_contact|1|0
                No Email|x|
                noEmail|true|false
                Suppressed|TRUE|FALSE
                email_blacklisted|Yes|No
                hard_bounce|1|0
                soft bounced|Yes|No
                undeliverable|true|false
                guest_user|1|0
                isGuestUser|true|false
                external_user|true|false
                is_external_user|1|0
                is_outsider|yes|no
                is_ultra_restricted|true|false
                bot|true|false
                bot_account|1|0
                is_robot|yes|no
                app_user|true|false
                is_app|1|0
                System account|Yes|No
                system_user|1|0
                isServiceUser|true|false
                service user|Yes|No
                technical_account|TRUE|FALSE
                is_shared|true|false
                Shared mailbox|Yes|No
                is_room|1|0
                is_resource|true|false
                is_test|1|0
                Test account|Yes|No
                is_test_user|true|false
                dummy|1|0
                is_placeholder|true|false
                demo_account|Yes|No
                is_fake|1|0
                to_delete|x|
                To be deleted|Yes|No
                Delete?|Y|N
                Exclude from import|yes|no
                Skip|x|
                skip?|Y|N
                do not invite|x|
                """),
        .init(
            title: "English, in",
            text: """
                is_active_user|0|1
                user_active|f|t
                account_active|no|yes
                isCurrentlyActive|false|true
                active_account|No|Yes
                Active Employee|N|Y
                active member|No|Yes
                still active|no|yes
                Currently employed|No|Yes
                is_employed|false|true
                Current|No|Yes
                is_current|0|1
                current_member|false|true
                user_enabled|0|1
                account enabled|False|True
                Enabled?|N|Y
                is_enabled_user|false|true
                is_valid|0|1
                valid_account|false|true
                Valid|No|Yes
                confirmed|false|true
                is_confirmed|0|1
                account_confirmed|No|Yes
                registered|no|yes
                is_registered|0|1
                accepted|false|true
                invitation_accepted|0|1
                account_activated|false|true
                Approved?|No|Yes
                admin_approved|0|1
                access_allowed|No|Yes
                can_sign_in|false|true
                canLogin|0|1
                may_login|N|Y
                has_access|false|true
                Access enabled|No|Yes
                Import|No|Yes
                import?|N|Y
                Should be invited|No|Yes
                Include|No|Yes
                is_member|false|true
                """),
        .init(
            title: "English, denied",
            text: """
                not_active|true|false
                is_not_active|1|0
                isNotActive|true|false
                not enabled|Yes|No
                non_active|1|0
                not_confirmed|true|false
                is_not_approved|1|0
                no longer active|Yes|No
                No longer employed|Yes|No
                no_longer_employed|true|false
                unapproved|1|0
                cannot_login|true|false
                no_login|1|0
                login_not_allowed|true|false
                not_deleted|false|true
                is_not_blocked|0|1
                notLocked|false|true
                non-member|Yes|No
                """),
        .init(
            title: "English, times",
            text: """
                suspended_on|2020-01-31|
                banned_at|2020-01-31T10:00:00Z|
                blocked_date|31/01/2020|
                Locked Date|1/31/2020|
                disabledAt|1580428800|
                disabled_time|2020-01-31 10:00|
                deactivationDate|2020-01-31|
                deleted_on|31-Jan-2020|
                deletion_date|2020-01-31|
                DeletionTimestamp|2020-01-31T10:00:00+02:00|
                delete_time|1580428800|0
                removed_on|Jan 31, 2020|
                removal_date|2020/01/31|
                archivedDate|20200131|
                Archived On|31.01.2020|
                terminated_at|2020-01-31|
                Termination Date|01/31/2020|
                terminationDate|2020-01-31|2999-12-31
                Term. Date of Employment (Termination)|2020-01-31|
                DateOfTermination|2020-01-31|
                Separation Date|31/01/2020|
                Exit Date|31-01-2020|
                exit_date|2020-01-31|
                Date of exit|2020-01-31|
                Resignation date|2020-01-31|
                Retirement Date|2020-01-31|2999-01-01
                Relieving Date|31-01-2020|
                offboarding_date|2020-01-31|
                Departure date|2020-01-31|
                Last day of work|2020-01-31|
                last_working_date|2020-01-31|
                Last Day of Employment|2020-01-31|
                employment_end_date|2020-01-31|2999-01-01
                End Date|2020-01-31|
                contract_end|2020-01-31|2999-01-01
                Contract End Date|31.01.2020|31.12.2999
                membership_end|2020-01-31|
                end_date_of_employment|2020-01-31|
                Ended On|2020-01-31|
                expires_at|2020-01-31|2999-01-01
                expiry_date|2020-01-31|2999-12-31
                ExpirationDate|1/31/2020 12:00:00 AM|12/31/2999 12:00:00 AM
                Account Expiration Date|2020-01-31|
                AccountExpirationDate|1/31/2020 12:00:00 AM|
                membership_expires|2020-01-31|2999-01-01
                Expires On|Jan 31 2020|
                valid_until|2020-01-31|2999-01-01
                Valid To|31.01.2020|31.12.2999
                valid_through|2020-01-31|2999-01-01
                active_until|2020-01-31|2999-01-01
                access_until|2020-01-31|2999-01-01
                revoked_on|2020-01-31|
                revocation_date|2020-01-31|
                cancelled_at|1580428800000|
                cancellation_date|2020-01-31|
                closedAt|2020-01-31|
                Account closed on|2020-01-31|
                unsubscribed_on|2020-01-31 10:00:00|
                optout_date|2020-01-31|
                bounced_at|2020-01-31|
                banned_until|2999-01-01|2020-01-31
                locked_until|2999-01-01T00:00:00Z|
                LockoutEnd|2999-01-01|2020-01-01
                suspended_until|2999-01-01|
                ban_expires|2999-01-01|2020-01-01
                suspension_end_date|2999-01-01|2020-01-31
                blocked_till|2999-01-01|
                silenced until|2999-01-01|
                lockoutTime|132000000000000000|0
                deleted_time|1580428800000|-1
                """),
        .init(
            title: "English, reasons",
            text: """
                ban_reason|spam|
                Reason for termination|fired|
                termination_reason|fraud|
                Reason for leaving|better job|
                disabled_reason|fraud|
                Lock reason|too many tries|
                deletion_reason|request|
                suspended_by|admin|
                banned_by|17|
                deleted_by|admin|
                locked_by|42|
                Cancellation reason|price|
                deactivated_by_id|5|
                unsubscribe_reason|too many|
                """),
        .init(
            title: "English, status and kinds",
            text: """
                User State|Locked|Active
                person_status|Terminated|Employed
                user.status|blocked|active
                profile_status|disabled|enabled
                Access Status|Revoked|Active
                account_state|SUSPENDED|ACTIVE
                Contact Status|Unsubscribed|Active
                employee_state|left|active
                staff status|Resigned|Permanent
                Employment status|Former|Full-time
                Member state|expired|valid
                login_status|locked|ok
                Status of account|closed|open
                StatusName|Deleted|Active
                record_status|archived|current
                currentStatus|Deactivated|Active
                Approval status|Pending|Approved
                approval_status|rejected|approved
                Invitation status|Pending|Accepted
                Registration Status|Cancelled|Confirmed
                Attendee Status|No-show cancelled|Attending
                membership_status|pending|active
                user_stage|staged|active
                status|TERMINATED|ACTIVE
                status|to be deleted|active
                status|Inactive (left)|Active
                status|blocked_pending_approval|active
                status|OFFBOARDED|ONBOARDED
                status|user disabled|user enabled
                status|ldap_blocked|active
                status|banned|Full member
                status|Gone|Employee
                status|ex-employee|Employee
                status|PendingActivation|Active
                status|guest|member
                status|Bot|Owner
                status|archived|Org Admin
                Lifecycle Status|deprovisioned|active
                person type|External|Employee
                PersonType|bot|human
                user_kind|service|person
                account_kind|system|user
                Account Type|Service Account|User
                acct_type|shared|user
                user class|Test|Regular
                identity_type|machine|human
                employee_type|External|Regular
                mailbox_type|Room|User
                recipient_type|SharedMailbox|UserMailbox
                RecipientTypeDetails|EquipmentMailbox|UserMailbox
                userAccountControl|66050|66048
                userAccountControl|AccountDisabled, NormalAccount|NormalAccount
                UserAccountControl|0x202|0x200
                UAC|546|512
                """),
        .init(
            title: "prefixes and glue",
            text: """
                user_is_deleted|1|0
                u_active|0|1
                ad_enabled|False|True
                okta_status|DEPROVISIONED|ACTIVE
                ldap.nsAccountLock|TRUE|FALSE
                attributes.nsaccountlock|TRUE|FALSE
                member.is_active|false|true
                people.archived|true|false
                x_is_blocked|1|0
                usr_locked|Y|N
                empstatus|Terminated|Active
                emp_status|T - Terminated|Active
                isactive|0|1
                isdeleted|1|0
                isblocked|true|false
                accountlocked|1|0
                accountdisabled|true|false
                userdisabled|1|0
                useractive|0|1
                userstatus|blocked|active
                accountstatus|closed|active
                deletedat|2020-01-31|
                deactivateddate|2020-01-31|
                terminationdate|2020-01-31|
                enddate|2020-01-31|2999-01-01
                expirydate|2020-01-31|2999-01-01
                lastworkingday|2020-01-31|
                isbot|1|0
                isguest|true|false
                useraccountcontrol|514|512
                emailoptout|1|0
                """),
    ]
}
