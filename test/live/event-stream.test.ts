import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { EventStream } from "../../src/live/event-stream.ts";

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());

/** More than the buffers of two sockets hold. */
const MUCH = "x".repeat(50_000_000);

it("ends for a listener that reads, and does not wait for one that reads nothing", async () => {
  const stream = new EventStream();
  server = createServer(({ url }, response) => stream.add(response, "start", url === "/much" ? MUCH : ""));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const silent = connect(port, "127.0.0.1");
  silent.pause().write("GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const reading = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
  await expect.poll(() => stream.size).toBe(2);
  await stream.end("end", "the last word");
  expect(await reading).toMatch(/data: "the last word"\n\n$/);
  await expect.poll(() => stream.size).toBe(0);
  silent.destroy();
});
