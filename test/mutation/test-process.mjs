/**
 * Tells for one mutant after the other whether tests pass on it. Vitest stays, so that only the mutated file is read anew.
 * A process of its own, because some mutants never end.
 * @module
 */
import { join } from "node:path";
import { createVitest } from "vitest/node";
import { root } from "../platforms/root.mjs";

let mutant;
/** Replaces a piece of one file while it is loaded; what is on disk stays. */
const mutating = {
  name: "mutant",
  enforce: "pre",
  transform: (code, id) =>
    mutant && id.split("?", 1)[0] === join(root, mutant.file)
      ? code.slice(0, mutant.start) + mutant.after + code.slice(mutant.end)
      : undefined,
};

const config = join(root, "test/mutation/vitest.config.ts");
const vitest = await createVitest("test", { root, config, watch: false }, { plugins: [mutating] });
await vitest.standalone();

process.on("message", (request) => void answer(request));
process.on("disconnect", () => process.exit());
process.send({ ready: true });

async function answer({ tests, mutant: next }) {
  for (const file of [mutant?.file, next?.file]) if (file) vitest.invalidateFile(join(root, file));
  mutant = next;
  const specifications = tests.flatMap((test) => vitest.getModuleSpecifications(join(root, test)));
  const { testModules } = await vitest.runTestSpecifications(specifications);
  const count = testModules.flatMap(({ children }) => [...children.allTests("passed")]).length;
  process.send({ passed: testModules.every((module) => module.ok()), count });
}
