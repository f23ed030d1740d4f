import type { Bank } from '../../banks/bank.ts';
import { lastWithAuthType } from '../../data/status-fields.ts';
import { type MaskedCard, withMask } from '../../domain/card.ts';
import type { Attempt } from '../../domain/orders/order.ts';
import type { OrderStatus } from '../../domain/orders/order-status.ts';

/** ECI of a payment without successful 3-D Secure. */
const unauthenticated = 7;

/** `threeDsType` by the result of 3-D Secure. Source: BPC REST documentation, version 42 and later; that `authTypeIndicator` had the same digits before is a guess. */
const threeDsTypes = { none: '0', challenge: '3', frictionless: '4', attempt: '5' } as const;

/** `cardAuthInfo` of the last attempt. */
export const renderCard = (attempt: Attempt, card: MaskedCard, status: OrderStatus, bank: Bank): object => {
  const { authorisation } = attempt;
  const pan = withMask(card.maskedPan, bank.panMask);
  return {
    ...(bank.panKeys.includes('maskedPan') && { maskedPan: pan }),
    expiration: card.expiry,
    cardholderName: card.holder,
    ...(authorisation?.approvalCode !== undefined && { approvalCode: authorisation.approvalCode }),
    paymentSystem: card.brand,
    product: '',
    productCategory: 'DEBIT',
    corporateCard: 'false',
    ...(status !== 'acs-started' &&
      attempt.actionCode !== undefined && { secureAuthInfo: renderSecure(attempt, bank) }),
    ...(bank.panKeys.includes('pan') && { pan }),
  };
};

const renderSecure = (attempt: Attempt, { statusVersion }: Bank): object => {
  const { plan, threeDs, authorisation, ownThreeDs } = attempt;
  if (ownThreeDs) {
    const { eci, cavv, xid, version } = ownThreeDs;
    const info = { ...(cavv !== undefined && { cavv }), ...(xid !== undefined && { xid }) };
    return { eci, threeDSInfo: info, ...(version !== undefined && { threeDSProtocolVersion: version }) };
  }
  const type = plan.route === 'unavailable' || threeDs?.transStatus === 'N' ? undefined : threeDsTypes[plan.route];
  const passed = authorisation?.cavv !== undefined && threeDs !== undefined;
  return {
    eci: authorisation?.eci ?? unauthenticated,
    ...(type !== undefined && {
      threeDsType: type,
      ...(statusVersion <= lastWithAuthType && { authTypeIndicator: type }),
    }),
    threeDSInfo: passed ? { cavv: authorisation.cavv, xid: threeDs.serverTransId } : {},
    ...(threeDs && {
      threeDSProtocolVersion: threeDs.version === 2 ? '2.2.0' : '1.0.2',
      aresTransStatus: plan.route === 'challenge' ? 'C' : (threeDs.transStatus ?? 'U'),
      ...(plan.route === 'challenge' && { rreqTransStatus: threeDs.transStatus ?? 'U' }),
    }),
  };
};
