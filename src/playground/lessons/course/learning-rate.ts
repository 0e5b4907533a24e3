import type { Lesson } from "../lesson.ts";

/** Too small, right and too large steps of a network. */
export const learningRate: Lesson = {
  id: "learning-rate",
  title: { en: "The learning rate", es: "La tasa de aprendizaje" },
  question: {
    en: "How do you recognize a learning rate that is too small or too large?",
    es: "¿Cómo se reconoce una tasa de aprendizaje demasiado pequeña o demasiado grande?",
  },
  text: {
    en: [
      "The learning rate η is the length of a step for a given gradient. With a small one, the cost falls slowly. With a large one, a step jumps over the minimum, and units can end up so far out that their gradient is almost 0.",
      "No formula gives the right η for a network. People try values a factor of 3 or 10 apart, and look at the curves.",
    ],
    es: [
      "La tasa de aprendizaje η es el tamaño de un paso para un gradiente dado. Si es pequeña, el costo baja despacio. Si es grande, un paso salta por encima del mínimo, y las neuronas pueden saturarse: su gradiente es casi 0.",
      "Ninguna fórmula da la η correcta de una red. Se prueban valores separados por un factor de 3 o 10, y se miran las curvas.",
    ],
  },
  task: {
    en: "Try each η alone, then all at once with the last choice. Does a longer training make up for a small η?",
    es: "Prueba cada η por separado, y luego todas juntas con la última opción. ¿Compensa un entrenamiento más largo una η pequeña?",
  },
  spec: `description: Handwritten digits with learning rates from too small to too large
dataset: {name: digits, train: 1000} # drawn digits of 28 x 28 pixels
architecture:
  hidden: [30]
eta: <eta>
epochs: <epochs>
replicates: 2
expect:
  - because: with a suitable learning rate, four of five digits are recognized
    of: every
    atLeast: 0.8
`,
  knobs: [
    { path: "eta", values: ["0.03", "0.3", "3", "30", "[0.03, 0.3, 3, 30]"], start: 2 },
    { path: "epochs", values: ["2", "10", "30"], start: 1 },
  ],
  picture: "learning-curves",
};
