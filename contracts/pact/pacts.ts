import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { CONTRACTS_FOLDER, CONTRACTS_ONLY, CONTRACTS_PARTS } = process.env;

/** Whether this run writes and verifies the part of one subject. */
export const isPartial = CONTRACTS_ONLY !== undefined;

/**
 * The folder into which the consumers of this process write. Pact reads and writes the whole file for each interaction, so
 * each process has a small one of its own; contracts/run.ts joins them.
 */
export const partFolder = (): string =>
  CONTRACTS_PARTS === undefined
    ? mkdtempSync(path.join(tmpdir(), 'pact-part-'))
    : path.join(CONTRACTS_PARTS, String(process.pid));

/** The folder of the contracts, which providers read. */
const pactsFolder = CONTRACTS_FOLDER ?? path.join(import.meta.dirname, '..', 'pacts');

/** The contract that the shop's client has written. */
export const shopPact = path.join(pactsFolder, 'shop-gateway.json');

/** The contract that the gateway's own sender has written. */
export const callbackPact = path.join(pactsFolder, 'gateway-shop.json');
