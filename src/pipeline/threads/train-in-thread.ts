/**
 * What a worker thread of Node loads: a bundle of its own.
 * @module
 */
export { trainOnKernel } from "./train-on-kernel.ts";
