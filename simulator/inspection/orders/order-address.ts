/** The address of the page that tells the story of an order to a person. `gatewayUrl`: without a slash at the end. */
export const orderPageAddress = (gatewayUrl: string, orderId: string): string =>
  `${gatewayUrl}/orders/${encodeURIComponent(orderId)}`;

/** The same, by the address of the control API, which has the dashboard beside it. */
export const orderPageBeside = (controlUrl: string, orderId: string): string =>
  orderPageAddress(controlUrl.replace(/\/sandbox$/, ''), orderId);
