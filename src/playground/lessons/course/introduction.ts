import type { Lesson } from "../lesson.ts";

/** What hidden units add to a neuron. */
export const introduction: Lesson = {
  id: "introduction",
  title: { en: "A first network", es: "Una primera red" },
  question: {
    en: "What can a network do that a single neuron cannot?",
    es: "¿Qué puede hacer una red que una sola neurona no puede?",
  },
  text: {
    en: [
      "A neuron computes a = σ(w·x + b). It separates the plane by a straight line, and no line separates two moons that reach into each other.",
      "A layer of hidden units draws several lines and combines them. Training finds the weights w and the biases b from examples.",
    ],
    es: [
      "Una neurona calcula a = σ(w·x + b). Separa el plano con una recta, y ninguna recta separa dos lunas entrelazadas.",
      "Una capa de neuronas ocultas traza varias rectas y las combina. El entrenamiento encuentra los pesos w y los sesgos b a partir de ejemplos.",
    ],
  },
  task: {
    en: "Take the hidden units away with `[]`. Look at the border between the classes: how far can one line get?",
    es: "Quita las neuronas ocultas con `[]`. Observa la frontera entre las clases: ¿hasta dónde llega una sola recta?",
  },
  spec: `description: What do hidden units add to a single neuron?
dataset: moons # two interleaved half circles
architecture:
  hidden: <architecture.hidden>
  activation: <architecture.activation>
  output: softmax
loss: crossEntropy
eta: 0.3
epochs: 60
replicates: 3
expect:
  - because: eight hidden units separate the moons
    of: best
    atLeast: 0.97
`,
  knobs: [
    { path: "architecture.hidden", values: ["[]", "[2]", "[8]", "[8, 8]"], start: 2 },
    { path: "architecture.activation", values: ["sigmoid", "tanh", "relu"], start: 1 },
  ],
  picture: "regions",
};
