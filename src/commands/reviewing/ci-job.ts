import { readFileSync } from "node:fs";
import type { Io } from "../console/io.ts";

/** What a CI job knows of its repository and of the pull request that it runs for. */
export type CiJob = GithubJob | GitlabJob;

/** A job of GitHub Actions, or of a host with the same variables. */
export interface GithubJob {
  readonly host: "github";
  readonly server: string;
  readonly api: string;
  readonly repository: string;
  /** Undefined where the job does not run for a pull request. */
  readonly number: number | undefined;
  /** What is compared: of a pull request the last commit of its branch, which may be in a fork. */
  readonly head: { readonly repository: string; readonly commit: string };
  readonly token: string | undefined;
  /** The page of the job, which has its summary. */
  readonly page: string;
}

/** A job of GitLab CI. */
export interface GitlabJob {
  readonly host: "gitlab";
  readonly api: string;
  readonly project: string;
  readonly number: number | undefined;
  /** The addresses of the projects that have the commits. */
  readonly projectPage: string;
  readonly head: { readonly projectPage: string; readonly commit: string };
  readonly token: string | undefined;
  readonly page: string;
}

/** Returns the CI job that this process runs in; undefined elsewhere. */
export function ciJob(env: Io["env"]): CiJob | undefined {
  if (env["GITHUB_ACTIONS"] === "true" && env["GITHUB_REPOSITORY"]) return githubJob(env);
  return env["GITLAB_CI"] === "true" && env["CI_PROJECT_ID"] ? gitlabJob(env) : undefined;
}

function githubJob(env: Io["env"]): GithubJob {
  const repository = env["GITHUB_REPOSITORY"] ?? "";
  const server = env["GITHUB_SERVER_URL"] || "https://github.com";
  const request = fieldOf(eventOf(env["GITHUB_EVENT_PATH"]), "pull_request");
  const head = fieldOf(request, "head");
  return {
    host: "github",
    server,
    api: env["GITHUB_API_URL"] || "https://api.github.com",
    repository,
    number: numberOf(fieldOf(request, "number")),
    head: {
      repository: textOf(fieldOf(fieldOf(head, "repo"), "full_name")) ?? repository,
      commit: textOf(fieldOf(head, "sha")) ?? env["GITHUB_SHA"] ?? "HEAD",
    },
    token: env["GITHUB_TOKEN"] || undefined,
    page: `${server}/${repository}/actions/runs/${env["GITHUB_RUN_ID"] ?? ""}`,
  };
}

function gitlabJob(env: Io["env"]): GitlabJob {
  const projectPage = env["CI_PROJECT_URL"] ?? "";
  return {
    host: "gitlab",
    api: env["CI_API_V4_URL"] ?? "",
    project: env["CI_PROJECT_ID"] ?? "",
    number: numberOf(Number(env["CI_MERGE_REQUEST_IID"] || Number.NaN)),
    projectPage,
    head: {
      projectPage: env["CI_MERGE_REQUEST_SOURCE_PROJECT_URL"] || projectPage,
      commit: env["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] || env["CI_COMMIT_SHA"] || "HEAD",
    },
    token: env["GRIDIENT_TOKEN"] || undefined,
    page: env["CI_JOB_URL"] ?? "",
  };
}

/** A job without its event runs for no pull request. */
function eventOf(file: string | undefined): unknown {
  try {
    return file ? (JSON.parse(readFileSync(file, "utf8")) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns a field of data from outside; undefined where there is none. */
export function fieldOf(data: unknown, name: string): unknown {
  return typeof data === "object" && data !== null
    ? (data as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
