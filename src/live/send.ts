/**
 * Answers with a body.
 * @module
 */
import type { ServerResponse } from "node:http";

const REPORT_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Sends a page that has its own policy. */
export function sendPage(response: ServerResponse, html: string): void {
  response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html);
}

/** Sends a page that may come from someone else: it cannot load or send anything. */
export function sendReport(response: ServerResponse, html: Uint8Array): void {
  response.setHeader("Content-Security-Policy", REPORT_POLICY);
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html);
}

/** Sends plain data. */
export function sendJson(response: ServerResponse, data: unknown): void {
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(data));
}

/** Sends an SVG that may come from someone else: opened as a page, it can run, load and send nothing. */
export function sendPicture(response: ServerResponse, svg: Uint8Array): void {
  response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  response.writeHead(200, { "Content-Type": "image/svg+xml" }).end(svg);
}
