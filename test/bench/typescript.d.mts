/** Returns a file of TypeScript without its types. */
export function javaScriptOf(file: string): Promise<string>;
