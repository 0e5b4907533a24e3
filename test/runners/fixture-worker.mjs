/** What the runner tests run in worker threads: half a number, or a way to go wrong. */
export function work({ number, exit, hog, endless }) {
  if (exit !== undefined) process.exit(exit);
  if (hog) for (const hoard = []; ;) hoard.push(new Array(1e6).fill(hoard.length));
  if (endless) for (;;);
  if (number < 0) return { status: "failed", failure: { code: "E_UNEXPECTED", message: "negative" } };
  return { status: "done", result: number / 2 };
}
