import { GridientError } from "../../errors.ts";
import { linkedSpec, playgroundHash } from "../../report/playground-link.ts";
import type { SpecText } from "../messages.ts";

/** What an address asks the page to show. */
export interface Addressed {
  readonly spec?: SpecText | undefined;
  /** The id of a lesson, "" for the list of lessons; absent where the address names none. */
  readonly lesson?: string;
  /** What is wrong with the link. */
  readonly trouble?: string;
}

/** Returns what the hash of an address asks for. */
export function addressed(hash: string): Addressed {
  try {
    const spec = linkedSpec(hash);
    if (spec) return { spec };
  } catch (error) {
    if (!(error instanceof GridientError)) throw error;
    return { trouble: `${error.message}. ${error.hint ?? ""}` };
  }
  const lesson = new URLSearchParams(hash.replace(/^#/, "")).get("lesson");
  return lesson === null ? {} : { lesson };
}

/** Returns the whole address of a spec; undefined where it is too long for one. */
export function linkTo(spec: SpecText): string | undefined {
  const hash = playgroundHash(spec);
  return hash === undefined ? undefined : `${location.href.replace(/#.*/s, "")}#${hash}`;
}

/** Removes the spec from the address when the editor has another one, and sets the lesson. */
export function showInAddress(lesson: string | undefined): void {
  const words = new URLSearchParams(location.hash.replace(/^#/, ""));
  const before = words.toString();
  words.delete("spec");
  if (lesson === undefined) words.delete("lesson");
  else words.set("lesson", lesson);
  if (words.toString() !== before) history.replaceState(null, "", `#${words}`);
}
