/**
 * The reason why a callback may not go to this address; undefined if it may. `hosts`: names and addresses, each with a port
 * or for every port; empty: it may go anywhere.
 */
export const blockedReason = (url: string, hosts: readonly string[]): string | undefined => {
  if (hosts.length === 0) return undefined;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address) return 'this is no address';
  const { hostname, protocol, port: sentPort } = address;
  const port = sentPort || (protocol === 'https:' ? '443' : '80');
  const isNamed = hosts.some((host) => [hostname, `${hostname}:${port}`].includes(host.toLowerCase()));
  return isNamed ? undefined : `${address.host} is not among CALLBACK_HOSTS`;
};
