/** The address of the page that tells the story of an order to a person. `gatewayUrl`: without a slash at the end, or empty. */
export const orderPageAddress = (gatewayUrl: string, login: string, orderId: string): string =>
  `${gatewayUrl}/orders/${encodeURIComponent(orderId)}?${new URLSearchParams({ merchant: login })}`;

/** The same, by the address of the control API, which has the dashboard beside it. */
export const orderPageBeside = (controlUrl: string, login: string, orderId: string): string =>
  orderPageAddress(controlUrl.replace(/\/sandbox$/, ''), login, orderId);
