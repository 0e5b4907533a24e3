import { setTimeout } from "node:timers/promises";
import { fieldOf } from "./ci-job.ts";

/** A request to the API of a code host. */
export interface ApiRequest {
  readonly method: "GET" | "POST" | "PATCH" | "PUT";
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
}

/** What a code host answers. */
export interface ApiAnswer {
  readonly data: unknown;
  /** The address of the next page of a list. */
  readonly next: string | undefined;
}

/** A request that a code host refuses, or does not answer. */
export class ApiRefusal extends Error {
  /** Of HTTP; 0 without an answer. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Waits some seconds. */
export type Wait = (seconds: number) => Promise<unknown>;

/** A host that does not answer for so long is not reached. */
const TIMEOUT_MILLISECONDS = 30_000;
/** A job waits no longer for its turn, all times together. */
const LONGEST_WAIT_SECONDS = 120;
const MOST_TRIES = 3;

/**
 * Sends a request, and again where the host asks to wait, or where it fails for a moment and nothing can be done twice.
 * @throws {ApiRefusal} If it is refused.
 */
export async function send(
  address: string,
  request: ApiRequest,
  wait: Wait = waitSeconds,
): Promise<ApiAnswer> {
  let waited = 0;
  for (let tries = 1; ; tries++) {
    const response = await answerTo(address, request);
    if (response instanceof Response && response.ok) return answerIn(response);
    const seconds = secondsToWait(response, request, tries);
    if (seconds === undefined || tries === MOST_TRIES || waited + seconds > LONGEST_WAIT_SECONDS)
      throw await refusalIn(response);
    waited += seconds;
    await wait(seconds);
  }
}

function waitSeconds(seconds: number): Promise<unknown> {
  return setTimeout(1000 * seconds);
}

async function answerTo(address: string, { method, headers, body }: ApiRequest): Promise<Response | Error> {
  const signal = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const types = { accept: "application/json", "content-type": "application/json", "user-agent": "gridient" };
  try {
    return await fetch(address, { method, headers: { ...types, ...headers }, signal, ...content });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Returns after how many seconds a request may be sent again; undefined where that is useless. */
function secondsToWait(
  response: Response | Error,
  { method }: ApiRequest,
  tries: number,
): number | undefined {
  const isSafe = method !== "POST"; // the answer may have been lost, and not the request
  if (response instanceof Error) return isSafe ? tries : undefined;
  const { status, headers } = response;
  const asked = headers.get("retry-after");
  const isLimit = status === 429 || (status === 403 && (asked !== null || isSpent(headers)));
  if (isLimit) return asked === null ? untilReset(headers) : Number(asked) || 0;
  return status >= 500 && isSafe ? tries : undefined;
}

function isSpent(headers: Headers): boolean {
  return headers.get("x-ratelimit-remaining") === "0";
}

/** By the clock of the host; without a time a minute, as GitHub advises. */
function untilReset(headers: Headers): number {
  const [reset, now] = [Number(headers.get("x-ratelimit-reset")), Date.parse(headers.get("date") ?? "")];
  return reset > 0 && now > 0 ? Math.max(1, Math.ceil(reset - now / 1000)) : 60;
}

async function answerIn(response: Response): Promise<ApiAnswer> {
  const [, next] = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("link") ?? "") ?? [];
  return { data: dataIn(await response.text()), next };
}

async function refusalIn(response: Response | Error): Promise<ApiRefusal> {
  if (response instanceof Error) return new ApiRefusal(0, response.message);
  const message = fieldOf(dataIn(await response.text().catch(() => "")), "message");
  const said = typeof message === "string" ? message : response.statusText;
  return new ApiRefusal(response.status, `${response.status} ${said}`.trim());
}

function dataIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
