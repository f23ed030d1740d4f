/** How often something happens, as the end of a sentence; nothing where it is for ever. */
export const often = (times: number | undefined): string => {
  if (times === undefined) return '';
  return times === 1 ? ', once' : `, ${times} times`;
};
