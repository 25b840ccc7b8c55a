import type { OrderWords } from "../orders.ts";

const OTHERS =
  "(?:(?:every|all|each|any|the other|other|another|future|new)(?: of (?:your|the))? (?:[a-z]+ )?(?:users?|customers?|clients?|visitors?|people|persons?|callers?)|every(?:one|body)(?: else)?(?! (?:at|in|on|from|of|here)\\b)|any(?:one|body)(?: else)?(?: who \\w+)?|others|whoever)\\b";
const RULES =
  "(?:instructions?|rules|guidelines|prompts?|guardrails?|polic(?:y|ies)|restrictions?|constraints|directives|safeguards?|programming)\\b(?! of\\b)";
const WHOSE =
  "(?:(?:all|any|each|every|the|your|its|their|these|those|of|my|previous|prior|earlier|above|preceding|existing|other|former|initial|original|current|system|safety|security|content|developer|company|own|default|internal) )*";
const SECRETS =
  "(?:api[ -]?keys?|passwords?(?! (?:reset|manager|generator|length|hint|polic|field|form))|passcodes?|credentials|access tokens?|private keys?|ssh keys?|(?:credit )?card numbers?|your environment variables|\\.env|session cookies?|seed phrases?|other users' \\w+)";
const PROMPT =
  "(?:system (?:prompt|message|instructions?)|(?<=(?:reveal|leak|disclose|expose) (?:the|your) )prompt|(?:your|its|hidden|initial|developer|internal|secret) (?:[a-z]+ )?(?:prompt|instructions)|developer message)";
const USERS = "(?:all|every|each|any|other|another|the other)(?: other)? (?:users?|customers?)\\b";
const SHALL = "(?:must|should|shall|to|has to|have to|needs? to|is to|are to)(?: now| always)? be";
const BY_ASSISTANT =
  "(?:(?:the |this |an? |every |any )?(?:assistant|ai|bot|chatbot|model|agent|llm|system)|you)";
const TO_OTHERS =
  "(?:tell|inform|convince|persuade|advise|warn|instruct|insult|ban|block|charge|deny|refuse|redirect|lie to)";
const FOR_OTHERS =
  "(?:recommend|offer|give|sell|show|send|promote|say|mention|repeat|suggest|apply|reveal|praise|push)";
const TELLING =
  "(?:reveal|show|print|repeat|output|display|leak|disclose|expose|share|send|tell|give|quote|recite|dump|write(?: out)?|translate|summari[sz]e|copy|paste|return|include|append|post|provide|read out|forward|e?mail|upload|exfiltrate|transmit|publish|submit|encode|attach|report)\\b";

