import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import type { Binding } from '../../domain/binding.ts';
import { withMask } from '../../domain/card.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { isMerchantNamed } from '../../domain/merchant-name.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { typedMeans } from '../../payments/attempt/payment-means.ts';
import { announceBinding } from '../../payments/cards/announce-binding.ts';
import { readCard } from '../../payments/cards/check-card.ts';
import { renderFlaggedRefusal } from '../answers/render-refusal.ts';

/** No CVC is asked. */
export const createBindingNoPayment: MerchantEndpoint = {
  path: 'rest/createBindingNoPayment.do',
  meaning: 'Stores a card without a payment.',
  meaningInRussian: 'Сохраняет карту без платежа.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'stored-cards',
  parameters: {
    ...credentialParameters,
    clientId: {
      kind: 'text',
      required: true,
      missing: 'key-missing',
      max: 255,
      meaning: "The shop's id of the payer.",
    },
    pan: { kind: 'secret', required: true, missing: 'key-missing', meaning: 'Card number.' },
    expiryDate: { kind: 'secret', required: true, missing: 'key-missing', meaning: 'YYYYMM.' },
    cardholderName: { kind: 'secret', required: true, missing: 'key-missing', meaning: 'Cardholder.' },
    bindingStrength: { kind: 'text', max: 20, meaning: 'How the card was checked; ignored.' },
    additionalParameters: { kind: 'json', meaning: 'Further parameters; ignored.' },
    merchantLogin: { kind: 'text', max: 255, meaning: 'The merchant that the card belongs to.' },
    email: { kind: 'text', max: 254, meaning: "The payer's address." },
    phone: { kind: 'text', max: 32, meaning: "The payer's phone." },
    ...languageParameter,
  },
  refuses: [...refusalGroups.cardFields, 'access-denied'],
  renderRefusal: renderFlaggedRefusal,
  shape: () => ({
    name: 'StoredCard',
    fields: {
      maskedPan: { kind: 'text' },
      expiryDate: { kind: 'text', meaning: 'YYYYMM.' },
      cardholderName: { kind: 'text' },
      clientId: { kind: 'text' },
      bindingId: { kind: 'text' },
      errorCode: { kind: 'number', values: [0] },
      error: { kind: 'flag', values: [false] },
    },
  }),
  answer: async (call) => {
    const { merchantLogin } = call.values;
    // That this needs a permission, which nobody has here, is documented for register.do; the code is a guess.
    if (merchantLogin !== undefined && !isMerchantNamed(call.merchant.login, merchantLogin))
      throw new Refused('access-denied');
    const binding = readBinding(call);
    await call.context.store.bindings.insert(binding);
    await announceBinding(call.context, binding, 'bindingCreated');
    const { card, clientId, id } = binding;
    return {
      maskedPan: withMask(card.maskedPan, call.context.bank.panMask),
      expiryDate: card.expiry,
      cardholderName: card.holder,
      clientId,
      bindingId: id,
      errorCode: 0,
      error: false,
    };
  },
};

const readBinding = ({ context, merchant, values }: MerchantCall): Binding => {
  const nowMs = context.clock.now();
  const { pan = '', expiryDate: expiry = '', cardholderName: holder = '', clientId = '', email, phone } = values;
  const { card, plan } = typedMeans(readCard({ pan, expiry, cvc: '', holder }, nowMs, ['cvc']));
  return {
    id: context.ids.uuid(nowMs),
    version: 1,
    merchant: merchant.login,
    clientId,
    card,
    plan,
    category: 'COMMON',
    isActive: true,
    paymentWay: 'CARD',
    createdAtMs: nowMs,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  };
};
