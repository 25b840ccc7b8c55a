import { foldLetters } from "../fold-letters.ts";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { ARABIC_TOPICS } from "../topics/arabic.ts";

/** Arabic, stemmed lightly: see `stemArabic`. */
export const ARABIC: Language = {
  script: SCRIPTS.Arabic,
  stem: (word) => stemArabic(foldLetters(word)),
  topics: ARABIC_TOPICS,
  smallWords: `
    إلى أن أنا أنت أو أي أين أية إذا إن إنه الآن التي الذي الذين بعد بعض بين تم ثم حالياً حتى حول خلال
    ذلك عن عند عندي عنده عندك على عليه في فيه قبل قد كان كانت كل كم كيف كما لا لدى لدي لديه لديك لك
    لم لماذا لن له لها لهم لي ليس ما ماذا متى مع من منذ منه نحن هذا هذه هل هم هنا هناك هو هي و يكون
    تكون أكون يا المستخدم مستخدم للمستخدم المستخدمة أثناء بدون أيضا جداً`,
};

const ARTICLES = /^(?:و?(?:ال|بال|كال|فال|لل)|و)(?=.{3})/;
const ENDINGS = /(?<=.{2})(?:هما|كما|هم|هن|كم|كن|نا|ها|ات|ان|ون|ين|وا|تم|يه|ه|ت|ي|ك|ا)$/;
/** The first letter of the present tense is the person: "أسكن", "تسكن", "يسكن". */
const PERSON = /^[ايتن](?=.{3})/;

/**
 * An Arabic word without article, conjunction, endings and person.
 *
 * Light stemming after Larkey, Ballesteros and Connell ("Light stemming for Arabic information
 * retrieval", 2007), and one step that their work on newspapers does not need: memories speak of
 * the user in the third person, questions in the first.
 */
function stemArabic(word: string): string {
  const bare = word.replace(ARTICLES, "");
  const once = bare.replace(ENDINGS, "");
  // "sayyarat-i": the ending behind the ending.
  const twice = once.replace(ENDINGS, "");
  return twice.replace(PERSON, "");
}
