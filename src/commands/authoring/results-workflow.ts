import { existsSync } from "node:fs";
import { join } from "node:path";
import { git } from "../../files/git.ts";

/** A file by which a code host checks results. */
interface Workflow {
  readonly file: string;
  readonly text: string;
}

const MOST_BYTES = 1_000_000;

/**
 * Returns what checks the results of a project on its code host: GitHub or GitLab, by their folders or by the address that
 * git pushes to. Undefined for another one, and in a folder below the root of its repository, where no host looks.
 *
 * @param results The folder of results, from the root.
 */
export function resultsWorkflow(root: string, results: string): Workflow | undefined {
  if (!existsSync(join(root, ".git"))) return undefined;
  const remote = git(["remote", "get-url", "origin"], root, MOST_BYTES).stdout?.toString() ?? "";
  const install = existsSync(join(root, "package-lock.json")) ? "npm ci" : "npm install";
  if (existsSync(join(root, ".gitlab-ci.yml")) || /gitlab/.test(remote))
    return { file: ".gitlab-ci.yml", text: ofGitLab(results, install) };
  if (existsSync(join(root, ".github")) || /github/.test(remote))
    return { file: ".github/workflows/results.yml", text: ofGitHub(results, install) };
  return undefined;
}

function ofGitHub(results: string, install: string): string {
  return `# Regenerates the committed results and compares them, byte for byte.
name: Results
on: [push, pull_request]

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: ${install}
      - uses: actions/cache@v4 # a trial whose record is here does not train again
        with:
          path: ${results}/.store
          key: gridient-\${{ hashFiles('package-lock.json', 'experiments/**') }}
          restore-keys: gridient-
      - run: npx gridient sweep --check
`;
}

function ofGitLab(results: string, install: string): string {
  return `# Regenerates the committed results and compares them, byte for byte.
results:
  image: node:24
  cache: # a trial whose record is here does not train again
    key: gridient
    paths: [${results}/.store]
  script:
    - ${install}
    - npx gridient sweep --check --junit gridient.xml
  artifacts:
    when: always
    reports:
      junit: gridient.xml
`;
}
