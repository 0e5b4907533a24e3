import type { Language, Localized } from "./lesson.ts";

/** The languages, each by its own name. */
export const LANGUAGES: readonly (readonly [Language, string])[] = [
  ["en", "English"],
  ["es", "Español"],
];

/** What the view of lessons says around their texts. */
export const WORDS = {
  lessons: { en: "Lessons", es: "Lecciones" },
  language: { en: "Language", es: "Idioma" },
  all: { en: "All lessons", es: "Todas las lecciones" },
  previous: { en: "Previous lesson", es: "Lección anterior" },
  next: { en: "Next lesson", es: "Lección siguiente" },
  run: { en: "Run", es: "Entrenar" },
  turn: {
    en: "Change one value, run, and see whether what the experiment expects still holds.",
    es: "Cambia un valor, entrena, y mira si todavía se cumple lo que el experimento espera.",
  },
  step: { en: "One step, with every number", es: "Un paso, con todos los números" },
  network: {
    en: "The network: two inputs, two hidden units, one output",
    es: "La red: dos entradas, dos neuronas ocultas, una salida",
  },
  example: { en: "Example", es: "Ejemplo" },
  eta: { en: "Learning rate η", es: "Tasa de aprendizaje η" },
  back: { en: "Back", es: "Atrás" },
  forward: { en: "Next", es: "Siguiente" },
  many: { en: "1,000 epochs", es: "1000 épocas" },
  reset: { en: "First weights", es: "Primeros pesos" },
  quantity: { en: "Quantity", es: "Cantidad" },
  computation: { en: "Computation", es: "Cálculo" },
  value: { en: "Value", es: "Valor" },
} as const satisfies Readonly<Record<string, Localized>>;

/** The parts of a step of gradient descent, in their order. */
export const STAGES = ["forward", "loss", "backward", "update"] as const;
export type Stage = (typeof STAGES)[number];

/** What the parts of a step are called. */
export const STAGE_WORDS: Readonly<Record<Stage, Localized>> = {
  forward: { en: "1 Forward", es: "1 Hacia adelante" },
  loss: { en: "2 Loss", es: "2 Costo" },
  backward: { en: "3 Backward", es: "3 Hacia atrás" },
  update: { en: "4 Update", es: "4 Actualización" },
};
