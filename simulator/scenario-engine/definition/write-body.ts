import { stringify } from 'yaml';

/** The body of a scenario as the text of a YAML file, with lines of this width. */
export const writeBody = (body: unknown, lineWidth = 44): string => stringify(body, { lineWidth });
