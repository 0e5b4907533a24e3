import type { Lesson } from "../lesson.ts";

/** What a cost function measures, on a line through points. */
export const costFunction: Lesson = {
  id: "cost-function",
  title: { en: "The cost function", es: "La función de costo" },
  question: {
    en: "How does a network know how wrong it is?",
    es: "¿Cómo se mide cuánto se equivoca una red?",
  },
  text: {
    en: [
      "The cost C(w, b) = 1/(2m) Σ ‖y − a‖² is one number: the mean of the squared differences between the wanted answers y and the answers a. Training is the search for weights with a small cost.",
      "Here the network is a line a = w x + b through 100 points around y = 1/2 + x, with noise of 0.2. No line can have a smaller error than the noise.",
    ],
    es: [
      "El costo C(w, b) = 1/(2m) Σ ‖y − a‖² es un solo número: el promedio de los cuadrados de las diferencias entre las respuestas deseadas y y las respuestas a. Entrenar es buscar pesos con un costo pequeño.",
      "Aquí la red es una recta a = w x + b que pasa por 100 puntos alrededor de y = 1/2 + x, con ruido de 0.2. Ninguna recta puede tener un error menor que el ruido.",
    ],
  },
  task: {
    en: "Train for only 5 epochs, or with a tenth of the learning rate. Where is the curve when the training ends?",
    es: "Entrena solo 5 épocas, o con una décima parte de la tasa de aprendizaje. ¿Dónde está la curva cuando termina el entrenamiento?",
  },
  spec: `description: A line through points, found by making the cost small
dataset: line # 100 points around y = 1/2 + x
architecture:
  hidden: []
  output: identity
loss: <loss>
eta: <eta>
batchSize: full
epochs: <epochs>
metrics: [rmse]
objective: {metric: testRmse}
expect:
  - because: what is left of the error is the noise of 0.2
    atMost: 0.21
`,
  knobs: [
    { path: "loss", values: ["quadratic", "mse", "huber"], start: 0 },
    { path: "eta", values: ["0.01", "0.1", "1"], start: 1 },
    { path: "epochs", values: ["5", "50", "200"], start: 1 },
  ],
  picture: "learning-curves",
};
