import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { PageData } from "../../report/page/page-data.ts";
import type { PageUnits } from "../../report/page/page-models.ts";
import { useTraining } from "../training/use-training.ts";
import { FollowUnits, type SnapshotPlace } from "./follow-units.tsx";
import { PixelImage, WEIGHTS } from "./pixel-image.tsx";
import { seenAt, type SeenUnit } from "./seen-units.ts";
import { UnitDetail } from "./unit-detail.tsx";

/** What the units of the hidden layer look for: each can be chosen, and followed over the epochs where a page can train. */
export function HiddenUnits({ data, units }: { data: PageData; units: PageUnits }): JSX.Element {
  const trial = data.trials[units.trial]!;
  const [training, ask] = useTraining(trial, data.objective.metric);
  const [picked, setPicked] = useState(0);
  const [place, setPlace] = useState<SnapshotPlace>();
  const snapshot = place === undefined ? undefined : training.snapshots.at(place);
  const seen = useMemo(() => seenAt(units, snapshot), [units, snapshot]);
  const unit = seen[picked]!;
  const key = snapshot ? `${unit.index} at ${snapshot.epoch}` : "";
  useEffect(() => {
    if (!snapshot || training.status === "running") return;
    const features = unit.weights.length;
    const weights = snapshot.units.weights.slice(unit.index * features, (unit.index + 1) * features);
    ask({ kind: "strongest", key, weights, part: units.part });
  }, [key, training.status]);
  const { caption, shown, count } = units;
  return (
    <section aria-labelledby="units">
      <h2 id="units">What the hidden layer learned</h2>
      <p class="hint">
        The incoming weights of {shown.length < count ? `${shown.length} of ` : ""}
        {count} units, <span class="key positive-weight">positive</span> and{" "}
        <span class="key negative-weight">negative</span>. Choose a unit to see what it responds to.
      </p>
      <FollowUnits
        data={data}
        trial={trial}
        training={training}
        ask={ask}
        place={place}
        onPlace={setPlace}
        epoch={units.epoch}
      />
      <div class="unit-view">
        <UnitTiles units={units} seen={seen} picked={picked} onPick={setPicked} />
        <UnitDetail
          units={units}
          unit={unit}
          live={
            snapshot && {
              epoch: snapshot.epoch,
              examples: training.strongest?.key === key ? training.strongest.examples : undefined,
              isTraining: training.status === "running",
            }
          }
        />
      </div>
      <p class="picture-caption">{caption}.</p>
    </section>
  );
}

function UnitTiles({
  units: { image, classes },
  seen,
  picked,
  onPick,
}: {
  units: PageUnits;
  seen: readonly SeenUnit[];
  picked: number;
  onPick: (place: number) => void;
}): JSX.Element {
  return (
    <ul class="unit-tiles" aria-label="Units">
      {seen.map(({ index, weights, favourite }, i) => (
        <li key={index}>
          <button type="button" aria-pressed={i === picked} onClick={() => onPick(i)}>
            <span class="unseen">Unit {index}, highest for class </span>
            <PixelImage pixels={weights} size={image} paints={WEIGHTS} />
            <span class="tile-name">{classes[favourite]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
