import { afterAll, describe, expect, it } from "vitest";
import { RandomStream } from "../../src/math/random-stream.ts";
import { chaosRound, noKills, sum, sweepWhole, total, type Whole } from "../support/chaos.ts";
import { chaosProject, KINDS, type Kind } from "../support/chaos-projects.ts";

/** `npm run chaos` sets more. */
const KILLS = Number(process.env["GRIDIENT_KILLS"] ?? 6);
/** Kills of one experiment before the next one takes its turn. */
const ROUND = 12;
/** A few kills are for two kinds: trials that are known before, and those that results decide. */
const KILLED: readonly Kind[] = KILLS < ROUND ? ["network", "learning"] : KINDS;

describe("kill -9", () => {
  const kills = noKills();
  afterAll(() => {
    const rows = Object.entries(kills).map(([place, row]) => [place, { ...row, all: sum(row) }]);
    console.log(`${total(kills)} kills by place and kind of experiment`);
    console.table(Object.fromEntries(rows));
  });

  it(
    `at ${KILLS} places loses no record, repeats none, and leaves results old or new, never between`,
    { timeout: 600_000 + 60_000 * KILLS },
    async () => {
      const random = new RandomStream([20, 26]);
      const whole = new Map<Kind, Whole>();
      for (let round = 0; total(kills) < KILLS; round++) {
        const kind = KILLED[round % KILLED.length]!;
        const undisturbed = whole.get(kind) ?? (await sweepWhole(await chaosProject(), kind));
        whole.set(kind, undisturbed);
        await chaosRound(await chaosProject(), kind, undisturbed, {
          kills,
          most: Math.min(KILLS, total(kills) + Math.min(ROUND, Math.ceil(KILLS / KILLED.length))),
          random,
        });
      }
      for (const row of Object.values(kills)) expect(sum(row)).toBeGreaterThanOrEqual(Math.floor(KILLS / 8));
    },
  );
});
