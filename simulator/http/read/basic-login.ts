/** Login and password of an `Authorization: Basic` header, which may be empty; undefined for any other header. */
export const readBasicLogin = (
  header: string | undefined,
): { readonly login: string; readonly password: string } | undefined => {
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [login = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':');
  return { login, password: password.join(':') };
};
