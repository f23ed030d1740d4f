import { isMoment } from '../../domain/errors/move-refused.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { dateTimeMs } from '../../http/read/check-parameters.ts';

/** A moment, and the zone in which it was written. */
export interface ZonedDate {
  readonly ms: number;
  readonly utcOffsetMinutes: number;
}

const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d):?([0-5]\d))$/;

/** Reads `yyyy-MM-ddTHH:mm:ss.SSSZ`, the zone as `+0300`, `+03:00` or `Z`. Source: BPC REST documentation, recurring tasks. @throws Refused for anything else. */
export const readZonedDate = (text: string, field: string): ZonedDate => {
  const [, local = '', fraction = '', sign, hours = '', minutes = ''] = form.exec(text) ?? [];
  const localMs = dateTimeMs(local);
  const utcOffsetMinutes = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const ms = (localMs ?? Number.NaN) + Number(fraction.padEnd(3, '0').slice(0, 3)) - utcOffsetMinutes * 60_000;
  if (!isMoment(ms)) throw new Refused('value-invalid', { field });
  return { ms, utcOffsetMinutes };
};
