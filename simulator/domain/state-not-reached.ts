/** The gateway did not come into the state that a contract asks for. */
export class StateNotReached extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StateNotReached';
  }
}
