import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { sha256Of } from "../files/sha256-of.ts";

/** The token and the address that a request must have. */
export interface Gate {
  readonly token: string;
  /** As the user gave it. */
  readonly host: string;
  readonly port: number;
}

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];
const EVERY_ADDRESS = ["0.0.0.0", "::"];

/**
 * Returns whether a request may be answered: it has the token, it is addressed to this server (not to another name that
 * resolves to it), and it does not come from another site's page.
 */
export function isAllowed(request: IncomingMessage, gate: Gate): boolean {
  const { host = "", origin } = request.headers;
  const hasToken = isEqual(request.url?.split(/[/?]/)[1] ?? "", gate.token);
  return hasToken && isOwnHost(host, gate) && (origin === undefined || origin === `http://${host}`);
}

/** Compares in constant time for any lengths. */
function isEqual(text: string, secret: string): boolean {
  const [a, b] = [text, secret].map((value) => Buffer.from(sha256Of(value)));
  return timingSafeEqual(a!, b!);
}

function isOwnHost(header: string, { host, port }: Gate): boolean {
  const end = `:${port}`;
  if (!header.endsWith(end)) return false;
  const name = header.slice(0, -end.length);
  const address = name.replace(/^\[(.*)\]$/, "$1");
  if (LOOPBACK.includes(name) || address === host) return true;
  return EVERY_ADDRESS.includes(host) && isIP(address) > 0;
}
