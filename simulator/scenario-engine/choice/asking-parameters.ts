/** The parameters by which calls name an order. */
export const orderNames = ['MDORDER', 'mdOrder', 'orderId', 'MD'] as const;

/** Those by which a call can ask for a scenario: by its name, or by an order that has one. */
export const askingParameters: readonly string[] = [...orderNames, 'orderNumber', 'jsonParams'];
