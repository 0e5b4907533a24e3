import type { ServerResponse } from "node:http";

/** How long a finished sweep waits for a listener that takes nothing, or stays after the last event. */
const PATIENCE_MILLISECONDS = 2000;

/** Everybody who listens to server-sent events. */
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

  /** Tells everybody but those who have yet to take an earlier event. */
  send(event: string, data: unknown): void {
    const text = frame(event, data);
    for (const response of this.#listeners) if (!response.writableNeedDrain) response.write(text);
  }

  /**
   * Sends everybody one last event; resolves when they have hung up. A page hangs up once it knows that there is no more
   * to ask for: until then it may still send requests. Who stays or reads nothing is cut off.
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
