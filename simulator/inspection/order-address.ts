/** The address of an order below that of the control API, which shows the order. */
export const orderAddress = (controlUrl: string, login: string, orderId: string): string =>
  `${controlUrl}/merchants/${encodeURIComponent(login)}/orders/${encodeURIComponent(orderId)}`;

/** The address of the page that tells the story of an order to a person. `gatewayUrl`: without a slash at the end, or empty. */
export const orderPageAddress = (gatewayUrl: string, login: string, orderId: string): string =>
  `${gatewayUrl}/orders/${encodeURIComponent(orderId)}?${new URLSearchParams({ merchant: login })}`;
