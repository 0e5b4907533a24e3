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
  if (existsSync(join(root, ".gitlab-ci.yml")) || /gitlab/.test(remote))
    return { file: ".gitlab-ci.yml", text: ofGitLab(results) };
  if (existsSync(join(root, ".github")) || /github/.test(remote))
    return { file: ".github/workflows/results.yml", text: OF_GITHUB };
  return undefined;
}

const OF_GITHUB = `# Checks the committed results, and comments on a pull request what it changes about them.
name: Results
on: [push, pull_request]

permissions:
  contents: read
  pull-requests: write # the comment

jobs:
  results:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v7
        with:
          node-version: 24
      - uses: gridient/action@v1
        with:
          check: true
          verify: 3
          comment: true
`;

function ofGitLab(results: string): string {
  return `# Checks the committed results, and comments on a merge request what it changes about them. The comment needs a project
# access token with the scope api as the variable GRIDIENT_TOKEN.
results:
  image: node:24
  variables:
    GIT_DEPTH: 0
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  cache: # a trial whose record is here does not train again
    key: gridient
    paths: [${results}/.store]
    when: always
  script:
    - if [ -e package-lock.json ]; then npm ci; else npm install; fi
    - base=\${CI_MERGE_REQUEST_DIFF_BASE_SHA:-$CI_COMMIT_BEFORE_SHA}
    - git rev-parse --quiet --verify "$base^{commit}" || base=HEAD
    - npx gridient review --base "$base" --check --verify 3 > review.md
  after_script:
    - npx gridient comment review.md
  artifacts:
    when: always
    paths: [review.md]
`;
}
