import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { KOREAN_TOPICS } from "../topics/korean.ts";

/** Particles and the commonest endings of verbs, which Korean writes onto its words. */
const ENDINGS =
  /(?<=.)(?:에서는|에게서|으로는|이라는|라는|이라고|라고|입니다|이에요|예요|합니다|했습니다|습니다|하고|하는|해요|했다|한다|하다|했어|하지|에서|에게|한테|께서|부터|까지|처럼|보다|으로|이나|이다|인가요|인가|은|는|이|가|을|를|에|의|도|만|로|와|과|야|나)$/;

/** Korean, of whose words the particles are taken. */
export const KOREAN: Language = {
  script: SCRIPTS.Hangul,
  stem: (word) => word.replace(ENDINGS, ""),
  topics: KOREAN_TOPICS,
  smallWords: `
    나 나는 내 내가 나의 저 저는 제 제가 너 네 당신 우리 그 그는 그녀 이 저것 그것 이것 것 수 등 및 또 또는
    그리고 그러나 하지만 무엇 무엇을 뭐 뭐야 뭘 무슨 어떤 어느 어디 어디에 어디에서 어디서 언제 누구 누가 왜
    어떻게 얼마 얼마나 몇 있다 있는 있어 있나요 있어요 있습니다 없다 없는 이다 하다 한다 했다 되다 된다 아주
    매우 더 가장 사용자 사용자는 사용자의 사용자가 사용자에게 지금 알려줘 말해줘 기억해`,
};
