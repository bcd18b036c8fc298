/** Path of the browser that the tests drive, or null where there is none. */
export function findBrowser(): Promise<string | null>;
