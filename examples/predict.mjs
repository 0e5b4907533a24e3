// Answers rows with an exported model: node examples/predict.mjs MODEL.json
import { readFileSync } from "node:fs";
import { loadModel } from "gridient/predict";

const model = loadModel(readFileSync(process.argv[2] ?? "model.json", "utf8"));
for (const point of [
  [0.5, 0.8],
  [-0.5, -0.8],
]) {
  const { label, scores } = model.predict(point);
  console.log(`${point.join(", ")}: ${label} (${(100 * Math.max(...scores)).toFixed(1)} %)`);
}
