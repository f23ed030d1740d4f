/** Characters that XML 1.0 has no place for, not even escaped. */
const forbidden = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

/** A text for an attribute or an element of XML. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"\n\t\r]/g, (character) => entities[character] ?? character);
