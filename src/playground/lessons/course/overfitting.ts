import type { Lesson } from "../lesson.ts";

/** Models that are too stiff, right and too flexible for a few noisy points. */
export const overfitting: Lesson = {
  id: "overfitting",
  title: { en: "Over- and underfitting", es: "Sobreajuste y subajuste" },
  question: {
    en: "How flexible should a model be?",
    es: "¿Qué tan flexible debe ser un modelo?",
  },
  text: {
    en: [
      "A curve should follow 15 noisy points of a sine. A line is too stiff for it. Two layers of 50 units pass through every point and follow the noise.",
      "The cost on the training examples does not show this: it falls in any case. Only examples that were not used in training do.",
    ],
    es: [
      "Una curva debe seguir 15 puntos ruidosos de un seno. Una recta es demasiado rígida. Dos capas de 50 neuronas pasan por todos los puntos y siguen el ruido.",
      "El costo en los ejemplos de entrenamiento no lo muestra: baja en cualquier caso. Solo lo muestran ejemplos que no se usaron al entrenar.",
    ],
  },
  task: {
    en: "Take the large network. Then give it ten times as many examples: does it still overfit?",
    es: "Usa la red grande. Después dale diez veces más ejemplos: ¿todavía se sobreajusta?",
  },
  spec: `description: A curve through noisy points
dataset: {name: sine, samples: <dataset.samples>, noise: 0.3}
architecture:
  hidden: <architecture.hidden>
  activation: tanh
  output: identity
loss: mse
eta: 0.01
optimizer: adam
batchSize: full
epochs: 1500
replicates: 2
metrics: [trainRmse, rmse]
objective: {metric: testRmse}
expect:
  - because: on new points the error is near the noise of 0.3
    atMost: 0.4
`,
  knobs: [
    { path: "architecture.hidden", values: ["[]", "[3]", "[50, 50]"], start: 1 },
    { path: "dataset.samples", values: ["15", "150"], start: 0 },
  ],
  picture: "fitted-curves",
};
