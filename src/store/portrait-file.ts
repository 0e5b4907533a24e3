import { readFile } from "node:fs/promises";
import { makeFolder } from "../files/make-folder.ts";
import { sha256Of } from "../files/sha256-of.ts";
import { writeWhole } from "../files/write-whole.ts";
import type { Portrait } from "../training/portraits/portrait.ts";
import { portraitFile, shardFolder } from "./store-paths.ts";

/** Raised by every change of what a portrait shows: older ones are then taken again. */
const FORMAT = 2;

/** Returns the portrait of a trial's model, or undefined where there is none that can be used. @param kept Which weights it shows. */
export async function readPortrait(
  store: string,
  trialId: string,
  kept: string,
): Promise<Portrait | undefined> {
  const text = await readFile(portraitFile(store, trialId), "utf8").catch(() => undefined);
  const content = text === undefined ? undefined : decodePortrait(text, trialId);
  return content?.format === FORMAT && content.kept === kept ? content.portrait : undefined;
}

/** Keeps a portrait beside the trial's record. */
export async function writePortrait(store: string, portrait: Portrait, kept: string): Promise<void> {
  await makeFolder(shardFolder(store, portrait.trialId));
  const content = { format: FORMAT, kept, portrait };
  const text = `${JSON.stringify({ sha256: sha256Of(JSON.stringify(content)), ...content })}\n`;
  await writeWhole(portraitFile(store, portrait.trialId), new TextEncoder().encode(text));
}

/** Returns what a portrait's file holds; undefined for a damaged one, or that of another trial. */
export function decodePortrait(
  text: string,
  trialId: string,
): { format: number; kept: string; portrait: Portrait } | undefined {
  try {
    const { sha256, ...content } = JSON.parse(text) as {
      sha256: string;
      format: number;
      kept: string;
      portrait: Portrait;
    };
    return sha256 === sha256Of(JSON.stringify(content)) && content.portrait.trialId === trialId
      ? content
      : undefined;
  } catch {
    return undefined; // cut off
  }
}
