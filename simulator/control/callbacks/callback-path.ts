import { z } from 'zod';
import type { Merchant } from '../../domain/merchant.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { Problem } from '../problem.ts';

export const callbackPath = loginField.extend({ id: z.string().min(1).describe('Id of the callback.') });

export const noCallback = ({ login }: Pick<Merchant, 'login'>, id: string): Problem =>
  new Problem('not-found', `${login} has no callback with the id ${id}`, { field: 'id' });
