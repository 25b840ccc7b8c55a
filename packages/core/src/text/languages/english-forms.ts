import { readForms } from "./read-forms.ts";

/** Base forms of verbs and nouns, by the forms that no rule leads from; and what is spelt in two ways. */
export const ENGLISH_FORMS = readForms(`
  arise arose arisen|awake awoke awoken|beat beaten|become became|begin began begun|bend bent|
  bite bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|
  build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|
  creep crept|deal dealt|dig dug|dive dove|draw drew drawn|dream dreamt|drink drank drunk|
  drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|
  flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|
  forgive forgave forgiven|freeze froze frozen|give gave given|go went gone|grow grew grown|
  hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|
  lead led|lean leant|learn learnt|leave left|lend lent|light lit|lose lost|make made|mean meant|
  meet met|mistake mistook mistaken|overcome overcame|pay paid|prove proven|ride rode ridden|
  ring rang rung|rise risen|run ran|see saw seen|seek sought|sell sold|send sent|sew sewn|
  shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|
  sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|spin spun|
  spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|
  strike struck stricken|strive strove|swear swore sworn|sweep swept|swell swollen|swim swam swum|
  swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|
  throw threw thrown|understand understood|undergo underwent|undertake undertook|wake woke woken|
  wear wore worn|weave wove woven|weep wept|win won|withdraw withdrew withdrawn|write wrote written|
  child children|man men|woman women|person people|foot feet|tooth teeth|mouse mice|goose geese|
  wife wives|knife knives|half halves|shelf shelves|loaf loaves|wolf wolves|
  thief thieves|calf calves|
  behavior behaviour|behavioral behavioural|center centre|color colour|favorite favourite|
  favor favour|flavor flavour|gray grey|harbor harbour|honor honour|humor humour|
  jewelry jewellery|labor labour|neighbor neighbour|neighborhood neighbourhood|organize organise|
  pajamas pyjamas|practice practise|program programme|realize realise|recognize recognise|
  rumor rumour|savor savour|theater theatre|tire tyre|travel travelling travelled|
  traveler traveller|yogurt yoghurt`);
