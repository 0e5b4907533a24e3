import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { App } from "../../browser/app.tsx";
import { LiveSweep } from "../../browser/live/live-sweep.tsx";
import { saveFile } from "../../browser/parts/save-file.ts";
import type { ModelFormat } from "../../model/model.ts";
import type { Session } from "../session.ts";
import { PortraitsView } from "./portraits-view.tsx";
import type { SessionView, SweepView } from "./use-session.ts";

const MODELS: readonly (readonly [ModelFormat, string])[] = [
  ["json", "Model (JSON)"],
  ["onnx", "Model (ONNX)"],
];

/** A sweep: what trains now, and the report as far as it is. */
export function ResultsView({
  sweep,
  session,
  attempt,
}: {
  sweep: SweepView;
  session: Session;
} & Pick<SessionView, "attempt">): JSX.Element | null {
  const { status, results, connection, portraits } = sweep;
  const data = useMemo(() => results && { ...results, playground: undefined }, [results]); // it is open already
  const isOpen = connection === "open";
  const live = (
    <>
      {isOpen && status && (
        <LiveSweep
          {...{ status, results, connection }}
          stop={() => session.stop()}
          stopTrial={(trial) => session.stopTrial(trial)}
        />
      )}
      {isOpen && status && <PortraitsView {...{ status, portraits }} />}
      {!isOpen && results && <SaveBar {...{ sweep, attempt }} />}
    </>
  );
  return data ? <App key={sweep.spec.file} data={data} live={live} /> : <main>{live}</main>;
}

/** Buttons that save what the last sweep has made. */
function SaveBar({ sweep, attempt }: { sweep: SweepView } & Pick<SessionView, "attempt">): JSX.Element {
  const name = sweep.results?.name ?? "";
  const saveZip = async (session: Session): Promise<void> =>
    saveFile(`${name}.zip`, new Uint8Array(await session.zip()), "application/zip");
  const saveModel = async (session: Session, format: ModelFormat): Promise<void> => {
    const model = await session.model(format);
    saveFile(`${name}-${model.name}`, new Uint8Array(model.bytes), "application/octet-stream");
  };
  return (
    <div class="choices save" role="group" aria-label="Download">
      <button type="button" onClick={() => void attempt(saveZip)}>
        Download the results (zip)
      </button>
      {MODELS.map(([format, label]) => (
        <button
          key={format}
          type="button"
          onClick={() => void attempt((session) => saveModel(session, format))}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
