/** A callback that did not come, or cannot come. The message tells what came instead, and why the order ended as it did. */
export class CallbackNotDelivered extends Error {
  override readonly name = 'CallbackNotDelivered';
}
