import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { JAPANESE_TOPICS } from "../topics/japanese.ts";

export const JAPANESE: Language = {
  script: SCRIPTS.Han,
  // "食べ", "飲ん", "高い": what is written in kana behind the characters is inflection. A long
  // vowel at the end of a loan word is written or not.
  stem: (word) =>
    word
      .replace(/(?<=^\p{Script=Han}+)\p{Script=Hiragana}+$/u, "")
      .replace(/(?<=^[\p{Script=Katakana}ー]{3,})ー$/u, ""),
  topics: JAPANESE_TOPICS,
  smallWords: `
    は が を に の で と も へ や か ね よ な だ た て って っ し い れ られ ます ました ません です でした した
    しま する して している いる いた ある あり ない なる なり なった れば ば す という とき ため から まで より
    など だけ んで てい である こと もの それ これ あれ その この あの どの どれ どこ どんな どう いつ なぜ 何
    なに 誰 だれ いくつ いくら よう 様 さん 私 僕 俺 わたし あなた うち 自分 ユーザー ユーザ いい よい ください
    教え 覚え 今 また そして しかし`,
};
