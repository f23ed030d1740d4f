/** Loads the reader of scenario files, and with it Zod and yaml, on first use, so that the start stays fast. */
export const openScenarioFiles = () => import('./behind-the-door.ts');
