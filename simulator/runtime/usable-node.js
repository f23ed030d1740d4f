/** The versions of Node on which the program runs. Plain JavaScript, because an old Node must be able to read it. */

export const usableRange = '22.20+, 24.12+ or 26+';

/** Whether the program runs on this version of Node; the same range as `engines` in package.json. */
export const isUsable = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major >= 26 || (major === 24 && minor >= 12) || (major === 22 && minor >= 20);
};
