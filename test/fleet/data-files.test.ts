import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encode } from "fast-png";
import { expect, it } from "vitest";
import { gridient } from "../commands/run-in.ts";
import { folderWith, resultsIn, start, sweepOn } from "../support/fleet.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { HAS_REDIS, RedisServer } from "../support/redis-server.ts";

const ROWS = Array.from({ length: 30 }, (_, i) => ({
  kind: "abc"[i % 3]!,
  size: i % 7,
  colour: "xy"[i % 2]!,
}));
const SPEC = `
dataset:
  - {name: csv, path: data/rows.csv, target: kind}
  - {name: jsonl, path: data/rows.jsonl, target: kind, categories: [colour]}
  - {name: images, path: data/images, height: 4, width: 4}
  - {name: idx, path: data/inputs, labels: data/labels, testInputs: data/inputs, testLabels: data/labels}
architecture: {hidden: [3]}
eta: [0.1, 1]
epochs: 3
run: {keep: last}
`;

/** Returns a new folder with the experiment, and its data in files. */
async function folderWithData(): Promise<string> {
  const cwd = await folderWith(SPEC);
  const data = join(cwd, "experiments/data");
  await mkdir(join(data, "images/dots"), { recursive: true });
  await mkdir(join(data, "images/lines"));
  const lines = ROWS.map(({ kind, size, colour }) => `${kind},${size},${colour}\n`);
  await writeFile(join(data, "rows.csv"), `kind,size,colour\n${lines.join("")}`);
  await writeFile(join(data, "rows.jsonl"), ROWS.map((row) => `${JSON.stringify(row)}\n`).join(""));
  for (const [row] of ROWS.entries()) {
    const pixels = Uint8Array.from({ length: 16 }, (_, i) => (row % 2 === 0 ? i * row : 16 * (i % 4)));
    const image = encode({ width: 4, height: 4, data: pixels, channels: 1, depth: 8 });
    await writeFile(join(data, `images/${row % 2 === 0 ? "dots" : "lines"}/${row}.png`), image);
  }
  const inputs = Array.from({ length: 60 }, (_, i) => i);
  await writeFile(join(data, "inputs"), Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 30, 0, 0, 0, 2, ...inputs));
  const labels = ROWS.map((_, row) => row % 3);
  await writeFile(join(data, "labels"), Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 30, ...labels));
  return cwd;
}

it.skipIf(!HAS_REDIS)("a fleet trains on data in files that its workers do not have", async () => {
  const redis = await RedisServer.start();
  const [here, elsewhere, alone] = [await folderWithData(), await temporaryFolder(), await folderWithData()];
  const worker = start(elsewhere, ["worker", "--redis", redis.url, "-c", "2"], { HOME: elsewhere });
  try {
    expect(await sweepOn(here, redis.url).ended).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await gridient(alone, ["sweep", "experiments/exp.yaml"])).toMatchObject({ exitCode: 0 });
    expect(await resultsIn(here)).toEqual(await resultsIn(alone));
    const models = async (cwd: string) =>
      Object.entries(await digestsBelow(join(cwd, "results/.store"))).filter(([file]) =>
        file.endsWith(".safetensors"),
      );
    expect(await models(here)).toHaveLength(8);
    expect(await models(here)).toEqual(await models(alone));
    const kept = Object.keys(await digestsBelow(join(elsewhere, "cache/gridient/fleet")));
    expect(kept).toHaveLength(4);
    expect(await redis.client.keys("gridient:data:*")).toEqual([]);
  } finally {
    worker.kill("SIGKILL");
    await worker.ended;
    await redis.stop();
  }
});
