import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The browser of the tests: the path of Chromium. */
export const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium';

/** Chromium without what only a window needs: the same pages in two thirds of the time. */
const leanPath = process.env['CHROMIUM'] ? executablePath : '/usr/bin/chromium-headless-shell';

/** Why no browser can be started here; undefined where one can. */
export const whyNoBrowser: string | undefined = existsSync(executablePath)
  ? undefined
  : `no Chromium at ${executablePath}; install it, or set CHROMIUM to where it is`;

export interface BrowserOptions {
  /** Further ones for Chromium. */
  readonly flags?: readonly string[];
  /** All of Chromium. Its lean build, which is taken by default if it is there, crashes when a page opens another tab. */
  readonly isWhole?: boolean;
}

/** Starts Chromium without a window. It calls nobody on its own. */
export const launchBrowser = ({ flags = [], isWhole = false }: BrowserOptions = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: !isWhole && existsSync(leanPath) ? leanPath : executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ...flags,
    ],
  });
