/** A recorded pact would hold something that must not leave the gateway. */
export class SecretInPact extends Error {
  override readonly name = 'SecretInPact';

  constructor(found: readonly string[]) {
    super(`the pact is not given out: it holds ${found.join(' and ')}`);
  }
}
