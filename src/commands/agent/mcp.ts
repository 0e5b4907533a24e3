import { createRequire } from "node:module";
import type * as serverModule from "@modelcontextprotocol/sdk/server/index.js";
import type * as stdioModule from "@modelcontextprotocol/sdk/server/stdio.js";
import type * as typesModule from "@modelcontextprotocol/sdk/types.js";
import { GridientError } from "../../errors.ts";
import { packageVersion } from "../../files/package-file.ts";
import { projectRoot } from "../../files/project.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import { visibleText } from "../../text/visible-text.ts";
import type { Io } from "../console/io.ts";
import { ToolCalls, type RunCommand } from "./call-tool.ts";
import { TOOLS } from "./tools.ts";

/** What a client passes on to its model, about all tools together. */
const INSTRUCTIONS = `gridient trains neural networks from experiments that are YAML files, and writes tables of results.
The loop: validate an experiment, plan it, sweep it, show its results, commit both. Change one thing, sweep again, and decide against the commit:
keep, discard or undecided. Never judge a change by two means, and never edit files of results. Paths start from the root of the project.`;

/** Options of the command line, and what the program offers. */
export interface McpOptions {
  readonly allowPrograms?: boolean;
  /** What each command does, by its name. */
  readonly described: ReadonlyMap<string, string>;
  readonly run: RunCommand;
}

/**
 * Serves tools on stdin and stdout until the client leaves or Ctrl-C; what still runs then is stopped. Returns the exit code.
 * @throws {GridientError} E_USAGE outside a project, or without the SDK.
 */
export async function mcp({ allowPrograms = false, described, run }: McpOptions, io: Io): Promise<number> {
  const root = projectRoot();
  if (root === undefined)
    throw new GridientError(
      "E_USAGE",
      "gridient mcp must be started in a project: no package.json or .git found",
      {
        hint: "Start it in the folder of a project, or make this one a project: npm init",
      },
    );
  const { Server, StdioServerTransport, ListToolsRequestSchema, CallToolRequestSchema, McpError } = loadSdk();
  process.chdir(root);
  const calls = new ToolCalls({ root, run, allowPrograms, io });
  const about = { name: "gridient", version: packageVersion() };
  const server = new Server(about, { capabilities: { tools: {} }, instructions: INSTRUCTIONS });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: TOOLS.map(({ name, inputSchema }) => ({ name, description: described.get(name), inputSchema })),
  }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { signal, _meta, sendNotification }) => {
    const tool = TOOLS.find(({ name }) => name === params.name);
    if (!tool) throw new McpError(-32_602, unknownTool(params.name));
    const token = _meta?.progressToken;
    return calls.call(tool, params.arguments ?? {}, signal, (progress) => {
      if (token === undefined) return;
      const notification = {
        method: "notifications/progress" as const,
        params: { progressToken: token, ...progress },
      };
      sendNotification(notification).catch(() => {}); // the client has left
    });
  });
  await server.connect(new StdioServerTransport());
  await clientLeft(io);
  await calls.stop();
  await server.close();
  return 0;
}

function clientLeft({ onInterrupt }: Io): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once("end", resolve);
    process.stdin.once("close", resolve);
    process.stdout.once("error", () => resolve());
    onInterrupt(resolve);
  });
}

function unknownTool(name: string): string {
  const names = TOOLS.map((tool) => tool.name);
  const nearest = nearestWord(name, names);
  const hint = nearest === undefined ? `Use one of ${names.join(", ")}` : `Did you mean ${nearest}?`;
  return `Unknown tool ${visibleText(JSON.stringify(name))}. ${hint}`;
}

type Sdk = Pick<typeof serverModule, "Server"> &
  Pick<typeof stdioModule, "StdioServerTransport"> &
  Pick<typeof typesModule, "ListToolsRequestSchema" | "CallToolRequestSchema" | "McpError">;

/** The SDK is an optional peer: most users have no agent. */
function loadSdk(): Sdk {
  const require = createRequire(import.meta.url);
  try {
    return {
      ...(require("@modelcontextprotocol/sdk/server/index.js") as typeof serverModule),
      ...(require("@modelcontextprotocol/sdk/server/stdio.js") as typeof stdioModule),
      ...(require("@modelcontextprotocol/sdk/types.js") as typeof typesModule),
    };
  } catch (cause) {
    const message = "gridient mcp needs the package @modelcontextprotocol/sdk, which is not installed";
    throw new GridientError("E_USAGE", message, {
      cause,
      hint: "Install it: npm install --save-dev @modelcontextprotocol/sdk@1",
    });
  }
}
