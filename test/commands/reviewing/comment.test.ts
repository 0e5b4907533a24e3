import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ciJob } from "../../../src/commands/reviewing/ci-job.ts";
import { MARKER, postComment } from "../../../src/commands/reviewing/post-comment.ts";
import { threadOf } from "../../../src/commands/reviewing/thread-of.ts";
import { FakeHost } from "../../support/fake-host.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { gridient, type Ended } from "../run-in.ts";

let cwd: string;
let host: FakeHost;
let github: Record<string, string>;
beforeEach(async () => {
  cwd = await temporaryFolder();
  host = new FakeHost();
  await host.start();
  const event = join(cwd, "event.json");
  await writeFile(event, JSON.stringify({ pull_request: { number: 5, head: { sha: "a".repeat(40) } } }));
  github = host.github(event);
});
afterEach(() => host.stop());

/** Runs `gridient comment` with a text. */
async function comment(text: string, env: Readonly<Record<string, string>> = github): Promise<Ended> {
  await writeFile(join(cwd, "review.md"), text);
  return gridient(cwd, ["comment", "review.md"], env);
}

/** Posts like the command, and returns what it does and how long it waits each time. */
async function post(text: string, env = github): Promise<{ posted: string; waits: number[] }> {
  const waits: number[] = [];
  const thread = threadOf(ciJob(env));
  if (typeof thread === "string") throw new Error(thread);
  const posted = await postComment(thread, text, async (seconds) => void waits.push(seconds));
  return { posted, waits };
}

describe.each(["github", "gitlab"] as const)("gridient comment on %s", (name) => {
  const env = () => (name === "github" ? github : host.gitlab());

  it("writes a comment, then changes the same one, and nothing where it is up to date", async () => {
    host.addOthers(2);
    expect(await comment("first\n", env())).toEqual({ exitCode: 0, stdout: "comment written", stderr: "" });
    expect((await comment("second\n", env())).stdout).toBe("comment updated");
    expect((await comment("second\n", env())).stdout).toBe("comment is up to date");
    expect(host.comments.map(({ body }) => body)).toEqual(["a comment", "a comment", `${MARKER}\nsecond\n`]);
    expect(host.requests.filter((request) => !request.startsWith("GET"))).toHaveLength(2);
  });

  it("finds its comment after more than a page of others", async () => {
    host.addOthers(230);
    await comment("first", env());
    host.addOthers(130);
    expect((await comment("second", env())).stdout).toBe("comment updated");
    expect(host.comments).toHaveLength(361);
    expect(host.comments[230]!.body).toBe(`${MARKER}\nsecond`);
  });

  it("leaves a comment of someone else alone, whatever is in it", async () => {
    host.addOthers(1, `${MARKER}\nforged`);
    host.addOthers(1, `> ${MARKER}\n> quoted`);
    expect((await comment("mine", env())).stdout).toBe("comment written");
    expect(host.comments.map(({ body }) => body)).toContain(`${MARKER}\nforged`);
  });
});

describe("a host that refuses", () => {
  it("is asked again after the time that it names", async () => {
    host.refusals.push({ status: 429, headers: { "retry-after": "7" } });
    host.refusals.push({ status: 403, headers: { "retry-after": "20" } });
    const date = "Mon, 30 Nov 2026 12:00:00 GMT";
    const reset = String(Date.parse(date) / 1000 + 40);
    const spent = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset, date };
    host.refusals.push({ status: 403, headers: spent, method: "POST" });
    expect(await post("text")).toEqual({ posted: "created", waits: [7, 20, 40] });
    expect(host.comments).toHaveLength(1);
  });

  it("is not waited for longer than two minutes: that is a notice, and no failure", async () => {
    host.refusals.push({ status: 429, headers: { "retry-after": "3600" }, message: "slow down" });
    const { exitCode, stderr } = await comment("text");
    expect(exitCode).toBe(0);
    expect(stderr).toContain("::notice title=gridient::No comment written: the host answered 429 slow down");
  });

  it("is asked again after a fault, but never to write a second time what may have been written", async () => {
    host.refusals.push({ status: 502, method: "GET" }, { status: 503, method: "GET" });
    expect(await post("text")).toEqual({ posted: "created", waits: [1, 2] });
    host.comments.length = 0;
    host.refusals.push({ status: 502, method: "POST" });
    await expect(post("text")).rejects.toMatchObject({ status: 502 });
    expect(host.comments).toEqual([]);
  });

  it("for lack of permission is a notice that names it, in which nothing is a command", async () => {
    host.refusals.push({
      status: 403,
      method: "POST",
      message: "Resource not accessible by integration\n::error::owned",
    });
    const { exitCode, stderr } = await comment("text");
    expect(exitCode).toBe(0);
    expect(stderr).toContain("pull-requests: write");
    const commands = stderr.split("\n").filter((line) => /^\s*::/.test(line));
    expect(commands).toHaveLength(1);
    expect(commands[0]).toMatch(/^::notice title=gridient::.*accessible by integration%0A::error::owned/);
  });

  it("by not answering is like one that refuses", async () => {
    const env = { ...github };
    await host.stop();
    await expect(post("text", env)).rejects.toMatchObject({ name: "Error", status: 0 });
    await host.start();
  });
});

describe("gridient comment", () => {
  it("writes another comment where its own has just been removed", async () => {
    await comment("first");
    host.refusals.push({ status: 404, method: "PATCH" });
    expect((await comment("second")).stdout).toBe("comment written");
  });

  it("sends the token to no other host, even if a list continues there", async () => {
    host.next = "http://127.0.0.1:9/steal";
    expect((await comment("text")).stdout).toBe("comment written");
  });

  it.each([
    [{ GITHUB_TOKEN: "" }, "the job has no GITHUB_TOKEN, as for pull requests from some forks"],
    [{ GITHUB_EVENT_PATH: "" }, "this job does not run for a pull request"],
    [{ GITHUB_ACTIONS: "" }, "this is no job of GitHub Actions or GitLab CI"],
  ])("only says so with %j", async (without, reason) => {
    const { exitCode, stderr } = await comment("text", { ...github, ...without });
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stderr).toContain(`No comment written: ${reason}`);
    expect(host.requests).toEqual([]);
  });

  it("cuts a text that is too long, says so, and closes what is folded", async () => {
    const row = `| ${"x".repeat(100)} | 1 |\n`;
    const text = `**The answer.**\n\n<details>\n<summary>Rows</summary>\n\n| a | b |\n| --- | --- |\n${row.repeat(900)}\n</details>\n`;
    expect((await comment(text)).stdout).toBe("comment written");
    const { body } = host.comments[0]!;
    expect(body.length).toBeGreaterThan(65_000);
    expect(body).toMatch(/^<!-- gridient:comment -->\n\*\*The answer\.\*\*\n/);
    expect(body).toMatch(
      / \| 1 \|\n\n<\/details>\n\nThe rest is left out: a comment has at most 65536 characters\./,
    );
    expect(body).toContain("(https://github.com/someone/project/actions/runs/99)");
  });

  it("needs a file", async () => {
    const { exitCode, stderr } = await gridient(cwd, ["comment", "missing.md"], github);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Cannot read missing.md");
  });
});
