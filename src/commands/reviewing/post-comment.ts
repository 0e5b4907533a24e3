import { fieldOf } from "./ci-job.ts";
import { ApiRefusal, send, type Wait } from "./send.ts";
import type { Thread } from "./thread-of.ts";

/** Marks our comment; hosts do not show it. */
export const MARKER = "<!-- gridient:comment -->";

/** A host that lists pages without end must not hold up a job. */
const MOST_PAGES = 100;

/** What was done about a comment. */
export type Posted = "created" | "updated" | "unchanged";

/** A comment of ours. */
interface Found {
  readonly id: number;
  readonly body: string;
}

/**
 * Makes text the one comment of ours in a thread: changes the first one that is marked, or else writes one.
 * @throws {ApiRefusal} If the host refuses.
 */
export async function postComment(thread: Thread, text: string, wait?: Wait): Promise<Posted> {
  const body = `${MARKER}\n${text}`;
  const found = await findComment(thread, wait);
  if (found?.body.replaceAll("\r\n", "\n").trimEnd() === body.trimEnd()) return "unchanged";
  const { headers, change } = thread;
  if (found) {
    try {
      await send(thread.commentAt(found.id), { method: change, headers, body: { body } }, wait);
      return "updated";
    } catch (error) {
      if (!(error instanceof ApiRefusal && error.status === 404)) throw error; // else it has just been removed
    }
  }
  await send(thread.comments, { method: "POST", headers, body: { body } }, wait);
  return "created";
}

async function findComment(thread: Thread, wait: Wait | undefined): Promise<Found | undefined> {
  const { headers, self, comments, list } = thread;
  const request = { method: "GET", headers } as const;
  const user = self === undefined ? undefined : fieldOf((await send(self, request, wait)).data, "id");
  let address: string | undefined = list;
  for (let pages = 0; address !== undefined && pages < MOST_PAGES; pages++) {
    const { data, next } = await send(address, request, wait);
    for (const comment of Array.isArray(data) ? (data as unknown[]) : []) {
      const found = ourComment(comment, self === undefined ? undefined : { user });
      if (found) return found;
    }
    address = next !== undefined && isSameHost(next, comments) ? next : undefined;
  }
  return undefined;
}

/** Someone else's comment with our mark must not become ours: the token may change it, but its author would, too. */
function ourComment(comment: unknown, own: { readonly user: unknown } | undefined): Found | undefined {
  const [id, body] = [fieldOf(comment, "id"), fieldOf(comment, "body")];
  if (typeof id !== "number" || typeof body !== "string" || !body.startsWith(MARKER)) return undefined;
  const isOurs = own
    ? fieldOf(fieldOf(comment, "author"), "id") === own.user
    : fieldOf(fieldOf(comment, "user"), "type") === "Bot";
  return isOurs ? { id, body } : undefined;
}

/** The token is sent to no other host. */
function isSameHost(address: string, other: string): boolean {
  return URL.canParse(address) && new URL(address).origin === new URL(other).origin;
}
