/**
 * A clock that somebody sets back and forth: by ten years with each look at it. Loaded by `--import`, threads included.
 * @module
 */
const YEARS = 3.15e11;
let looks = 0;
const { now } = Date;
Date.now = () => now() + (looks++ % 2 === 0 ? -YEARS : YEARS);
globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length === 0 ? [Date.now()] : args));
  }
};
