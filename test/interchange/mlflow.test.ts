import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { digestsBelow } from "../support/folders.ts";
import { committedMetrics, committedRows, exported } from "./exported.ts";

/** What MLflow allows as the key of a metric, a parameter or a tag, and as an id. */
const KEY = /^[\w.\- ]{1,250}$/;
const [EXPERIMENT_ID, RUN_ID] = [/^\d{1,19}$/, /^[0-9a-f]{32}$/];

/** Returns a meta.yaml as PyYAML reads it, which MLflow uses: YAML 1.1. */
function metaIn(folder: string): Record<string, unknown> {
  return parse(readFileSync(join(folder, "meta.yaml"), "utf8"), { version: "1.1" }) as Record<
    string,
    unknown
  >;
}

/** Returns the texts of the files in a folder by their names. */
function textsIn(...path: readonly string[]): Record<string, string> {
  const names = readdirSync(join(...path)).toSorted();
  for (const name of names) expect(name).toMatch(KEY);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(...path, name), "utf8")]));
}

/** Returns the folders of runs by the number of their trial. */
function runsIn(experiment: string): Map<string, string> {
  const folders = readdirSync(experiment).filter((name) => statSync(join(experiment, name)).isDirectory());
  const runs = folders.filter((name) => name !== "tags").map((name) => join(experiment, name));
  return new Map(runs.map((run) => [textsIn(run, "tags")["gridient.trial"]!, run]));
}

describe("an export to MLflow", () => {
  it("is an experiment with a run for each trial, as MLflow's file store has them", async () => {
    const experiment = await exported("lr", "mlruns", "--to", "mlflow");
    const id = basename(experiment);
    expect(basename(dirname(experiment))).toBe("mlruns");
    expect(id).toMatch(EXPERIMENT_ID);
    expect(metaIn(experiment)).toEqual({
      artifact_location: `mlruns/${id}`,
      experiment_id: id,
      lifecycle_stage: "active",
      name: "lr",
      creation_time: 0,
      last_update_time: 0,
    });
    expect(textsIn(experiment, "tags")["mlflow.note.content"]).toContain("learning rate");
    const runs = runsIn(experiment);
    expect(runs.size).toBe(21);
    for (const [trial, run] of runs) {
      expect(basename(run)).toMatch(RUN_ID);
      expect(metaIn(run)).toMatchObject({
        artifact_uri: `mlruns/${id}/${basename(run)}/artifacts`,
        experiment_id: id,
        run_id: basename(run),
        run_uuid: basename(run),
        run_name: `trial ${trial}`,
        lifecycle_stage: "active",
        status: 3,
        source_type: 4,
        tags: [],
      });
    }
  });

  it("has the parameters, metrics and tags of every trial", async () => {
    const runs = runsIn(await exported("lr", "mlruns", "--to", "mlflow"));
    const [all, metrics] = [committedRows("lr", "epochs"), committedMetrics("lr")];
    for (const row of committedRows("lr", "trials")) {
      const run = runs.get(row["trial"]!)!;
      expect(textsIn(run, "params")).toEqual({
        "architecture.hidden": "[30]",
        dataset: "digits",
        epochs: "10",
        eta: row["eta"],
      });
      expect(textsIn(run, "tags")).toMatchObject({
        "gridient.id": row["id"],
        "gridient.replicate": row["replicate"],
        "gridient.status": "completed",
      });
      const epochs = all.filter(({ trial }) => trial === row["trial"]);
      const lines = metrics.map((metric) => {
        const measured = epochs.filter((epoch) => epoch[metric] !== "");
        return [metric, measured.map((epoch) => `0 ${epoch[metric]} ${epoch["epoch"]}\n`).join("")];
      });
      expect(textsIn(run, "metrics")).toEqual(Object.fromEntries(lines));
    }
  });

  it("is the same every time, and a second experiment has a place beside it", async () => {
    const first = await exported("lr", "mlruns", "--to", "mlflow");
    expect(await digestsBelow(await exported("lr", "mlruns", "--to", "mlflow"))).toEqual(
      await digestsBelow(first),
    );
    const other = await exported("program-awk", dirname(first), "--to", "mlflow");
    expect(basename(other)).not.toBe(basename(first));
    expect(runsIn(other).size).toBe(12);
  });
});
