import { GridientError } from "../errors.ts";

/**
 * Checks the address of a Redis server.
 * @throws {GridientError} E_USAGE if it is not valid. The message does not repeat it, because it may contain a password.
 */
export function checkRedisUrl(url: string): void {
  const isFit = URL.canParse(url) && /^rediss?:\/\/[^/]/.test(url) && new URL(url).hostname !== "";
  if (isFit) return;
  const message = "The address of a Redis server must be a redis:// or rediss:// URL";
  throw new GridientError("E_USAGE", message, {
    hint: "Write redis://host:6379, or rediss://user:password@host:6380 for TLS, with %40 for @ and %23 for # in a password",
  });
}

/** Returns an address without the password, for people to read. */
export function redactedUrl(url: string): string {
  const { protocol, username, password, host, pathname } = new URL(url);
  const secret = password === "" ? "" : ":***";
  const who = username === "" && secret === "" ? "" : `${username}${secret}@`;
  return `${protocol}//${who}${host}${pathname === "/" ? "" : pathname}`;
}
