/** Who takes part in a payment. */
export type Party = 'payer' | 'shop' | 'gateway' | 'issuer';

/** Who speaks to whom in a step of an order; someone alone speaks to itself. */
export interface Speech {
  readonly from: Party;
  readonly to: Party;
  /** How it went; absent: neither well nor badly. */
  readonly tone?: 'good' | 'bad' | 'back' | 'wait';
}

export const says = {
  shopToGateway: { from: 'shop', to: 'gateway' },
  gatewayToShop: { from: 'gateway', to: 'shop' },
  payerToGateway: { from: 'payer', to: 'gateway' },
  payerToIssuer: { from: 'payer', to: 'issuer' },
  issuerToGateway: { from: 'issuer', to: 'gateway' },
  gatewayItself: { from: 'gateway', to: 'gateway' },
} as const satisfies Readonly<Record<string, Speech>>;
