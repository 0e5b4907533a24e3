import { GridientError } from "../errors.ts";

/**
 * Checks the address of a Redis server.
 * @throws {GridientError} E_USAGE if it is none. The message does not repeat it: it may hold a password.
 */
export function checkRedisUrl(url: string): void {
  const isFit = URL.canParse(url) && /^rediss?:\/\/[^/]/.test(url) && new URL(url).hostname !== "";
  if (isFit) return;
  const message =
    "Cannot use the address of a Redis server as it must be a URL of redis:// or rediss://: it is none";
  throw new GridientError("E_USAGE", message, {
    hint: "Write redis://host:6379, or rediss://user:password@host:6380 with TLS; characters such as @ and # in a password as %40 and %23",
  });
}

/** Returns an address without the password, for people to read. */
export function redactedUrl(url: string): string {
  const { protocol, username, password, host, pathname } = new URL(url);
  const secret = password === "" ? "" : ":***";
  const who = username === "" && secret === "" ? "" : `${username}${secret}@`;
  return `${protocol}//${who}${host}${pathname === "/" ? "" : pathname}`;
}
