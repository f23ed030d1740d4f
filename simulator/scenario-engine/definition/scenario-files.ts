/** Opens the door to the scenario files: zod and yaml are loaded when it is first opened, so that the start stays fast. */
export const openScenarioFiles = () => import('./behind-the-door.ts');
