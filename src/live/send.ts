/**
 * Answers with a body.
 * @module
 */
import type { ServerResponse } from "node:http";

/** Sends a page that carries its own policy. */
export function sendPage(response: ServerResponse, html: string): void {
  response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html);
}

/** Sends plain data. */
export function sendJson(response: ServerResponse, data: unknown): void {
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(data));
}
