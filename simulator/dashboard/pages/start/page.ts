import { viewFrom } from '../../../http/page/view-from.ts';
import type { DashboardPage } from '../../page.ts';
import { startTexts } from './texts.ts';

/** The first page: where the shop has to point, and what to try. */
export const start: DashboardPage = {
  texts: startTexts,
  show: async ({ say, ui, link, origin, context }) => {
    const { merchant, bank } = context;
    const title = say('No orders yet');
    const restUrl = `${origin}${bank.basePath}/rest/`;
    return { title, content: fillStart({ say, ui, link, view: { title, restUrl, login: merchant.login } }) };
  },
};

const fillStart = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);
