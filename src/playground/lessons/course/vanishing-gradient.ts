import type { Lesson } from "../lesson.ts";

/** How much of an error reaches the first layer, by depth and activation. */
export const vanishingGradient: Lesson = {
  id: "vanishing-gradient",
  title: { en: "Vanishing gradients", es: "Gradientes que se desvanecen" },
  question: {
    en: "Why were deep networks hard to train?",
    es: "¿Por qué era difícil entrenar redes profundas?",
  },
  text: {
    en: [
      "On its way back, the error is multiplied by σ′(z) in every layer. The slope of the sigmoid is 1/4 at most, so five layers leave less than a thousandth of it.",
      "The slope of tanh is up to 1, that of relu is 1 for all positive z.",
    ],
    es: [
      "En su camino de regreso, el error se multiplica por σ′(z) en cada capa. La pendiente de la sigmoide es a lo sumo 1/4, así que cinco capas dejan menos de una milésima.",
      "La pendiente de tanh llega hasta 1, la de relu es 1 para toda z positiva.",
    ],
  },
  task: {
    en: "Use sigmoids in three layers. Then look for an activation that trains five.",
    es: "Usa sigmoides en tres capas. Después busca una función de activación que permita entrenar cinco.",
  },
  spec: `description: Depth and activation
dataset: {name: digits, train: 1000}
architecture:
  hidden: <architecture.hidden>
  activation: <architecture.activation>
  output: softmax
  init: xavier
loss: crossEntropy
eta: 0.03
epochs: 5
metrics: [layerGradients]
expect:
  - because: a gradient that reaches the first layer trains the network
    atLeast: 0.6
`,
  knobs: [
    {
      path: "architecture.hidden",
      values: ["[20]", "[20, 20, 20]", "[20, 20, 20, 20, 20]"],
      start: 1,
    },
    { path: "architecture.activation", values: ["sigmoid", "tanh", "relu"], start: 1 },
  ],
  picture: "learning-curves",
};
