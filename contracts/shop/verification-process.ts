/** Verifies shops in a process of its own. */
import { serveJobs } from '../pact/serve-jobs.ts';
import { brokenShops } from './broken-shops.ts';
import { startDemoShop } from './demo-shop.ts';
import { verifyCallbacks } from './verify-callbacks.ts';

export interface ShopJob {
  readonly pactFile: string;
  /** Name of a broken shop; absent: the demo shop as it is. */
  readonly broken?: string;
}

serveJobs(async ({ pactFile, broken }: ShopJob) => {
  const shop = await startDemoShop(broken === undefined ? undefined : brokenShops[broken]?.fault);
  return verifyCallbacks(shop, pactFile).finally(shop.stop);
});
