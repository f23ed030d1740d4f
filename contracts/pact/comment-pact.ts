import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { callFacts } from './call-facts.ts';
import { describeAnswer } from './describe-answer.ts';
import { type Interaction, readPact } from './pact-file.ts';

/** Writes into a pact file, as the comments of each interaction, its answer in a line and the source. */
export const commentPact = (file: string): void => {
  if (!existsSync(file)) return;
  const pact = readPact(file);
  const commented = { ...pact, interactions: pact.interactions.map(withComments) };
  if (JSON.stringify(commented) === JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))) return;
  writeFileSync(file, `${JSON.stringify(commented, null, 2)}\n`);
};

const withComments = (interaction: Interaction): object => {
  const call = callFacts.find(({ address }) => address === interaction.request?.path);
  const text = [describeAnswer(interaction), ...(call ? [`Source: ${call.source}`] : [])];
  return { ...interaction, comments: { text } };
};
