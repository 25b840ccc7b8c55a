import { stemmer } from "@orama/stemmers/turkish";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { TURKISH_TOPICS } from "../topics/turkish.ts";

/** Turkish, stemmed by Snowball's rules and two more. */
export const TURKISH: Language = {
  script: SCRIPTS.Latin,
  letters: "çğıöşü",
  // Snowball leaves what joins "kedi" to "kedisi", and the vowel of the bare word.
  stem: (word) =>
    stemmer(word)
      .replace(/(?<=.{3})s$/, "")
      .replace(/(?<=.{3})[aeıioöuü]$/, ""),
  topics: TURKISH_TOPICS,
  smallWords: `
    acaba ama ancak bana bazı belki ben bende beni benim bir biri biz bizim bu buna bunu çok
    çünkü da daha de defa değil diye en eğer gibi hangi hem hep hepsi her hiç için ile ise kadar
    kaç ki kim kimin kime mı mi mu mü nasıl ne neden nedir nerede nereye nereden neresi zaman
    niçin niye o ol olan olarak oldu olduğu on ona onlar onu onun sen senin siz şey şu tüm var
    ve veya ya yani yok adı adlı kullanıcı kullanıcının kullanıcıya`,
};
