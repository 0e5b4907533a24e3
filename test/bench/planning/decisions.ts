import { searchStreamKey } from "../../../src/math/stream-key.ts";
import type { Axis } from "../../../src/search/axis.ts";
import { axisImportance } from "../../../src/search/importance/axis-importance.ts";
import { judgeRace } from "../../../src/search/racing/judge-race.ts";
import { SEQUENCES } from "../../../src/search/sequences.ts";
import { proposeTpe } from "../../../src/search/tpe/propose-tpe.ts";
import { sampler } from "../cpu-time.ts";

/** CPU milliseconds of what a search decides, with 1,000 observations of six axes. */
export interface DecisionTime {
  /** Of one point, in a generation of 8. */
  readonly tpe: number;
  /** Of one look at 81 configurations with five replicates each. */
  readonly race: number;
  readonly importance: number;
}

const AXES = Array.from({ length: 6 }, (): Axis => ({ kind: "continuous" }));
const GENERATION = 8;

/** @param seconds For how long each is measured, at least. */
export function measureDecisions(seconds: number): DecisionTime {
  const key = searchStreamKey(0, "tpe");
  const sequence = SEQUENCES.sobol(AXES.length, key);
  const observations = Array.from({ length: 1000 }, (_, i) => {
    const shares = sequence(i);
    return { shares, loss: shares.reduce((sum, share) => sum + (share - 0.3) * (share - 0.3), 0) };
  });
  const losses = Array.from({ length: 81 }, (_, place) =>
    sequence(place)
      .slice(1)
      .map((share) => share + place / 40),
  );
  const ask = (): void => {
    const proposals = proposeTpe({ axes: AXES, key, observations, generation: 1 });
    for (let i = 0; i < GENERATION; i++) proposals.next();
  };
  const look = (): void => void judgeRace({ losses, look: 1, looks: 6, replicates: 10, margin: 0 });
  const milliseconds = (pass: () => void, units: number): number => 1000 / sampler(pass, units, seconds)();
  return {
    tpe: milliseconds(ask, GENERATION),
    race: milliseconds(look, 1),
    importance: milliseconds(() => void axisImportance(AXES, observations, key), 1),
  };
}
