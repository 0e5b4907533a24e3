/**
 * An experiment as the part of an address behind `#`, which the playground opens.
 * @module
 */
import { deflateSync, Inflate } from "fflate";
import { GridientError } from "../errors.ts";
import { base64Bytes, base64Text } from "../text/base64.ts";
import { isUtf8, joinBytes, utf8Bytes, utf8Text } from "../text/utf8.ts";

/** The spec of a link. */
export interface LinkedSpec {
  /** A path in a project: "experiments/lr.yaml". */
  readonly file: string;
  readonly text: string;
}

/** Names the format: a later one has another number. */
const START = "spec=1.";
/** Characters of a hash: browsers and mail programs handle longer addresses badly. */
const MOST_PACKED = 1 << 16;
/** Bytes of file and text. */
const MOST_UNPACKED = 1 << 18;
/** Packed bytes that are unpacked at once, to 4 MB at most. */
const PIECE_BYTES = 1 << 12;
/** `mem` is stated because its default depends on a logarithm. */
const EFFORT = { level: 9, mem: 8 } as const;
const FILE = /^\P{Cc}{1,200}\.ya?ml$/u;

/** Returns the hash of a link to a spec, without its `#`; undefined where the spec is too long for one. */
export function playgroundHash({ file, text }: LinkedSpec): string | undefined {
  const bytes = utf8Bytes(`${file}\n${text}`);
  if (bytes.length > MOST_UNPACKED) return undefined;
  const packed = base64Text(deflateSync(bytes, EFFORT)).replace(/=+$/, "");
  const hash = START + packed.replaceAll("+", "-").replaceAll("/", "_");
  return hash.length > MOST_PACKED ? undefined : hash;
}

/**
 * Returns the spec that a hash links to; undefined where it links to none.
 *
 * @param hash With or without its `#`.
 * @throws {GridientError} E_DATA if the link is damaged or too long.
 */
export function linkedSpec(hash: string): LinkedSpec | undefined {
  const words = hash.startsWith("#") ? hash.slice(1) : hash;
  if (!words.startsWith("spec=")) return undefined;
  if (!words.startsWith(START)) refuse("is of a newer version of gridient", "Open it with that version");
  if (words.length > MOST_PACKED) refuse(`has ${words.length} characters (at most ${MOST_PACKED})`);
  const contents = unpackedText(words.slice(START.length).replace(/&.*/s, ""));
  const [file = ""] = contents.split("\n", 1);
  if (!FILE.test(file)) refuse("does not begin with the name of a YAML file");
  return { file, text: contents.slice(file.length + 1) };
}

function unpackedText(packed: string): string {
  if (!/^[\w-]+$/.test(packed)) refuse("has characters that no link has");
  try {
    const bytes = inflated(base64Bytes(packed.replaceAll("-", "+").replaceAll("_", "/")));
    return isUtf8(bytes) ? utf8Text(bytes) : refuse("is damaged");
  } catch (error) {
    if (error instanceof GridientError) throw error;
    return refuse("is damaged");
  }
}

/** @throws {Error} If the bytes are damaged, or too many at the first piece that is too much. */
function inflated(packed: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const seen = { bytes: 0, isWhole: false };
  const stream = new Inflate((part, isLast) => {
    parts.push(part);
    seen.bytes += part.length;
    seen.isWhole ||= isLast;
    if (seen.bytes > MOST_UNPACKED) refuse(`unpacks to more than ${MOST_UNPACKED} bytes`);
  });
  for (let at = 0; at < packed.length; at += PIECE_BYTES) {
    stream.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
  }
  if (!seen.isWhole) refuse("is damaged");
  return joinBytes(parts);
}

function refuse(what: string, hint = "Ask for the link again, and copy all of it"): never {
  throw new GridientError("E_DATA", `The link ${what}`, { hint });
}
