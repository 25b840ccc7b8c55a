import { listWords } from "./list-words.ts";

/** Professions that the ending of the word does not show. */
const JOBS = new Set(
  listWords(`
    accountant, assistant, astronaut, athlete, attorney, barista, ceo, cfo, chef, clerk, coach,
    consultant, cook, cop, cto, dj, entrepreneur, executive, firefighter, founder, freelancer,
    guard, guide, head, influencer, intern, judge, lead, nanny, nurse, pastor, pilot, priest,
    professional, rep, representative, specialist, spy, student, surgeon, temp, therapist,
    trainee, tutor, vet, analyst, architect, mechanic, paramedic, apprentice, dev, admin,
    sysadmin, midwife, seamstress, physio, gp, waitress, secretary, paralegal, housewife,
    sommelier, stewardess, actress, hostess, bouncer, carpenter, tailor, pm, qa, sre, exec,
    au pair, agent, soldier, diplomat, stylist, technician, homemaker, retiree, model, chief,
    officer, partner
  `),
);

/** Words with the ending of a profession that are none. */
const NO_JOBS =
  /(?:lover|fan|believer|member|owner|winner|smoker|drinker|eater|runner|swimmer|gamer|hiker|biker|climber|cyclist|teenager|beginner|newcomer|perfectionist|feminist|optimist|pessimist|minimalist|survivor|supporter|caregiver|sister|brother|mother|father|daughter|user|customer|sufferer|listener|traveler|traveller|reader|collector|sleeper|learner|player|believer|atheist|buddhist|daydreamer|riser|voter|planner|taker|giver|helper|follower|subscriber|liar|loner|number|matter|monster|letter|answer|person|vegetarian|pescatarian|flexitarian|christian|human|man|woman|error|factor|order|color|colour|newbie|thinker|lefty|loser|stranger|renter|tenant|immigrant|participant|dinner|winter|summer|lecturer of mine|prayer|newsletter|shower|after|over|under|together|later|better|never|ever|former|other|another|either|rather|whether|sober|clever|eager|proper|bitter|utter|older|younger|taller)s?$/i;

const AMATEUR =
  /^(?:terrible|bad|awful|lousy|great|good|decent|keen|avid|amateur|hobby|passionate|heavy|light|slow|fast|big)\b/i;

/** Whether a noun, with its adjectives, names a profession. */
export function isJob(phrase: string): boolean {
  const head = phrase
    .toLowerCase()
    .split(/ (?:of|in|for|at|on) /, 1)[0]
    ?.split(" ")
    .at(-1);
  if (!head || NO_JOBS.test(head) || AMATEUR.test(phrase)) return false;
  return (
    JOBS.has(head) || /(?:[a-z]{2}(?:er|or|eer|ist|cian|arian)|man|woman|smith|wright)$/.test(head)
  );
}
