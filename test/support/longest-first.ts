import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Starts the file that takes longest at once, so that nothing waits for it at the end; the others come in the usual order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith("/bench/bench.test.ts");
    return [...usual.filter(isLongest), ...usual.filter((file) => !isLongest(file))];
  }
}
