import { CannotTry } from '../../report/cannot-try.ts';

/**
 * The address that calls such as `rest/register.do` follow, with a slash at the end. A host alone has its gateway at
 * `basePath`. @throws CannotTry for anything but http and https
 */
export const gatewayAddress = (option: string, given: string, basePath: string): URL => {
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.username !== '')
    throw new CannotTry(
      `${option} ${withoutLogin(url, given)}: expected an address such as https://bank.example${basePath}/rest/`,
    );
  const path = url.pathname === '/' ? basePath : url.pathname.replace(/\/rest(?:\/\w+\.do)?\/?$/, '');
  url.pathname = `${path.replace(/\/$/, '')}/`;
  return url;
};

const withoutLogin = (url: URL | null, given: string): string => (url ? `${url.origin}${url.pathname}` : given);
