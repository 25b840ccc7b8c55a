import { readForms } from "./read-forms.ts";

/** Base forms of verbs whose stem changes, by their commonest forms. */
export const SPANISH_FORMS = readForms(`
  acordar acuerdo acuerda|almorzar almuerzo almuerza|caer caigo cayó|cerrar cierro cierra|
  comenzar comienzo comienza|conducir conduzco condujo|conocer conozco|contar cuento cuenta|
  costar cuesta cuestan|dar doy dio dieron|decir digo dice dijo dicho|despertar despierto despierta|
  doler duele duelen|dormir duermo duerme durmió|empezar empiezo empieza|
  encontrar encuentro encuentra|entender entiendo entiende|escribir escrito|hacer hago hizo hecho|
  ir voy va iba|jugar juego juega juegan|morir muero muere murió muerto|mostrar muestro muestra|
  mover muevo mueve|nacer nazco|oír oigo oye oyó|oler huele|pedir pido pide pidió|
  pensar pienso piensa|perder pierdo pierde|poder pudo|poner pongo puso puesto|
  preferir prefiero prefiere prefirió|probar pruebo prueba|querer quiero quiere quiso|
  recordar recuerdo recuerda|romper roto|saber sé supo|sentir siento siente sintió|
  servir sirve sirvió|soler suelo suele|soñar sueño sueña|tener tengo tiene tuvo|
  traer traigo trajo|venir vengo viene vino|ver veo visto vio|vestir viste vistió|
  volar vuelo vuela|volver vuelvo vuelve vuelto`);
