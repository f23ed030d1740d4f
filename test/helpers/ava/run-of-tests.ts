/** `quick` in `npm test`, `slow` in `npm run test:slow`; undefined if files are named, which then run with all their tests. */
export const runOfTests = process.env['TEST_RUN'];

export const isSlowRun = runOfTests === 'slow';
