import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { CLI, gridient } from "../run-in.ts";
import { connect, LONG, projectWith, XOR } from "./mcp-client.ts";

const MESSAGES = [
  {
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
  },
  { method: "notifications/initialized" },
];

function line(message: object): string {
  return `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`;
}

describe("sweeps of gridient mcp", () => {
  it("take turns, and others are answered meanwhile", async () => {
    const { client, call, root } = await connect(
      await projectWith({ a: XOR, b: XOR.replace("[1, 3]", "[1, 2]") }),
    );
    const [first, second, planned] = await Promise.all([
      call("sweep", { files: ["experiments/a.yaml"], workers: 1 }),
      call("sweep", { files: ["experiments/b.yaml"], workers: 1 }),
      call("plan", { file: "experiments/b.yaml" }),
    ]);
    for (const { data } of [first, second]) expect(data).toMatchObject({ experiments: [{ complete: true }] });
    expect(planned.data).toMatchObject({ trials: 4 });
    for (const name of ["a", "b"]) expect((await gridient(root, ["show", name])).exitCode).toBe(0);
    await client.close();
  });

  it("stop when they are cancelled; the next call resumes", async () => {
    const { client, call, root } = await connect(await projectWith({ long: LONG, xor: XOR }));
    const cancel = new AbortController();
    const cancelled = call(
      "sweep",
      { workers: 1, files: ["experiments/long.yaml"] },
      {
        signal: cancel.signal,
        onprogress: () => setImmediate(() => cancel.abort("enough")),
      },
    );
    await expect(cancelled).rejects.toThrow("enough");
    // Sweeps take turns: this one trains only because the other has ended.
    expect((await call("sweep", { files: ["experiments/xor.yaml"] })).isError).toBe(false);
    expect(existsSync(join(root, "results/long/summary.json"))).toBe(false);
    const { data } = await call("plan", { file: "experiments/long.yaml" });
    expect(data["missing"]).toBeGreaterThan(0);
    await client.close();
  });

  it("end with the client", async () => {
    const root = await projectWith({ long: LONG });
    const server = execa(process.execPath, [CLI, "mcp"], { cwd: root, reject: false });
    const request = {
      id: 2,
      method: "tools/call",
      params: { name: "sweep", arguments: { workers: 1 }, _meta: { progressToken: 1 } },
    };
    server.stdin.write([...MESSAGES, request].map(line).join(""));
    for (let seen = ""; !seen.includes("notifications/progress");)
      seen += String((await once(server.stdout, "data"))[0]);
    server.stdin.end();
    expect(await server).toMatchObject({ exitCode: 0, stderr: "" });
    expect((await readdir(root, { recursive: true })).filter((name) => name.includes("tmp"))).toEqual([]);
  });

  it("survive lines that are no messages", async () => {
    const server = execa(process.execPath, [CLI, "mcp"], {
      cwd: await projectWith({ xor: XOR }),
      reject: false,
    });
    const garbage = [
      "not JSON\n",
      "{}\n",
      "[]\n",
      '{"jsonrpc":"2.0","id":"x","method":"no/such"}\n',
      "\u0000\n",
    ];
    server.stdin.write([...MESSAGES.map(line), ...garbage, line({ id: 9, method: "tools/list" })].join(""));
    for (let seen = ""; !/"id":9/.test(seen);) seen += String((await once(server.stdout, "data"))[0]);
    server.stdin.end();
    expect((await server).exitCode).toBe(0);
  });
});
