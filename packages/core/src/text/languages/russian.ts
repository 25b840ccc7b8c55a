import { stemmer } from "@orama/stemmers/russian";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { RUSSIAN_TOPICS } from "../topics/russian.ts";

/** Russian, stemmed by Snowball's rules and one more. */
export const RUSSIAN: Language = {
  script: SCRIPTS.Cyrillic,
  letters: "ыэё",
  // Snowball leaves the vowel of "работа" and "работает", and takes that of "работы".
  stem: (word) => stemmer(word).replace(/(?<=.{3})[аяеиоуыюь]$/, ""),
  topics: RUSSIAN_TOPICS,
  smallWords: `
    а без более больше был была были было быть в вам вас ваш весь во вот все всего всех всё вы где да
    для до его ее её если есть еще ещё же за и из или им имени имя их к каких каким какими каком
    какому какого какой какую какая какие какое как кем ко когда кого который которая которое которые
    которых кто куда ли мне много может мной мои моим моих мой моя моё моего моей моему мою мы на над
    надо нам нас наш не нее него нет ни ним них но ну о об один он она они оно от откуда очень по под
    пользователь пользователя пользователю пользователем пользователе почему при про с сам свой свою
    себя сейчас сколько со так также такой там твой твоя тебе тебя тем то тоже только тот ты у уже
    чего чей чем что чтобы эта эти это этого этой этот я зовут звать должен должна должно`,
};
