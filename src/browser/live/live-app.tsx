import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { App } from "../app.tsx";
import { LiveSweep } from "./live-sweep.tsx";
import { useLive } from "./use-live.ts";

/** The page of a sweep that runs: what trains now, and below it the report as far as it goes. */
export function LiveApp(): JSX.Element {
  const { status, results, connection } = useLive();
  useEffect(() => {
    if (status?.name) document.title = `${Math.floor(100 * status.share)} % ${status.name}`;
  }, [status]);
  const live = status && <LiveSweep status={status} results={results} connection={connection} />;
  return results ? <App data={results} live={live} /> : <>{live}</>;
}
