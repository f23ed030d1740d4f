/** A text in Russian. @throws Error if there is none */
export const russianText = (texts: Readonly<Record<string, string>>, key: string): string => {
  const text = texts[key];
  if (text === undefined) throw new Error(`no Russian text for "${key}": add it in test/docs/generate/russian`);
  return text;
};
