/**
 * What is wrong with an experiment or its data, before it has a place.
 * @module
 */
import type { ProblemCode } from "./problem-codes.ts";

/** What a problem says. Its message is made of its parts, so programs can use the parts. */
export interface Statement {
  readonly code: ProblemCode;
  readonly message: string;
  /** What was found, as the message quotes it. */
  readonly found?: string;
  /** What is allowed, in words: "an integer from 1 to 100000". */
  readonly allowed?: string;
  /** What to do. */
  readonly hint?: string;
}

/** A rule that something breaks: "epochs must be an integer from 1 to 100000 (got 5.5)". */
export interface BrokenRule {
  /** "epochs" */
  readonly subject: string;
  /** Absent = "must be". */
  readonly verb?: string;
  readonly allowed: string;
  /** Absent where the message would only repeat the subject. */
  readonly found?: string | number | undefined;
}

/** A word that is not one of those allowed: 'Unknown key "epoch" in run'. */
export interface UnknownWord {
  /** "key" */
  readonly unknown: string;
  readonly found: string;
  /** " in run" */
  readonly where?: string;
  readonly allowed?: string | undefined;
}

/** A message, or the parts that it is made of. */
export type Says = string | BrokenRule | UnknownWord;

/** Returns what is wrong as a message and its parts. */
export function statement(code: ProblemCode, says: Says, hint?: string): Statement {
  const { found, allowed } = typeof says === "string" ? {} : says;
  return {
    code,
    message: messageOf(says),
    ...(found !== undefined && { found: String(found) }),
    ...(allowed !== undefined && { allowed }),
    ...(hint !== undefined && { hint }),
  };
}

/** Returns the message that parts make. */
export function messageOf(says: Says): string {
  if (typeof says === "string") return says;
  if ("unknown" in says) return `Unknown ${says.unknown} ${says.found}${says.where ?? ""}`;
  const { subject, verb = "must be", allowed, found } = says;
  return `${subject} ${verb} ${allowed}${found === undefined ? "" : ` (got ${found})`}`;
}
