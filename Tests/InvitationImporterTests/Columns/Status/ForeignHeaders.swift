/// Headers of exports as their makers' documents and public samples have them, with two people who are in: nobody may
/// be left out by any of their columns.
enum ForeignHeaders {
    static let all: [String] = #"""
        First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,City,Province,Province Code,Country,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt
        Ann,Lee,a@northwind.org,no,Acme,1 Road,Reno,NV,NV,US,89501,555,no,0.00,0,vip,left a note,no
        Bo,Berg,b@northwind.org,yes,,,,,,,,,no,12.50,3,,closed account question,yes

        id,username,email,first_name,last_name,is_active,is_staff,is_superuser,date_joined,last_login
        1,a,a@northwind.org,A,L,True,False,False,2024-01-01T00:00:00Z,
        2,b,b@northwind.org,B,L,True,True,True,2024-01-05T00:00:00Z,2024-01-06T00:00:00Z

        Domain,Email,First Name,Last Name,Title,Phone,LinkedIn URL,Time Zone,Apollo Score
        x.org,a@northwind.org,A,B,,,,UTC,97
        x.org,b@northwind.org,B,B,CEO,555,,UTC,3

        Employee Code,First Name,Last Name,Email,Department,Job Title,Country,Status,Hire Date
        ACM-1,A,D,a@northwind.org,Engineering,Senior Software Engineer,United States,ACTIVE,2023-01-15
        ACM-2,B,D,b@northwind.org,System Services,Test Engineer,United States,ACTIVE,2023-01-15

        Employee ID,First Name,Last Name,Email,Department,Job Title,Hours/Week,Skills,Active,Hire Date
        1,A,D,a@northwind.org,IT,Dev,40,"locks, doors",True,2020-01-01
        2,B,D,b@northwind.org,IT,Dev,20,,True,2020-01-01

        ID,Name,Job Title,Department,Employee Status,Address 1,City,State,Zip Code,Email,Pay Frequency,Employee Type,Hire Date,Termination Date,Birth Date,Gender,Ethnicity,Supervisor,Adjusted Hire Date,Disability,If-Then,Are you a veteran
        1,A,Dev,IT,Active,1 Road,Reno,NV,89501,a@northwind.org,Monthly,Regular,2020-01-01,,1970-01-01,F,,Bo,,No,,No
        2,B,Dev,IT,Full-time,1 Road,Reno,NV,89501,b@northwind.org,Monthly,Contractor,2020-01-01,,1960-01-01,M,,Bo,,No,,No

        Workday ID,Legal Name,Email,Status,Hire Date,Termination Date,Manager Workday ID,Location,Level
        WID-1,Jane Doe,a@northwind.org,,2020-01-15,,WID-9,San Jose,E1
        WID-2,John Doe,b@northwind.org,Active,2020-01-15,,WID-9,San Jose,L4

        user_id,login_id,first_name,last_name,email,status
        U001,user1,User,Uno,a@northwind.org,active
        U002,user2,User,Dos,b@northwind.org,active

        School id,Teacher id,Teacher number,Teacher email,First name,Last name,Title,email
        SCH1,TCH1,TCH1,a@northwind.org,Marilyn,Gomez,Teacher,a@northwind.org
        SCH1,TCH2,TCH2,b@northwind.org,Bo,Gomez,Teacher,b@northwind.org

        Name,Email,Role,Status,Last Login,Registered
        A,a@northwind.org,admin,active,2024-01-01,2020-01-01
        B,b@northwind.org,user,active,Never,2020-01-02

        First Name,Last Name,Email,Department,Job Title,Employee ID,Status,Join Method,Created At,Last Login,Redemptions
        A,L,a@northwind.org,IT,Dev,1,ACTIVE,invite,2024-01-01,2024-01-01,0
        B,L,b@northwind.org,IT,Dev,2,ACTIVE,link,2024-01-01,,3

        Contact ID,Salutation,First Name,Last Name,Title,Account Name,Email,Lead Source,Email Opt Out,Fax Opt Out,Do Not Call,Email Bounced Reason,Email Bounced Date,Contact Owner Active,Last Activity,Created Date,Reports To
        3,Ms,A,L,CEO,Acme,a@northwind.org,Web,0,1,1,,,1,2020-01-01,2019-01-01,Bo
        4,Mr,B,L,CTO,Acme,b@northwind.org,Partner,0,0,0,,,0,2020-01-01,2019-01-01,

