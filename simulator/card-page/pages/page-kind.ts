/** Which page a file name means; undefined for none, which is a 404. Source: address forms seen at banks on this software. */
export const pageKind = (file: string): 'payment' | 'finish' | 'errors' | undefined =>
  /^(?:[\w-]+_)?(payment|errors|finish)(?:_[a-z]{2})?\.html$/.exec(file)?.[1] as
    | 'payment'
    | 'finish'
    | 'errors'
    | undefined;
