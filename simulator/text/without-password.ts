/** An address, even a malformed one, without user, password and query. */
export const withoutPassword = (address: string): string =>
  address.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, (_, scheme = '') => scheme).replace(/\?.*/s, '?***');

/** A bare word, a file, or a server without user and password. */
const harmless = /^(?:[a-z]*|sqlite:.*|[a-z]+:\/\/(?:[\w.-]*|\[[\da-f:]+\])(?::\d{1,5})?(?:\/[\w-]*)?)$/is;

/** What an error may show of the name of a store, even a malformed one: file, or server and database. */
export const shownStore = (name: string): string => {
  const place = name.startsWith('sqlite:') ? name : withoutPassword(name).replace(/\?.*/s, '');
  return harmless.test(place) ? place : `${/^[a-z]+:/i.exec(name)?.[0] ?? ''}***`;
};
