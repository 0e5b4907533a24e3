import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const SERVER = new URL("../../node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url);
const ROOT = new URL("../../", import.meta.url);
/** What VS Code's YAML extension asks for, without the catalogue of schemas on the network. */
const SETTINGS = { schemaStore: { enable: false }, validate: true, hover: true, completion: true };

/** A place in a text, counted from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** An editor without a screen: speaks the Language Server Protocol with Red Hat's YAML server over its pipes. */
export class LanguageClient {
  readonly #server: ChildProcessWithoutNullStreams;
  readonly #replies = new Map<number, (result: unknown) => void>();
  readonly #diagnostics = new Map<string, (diagnostics: Diagnostic[]) => void>();
  #received = Buffer.alloc(0);
  #requests = 0;

  constructor() {
    this.#server = spawn(process.execPath, [fileURLToPath(SERVER), "--stdio"]);
    this.#server.stdout.on("data", (chunk: Buffer) => this.#receive(chunk));
  }

  /** Shakes hands with the server. */
  async start(): Promise<void> {
    const capabilities = { workspace: { configuration: true } };
    await this.request("initialize", { processId: process.pid, rootUri: ROOT.href, capabilities });
    this.#notify("initialized", {});
    this.#notify("workspace/didChangeConfiguration", { settings: { yaml: SETTINGS } });
  }

  /** Opens a text as if it were a file of the repository. Returns what the server finds wrong with it. */
  open(path: string, text: string): Promise<Diagnostic[]> {
    const { href: uri } = new URL(path, ROOT);
    const found = new Promise<Diagnostic[]>((resolve) => this.#diagnostics.set(uri, resolve));
    this.#notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return found;
  }

  /** Asks something of a place in an open text. */
  ask(question: "hover" | "completion", path: string, position: Position): Promise<unknown> {
    const textDocument = { uri: new URL(path, ROOT).href };
    return this.request(`textDocument/${question}`, { textDocument, position });
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#requests;
    const reply = new Promise((resolve) => this.#replies.set(id, resolve));
    this.#send({ id, method, params });
    return reply;
  }

  async stop(): Promise<void> {
    const ended = once(this.#server, "exit");
    this.#server.kill();
    await ended;
  }

  #notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const start = this.#received.indexOf("\r\n\r\n") + 4;
      if (start < 4) return;
      const end = start + Number(/Content-Length: (\d+)/.exec(this.#received.toString("utf8", 0, start))![1]);
      if (this.#received.length < end) return;
      const body = this.#received.toString("utf8", start, end);
      this.#received = this.#received.subarray(end);
      this.#handle(JSON.parse(body) as Message);
    }
  }

  #handle({ id, method, params, result }: Message): void {
    if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      this.#diagnostics.get(uri)?.(diagnostics);
    } else if (id !== undefined && method === undefined) {
      this.#replies.get(id)?.(result);
    } else if (id !== undefined) {
      const { items = [] } = params as { items?: { section: string }[] };
      this.#send({ id, result: items.map(({ section }) => (section === "yaml" ? SETTINGS : null)) });
    }
  }
}
