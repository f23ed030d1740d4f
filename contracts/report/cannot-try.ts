/** Nothing can be said: an option, a file or an address is wrong, or nothing answers. The message is for the user; exit code 2. */
export class CannotTry extends Error {
  override readonly name = 'CannotTry';
}
