import type { Page } from '../../http/page/page.ts';
import { languageOf } from '../../http/read/languages.ts';
import { parameter } from '../../http/read/parameters.ts';
import { notFound } from '../../http/reply.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { missedIn } from '../pages/page-model.ts';

/** Below the bank's base path. */
export const missedPath = 'merchants/sandbox-missed.json';

/** What the scenario of an order could not do, for the page's script after a decline that leaves the payer on the page. */
export const sendMissed: Page = {
  orderIn: (parameters) => parameter(parameters, 'mdOrder'),
  show: async ({ context: { options }, found, parameters }) =>
    options.sandboxPanel && found
      ? {
          status: 200,
          headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
          body: JSON.stringify(
            missedIn(
              await currentOrder(found.context, found.order),
              languageOf(parameter(parameters, 'language'), 'en'),
            ),
          ),
        }
      : notFound,
};
