/** Asks the server for something; its next events show what came of it. */
export function postTo(path: string): void {
  void fetch(path, { method: "POST" }).catch(() => undefined); // the server has gone: the events tell
}
