import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A web server on this machine, one listener for each first folder of a path. */
export interface MirrorServer {
  /** Address of a listener's folder, ending in "/". */
  readonly folder: (name: string) => string;
  /** Paths asked for, in order. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

/** Starts a server on a free port of the loopback interface. */
export async function startMirrors(listeners: Record<string, RequestListener>): Promise<MirrorServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    requests.push(path);
    listeners[path.split("/")[1] ?? ""]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    folder: (name) => `http://127.0.0.1:${port}/${name}/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
