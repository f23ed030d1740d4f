import { refusalText } from '../../data/error-codes.ts';
import { htmlPage } from '../../http/page/html-page.ts';
import type { Page } from '../../http/page/page.ts';
import { parameter } from '../../http/read/parameters.ts';
import { pageAddress } from './card-page.ts';
import { pageFrame } from './page-model.ts';
import { renderErrorPage } from './render.ts';

/** Keys of the error page. Source: one key was seen in a public client; any other shows the general text. */
const reasons = { 'payment.errors.order_already_processed': 'order-processed' } as const;

/** `errors_<language>.html?error=<key>`. */
export const showError: Page = {
  show: (request) => {
    const address = pageAddress(request);
    const key = parameter(request.parameters, 'error') ?? '';
    const reason = Object.hasOwn(reasons, key) ? reasons[key as keyof typeof reasons] : 'system-error';
    const message = refusalText(reason, address.language, {});
    return htmlPage(renderErrorPage({ ...pageFrame(request.context, address), message }));
  },
};
