import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { JAPANESE_TOPICS } from "../topics/japanese.ts";

/** "食べ", "飲ん", "高い": what stands in kana behind the characters. */
const INFLECTION = /^(\p{Script=Han}+)\p{Script=Hiragana}+$/u;
/** At the end of a loan word it is written or not. */
const LONG_VOWEL = /^(\p{Script=Katakana}{3,})ー$/u;

/** Japanese, of whose words the endings in kana are taken. */
export const JAPANESE: Language = {
  script: SCRIPTS.Han,
  stem: (word) => word.replace(INFLECTION, "$1").replace(LONG_VOWEL, "$1"),
  topics: JAPANESE_TOPICS,
  smallWords: `
    は が を に の で と も へ や か ね よ な だ た て って っ し い れ られ ます ました ません です でした した
    しま する して している いる いた ある あり ない なる なり なった れば ば す という とき ため から まで より
    など だけ んで てい である こと もの それ これ あれ その この あの どの どれ どこ どんな どう いつ なぜ 何
    なに 誰 だれ いくつ いくら よう 様 さん 私 僕 俺 わたし あなた うち 自分 ユーザー ユーザ いい よい ください
    教え 覚え 今 また そして しかし`,
};
