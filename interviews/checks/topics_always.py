"""How questions sound that no interview may put: the seven topics that block publishing for good."""

from interviews.checks.topics import DO_YOU, YOUR, topic

_GROUPS = (
    r"(?:black|white|asian|hispanic|latin[oax]|arab|african|caucasian|roma|native american|aboriginal|mixed[- ]race|biracial)"
    r"(?![- ](?:belt|hat|box|list|label|market|team))"
)
_FAITHS = r"(?:christian|muslim|jewish|jew|hindu|buddhist|sikh|mormon|catholic|protestant|religious|atheist|believer)"
# Not the class, the training or the people a condition stands before: "your autism unit", "ADHD training".
_CONDITIONS = (
    r"(?:adhd|autism|asperger'?s?|dyslexia|dyspraxia|dyscalculia|depression|anxiety(?! disorder)|ptsd|ocd|tourette'?s?|bipolar disorder|schizophrenia|"
    r"(?:personality|eating|anxiety) disorder|high blood pressure)\b(?![- ](?:among|in your|on your|at your|awareness|cases?|polic(?:y|ies)|prevention|manual|reports?|patients?|adults?|children|readings?|units?|class(?:es)?|class ?rooms?|groups?|teams?|wards?|clinics?|services?|support|screening|training|courses?|"
    r"qualifications?|certificat\w+|experience|specialis\w+|programmes?|programs?|assessments?|friendly|pupils?|students?|learners?|clients?|research|care|treatment|stud(?:y|ies))\b)"
)
_AIDS = r"(?:wheelchair|crutch(?:es)?|walking (?:stick|frame)|white cane|guide dog|hearing aids?|prosthe(?:sis|tic(?: (?:leg|arm|hand))?)|pacemaker|insulin pump)"
_LIMBS = r"(?:legs?|arms?|hands?|fingers?|eyes?|ears?|face|head|neck|back|knees?|foot|feet)"
# Where somebody stands with it, not what they weigh: "put your weight on both feet".
_STANCE = (
    r"(?<!\bput )(?<!\bplace )(?<!\bshift )(?<!\bmove )(?<!\btransfer )(?<!\bdistribute )(?<!\bspread )(?<!\bbalance )(?<!\blean )(?<!\bthrow )(?<!\bcentre )(?<!\bcenter )(?<!\buse )"
    r"(?<!\bwhere is )(?<!\bwhere's )(?<!\bwhere does )"
)
_DISEASES = (
    r"(?:disabilit(?:y|ies)|handicaps?|illness(?:es)?|disease|medical (?:conditions?|problems?)|health (?:problems?|conditions?|issues?)|(?:physical|medical|bodily) (?:limitations?|restrictions?|impairments?)|"
    r"(?:back|knee|head|shoulder|neck) (?:injury|injuries)|"
    r"surger(?:y|ies)|cancer|burn-?out|breakdown|heart (?:attack|trouble|condition)|epilepsy|seizures?|diabetes|asthma|"
    r"allerg(?:y|ies)|back (?:pain|problems?|trouble)|stroke|covid|hiv|aids(?= ?[?.,]|$)|mental health (?:problems?|issues?)|panic attacks?|drinking problem|addiction)\b"
    r"(?! (?:outbreak|in your|on your|at your|among|patients?|who|policy|prevention|ward|team|cases?|reports?|manual|awareness))"
)
_KIN = r"(?:children|kids?|a child|babies|baby|dependants?|dependents?|son|daughter(?! (?:boards?|cards?|cells?))|boyfriend|girlfriend|husband|wife|spouse)"
_OF_THE_WORK = (
    r"(?! (?:in (?:your (?!life)|the (?!next|near|future|coming)|a (?!few|year))|with\b|who\b|whose\b|aged|under|on the|services?|welfare|day|history|law|support|protection|medical|"
    r"room|event|trip|meeting|visits?|programmes?|programs?|session|night|conference|concert|festival|practice|business|clinic))"
)

