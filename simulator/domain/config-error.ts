/** A wrong setting. The message begins with its name and value, and then says which values are allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
