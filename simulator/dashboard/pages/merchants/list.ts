import { banksOf } from '../../../banks/bank-of.ts';
import type { Merchant } from '../../../domain/merchant.ts';
import type { Visit } from '../../page.ts';

/** So many are shown at once. */
const pageSize = 50;

/** A page of the merchants; `opened`: the login of the one whose settings stand beside it. */
export const listOf = async ({ context, link, query }: Visit, opened: string) => {
  const search = query.get('q')?.trim() ?? '';
  const all = (await context.store.merchants.all()).filter((merchant) => fits(merchant, search.toLowerCase()));
  const after = query.get('after') ?? undefined;
  const from = after === undefined ? 0 : all.findIndex(({ login }) => login === after) + 1;
  const shown = all.slice(from, from + pageSize);
  const kept = { q: search || undefined };
  return {
    search,
    count: all.length,
    rows: await Promise.all(
      shown.map(async (merchant) => ({
        name: merchant.name,
        login: merchant.login,
        bank: context.forMerchant(merchant).bank.title,
        ...(await countsOf(context.store, merchant.login)),
        href: link('/merchants', { ...kept, after, login: merchant.login }),
        isHere: merchant.login === opened,
      })),
    ),
    first: from === 0 ? undefined : link('/merchants', kept),
    next: all.length > from + pageSize ? link('/merchants', { ...kept, after: shown.at(-1)?.login }) : undefined,
    banks: banksOf(context).map(({ name, title }) => ({ name, title, isUsual: name === context.options.bank.name })),
  };
};

const fits = ({ login, name }: Merchant, search: string): boolean =>
  login.toLowerCase().includes(search) || name.toLowerCase().includes(search);

/** How many orders and stored cards a merchant has. */
const countsOf = async ({ orders, bindings }: Visit['context']['store'], login: string) => ({
  orders: Object.values(await orders.counts(login)).reduce((sum, count) => sum + count, 0),
  cards: (await bindings.ofMerchant(login)).length,
});
