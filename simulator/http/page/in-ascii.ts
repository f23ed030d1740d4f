/** HTML that says the same in plain ASCII, which is sent faster. */
export const inAscii = (html: string): string => {
  const ascii = html.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
  // The engine still keeps two bytes for each character, and then for each of the page that it becomes a part of.
  return Buffer.from(ascii, 'latin1').toString('latin1');
};
