import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { App } from "../app.tsx";
import { LiveSweep } from "./live-sweep.tsx";
import { useLive } from "./use-live.ts";
import type { SweepControls } from "./workers.tsx";

const CONTROLS: SweepControls = {
  stop: () => postTo("stop"),
  stopTrial: (trial) => postTo(`stop-trial?trial=${trial}`),
};

/** The page of a sweep that runs: what trains now, and below it the report as far as it goes. */
export function LiveApp(): JSX.Element {
  const { status, results, connection } = useLive();
  useEffect(() => {
    if (status?.name) document.title = `${Math.floor(100 * status.share)} % ${status.name}`;
  }, [status]);
  const live = status && <LiveSweep {...{ status, results, connection }} {...CONTROLS} />;
  return results ? <App data={results} live={live} /> : <>{live}</>;
}

/** Asks the server for something. */
function postTo(path: string): void {
  void fetch(path, { method: "POST" }).catch(() => undefined); // the server has gone, which its events show
}
