import type { OutputStream, ProgramEnd, ProgramStart } from "./process-group.ts";

/** What the process that starts programs is asked to do. */
export type ToLauncher =
  | { readonly id: number; readonly start: ProgramStart; readonly timeout: number | undefined }
  | { readonly id: number; readonly cancel: true };

/** What it reports of a program. */
export type FromLauncher = { readonly id: number } & (
  | { readonly slot: number; readonly group: number | undefined }
  | { readonly piece: Uint8Array; readonly stream: OutputStream }
  | { readonly end: ProgramEnd }
);
