/** What the program prints when it has started. */
export interface Banner {
  readonly heading: string;
  /** By its name: `Card page`, `Merchant API`. */
  readonly facts: Readonly<Record<string, string>>;
  /** The curl that registers an order, as it is printed. */
  readonly command: string;
}

export const partsOfBanner = (text: string): Banner => {
  const [heading = ''] = text.split('\n');
  const facts = [...text.matchAll(/^ {2}(\S+(?: \S+)*) {2,}(\S.*)$/gm)].map(([, name, value]) => [name, value]);
  const [command = ''] = /^ {2}curl (?:.*\\\n)*.*$/m.exec(text) ?? [];
  return { heading, facts: Object.fromEntries(facts), command };
};
