import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { expect, test } from "vitest";
import { estimateTokens } from "./estimate-tokens.ts";

test.each([
  "The user moved to Amsterdam in March 2026 and works as a data engineer at Siemens.",
  "Nutzer wohnt seit März in Garmisch-Partenkirchen und liebt Donaudampfschifffahrtsgesellschaften.",
  "Usuario vive en Ámsterdam y trabaja como ingeniera de datos desde el año pasado.",
  "L'utilisateur habite à Aix-en-Provence et préfère les réponses brèves.",
  "Пользователь живёт в Санкт-Петербурге и любит чёрный чай.",
  "用户住在阿姆斯特丹，喜欢喝咖啡。",
  "ユーザーは東京に住んでいて、猫を二匹飼っています。",
  "사용자는 서울에 살고 있으며 커피를 좋아합니다.",
  "المستخدم يعيش في القاهرة ويحب القهوة.",
  "उपयोगकर्ता दिल्ली में रहता है और चाय पसंद करता है।",
  "ผู้ใช้อาศัยอยู่ในกรุงเทพและชอบกาแฟ",
  "IBAN DE89 3704 0044 0532 0130 00, +49 (0)30 901820, 4711-0815/42",
  "🏳️‍🌈👩‍👩‍👧‍👦🤖 loves emoji 🎉🎉🎉",
  "kubectl get pods -n prod --field-selector=status.phase!=Running | awk '{print $1}'",
])("the estimate is not below what a real tokenizer counts: %s", (text) => {
  expect(estimateTokens(text)).toBeGreaterThanOrEqual(encode(text).length);
});
