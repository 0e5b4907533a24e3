import type { Lesson } from "../lesson.ts";

/** Optimizers that remember earlier gradients, in a narrow valley. */
export const momentum: Lesson = {
  id: "momentum",
  title: { en: "Momentum", es: "Momento" },
  question: {
    en: "What helps in a narrow valley?",
    es: "¿Qué ayuda en un valle angosto?",
  },
  text: {
    en: [
      "Rosenbrock's valley is narrow and bent, and its floor is almost flat. Plain gradient descent needs a small η because of the steep walls, and creeps along the floor.",
      "Momentum adds up earlier gradients: what points across the valley cancels, what points along it grows.",
    ],
    es: [
      "El valle de Rosenbrock es angosto y curvo, y su fondo es casi plano. El descenso por gradiente simple necesita una η pequeña por las paredes empinadas, y avanza muy despacio por el fondo.",
      "El momento acumula gradientes anteriores: lo que apunta a través del valle se cancela, lo que apunta a lo largo crece.",
    ],
  },
  task: {
    en: "Change to `sgd`, then start from the other side. Follow the path over the contour map.",
    es: "Cambia a `sgd`, y luego empieza del otro lado. Sigue el camino sobre el mapa de contornos.",
  },
  spec: `description: Ways through Rosenbrock's valley
kind: function
function: rosenbrock
start: <start>
optimizer: <optimizer>
eta: 0.001
steps: 2000
tolerance: 0.01
objective: {metric: stepsToTolerance}
expect:
  - because: with momentum the descent arrives in half of the steps
    atMost: 1000
`,
  knobs: [
    { path: "optimizer", values: ["sgd", "momentum", "nesterov"], start: 1 },
    { path: "start", values: ["[-1.2, 1]", "[-0.5, 1.5]"], start: 0 },
  ],
  picture: "descent",
};
