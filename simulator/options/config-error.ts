/** A wrong setting. The message has its name and value, then the values that are allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
