/**
 * Draws the playground.
 * @module
 */
import { render } from "preact";
import { PlaygroundPage } from "./playground-page.tsx";

/** What the trainer of the report reads from its page. */
async function addTrainer(): Promise<void> {
  const data = document.createElement("script");
  data.type = "application/json";
  data.id = "trainer";
  data.textContent = JSON.stringify(await (await fetch("report/trainer.txt")).text());
  document.body.append(data);
}

async function start(): Promise<void> {
  const examples = (await (await fetch("examples.json")).json()) as Record<string, string>;
  const place = document.getElementById("page");
  if (place) render(<PlaygroundPage examples={examples} />, place);
  await addTrainer();
}

void start();
