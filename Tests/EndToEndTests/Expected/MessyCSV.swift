extension ExpectedRow {
    /// `samples/messy.csv`: row, line, outcome, findings.
    static let messyCSV = table(
        """
        1   2   invited
        2   3   invited
        3   4   invited
        4   9   invalid    email-missing@E-mail [Required]
        5   10  invalid    email-missing@E-mail [Required]
        6   11  invalid    email-syntax@E-mail [Required]
        7   12  invalid    email-syntax@E-mail [Required]
        8   13  invalid    email-syntax@E-mail [Required]
        9   14  invalid    email-syntax@E-mail [Required]
        10  15  invalid    email-syntax@E-mail [Required]
        11  16  invalid    email-syntax@E-mail [Required]
        12  17  invalid    email-syntax@E-mail [Required]
        13  18  invalid    email-syntax@E-mail [Required]
        14  19  invalid    email-syntax@E-mail [Required]
        15  20  invalid    email-syntax@E-mail [Required]
        16  21  invalid    email-syntax@E-mail [Required]
        17  22  invalid    email-syntax@E-mail [Required]
        18  23  invalid    email-syntax@E-mail [Required]
        19  24  invalid    email-syntax@E-mail [Required]
        20  25  invalid    email-syntax@E-mail [Required]
        21  26  invalid    email-syntax@E-mail [Required]
        22  27  invalid    email-syntax@E-mail [Required]
        23  28  invalid    email-syntax@E-mail [Required]
        24  29  invalid    email-syntax@E-mail [Required]
        25  30  invalid    email-several@E-mail [Required]
        26  31  invalid    email-too-long@E-mail [Required]
        27  32  invalid    email-too-long@E-mail [Required]
        28  33  invalid    email-too-long@E-mail [Required]
        29  34  invited    email-quoted@E-mail [Required]
        30  35  invited    email-literal@E-mail [Required]
        31  36  invited    email-dotless@E-mail [Required]
        32  37  invited    email-look-alike@E-mail [Required]
        33  38  invited    email-mixed-scripts@E-mail [Required]
        34  39  invited
        35  40  invited
        36  41  invalid    role-or-group-missing@Roles
        37  42  invalid    message-too-long@Message
        38  43  invited
        39  44  invalid    organization-missing@Organization
        40  45  refused    organization-unusual@Organization
        41  46  invalid    character-forbidden@Organization
        42  47  invalid    character-forbidden@Message
        43  48  invalid    character-forbidden@Roles
        44  49  invalid    email-syntax@E-mail [Required], role-or-group-missing@Roles, message-too-long@Message
        45  50  skipped
        46  51  skipped
        47  52  skipped    status-unknown@Status
        48  53  invited
        49  54  invited
        50  55  refused
        51  56  invited    cells-missing
        52  57  invalid    cells-missing, email-missing@E-mail [Required], role-or-group-missing@Roles
        53  58  invalid    cells-extra
        54  59  invited
        55  60  invalid    quote-stray
        56  61  invited
        57  62  duplicate
        58  63  duplicate  duplicate-merged
        59  64  duplicate  duplicate-differs
        60  65  duplicate  duplicate-merged, duplicate-differs
        61  66  invited
        62  67  invited
        63  68  invited
        64  69  invited
        """)
}
