/**
 * Draws report.html from the data that it carries.
 * @module
 */
import { render } from "preact";
import { App } from "./app.tsx";
import { readPageData } from "./read-page-data.ts";

render(<App data={readPageData()} />, document.getElementById("page")!);
