import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { THAI_TOPICS } from "../topics/thai.ts";

/** Thai, whose words do not inflect. */
export const THAI: Language = {
  script: SCRIPTS.Thai,
  stem: (word) => word,
  topics: THAI_TOPICS,
  smallWords: `
    ผู้ใช้ ผู้ ใช้ ฉัน ผม ดิฉัน คุณ เขา เธอ เรา มัน ของ ที่ ซึ่ง อัน ใน บน จาก ถึง กับ และ หรือ แต่ ก็ จะ ได้ ให้
    เป็น คือ มี อยู่ ไป มา แล้ว กำลัง เพิ่ง เคย ยัง ไม่ มาก ว่า เพื่อ เพราะ เมื่อ ตอน นี้ นั้น อะไร ไหน ที่ไหน ใคร
    เมื่อไหร่ เมื่อไร อย่างไร ยังไง ทำไม กี่ เท่าไหร่ แบบ ทำ คำ ควร ต้อง ต้องการ อยาก ชื่อ ครับ ค่ะ คะ นะ ไหม ๆ
    ความ การ ทุก ต่อ เรื่อง`,
};
