import { listWords } from "./list-words.ts";

/** Numbers of people, animals and years, as the source of a regular expression. */
export const COUNTS = String.raw`(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|several|many|some|a couple of)`;

/** People and animals, by what having one is about. */
export const KIN = {
  partner: listWords(`
    wife, husband, partner, girlfriend, boyfriend, hubby, fiancé, fiancée, fiance, fiancee, spouse
  `),
  children: listWords(`
    son, daughter, kid, child, baby, toddler, stepson, stepdaughter, twins, little one, eldest, youngest, kids, children,
    sons, daughters, boys, girls, babies, newborn
  `),
  pet: listWords(`
    dog, cat, puppy, kitten, rabbit, bunny, hamster, parrot, horse, pony, guinea pig, turtle,
    tortoise, snake, lizard, gecko, fish, goldfish, ferret, bird, budgie, cockatiel, canary,
    chicken, goat, pet, retriever, labrador, lab, beagle, poodle, dachshund, corgi, husky,
    bulldog, terrier, collie, shepherd, chihuahua, pug, tabby, spaniel, greyhound, mutt, dogs,
    cats, puppies, kittens, rabbits, hamsters, parrots, horses, guinea pigs, turtles, snakes,
    birds, chickens, goats, pets
  `),
  family: listWords(`
    sister, brother, mother, father, mom, mum, dad, mama, papa, parents, grandmother,
    grandfather, grandma, grandpa, granny, nan, nana, gran, grandad, granddad, grandparents, aunt, uncle, cousin, niece, nephew,
    sibling, stepmother, stepfather, stepmom, stepdad, half-sister, half-brother, twin,
    twin brother, twin sister, grandson, granddaughter, grandchild, mother-in-law,
    father-in-law, sister-in-law, mother in law, father in law, sister in law, brother in law, in laws, brother-in-law, in-laws, siblings, sisters, brothers, cousins,
    grandchildren, grandkids, nieces, nephews, aunts, uncles
  `),
  contact: listWords(`
    friend, boss, manager, colleague, coworker, co-worker, neighbor, neighbour, roommate,
    flatmate, housemate, doctor, dentist, therapist, teacher, coach, trainer, ex, ex-wife,
    ex-husband, landlord, mentor, lead, team lead, assistant, business partner, friends,
    colleagues, roommates, supervisor, advisor, tutor, client, bandmate, teammate, godmother,
    godfather, goddaughter, godson, co-founder, cofounder, nanny, au pair, babysitter, childminder, gp, physio, physiotherapist, counsellor, counselor, accountant, lawyer, solicitor, hairdresser, vet, gardener, cleaner, personal trainer, nutritionist, dietitian
  `),
};

export type KinKind = keyof typeof KIN;

/** The kind of relation that a noun names. */
export function kinKind(noun: string): KinKind | undefined {
  const lower = noun.toLowerCase();
  return (Object.keys(KIN) as KinKind[]).find((kind) => KIN[kind].includes(lower));
}
