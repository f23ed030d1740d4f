import { sandboxListTexts } from '../../data/outcome-texts.ts';
import { pageLanguageOf } from '../../data/page-languages.ts';
import { sandboxTexts } from '../../data/page-texts.ts';
import { htmlPage } from '../../http/page/html-page.ts';
import type { Page } from '../../http/page/page.ts';
import { viewFrom } from '../../http/page/view-from.ts';
import { parameter } from '../../http/read/parameters.ts';
import { notFound } from '../../http/reply.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { cardPageAddress } from '../../wire/card-page-address.ts';
import { linkedOrder, pageFrame } from '../pages/page-model.ts';
import { renderSandboxList } from '../pages/render.ts';
import { sandboxOffer } from './sandbox-offer.ts';
import { type PossibilityGroup, whatCanHappen } from './what-can-happen.ts';

/** Below the bank's base path. */
export const sandboxListPath = 'merchants/sandbox-list.html';

/**
 * The test cards, and everything that can happen to an order: many times the card page itself, so the drawer asks for it
 * when it is opened. Without JavaScript it is a page whose links choose.
 */
export const showSandboxList: Page = {
  orderIn: (parameters) => parameter(parameters, 'mdOrder'),
  show: async ({ context: { options }, found, parameters, path }) => {
    if (!options.sandboxPanel || !found) return notFound;
    const { context } = found;
    const language = pageLanguageOf(parameter(parameters, 'language'), 'en');
    const order = await currentOrder(context, found.order);
    const content = fill({
      texts: sandboxListTexts[language],
      sandboxTexts: sandboxTexts[language],
      cards: sandboxOffer(language, context.bank.name),
      groups: whatCanHappen(context, order, await context.allScenarios(), language),
      pageUrl: cardPageAddress(context.bank, linkedOrder(order, language, 'responsive')),
      inGroups,
    });
    const frame = pageFrame(context, { language, layout: 'responsive', path });
    return htmlPage(renderSandboxList(frame, sandboxListTexts[language].title, content));
  },
};

const fill = viewFrom<{
  readonly texts: (typeof sandboxListTexts)['en'];
  readonly sandboxTexts: (typeof sandboxTexts)['en'];
  readonly cards: ReturnType<typeof sandboxOffer>;
  readonly groups: readonly PossibilityGroup[];
  readonly pageUrl: string;
  readonly inGroups: (pan: string) => string;
}>(new URL('../views/sandbox-list.ejs', import.meta.url), [
  'texts',
  'sandboxTexts',
  'cards',
  'groups',
  'pageUrl',
  'inGroups',
]);

/** A card number as it is printed: by fours, American Express 4-6-5. */
const inGroups = (pan: string): string =>
  /^3[47]/.test(pan) ? pan.replace(/^(.{4})(.{6})/, '$1 $2 ') : pan.replace(/(.{4})(?=.)/g, '$1 ');
