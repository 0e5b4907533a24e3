import { readFile } from "node:fs/promises";

/** The probe for `node --import`. */
export const PROBE: string = new URL("loaded-modules.mjs", import.meta.url).href;

/** Returns the modules that a process has loaded, from what the probe wrote: for a bundle, the sources in it. */
export async function loadedSources(report: string): Promise<string[]> {
  const { files } = JSON.parse(await readFile(report, "utf8")) as { files: string[] };
  const paths = files.map((file) => file.replaceAll("\\", "/"));
  const sources = await Promise.all(
    paths.map(async (path) => (path.includes("/dist/program/") ? await sourcesIn(path) : [path])),
  );
  return sources.flat();
}

/** The bundler notes above each module where it was. */
async function sourcesIn(bundle: string): Promise<string[]> {
  const text = await readFile(bundle, "utf8");
  return [...text.matchAll(/^\/\/(?:#region)? ((?:src|node_modules)\/\S+)$/gm)].map(([, path]) => path!);
}
