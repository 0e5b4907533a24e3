import type { CiJob } from "./ci-job.ts";

/** The comments of a pull request or merge request, as the API of its host has them. */
export interface Thread {
  /** The address to which a new comment is sent. */
  readonly comments: string;
  /** The address of the first page of the list of comments, the oldest first. */
  readonly list: string;
  /** Returns the address of a comment. */
  readonly commentAt: (id: number) => string;
  /** How a comment is changed. */
  readonly change: "PATCH" | "PUT";
  readonly headers: Readonly<Record<string, string>>;
  /** The address of the user that the token belongs to; absent where programs have accounts of another type. */
  readonly self?: string;
  /** Characters of a comment, at most. */
  readonly longest: number;
  /** Says in Markdown where a text is whole that is too long for a comment. */
  readonly whole: string;
  /** What the job needs to be allowed to write. */
  readonly permission: string;
}

/** Returns the comments of the pull request of a job; else why there are none. */
export function threadOf(job: CiJob | undefined): Thread | string {
  if (!job) return "this is no job of GitHub Actions or GitLab CI";
  if (job.number === undefined) return "this job does not run for a pull request";
  if (job.token === undefined)
    return job.host === "github"
      ? "the job has no GITHUB_TOKEN, as for pull requests from some forks"
      : "the job has no GRIDIENT_TOKEN, a project access token with the scope api";
  if (job.host === "gitlab") {
    const request = `${job.api}/projects/${encodeURIComponent(job.project)}/merge_requests/${job.number}`;
    return {
      comments: `${request}/notes`,
      list: `${request}/notes?per_page=100&sort=asc&order_by=created_at`,
      commentAt: (id) => `${request}/notes/${id}`,
      change: "PUT",
      headers: { "private-token": job.token },
      self: `${job.api}/user`,
      longest: 1_000_000,
      whole: `The artifacts of the [job](${job.page}) have all of it.`,
      permission: "GRIDIENT_TOKEN must have the scope api and the role Reporter or above",
    };
  }
  const issues = `${job.api}/repos/${job.repository}/issues`;
  return {
    comments: `${issues}/${job.number}/comments`,
    list: `${issues}/${job.number}/comments?per_page=100`,
    commentAt: (id) => `${issues}/comments/${id}`,
    change: "PATCH",
    headers: { authorization: `Bearer ${job.token}`, "x-github-api-version": "2022-11-28" },
    longest: 65_536,
    whole: `The [summary of the job](${job.page}) has all of it.`,
    permission: "the job needs permissions: pull-requests: write; pull requests from forks do not get it",
  };
}
