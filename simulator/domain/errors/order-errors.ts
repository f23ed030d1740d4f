/** No order has this id. */
export class OrderUnknown extends Error {
  override readonly name = 'OrderUnknown';

  constructor(orderId: unknown) {
    super(`no order has the id ${orderId}; it is orderId in the answer of register.do`);
  }
}

/** A callback that did not come, or cannot come. The message tells what came instead, and why the order ended as it did. */
export class CallbackNotDelivered extends Error {
  override readonly name = 'CallbackNotDelivered';
}

/** A callback that cannot be sent by hand as it was asked for. */
export class CallbackNotSent extends Error {
  override readonly name = 'CallbackNotSent';
}
