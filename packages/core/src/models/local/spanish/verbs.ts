/** How the vowel of a stem changes under stress, and the infinitives in which it does. */
export const VERBS: readonly (readonly [change: string, infinitives: string])[] = [
  [
    "",
    `abandonar abonar aceptar aclarar acompañar aconsejar acostumbrar adaptar adelgazar adivinar administrar
    admirar adoptar adorar afeitar aguantar ahorrar alojar alquilar amar ampliar analizar andar animar
    anotar apagar aparcar apoyar apreciar apuntar archivar armar arrastrar arreglar asesorar aspirar atrasar
    aumentar averiguar ayudar ayunar bailar bajar bañar besar borrar bucear buscar calcular calificar callar
    cambiar caminar cancelar cansar cantar capturar cargar casar castigar cazar celebrar cenar cepillar
    charlar cobrar cocinar coleccionar combinar comentar comparar compilar completar comprar comprobar
    comunicar concentrar conectar confirmar congelar conservar considerar consultar consumir contactar
    contestar contratar controlar cooperar coordinar copiar cortar crear criticar cruzar cuidar cultivar
    curar cursar dedicar dejar depositar desarrollar desayunar descansar descargar desear desinstalar
    despachar desviar dibujar diseñar disfrutar distribuir divorciar doblar documentar donar dudar duchar
    echar editar educar ejercitar elaborar eliminar embarcar emigrar emplear empujar enamorar encantar
    enfadar enfermar enfocar engordar ensayar enseñar entrar entregar entrenar entrevistar escalar escapar
    escuchar esperar estirar estrenar estropear estudiar evitar examinar exigir experimentar explicar
    explorar exportar extrañar fabricar facturar fallar faltar felicitar festejar fichar filtrar financiar
    firmar formar fotografiar frecuentar fumar fundar ganar gastar gestionar grabar graduar guardar hablar
    heredar hipotecar hospedar ignorar imaginar importar impulsar ingresar iniciar inspirar instalar
    integrar intentar intercambiar interesar investigar invitar jubilar justificar juntar lavar lastimar
    lesionar levantar liderar limpiar llamar llegar llenar llevar llorar luchar madrugar mandar manejar
    marcar marchar marear maquillar matar meditar mejorar memorizar mencionar mezclar migrar mirar molestar
    montar motivar mudar nadar necesitar negociar notar observar ocupar odiar olvidar operar opinar
    ordenar organizar pagar parar participar pasar pasear patinar pelear perdonar pesar detestar acampar automatizar lanzar delegar rentar laburar empacar platicar opositar facilitar militar alternar gestar comandar apadrinar encargar anhelar pescar pinchar pintar
    planchar planear planificar plantar practicar precisar preguntar preocupar preparar
    presentar prestar procesar procurar programar prometer pronunciar publicar quedar quitar realizar redondear
    rechazar recetar reciclar reclamar recortar reducir reembolsar reformar regalar regar registrar
    regresar relajar remar rellenar renunciar reparar repasar representar reservar respetar respirar
    retirar retrasar revisar rezar sacar saltar saludar salvar separar señalar sincronizar solicitar
    soportar subrayar sumar superar surfear tardar tatuar teletrabajar telefonear terminar tirar tocar
    tolerar tomar trabajar tramitar transportar trasladar tratar trotar tutear usar utilizar vacunar
    valorar veranear viajar vigilar visitar votar abogar acabar acostar aficionar agotar alimentar amamantar
    beber aprender comer comprender correr coser creer depender deber emprender esconder leer meter
    ofender poseer prender prever proceder recorrer responder romper sorprender suspender tejer temer vender
    abrir asistir aburrir añadir compartir convivir cubrir cumplir decidir describir descubrir discutir
    dividir escribir existir fingir imprimir insistir impartir imprimir invadir partir percibir permitir resumir
    prohibir recibir residir resistir subir sufrir unir vivir omitir definir confundir transmitir
    agradecer aparecer carecer conocer crecer establecer merecer nacer obedecer ofrecer padecer parecer
    permanecer pertenecer reconocer rejuvenecer conducir deducir introducir producir traducir convencer
    vencer coger escoger proteger recoger dirigir surgir construir contribuir destruir disminuir excluir
    huir incluir instruir sustituir`,
  ],
  [
    "e>ie",
    `acertar apretar calentar cerrar comenzar confesar despertar desplegar empezar encerrar fregar gobernar helar
    merendar negar nevar pensar recomendar regar sembrar sentar temblar tropezar ascender atender defender
    descender encender entender perder querer tender advertir arrepentir convertir divertir herir hervir
    invertir mentir preferir referir sentir sugerir`,
  ],
  [
    "o>ue",
    `acordar acostar almorzar apostar aprobar colar colgar comprobar contar costar demostrar encontrar esforzar
    mostrar probar recordar rodar rogar soltar sonar soñar volar doler llover morder mover poder
    promover resolver soler torcer volver devolver envolver dormir morir`,
  ],
  [
    "e>i",
    `competir conseguir corregir despedir elegir impedir medir pedir perseguir repetir seguir servir
    vestir`,
  ],
  ["u>ue", "jugar"],
  ["i>í", "prohibir ampliar confiar criar enfriar enviar esquiar fotografiar guiar variar desviar"],
  ["u>ú", "actuar continuar evaluar graduar situar tatuar"],
];

