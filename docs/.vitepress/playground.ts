/**
 * Which specs the playground can open from a link: those whose data is generated, so that a browser can train them.
 * @module
 */
import { kindOf } from "../../dist/configuration/kind-of.js";
import { nodeSystem } from "../../dist/files/node-system.js";
import { playgroundHash } from "../../dist/report/playground-link.js";
import { readExperiment } from "../../dist/spec/read-experiment.js";
import { planTrials } from "../../dist/trials/plan.js";

const LIMIT = 10_000;

/** Returns the hash with which the playground opens a spec; undefined where it cannot train it or the text is no whole spec. */
export function hashOf(file: string, text: string): string | undefined {
  if (/^extends:/m.test(text)) return undefined; // the file that it extends is not in the link
  const { experiment } = readExperiment(text, file, { limit: LIMIT, system: nodeSystem });
  if (!experiment) return undefined;
  const { configurations } = planTrials(experiment);
  const isOpen = configurations.every(({ configuration }) =>
    kindOf(configuration).isSelfContained(configuration),
  );
  return isOpen ? playgroundHash({ file, text }) : undefined;
}
