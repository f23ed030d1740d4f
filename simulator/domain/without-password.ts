/** An address, even a malformed one, without user and password. */
export const withoutPassword = (address: string): string =>
  address.replace(/\/\/.*@/s, '//').replace(/([?&](?:ssl)?password=)[^&]*/gi, '$1***');
