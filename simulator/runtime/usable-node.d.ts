/** The versions of Node on which the program runs, in words. */
export const usableRange: string;

/** Whether the program runs on this version of Node. */
export const isUsable: (version: string) => boolean;
