import { errorPageTexts } from '../../data/page-texts.ts';
import { htmlPage } from '../../http/page/html-page.ts';
import type { Page } from '../../http/page/page.ts';
import { parameter } from '../../http/read/parameters.ts';
import { pageAddress } from './card-page.ts';
import { pageFrame } from './page-model.ts';
import { renderErrorPage } from './render.ts';

/** Keys of the error page; any other shows the general text. Source: page scripts of gateways on this software. */
const keys = {
  'payment.errors.order_already_processed': 'processed',
  'payment.errors.session_expired': 'expired',
  'payment.errors.internal_error': 'internal',
  'payment.errors.is_not_eligible_to_print': 'print',
} as const;

/** `errors_<language>.html?error=<key>`. */
export const showError: Page = {
  show: (request) => {
    const address = pageAddress(request);
    const key = parameter(request.parameters, 'error') ?? '';
    const reason = Object.hasOwn(keys, key) ? keys[key as keyof typeof keys] : 'other';
    const texts = errorPageTexts[address.language];
    return htmlPage(
      renderErrorPage({
        ...pageFrame(request.context, address),
        message: texts[reason],
        advice: texts[`${reason}Advice`],
      }),
    );
  },
};
