import { useEffect, useRef, useState } from "preact/hooks";
import type { LiveStatus } from "../../live/live-status.ts";
import type { PageData } from "../../report/page/page-data.ts";
import { unpackPage, type PackedPage } from "../../report/page/packed-series.ts";

/** What is known of a sweep. */
export interface Live {
  readonly status: LiveStatus | undefined;
  /** What the trials that have ended come to. */
  readonly results: PageData | undefined;
  /** `lost`: the server went without a word. */
  readonly connection: "open" | "ended" | "lost";
}

/** The last that a server says. */
interface End {
  readonly status: LiveStatus;
  readonly results: PackedPage | null;
}

/** Between two looks at the results. */
const PAUSE_MS = 1000;

/** Follows the sweep; what was seen last stays when the server has gone. */
export function useLive(): Live {
  const [status, setStatus] = useState<LiveStatus>();
  const [results, setResults] = useState<PageData>();
  const [connection, setConnection] = useState<Live["connection"]>("open");
  useEffect(() => {
    const events = new EventSource("events");
    events.addEventListener("status", ({ data }) => setStatus(JSON.parse(data) as LiveStatus));
    events.addEventListener("end", ({ data }) => {
      const end = JSON.parse(data) as End;
      events.close();
      setStatus(end.status);
      if (end.results) setResults(unpackPage(end.results));
      setConnection("ended");
    });
    events.addEventListener("error", () => {
      events.close();
      setConnection((before) => (before === "ended" ? before : "lost"));
    });
    return () => events.close();
  }, []);
  useResults(status?.version, connection === "open", setResults);
  return { status, results, connection };
}

/** Asks for the results when they have changed, one answer after the other. */
function useResults(version: number | undefined, isOpen: boolean, onResults: (data: PageData) => void): void {
  const [seen, setSeen] = useState<number>();
  const isAsking = useRef(false);
  useEffect(() => {
    if (!isOpen || isAsking.current || version === undefined || version === seen) return;
    isAsking.current = true;
    const ask = async (): Promise<void> => {
      const packed = (await (await fetch("results")).json()) as PackedPage | null;
      if (packed) onResults(unpackPage(packed));
    };
    void ask()
      .catch(() => undefined) // the server has gone: the events tell
      .then(() => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)))
      .then(() => {
        isAsking.current = false;
        setSeen(version);
      });
  }, [version, seen, isOpen]);
}
