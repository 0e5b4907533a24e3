/**
 * Draws a sweep while it runs, from what its server tells.
 * @module
 */
import { render } from "preact";
import { LiveApp } from "./live/live-app.tsx";

render(<LiveApp />, document.getElementById("page")!);
