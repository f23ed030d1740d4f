import { viewFrom } from '../../../http/page/view-from.ts';
import type { Shown, Visit } from '../../page.ts';
import { listOf } from './list.ts';
import { type Secret, settingsOf } from './settings.ts';

/** The page; `revealed`: the secret that a person has asked for. */
export const showMerchants = async (visit: Visit, revealed?: Secret): Promise<Shown> => {
  const { context, say, ui, link, query } = visit;
  const wanted = query.get('login') || undefined;
  const login = wanted ?? context.merchant.login;
  const merchant = await context.store.merchants.find(login);
  const ask = merchant && asks.find((one) => one === query.get('ask'));
  const here = link('/merchants', { login: wanted });
  const title = say('Merchants');
  if (merchant && ask)
    return { title, content: fillAsk({ say, ui, view: { ask, login: merchant.login, name: merchant.name, here } }) };
  const content = fillMerchants({
    say,
    ui,
    link,
    view: {
      ...(await listOf(visit, login)),
      isOpen: wanted !== undefined,
      back: link('/merchants'),
      gone: merchant || wanted === undefined ? undefined : wanted,
      settings: merchant && (await settingsOf(visit, merchant, here, revealed)),
    },
  });
  return { title, content, ...(!merchant && wanted !== undefined && { status: 404 }) };
};

/** What is done only after a question. */
const asks = ['reset', 'delete'] as const;

const fillMerchants = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);

const fillAsk = viewFrom<{ say: unknown; ui: unknown; view: object }>(new URL('ask.ejs', import.meta.url), [
  'say',
  'ui',
  'view',
]);
