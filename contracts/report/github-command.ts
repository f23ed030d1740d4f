/** The text of a command to GitHub Actions. Source: GitHub, workflow commands. */
export const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A property of one, such as its title. */
export const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A step of GitHub Actions. */
export interface GitHubStep {
  /** The file of its summary. */
  readonly summary?: string;
}

/** The step that these environment variables tell of. Source: GitHub, default environment variables. */
export const gitHubStepIn = ({
  GITHUB_ACTIONS,
  GITHUB_STEP_SUMMARY: summary,
}: Readonly<Record<string, string | undefined>>): GitHubStep | undefined =>
  GITHUB_ACTIONS === 'true' ? { ...(summary && { summary }) } : undefined;
