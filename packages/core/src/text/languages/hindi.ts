import { stemmer } from "@orama/stemmers/indian";
import { foldLetters } from "../fold-letters.ts";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { HINDI_TOPICS } from "../topics/hindi.ts";

const SHORTEST = 2;

/** Hindi, stemmed by endings of Ramanathan and Rao ("A lightweight stemmer for Hindi", 2003). */
export const HINDI: Language = {
  script: SCRIPTS.Devanagari,
  stem: (word) => {
    const folded = foldLetters(word);
    const stem = stemmer(folded);
    // "खाना" and "खेलना" would become "ख" and "खेल".
    return stem.length < SHORTEST ? folded : stem;
  },
  topics: HINDI_TOPICS,
  smallWords: `
    अगर अपना अपनी अपने अब अभी आजकल आप आपका आपकी आपके इन इस इसका इसकी इसके इसे उन उनका उनकी उनके उस उसका
    उसकी उसके उसे एक ऐसा ऐसे और कई कब कहाँ का कि किस किसका किसकी किसके किसने किसलिए किसी की कुछ के को कोई
    कौन कौनसा कौनसी क्या क्यों कैसा कैसी कैसे गई गए गया चाहिए जब जहाँ जा जाता जाती जाते जो तक तब तुम
    तुम्हारा तुम्हारी तुम्हें तू तो था थी थे दिया दी दे देता देना द्वारा नहीं ना नाम ने पर पास फिर बहुत भी मुझे
    मेरा मेरी मेरे मैं मैंने में यदि यह यहाँ ये रहा रही रहे लगता लगी लिए ले वह वहाँ वाला वाली वाले वे सा सी
    से हम हमारा हमारी हमारे हर ही हुआ हुई हुए हूँ है हैं हो होता होती होते उपयोगकर्ता यूज़र`,
};
