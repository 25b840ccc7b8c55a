import { ENGLISH_CALENDAR } from "../../text/dates/english.ts";
import type { Ordinal, TimeWords } from "./time-words.ts";
import { wordSet } from "./word-set.ts";

/** What people replace, and then call the old one. */
const REPLACED =
  "job|position|role|title|employer|company|boss|manager|team|office|address|home|house|apartment|flat|place|city|town|neighbou?rhood|school|university|phone|number|email|car|bike|laptop|computer|doctor|dentist|therapist|gym|diet|routine|hobby|landlord|roommate|flatmate|plan|name";

/** How English asks about times. */
export const ENGLISH: TimeWords = {
  calendar: ENGLISH_CALENDAR,
  tells: wordSet(
    "what where which who whom whose when how why did do does is are am was were my the i have has we of you in on to for tell me she he they",
  ),
  phrases: [
    "{weekday} (?:of )?{offset} {unit}",
    "(?:the )?{date}(?:st|nd|rd|th)?(?: of)? {month}(?:,? {year})?",
    "{month} (?:the )?{date}(?:st|nd|rd|th)?(?:,? {year})?",
    "{day}",
    "(?<rolling>(?:the )?(?:last|past) (?:{n}|few|couple of)) {unit}",
    "(?:the )?{offset} {unit}",
    "the (?:{unit}|{season}|{weekday}) {trailing}",
    "{third} {offset} {unit}",
    String.raw`(?<=\b(?:on|over|at|during) )the (?<unit>weekend)`,
    "{offset} {season}",
    "{offset} {month}",
    "{offset} {weekday}",
    "(?<vague>a few|some|several|a couple of) {unit} (?<ago>ago)",
    "{n} {unit} (?<ago>ago)",
    "in {n} {unit}(?:'s?)?(?: time)?",
    "(?:{third}[ -])?{month},?(?: of)? {year}",
    "(?:{third}[ -])?{month}(?: of)? {offset} (?<unit>year)",
    "{third}[ -]{month}",
    "(?:{third} )?(?:the )?{season}(?: of)? {year}",
    "(?:{third} )?(?:the )?{season}(?: of)? {offset} (?<unit>year)",
    "{third}[ -]{year}",
    "(?:{third}[ -]|the )(?:the )?'?{decade}",
    "{offset} {feast}",
    "{feast},?(?: in| of)? {year}",
    "{feast},?(?: of)? {offset} (?<unit>year)",
    String.raw`(?<=\b(?:on|at|over|for|by|until|till|since|before|after|during|around|from|between|and|to) ){feast}(?! islands?\b)`,
    String.raw`(?<=\b(?:in|by|until|till|since|before|after|for|from|during|between|and|to|of) ){month}(?! (?:i|you|he|she|we|they|it|be)\b)`,
    String.raw`(?<=\b(?:in|by|until|till|since|before|after|for|from|during|over) )(?:the )?{season}`,
    String.raw`(?<=\b(?:in|from|until|till|by|before|after|since|between|and|to|during|of|the year) ){year}`,
    String.raw`(?<=\b(?:on|by|until|since|before|after|for) ){weekday}`,
  ],
  bounds: {
    since: /\bsince\s+(?:the )?$/i,
    from: /\b(?:since|starting|from)\s+(?:the )?$/i,
    until: /\b(?:until|till|up to|by)\s+(?:the )?$/i,
    before: /\b(?:before|prior to)\s+$/i,
    after: /\bafter\s+$/i,
  },
  to: /^\s*(?:and|to|until|till|through|[-–])\s*$/i,
  past: /\b(?:did|was|were|had|happened|used to|wasn't|weren't|didn't|hadn't)\b/i,
  perfect: /\b(?:have|has|'ve)\b(?! (?:to|an?|any|got|the|my)\b)/i,
  present: /\b(?:am|is|are|'s|do|does|will|shall|should|can|going|planned|upcoming|coming|got)\b/i,
  first:
    /\b(?:first(?! names?\b| aid\b| of all\b)|earliest|originally|initially|in the beginning)\b/i,
  last: /\b(?:latest|newest|most recent(?:ly)?|(?<!\bhow long\b.*)last(?! names?\b))\b/i,
  second: nth("second|2nd"),
  third: nth("third|3rd"),
  now: /\b(?:recent(?:ly)?|lately|current(?:ly)?|nowadays|now|these days|at the moment|at present|as of today)\b/i,
  former: new RegExp(
    String.raw`\b(?:used to|(?<=\bdid.*)use to|former(?:ly)?|previous(?:ly)?(?! (?:message|chat|conversation|question|answer|session)s?\b)|originally|no longer|ex-\p{L}+|back then|(?:my|his|her|our|their|'s) old (?:${REPLACED}))\b`,
    "iu",
  ),
  formerInPast: new RegExp(
    String.raw`\b(?:before|first|initially|in the past|at the time|last (?:${REPLACED}))\b`,
    "i",
  ),
  previous: /\b(?:previous(?:ly)?|before|old)\b/i,
  change:
    /\b(?:what(?: has|'s)? changed|(?:has|have|had|did)\b.{0,80}\bchanged?|changed? (?:my|his|her|their) minds?|change of mind)\b/i,
  when: /^(?:\p{L}+ ){0,4}?(?:when|how long|how many (?:days|weeks|months|years)) (?:did|was|were|had)\b.*\b(?:liv(?:e|ing)|work(?:ing)?|study(?:ing)?|own|have|dat(?:e|ing)|rent(?:ing)?|us(?:e|ing)|driv(?:e|ing)|leave|quit|stop|switch|change|give up|move)\b/iu,
  plain:
    /\b(?:suggest|recommend|help me|give me|find me|write|draft|plan (?:my|a|an|the|our)|should (?:i|we))\b|\b(?:did|have|had) (?:i|we|you)\b(?: \p{L}+ly| ever| already| just)? (?:tell|told|say|said|mention|mentioned|ask|asked|discuss|discussed|talk|talked|speak|spoken|chat)\b|\b(?:previously|before|earlier) (?:told|said|mentioned|discussed|asked|talked)\b|\b(?:told|said|mentioned|discussed|asked|talked)\b.{0,40}\b(?:before|earlier|previously)\b/iu,
  anchors: [
    /\b(?:on|over|around) (?<yearly>(?:my|our) (?:\p{L}+ )?(?:birthday|anniversary)(?<weekend> weekend)?)\b/iu,
    /(?<!\b(?:choose|chose|decide|decided|difference|choice|pick|picked|switch|split) )\bbetween\s+(?<between>.+?)\s+and\s+(?<until>.+)/i,
    /\b(?:(?<close>right|just|shortly|immediately|straight|directly) )?(?:before|prior to)\s+(?!(?:how|what|which|who)\b)(?<before>.+)/i,
    /\b(?:(?<close>right|just|soon|shortly|immediately|straight|directly) )?(?:(?<!\b(?:look|looks|looked|looking|name|named|take|takes|took) )after|(?<!\b(?:on|in|of|by|for|about|from|with|the|is|are|was|were|been|start|started|like|likes|enjoy|enjoys|keep|keeps) )following|since)\s+(?!(?:how|what|which|who)\b)(?<after>.+)/i,
    /(?:(?<!^)\bwhen|^when(?=.*,))\s+(?<during>(?!(?:did|was|were|do|does|is|am|are|will|have|has|had|should|can|could|would)\b).+)/i,
    /\b(?:while|during|at the time(?: of| when| that)?)\s+(?<during>.+)/i,
  ],
  lasting:
    /^(?:\p{L}+ )?(?:still )?(?:lived|worked|studied|(?:was|were)(?! (?:born|\p{L}+ed)\b)|had|owned|rented|used|stayed|dated|played|drove|living|working|studying|being|using)\b/iu,
  states:
    /\b(?:liv(?:e|ing)|work(?:ing)?|study(?:ing)?|teach(?:ing)?|own|rent(?:ing)?|dat(?:e|ing)|us(?:e|ing)|driv(?:e|ing))\b/i,
  idle: /\b(?:over (?:the years|time)|so far|these days|at the moment|back then|in the past|(?<=\b(?:last|first|latest|newest) )things?|used? to|formerly|previously|originally|initially|currently|nowadays|(?:most )?recently|lately|latest|newest|now|before(?=\s*\?))\b/gi,
  anything: wordSet(
    "this that these those one it them when then now what which where who did how do doing done go went gone spend spent i we he she they you me my happen happened happens happening to been be was were is are am have has had got been there anything something new going on up on plan plans planned for in the a an coming appointment remember remind tell and so about can could please event events of thing things at with over during around year",
  ),
  names: /(?<=\S\s+)(?!I\b)\p{Lu}[\p{L}\p{M}]*(?:['’]s)?/gu,
};

function nth(word: string): Ordinal {
  const which = String.raw`(?:my|his|her|our|their|\p{L}+['’]s) (?:${word})\b`;
  const asks = "what|which|where|who|whom|when";
  return {
    asked: new RegExp(String.raw`^(?:${asks})\b.*\b(?:${which}|(?:${word})\?$)`, "iu"),
    told: new RegExp(String.raw`\b(?:${word})\b(?!-)`, "i"),
  };
}
