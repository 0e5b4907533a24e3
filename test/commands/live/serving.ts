import { once } from "node:events";
import { request, type OutgoingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { execa } from "execa";
import { CLI } from "../run-in.ts";

/** A command that serves a page. */
export interface Serving {
  /** Address of the page, token included. */
  readonly url: string;
  readonly command: PromiseLike<{ readonly exitCode?: number | undefined; readonly stderr: string }>;
  /** Sends Ctrl-C; returns the exit code. */
  readonly stop: () => Promise<number | undefined>;
}

/** Starts the built command line in a folder and waits for the address that it prints. */
export async function serve(cwd: string, args: readonly string[]): Promise<Serving> {
  const command = execa(process.execPath, [CLI, ...args], {
    cwd,
    reject: false,
    env: { NO_COLOR: "1", GITHUB_ACTIONS: "" },
  });
  let told = "";
  const url = await new Promise<string>((resolve, reject) => {
    const onData = (data: Buffer): void => {
      const found = /http:\/\/\S+/.exec((told += data.toString()));
      if (found) resolve(found[0]);
    };
    command.stdout.on("data", onData);
    command.stderr.on("data", onData);
    void command.then(() => reject(new Error(`No address: ${told}`)));
  });
  const stop = async (): Promise<number | undefined> => {
    command.kill("SIGINT");
    return (await command).exitCode;
  };
  return { url, command, stop };
}

/** What a server answers. */
interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends a request, with any headers. */
export async function send(
  method: string,
  url: string,
  headers: OutgoingHttpHeaders = {},
): Promise<Answered> {
  const sent = request(url, { method, headers, agent: false }).end();
  const [response] = await once(sent, "response");
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** A server-sent event. */
interface Sent {
  readonly event: string;
  readonly data: unknown;
}

/** Yields the events of a running page until it ends. */
export async function* eventsOf(url: string): AsyncGenerator<Sent> {
  const [response] = await once(request(`${url}events`, { agent: false }).end(), "response");
  let rest = "";
  for await (const chunk of response) {
    const frames = (rest + String(chunk)).split("\n\n");
    rest = frames.pop()!;
    for (const frame of frames) {
      const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(frame)!;
      yield { event: event!, data: JSON.parse(data!) };
      if (event === "end") return; // which hangs up, as the page does
    }
  }
}
