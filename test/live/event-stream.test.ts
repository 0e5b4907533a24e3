import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { EventStream } from "../../src/live/event-stream.ts";

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());

/** More than the buffers of two sockets hold. */
const MUCH = "x".repeat(50_000_000);

it("waits after the last event until a listener hangs up, as it may have more to ask", async () => {
  const stream = new EventStream();
  server = createServer((_, response) => stream.add(response, "start", ""));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.setEncoding("utf8").write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await once(socket, "data");
  let isOver = false;
  const ending = stream.end("end", "the last word").then(() => (isOver = true));
  expect(String(await once(socket, "data"))).toContain("the last word");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isOver).toBe(false);
  socket.destroy();
  await ending;
});

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
