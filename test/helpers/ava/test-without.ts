import test from 'ava';

/** Whether a test that cannot run counts as a failure. */
const mustRun = process.env['CI'] === 'true';

/** Stands for a test that cannot run here: in CI it fails, at home it is skipped; both say why. */
export const testWithout = (reason: string, title: string): void => {
  if (mustRun) {
    test(title, (t) => t.fail(reason));
    return;
  }
  console.warn(`Skipped, because there is ${reason}: ${title}`);
  test.skip(`${title} (skipped: ${reason})`, (t) => t.fail(reason));
};
