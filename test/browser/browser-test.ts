import test, { type ExecutionContext } from 'ava';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { testWithout } from '../helpers/ava/test-without.ts';
import { type BrowserOptions, launchBrowser, whyNoBrowser } from './browser.ts';

export interface WindowOptions extends BrowserContextOptions {
  /** Complaints of the browser that belong to the test; any other fails it. */
  readonly mayReport?: RegExp;
}

/** A browser of its own for a test: nothing is shared but the process. */
export interface Visitor {
  readonly t: ExecutionContext;
  /** A page in a new context, with cookies and storage of its own; `page.context().newPage()` is another tab. */
  readonly newPage: (options?: WindowOptions) => Promise<Page>;
}

type BrowserTest = (title: string, body: (visitor: Visitor) => Promise<void>) => void;

/** Tests of one process that run at the same time; more would only wait for the processor. */
const mostAtOnce = 4;

/** Longest wait for anything on a page, in milliseconds. */
const patienceMs = 20_000;

/**
 * `test` with a browser, launched once for all files of a process that want the same. Every test also fails on a console error (a
 * breach of the content security policy is one), an exception in a page, or a dialog. Without Chromium the tests are
 * skipped at home and fail in CI.
 */
export const testsInBrowser = (options: BrowserOptions = {}): BrowserTest => {
  const reason = whyNoBrowser;
  if (reason !== undefined) return (title) => testWithout(reason, title);
  const key = JSON.stringify(options);
  test.after.always('closes the browser', async () => (await browsers.get(key))?.close());

  return (title, body) =>
    test(title, (t) =>
      inTurn(async () => {
        const browser = browsers.get(key) ?? launchBrowser(options);
        browsers.set(key, browser);
        await visit(t, await browser, body);
      }),
    );
};

const visit = async (t: ExecutionContext, browser: Browser, body: (visitor: Visitor) => Promise<void>) => {
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  const newPage: Visitor['newPage'] = async ({ mayReport, ...options } = {}) => {
    const context = await browser.newContext(options);
    contexts.push(context);
    context.setDefaultTimeout(patienceMs);
    listen(context, (complaint) => {
      if (!mayReport?.test(complaint)) complaints.push(complaint);
    });
    return context.newPage();
  };
  try {
    await body({ t, newPage });
    t.deepEqual(complaints, [], 'what the browser complained of');
  } catch (error) {
    for (const complaint of complaints) t.log(complaint);
    throw error;
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
};

const listen = (context: BrowserContext, tell: (complaint: string) => void): void => {
  context.on('console', (message) => {
    if (message.type() === 'error') tell(`${message.location().url}: ${message.text()}`);
  });
  context.on('weberror', (error) => tell(String(error.error())));
  context.on('dialog', (dialog) => {
    tell(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
};

/** Lets so many tasks run at the same time; the others wait for their turn. */
const turns = (most: number) => {
  let free = most;
  const waiting: (() => void)[] = [];
  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
};

const inTurn = turns(mostAtOnce);

/** By their options. */
const browsers = new Map<string, Promise<Browser>>();
