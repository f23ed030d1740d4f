/** The names of the fields that a shop reads, or their paths: `orderStatus`, `paymentAmountInfo.paymentState`, `.date`. */
export type ReadFields = ReadonlySet<string>;

/**
 * How the fields are written: `orderStatus` wherever it is, `paymentAmountInfo.paymentState` for one place, `.date` for one
 * at the top, and `refund.do:` or `register.do:.orderId;.formUrl` for all that is read of this call.
 */
const item = '(?:[\\w.]+|[\\w/]+\\.do:(?:[\\w.]+(?:;[\\w.]+)*)?)';

/** Such fields with commas between them. */
export const readsPattern = new RegExp(`^${item}(?:,${item})*$`);

/** The fields that are read of this call, `rest/register.do`; undefined for all of them. */
export const readsOfCall = (reads: readonly string[] | undefined, call: string): ReadFields | undefined => {
  if (!reads) return undefined;
  const ofAll = reads.filter((one) => !one.includes(':'));
  const own = reads.flatMap((one) => {
    const [name, fields] = one.split(':');
    return fields !== undefined && (call === name || call.endsWith(`/${name}`)) ? [fields] : [];
  });
  if (own.length === 0) return ofAll.length === 0 ? undefined : new Set(ofAll);
  return new Set([...ofAll, ...own.flatMap((fields) => fields.split(';').filter((field) => field !== ''))]);
};
