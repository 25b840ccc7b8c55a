const KNOWN =
  /^(?:es|está|son|están|tiene|tienen|va|van|vive|viven|trabaja|trabajan|estudia|quiere|quieren|cumple|cumplió|sigue|siguen|juega|juegan|toca|canta|come|bebe|habla|hace|hacen|lleva|llega|viene|sale|odia|adora|ama|prefiere|puede|sabe|dejó|murió|nació|fue|era|será|ha|han|recoge|cocina|conduce|viaja|vuela|nada|practica|corre|compró|vendió|empezó|terminó|aprobó|gana|necesita|duerme|usa|celebra|usa|tuvo|nacerá|aplaza|cancela|retrasa|cae|viene|vino|padece|sufre|mide|pesa|dirige|enseña|conduce|cuida|ayuda|se|le|les|me)$/i;

/** Whether a text begins with a verb in the third person, small words before it passed over. */
export function startsWithThirdPerson(text: string): boolean {
  const plain = text.replace(
    /^(?:(?:ya no|no|nunca|también|siempre|ahora|ya|todavía|aún|además) )*/i,
    "",
  );
  return KNOWN.test(plain.split(/[ ,.]/, 1)[0] ?? "");
}
