/** Whether there is HTTPS, and the files of a certificate of one's own. */
export interface TlsFiles {
  readonly tls: boolean;
  readonly tlsCert: string;
  readonly tlsKey: string;
}

/** The name of the file with a private key, in an error: nothing of a text that is the key itself. */
export const shownKeyFile = (text: string): string => (/PRIVATE KEY|\n/.test(text) ? '***' : text);

/** What is wrong with settings that are right on their own. */
export const tlsConflict = ({ tls, tlsCert, tlsKey }: TlsFiles): string | undefined => {
  if (tlsCert !== '' && tlsKey === '') return `TLS_CERT=${tlsCert}: expected its private key in TLS_KEY`;
  if (tlsKey !== '' && tlsCert === '') return `TLS_KEY=${shownKeyFile(tlsKey)}: expected its certificate in TLS_CERT`;
  return tlsCert !== '' && !tls ? `TLS_CERT=${tlsCert}: expected TLS=on, without which there is no HTTPS` : undefined;
};
