import { readFile } from "node:fs/promises";

/** Fits y = a x + b to points by stochastic gradient descent with momentum. Reports the mean square error of each epoch. */
export async function* train({ eta, momentum }, { seed, epochs }) {
  const text = await readFile(new URL("points.txt", import.meta.url), "utf8");
  const points = text
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map(Number));
  let [a, b, towardsA, towardsB] = [seed / 2, 0, 0, 0];
  for (let epoch = 0; ; epoch++) {
    const squares = points.map(([x, y]) => (a * x + b - y) * (a * x + b - y));
    yield { epoch, loss: squares.reduce((sum, square) => sum + square, 0) / points.length };
    if (epoch === epochs) return;
    for (const [x, y] of points) {
      const error = a * x + b - y;
      towardsA = momentum * towardsA - eta * error * x;
      towardsB = momentum * towardsB - eta * error;
      a += towardsA;
      b += towardsB;
    }
  }
}