/** Forms that follow no rule: first person, third person. */
export const IRREGULAR: Readonly<Record<string, string>> = {
  soy: "es",
  somos: "es",
  era: "era",
  éramos: "era",
  fui: "fue",
  fuimos: "fue",
  estoy: "está",
  estamos: "está",
  voy: "va",
  vamos: "va",
  iba: "iba",
  íbamos: "iba",
  doy: "da",
  damos: "da",
  di: "dio",
  dimos: "dio",
  he: "ha",
  hemos: "ha",
  había: "había",
  habíamos: "había",
  sé: "sabe",
  sabemos: "sabe",
  creo: "cree",
  veo: "ve",
  vemos: "ve",
  vi: "vio",
  vimos: "vio",
  veía: "veía",
  hago: "hace",
  hacemos: "hace",
  pongo: "pone",
  ponemos: "pone",
  salgo: "sale",
  salimos: "sale",
  tengo: "tiene",
  tenemos: "tiene",
  mantengo: "mantiene",
  mantenemos: "mantiene",
  vengo: "viene",
  venimos: "viene",
  digo: "dice",
  decimos: "dice",
  traigo: "trae",
  traemos: "trae",
  caigo: "cae",
  caí: "cayó",
  oigo: "oye",
  oí: "oyó",
  huelo: "huele",
  reúno: "reúne",
  reunimos: "reúne",
  reuní: "reunió",
  río: "ríe",

  quepo: "cabe",
  tendré: "tendrá",
  tendremos: "tendrá",
  haré: "hará",
  haremos: "hará",
  podré: "podrá",
  podremos: "podrá",
  saldré: "saldrá",
  saldremos: "saldrá",
  vendré: "vendrá",
  vendremos: "vendrá",
  iré: "irá",
  iremos: "irá",
  seré: "será",
  seremos: "será",
  estaré: "estará",
  estaremos: "estará",
  hice: "hizo",
  hicimos: "hizo",
};

/** Stems of preterites without an ending under stress: "tuve", "tuvo". */
export const STRONG_STEMS =
  "tuv estuv anduv pud pus quis sup vin dij traj conduj traduj produj introduj reduj mantuv hub";

/** Third persons of the verbs without a rule. */
export const IRREGULAR_THIRD =
  "es son está están va van fue fueron era eran iba iban da dan dio dieron ha han había habían hay sabe saben ve ven vio vieron hace hacen hizo hicieron pone ponen sale salen salió tiene tienen mantiene viene vienen dice dicen trae traen cae caen oye oyen será serán murió";

/** Imperatives without a rule, without their accents, and the subjunctive of the third person. */
export const IMPERATIVES: Readonly<Record<string, string>> = {
  se: "sea",
  haz: "haga",
  hace: "haga",
  pon: "ponga",
  pone: "ponga",
  da: "dé",
  de: "dé",
  di: "diga",
  deci: "diga",
  ten: "tenga",
  tene: "tenga",
  manten: "mantenga",
  mantene: "mantenga",
  propon: "proponga",
  propone: "proponga",
};

/** What people ask an assistant to do from now on. */
export const ASKED =
  "responder contestar escribir hablar usar utilizar evitar mantener hacer ser dar explicar incluir tratar recomendar sugerir recordar avisar corregir poner enseñar mostrar tutear omitir quitar decir preguntar calcular traducir resumir separar añadir proponer buscar guardar ordenar redondear empezar terminar dejar meter comentar llamar repetir saludar mandar enviar documentar convertir tener";
