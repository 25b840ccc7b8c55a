import { LANGUAGES, stemWord } from "./stem-word.ts";

/**
 * Words by the topic they belong to, in English, German and Spanish: what lets "a restaurant near
 * me" find "User is vegetarian" and "User lives in Berlin" without a language model. A word may
 * belong to several topics. Written without accents, as `wordsOf` gives them.
 */
const TOPICS: Readonly<Record<string, string>> = {
  food: `restaurant restaurants eat eats eating ate food foods dinner lunch breakfast brunch supper meal
    meals cook cooks cooking recipe recipes dish dishes cuisine diet diets dietary vegetarian vegan pescatarian
    meat fish seafood chicken beef pork cheese bread rice pasta pizza sushi curry salad soup snack
    dessert chocolate vegetable vegetables fruit fruits nut nuts peanut peanuts gluten lactose dairy
    spicy hungry menu cafe bistro allergy allergic essen esse isst koche kocht kochen gericht gerichte rezept
    rezepte mahlzeit abendessen mittagessen fruhstuck vegetarier vegetarisch vegetarierin veganer
    vegane fleisch fisch kase brot nusse allergie allergisch hunger comer come comida comidas cena
    almuerzo desayuno cocinar cocina receta recetas plato platos dieta vegetariano vegetariana vegano
    vegana carne pescado queso pan arroz alergia alergico alergica restaurante`,
  drink: `drink drinks drinking coffee tea espresso beer wine cocktail juice water alcohol trinken trinkt
    kaffee tee bier wein wasser beber bebe cafe te cerveza vino agua`,
  place: `live lives living lived home city town village country moved move moves moving relocate
    relocated apartment flat house address neighbourhood neighborhood district street near nearby
    around local area based located born hometown wohne wohnt wohnen wohnung lebt leben stadt dorf
    umgezogen zieht nahe hier gegend adresse heimat haus vivo vive vivir casa ciudad pueblo pais
    mudo mudado direccion barrio cerca piso calle weather wetter`,
  work: `work works working worked job jobs career employer employed company office colleague
    colleagues boss manager profession professional occupation engineer developer teacher nurse
    doctor designer lawyer student startup salary hired promoted promotion freelance arbeit arbeitet
    arbeite arbeiten beruf firma buro kollege kollegin chef stelle gehalt trabajo trabaja trabajar
    empresa oficina jefe profesion empleo puesto`,
  family: `family wife husband partner girlfriend boyfriend fiance fiancee spouse married wedding
    marriage kid kids child children son daughter baby mother father mom mum dad parents brother
    sister sibling siblings grandmother grandfather grandma grandpa aunt uncle cousin niece nephew
    familie frau mann verheiratet freundin freund kind kinder sohn tochter mutter vater eltern bruder
    schwester oma opa tante onkel familia esposa esposo marido mujer novia novio hijo hija hijos
    madre padre padres hermano hermana abuela abuelo tia tio`,
  pet: `pet pets dog dogs puppy cat cats kitten bird parrot hamster rabbit horse haustier hund hunde
    katze katzen mascota perro perra gato gata`,
  travel: `travel travels travelling traveling trip trips journey flight flights fly flying hotel
    vacation holiday holidays visit visits airport train luggage passport tour abroad seat reise
    reisen flug fliegt fliegen urlaub bahn hotel ferien viaje viajes viajar vuelo vuelos vacaciones
    avion tren visitar`,
  health: `health healthy doctor doctors hospital clinic allergy allergic ill illness sick disease
    medicine medication pain injury injured surgery sleep diabetes asthma blood therapy therapist
    stress anxiety arzt krank krankheit schmerzen gesundheit medikament schlaf salud medico enfermo
    enferma enfermedad dolor lesion dormir`,
  sport: `sport sports run runs running runner jog gym train trains training workout workouts exercise
    fitness yoga swim swimming cycling bike climbing tennis football soccer basketball marathon hike
    hiking ski skiing laufen lauft joggen schwimmen radfahren wandern klettern training deporte
    correr corre nadar gimnasio entrenar entrena futbol bicicleta`,
  money: `money budget budgets save saves saving savings spend spends spending salary invest invests
    investing investment loan mortgage debt rent tax taxes price bank geld sparen spart miete
    schulden kredit steuern dinero ahorrar ahorro ahorra presupuesto alquiler deuda hipoteca invertir`,
  technology: `code codes coding program programming programmer software framework library editor ide
    laptop computer phone app typescript javascript python rust java linux mac macos windows vim
    neovim vscode database api programmieren rechner handy telefono ordenador programar codigo movil`,
  music: `music song songs band bands concert guitar piano violin drums singer sing jazz rock musik
    lied konzert gitarre klavier musica cancion canciones concierto guitarra`,
  reading: `book books novel novels read reads reading author writer library buch bucher roman lesen liest
    libro libros novela leer lee`,
  film: `movie movies film films cinema series show shows tv actor kino serie serien pelicula peliculas
    cine series`,
  learning: `learn learns learning study studies studying studied university college school course
    class degree exam homework graduate lernt lernen studiert studium universitat schule kurs prufung
    aprender aprende estudiar estudia universidad escuela curso examen`,
  language: `language languages speak speaks speaking fluent english german spanish french italian
    portuguese chinese japanese dutch russian sprache sprachen spricht englisch deutsch spanisch
    franzosisch idioma idiomas habla ingles aleman espanol frances`,
  hobby: `hobby hobbies weekend weekends leisure enjoy enjoys paint paints painting draw drawing
    photography gardening garden game games gaming chess hobbys freizeit wochenende malen garten
    spielt aficion aficiones pasatiempo pintar jardin juego juegos`,
  birthday: `birthday born age old years anniversary turned geburtstag geboren alt jahre cumpleanos
    nacio nacido edad anos`,
  style: `answer answers reply replies respond response short brief concise detailed formal informal
    tone style emoji emojis address call antworten antwort kurz knapp ausfuhrlich respuesta respuestas
    breve corto cortas formal tono`,
};

const topicsByWord = new Map<string, Set<string>>();
for (const [topic, words] of Object.entries(TOPICS)) {
  for (const word of words.trim().split(/\s+/)) {
    // Under its stems too, so that inflections meet it; which language it is of is not written down.
    const forms = [word, ...LANGUAGES.map((language) => stemWord(word, language))];
    for (const form of forms) {
      topicsByWord.set(form, (topicsByWord.get(form) ?? new Set()).add(topic));
    }
  }
}

/** The topics that a word, or a stem, belongs to; none is usual. */
export function topicsOf(word: string): readonly string[] {
  return [...(topicsByWord.get(word) ?? [])];
}