        id,username,firstname,lastname,email,auth,confirmed,suspended,deleted,lang,timezone,mailformat,maildigest,maildisplay,policyagreed,firstaccess,lastaccess,lastlogin,currentlogin,lastip,emailstop,theme,calendartype,trustbitmask
        2,a,A,L,a@northwind.org,manual,1,0,0,en,99,1,0,2,0,1580428800,1580428800,0,1580428800,,0,,gregorian,0
        3,b,B,L,b@northwind.org,ldap,1,0,0,en,99,1,0,2,1,0,0,0,0,,0,,gregorian,0

        "AccountExpirationDate","accountExpires","AccountLockoutTime","AccountNotDelegated","adminCount","AllowReversiblePasswordEncryption","BadLogonCount","badPwdCount","CannotChangePassword","CanonicalName","City","CN","codePage","Company","Country","countryCode","Created","Deleted","Department","Description","DisplayName","DistinguishedName","DoesNotRequirePreAuth","EmailAddress","EmployeeID","Enabled","GivenName","HomedirRequired","instanceType","isCriticalSystemObject","isDeleted","LastBadPasswordAttempt","LastLogonDate","LockedOut","lockoutTime","logonCount","mail","MNSLogonAccount","Modified","ObjectClass","ObjectGUID","PasswordExpired","PasswordLastSet","PasswordNeverExpires","PasswordNotRequired","ProtectedFromAccidentalDeletion","SamAccountName","sAMAccountType","SmartcardLogonRequired","sn","State","TrustedForDelegation","TrustedToAuthForDelegation","UseDESKeyOnly","userAccountControl","UserPrincipalName"
        ,"9223372036854775807",,"False","1","False","0","0","False","x/y","Reno","A","0","Acme","US","840","1/1/2020 10:00:00 AM",,"IT",,"A","CN=A","False","a@northwind.org",,"True","A","False","4",,,"1/1/2020 10:00:00 AM","1/1/2020 10:00:00 AM","False","0","12","a@northwind.org","False","1/1/2020 10:00:00 AM","user","1","True","1/1/2020 10:00:00 AM","False","False","False","a","805306368","False","L","NV","False","False","False","512","a@corp.x"
        ,"0",,"False",,"False","0","0","True","x/y",,"B","0",,,"0","1/1/2020 10:00:00 AM",,"IT",,"B","CN=B","True","b@northwind.org",,"True","B","False","4","True",,,,"False",,"0","b@northwind.org","False","1/1/2020 10:00:00 AM","user","2","False","1/1/2020 10:00:00 AM","True","False","True","b","805306368","False","L",,"True","False","False","66048","b@corp.x"

        "DisplayName","Alias","PrimarySmtpAddress","RecipientType","RecipientTypeDetails","AccountDisabled","AntispamBypassEnabled","ArchiveState","ArchiveStatus","AuditEnabled","AutoExpandingArchiveEnabled","CalendarVersionStoreDisabled","ComplianceTagHoldApplied","DeliverToMailboxAndForward","DowngradeHighPriorityMessagesEnabled","ElcProcessingDisabled","EmailAddressPolicyEnabled","ForwardingAddress","HasPicture","HiddenFromAddressListsEnabled","InactiveMailboxRetireTime","IsDirSynced","IsInactiveMailbox","IsLinked","IsMailboxEnabled","IsResource","IsRootPublicFolderMailbox","IsShared","IsSoftDeletedByDisable","IsSoftDeletedByRemove","IsValid","LitigationHoldEnabled","MaxBlockedSenders","MessageCopyForSentAsEnabled","ModerationEnabled","RequireSenderAuthenticationEnabled","RetentionHoldEnabled","RoomMailboxAccountEnabled","SCLDeleteEnabled","SCLRejectEnabled","SingleItemRecoveryEnabled","UMEnabled","WhenSoftDeleted","WasInactiveMailbox","DisabledArchiveGuid","MailboxMoveStatus","UseDatabaseQuotaDefaults"
        "A","a","a@northwind.org","UserMailbox","UserMailbox","False","False","None","None","True","False","False","False","False","False","False","False",,"False","True",,"True","False","False","True","False","False","False","False","False","True","False",,"False","False","False","False",,,,"True","False",,"False","00000000-0000-0000-0000-000000000000","None","False"
        "B","b","b@northwind.org","UserMailbox","UserMailbox","False","True","Local","Active","False","True","True","True","True","True","True","True","x","True","False",,"False","False","False","True","False","False","False","False","False","True","True","500","True","True","True","True","False","False","False","False","True",,"False","00000000-0000-0000-0000-000000000000","Completed","True"

