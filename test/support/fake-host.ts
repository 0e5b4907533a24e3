import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A comment as both hosts list it: GitHub's `user` and GitLab's `author` are who wrote it. */
export interface FakeComment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
  readonly author: { readonly id: number };
}

/** An answer that is given in place of the usual one. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** Only for requests of this method. */
  readonly method?: string;
}

const TOKEN = "secret-of-the-job";
const OWN_USER = 7;
/** Of a comment, as GitHub says it. */
const LONGEST = 65_536;

/** The API of a code host, as far as comments need it: GitHub's and GitLab's, for one pull request. */
export class FakeHost {
  readonly comments: FakeComment[] = [];
  /** Every request, as "METHOD path". */
  readonly requests: string[] = [];
  /** Answers to the next requests that they fit. */
  readonly refusals: Refusal[] = [];
  /** In place of the address of the next page. */
  next: string | undefined;
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<void> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The environment of a job of GitHub for pull request 5. */
  github(eventFile: string): Record<string, string> {
    return {
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: this.url,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_REPOSITORY: "someone/project",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: eventFile,
      GITHUB_RUN_ID: "99",
      GITHUB_TOKEN: TOKEN,
    };
  }

  /** The environment of a job of GitLab for merge request 5. */
  gitlab(): Record<string, string> {
    return {
      GITLAB_CI: "true",
      CI_API_V4_URL: this.url,
      CI_PROJECT_ID: "12",
      CI_PROJECT_URL: "https://gitlab.example.org/a/b",
      CI_MERGE_REQUEST_IID: "5",
      CI_COMMIT_SHA: "c".repeat(40),
      CI_JOB_URL: "https://gitlab.example.org/a/b/-/jobs/3",
      GRIDIENT_TOKEN: TOKEN,
    };
  }

  /** Adds comments of people. */
  addOthers(count: number, body = "a comment"): void {
    for (let i = 0; i < count; i++) this.#add(body, "User", 1);
  }

  #add(body: string, type: string, author: number): FakeComment {
    const comment = { id: this.comments.length + 1, body, user: { type }, author: { id: author } };
    this.comments.push(comment);
    return comment;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "", headers } = request;
    this.requests.push(`${method} ${url.replace(/\?.*/, "")}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const refused = this.refusals.findIndex((refusal) => (refusal.method ?? method) === method);
    const [refusal] = refused < 0 ? [] : this.refusals.splice(refused, 1);
    if (refusal) return reply(response, refusal.status, { message: refusal.message }, refusal.headers);
    if (headers.authorization !== `Bearer ${TOKEN}` && headers["private-token"] !== TOKEN)
      return reply(response, 401, { message: "Bad credentials" });
    const sent = JSON.parse(Buffer.concat(chunks).toString() || "{}") as { body?: string };
    if ((sent.body?.length ?? 0) > LONGEST)
      return reply(response, 422, { message: `body is too long (maximum is ${LONGEST} characters)` });
    return this.#serve(method, new URL(url, this.url), sent.body ?? "", response);
  }

  #serve(method: string, { pathname, searchParams }: URL, body: string, response: ServerResponse): void {
    const lists = ["/repos/someone/project/issues/5/comments", "/projects/12/merge_requests/5/notes"];
    const list = lists.find((path) => pathname === path);
    if (pathname === "/user") return reply(response, 200, { id: OWN_USER });
    if (method === "POST" && list) return reply(response, 201, this.#add(body, "Bot", OWN_USER));
    if (method === "GET" && list) return this.#list(list, searchParams, response);
    const id =
      /^(?:\/repos\/someone\/project\/issues\/comments|\/projects\/12\/merge_requests\/5\/notes)\/(\d+)$/.exec(
        pathname,
      )?.[1];
    const comment = this.comments.find((own) => own.id === Number(id));
    if (!comment || !["PATCH", "PUT"].includes(method)) return reply(response, 404, { message: "Not Found" });
    comment.body = body;
    return reply(response, 200, comment);
  }

  #list(path: string, query: URLSearchParams, response: ServerResponse): void {
    const [size, page] = [Number(query.get("per_page") ?? 30), Number(query.get("page") ?? 1)];
    const shown = this.comments.slice((page - 1) * size, page * size);
    const isLast = page * size >= this.comments.length;
    const next = this.next ?? (isLast ? undefined : `${this.url}${path}?per_page=${size}&page=${page + 1}`);
    return reply(response, 200, shown, next === undefined ? {} : { link: `<${next}>; rel="next"` });
  }
}

function reply(
  response: ServerResponse,
  status: number,
  data: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(data));
}
