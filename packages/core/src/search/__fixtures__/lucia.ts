import type { Life } from "./life.ts";

export const lucia: Life = {
  name: "Lucía, una cocinera",
  steps: [
    { day: "2021-03-01", put: "Usuario vive en Sevilla" },
    { day: "2021-04-10", put: "Usuario trabaja en una panadería" },
    { day: "2022-06-18", put: "Usuario viajó a Marruecos" },
    { day: "2023-01-09", put: "Usuario vive en Valencia", insteadOf: "Usuario vive en Sevilla" },
    {
      day: "2023-05-02",
      put: "Usuario trabaja como cocinera en un hotel",
      insteadOf: "Usuario trabaja en una panadería",
    },
    { day: "2024-06-30", put: "Usuario viajó a Escocia" },
    { day: "2025-01-15", put: "Usuario aprende francés" },
    { day: "2025-06-12", put: "Usuario viajó a Croacia" },
    { day: "2025-09-20", put: "Usuario se casó con Diego" },
    { day: "2026-02-24", put: "Usuario compró un coche eléctrico" },
    { day: "2026-03-03", put: "Usuario tiene cita con el notario el 20 de marzo de 2026" },
  ],
  on: "2026-03-04",
  questions: [
    { ask: "¿Dónde vivía antes?", expect: ["Usuario vive en Sevilla"] },
    {
      ask: "¿Dónde vivo ahora?",
      expect: ["Usuario vive en Valencia"],
      without: ["Usuario vive en Sevilla"],
    },
    { ask: "¿Dónde vivía en 2022?", expect: ["Usuario vive en Sevilla"] },
    { ask: "¿Qué compré la semana pasada?", expect: ["Usuario compró un coche eléctrico"] },
    { ask: "¿A dónde viajé en junio de 2024?", expect: ["Usuario viajó a Escocia"] },
    { ask: "¿A dónde viajé el verano pasado?", expect: ["Usuario viajó a Croacia"] },
    { ask: "¿Cuál fue mi último viaje?", expect: ["Usuario viajó a Croacia"] },
    {
      ask: "¿Dónde trabajaba antes de trabajar en el hotel?",
      expect: ["Usuario trabaja en una panadería"],
    },
    { ask: "¿Qué tengo pendiente este mes?", expect: ["Usuario tiene cita con el notario"] },
  ],
};
