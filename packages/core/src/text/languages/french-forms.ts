import { readForms } from "./read-forms.ts";

/** Base forms of irregular verbs, by their commonest forms. */
export const FRENCH_FORMS = readForms(`
  boire bois boit buvons boivent bu|conduire conduis conduit|connaître connais connaît connu|
  courir cours court couru|croire crois croit cru|cuire cuis cuit|devenir deviens devient devenu|
  dire dis dit|dormir dors dort dormi|écrire écris écrit|envoyer envoie|lire lis lit lu|
  mettre mets met mis|mourir meurs meurt mort|naître nais naît né née|offrir offre offert|
  ouvrir ouvre ouvert|partir pars part parti|perdre perds perd perdu|prendre prends prend pris|
  apprendre apprends apprend appris|comprendre comprends comprend compris|
  recevoir reçois reçoit reçu|répondre réponds répond|rire ris rit|savoir sais sait su|
  sentir sens sent|servir sers sert|sortir sors sort|suivre suit suivi|tenir tiens tient tenu|
  vendre vends vend vendu|venir viens vient venu|vivre vis vit vécu|voir vois voit vu|
  vouloir veux veut voulu`);
