import { stringify } from 'yaml';

/** The body of a scenario as the text of a YAML file. */
export const writeBody = (body: unknown): string => stringify(body, { lineWidth: 44 });
