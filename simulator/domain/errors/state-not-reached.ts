/** The gateway did not reach the state that a contract asks for. */
export class StateNotReached extends Error {
  override readonly name = 'StateNotReached';
}
