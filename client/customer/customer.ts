import type { Incoming } from '../gateway/exchange.ts';
import { WrongUse } from '../gateway/gateway-errors.ts';
import { type Entries, fillForm } from './fill-form.ts';
import { cardForTry, type PayerOptions, triesOf } from './payer-options.ts';
import type { FormButton, PageForm } from './read-form.ts';
import { type GatewayPage, readPage } from './read-page.ts';

/**
 * The end of a walk: `shop` redirected to the shop; `page` still on the payment page; `acs` still on the issuer's
 * page; `error-page` on an error page or an HTTP error; `closed` redirected to the shop, but the window was closed;
 * `elsewhere` anywhere else, the gateway's own result page included.
 */
export type WalkEnd = 'shop' | 'page' | 'acs' | 'error-page' | 'closed' | 'elsewhere';

export interface PageRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: string;
}

/** The next step of the customer: request another page, or stop. `saw` describes the page for the reader of a log. */
export type Move = { readonly saw: string } /** `isPayment`: a card is sent; `isAnswer`: the issuer's page is. */ & (
  | { readonly go: PageRequest; readonly isPayment?: boolean; readonly isAnswer?: boolean }
  | { readonly end: WalkEnd; readonly url: string }
);

export interface Customer {
  /** Decides the next step after an answer. */
  readonly decide: (request: PageRequest, answer: Incoming) => Move;
  /** The messages of the payment page after a card was submitted. */
  readonly messages: { readonly declines: readonly string[]; readonly fieldErrors: readonly string[] };
}

/** A customer with cards, who remembers the tries. */
export const customerWith = (options: PayerOptions, isShop: (url: string, from: string) => boolean): Customer => {
  const declines: string[] = [];
  const fieldErrors: string[] = [];
  let cardsTried = 0;

  const onPaymentPage = (page: PaymentPage, url: string): Move => {
    const saw = ['the payment page', ...page.declines, ...page.fieldErrors].join(': ');
    if (cardsTried > 0) {
      declines.push(...page.declines);
      fieldErrors.push(...page.fieldErrors);
    }
    if (options.leavesPage || cardsTried >= triesOf(options)) return { end: 'page', url, saw };
    const go = options.bindingId === undefined ? typeCard(page, options, cardsTried) : chooseCard(page, options);
    cardsTried += 1;
    return { go, isPayment: true, saw };
  };

  const onPage = (page: GatewayPage, url: string): Move => {
    if (page.kind === 'payment') return onPaymentPage(page, url);
    if (page.kind === 'acs') return onAcsPage(page, url, options);
    if (page.kind === 'auto-post') return { go: submit(page.form, {}), saw: 'a form that submits itself' };
    if (page.kind === 'finish') return { end: 'elsewhere', url, saw: `the gateway's result page: ${page.text}` };
    if (page.kind === 'error') return { end: 'error-page', url, saw: `an error page: ${page.text}` };
    return { end: 'elsewhere', url, saw: 'a page without a known form' };
  };

  const decide = (request: PageRequest, answer: Incoming): Move => {
    const target = redirectOf(request, answer);
    if (target) {
      if (!isShop(target.url, request.url)) return { go: target, saw: 'a redirect' };
      if (!options.closesWindow) return { end: 'shop', url: target.url, saw: 'a redirect to the shop' };
      return { end: 'closed', url: request.url, saw: 'a redirect to the shop, in a window that is closed' };
    }
    const page = readPage(answer.text, request.url);
    if (answer.status < 400 || page.kind === 'payment' || page.kind === 'acs') return onPage(page, request.url);
    return {
      end: 'error-page',
      url: request.url,
      saw: `HTTP ${answer.status}${'text' in page ? `: ${page.text}` : ''}`,
    };
  };

  return { decide, messages: { declines, fieldErrors } };
};

type PaymentPage = Extract<GatewayPage, { kind: 'payment' }>;
type AcsPage = Extract<GatewayPage, { kind: 'acs' }>;

