import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds. */
interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/**
 * Returns what keeps people out of a page that was opened with `bypassCSP`, where it is serious: the rule, and where. In
 * the dark, only contrast is looked at, because nothing else differs from the light.
 */
export async function findBarriers(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  await page.evaluate(AXE);
  const rules = colorScheme === "dark" ? { runOnly: ["color-contrast"] } : {};
  const options = JSON.stringify({ ...rules, resultTypes: ["violations"] }); // to describe what passes takes long
  const { violations } = (await page.evaluate(`axe.run(${options})`)) as { violations: Violation[] };
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}
