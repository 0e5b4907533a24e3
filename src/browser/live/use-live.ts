import { useEffect, useRef, useState } from "preact/hooks";
import type { LiveStatus } from "../../live/live-status.ts";
import type { PageData } from "../../report/page/page-data.ts";
import { unpackPage, type PackedPage } from "../../report/page/packed-series.ts";

/** What is known of a sweep. */
export interface Live {
  readonly status: LiveStatus | undefined;
  /** The results of the trials that have ended. */
  readonly results: PageData | undefined;
  /** `lost`: the server closed the connection without an end. */
  readonly connection: "open" | "ended" | "lost";
}

/** The last message of a server. */
interface End {
  readonly status: LiveStatus;
  readonly results: PackedPage | null;
}

/** Before every later update of the results, whose cost to the sweep grows with its trials. */
const PAUSE_MS = 500;
const PAUSE_PER_TRIAL_MS = 4;

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
  useResults(status, connection === "open", { ask: askServer, onResults: setResults });
  return { status, results, connection };
}

/** Where results come from, and where they go. */
interface Following {
  /** Returns the results; undefined where there are none yet. */
  readonly ask: () => Promise<PageData | undefined>;
  readonly onResults: (data: PageData) => void;
}

/** Asks for the results when they have changed, one answer after the other. */
export function useResults(
  status: LiveStatus | undefined,
  isOpen: boolean,
  { ask, onResults }: Following,
): void {
  const version = status?.version;
  const [seen, setSeen] = useState<number>();
  const isAsking = useRef(false);
  const isWanted = useRef(isOpen);
  isWanted.current = isOpen;
  useEffect(() => {
    if (!isOpen || isAsking.current || !status || version === seen) return;
    isAsking.current = true;
    const pause = seen === undefined ? 0 : PAUSE_MS + PAUSE_PER_TRIAL_MS * status.trials;
    void askLater(pause, isWanted, ask).then((data) => {
      if (data && isWanted.current) onResults(data); // else the last word of the sweep has come meanwhile
      isAsking.current = false;
      return setSeen(version);
    });
  }, [version, seen, isOpen]);
}

async function askLater(
  pause: number,
  isWanted: { readonly current: boolean },
  ask: Following["ask"],
): Promise<PageData | undefined> {
  await new Promise((resolve) => setTimeout(resolve, pause));
  return isWanted.current ? ask() : undefined;
}

/** Returns undefined also where the server has gone, which its events show. */
async function askServer(): Promise<PageData | undefined> {
  try {
    const packed = (await (await fetch("results")).json()) as PackedPage | null;
    return packed ? unpackPage(packed) : undefined;
  } catch {
    return undefined;
  }
}
