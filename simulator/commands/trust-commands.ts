/** The programs that need to trust an authority, and the command or the setting that makes them. */
export type TrustCommand = readonly [client: string, command: string];

/** Adds the authority to the store of the system, which browsers use, too. Source: the manuals of the three systems. */
const systemCommands: Readonly<Partial<Record<NodeJS.Platform, (file: string) => string>>> = {
  darwin: (file) => `sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain ${file}`,
  win32: (file) => `certutil -addstore -user Root ${file}`,
};

const linuxCommand = (file: string): string =>
  `sudo cp ${file} /usr/local/share/ca-certificates/tillbox.crt && sudo update-ca-certificates`;

/** `url`: where the gateway is over HTTPS. */
export const trustCommands = (file: string, url: string, platform = process.platform): readonly TrustCommand[] => {
  const quoted = platform === 'win32' ? `"${file}"` : `'${file.replaceAll("'", `'\\''`)}'`;
  const name = /[^\w./:\\-]/.test(file) ? quoted : file;
  return [
    ['curl', `curl --cacert ${name} ${url}/sandbox/health`],
    ['Node', `NODE_EXTRA_CA_CERTS=${name}`],
    ['PHP', `php -d curl.cainfo=${name} -d openssl.cafile=${name}`],
    ['Java', `keytool -importcert -noprompt -cacerts -storepass changeit -alias tillbox -file ${name}`],
    ['browser', (systemCommands[platform] ?? linuxCommand)(name)],
  ];
};
