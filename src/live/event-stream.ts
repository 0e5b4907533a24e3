import type { ServerResponse } from "node:http";

/** How long a finished sweep waits for a listener that takes nothing, or stays after the last event. */
const PATIENCE_MILLISECONDS = 2000;

/** The listeners to server-sent events. */
export class EventStream {
  readonly #listeners = new Set<ServerResponse>();

  /** How many listen. */
  get size(): number {
    return this.#listeners.size;
  }

  /** Lets one more listen, beginning with some event. */
  add(response: ServerResponse, event: string, data: unknown): void {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    this.#listeners.add(response);
    response.on("close", () => this.#listeners.delete(response));
    response.write(frame(event, data));
  }

  /** Sends an event to all listeners, except those that have not taken an earlier one yet. */
  send(event: string, data: unknown): void {
    const text = frame(event, data);
    for (const response of this.#listeners) if (!response.writableNeedDrain) response.write(text);
  }

  /**
   * Sends all listeners one last event and resolves when they have disconnected. A page may send requests until it has loaded
   * everything. Listeners that stay or read nothing are disconnected.
   */
  async end(event: string, data: unknown): Promise<void> {
    const text = frame(event, data);
    await Promise.all([...this.#listeners].map((response) => lastWord(response, text)));
  }
}

async function lastWord(response: ServerResponse, text: string): Promise<void> {
  let isSent = false;
  response.write(text, () => void (isSent = true));
  const timer = setTimeout(() => {
    if (isSent) response.end();
    else response.destroy();
  }, PATIENCE_MILLISECONDS);
  if (!response.closed) await new Promise((resolve) => response.once("close", resolve));
  clearTimeout(timer);
}

/** JSON is one line. */
function frame(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
