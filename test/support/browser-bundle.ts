import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { rolldown } from "rolldown";

/** Returns the code of a module and all it imports as one script for browsers, whose exports become `name`. */
export async function bundleForBrowser(entry: URL, name: string): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(entry),
    platform: "browser",
    transform: { define: { "import.meta": "{}" } }, // a script has none
  });
  const { output } = await bundle.generate({ format: "iife", name });
  await bundle.close();
  return output[0].code;
}

/**
 * Runs a script and returns its variable `name`. The script sees the language itself, WebAssembly, and what browsers'
 * workers and Node share of text encoding; nothing of Node.
 *
 * @param others What else it sees that both have.
 */
export function runOutsideNode(code: string, name: string, others: object = {}): unknown {
  const context = createContext({ TextDecoder, TextEncoder, atob, ...others });
  new Script(`"use strict"; ${code}`).runInContext(context);
  return new Script(name).runInContext(context);
}
