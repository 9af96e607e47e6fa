/** The browser the tests use: `CHROMIUM_PATH`, else Playwright's own, else one of the system. `undefined` when there is none. */
export function findBrowser(): string | undefined
