import { type Card, GatewayError, GatewayUnreachable, Payer, type PaymentWalk } from '../../client/index.ts';
import type { ExitCode, Output } from './command.ts';

interface Options extends Pick<Partial<Card>, 'expiry' | 'cvc'> {
  readonly card?: string;
  readonly otp?: string;
  readonly saveCard?: boolean;
  readonly storedCard?: string;
  readonly verbose?: boolean;
}

/** Pays an order on the card page. Resolves with 0 if the customer has paid and is back at the shop, 2 after a decline. */
export const pay = async (
  formUrl: string,
  { card: pan, expiry, cvc, otp, saveCard, storedCard, verbose }: Options,
  { out, err }: Output,
): Promise<ExitCode> => {
  const card = { ...(pan && { pan }), ...(expiry && { expiry }), ...(cvc && { cvc }) };
  try {
    const payment = await new Payer({
      card,
      ...(otp && { otp }),
      ...(saveCard && { savesCard: true }),
      ...(storedCard !== undefined && { bindingId: storedCard }),
    }).pay(formUrl);
    for (const { method, url, status, saw } of verbose ? payment.steps : []) err(`${method} ${url} ${status} ${saw}\n`);
    out(`${payment.url}\n`);
    if (wasPaidBefore(payment)) err('the order was paid before: no card was sent\n');
    const { code, complaint } = verdict(payment);
    if (complaint) err(`${complaint}\n`);
    return code;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const next = error instanceof GatewayUnreachable ? '; start the gateway (tillbox start), or check the address' : '';
    err(`${error.message}${next}\n`);
    return 1;
  }
};

/** REVERSED is the success of a card verification, which charges nothing. */
const paidStates: ReadonlySet<string | undefined> = new Set(['DEPOSITED', 'APPROVED', 'REVERSED']);

/** The gateway leads from the payment page of a paid order to the shop at once. */
const wasPaidBefore = ({ end, paymentState, steps }: PaymentWalk): boolean =>
  end === 'shop' && paidStates.has(paymentState) && steps.every(({ method }) => method === 'GET');

const verdict = (payment: PaymentWalk): { readonly code: ExitCode; readonly complaint?: string } => {
  const { end, paymentState, declines, fieldErrors, steps } = payment;
  const isPaid = paidStates.has(paymentState);
  if (end === 'shop' && isPaid) return { code: 0 };
  const decline = declines.at(-1) ?? (paymentState === 'DECLINED' ? 'the gateway returned DECLINED' : undefined);
  if (decline !== undefined && !isPaid) return { code: 2, complaint: `declined: ${decline}` };
  if (fieldErrors.length > 0)
    return {
      code: 1,
      complaint: `the card page refused the card: ${fieldErrors.join('; ')}; --card, --expiry and --cvc give another one`,
    };
  const state = isPaid ? 'paid' : `not paid (paymentState ${paymentState ?? 'unknown'})`;
  return {
    code: 1,
    complaint: `${state}; the last page was ${steps.at(-1)?.saw ?? 'nothing'}; --verbose prints every page`,
  };
};
