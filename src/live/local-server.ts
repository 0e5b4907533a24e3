import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { BlockList, isIPv6, type AddressInfo } from "node:net";
import { isAllowed } from "./guard.ts";

/** Where to listen. */
export interface ListenOptions {
  /** Name or address; others than loopback are open to the network. */
  readonly host: string;
  /** 0 = one that is free. */
  readonly port: number;
}

/** Answers one request. */
export type Answer = (response: ServerResponse) => void | Promise<void>;

/** Returns what answers "GET /results"; undefined where there is nothing. */
export type Router = (request: string, query: URLSearchParams) => Answer | undefined;

/** A server that listens. */
export interface LocalServer {
  /** Its address with the token that every request needs. */
  readonly url: string;
  close(): Promise<void>;
}

const TOKEN_BYTES = 24;
const HEADERS: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/**
 * Starts a server for one user: it answers requests with the random token at the beginning of their path.
 * @throws {Error} Of the system, where it cannot listen.
 */
export async function startServer(router: Router, { host, port }: ListenOptions): Promise<LocalServer> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    request.resume();
    if (!isAllowed(request, { token, host, port: portOf(server) })) refuse(response, 403);
    else void respond(request, response, router).catch(() => response.destroy());
  });
  server.listen(port, host);
  await once(server, "listening");
  return { url: `http://${nameOf(host)}:${portOf(server)}/${token}/`, close: () => close(server) };
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8);
LOOPBACK.addAddress("::1", "ipv6");

/** Returns the warning that a server is open to the network; empty where it is not. */
export function openText({ host }: Pick<ListenOptions, "host">): string {
  const family = isIPv6(host) ? "ipv6" : "ipv4";
  if (host === "localhost" || LOOPBACK.check(host, family)) return "";
  return `warning: --host ${host} opens the page to the network: anyone with this address can see and control it, without encryption\n`;
}

/** The path begins with the token, as was checked. */
async function respond(
  { method, url }: IncomingMessage,
  response: ServerResponse,
  router: Router,
): Promise<void> {
  const { pathname, searchParams } = new URL(url!, "http://localhost");
  const answer = router(`${method} ${pathname.replace(/^\/[^/]*/, "")}`, searchParams);
  if (answer) await answer(response);
  else refuse(response, 404);
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function nameOf(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function refuse(response: ServerResponse, status: 403 | 404): void {
  response
    .writeHead(status, { "Content-Type": "text/plain" })
    .end(status === 403 ? "Forbidden\n" : "Not found\n");
}

async function close(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, "close");
}
