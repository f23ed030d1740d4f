import { allQuestions } from './all.ts';

const titles: ReadonlyMap<string, string> = new Map(allQuestions.map(({ id, title }) => [id, title]));

/** The title of a question by its id. */
export const titleOf = (question: string): string => titles.get(question) ?? question;