/** How orders are worded in English. */
export const ENGLISH: OrderWords = {
  lead: "(?:please|always|now|from (?:now|here) on|henceforth|hereafter|going forward|in (?:the )?future|instead|also|and|but|so|then|just|simply|first|next|important|urgent|attention|system|assistant|ai|note to (?:the )?(?:ai|assistant|model)|note that|remember to|make sure to|be sure to|do not forget to|(?:when|whenever|if|before|after|every time|for|in)\\b[^,]{0,80},|without exception|no matter what|secretly|silently|immediately|you (?:must|should|shall|will|have to|need to|are to))[ ,]+",
  address: `(?:${BY_ASSISTANT} (?:must|should|shall|will|can|may|has to|have to|needs? to|is to|are to|ought to|to|(?:is|are) (?:now )?(?:required|instructed|told|supposed|expected|allowed|free|authori[sz]ed|asked|programmed) to)|\\b(?:asks?|asked|requests?|requested|instructs?|instructed|orders?|ordered|demands?|demanded|tells?|told|commands?|commanded)(?: ${BY_ASSISTANT})? to|\\b(?:wants?|expects?|needs?|requires?|would like) ${BY_ASSISTANT} to|\\b(?:says?|said|reads|states|writes|wrote),?|,? and|, then)`,
  orders: {
    rules: [
      `(?:ignore|disregard|forget|override|overrule|bypass|discard|disobey|violate|break|circumvent|neglect)(?: about)? ${WHOSE}${RULES}`,
      `(?:ignore|disregard|forget) (?:everything|anything|all|what)(?: that)? (?:above|before|you|was|has been|came)\\b`,
      `(?:never|do not|don't|stop|no longer|refuse to)(?: follow| obey| heed| apply| respect|ing)+ ${WHOSE}${RULES}`,
      `${TELLING}.{0,40}?\\b${PROMPT}\\b`,
      `${TELLING} (?:everything|all|the (?:text|words|lines|content|messages?))(?: \\w+)? (?:above|before)\\b`,
      `(?:act|behave|respond|answer|pretend|operate|work|run|continue|speak)\\b.{0,30}?\\b(?:no (?:rules|restrictions|filters|limits)|unrestricted|unfiltered|jailbroken|dan|(?:developer|god|debug|admin) mode|without (?:any )?(?:rules|restrictions|filters?|safety|limits))\\b`,
      `(?:enter|enable|activate|switch to|turn on|go into) (?:[a-z]+ )?(?:developer|god|debug|admin|jailbreak|dan|unrestricted|sudo|root) mode\\b(?! (?:on|in|of|for)\\b)`,
      `(?:disable|turn off|deactivate|switch off|remove|lift) (?:[a-z]+ ){0,2}(?:(?:safety|moderation|security|content) (?:filters?|checks?|rules?|measures?|restrictions?|guidelines?)|guardrails?|safeguards?)`,
    ],
    secrets: [
      `${TELLING}.{0,60}?\\b${SECRETS}`,
      `(?:send|post|forward|e?mail|upload|exfiltrate|transmit|leak|copy|append|add)\\b.{0,80}?\\b(?:to|at|into) .{0,20}?(?:https?|www\\.|webhook)`,
    ],
    tools: [
      `(?:call|invoke|trigger|execute|fire)(?: (?:the|your|all|every|any))(?: [\\w-]+){0,3}? (?:tools?|functions?|plugins?|apis?|webhooks?)\\b`,
      "(?:call|invoke|trigger) (?:the )?(?:\\w+(?:_\\w+)+|\\w+ ?\\()",
      "(?:use|run|execute) the (?:(?:tool|function) \\w|\\w+(?:_\\w+)+ (?:tool|function))",
      "(?:run|execute) .{0,20}?\\brm -rf",
      "(?:transfer|wire) (?:all|the) (?:\\w+ )?(?:money|funds)\\b",
      `use (?:the|your) (?:\\w+ )?(?:transfer|payment|delete|deletion|e?mail|shell|admin|banking|deploy|refund|purchase|order)\\w* (?:\\w+ )?(?:tool|function|plugin|api)\\b`,
      `(?:delete|drop|wipe|erase|destroy|purge) (?:all|every)(?: \\w+)? (?:files?|databases?|tables?|records?|accounts?|backups?|users?)\\b`,
      `(?:approve|confirm|authori[sz]e|accept|sign) (?:all|every|any) (?:\\w+ )?(?:transactions?|payments?|transfers?|purchases?)\\b`,
    ],
    others: [
      `${TO_OTHERS} (?:to )?${OTHERS}`,
      `${FOR_OTHERS}\\b(?! (?:me|us)\\b).{0,60}?\\b(?:to|for|with) ${OTHERS}`,
      `(?:make sure|ensure|see to it)(?: that)? ${USERS}`,
      `(?:delete|show|reveal|read|give|list|print|send|change|edit|tell)\\b.{0,60}?\\b(?:of|about|from) ${USERS}`,
    ],
  },
  claims: {
    rules: [
      `(?:your|system|safety|previous|prior|earlier|above) (?:rules|instructions|guidelines|restrictions|policies) (?:are|is|do|does|no longer|have been|were) (?:now )?(?:no longer |not )?(?:void|invalid|apply|cancell?ed|lifted|suspended|disabled|overridden|revoked|valid)`,
      "^(?:new|updated|real|actual) (?:system (?:prompt|instructions?)|instructions for the (?:ai|assistant|model))",
      `${BY_ASSISTANT} (?:is|are) (?:now )?(?:(?:in )?(?:developer|god|debug|admin) mode|(?:an? )?(?:unrestricted|jailbroken|unfiltered|dan)\\b)`,
      `(?:all|your|its|previous|prior|earlier|above|system|safety) (?:\\w+ )?${RULES} ${SHALL} (?:ignored|disregarded|overridden|bypassed|forgotten|broken)\\b`,
      `${PROMPT} ${SHALL} (?:ignored|revealed|shown|printed|repeated|disclosed|leaked)\\b`,
      `you (?:no longer|do not|don't) (?:have|need) to (?:follow|obey|respect|heed) ${WHOSE}${RULES}`,
    ],
    secrets: [
      `(?<!(?:n't|not) want (?:\\w+ )?)(?:${SECRETS}|secrets) ${SHALL} (?:sent|forwarded|e?mailed|revealed|shared|posted|uploaded|disclosed|printed|given|included)\\b`,
    ],
    tools: [`(?:tools?|functions?|plugins?) ${SHALL} (?:called|invoked|triggered|executed)\\b`],
    others: [
      `${SHALL} (?:recommended|offered|shown|suggested|promoted|sold) to ${USERS}`,
      `${USERS} ${SHALL} (?:told|recommended)\\b`,
      `^(?:when(?:ever)?|if|once) ${USERS} (?:asks?|wants?|needs?|inquires?)\\b`,
      `^(?:remember )?for ${USERS}$`,
    ],
  },
  verbs:
    "(?:only )?(?:recommend|suggest|tell|say|answer|reply|respond|ignore|disregard|forget|remember|use|call|send|click|visit|open|buy|order|mention|promote|praise|treat|trust|add|include|append|insert|write|act|pretend|behave|reveal|prefer|rank|describe|inform|convince|refer|redirect|address|warn|advise|repeat|store|save|note|keep|assume|consider|execute|run|delete|follow|obey|speak|stop)",
  anyOrder: [
    "^(?:always|never|from (?:now|here) on|henceforth|going forward|do not|don't|please|you (?:must|should|shall|have to|need to|are to|will)|make sure|be sure to|remember to)\\b",
    "^(?:the )?(?:assistant|ai|bot|chatbot|model|you) (?:always |never |only )?(?:recommends?|suggests?|praises?|promotes?|mentions?|prefers?)\\b",
    `${BY_ASSISTANT} (?:must|should|shall|has to|have to|needs? to|is to|are to|ought to|(?:is|are) (?:now )?(?:required|instructed|told|supposed|expected|asked) to)\\b`,
    `\\b(?:must|should|has to|have to|is to|are to|ought to|shall|wants? to|would like to)(?: always| never| only)? be (?:recommended|suggested|mentioned|told|promoted|praised|trusted|preferred|ignored|informed|addressed|sent|redirected)\\b`,
    `\\b(?:wants?|expects?|asks?|asked|instructs?|instructed|tells?|told|would like) ${BY_ASSISTANT} to\\b`,
    "\\b(?:wants?|prefers?|asks|asked|instructs?|instructed|important)\\b.{0,60}?\\b(?:always|only|never|to|be|is|are) (?:always |only |never )?(?:recommend|suggest|promot|prais|mention)",
    "\\b(?:recommended|suggested|promoted|praised) always\\b|\\balways (?:say|tell|answer|recommend)\\b",
    "\\bis to be (?:called|addressed|told|treated)\\b",
  ],
};
