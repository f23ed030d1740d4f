/** No more listeners of events are admitted. */
export class TooManyListeners extends Error {
  override readonly name = 'TooManyListeners';
}
