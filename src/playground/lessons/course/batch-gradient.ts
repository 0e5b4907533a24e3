import type { Lesson } from "../lesson.ts";

/** The gradient of a batch beside the full gradient. */
export const batchGradient: Lesson = {
  id: "batch-gradient",
  title: { en: "The gradient of a batch", es: "El gradiente de un mini-lote" },
  question: {
    en: "How close is the gradient of a batch to the full gradient?",
    es: "¿Qué tan cerca está el gradiente de un mini-lote del gradiente completo?",
  },
  text: {
    en: [
      "Both gradients are vectors with one entry for each weight and bias. `gradientAngle` is the angle between them in degrees: 0 if they point the same way, 90 if the batch says nothing about the direction.",
      "The variance of the batch's gradient is proportional to 1/m. At the start all examples agree on the direction. Later they disagree, and the angle grows.",
    ],
    es: [
      "Ambos gradientes son vectores con una componente por cada peso y cada sesgo. `gradientAngle` es el ángulo entre ellos, en grados: 0 si apuntan en la misma dirección, 90 si el mini-lote no dice nada sobre la dirección.",
      "La varianza del gradiente de un mini-lote es proporcional a 1/m. Al principio todos los ejemplos coinciden en la dirección. Después ya no, y el ángulo crece.",
    ],
  },
  task: {
    en: "Compare batches of 1 with batches of 100, then train for 5 epochs. When is a single example almost at a right angle?",
    es: "Compara mini-lotes de 1 con mini-lotes de 100, y luego entrena 5 épocas. ¿Cuándo está un solo ejemplo casi en ángulo recto?",
  },
  spec: `description: The angle between the gradient of a batch and the full gradient
dataset: {name: digits, train: 1000}
architecture:
  hidden: [15]
loss: binaryCrossEntropy
eta: <eta>
batchSize: <batchSize>
epochs: <epochs>
metrics: [gradientNoise]
objective: {metric: gradientAngle} # in degrees
expect:
  - because: after an epoch a batch of 100 still points the right way
    of: every
    atMost: 30
`,
  knobs: [
    { path: "batchSize", values: ["1", "10", "100", "full", "[1, 10, 100]"], start: 2 },
    { path: "epochs", values: ["1", "5"], start: 0 },
    { path: "eta", values: ["0.01", "0.1"], start: 1 },
  ],
  picture: "learning-curves",
};
