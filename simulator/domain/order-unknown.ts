/** No order has this id. */
export class OrderUnknown extends Error {
  override readonly name = 'OrderUnknown';

  constructor(orderId: unknown) {
    super(`no order has the id ${orderId}; it is orderId in the answer of register.do`);
  }
}
