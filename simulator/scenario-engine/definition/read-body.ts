import { ScenarioError } from '../../domain/errors/scenario-error.ts';
import { type ReadOptions, readFileBody } from '../../files/read-file-body.ts';

/** A scenario file as data, with the places of its values. @throws ScenarioError if it is neither YAML nor JSON. */
export const readBody = (path: string, text: string, options: Omit<ReadOptions, 'refuse'> = {}) =>
  readFileBody(path, text, { ...options, refuse: (message) => new ScenarioError(message) });
