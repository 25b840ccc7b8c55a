import { listWords } from "./list-words.ts";

/** Conditions that "has" is said of. */
export const CONDITIONS = listWords(`
  adhd, add, anemia, anxiety, arthritis, asthma, autism, alzheimer's, bipolar disorder, cancer,
  dementia, parkinson's, sciatica, shingles, thyroid condition, anaemia, back problems,
  a pacemaker, celiac disease, coeliac disease, chronic pain, crohn's, depression, diabetes,
  dyslexia, eczema, endometriosis, epilepsy, gout, hay fever, heart condition,
  high blood pressure, high cholesterol, hypertension, ibs, insomnia, lupus, migraines,
  multiple sclerosis, ocd, osteoporosis, pcos, psoriasis, ptsd, reflux, rosacea, scoliosis,
  sleep apnea, tinnitus, vertigo
`);
