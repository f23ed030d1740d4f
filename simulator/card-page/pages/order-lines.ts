import { formatAmount } from '../../data/currencies.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import type { OrderLineView } from './page-view.ts';

/** The positions of an order's cart for people; none without a cart. */
export const orderLines = ({ orderBundle, currency }: Order, language: PageLanguage): readonly OrderLineView[] => {
  const items = objectIn(objectIn(orderBundle)['cartItems'])['items'];
  if (!Array.isArray(items)) return [];
  return items.map((item) => {
    const { name, quantity, itemAmount } = objectIn(item);
    return {
      name: String(name),
      quantity: quantityText(objectIn(quantity), language),
      amountText: formatAmount(Number(itemAmount), currency, language),
    };
  });
};

/** `2 pcs`, `0,5 кг`; nothing for a single piece. */
const quantityText = ({ value, measure }: Fields, language: PageLanguage): string => {
  if (value === 1 || value === undefined) return '';
  const number = language === 'en' ? String(value) : String(value).replace('.', ',');
  return `${number} ${measure}`;
};

type Fields = Readonly<Record<string, unknown>>;

const objectIn = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
