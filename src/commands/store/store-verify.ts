import { damageOf } from "../../store/damage-of.ts";
import { listRecords } from "../../store/list-records.ts";
import { listStore } from "../../store/list-store.ts";
import { counted } from "../../text/counted.ts";
import type { Io } from "../console/io.ts";

/** Checks every record, all checkpoints and portraits against their checksums; changes nothing. Returns the exit code. */
export async function storeVerify({ store }: { readonly store: string }, io: Io): Promise<number> {
  let [records, files, damaged] = [0, 0, 0];
  const report = (place: string, damage: string | undefined): void => {
    if (damage === undefined) return;
    damaged += 1;
    io.stdout.write(`damaged  ${place}: ${damage}\n`);
  };
  for await (const { place, decoded } of listRecords(store)) {
    records += 1;
    report(place, decoded.status === "damaged" ? decoded.reason : undefined);
  }
  for await (const listed of listStore(store)) {
    if (listed.file.kind !== "checkpoint" && listed.file.kind !== "portrait") continue;
    files += 1;
    report(listed.path, damageOf(listed));
  }
  const beside = `${counted(files, "file")} of checkpoints and pictures`;
  io.stdout.write(`${records} records and ${beside} checked, ${damaged} damaged\n`);
  return damaged > 0 ? 1 : 0;
}
