extension ExpectedRow {
    /// `samples/messy.jsonl`: row, line, outcome, findings.
    static let messyJSONL = table(
        """
        1   1   invited
        2   2   invited
        3   5   invited
        4   6   invalid    json-syntax
        5   7   invalid    json-syntax
        6   8   invalid    json-syntax
        7   9   invalid    json-syntax
        8   10  invalid    json-syntax
        9   11  invalid    json-syntax
        10  12  invalid    json-syntax
        11  13  invalid    json-syntax
        12  14  invalid    json-syntax
        13  15  invalid    json-not-object
        14  16  invalid    role-or-group-missing@roles
        15  17  invalid    json-not-object
        16  18  invalid    json-not-object
        17  19  invalid    json-name-twice
        18  20  invalid    email-missing@email
        19  21  invalid    email-missing@email
        20  22  invalid    value-type@email
        21  23  invalid    value-type@email
        22  24  invalid    value-type@roles
        23  25  invalid    value-type@roles
        24  26  invalid    value-type@groups
        25  27  invalid    value-type@message
        26  28  invalid    value-type@organization
        27  29  invalid    character-forbidden@message
        28  30  invalid    character-forbidden@roles
        29  31  invalid    email-syntax@email
        30  32  invalid    role-or-group-missing@roles
        31  33  skipped
        32  34  invited
        33  35  skipped    status-unknown@status
        34  36  invited
        35  37  invited
        36  38  refused
        37  39  duplicate  duplicate-merged
        38  40  duplicate  duplicate-merged
        39  41  invited
        """)
}
