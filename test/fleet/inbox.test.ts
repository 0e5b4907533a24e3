import type { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import { Inbox } from "../../src/fleet/coordinator/inbox.ts";

/** A connection whose reads wait until it ends. */
function waitingReader(status: "ready" | "reconnecting"): { redis: Redis; disconnected: () => number } {
  let count = 0;
  let end: (error: Error) => void = () => {};
  const reader = {
    status,
    on: () => reader,
    xread: () =>
      new Promise((resolve, reject) => {
        end = reject;
        if (status === "reconnecting") resolve(null);
      }),
    disconnect: () => {
      count += 1;
      end(new Error("Connection is closed."));
    },
  };
  return { redis: { duplicate: () => reader } as never, disconnected: () => count };
}

describe("Inbox", () => {
  it.each(["ready", "reconnecting"] as const)(
    "ends its connection once where it is %s: a second time would keep the process alive",
    async (status) => {
      const { redis, disconnected } = waitingReader(status);
      const hears = { onReport: () => Promise.resolve(), onStrange: () => {}, onFault: () => {} };
      const inbox = new Inbox(redis, "s", hears);
      inbox.start();
      await inbox.close();
      expect(disconnected()).toBe(1);
    },
  );
});
