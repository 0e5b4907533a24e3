/**
 * Writes flowers.csv: 360 flowers of three invented species from twelve gardens, drawn from a fixed seed. Some cells are
 * empty, as in every table that people fill in; `weight` follows from the measures, the species and some luck.
 *
 *     npm run build && node experiments/data/make-flowers.mjs
 *
 * @module
 */
import { writeFile } from "node:fs/promises";
import { RandomStream } from "../../dist/math/random-stream.js";

const FLOWERS = 360;
const SPECIES = [
  { name: "dawnbell", petal: 21, width: 11, stem: 180, colours: ["white", "white", "pink", "yellow"] },
  { name: "marshcup", petal: 26, width: 13, stem: 205, colours: ["yellow", "yellow", "white", "white"] },
  { name: "starweed", petal: 27, width: 9, stem: 170, colours: ["pink", "pink", "white", "violet"] },
];
const GARDENS = 12;

/** Flower i follows from its number alone. */
function drawFlower(i) {
  const random = new RandomStream([20_261_126, 8], i);
  const { name, petal, width, stem, colours } = SPECIES[i % SPECIES.length];
  const sun = random.normal(); // what makes all of a flower larger
  const flower = {
    flower: `F${String(i + 1).padStart(3, "0")}`,
    garden: `garden ${random.integer(GARDENS) + 1}`,
    colour: colours[random.integer(colours.length)],
    petalLength: (petal + 1.2 * sun + 1.8 * random.normal()).toFixed(1),
    petalWidth: (width + 0.6 * sun + 0.9 * random.normal()).toFixed(1),
    stemLength: (stem + 14 * sun + 16 * random.normal()).toFixed(0),
  };
  const area = flower.petalLength * flower.petalWidth;
  const weight = 0.006 * area + 0.004 * flower.stemLength + 0.12 * random.normal();
  for (const column of ["colour", "petalWidth", "stemLength"])
    if (random.uniform() < 0.03) flower[column] = "";
  return { ...flower, weight: weight.toFixed(2), species: name };
}

const flowers = Array.from({ length: FLOWERS }, (_, i) => drawFlower(i));
const lines = [Object.keys(flowers[0]), ...flowers.map((flower) => Object.values(flower))];
const file = new URL("flowers.csv", import.meta.url);
await writeFile(file, lines.map((cells) => `${cells.join(",")}\n`).join(""));
