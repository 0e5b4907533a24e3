import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { Progress } from "@modelcontextprotocol/sdk/types.js";
import { temporaryFolder } from "../../support/folders.ts";
import { CLI } from "../run-in.ts";

export const XOR = "dataset: xor\narchitecture: {hidden: [2]}\neta: [1, 3]\nepochs: 3\nreplicates: 2\n";
/** It trains for minutes. */
export const LONG =
  "dataset: digits\narchitecture: {hidden: [100]}\neta: [1, 2, 3]\nepochs: 400\nreplicates: 4\n";

/** What a tool answers. */
export interface ToolAnswer {
  readonly text: string;
  readonly data: Record<string, unknown>;
  readonly isError: boolean;
}

/** A project, and a client of its server. */
export interface Session {
  readonly root: string;
  readonly client: Client;
  readonly pid: number;
  readonly call: (name: string, given?: object, options?: CallOptions) => Promise<ToolAnswer>;
}

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onprogress?: (progress: Progress) => void;
}

/** Makes a project with some experiments: text by name. */
export async function projectWith(experiments: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder();
  await mkdir(join(root, "experiments"));
  await writeFile(join(root, "package.json"), "{}");
  for (const [name, text] of Object.entries(experiments))
    await writeFile(join(root, `experiments/${name}.yaml`), text);
  return root;
}

/** Connects the SDK's own client with `gridient mcp` in a folder. */
export async function connect(cwd: string, ...options: readonly string[]): Promise<Session> {
  const client = new Client({ name: "test", version: "1" });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [CLI, "mcp", ...options],
    cwd,
    env: { PATH: process.env["PATH"] ?? "", HOME: cwd },
    stderr: "ignore",
  });
  await client.connect(transport);
  const call = async (name: string, given: object = {}, options: CallOptions = {}): Promise<ToolAnswer> => {
    const request = { name, arguments: given as Record<string, unknown> };
    const { content, structuredContent, isError } = await client.callTool(request, undefined, options);
    const [{ text }] = content as [{ text: string }];
    return { text, data: structuredContent as Record<string, unknown>, isError: isError === true };
  };
  return { root: cwd, client, pid: transport.pid!, call };
}
