import { useEffect, useRef, useState } from "preact/hooks";
import { useResults } from "../../browser/live/use-live.ts";
import type { LiveStatus } from "../../live/live-status.ts";
import type { PageData } from "../../report/page/page-data.ts";
import type { Checked, Files, SpecText } from "../messages.ts";
import type { Portrait } from "../../training/portraits/portrait.ts";
import { openSession, type Session, SessionError } from "../session.ts";

/** The last sweep, as far as it is. */
export interface SweepView {
  /** Of this spec. */
  readonly spec: SpecText;
  readonly connection: "open" | "ended";
  readonly status: LiveStatus | undefined;
  readonly results: PageData | undefined;
  /** What networks answer, by the numbers of their trials. */
  readonly portraits: ReadonlyMap<number, Portrait>;
}

/** A session as a page sees it. */
export interface SessionView {
  /** Absent until all that it needs has been fetched. */
  readonly session: Session | undefined;
  /** Absent until the first answer. */
  readonly checked: Checked | undefined;
  readonly sweep: SweepView | undefined;
  /** Why something did not work; "" where nothing has failed. */
  readonly trouble: string;
  /** Does something that may fail, and shows why. */
  readonly attempt: (action: (session: Session) => Promise<unknown>) => Promise<void>;
  readonly run: (spec: SpecText) => void;
}

/** Keystrokes within so many milliseconds are checked together. */
const CHECK_DELAY_MS = 120;

/** Opens a session after the first view, and checks the spec while it is typed. */
export function useSession(spec: SpecText | undefined, files: Files): SessionView {
  const [session, setSession] = useState<Session>();
  const [checked, setChecked] = useState<Checked>();
  const [sweep, setSweep] = useState<SweepView>();
  const [trouble, setTrouble] = useState("");
  const [changes, setChanges] = useState(0);
  useEffect(() => startSession(setSession, (error) => setTrouble(reasonOf(error))), []);
  const attempt: SessionView["attempt"] = async (action) => {
    setTrouble("");
    await (session && action(session))?.catch((error: unknown) => setTrouble(reasonOf(error)));
    setChanges((count) => count + 1);
  };
  useEffect(() => session?.setFiles(files), [session, files]);
  useEffect(() => {
    if (!session || !spec) return undefined;
    const check = (): Promise<void> => session.check(spec).then((found) => found && setChecked(found));
    const timer = setTimeout(
      () => void check().catch((error) => setTrouble(reasonOf(error))),
      CHECK_DELAY_MS,
    );
    return () => clearTimeout(timer);
  }, [session, spec, files, changes]);
  useSoFar(session, sweep, (results) => setSweep((now) => now && { ...now, results }));
  const run = (spec: SpecText): void => void attempt((opened) => train(opened, spec, setSweep));
  return { session, checked, sweep, trouble, attempt, run };
}

/** Lets the browser draw the page first. Returns what closes the session. */
function startSession(onReady: (session: Session) => void, onError: (error: unknown) => void): () => void {
  const opened: Session[] = [];
  const timer = setTimeout(() => {
    const url = new URL("session.js", document.baseURI);
    const session = openSession(new Worker(url, { type: "module", name: "session" }));
    opened.push(session);
    session.ready.then(() => onReady(session), onError);
  }, 0);
  return () => {
    clearTimeout(timer);
    opened.forEach((session) => session.close());
  };
}

type SetSweep = (change: SweepView | ((before: SweepView | undefined) => SweepView | undefined)) => void;

async function train(session: Session, spec: SpecText, setSweep: SetSweep): Promise<void> {
  const change = (part: Partial<SweepView>): void => setSweep((now) => now && { ...now, ...part });
  setSweep((before) => ({
    spec,
    connection: "open",
    status: undefined,
    results: before?.spec.file === spec.file ? before.results : undefined,
    portraits: new Map(),
  }));
  try {
    const { page } = await session.sweep(spec, {
      onStatus: (status) => change({ status }),
      onPortrait: ({ trial, portrait }) =>
        setSweep((now) => now && { ...now, portraits: new Map([...now.portraits, [trial, portrait]]) }),
    });
    change({ results: page });
  } finally {
    change({ connection: "ended" });
  }
}

/** Follows the results of the trials that have ended. */
function useSoFar(
  session: Session | undefined,
  sweep: SweepView | undefined,
  onResults: (data: PageData) => void,
): void {
  const ask = useRef<() => Promise<PageData | undefined>>(async () => undefined);
  ask.current = async () => session?.resultsSoFar();
  useResults(sweep?.status, sweep?.connection === "open", { ask: () => ask.current(), onResults });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof SessionError && error.hint !== undefined
    ? `${error.message}. ${error.hint}.`
    : error.message;
}
