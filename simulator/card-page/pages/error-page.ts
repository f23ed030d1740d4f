import { refusalText } from '../../data/error-codes.ts';
import { sendPage } from '../../http/page/page-headers.ts';
import type { Visit } from '../../http/page/page-request.ts';
import { parameter } from '../../http/read/parameters.ts';
import { readParameters } from '../../http/read/read-parameters.ts';
import { type CardPage, pageRequest } from './card-page.ts';
import { pageFrame } from './page-model.ts';
import { renderErrorPage } from './render.ts';

/** Keys of the error page. Source: one key was seen in a public client; any other shows the general text. */
const reasons = { 'payment.errors.order_already_processed': 'order-processed' } as const;

/** `errors_<language>.html?error=<key>`. */
export const showError =
  (cardPage: CardPage) =>
  async (ctx: Visit): Promise<void> => {
    const parameters = await readParameters(ctx.req);
    const page = pageRequest(cardPage.context, ctx, parameters);
    const key = parameter(parameters, 'error') ?? '';
    const reason = Object.hasOwn(reasons, key) ? reasons[key as keyof typeof reasons] : 'system-error';
    sendPage(
      ctx,
      renderErrorPage({ ...pageFrame(cardPage.context, page), message: refusalText(reason, page.language, {}) }),
    );
  };
