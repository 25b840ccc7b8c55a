import { readForms } from "./read-forms.ts";

/** Base forms of strong verbs, by their forms with another vowel than an umlaut. */
export const GERMAN_FORMS = readForms(`
  beginnen begann begonnen|bekommen bekam|bitten bat gebeten|bleiben blieb geblieben|
  brechen bricht brach gebrochen|brennen brannte gebrannt|bringen brachte gebracht|
  denken dachte gedacht|empfehlen empfiehlt empfahl empfohlen|essen isst isst aß ass gegessen|
  fahren fuhr|fallen fiel|fangen fing|finden fand gefunden|fliegen flog geflogen|geben gibt gab|
  gehen ging gegangen|gewinnen gewann gewonnen|gießen goss gegossen|halten hielt|hängen hing|
  heben hob gehoben|heißen hieß|helfen hilft half geholfen|kennen kannte gekannt|kommen kam|
  laden lud|lassen ließ|laufen lief|leiden litt gelitten|leihen lieh geliehen|lesen liest las|
  liegen lag gelegen|lügen log gelogen|nehmen nimmt nimm nahm genommen|nennen nannte genannt|
  pfeifen pfiff|raten riet|reißen riss gerissen|reiten ritt geritten|rennen rannte gerannt|
  riechen roch gerochen|rufen rief|schlafen schlief|schlagen schlug|schließen schloss geschlossen|
  schneiden schnitt geschnitten|schreiben schrieb geschrieben|schwimmen schwamm geschwommen|
  sehen sieht sah|senden sandte gesandt|singen sang gesungen|sitzen saß gesessen|
  sprechen spricht sprach gesprochen|springen sprang gesprungen|stehen stand gestanden|
  stehlen stiehlt stahl gestohlen|steigen stieg gestiegen|sterben stirbt starb gestorben|
  streiten stritt gestritten|tragen trug|treffen trifft traf getroffen|treiben trieb getrieben|
  treten tritt trat|trinken trank getrunken|tun tat getan|vergessen vergisst vergaß|
  verlieren verlor verloren|wachsen wuchs|waschen wusch|werfen wirft warf geworfen|
  wiegen wog gewogen|wissen weiß wusste gewusst|ziehen zog gezogen`);
