/**
 * Draws a running sweep from the data of its server.
 * @module
 */
import { render } from "preact";
import { LiveApp } from "./live/live-app.tsx";

render(<LiveApp />, document.getElementById("page")!);
