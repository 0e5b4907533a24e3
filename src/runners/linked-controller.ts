/** A controller that aborts with a signal, too. */
export interface LinkedController {
  readonly controller: AbortController;
  /** To be called when nothing listens to it any more. */
  readonly unlink: () => void;
}

/**
 * Returns a controller that aborts when a signal does. AbortSignal.any() is the same, but leaves weak references, which
 * stay until everything is looked through for garbage: thousands of short tasks make too many of them.
 */
export function linkedController(signal: AbortSignal): LinkedController {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);
  return { controller, unlink: () => signal.removeEventListener("abort", abort) };
}
