import type { Lesson } from "../lesson.ts";

/** Every number of one step of a small network, and what many such steps lead to. */
export const backpropagation: Lesson = {
  id: "backpropagation",
  title: { en: "Backpropagation", es: "Retropropagación" },
  question: {
    en: "How does an error at the output reach every weight?",
    es: "¿Cómo llega un error de la salida a cada peso?",
  },
  text: {
    en: [
      "Forward: each layer computes z = w a + b and a = σ(z). Loss: C = ½ (y − a)². Backward: the error δ = ∂C/∂z of the output is passed back through the weights, and multiplied by σ′(z) in each layer. Update: ∂C/∂w is the input of the weight times the δ of its unit.",
      "Step through it on the exclusive or with two hidden units. Then train the same task with gridient.",
    ],
    es: [
      "Hacia adelante: cada capa calcula z = w a + b y a = σ(z). Costo: C = ½ (y − a)². Hacia atrás: el error δ = ∂C/∂z de la salida regresa por los pesos, y en cada capa se multiplica por σ′(z). Actualización: ∂C/∂w es la entrada del peso por la δ de su neurona.",
      "Recórrelo paso a paso con la o exclusiva y dos neuronas ocultas. Después entrena la misma tarea con gridient.",
    ],
  },
  task: {
    en: "Train without hidden units, then with a small η. Which of the five replicates learn it?",
    es: "Entrena sin neuronas ocultas, y luego con una η pequeña. ¿Cuáles de las cinco réplicas lo aprenden?",
  },
  spec: `description: The exclusive or, learned by backpropagation
dataset: xor
architecture:
  hidden: <architecture.hidden>
eta: <eta>
batchSize: full
epochs: 500
replicates: 5
expect:
  - because: four hidden units always learn it
    of: every
    equals: 1
`,
  knobs: [
    { path: "architecture.hidden", values: ["[]", "[2]", "[4]"], start: 2 },
    { path: "eta", values: ["0.1", "1", "10"], start: 2 },
  ],
  picture: "learning-curves",
  view: "backpropagation",
};
