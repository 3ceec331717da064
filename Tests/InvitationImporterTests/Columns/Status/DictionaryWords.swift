/// Words of a dictionary, drawn at random among those without the families that say who is in.
enum DictionaryWords {
    static let all = """
        abases abridged acct accustom alas allying anguish apathetic arbitrary arcking artistry assenting associate
        assuring astern asthma attacking baptism barring bearskins benighted betrays biers blacked blearier
        blueprint bobbins boilers bold bombshell bookings boomed borer boron boudoir bowed bozo braying bristles
        brownies buckled budgets bundle bunged burdens cahoot canneries cannibal caprice careens cartridge carvings
        castoffs castrated catchup chairlift chambray cheeked chemise chortled chromed clean clerical clerk
        clickable clinch clinker clog coccus columned connector contrite convoke cookeries cornering corpora
        costuming courtlier cowpox craters creepy crossbred crumbiest crumple cruncher curbed damasks damping
        deacons deception defoggers deforms deluge demesne demotions derailing despaired detonates detouring
        deuterium develops deviant devotees devouter diocese disobeyed divested dock doormat dousing downsizes
        drains drizzling duets eater eight elicit embalmers empanel enamelled epilogue esthetes eunuchs exclaimed
        exhumed exorcism extents faithfuls fakers falsified favors femurs feta fibs finagles finishes flaccid
        flaunt floggings folks foremen foreword fouls fours foxed front frontiers gables galvanic gardeners
        ginkgoes glance glares godly grange grannie gravel gravels groupies growled hangers hank harangues harshly
        haymows heavily hired hubbubs huffiest humbles humps hurting idle impeached income indeed infielder
        insisting itchy jaunty jeers kinetic knaves lacks landfills languors latrine leashing lilts lionizes
        liquored liquoring lollypops loyally maladroit mansards mantel marrows masc mastiffs mats matures megapixel
        melons metacarpi miaowed microcosm minoring misnomer misplayed misreads molested moribund morpheme mourner
        movements muddies multiple muscling names nerveless nominates oakum opens ottoman outwears overjoyed
        overjoys ovum pacifism paint palls panniers panted paradox paroles parroting partners passbook pimentos
        pippins places placidly planters plaque plastics plenteous plumbed pollutant positron preachy priced
        prickled pride publicly puffiest punkest purplish quark quieter quinine racing radials rapid rapists
        rationale rebukes receipt rectangle regains reissuing remount renaming rent respected retriever revery
        revue revved reworded riverbed roan roes rooking roughens rowing rubberize rulings rushing salvos sandpiper
        scantily schedule scoot screeched screens scribbler seeped select sensing shafts sheik shelter shelve
        shiftiest shorn shriek shrimped silks sincerest singulars sitter skeptical sketched slits slogs smaller
        smolder snazzier sneaking soaped softener softly solicit some sorry spaced spare splenetic spook spritzed
        squarest starlings statistic stdio steering stewed stimulant strips studded studs subdued subteens suburbia
        suede suet sumach surmise swagging swatting sweetener taillight takeoff tapers tatter teller tennis thaw
        thirsted thrillers throbbed throws timelines timely tinsel tombs torpedoed transfixt trefoils tube turn
        tzar unanimous undoubted unerring unhitched union unleashes unnerved unsays unstrung untruth unwed
        vacillate vaped vapor villager voted wannest weasels weaves welding wetly whistler winters wireless worried
        xxvii yellow zeroed
        """.split { $0.isWhitespace }.map(String.init)
}
