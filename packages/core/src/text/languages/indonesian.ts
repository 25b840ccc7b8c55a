import { stemmer } from "@orama/stemmers/indonesian";
import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";

/** Indonesian, stemmed by Snowball's rules. */
export const INDONESIAN: Language = {
  script: SCRIPTS.Latin,
  stem: stemmer,
  smallWords: `
    ada adalah agar akan aku anda apa apakah atau bagaimana bahwa beberapa belum berapa bisa
    dalam dan dapat dari dengan di dia hanya harus ia ini itu jika juga kami kamu kapan karena
    ke kepada kita lagi lebih mana mengapa mereka namun nama oleh pada para pengguna pernah saat
    saja saya sangat sebagai sebuah secara sedang sekarang seperti serta siapa sudah telah
    tersebut tetapi tidak untuk yang bernama`,
};
