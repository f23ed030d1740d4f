import type { z } from 'zod';
import type { Context, MerchantContext } from '../../context.ts';
import { defaultCallbackSettings } from '../../domain/callback.ts';
import type { NextOrders } from '../../domain/followed-scenario.ts';
import type { Merchant } from '../../domain/merchant.ts';
import { ordersLeft } from '../../merchants/next-orders.ts';
import { Problem } from '../problem.ts';
import type { merchantAnswer } from './merchant-schemas.ts';

/** The merchant of this login. @throws Problem if there is none. */
export const merchantOf = async ({ store }: Context, login: string): Promise<Merchant> => {
  const merchant = await store.merchants.find(login);
  if (!merchant) throw new Problem('not-found', `no merchant has the login ${login}`, { field: 'login' });
  return merchant;
};

/** The context of the merchant of this login. @throws Problem if there is none. */
export const contextOf = async (context: Context, login: string): Promise<MerchantContext> =>
  context.forMerchant(await merchantOf(context, login));

/** The merchant as the control API shows it. */
export const showMerchant = async (
  context: Context,
  merchant: Merchant,
  origin: string,
): Promise<z.input<typeof merchantAnswer>> => {
  const { callbacks = defaultCallbackSettings, bank, currencies, nextOrders, break: broken, ...rest } = merchant;
  const { allowedFeatures, withoutPermissions, ...facts } = rest;
  const left = await ordersLeft(context.store, merchant);
  const { operations, parameters, ...settings } = callbacks;
  return {
    ...facts,
    ...(allowedFeatures && { allowedFeatures: [...allowedFeatures] }),
    ...(withoutPermissions && { withoutPermissions: [...withoutPermissions] }),
    ...(nextOrders && left > 0 && { nextOrders: showNextOrders(nextOrders, left) }),
    ...(broken && { break: { id: broken.id, ...(broken.of !== undefined && { of: broken.of }) } }),
    bank: bank ?? context.bank.name,
    ...(currencies && { currencies: [...currencies] }),
    callbacks: { ...settings, operations: [...operations], parameters: [...parameters] },
    restUrl: `${origin}${context.bank.basePath}/rest/`,
  };
};

const showNextOrders = ({ id: _, ...facts }: NextOrders, left: number) => ({ ...facts, left });