        id,name,email,created_at,updated_at,time_zone,phone,shared_phone_number,locale,organization_id,role,verified,active,shared,shared_agent,last_login_at,two_factor_auth_enabled,signature,details,notes,role_type,custom_role_id,moderator,ticket_restriction,only_private_comments,restricted_agent,suspended,default_group_id,report_csv
        1,A,a@northwind.org,2020-01-01T00:00:00Z,2020-01-01T00:00:00Z,UTC,,,en-US,,admin,true,true,false,false,2020-01-01T00:00:00Z,false,,,,4,,true,,false,false,false,1,true
        2,B,b@northwind.org,2020-01-01T00:00:00Z,2020-01-01T00:00:00Z,UTC,,,en-US,,agent,false,true,false,false,,true,,,,0,,false,groups,true,true,false,1,false

        Email,First Name,Last Name,Department,Job Title,Manager,User Group,User Type,User Status,Last Login Time,Account Creation Time,Large Meeting,Webinar,Verified,Pronouns
        a@northwind.org,A,L,IT,Dev,Bo,,Licensed,Active,2024-01-01,2020-01-01,None,None,Yes,
        b@northwind.org,B,L,IT,Dev,Bo,,Basic,Active,,2020-01-01,None,None,No,

        First name,Last name,Email,Role,Status,Joined date,Groups,Storage limit,Email verified,Directory restricted,Suspended date
        A,L,a@northwind.org,Admin,Joined,2020-01-01,,None,Yes,No,
        B,L,b@northwind.org,Member,Joined,2020-01-01,,None,No,No,

        Employee #,First Name,Last Name,Work Email,Status,Hire Date,Employment Status,Location,Division,Department,Job Title,Reporting To,Gender,Marital Status,Home Phone,Leave Balance,On Leave,Last Raise Date,Benefits End Date,Visa Expiration,email
        1,A,L,a@northwind.org,Active,2020-01-01,Full-Time,Reno,North,IT,Dev,Bo,Female,Single,,12.5,Yes,2023-01-01,,2024-01-01,a@northwind.org
        2,B,L,b@northwind.org,Active,2020-01-01,Part-Time,Reno,North,IT,Dev,Bo,Male,Married,,0,No,2023-01-01,2020-12-31,,b@northwind.org

        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        A,L,https://l.example/a,a@northwind.org,Test Systems,External Auditor,31 Jan 2020
        B,L,https://l.example/b,b@northwind.org,Acme,Former CEO,01 Feb 2020

        id,email,sign_in_count,current_sign_in_at,last_sign_in_at,current_sign_in_ip,confirmation_sent_at,confirmed_at,unconfirmed_email,failed_attempts,locked_at,invitation_sent_at,invitation_accepted_at,invited_by_id,created_at,updated_at,remember_created_at
        1,a@northwind.org,4,2024-01-01 10:00:00,2024-01-01 10:00:00,192.0.2.1,2020-01-01 00:00:00,2020-01-01 00:00:00,,0,,,,,2020-01-01 00:00:00,2020-01-01 00:00:00,
        2,b@northwind.org,0,,,,2020-01-01 00:00:00,,,3,,,,,2020-01-01 00:00:00,2020-01-01 00:00:00,

        Benutzername,Vorname,Nachname,E-Mail,Abteilung,Vorgesetzter,Telefon,Eintrittsdatum,Geburtsdatum,Kostenstelle,Raum,Art der Beschäftigung,Letzte Anmeldung,Status,email
        a,A,L,a@northwind.org,IT,Bo,555,01.01.2020,01.01.1990,4711,5.12,Vollzeit,01.01.2024,aktiv,a@northwind.org
        b,B,L,b@northwind.org,IT,Bo,556,01.01.2020,01.01.1990,4711,1,Teilzeit,,aktiv,b@northwind.org

        User,Email,Last Active,Billing Status,Active Projects,Open Tickets,Closed Tickets,Plan,Trial Ends,Timezone,Left Handed,Locale,Subscription Status,Payment Status,License Expiry,Email Verified,Phone Verified,MFA Enabled
        A,a@northwind.org,2024-01-01,trialing,0,3,4,pro,2020-01-01,UTC,,en,canceled,past_due,2020-01-01,false,false,false
        B,b@northwind.org,2023-01-01,active,4,0,0,free,,UTC,,en,,,,true,true,true

        Timestamp,Email,Full Name,Dietary needs,Will you attend?,Need a room?,T-shirt size,How did you hear about us?,Comments
        1/1/2026 10:00:00,a@northwind.org,A L,None,Yes,No,M,Friend,I was blocked by the form
        1/2/2026 10:00:00,b@northwind.org,B L,Vegan,Yes,Yes,L,Test,-
        """#.split(separator: "\n\n").map(String.init)
}
