/** An address, or what was meant as one, as anybody may read it: without user and password. */
export const withoutPassword = (address: string): string =>
  address.replace(/\/\/.*@/s, '//').replace(/([?&](?:ssl)?password=)[^&]*/gi, '$1***');
