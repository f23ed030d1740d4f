/** The address of an order below that of the control API, which shows the order. */
export const orderAddress = (controlUrl: string, login: string, orderId: string): string =>
  `${controlUrl}/merchants/${encodeURIComponent(login)}/orders/${encodeURIComponent(orderId)}`;

/** The address of the page of an order on the dashboard, without the host. */
export const orderPagePath = (login: string, orderId: string): string =>
  `/orders/${encodeURIComponent(orderId)}?merchant=${encodeURIComponent(login)}`;
