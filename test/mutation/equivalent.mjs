/**
 * A mutant that no test can notice.
 * @typedef {object} Equivalent
 * @property {string} file
 * @property {string} around Its line, without the space at its ends.
 * @property {string} before
 * @property {string} after
 * @property {string} why
 */

const MUST_STOP = "src/training/must-stop.ts";

/** @type {Equivalent[]} */
const EQUIVALENT = [
  {
    file: MUST_STOP,
    around: "return last > 0 && (isTired || reachesTarget(target, series));",
    before: ">",
    after: ">=",
    why: "at epoch 0 nobody is tired yet, and reachesTarget() is false for one value",
  },
  {
    file: MUST_STOP,
    around: "for (let epoch = 1; epoch < values.length; epoch++)",
    before: "1",
    after: "0",
    why: "as long as best is 0, epoch 0 makes it 0",
  },
];

/** Whether a mutant is one of them. */
export function isEquivalent(mutant) {
  return EQUIVALENT.some((known) =>
    ["file", "around", "before", "after"].every((field) => known[field] === mutant[field]),
  );
}
