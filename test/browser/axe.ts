import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** In a folder of its own: `npm run test:browser` installs it. */
const file = new URL('node_modules/axe-core/axe.min.js', import.meta.url);

/** The script of axe, for a page. */
export const axeSource = (): string => {
  if (!existsSync(file)) throw new Error('axe is not installed: npm ci --prefix test/browser');
  return readFileSync(file, 'utf8');
};

interface AxeResult {
  readonly violations: readonly { id: string; nodes: readonly { html: string; failureSummary?: string }[] }[];
  /** How many rules had something to look at. */
  readonly passes: readonly object[];
}

/** What axe, which is in the page, finds wrong with it as it is now. */
export const violationsOf = async (page: Page): Promise<readonly string[]> => {
  const result = await page.evaluate<AxeResult>("axe.run(document, { resultTypes: ['violations'] })");
  if (result.passes.length < 10) throw new Error('axe did not look at the page');
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  );
};
