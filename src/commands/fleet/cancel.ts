import { GridientError } from "../../errors.ts";
import { connect } from "../../fleet/connection.ts";
import { asFleetError } from "../../fleet/refusal.ts";
import { cancelSweep, readSweeps, type SweepEntry } from "../../fleet/sweep-entries.ts";
import type { Io } from "../console/io.ts";
import { redisUrl, type RedisOptions } from "../console/command-options.ts";

/**
 * Removes sweeps from the queue. Returns the exit code.
 * @throws {GridientError} E_USAGE if one is not there; then none is cancelled.
 */
export async function cancel(
  names: readonly string[],
  options: RedisOptions & { readonly all?: boolean },
  io: Io,
): Promise<number> {
  const connection = await connect(redisUrl(options, io));
  try {
    const entries = await readSweeps(connection.redis);
    const chosen = options.all ? entries : names.flatMap((name) => find(name, entries));
    if (!options.all && names.length === 0) throw unknown("Name a sweep to cancel, or use --all", entries);
    for (const entry of new Set(chosen)) {
      await cancelSweep(connection, entry);
      io.stdout.write(`cancelled: ${entry.name} (${entry.id})\n`);
    }
    return 0;
  } catch (error) {
    throw asFleetError(error);
  } finally {
    await connection.close();
  }
}

function find(name: string, entries: readonly SweepEntry[]): SweepEntry[] {
  const found = entries.filter((entry) => entry.name === name || entry.id.startsWith(name));
  if (found.length === 0) throw unknown(`No such sweep in the queue: ${JSON.stringify(name)}`, entries);
  return found;
}

function unknown(message: string, entries: readonly SweepEntry[]): GridientError {
  const names = entries.map(({ name, id }) => `${name} (${id})`).join(", ");
  return new GridientError("E_USAGE", message, {
    hint: names === "" ? "The queue is empty" : `The queue has ${names}`,
  });
}
