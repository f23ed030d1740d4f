import path from 'node:path';

const { CONTRACTS_FOLDER, CONTRACTS_ONLY } = process.env;

/** Whether this run writes and verifies the part of one subject. */
export const isPartial = CONTRACTS_ONLY !== undefined;

/** The folder of the contracts, which consumers write and providers read. */
export const pactsFolder = CONTRACTS_FOLDER ?? path.join(import.meta.dirname, '..', 'pacts');

/** The contract that the shop's client has written. */
export const shopPact = path.join(pactsFolder, 'shop-gateway.json');

/** The contract that the gateway's own sender has written. */
export const callbackPact = path.join(pactsFolder, 'gateway-shop.json');
