/** What a login for the API has behind the merchant's own name. Source: BPC REST documentation, authentication. */
const ofApi = '-api';

/** The merchant's own name, as its portal and its pages have it: its login without `-api`. */
export const merchantName = (login: string): string =>
  login.endsWith(ofApi) && login.length > ofApi.length ? login.slice(0, -ofApi.length) : login;

/** Whether a call names its own merchant, by its login or its name. */
export const isMerchantNamed = (login: string, name: string): boolean => name === login || name === merchantName(login);

/** The login for the API of the merchant with this name. */
export const loginOfName = (name: string): string => name + ofApi;
