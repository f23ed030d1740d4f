import { type Networks, networkAddress } from '../runtime/network-address.ts';
import { version } from '../runtime/version.ts';
import { type BannerFacts, banner } from './banner.ts';
import type { Say } from './say.ts';

/** Where the banner goes, and the networks of the machine if not its own. */
interface Surroundings {
  readonly screen: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly networks?: Networks;
  readonly say?: Say;
}

type Facts = Omit<BannerFacts, 'version' | 'networkUrl'>;

/** Prints the banner, and on a terminal a QR code of the address for other devices. */
export const printBanner = async (facts: Facts, { screen, networks, say }: Surroundings): Promise<void> => {
  const address = networkAddress(facts.config.host, networks);
  const networkUrl = address && `http://${address}:${new URL(facts.simulator.url).port}`;
  const code = networkUrl && screen.isTTY ? `\n${await qrCode(`${networkUrl}/`)}` : '';
  screen.write(banner({ ...facts, version: version(), networkUrl }, say) + code);
};

/** Light blocks on black, in any colours of the terminal, because cameras want the dark ones dark. */
const qrCode = async (text: string): Promise<string> => {
  const { renderUnicodeCompact } = await import('uqr');
  const lines = renderUnicodeCompact(text, { border: 2 }).split('\n');
  return lines.map((line) => `  \u001b[97;40m${line}\u001b[0m\n`).join('');
};
