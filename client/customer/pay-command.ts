import { parseArgs } from 'node:util';
import { GatewayError, WrongUse } from '../gateway/gateway-errors.ts';
import { Payer, type PaymentWalk } from './payer.ts';
import type { Card, PayerOptions } from './payer-options.ts';

const help = `Pays an order as a customer would, on the payment page, without a browser.

  npm run --silent pay -- <formUrl> [options]

  --card PAN        default 5555555555555599, which asks for a one-time code
  --expiry MM/YY    default 12/34
  --cvc 123
  --otp 123456      the code typed on the issuer's page
  --verbose         writes every page on stderr
  --help

Writes the address where the customer ended. Exit code: 0 back at the shop and paid, 2 declined, 1 anything else.
`;

/** Where the command writes; a line comes with its line end. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs the command line and gives its exit code. */
export const payCommand = async (args: readonly string[], { out, err }: Output): Promise<0 | 1 | 2> => {
  try {
    const { formUrl, options, verbose, wantsHelp } = readArgs(args);
    if (wantsHelp) {
      out(help);
      return 0;
    }
    const payment = await new Payer(options).pay(formUrl);
    for (const { method, url, status, saw } of verbose ? payment.steps : []) err(`${method} ${url} ${status} ${saw}\n`);
    out(`${payment.url}\n`);
    const { code, complaint } = verdict(payment);
    if (complaint) err(`${complaint}\n`);
    return code;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    err(`${error.message}\n`);
    return 1;
  }
};

/** REVERSED is the good end of a verification: nothing was to be charged. */
const paidStates: ReadonlySet<string | undefined> = new Set(['DEPOSITED', 'APPROVED', 'REVERSED']);

const verdict = (payment: PaymentWalk): { readonly code: 0 | 1 | 2; readonly complaint?: string } => {
  const { end, paymentState, declines, fieldErrors, steps } = payment;
  const isPaid = paidStates.has(paymentState);
  if (end === 'shop' && isPaid) return { code: 0 };
  const decline = declines.at(-1) ?? (paymentState === 'DECLINED' ? 'the gateway says DECLINED' : undefined);
  if (decline !== undefined && !isPaid) return { code: 2, complaint: `declined: ${decline}` };
  if (fieldErrors.length > 0)
    return { code: 1, complaint: `the page did not take the card: ${fieldErrors.join('; ')}` };
  const state = isPaid ? 'paid' : `not paid (the gateway says ${paymentState ?? 'nothing'})`;
  return { code: 1, complaint: `${state}; the last thing seen was ${steps.at(-1)?.saw ?? 'nothing'}` };
};

const readArgs = (args: readonly string[]) => {
  const { values, positionals } = parse(args);
  const { card: pan, expiry, cvc, otp, verbose = false, help: wantsHelp = false } = values;
  const [formUrl = '', ...tooMany] = positionals;
  if (!wantsHelp && (!formUrl || tooMany.length > 0)) throw new WrongUse('give one formUrl; --help says more');
  const card: Partial<Card> = { ...(pan && { pan }), ...(expiry && { expiry }), ...(cvc && { cvc }) };
  const options: PayerOptions = { card, ...(otp && { otp }) };
  return { formUrl, options, verbose, wantsHelp };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        card: { type: 'string' },
        expiry: { type: 'string' },
        cvc: { type: 'string' },
        otp: { type: 'string' },
        verbose: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
};
