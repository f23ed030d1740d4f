/** What a text is as JSON; undefined if it is none, as an answer that the journal has cut off. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
