/** The path of a request; clients join paths carelessly: `/payment/rest//register.do` is the same address. Source: a public Go client of Bereke. */
export const pathOf = (url: string): string => {
  const end = url.indexOf('?');
  const path = url.startsWith('/') ? (end < 0 ? url : url.slice(0, end)) : pathOfAbsolute(url);
  return path.includes('//') ? path.replace(/\/{2,}/g, '/') : path;
};

/** Of the form that proxies send: `http://gateway/payment/rest/register.do`. Empty where it is no address. */
const pathOfAbsolute = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : '');
