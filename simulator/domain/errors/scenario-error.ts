/** A wrong scenario. Each line of the message begins with the file, or the name, and the path of a field. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}
