/** Something that a command was to work on, and that the sandbox does not have. The message is a sentence for a person. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}
