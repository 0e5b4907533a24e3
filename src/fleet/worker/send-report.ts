import type { Redis } from "ioredis";
import { insist } from "../connection.ts";
import type { EndingMessage, ReportMessage } from "../messages.ts";
import { COUNTS, reportsKey, SWEEPS, VERSIONS } from "../names.ts";

/** Characters of the endings of one report, unless a single one has more. */
const MOST_CHARACTERS = 4_000_000;

/** Does nothing for a sweep that has been cancelled. */
const SCRIPT = `
if redis.call("HEXISTS", KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call("XADD", KEYS[2], "*", "report", ARGV[2])
redis.call("HINCRBY", KEYS[3], ARGV[1] .. ":done", ARGV[3])
redis.call("HINCRBY", KEYS[3], ARGV[1] .. ":failed", ARGV[4])
return 1`;

/** Writes a report for the sweep's coordinator, in parts if it is large. */
export async function sendReport(
  redis: Redis,
  report: Omit<ReportMessage, "kind" | "format" | "trainerVersion">,
): Promise<void> {
  for (const endings of parts(report.endings)) {
    const message: ReportMessage = { kind: "report", ...VERSIONS, ...report, endings };
    const failed = endings.filter(({ status }) => status !== "record").length;
    const keys = [SWEEPS, reportsKey(report.sweep), COUNTS];
    const counts = [endings.length - failed, failed];
    const text = JSON.stringify(message);
    await insist(() => redis.eval(SCRIPT, keys.length, ...keys, report.sweep, text, ...counts));
  }
}

function parts(endings: readonly EndingMessage[]): EndingMessage[][] {
  const found: EndingMessage[][] = [[]];
  let characters = 0;
  for (const ending of endings) {
    const length = lengthOf(ending);
    if (characters > 0 && characters + length > MOST_CHARACTERS) {
      found.push([]);
      characters = 0;
    }
    found.at(-1)!.push(ending);
    characters += length;
  }
  return found;
}

function lengthOf(ending: EndingMessage): number {
  if (ending.status !== "record") return ending.failure.message.length;
  const { models, record, log = "" } = ending;
  return models.reduce((sum, { file }) => sum + file.length, record.length + log.length);
}
