/** What every page contains besides its data. */
export interface PageAssets {
  /** JavaScript that draws the page. */
  readonly script: string;
  readonly style: string;
  /** JavaScript of the worker that trains, as `packText` returns it. */
  readonly trainer: string;
}
