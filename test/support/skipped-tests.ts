import { appendFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Writes a line for each skipped test into the file that GRIDIENT_SKIPPED names: CI counts them. */
export class SkippedTests implements Reporter {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const { relativeModuleId, children } of modules)
      for (const { fullName } of children.allTests("skipped"))
        appendFileSync(this.#file, `${relativeModuleId}: ${fullName}\n`);
  }
}
