import { connect } from "../../fleet/connection.ts";
import { fleetStatus, type FleetStatus } from "../../fleet/fleet-status.ts";
import { asFleetError } from "../../fleet/refusal.ts";
import { isOurs, versionsText } from "../../fleet/names.ts";
import { plainTable } from "../../terminal/plain-table.ts";
import { durationText } from "../../text/quantity-text.ts";
import { jsonText } from "../../text/json-text.ts";
import type { Io } from "../console/io.ts";
import { redisUrl, type RedisOptions } from "../console/command-options.ts";

/** Shows a fleet at one moment. Returns the exit code. */
export async function status(options: RedisOptions & { readonly json?: boolean }, io: Io): Promise<number> {
  const connection = await connect(redisUrl(options, io), "reader");
  try {
    const found = await fleetStatus(connection);
    for (const warning of [...connection.warnings, ...found.warnings]) io.stderr.write(`note: ${warning}\n`);
    const { warnings: _, ...fleet } = found;
    io.stdout.write(options.json ? `${jsonText(fleet)}\n` : statusText(found, connection.address));
    return 0;
  } catch (error) {
    throw asFleetError(error);
  } finally {
    await connection.close();
  }
}

function statusText({ sweeps, workers, queue }: FleetStatus, address: string): string {
  const oldest =
    queue.oldest === null ? "" : `, the first of them for ${durationText(secondsSince(queue.oldest))}`;
  const parts = [
    `${address}: ${queue.waiting} batches wait${oldest}, ${queue.active} train`,
    sweeps.length === 0 ? "no sweeps" : sweepTable(sweeps),
    workers.length === 0 ? "no workers" : workerTable(workers),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sweepTable(sweeps: FleetStatus["sweeps"]): string {
  const rows = sweeps.map((sweep) => [
    sweep.name,
    sweep.id,
    String(sweep.trials),
    String(sweep.done),
    String(sweep.failed),
    isOurs(sweep) ? "" : versionsText(sweep),
  ]);
  const head = ["sweep", "id", "trials", "trained", "failed", ""];
  return plainTable([head, ...rows], ["left", "left", "right", "right", "right", "left"]);
}

function workerTable(workers: FleetStatus["workers"]): string {
  const rows = workers.map((worker) => [
    worker.name,
    `${worker.active.length} of ${worker.threads}`,
    worker.rate.toFixed(1),
    String(worker.done),
    String(worker.failed),
    isOurs(worker) ? "" : versionsText(worker),
  ]);
  const head = ["worker", "busy", "trials/s", "trained", "failed", ""];
  return plainTable([head, ...rows], ["left", "right", "right", "right", "right", "left"]);
}

function secondsSince(milliseconds: number): number {
  return Math.max(0, (Date.now() - milliseconds) / 1000);
}
