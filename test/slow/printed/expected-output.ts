/** What differs from run to run: ids of orders and cards, in the form of SATIM too, and times in milliseconds. */
const variable = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b[A-Za-z\d]{20}\b|\b1\d{12}\b/g;

const plain = (text: string): string => text.replaceAll(variable, '#').replaceAll(/\s+/g, '');

/** Whether commands printed what a page shows of their output, in which `...` stands for anything. */
export const isExpectedOutput = (shown: string, output: string): boolean => {
  let rest = plain(output);
  for (const part of shown.split('...').map(plain)) {
    const at = rest.indexOf(part);
    if (at === -1) return false;
    rest = rest.slice(at + part.length);
  }
  return true;
};
