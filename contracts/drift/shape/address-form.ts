/**
 * An address without what differs between orders, merchants and hosts: its path, with the merchant and the language as
 * placeholders, and the names of its parameters.
 */
export const addressForm = (address: string): string => {
  const url = URL.parse(address.replaceAll(/[<>]/g, ''));
  if (!url) return address;
  const path = decodeURI(url.pathname)
    .replace(/(\/merchants\/)[^/]+(?=\/)/, '$1<merchant>')
    .replace(/_[a-z]{2}(?=\.html$)/, '_<language>')
    .replaceAll(uuid, '<id>');
  const names = [...url.searchParams.keys()];
  return names.length === 0 ? path : `${path}?${names.join('&')}`;
};

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;
