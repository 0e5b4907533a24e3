import { EventStream } from "../../live/event-stream.ts";
import { startServer, type Answer, type ListenOptions, openText } from "../../live/local-server.ts";
import { sendJson, sendPage } from "../../live/send.ts";
import { liveHtml } from "../../report/page/page-html.ts";
import { packPage, type PackedPage } from "../../report/page/packed-series.ts";
import { readPageAssets } from "../../pipeline/read-page-assets.ts";
import type { Io } from "../console/io.ts";
import type { SweepOptions } from "./sweep-experiment.ts";
import { sweep } from "./sweep.ts";
import { LiveFeed } from "../../pipeline/progress/live-feed.ts";

const TICK_MS = 400;

/** Runs experiments as `sweep` does, and shows them on a live page meanwhile. Returns the exit code. */
export async function sweepLive(
  files: readonly string[],
  options: SweepOptions & ListenOptions,
  io: Io,
): Promise<number> {
  const feed = new LiveFeed(io.now);
  const stream = new EventStream();
  const server = await startServer((request, query) => routeOf(request, query, { feed, stream }), options);
  io.stderr.write(`live: ${server.url}\n${openText(options)}`);
  const timer = setInterval(() => stream.size > 0 && stream.send("status", feed.status()), TICK_MS);
  try {
    return await sweep(files, { ...options, listener: feed }, stoppableIo(io, feed));
  } finally {
    clearInterval(timer);
    await stream.end("end", { status: feed.status(), results: packedResults(feed) });
    await server.close();
  }
}

/** The parts of the page. */
interface Live {
  readonly feed: LiveFeed;
  readonly stream: EventStream;
}

function routeOf(request: string, query: URLSearchParams, { feed, stream }: Live): Answer | undefined {
  switch (request) {
    case "GET /":
      return (response) => sendPage(response, liveHtml(readPageAssets("live")));
    case "GET /results":
      return (response) => sendJson(response, packedResults(feed));
    case "GET /events":
      return (response) => stream.add(response, "status", feed.status());
    case "POST /stop":
      return (response) => {
        feed.stop();
        response.writeHead(204).end();
      };
    case "POST /stop-trial":
      return (response) => {
        const stopped = feed.stopTrial(Number(query.get("trial") ?? NaN));
        response.writeHead(stopped ? 204 : 409).end();
      };
    default:
      return undefined;
  }
}

function packedResults(feed: LiveFeed): PackedPage | null {
  const results = feed.results();
  return results ? packPage(results) : null;
}

/** The button on the page works like Ctrl-C. */
function stoppableIo(io: Io, feed: LiveFeed): Io {
  const onInterrupt: Io["onInterrupt"] = (listener) => {
    const ends = [io.onInterrupt(listener), feed.onStop(listener)];
    return () => ends.forEach((end) => end());
  };
  return { ...io, onInterrupt };
}
