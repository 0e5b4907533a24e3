import type { JSX } from "preact";
import { lengthOf } from "../../configuration/kind-of.ts";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import type { TrainerRequest } from "../training/messages.ts";
import { Verdict } from "../training/train-again.tsx";
import { trainRequest } from "../training/train-request.ts";
import type { Training } from "../training/use-training.ts";

/** A place among the snapshots, -1 = the last one so far; undefined = what was recorded. */
export type SnapshotPlace = number | undefined;

/** Trains the model again to show its units at each epoch; a slider chooses the epoch. */
export function FollowUnits({
  data,
  trial,
  training,
  ask,
  place,
  onPlace,
  epoch: recordedEpoch,
}: {
  data: PageData;
  trial: PageTrial;
  training: Training;
  ask: (request: TrainerRequest) => void;
  place: SnapshotPlace;
  onPlace: (place: SnapshotPlace) => void;
  epoch: number;
}): JSX.Element {
  const { configuration, isGenerated } = data.configurations[trial.configuration]!;
  const { status, epoch, snapshots, likeness, reason } = training;
  if (!isGenerated)
    return (
      <p class="muted">
        Recorded after epoch {recordedEpoch}. The data are read from files, which a page cannot open, so it
        cannot show other epochs.
      </p>
    );
  const begin = (): void => {
    ask(trainRequest(data, trial));
    onPlace(-1);
  };
  return (
    <div class="follow">
      {status === "idle" ? (
        <button type="button" onClick={begin}>
          Follow the units over the epochs
        </button>
      ) : (
        <EpochSlider
          snapshots={snapshots}
          place={place}
          onPlace={onPlace}
          recorded={`as recorded, epoch ${recordedEpoch}`}
        />
      )}
      {place !== undefined && (
        <button type="button" class="quiet" onClick={() => onPlace(undefined)}>
          Show what was recorded
        </button>
      )}
      <span class="muted" role="status">
        {status === "idle" && "Trains this model again in your browser."}
        {status === "running" && `Training: epoch ${epoch} of ${lengthOf(configuration)}`}
        {status === "failed" && `Cannot train here: ${reason}`}
        {likeness && <Verdict likeness={likeness} />}
      </span>
    </div>
  );
}

function EpochSlider({
  snapshots,
  place,
  onPlace,
  recorded,
}: {
  snapshots: Training["snapshots"];
  place: SnapshotPlace;
  onPlace: (place: SnapshotPlace) => void;
  /** What is shown without a place. */
  recorded: string;
}): JSX.Element {
  const shown = place === undefined ? undefined : snapshots.at(place);
  const last = Math.max(0, snapshots.length - 1);
  return (
    <label>
      Epoch{" "}
      <input
        type="range"
        min={0}
        max={last}
        value={place === undefined || place < 0 ? last : place}
        aria-valuetext={shown ? `epoch ${shown.epoch}` : recorded}
        onInput={(event) => onPlace(Number(event.currentTarget.value))}
      />
    </label>
  );
}
