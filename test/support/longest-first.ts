import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longer than their size suggests, by which Vitest orders files that it has not run before. */
const LONGEST = [
  "bench/bench",
  "docs/docs",
  "workflows/action",
  "commands/reviewing/review",
  "package/project",
  "commands/sweeping/unchanged",
  "commands/live/live-page",
  "package/program",
  "e2e/kill",
  "pictures/pictures",
].map((name) => `/test/${name}.test.ts`);

/** Starts the files that take longest first, so that nothing waits for them at the end; the others come in the usual order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const rank = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return rank < 0 ? LONGEST.length : rank;
    };
    return usual.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
