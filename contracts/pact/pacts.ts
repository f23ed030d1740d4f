import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { CONTRACTS_FOLDER, CONTRACTS_ONLY, CONTRACTS_PARTS } = process.env;

/** Whether this run writes and verifies the part of one subject. */
export const isPartial = CONTRACTS_ONLY !== undefined;

/**
 * A new folder, into which a consumer writes one interaction. Pact reads and writes the whole file for each, which takes
 * longer with every one that is in it; contracts/run.ts joins them.
 */
export const partFolder = (): string => mkdtempSync(path.join(CONTRACTS_PARTS ?? tmpdir(), 'pact-part-'));

/** The folder of the contracts, which providers read. */
const pactsFolder = CONTRACTS_FOLDER ?? path.join(import.meta.dirname, '..', 'pacts');

/** The contract that the shop's client has written. */
export const shopPact = path.join(pactsFolder, 'shop-gateway.json');

/** The contract that the gateway's own sender has written. */
export const callbackPact = path.join(pactsFolder, 'gateway-shop.json');
