import type { Lesson } from "../lesson.ts";

/** Mini-batches against the whole training set in each step. */
export const stochasticDescent: Lesson = {
  id: "stochastic-gradient-descent",
  title: { en: "Stochastic gradient descent", es: "Descenso por gradiente estocástico" },
  question: {
    en: "Why not use all examples in every step?",
    es: "¿Por qué no usar todos los ejemplos en cada paso?",
  },
  text: {
    en: [
      "The gradient of the cost is a mean over all n examples. A mini-batch of m examples, drawn at random, gives an estimate of it at m/n of the work. An epoch visits every example once, so it has n/m steps.",
      "With `full` an epoch is a single exact step. With 10 it is 100 rough ones, and it does the same work.",
    ],
    es: [
      "El gradiente del costo es un promedio sobre los n ejemplos. Un mini-lote de m ejemplos, elegidos al azar, da una estimación con m/n del trabajo. Una época recorre cada ejemplo una vez, así que tiene n/m pasos.",
      "Con `full`, una época es un solo paso exacto. Con 10 son 100 pasos aproximados, con el mismo trabajo.",
    ],
  },
  task: {
    en: "Take the full batch. How many epochs, and which η, would it need to catch up?",
    es: "Usa el lote completo. ¿Cuántas épocas, y qué η, necesitaría para alcanzar a los mini-lotes?",
  },
  spec: `description: Many rough steps or few exact ones
dataset: {name: digits, train: 1000}
architecture:
  hidden: [30]
eta: <eta>
batchSize: <batchSize>
epochs: <epochs>
replicates: 2
expect:
  - because: ten epochs of small batches are enough for four of five digits
    atLeast: 0.8
`,
  knobs: [
    { path: "batchSize", values: ["1", "10", "100", "full"], start: 1 },
    { path: "eta", values: ["0.3", "3"], start: 1 },
    { path: "epochs", values: ["10", "50"], start: 0 },
  ],
  picture: "learning-curves",
};
