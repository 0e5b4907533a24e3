import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserServer } from "playwright-core";

/**
 * Lets all processes of a run share one Chromium, which starts when the first of them asks for its address at the socket
 * that CHROMIUM_SOCKET names.
 */
export async function setup(): Promise<() => Promise<void>> {
  let chromium: Promise<BrowserServer> | undefined;
  const server = createServer((socket) => {
    chromium ??= import("./chromium.ts").then(({ serveChromium }) => serveChromium());
    chromium.then(
      (started) => socket.end(started.wsEndpoint()),
      (error: Error) => socket.end(error.message),
    );
  });
  process.env["CHROMIUM_SOCKET"] = join(tmpdir(), "chromium.sock");
  server.listen(process.env["CHROMIUM_SOCKET"]);
  await once(server, "listening");
  return async () => {
    server.close();
    await (await chromium)?.close();
  };
}
