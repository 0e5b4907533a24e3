import type { Lesson } from "../lesson.ts";

/** Why a neuron that is very wrong learns slowly by the quadratic cost. */
export const saturation: Lesson = {
  id: "saturation",
  title: { en: "Saturation and cross-entropy", es: "Saturación y entropía cruzada" },
  question: {
    en: "Why can a neuron that is very wrong learn slowly?",
    es: "¿Por qué una neurona muy equivocada puede aprender despacio?",
  },
  text: {
    en: [
      "One neuron has the input 1 and should answer 0. By the quadratic cost its error is δ = (a − y) σ′(z). Where the sigmoid is flat, σ′ is almost 0: the neuron is saturated, and hardly moves.",
      "By cross-entropy the factor σ′ cancels: δ = a − y. The more the neuron is wrong, the faster it learns.",
    ],
    es: [
      "Una neurona recibe la entrada 1 y debe responder 0. Con el costo cuadrático su error es δ = (a − y) σ′(z). Donde la sigmoide es plana, σ′ es casi 0: la neurona está saturada y apenas se mueve.",
      "Con la entropía cruzada el factor σ′ se cancela: δ = a − y. Cuanto más se equivoca la neurona, más rápido aprende.",
    ],
  },
  task: {
    en: "Start with a weight and a bias of 2, where the answer is 0.98. Then change the cost.",
    es: "Empieza con un peso y un sesgo de 2, donde la respuesta es 0.98. Después cambia el costo.",
  },
  spec: `description: One neuron has to unlearn an answer
dataset: point # the input 1, the answer 0
architecture:
  hidden: []
  init: <architecture.init> # the weight and the bias
loss: <loss>
eta: 0.15
batchSize: full
epochs: <epochs>
metrics: [trainMae] # of an answer that should be 0: the answer itself
objective: {metric: trainMae}
expect:
  - because: the answer is near 0 in the end
    atMost: 0.1
`,
  knobs: [
    { path: "architecture.init", values: ["0.75", "2", "3"], start: 0 },
    { path: "loss", values: ["quadratic", "binaryCrossEntropy"], start: 0 },
    { path: "epochs", values: ["50", "300"], start: 1 },
  ],
  picture: "learning-curves",
};
