/** The options that are given: undefined means not given, also if other options stand behind. */
export const given = <Options extends object>(options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options;
