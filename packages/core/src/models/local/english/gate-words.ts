const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Verbs that say what somebody thinks, feels or does about the chat. */
export const MIND = set(`
  think guess know mean see hope wish wonder believe suppose assume feel agree doubt bet promise
  understand remember forget realize realise notice hear say tell ask talk mention explain thank
  appreciate apologize want need like love look seem sound wait expect imagine care mind please
  welcome swear admit recommend suggest miss struggle refer kid joke try treasure cherish consider
  reckon figure cross rock suck continue
`);

/** Verbs of errands and tries: worth a word only with a date or a name. */
export const ERRANDS = set(`
  do make get go come take give put have be run use check write type text call send read watch work
  start stop finish create find show let keep stay leave feel figure fix sort add change update ask
  tell book set hurt ache itch burn
`);

/** What somebody may want to do with the help of the chat, and be done with. */
export const CHAT_GOALS = set(`
  do make get go come take give put have be use check type text call send find show let keep stay
  feel figure fix sort add update ask tell clarify confirm order discuss explain share point sure
  help bring
`);

/** Verbs that are remembered with any object: lives change by them. */
export const LIFE_EVENTS = set(`
  adopt break build buy cancel celebrate climb complete crash decide ditch divorce donate drop earn
  emigrate enroll enrol fail apply relapse found fracture gain graduate grow hire immigrate inherit injure join
  launch lose marry move own pass perform pick promote propose publish quit receive recover register
  renovate rent retire die sell separate sign sprain steal study subscribe switch teach train travel
  visit volunteer win
`);

/** What is done for a moment, and over: no habit, no event. */
export const MOMENTARY = set(`sit stand lie kneel sleep wake nap cook eat drink`);

/** What people can or cannot do. */
export const SKILLS = set(`
  play speak swim ride drive cook dance sing ski skate surf juggle sew knit read write draw eat drink
  tolerate digest bike fly walk run type bake paint bench lift squat deadlift
`);

/** What people do or never do, without an object: "I hardly ever cook". */
export const HABITS = set(`
  cook drink smoke vape exercise drive fly swim gamble vote travel read meditate bake jog ski surf garden
  knit paint dance sing pray fast commute freelance cycle hike surf
`);

/** Things of the task at hand, of the chat and of the moment. */
export const TASK =
  /\b(?:questions?|problems?|issues?|errors?|bugs?|ideas?|doubts?|feelings?|thoughts?|code|functions?|scripts?|quer(?:y|ies)|files?|exceptions?|regex|strings?|arrays?|variables?|api|output|input|answers?|response|prompt|examples?|recipes?|suggestions?|recommendations?|tips?|advice|help|moment|minute|a second|options?|sense|points?|things?|stuff|fun|luck|guess|mistake|assignment|homework|essay|paragraph|sentence|messages?|links?|page|button|screen(?! (?:reader|time))|instructions?|documents?|spreadsheet|tabs?|cursor|columns?|rows?|tables?|datasets?|database|headache|hurry|cold|nap|shower|blast|lots? of|(?<!-)one(?!-)|it all|pirate)\b/i;

/** What somebody is for life, or for long. */
export const TRAITS =
  /\b(?:\S+-handed|colou?r[- ]?blind|blind|deaf|pregnant|bilingual|trilingual|introvert\w*|extrovert\w*|gay|lesbian|bisexual|queer|trans\w*|non-?binary|asexual|jewish|muslim|christian|catholic|protestant|hindu|buddhist|atheist|agnostic|religious|disabled|dyslexic|autistic|diabetic|asthmatic|neurodivergent|sober|nearsighted|tall|anemic|vaccinated|certified|licensed|an only child|claustrophobic|seasick|carsick)\b/i;

/** What somebody is in relation to something, for long: "new to Rust". */
export const RELATIONS =
  /^(?:\w+ly )?(?:new|stuck|used|sensitive|prone|addicted|familiar|comfortable|experienced|proficient|good|great|bad|terrible|hopeless|responsible|dependent|reliant|close) (?:to|with|at|in|for|on) \p{L}/iu;

/** States that pass. */
export const PASSING =
  /^(?:an? )?(?:\w+ly )?(?:happy|sad|tired|sick|fine|better|worse|improving|ok|okay|good(?! at)|great(?! at)|nice|excited|here|there|back|busy|late|ready|right|wrong|amazing|awesome|beautiful|cute|cool|crazy|bored|hungry|thirsty|new(?! to)|sure|glad|sorry|curious|confused|lost|stuck(?! with)|mess|lot|little|while|few|huge pain|total|complete|joke|stoked|proud|thankful|grateful|lucky|blessed|swamped|stressed|nervous|worried|lazy|mad|angry|upset)\b/i;

/** What everybody says. */
export const PLATITUDE =
  /^(?:an? (?:mix|fan$|huge part|big part)|part of something|like |such |so |all about|on (?:my|the|our) way|on it$|(?:\w+ly |super |very )?important|everything|(?:my|our) (?:rocks?|future|world|strength|motivation|inspiration|happy place|everything)|off to (?:do|have|get|go|bed|work|school|sleep)\b)/i;

/** What a search is for when it is for life, not for tonight. */
export const SEARCH =
  /\b(?:job|flat|apartment|house|home|place to live|room|roommate|flatmate|internship|school|kindergarten|daycare|nanny|therapist)\b/i;

/** Steps of family life that "getting" is said of. */
export const CIVIL =
  /^(?:married|engaged|divorced|promoted|an? (?:divorce|dog|cat|puppy|kitten|baby))\b/i;

/** What is told for life when it has been done. */
export const MILESTONE =
  /\b(?:(?:military|national|community) service|degree|phd|doctorate|apprenticeship|internship|gap year|driving test|green card|citizenship|visa|licen[cs]e|miscarriage|abortion|stroke|heart attack|surgery|operation|chemo\w*|pay rise|raise|promotion|scholarship|diagnosis)\b/i;

/** Whom somebody sees for their health. */
export const CARERS =
  /\b(?:therapist|counsell?or|psychologist|psychiatrist|specialist|doctor|physio\w*|dietitian|nutritionist|chiropractor|midwife|speech therapist)\b/i;
