import type { Lesson } from "../lesson.ts";

/** Steps against the gradient on a bowl. */
export const gradientDescent: Lesson = {
  id: "gradient-descent",
  title: { en: "Gradient descent", es: "Descenso por gradiente" },
  question: {
    en: "Which way is down, and how large may a step be?",
    es: "¿Hacia dónde se baja, y qué tan grande puede ser un paso?",
  },
  text: {
    en: [
      "The gradient ∇C points where the cost grows fastest. Gradient descent takes steps against it: v ← v − η ∇C.",
      "On a bowl with curvatures 1 and L, a step multiplies the distance along each axis by 1 − η times its curvature. So the descent converges if η is below 2/L, and a narrow bowl allows only small steps.",
    ],
    es: [
      "El gradiente ∇C apunta hacia donde el costo crece más rápido. El descenso por gradiente da pasos en sentido contrario: v ← v − η ∇C.",
      "En un tazón de curvaturas 1 y L, cada paso multiplica la distancia en cada eje por 1 − η veces su curvatura. Por eso el descenso converge si η es menor que 2/L, y un tazón angosto solo admite pasos pequeños.",
    ],
  },
  task: {
    en: "Make the bowl narrower with `[1, 50]`. Which learning rate still arrives? Compare with 2/L = 0.04.",
    es: "Haz el tazón más angosto con `[1, 50]`. ¿Con qué tasa de aprendizaje se llega todavía? Compara con 2/L = 0.04.",
  },
  spec: `description: Gradient descent on a bowl
kind: function
function: {name: bowl, curvatures: <function.curvatures>}
start: <start>
eta: <eta>
steps: 500
tolerance: 0.001
objective: {metric: stepsToTolerance}
expect:
  - because: the descent arrives in few steps
    atMost: 100
`,
  knobs: [
    { path: "eta", values: ["0.01", "0.03", "0.1", "0.18", "0.3"], start: 3 },
    { path: "function.curvatures", values: ["[1, 1]", "[1, 10]", "[1, 50]"], start: 1 },
    { path: "start", values: ["[10, 1]", "[-8, 4]"], start: 0 },
  ],
  picture: "descent",
};
