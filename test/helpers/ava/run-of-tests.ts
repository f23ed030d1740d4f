/** `quick` in `npm test`, `slow` in `npm run test:slow`; undefined if files are named, which then run with all their tests. */
export const runOfTests = process.env['TEST_RUN'];

export const isSlowRun = runOfTests === 'slow';

/** How often a test repeats itself: `npm test` a tenth of the times. */
export const timesOf = (many: number): number => (runOfTests === 'quick' ? Math.ceil(many / 10) : many);
