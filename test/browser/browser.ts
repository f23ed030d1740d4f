import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The browser of the tests: the path of Chromium. */
export const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium';

/** Why no browser can be started here; undefined where one can. */
export const whyNoBrowser: string | undefined = existsSync(executablePath)
  ? undefined
  : `no Chromium at ${executablePath}; install it, or set CHROMIUM to where it is`;

/** Starts Chromium without a window. It calls nobody on its own. */
export const launchBrowser = (flags: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ...flags,
    ],
  });
