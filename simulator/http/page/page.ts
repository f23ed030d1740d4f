import { type Context, type FoundOrder, findOrderAnywhere } from '../../context.ts';
import { delayMsOf, preventsWork, refusalCodeOf } from '../../domain/faults/fault.ts';
import { faultFinder, scenarioParameters } from '../../payments/faults/find-gateway-fault.ts';
import { logUnavailable } from '../answer-error.ts';
import type { OpenRequest } from '../open-request.ts';
import type { Route } from '../pipeline.ts';
import { hiderFor } from '../read/hide-parameters.ts';
import type { Parameters } from '../read/parameters.ts';
import { readParameters } from '../read/read-parameters.ts';
import { notFound, type Reply } from '../reply.ts';
import { unknownAddress, wrongMethod } from '../unknown/unknown-address.ts';
import { orderOfPage } from './order-of-page.ts';
import { redirect } from './redirect.ts';

/** Something that a browser opens. */
export interface Page {
  /** Its name in scenario files; absent: nothing goes wrong with it. */
  readonly on?: string;
  /** The id of the order that it is about; absent: it is about none. */
  readonly orderIn?: (parameters: Parameters) => string | undefined;
  readonly show: (request: PageRequest) => Promise<Reply> | Reply;
}

/** A request for a page. */
export interface PageRequest extends OpenRequest {
  readonly parameters: Parameters;
  /** The merchant's, if the order is known. */
  readonly context: Context;
  /** The order that the page is about; undefined for an unknown one. */
  readonly found: FoundOrder | undefined;
}

/** The card page's own fields for a card stay as they are. */
const hideParameters = hiderFor(['pan', 'newCardCvc', 'storedCvc']);

/** Makes the routes to the pages of one surface. `showUnavailable`: the page that is shown while the store is down. */
export const pageRoutes = (
  process: Context,
  surface: 'page' | 'acs',
  showUnavailable: (request: OpenRequest) => Reply,
): ((page: Page, submitted?: Page) => Route) => {
  const findFault = faultFinder(process);
  const count = process.metrics.requests(surface);

  const answer = async ({ on, orderIn, show }: Page, open: OpenRequest): Promise<Reply> => {
    const { request, record } = open;
    const parameters = hideParameters(await readParameters(request));
    record.parameters = parameters;
    const wanted = orderIn?.(parameters);
    const orderId = wanted || orderOfPage(parameters);
    const about = orderId === undefined ? undefined : await findOrderAnywhere(process, orderId);
    const { context = process, order } = about ?? {};
    if (about) {
      record.merchant = about.context.merchant.login;
      record.atMs = about.context.clock.now();
    }
    const query = on !== undefined && about && { on, merchant: about.context.merchant, order, scenarioParameters };
    const finding = query && findFault({ ...query, read: (name) => (name === 'orderId' ? orderId : undefined) });
    const { fault, inWords } = (finding && (await finding)) || {};
    if (inWords) record.fault = inWords;
    const found = wanted ? about : undefined;
    const reply = fault && preventsWork(fault) ? notFound : await show({ ...open, parameters, context, found });
    if (!fault) return reply;
    const delayMs = delayMsOf(fault);
    if (delayMs > 0) await context.clock.sleep(delayMs);
    // A form has no code to show: it comes back as it was.
    return refusalCodeOf(fault) !== undefined ? redirect(request.url ?? '/', 303) : { ...reply, fault };
  };

  return (page, submitted = page) => ({
    surface,
    count,
    answer: async (open) => {
      try {
        return await answer(open.method === 'POST' ? submitted : page, open);
      } catch (error) {
        if (!logUnavailable(process.log, error)) throw error;
        return showUnavailable(open);
      }
    },
  });
};

/** Where no page is. */
export const nowhere: Page = { show: (request) => unknownAddress(request.context, request) };

/** A page that only a form leads to. */
export const forPost: Page = { show: (request) => wrongMethod(request.context, request, 'POST') };
