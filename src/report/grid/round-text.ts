import { kindName, unitOf } from "../../configuration/kind-of.ts";
import { raceLooks } from "../../results/search/race.ts";
import { rungsSoFar } from "../../results/search/rungs.ts";
import type { Ladder } from "../../search/ladder.ts";
import { drawnFirst } from "../../spec/search-experiment.ts";
import { counted } from "../../text/counted.ts";
import { allotmentOf } from "../../trials/allotment.ts";
import type { Plan } from "../../trials/plan.ts";

/** Returns which round of a search the trials of a plan belong to that have no record yet; empty where all train at once. */
export function roundText(plan: Plan): string {
  const { experiment, configurations } = plan;
  const { search } = experiment.sweep;
  if (!search) return "";
  const { ladder, first, generation, configurations: wanted = 0, decided } = search;
  if (ladder) return rungText(plan, ladder);
  if (first !== undefined) {
    const counts = configurations.map(({ index }) => allotmentOf(search, index).replicates ?? 0);
    const replicates = counts.reduce((most, count) => Math.max(most, count), 0);
    const looks = raceLooks(first, experiment.replicates.count);
    const settings = counts.filter((count) => count === replicates).length;
    const look = `look ${looks.indexOf(replicates) + 1} of ${looks.length}`;
    return `${look}: ${counted(replicates, "replicate")}, ${counted(settings, "setting")}`;
  }
  if (generation === undefined) return "";
  const [now, all] = [decided?.chosen.length ?? 0, wanted - drawnFirst(search)];
  return `generation ${1 + Math.ceil(now / generation)} of ${1 + Math.ceil(all / generation)}`;
}

/** All brackets take a step at a time, until they are at the top. */
function rungText({ experiment, configurations }: Plan, ladder: Ladder): string {
  const unit = unitOf(kindName(experiment.base));
  const rungs = rungsSoFar({ configurations }, ladder);
  const tops = ladder.brackets.flatMap((_, bracket) => {
    const own = rungs.filter((rung) => rung.bracket === bracket);
    const top = own.at(-1);
    return top ? [{ steps: own.length, ...top }] : [];
  });
  const steps = tops.reduce((most, top) => Math.max(most, top.steps), 0);
  const parts = tops
    .filter((top) => top.steps === steps)
    .map(({ length, settings }) => `${counted(length, unit)}, ${counted(settings, "setting")}`);
  return `rung ${steps} of ${ladder.lengths.length}: ${parts.join("; ")}`;
}
