/** Languages whose words are stemmed and whose small words are passed over. */
export type Language = "english" | "german" | "spanish";

/**
 * Words that say nothing about a topic, question words and the user's own name in memories
 * ("User", "Nutzer", "Usuario") included; without accents, as `wordsOf` gives them.
 */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  english: toSet(`
    a about after all also am an and any are aren't as at be because been before being both but by
    can can't could couldn't did didn't do does doesn't doing don't down during each few for from
    further had has have having he he's her here hers herself him himself his how i i'd i'll i'm
    i've if in into is isn't it it's its itself just let let's me more most my myself no nor not now
    of off on once only or other our ours out over own please same she she's should so some such
    than that that's the their theirs them themselves then there there's these they they're this
    those through to too under until up us user user's users very was wasn't we we're we've were
    what what's when where where's which while who who's whom whose why will with won't would you
    you're your yours yourself tell give get got know think suggest recommend tonight today
  `),
  german: toSet(`
    ab aber alle allem allen aller alles als also am an ander andere anderem anderen auch auf aus bei
    beim bin bis bist da damit dann das dass dein deine dem den denn der des dich die dies diese
    diesem diesen dieser dir doch dort du durch ein eine einem einen einer eines er es etwas euch
    euer fur gegen hab habe haben hat hatte hier hin ich ihm ihn ihnen ihr ihre ihrem ihren im in ins
    ist ja jede jedem jeden jeder jetzt kann kannst konnen man mein meine meinem meinen meiner mich
    mir mit muss nach nein nicht noch nun nur nutzer nutzers ob oder ohne schon sehr sein seine
    seinem seinen seit sich sie sind so soll uber um und uns unser unter vom von vor wann war waren
    warum was weil welche welchem welchen welcher wenn wer werden wie wieder will wir wird wo woher
    wohin zu zum zur bitte
  `),
  spanish: toSet(`
    a al algo alguna algunas alguno algunos ante antes aqui asi aun aunque bien cada como con contra
    cual cuales cuando cuanto de del desde donde dos durante e el ella ellas ellos en entre era es
    esa esas ese eso esos esta estaba estan estar estas este esto estos estoy fue ha hace han has
    hasta hay he la las le les lo los mas me mi mis mucho muy ni no nos nosotros o os otra otro para
    pero poco por porque puede pues que quien se ser si sin sobre son soy su sus tambien tan te
    tengo tiene todo todos tu tus un una unas uno unos usted usuario y ya yo favor
  `),
};

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
