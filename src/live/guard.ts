import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { sha256Of } from "../files/sha256-of.ts";

/** What a request must know, and to whom it must be addressed. */
export interface Gate {
  readonly token: string;
  /** As the user gave it. */
  readonly host: string;
  readonly port: number;
}

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];
const EVERY_ADDRESS = ["0.0.0.0", "::"];

/**
 * Whether a request may be answered: it knows the token, it is addressed to this very server (a foreign name that was
 * made to lead here is not), and it comes from no other site's page.
 */
export function isAllowed(request: IncomingMessage, gate: Gate): boolean {
  const { host = "", origin } = request.headers;
  const hasToken = isEqual(request.url?.split(/[/?]/)[1] ?? "", gate.token);
  return hasToken && isOwnHost(host, gate) && (origin === undefined || origin === `http://${host}`);
}

/** In constant time, whatever the lengths. */
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