ALWAYS = (
    topic(
        "race", "race, colour or ethnicity", "",
        YOUR + r"(?:race|ethnicity|ethnic (?:origin|background|group|heritage)|racial (?:background|identity|origin)|skin colou?r|"
        r"ancestry|tribe|caste)\b(?! (?:conditions?|day|car|bib|number|detector|track|entr))",
        r"\b(?:what|which) (?:race|ethnicity|ethnic group|tribe|caste) (?:are you|do you (?:belong|identify|come))",
        r"\bcolou?r (?:is|of) your skin\b", r"\byourself as (?:an? )?" + _GROUPS,
        r"\bare you (?:really |partly |half[- ])?" + _GROUPS, r"\bare you (?:of \w+ descent|a person of colou?r)\b",
        r"\bdo you (?:identify|see yourself|consider yourself) (?:as )?(?:an? )?(?:person of colou?r|minority|" + _GROUPS + ")",
        r"\bdo you belong to (?:an?|any) (?:ethnic |racial )?minority\b",
        r"\bas an? " + _GROUPS + r" (?:man|woman|person|candidate)\b", r"\b(?:candidate|applicant) is " + _GROUPS,
        always=True,
    ),
    topic(
        "religion", "religion or holidays observed", "State the schedule and ask whether it can be met.",
        YOUR + r"(?:religion|religious (?:beliefs?|views?|background|affiliation|practices?|holidays?|community|needs|obligations)|"
        r"faith(?! in\b|-based)|church(?! (?:hall|restoration|project|building|archive))|mosque(?! (?:restoration|project))|synagogue|temple(?! (?:restoration|project|building|site|plan))|parish(?! (?:council|clerk|records?))|denomination|pastor|rabbi|imam|"
        r"congregation|spiritual (?:life|beliefs?))\b",
        r"\b(?:what|which) (?:religion|church|faith|mosque|temple|synagogue|parish|denomination) (?:are you|is yours|do you "
        r"(?:attend|go|belong|follow|practi[cs]e|have))",
        DO_YOU + r"(?:pray\b(?! with (?:a|the|your))|fast\b(?!-| (?:the|a|your|forward)\b)|keep (?:the sabbath(?! lift)|kosher|halal)(?! (?:and|orders|kitchen|meals))|have (?:any |strong )?(?:religious|spiritual) (?:beliefs?|views?|obligations?)|believe in god|eat pork|"
        r"(?:go to|attend) (?:church|mosque|mass|temple|synagogue|religious services)|wear an? (?:hijab|headscarf|turban|kippah)|"
        r"observe (?:ramadan|lent|the sabbath|(?:any )?(?:religious )?holidays)|practi[cs]e (?:an?|any|your) (?:religion|faith)|"
        r"have an? (?:religion|faith)\b|belong to an? (?:church|mosque|religion|faith))",
        r"\bdo you celebrate (?:christmas|easter|ramadan|eid|hanukkah|diwali|passover)\b(?! (?:with|in|at))",
        r"\breligious holidays? (?:do|will|would) you\b",
        r"\b(?:what|which) holidays (?:do|would|will) you (?:observe|celebrate|keep)\b",
        r"\bare you (?:an? )?(?:practi[cs]ing |devout |very )?" + _FAITHS + r"\b",
        r"\b(?:can|could|would|will) you (?:be able to |be willing to )?(?:work|come|be)\b[^.?!]{0,60}\b(?:religious|sabbath)\b", r"\b(?:do|will|would) you (?:need|want|take)\b[^.?!]{0,30}\breligious\b",
        always=True,
    ),
    topic(
        "sex", "sex, gender identity or orientation", "",
        YOUR + r"(?:biological )?(?:sex|gender(?: identity)?|sexual (?:orientation|preference)|sexuality|sex life|pronouns?)\b(?!-)"
        r"(?! (?:fields?|columns?|pay|balance|split|ratio|data|policy|equality|studies|education))",
        r"\bare you (?:gay|straight(?![- ](?:with|up|away|line))|an? lesbian|lesbian|bisexual|trans(?:gender|sexual)?|queer|non-?binary|"
        r"intersex|an? (?:man|woman|boy|girl)|male|female|attracted to)\b",
        r"\bdo you (?:identify|consider yourself|live)(?: as)? (?:an? )?(?:man|woman|male|female|gay|lesbian|trans|non-?binary|queer|lgbt)",
        r"\b(?:what|which) (?:gender|sex) (?:are you|do you identify|were you)\b", r"\bwere you born (?:an? )?(?:male|female|man|woman|boy|girl)\b",
        r"\b(?:had|undergone) (?:an? )?(?:sex change|gender reassignment)\b", r"\bdo you (?:date|prefer) (?:men|women)\b|\b(?:being|as) the only (?:woman|man|girl)\b",
        r"\bas an? (?:man|woman|lady|girl|female|male)\b,?[^.?!,]{0,20}\b(?:how|what|would|will|do|can|are) you\b",
        r"\byou\b[^.?!]{0,50}\bas an? (?:man|woman|lady|girl|female|male)\b(?= ?[?,.]| in (?:this|a|our))",
        r"\b(?:do|would) you (?:mind|object to) (?:working|reporting|taking orders)[^.?!]{0,15}\b(?:an? )?(?:wom[ae]n|m[ae]n|female)\b",
        r"\b(?:candidate|applicant) is (?:gay|straight|lesbian|transgender|male|female|an? (?:man|woman))\b",
        always=True,
    ),
    topic(
        "family", "pregnancy, children, marriage or childcare",
        "Can you work the stated hours or travel as the role requires?",
        r"\b(?:are|were) you (?:currently |now |happily |still )?(?:pregnant|married|divorced|widowed|in a relationship|"
        r"trying for a baby|breast-?feeding|nursing a baby|engaged(?! (?:in|with|on|by)\b)|single(?![- ](?:handed|threaded|source|sided|point))|"
        r"an? (?:single |working )?(?:mother|father|parent|mum|mom|dad)|expecting(?= ?[?,.]|$| a (?:baby|child)))\b",
        YOUR + r"(?:husband|wife|spouse|marital status|marriage(?! (?:regist|counsel|licen))|pregnancy|maiden name|kids|son|daughter(?! (?:boards?|cards?|cells?|compan))|"
        r"baby(?! (?:unit|ward|clinic|group))|boyfriend|girlfriend|fianc[ée]e?|baby ?sitter|family (?:plans?|situation|life|status)|"
        r"home life|child ?care(?! (?:centre|center|setting|team|qualification|diploma|work))|(?:maternity|parental) leave(?! (?:policy|cover|rules|scheme)))\b",
        YOUR + r"child\b(?! (?:process|theme|class|component|node|window|element|protection|care|welfare))|\bwhen are you due(?= ?[?,.]|$)",
        YOUR + r"children\b(?!'s (?:ward|services|books|library|unit|home))",
        r"\b(?:tell me|talk|know|ask)\b[^.?!]{0,20}\byour family\b" + _OF_THE_WORK + r"(?! (?:of|medicine|centre|center)\b)",
        r"\b(?:does|would|will|do|is|are) your (?:family|partner) (?:mind|object|cope|support you|happy|all right|agree to you)\b",
        r"\byour partner'?s (?:job|work|career|occupation|employer|income|religion)\b|\bwhat does your partner do\b",
        DO_YOU + r"(?:(?:plan|intend|want|hope|planning|going|thinking)(?: to| on| of| about)? )?(?:have|having|raise|raising|had|got) "
        r"(?:(?:any|a|more|young|small|your own|school[- ]age) ){0,2}(?:family|" + _KIN + r")\b" + _OF_THE_WORK,
        DO_YOU + r"(?:and your (?:partner|husband|wife|spouse) )?(?:(?:plan|intend|want|hope|hoping|planning|going|thinking)(?: to| on| of| about)? ?|(?=start ))(?:start|starting|get|getting|become)? ?"
        r"(?:(?:a|your own) family|children|kids|a baby|pregnant|married)\b" + _OF_THE_WORK,
        r"\b(?:are|were|have) you (?:and your \w+ )?(?:currently |now |still )?(?:been )?trying (?:for (?:an? )?(?:baby|child|children|kids)|to (?:conceive(?= ?[?,.]|$)|get pregnant|"
        r"(?:have|start) (?:(?:an?|your own) )?(?:family|baby|child|children|kids)))\b" + _OF_THE_WORK,
        r"\byou see yourself (?:having|starting|raising) (?:(?:an?|any|your own) )?(?:family|baby|child|children|kids)\b" + _OF_THE_WORK,
        r"\bhow (?:many|old are your) (?:children|kids|dependants|dependents)(?: (?:do|have) you (?:have|got)(?! (?:in|on|at|per)\b)|\b(?=\?))",
        r"\bwho (?:will |would |is going to )?(?:looks?|cares?|minds?|watch(?:es)?|takes? care|picks? up)(?: after| for| of| up)? "
        r"(?:your (?:kids|children|child|son|daughter|baby|little ones)\b(?! (?:in|with|who)\b)|"
        r"the (?:kids|children|baby) (?:when|while) you (?:work|travel|are (?:at work|away|on shift)))",
        r"\byou (?:have|need|arranged?|got|find|manage|organi[sz]e) (?:any |reliable )?(?:child ?care|day ?care|an? baby ?sitter|an? nanny)\b"
        r"(?! (?:experience|qualification|certificate|diploma|licen|cent|place|group|staff|team|setting|for (?:the|an?|other|famil|parent)))",
        r"\bchild ?care (?:arrangements?|plans?|problems?) (?:do|have|will) you\b",
        DO_YOU + r"(?:plan to |intend to |going to |planning to )?(?:take|taken|taking|go on|gone on|been on|on) (?:maternity|paternity|parental) "
        r"leave\b",
        r"\bdo you live (?:alone|with (?:someone|your|an? (?:partner|boyfriend|girlfriend)))\b", r"\bmiss or mrs\b|\bmrs or miss\b",
        r"^(?:is|seems) (?:not )?(?:married|single|pregnant|divorced)\b|^has (?:no |small |young )(?:children|kids)\b",
        r"\b(?:candidate|applicant) (?:is (?:married|single|pregnant|divorced)|has (?:no |small |young )?(?:children|kids))\b",
        always=True,
    ),
    topic(
        "health", "disability, illness, medication or bodily measures",
        "Can you do these duties with or without reasonable accommodation?",
        YOUR + r"(?:disabilit(?:y|ies)|handicap|impairment|(?:general |physical |mental )?health(?! (?:and safety|care|records?|service|checks?|"
        r"board|centre|center|team|plan|department|programme?|information|data|system|education|clinic|policy|screening|app))|"
        r"medical (?:history|conditions?|problems?|leave)|illness(?:es)?|sick (?:days|leave|record)|sickness record|blood pressure(?! (?:cuff|reading|procedure|protocol|polic|routine|"
        r"technique|measur|monitor|machine|meter|device|kit|station|rounds?|checks?|charts?|logs?|records?|clinic|training))|"
        r"medications?(?! (?:rounds?|cart|trolley|policy|errors?|charts?|training|records?|checks?))|height(?! (?:limits?|of))|"
        r"back (?:pain|problems)|allerg(?:y|ies)(?! (?:menu|list|policy|information))|"
        r"drinking(?: habits)?|(?:own )therapy|own diagnosis)\b",
        YOUR + _CONDITIONS,
        _STANCE + YOUR + r"weight\b(?! (?:limits?|tickets?|restrictions?|over|onto|between|through|evenly|low\b|centred|centered|forwards?|backwards?|on\b))",
        DO_YOU + r"(?:have|had|suffer(?:ed)?(?: from)?|got|experienced|been treated for|(?:been )?diagnosed with) "
        r"(?:(?:an?|any|some|from|serious|severe|mild|adult|chronic|major|mental|physical|learning|hidden|nervous) ){0,3}(?:diagnosis of )?(?:" + _DISEASES + "|" + _CONDITIONS + ")",
        r"(?<!\bhow )(?<!\bwhen )(?<!\bwhere )" + DO_YOU + r"(?:(?:(?:been )?(?:in|on|using|confined to)|use|need|have|wear) (?:an? |your )?" + _AIDS +
        r"|walk with an? (?:stick|cane|frame|limp)|limp)(?= ?[?.]|$| (?:because|since|at work|every day|all the time|permanently)\b)",
        r"\byou (?:end(?:ed)? up in|come to be in|need to use) an? " + _AIDS + r"(?= ?[?.]|$)|\byou (?:lost|lose|gained|gain|put on) weight(?= ?[?,.]|$)|^has " + _CONDITIONS,
        r"\bhave you (?:ever )?(?:been (?:hospitali[sz]ed|treated (?:for|by an? (?:psychiatrist|psychologist))|in (?:rehab|therapy)|"
        r"(?:injured|hurt) (?:on the job|at work))|seen an? (?:psychiatrist|therapist|psychologist)|had an injury at work|been (?:addicted to|dependent on))\b", r"\bdo you see an? (?:therapist|psychiatrist)\b",
        r"\bare you (?:now |currently |physically )?(?:disabled|handicapped|ill|sick(?! of)|in good health|(?:fit and )?healthy|fit(?= ?[?,.]|$)|"
        r"(?:taking|on) (?:any )?(?:prescription |illegal )?(?:medications?|medicine|meds|drugs|pills)|allergic|diabetic|epileptic|hiv[- ]positive|deaf|blind|dyslexic|"
        r"autistic|on the (?:(?:autism|autistic) )?spectrum(?= ?[?,.]|$)|neuro-?(?:divergent|diverse)|bipolar(?= ?[?,.]|$)|schizophrenic|paraly[sz]ed|depressed|an? (?:alcoholic|addict|smoker|drinker)|overweight|colou?r[- ]?blind|able[- ]bodied|"
        r"seeing an? (?:doctor|therapist|psychiatrist)|under a doctor's care)\b",
        r"\bhow many (?:sick days|days (?:were you|have you been|did you call in|off) (?:off )?(?:sick|ill)|days of work did you miss)\b",
        r"\bhow often (?:are|were|have) you (?:been )?(?:ill|sick|off sick)\b", r"\bhow tall are you\b",
        r"\bwhat(?: has| is|'s)? (?:happened to|wrong with|the matter with) your (?:left |right )?" + _LIMBS + r"(?= ?[?,.]|$| (?:and|that|when|before|at|in)\b)",
        r"\bhow much do you weigh\b(?! (?:in|out|into|up|each|the)\b)|\bwhat do you weigh ?\?",
        r"\bhow (?:do|did|would) you (?:look after|take care of|care for) yourself\b(?! (?:from|against))",
        r"\b(?:have|did) you (?:ever )?(?:filed?|claimed?|received?|drawn|been on|made|make) (?:for |on |an? |any ){0,3}workers'? comp(?:ensation)?\b"
        r"(?! (?:claims? )?(?:for|on behalf of) )",
        r"\bmedications? (?:do you (?:take|use)(?! (?:into|from|out|off|to)\b)|are you (?:on|taking|using))",
        r"\bdo you (?:regularly )?(?:take|use|need) (?:(?:any|regular|prescription|illegal|recreational) ){0,2}"
        r"(?:medications?|drugs|pills|antidepressants|insulin)\b(?! (?:from|to|out|off|trolley|cart|rounds?|charts?|along|away|back))",
        r"\bdo you (?:smoke|drink|vape)(?: or (?:smoke|drink))?(?= ?(?:[?,.]|$)| (?:alcohol|and|a lot|much|heavily|cigarettes|cannabis|regularly))",
        r"\bhow much (?:alcohol )?do you drink\b", r"\b(?:is|are) there any (?:health|medical|physical) (?:reasons?|conditions?|problems?|limitations?)\b",
        r"^(?:is|seems|looks|appears) (?:physically )?(?:healthy|disabled|ill|sick|overweight|obese|in good health|able[- ]bodied)\b",
        r"\b(?:candidate|applicant) (?:is|seems|looks) (?:healthy|disabled|ill|sick|overweight|able[- ]bodied)\b",
        r"^has (?:no |any |an? )?(?:disabilit(?:y|ies)|illness(?:es)?|health (?:problems?|conditions?)|medical (?:conditions?|history))\b",
        always=True,
    ),
    topic(
        "genetics", "genetics or family medical history", "",
        YOUR + r"(?:genetic (?:history|make-?up|tests?|information|risk|predisposition|conditions?|disorders?|background)|genetics|"
        r"genes(?! (?:of|list|panel|expression)\b)|genome|family(?:'s)? (?:medical |health )?history|hereditary|inherited)\b",
        r"\bin your (?:immediate |close )?family (?:have|has|had|suffer|die|been|ever)",
        r"\b(?:run|runs|ran) in your family\b(?! (?:business|firm))",
        r"\b(?:cancer|heart|diabetes|diseases?|illness(?:es)?|conditions?|disorders?|alcoholism|stroke)\b[^.?!]{0,30}\bin your (?:immediate )?family\b",
        r"\b(?:did|do|does|have|has) your (?:parents|mother|father|siblings|grandparents) (?:have|had|die|died|suffer|suffered|ever have)\b",
        r"\bare your parents (?:still )?(?:alive|healthy|ill)\b",
        r"\bgenetic tests? (?:have|did) you\b|\bhave you (?:ever )?(?:had|taken|done|been) (?:an? |any )?(?:genetic|dna)(?:ally)? test(?! (?:on|of)\b)",
        r"\byou (?:carry|an? carrier of|have) (?:an?|any|the) (?:gene|genetic|hereditary|inherited)\b(?! (?:tests?|samples?|data|counsel|sequenc|bank|panel))",
        always=True,
    ),
    topic(
        "origin", "birthplace, nationality, native language or accent",
        "Are you authorised to work in this country? (Fluency only if the job needs it.)",
        r"\bwhere (?:were|are) you (?:born|raised|(?:really |originally |actually )?from)\b(?! (?:the|your)\b)",
        r"\bwhere (?:do|did) you (?:(?:really |originally |actually )?come from|grow up)\b", r"\bwere you born (?:in|here|abroad|outside)\b|"
        r"\bare you (?:originally )?from (?:here|around here|abroad)\b|\bwhen did you (?:come|move|immigrate|arrive) (?:to|in) (?:this country|the country|america|the (?:us|uk|states))\b",
        r"\bwhere (?:do|did|does|are|is|were) your (?:parents|family|ancestors|grandparents) (?:come from|born|from)\b",
        r"\b(?:what|which) country (?:are|were|do) you (?:from|born|come)\b",
        YOUR + r"(?:nationality|birthplace|place of birth|country of (?:birth|origin|citizenship)|home country|homeland|national origin|"
        r"native (?:language|tongue|country)|mother tongue|first language|accent(?! (?:lights?|lighting|walls?|colou?rs?|pieces?))|"
        r"citizenship(?! (?:class|course|test|programme?|ceremon|applications?|cases?|curriculum))|passport(?! (?:checks?|control|desk|office))|"
        r"(?:immigration|visa|residency) status|green card)\b",
        r"\bis [a-z]+ your (?:first|native|mother|second|home) (?:language|tongue)\b", r"\bspeak (?:[a-z]+ )?at home\b(?=[^.]{0,20}\?)",
        r"\bare you (?:an? |really |originally )?(?:native (?:[a-z]+ )?speaker|foreigner|immigrant|refugee|(?:u\.?s\.? |[a-z]+ )?citizen\b|naturali[sz]ed)",
        r"\b(?:what|which) (?:nationality|citizenship|passport) (?:are you|do you (?:hold|have))\b",
        r"\bhow long have you (?:lived|been) in (?:this country|the country|america|the (?:us|uk|states))\b",
        r"\bwhere (?:does|is) your (?:last |family |sur)?name (?:come )?from\b|\bwhat kind of (?:a )?name is\b|\borigin of your (?:sur)?name\b|\bis that an? \w+ name\b",
        r"\byou have an? (?:\w+ )?accent\b|\bdo you (?:have|hold) (?:(?:dual|an?|any|\w+) ){1,2}(?:citizenship|nationality|(?<!valid )passport)\b(?! (?:class|course|test|checks?|control|reader|scanner))",
        r"\b(?:how|where) did you learn (?:to speak )?(?:english|german|french|spanish)(?= ?[?,.]|$| so well)",
        r"\bspeaks? (?:[a-z]+ )?without an? (?:\w+ )?accent\b|^has (?:no|an?) (?:\w+ )?accent\b|\bis an? native (?:\w+ )?speaker\b",
        always=True,
    ),
)  # fmt: skip
