/** Verbs whose subject is a thing and whose dative is a person: "me gusta", "me sienta mal". */
export const DATIVE_VERBS = String.raw`(?:gust|encant|interes|apasion|fascin|preocup|molest|chifl|flip|mol|pirr|cuest|result|irrit|import)an?|aburren?|duelen?|sientan? (?:bien|mal|fatal)|dan? (?:asco|miedo|pánico|vergüenza|pereza|pena|rabia|respeto|alegría|envidia)|caen? (?:bien|mal)|van?`;

const SAYS_DATIVE = new RegExp(
  String.raw`^(?:(?:ya no|no|también|siempre|nunca|solo|antes) )*les? (?:(?:${DATIVE_VERBS}|gustaban?|encantaban?|ha|han|dio|dieron|toca|tocan|falta|faltan|diagnosticaron|operaron)(?!\p{L}))`,
  "u",
);

/** Whether a predicate is said of somebody in the dative: "Al usuario le gusta". */
export function isDative(predicate: string): boolean {
  return SAYS_DATIVE.test(predicate);
}
