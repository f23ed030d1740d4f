/** HTML that says the same in plain ASCII, which is sent faster. */
export const inAscii = (html: string): string => {
  const ascii = html.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
  // The engine keeps two bytes for each letter of what comes from a text with other letters, and of every page that it is a part of.
  return Buffer.from(ascii, 'latin1').toString('latin1');
};
