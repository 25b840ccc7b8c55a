import { restoreSubject } from "./restore-subject.ts";

/** What people say before what they want to say. Stripped again and again, in any order. */
const OPENERS: readonly RegExp[] = [
  /^[\w-]+ (?:days?|weeks?|months?|years?) in(?:,| and|, and) (?=(?:I|we|my|our)\b)/i,
  /^(?:the |one |another |other |quick |small |big |a |some )?(?:[\w-]+ ){0,3}[\w-]+: (?=(?:I|we|my|our|next|last|on|in|the)\b)/i,
  /^(?:hi|hello|hey|hiya|yo|(?:good )?(?:morning|afternoon|evening)(?=[,!.]| all| everyone))(?: there| all| everyone| again)?(?: \p{Lu}\p{L}+)?[,!.]? (?=\S)/iu,
  /^(?:well|ok|okay|oh|ah|um|uh|hmm|wow|yes|yeah|yep|yup|yea|sure|no(?=[,:!.;]| (?:wait|sorry|I|we|my))|nope|nah|right|cool|great|nice|perfect|awesome|thanks|thank you(?: so much)?|thx|sorry|wait|anyway|actually|honestly|basically|frankly|unfortunately|sadly|luckily|fortunately|also|and|but|so|plus|then|ps|p\.s|fyi|btw|update|correction|hopefully not|haha|lol|ugh|uff|oof|erm|sigh|absolutely|definitely|exactly|true|of course|still|look|listen|guess what|fun fact|quick update|big news|good news|bad news|great news)[,:!.;]*(?: -)? (?=\S)/i,
  /^(?:by the way|in fact|to be honest|to be fair|for the record|for context|for reference|for your information|as (?:I|you) (?:said|mentioned|know)(?: before| earlier)?|just so you know|as an aside|one more thing|a (?:bit|little) about me|about me|some context|some background|on a side note|speaking of which|as a matter of fact|truth is|the (?:thing|truth|fact) is(?: that)?|it turns out(?: that)?|turns out(?: that)?)[,:;]*(?: -)? (?=\S)/i,
  /^(?:please )?(?:remind me|remember|note|keep in mind|bear in mind|be aware|know|do not forget|take into account|make a note|save)(?: that)? (?=(?:I|we|my|our|mum|mom|dad|grandma|grandpa|granny|nan)\b)/i,
  /^I (?:should|must|have to|need to|want to|would like to|wanted to|forgot to|can|may)(?: also| just| probably)? (?:mention|add|say|note|admit|confess|tell you|let you know|point out|clarify|warn you|inform you|share)(?: that)?,? (?=\S)/i,
  /^I (?:just |already |also )*(?:realized|realised|found out|learned|learnt|discovered|remembered|mentioned|told you|said|heard)(?: before| earlier)?(?: that)? (?=(?:I|we|my|our)\b)/i,
  /^I am (?:so |very |really )?(?:happy|glad|proud|sad|sorry|afraid|excited|pleased|thrilled) to (?:say|tell you|announce|report|share)(?: that)? (?=\S)/i,
  /^(?:did|have|do) (?:I|you) (?:already |ever )?(?:know|tell you|told you|mention|mentioned|mention to you|remember)(?: that)? (?=(?:I|we|my|our)\b)/i,
  /^you (?:should|might|may|probably|must)? ?(?:already )?(?:know|remember|be aware)(?: that)? (?=(?:I|we|my|our)\b)/i,
  /^(?:so )?(?:(?:my|the) )?(?:gp|doctor|dentist|therapist|physio|nurse|optician|specialist|vet) (?:says|told me|said|thinks|confirmed|diagnosed)(?: that)? (?=I (?!have to|should|need|must|can|may)\b)/i,
  /^I (?:think|guess|believe|suppose|feel like|would say)(?: that)? (?=(?:I|we|my|our) (?!(?:should|will|would|might|may|could|need|am going|shall|can)\b))/i,
];

/** What people say behind what they wanted to say. */
const CLOSERS =
  /(?:,| -| –|\.\.\.)? (?:(?:ha)+|lol|tbh|btw|fyi|ahem|by the way|I (?:think|guess|suppose|believe|reckon)|if (?:that|it) (?:helps|matters|makes (?:a|any) difference)(?: with .*)?|you know|would you believe(?: it)?|thank (?:god|goodness)|to be honest|for what it is worth|as you know|or something|and stuff|and all that|so yeah|hence all this|at least|in case (?:it|that) (?:matters|helps)|just so you know|as always|as usual|no less|sadly|unfortunately|luckily|fortunately|obviously|apparently|I know|lol|haha|thanks|thank you|thx|cheers)[.!]*$/i;

/** A text without its "by the way" or "I think" at the end. */
export function dropCloser(text: string): string {
  return text.replace(CLOSERS, "").replace(/ with you(?=$|[.,!])/, "");
}

/** A clause without what follows from it in no words to speak of: "…, so stovetop only". */
export function dropConsequence(clause: string): string {
  return clause
    .replace(/ \([^()]*\)$/, "")
    .replace(/,? (?:so (?:(?:no|not|only|just) [^,]+|[\w-]+ only))$|, (?:no|nothing) [^,]+$/i, "");
}

/** An English sentence without its greeting. */
export function unwrapGreeting(sentence: string): string {
  return OPENERS.slice(0, 4).reduce((text, opener) => text.replace(opener, ""), sentence.trim());
}

/** An English sentence without its greetings, its "by the way" and its "please remember that". */
export function unwrap(sentence: string): string {
  let text = sentence.trim();
  for (let before = ""; before !== text;) {
    before = text;
    for (const opener of OPENERS) text = text.replace(opener, "");
    text = restoreSubject(dropCloser(text));
  }
  return text;
}