const typeCard = ({ form }: PaymentPage, options: PayerOptions, tryIndex: number): PageRequest =>
  submit(form, { ...fitting(form, cardEntries(options, tryIndex)), ...extraEntries(form, options) }, form.buttons[0]);

/** The entries whose fields the form has: not every page asks for the name on the card, or for a code. */
const fitting = (form: PageForm, entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => form.fields.some((field) => field.name === name)));

const chooseCard = ({ storedForm }: PaymentPage, options: PayerOptions): PageRequest => {
  if (!storedForm) throw new WrongUse(notOffered(options.bindingId ?? ''));
  const bindingId = storedCardOf(storedForm, options.bindingId ?? '');
  const { cvc } = cardForTry(options, 0);
  return submit(storedForm, { bindingId, ...fitting(storedForm, { storedCvc: cvc }) }, storedForm.buttons[0]);
};

/** The id of the card that is wanted by its id or by the last four digits of its number. */
const storedCardOf = ({ fields }: PageForm, wanted: string): string => {
  const cards = fields.filter(({ name, value }) => name === 'bindingId' && value !== 'OTHER');
  const isLastFour = new RegExp(`[^\\d]${/^\d{4}$/.test(wanted) ? wanted : '$^'}(?!\\d)`);
  const found = cards.filter(({ value, label = '' }) => value === wanted || isLastFour.test(label));
  const [card] = found;
  if (card && found.length === 1) return card.value;
  const offered = cards.map(({ value, label = '' }) => `${label.trim()} (${value})`).join(', ');
  throw new WrongUse(
    found.length > 1
      ? `the page offers ${found.length} stored cards that end in ${wanted}: name one by its id: ${offered}`
      : notOffered(wanted, offered),
  );
};

const notOffered = (wanted: string, offered = ''): string =>
  `the page does not offer the stored card ${wanted}; it offers ${offered || 'none: save one first, with an order that has the same clientId'}`;

const cardEntries = (options: PayerOptions, tryIndex: number): Entries => {
  const { pan, expiry, cvc, holder } = cardForTry(options, tryIndex);
  return { pan, expiry, newCardCvc: cvc, cardholderName: holder };
};

/** What the payer does only if it is asked for; a page without the field is an error. */
const extraEntries = (form: PageForm, { email, savesCard, outcome }: PayerOptions): Entries => {
  if (savesCard && !form.fields.some(({ name }) => name === 'saveCard'))
    throw new WrongUse('the page has no field saveCard, which saves the card: register the order with a clientId');
  return {
    email,
    ...(savesCard ? { saveCard: true } : fitting(form, { saveCard: savesCard })),
    sandboxOutcome: outcome,
  };
};

const onAcsPage = (page: AcsPage, url: string, { atAcs = 'answer', otp = '123456' }: PayerOptions): Move => {
  const saw = ["the issuer's page", page.wrongCode].filter(Boolean).join(': ');
  if (atAcs === 'leave') return { end: 'acs', url, saw };
  const wanted = atAcs === 'answer' ? 'submit' : atAcs;
  const button = page.form.buttons.find(({ value }) => value === wanted);
  if (!button) return { end: 'acs', url, saw: `${saw}, which has no button "${wanted}"` };
  return { go: submit(page.form, fitting(page.form, { code: otp }), button), isAnswer: true, saw };
};

const submit = (form: PageForm, entries: Entries, button?: FormButton): PageRequest => {
  const body = fillForm(form, entries, button).toString();
  if (form.method === 'POST') return { method: 'POST', url: form.action, body };
  const url = new URL(form.action);
  url.search = body;
  return { method: 'GET', url: url.href };
};

/** The target of a redirect, as browsers follow it: only 307 and 308 send the form again. */
const redirectOf = (request: PageRequest, { status, headers }: Incoming): PageRequest | undefined => {
  const location = headers.get('location');
  if (location === null || status < 300 || status >= 400) return undefined;
  const url = URL.canParse(location, request.url) ? new URL(location, request.url).href : location;
  return status === 307 || status === 308 ? { ...request, url } : { method: 'GET', url };
};
