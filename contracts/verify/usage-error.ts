/** A verification cannot begin: an option, a file or an address is wrong. The message is for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
