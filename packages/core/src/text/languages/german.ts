import type { Language } from "../language.ts";
import { SCRIPTS } from "../scripts.ts";
import { GERMAN_TOPICS } from "../topics/german.ts";
import { GERMAN_FORMS } from "./german-forms.ts";
import { stemGerman } from "./stem-german.ts";

/** German, stemmed by CISTEM, after a table of strong verbs. */
export const GERMAN: Language = {
  script: SCRIPTS.Latin,
  letters: "äöüß",
  stem: (word) => stemGerman(GERMAN_FORMS.get(word) ?? word),
  topics: GERMAN_TOPICS,
  smallWords: `
    ab aber alle allem allen aller alles als also am an ander andere anderem anderen auch auf aus bei
    beim bin bis bist bitte da damit dann das dass dein deine deinem deinen deiner dem den denn der
    des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen
    einer eines er erzählt es etwas euch euer für gegen gerade gern gerne hab habe haben hat hatte
    hatten heute hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem
    jeden jeder jetzt kann kannst kein keine keinem keinen keiner können man mein meine meinem meinen
    meiner meines mich mir mit muss namens nach nein nicht noch nun nur nutzer nutzerin nutzers ob
    oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so soll sollte um und uns
    unser unsere unter vom von vor wann war waren warum was weil welche welchem welchen welcher
    welches wem wen wenn wer werde werden wie wieder will wir wird wo wobei wofür woher wohin womit
    worauf wurde zu zum zur zuletzt`,
};
