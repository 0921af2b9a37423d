"""How questions sound that need a lawful ground: the seven topics that block publishing until one is chosen."""

from interviews.checks.topics import YOUR, topic

_SCHOOL = r"(?:(?:high |secondary )?school|college|university|your (?:degree|studies|bachelor))"
_FOR_OTHERS = r"(?!(?: \w+){0,3} (?:for|on behalf of) (?:an? |your |the |other )?(?:clients?|compan|firms?|customers?|debtors?|employees?))"
_LAST = r"(?:current|previous|last|present|past|former|old|most recent|starting|final)"
_ISSUES = r"(?:(?:trade |labou?r )?unions|abortion|immigration|gun control|politics|the (?:president|prime minister|government|election)|brexit)"

WITH_GROUND = (
    topic(
        "age", "age, birth date or graduation year", "Are you at least 18? (Only where the law sets a minimum age.)",
        r"\bhow old are you\b",
        YOUR + r"(?:age(?! (?:groups?|verification|checks?|policy|gate|structure))|date of birth|d\.?o\.?b|birth ?date|birthday|"
        r"year of birth|birth year|graduation (?:year|date))\b",
        r"\b(?:what|which) (?:year|date|day) (?:were you born|did you (?:graduate|(?:finish|leave|complete) " + _SCHOOL + r"))\b",
        r"\bwhen (?:were you born|is your birthday|did you (?:graduate|(?:finish|leave|complete) " + _SCHOOL + r"))\b",
        r"\b(?:when|how soon|at what age) (?:do|will|would) you (?:(?:plan|intend|want|expect|hope)(?: to| on)? )?retir(?:e|ing)\b(?! (?:an?|the|your|old|this|that|it)\b)",
        r"\b(?:until|before|till) you retire\b(?! (?:an?|the|your|old|this|that|it)\b)|\bare you (?:close to|near|nearing|thinking of) retir",
        r"\bhow (?:much longer|many (?:more )?years) do you (?:plan|intend|want|expect) to work\b",
        YOUR + r"retirement\b(?! (?:plans? )?(?:clients?|products?|customers?|participants?|business|administration|home|village))",
        r"\bare you (?:over|under|older than|younger than|above|below|past) (?!18|21)\d\d\b",
        r"\b(?:are you|you are|yourself) too (?:old|young)(?= ?[?,.]|$| for (?:this|the|our|an?) (?:job|role|work|post|team|position))",
        r"\bare you (?:an? (?:millennial|(?:baby )?boomer|gen[- ]?z)|in your (?:early |late |mid-?)?(?:twenties|thirties|forties|fifties|sixties))\b",
        r"\b(?:working for|working with|reporting to|taking orders from|managed by|working under) (?:an? (?:much )?(?:younger|older) (?:boss|manager|supervisor|colleague)|(?:someone|somebody|people|an? (?:boss|manager)|colleagues) "
        r"(?:who (?:is|are) )?(?:much |far )?(?:younger|older))\b",
        r"^(?:is|seems|looks|appears) (?:too |rather |quite )?(?:young|old|elderly)\b(?! (?:people|enough))",
        r"\b(?:candidate|applicant) (?:is|seems|looks) (?:too |rather )?(?:young|old|elderly|over \d\d|under \d\d)\b",
        r"^is (?:over|under|younger than|older than) (?!18|21)\d\d\b",
    ),
    topic(
        "arrests", "arrests or convictions", "Leave this to the lawful background-check stage.",
        r"\b(?:have|were|are|did) you (?:ever )?(?:been |get |got )?(?:arrested|convicted|charged with (?:an?|any) (?:crime|offen[cs]e|felony)|jailed|"
        r"imprisoned|incarcerated|in (?:prison|jail)(?! (?:as|work|service|education))|to (?:prison|jail)|sent to (?:prison|jail)|found guilty|"
        r"on (?:probation|parole)|in trouble with the (?:law|police)|an? (?:felon|convict))\b",
        r"\bhave you (?:ever )?(?:served|done|spent) (?:any |an? )?(?:time|night|days?)(?= ?[?,.]|$| in (?:prison|jail|custody))",
        r"\bhave you (?:ever )?(?:committed|pleaded guilty to) (?:an?|any) (?:crime|felony|offen[cs]e|misdemeanou?r)\b",
        r"\byou (?:ever )?(?:have |had )(?:an? |any )?(?:run-?ins?|problems?|trouble) with the (?:law|police)\b",
        r"\bdid you (?:ever )?go to (?:prison|jail)\b(?! (?:to|as)\b)",
        YOUR + r"(?:criminal|arrest|police|prison) (?:record|history|past|background|convictions?)\b(?! (?:checks?|system|unit|office|database))",
        r"(?:\bdo you have|\bhave you got|^any) ?(?:an? |any )?(?:(?:prior|previous|past|unspent) )?(?:criminal (?:record|history|convictions?|background)|police record|convictions?|"
        r"arrests?|outstanding warrants?)\b(?! (?:checks?|system))",
        r"^has (?:an? |no |any )?(?:criminal record|(?:prior )?convictions?|arrest record)\b|\b(?:candidate|applicant) has (?:an? |no )?criminal record\b",
    ),
    topic(
        "military", "military discharge", "Ask about relevant experience that was gained there.",
        YOUR + r"(?:military|army|navy) (?:discharge|record|status)\b|\byour discharge (?:papers|status|from the)\b|\byour dd-?214\b",
        r"\b(?:type|kind|sort) of (?:military |army |navy )?discharge (?:did|do|have) you (?:receive|get|have|got)\b",
        r"\b(?:type|kind|sort) of military discharge\b",
        r"\byou\b[^.?!]{0,40}\b(?:dis)?honou?rabl[ey] discharged?\b|\b(?:dis)?honou?rable discharge\b[^.?!]{0,20}\b(?:did|were|have) you",
        r"\byou (?:were |been )?(?:ever )?(?:discharged|dismissed|released|thrown out) (?:from|of) the (?:military|army|navy|air force|marines|forces|service)\b",
        r"\b(?:were|was) you(?:r)? discharged?(?= ?\?| honou?rable| dishonou?rable)|\bwas your discharge\b|\b(?:type|kind|nature|reason) (?:of|for) your discharge(?= ?[?,.]|$)",
        r"\b(?:have|were) you (?:ever )?(?:been )?court[- ]martial", r"\bwhy did the (?:military|army|navy|forces|marines) (?:discharge|release|dismiss) you\b",
    ),
    topic(
        "credit", "credit, or owning a home or car", "Do you have a reliable way to get to work?",
        YOUR + r"(?:personal )?(?:credit(?= ?[?,.]|$)|credit (?:score|history|rating|report|record|cards?)|debts|bankruptcy|mortgage(?! (?:portfolio|clients|customers|products?|"
        r"business|team|applications?|desk))|financial (?:situation|problems|obligations|standing|difficulties)|(?:student|personal|car) loans?|"
        r"personal finances|home ownership|net worth)\b",
        r"\bdo you (?:currently |still )?(?:own|rent)(?: or (?:own|rent))? (?:an?|your|your own)? ?(?:home|house|car|vehicle|flat|apartment|property)\b",
        r"\bdo you have (?:an?|your own) (?:own )?(?:car|house|mortgage)\b(?! (?:in|with|to|on|that|whose|park)\b)",
        r"\b(?:have|did) you (?:ever )?(?:been|gone|go|filed?|declared?)(?: for)?(?: personal)? bankrupt(?:cy)?\b" + _FOR_OTHERS,
        r"\b(?:have|had) your wages\b[^.?!]{0,20}\bgarnish", r"\bare you (?:in debt|bankrupt|creditworthy|paying off)\b",
        r"\bdo you have (?:any |large |much |good )?(?:debts?|credit cards?|student loans?|unpaid bills|credit)\b(?! (?:from|on|with|in|control|notes?)\b)",
        r"\bdo you (?:rent or own|own or rent)\b|\bdo you pay your (?:own )?bills on time\b|\bhow much (?:debt do you|(?:money )?do you owe)\b",
    ),
    topic(
        "affiliation", "clubs, unions or politics", "Ask about job-related professional bodies.",
        YOUR + r"(?:political (?:views?|party|affiliation|beliefs?|opinions?|leanings?)|politics|party membership|union (?:membership|card|activit))",
        r"\b(?:are|were|have) you (?:ever |currently |still )?(?:been )?(?:an? (?:active )?member of|in|active in|affiliated with|an? supporter of) "
        r"(?:an?|any|the) (?:(?:labou?r|trade|political|social|private|country) )?(?:unions?|party|clubs?|society|lodge|fraternity|sorority)\b"
        r"(?! (?:negotiat|talks|meeting|contract|where|when|that|which|who))",
        r"\b(?:who|what|whom|which party) (?:did|do|will|would) you vote\b|\bhow did you vote\b|\bdo you vote\b",
        r"\bdo you (?:belong to|pay dues to|support) (?:an?|any) (?:(?:labou?r|trade|political|social) )?(?:unions?|clubs?|party(?! of)|parties|cause)\b",
        r"\b(?:what|which) (?:(?:political|social|private) )?(?:clubs?|societies|organi[sz]ations|unions?|part(?:y|ies)) (?:do|are) you "
        r"(?:belong|an? member|in\b|active|support|vote|favou?r)",
        r"\bare you (?:an? )?(?:democrat|republican|socialist|communist|left[- ]wing|right[- ]wing|tory|pro-union|anti-union|politically active|active in (?:an?|any) (?:political|social) \w+)\b",
        r"(?<!asks for )(?<!ask for )(?<!asks you )\byour (?:views?|opinions?|position|stance|feelings?) (?:on|of|about|towards?|regarding) " + _ISSUES + r"\b",
        r"\b(?:how do you feel|what do you think) (?:about|of) " + _ISSUES + r"\b(?! \w)", r"\bwould you (?:join|vote for|organi[sz]e) an? union\b",
        r"\bhave you (?:ever )?(?:been|gone) on strike\b|\bhave you (?:ever )?(?:joined|been in|belonged to) an? (?:union|political party)\b|\bare you an? (?:union|party|club) member\b",
    ),
    topic(
        "photograph", "a photograph", "Ask for one after an offer, if the work needs it.",
        r"\b(?:photo(?:graph)?|picture|selfie|head ?shot|portrait) of (?:yourself|you(?= ?[.,?!]|$| with| before| for))",
        r"\b(?:send|attach|bring|upload|include|enclose|submit|provide|email|add|show|have|see|take|need)\b[^.?!]{0,20}\byour (?:own )?"
        r"(?:photo(?:graph)?|picture|selfie|head ?shot)\b(?! (?:of|edit|library|archive|desk|research|essay|project|series|story|portfolio|gallery|credits?))",
        r"\b(?:send|attach|bring|upload|include|enclose|submit|provide|email|add) (?:us |me )?(?:an? |one )?(?:recent |current |passport[- ]?(?:size[d]? )?|colou?r ){0,2}"
        r"(?:photo(?:graph)?|picture|selfie|head ?shot)s? (?:with|to|for|in|before) (?:your (?:application|cv|resume|file)|the interview|our files?)\b",
        r"\b(?:send|attach|bring|upload|include|enclose|submit|email) (?:us |me )?(?:an? |one )?(?:(?:recent|current|passport[- ]?(?:sized?)?) ?(?:photo(?:graph)?|picture)|head ?shot|selfie)\b"
        r"(?! of (?:the|an?|your)\b)",
        r"\b(?:may|can|could) (?:we|i) take (?:your|an?) (?:photo(?:graph)?|picture)(?: of you)?(?= ?[?,.]|$| before| for)",
        r"\bwhat do you look like\b",
    ),
    topic(
        "salary", "salary history", "What salary do you expect?",
        r"\b(?:see|show|bring|send|have|provide|copy of)\b[^.?!]{0,20}\byour (?:last |recent )?pay ?(?:slips?|stubs?)\b",
        YOUR + r"(?:(?:salary|pay|wage|earnings|compensation) history|" + _LAST + r" (?:annual |base |gross |net |hourly )?(?:salary|pay(?! (?:run|round|scales?|model|policy|structure|system|grades?|gap|bands?))|wages?|"
        r"compensation(?! (?:scheme|plan|review|structure|model))|earnings|income|rate of pay|pay ?check))\b",
        YOUR + r"salary (?:now|today|there|at|in your|before)\b|\bhow (?:much|high) (?:is|was) your (?:\w+ )?(?:salary|wage|pay ?check|bonus)\b",
        r"\bhow much (?:money )?(?:did|do|were|are|have) you (?:currently |being |been )?(?:earn(?:ing|ed)?|mak(?:e|ing)|made|paid|get(?:ting)? paid)\b"
        r"(?! (?:of|up|ahead|in advance|from|at once)\b)",
        r"\bwhat (?:did|do|are|were|have) you (?:currently |being |been )?(?:earn(?:ing|ed)?|paid|get paid)(?= ?[?,.]|$| (?:at|in|now|there|per|an? (?:year|month|week|hour)|today|before|as)\b)",
        r"\bwhat (?:did|do|are) you (?:currently )?mak(?:e|ing) (?:at|in) (?:your|the) (?:last|current|previous|present|old)\b|\bwhat do you make (?:an? year|now)\b",
        r"\bwhat (?:are|were) you making(?= ?[?,.]|$| (?:at your|in your|now|per|an? year))|\b(?:did|do|does) (?:they|your \w+ \w+) pay you(?= ?[?,.]|$| (?:there|before|at)\b)",
        r"\b" + _LAST + r" (?:employer|job|firm|company|boss) pay(?:s|ing)?\b(?: you\b|(?= ?\?))",
        r"\bwhat (?:salary|pay|wages?|bonus) (?:did|do|are|were|have) you (?:get|have|had|earn|receive|draw|paid|on|getting|earning)\b",
    ),
)  # fmt: skip
