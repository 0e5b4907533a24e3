import { GridientError } from "../errors.ts";

/** When a download is given up, and how its progress is reported. */
export interface DownloadLimits {
  /** Largest number of bytes that is taken. */
  readonly limitBytes: number;
  /** Longest time without a byte, in milliseconds. */
  readonly stallMs: number;
  readonly signal?: AbortSignal | undefined;
  /** `totalBytes` is absent where the server does not say. */
  readonly onProgress?: (receivedBytes: number, totalBytes: number | undefined) => void;
}

/**
 * Returns the bytes behind an address; redirects are followed.
 * @throws {GridientError} E_DATA if the server cannot be reached, answers anything but 200, breaks off, stalls or
 * sends too much.
 */
export async function download(url: string, limits: DownloadLimits): Promise<Buffer> {
  const { stallMs, signal } = limits;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error(`nothing received for ${stallMs / 1000} s`)), stallMs);
  try {
    const response = await fetch(url, {
      signal: signal ? AbortSignal.any([stop.signal, signal]) : stop.signal,
    });
    if (response.status !== 200) throw new Error(`answer ${response.status} ${response.statusText}`);
    return await readBody(response, limits, () => timer.refresh());
  } catch (cause) {
    const message = `Cannot download "${url}": ${reasonOf(cause)}`;
    throw new GridientError("E_DATA", message, { cause });
  } finally {
    clearTimeout(timer);
    stop.abort(); // closes the connection of an answer that was not read to its end
  }
}

async function readBody(response: Response, limits: DownloadLimits, onBytes: () => void): Promise<Buffer> {
  const { limitBytes, onProgress } = limits;
  const totalBytes = announcedBytes(response);
  const chunks: Uint8Array[] = [];
  let received = 0;
  if (totalBytes !== undefined && totalBytes > limitBytes) throw tooMuch(limitBytes);
  for await (const chunk of response.body ?? []) {
    onBytes();
    received += chunk.length;
    if (received > limitBytes) throw tooMuch(limitBytes);
    chunks.push(chunk);
    onProgress?.(received, totalBytes);
  }
  return Buffer.concat(chunks, received);
}

/** The header counts bytes as sent: it says nothing of an answer that fetch has decompressed on the way. */
function announcedBytes({ headers }: Response): number | undefined {
  const length = headers.get("content-length");
  return length === null || headers.has("content-encoding") ? undefined : Number(length);
}

function tooMuch(limitBytes: number): Error {
  return new Error(`more than ${limitBytes} bytes`);
}

/** fetch hides what happened in `cause`; a refused connection has a code and no message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const root = error.cause instanceof Error ? error.cause : error;
  return root.message || ("code" in root ? String(root.code) : root.name);
}
