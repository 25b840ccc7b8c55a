const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What stands before a noun and its adjectives. */
export const DETERMINERS = words(`
  der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein
  meine meinen meinem meiner unser unsere unseren unserem unserer euer eure euren eurem eurer dein
  deine deinen deinem deiner ihr ihre sein seine seinen seinem seiner dieser diese dieses diesen
  diesem jeder jede jedes jeden jedem nen ne nem ner viel viele vielen wenig wenige mehr welche
  welcher
`);

/** What a noun stands behind, with or without a determiner. */
export const PREPOSITIONS = words(`
  in im ins an am ans auf aufs aus bei beim mit nach von vom zu zum zur für gegen ohne um über
  unter fürs ums übers vor hinter neben zwischen durch seit bis ab wegen statt trotz während als
  namens per pro
`);

const PRONOUNS = words(`
  ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen man wer was wie wo wann
  warum das dies alles nichts nix etwas jemand niemand einander selbst selber
`);

const CONJUNCTIONS = words(`
  und oder aber denn sondern weil dass da ob wenn falls obwohl damit sodass sowie bzw sonst also
  doch deshalb daher deswegen trotzdem außerdem dann so
`);

/** Adverbs, particles and adjectives that stand without a noun: never a verb, never a name. */
const ADVERBS = words(`
  nicht nie niemals immer oft manchmal meist meistens selten gerne gern lieber liebsten sehr ganz
  ziemlich etwa rund circa ca so auch noch schon nur erst wieder jetzt nun gerade grad eben halt
  eigentlich übrigens mal bitte ja nein doch wohl eher fast kaum sogar total echt voll mega super
  richtig wirklich heute gestern morgen übermorgen vorgestern morgens abends nachts mittags
  vormittags nachmittags früh täglich wöchentlich monatlich jährlich hier dort da drüben zuhause
  daheim unterwegs draußen drinnen früher später bald neulich kürzlich vorhin damals inzwischen
  mittlerweile aktuell momentan derzeit zurzeit einmal zweimal dreimal viermal fünfmal gut schlecht
  besser schnell langsam viel wenig mehr weniger genug zusammen allein alleine gemeinsam frisch neu
  alt groß klein lang lange hoch schwer leicht breit weit nah kurz warm kalt netto brutto
  hauptsächlich vor allem bisschen paar beide beiden alle allen andere anderen anders ungefähr
  mindestens höchstens maximal besonders ansonsten normalerweise grundsätzlich leider zum glück hin
  her los weg raus rein runter an aus auf ab drei zwei vier fünf sechs sieben acht neun zehn elf
  zwölf eins eh sowieso gleich sofort endlich schließlich nochmal nochmals dauernd ständig
  regelmäßig gesund vegan vegetarisch glutenfrei frei fit müde krank lecker toll schön nett okay ok
  wichtig egal beruflich privat ursprünglich erstmal vorerst zuerst nachher danach vorher gar zwar
  dienstags mittwochs montags donnerstags freitags samstags sonntags ruhig boah ey na tja puh uff
  ach oh hm hmm hey hi hallo huhu moin servus danke ungern solche solchen sowas irgendwie
  irgendwann nebenbei bereits jedenfalls selbstständig
`);

/** Finite verbs that a clause about somebody is likely to have. */
const FINITE = words(`
  bin bist ist sind seid war warst waren habe hab hast hat haben habt hatte hatten werde wird
  werden wurde wurden kann kannst können konnte muss musst müssen musste will willst wollen wollte
  soll sollst sollen sollte darf dürfen mag magst mögen möchte möchten würde würden wäre hätte
  könnte heißt heißen heiße wohnt wohne wohnen lebt lebe arbeitet arbeite geht gehe gehen kommt
  komme kommen macht mache isst esse essen trinkt trinke nimmt nehme gibt gibts steht liegt sitzt
  läuft fährt spielt braucht
`);

/** Verbs of the first person that nothing else looks like, so that "und wohne in Bonn" is known to go on. */
export const FIRST_PERSON = words(`
  bin habe hab wohne lebe arbeite studiere esse trinke mag liebe hasse spiele lerne spreche komme
  gehe fahre laufe mache koche lese höre nutze verwende brauche suche plane möchte will muss kann
  heiße reise fliege schwimme singe tanze male sammle schreibe programmiere unterrichte leite führe
  besitze trage nehme rauche schlafe stehe bevorzuge interessiere ernähre leide vertrage verzichte
  vermisse pendle jogge wandere reite züchte betreue pflege engagiere gärtnere fotografiere stricke
  nähe backe bastle werde war hatte ging zog wurde kenne treffe besuche feiere mach geh wohn arbeit
  spiel lern schlaf fahr ess trink les leb studier komm nehm sitz sitze fang fange kauf kaufe
  brauch such koch verdiene wiege zahle zahl spare spar reagiere trainiere trainier bekomme krieg
  kriege bleibe wechsle ziehe finde stamme lass lasse meide hoffe leihe vermiete benutze benutz
  baue bau steh lauf nutz wollte
`);

/** Whether a word is one of the small ones, that are neither nouns nor names. */
export function isSmallWord(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    DETERMINERS.has(lower) ||
    PREPOSITIONS.has(lower) ||
    PRONOUNS.has(lower) ||
    CONJUNCTIONS.has(lower) ||
    ADVERBS.has(lower)
  );
}

/** Whether a word is a finite verb of everyday use. */
export function isFiniteVerb(word: string): boolean {
  return FINITE.has(word.toLowerCase());
}
