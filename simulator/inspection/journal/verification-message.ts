import type { MerchantContext } from '../../context.ts';
import { findOrderById } from '../orders/find-order.ts';
import { whyOf } from '../orders/why-of.ts';
import { type Verification, type VerificationResult, verifyCalls } from './verify-calls.ts';

/** The result of a verification with its message. `controlUrl`: the address of the control API. @throws as `verifyCalls` */
export const verifyWithMessage = async (
  context: MerchantContext,
  wanted: Verification,
  controlUrl: string,
): Promise<VerificationResult> => {
  const result = await verifyCalls(context, wanted);
  return { ...result, message: await messageOf(context, wanted, result, controlUrl) };
};

/**
 * A verification as text for the message of a failed test: the expectation, the closest calls, and why the payments of the
 * orders that it names ended as they did.
 */
const messageOf = async (
  context: MerchantContext,
  wanted: Verification,
  { verified, expected, seen, nearest, notes }: Omit<VerificationResult, 'message'>,
  controlUrl: string,
): Promise<string> => {
  const calls = nearest.flatMap(({ entry, differences }) => [
    `The closest is request ${entry.number}, ${entry.method} ${entry.path}: ${differences.map(({ says }) => says).join('; ')}`,
  ]);
  const found = await Promise.all(orderIdsIn(wanted).map((id) => findOrderById(context, id)));
  const orders = verified ? [] : found.flatMap((order) => order ?? []);
  const reasons = await Promise.all(orders.map(({ id }) => whyOf(context, id, controlUrl)));
  const head = `${verified ? 'Made' : 'Not made'}: ${expected}. Calls that match: ${seen}.`;
  return [[head, ...calls, ...notes].join('\n'), ...reasons].join('\n\n');
};

/** The orders that the expected calls name, without repetition. */
const orderIdsIn = ({ parameters, inOrder = [] }: Verification): readonly string[] => [
  ...new Set(
    [{ parameters }, ...inOrder].flatMap((call) =>
      [call.parameters?.['orderId'], call.parameters?.['mdOrder']].filter((id) => typeof id === 'string'),
    ),
  ),
];
