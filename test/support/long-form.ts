import { it } from "vitest";

/** Whether tests run at length: `npm run test:long` says so. */
export const IS_LONG: boolean = process.env["GRIDIENT_TESTS"] === "long";

/** A test of the long form alone; `npm test` names it as skipped. */
export const itLong: typeof it = (IS_LONG ? it : it.skip) as typeof it;
