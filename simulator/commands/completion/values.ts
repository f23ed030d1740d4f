import { existsSync, readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { shopCases } from '../../../contracts/shop/cases/all.ts';
import { banks } from '../../banks/all.ts';
import { currencies } from '../../data/currencies.ts';
import { languageNames } from '../../data/page-texts.ts';
import { testCards } from '../../data/test-cards.ts';
import { callbackChecksums, callbackOperations } from '../../domain/callback.ts';
import { bankActs } from '../../domain/orders/bank-act.ts';
import { outcomeNames } from '../../scenario-engine/choice/outcomes.ts';
import { scenariosFor } from '../read-config.ts';
import { orderStates } from '../sandbox/orders.ts';
import { moves } from '../sandbox/time.ts';
import type { Values, ValuesOf } from './command-tree.ts';
import { shells } from './shells.ts';

/** What completes the options and arguments of the commands. */
export const knownValues = (): ValuesOf => {
  const names = scenarioNames(scenariosFor(undefined));
  const folders: Values = { words: [], paths: 'folders' };
  const shopCaseIds = shopCases.map(({ id }) => id);
  const files: Values = { words: [], paths: 'files' };
  const values: Readonly<Record<string, Values>> = {
    '--folder': folders,
    folder: folders,
    places: files,
    pacts: files,
    '--state-map': files,
    '--json': files,
    '--junit': files,
    '--bank': { words: banks.map(({ name }) => name), paths: 'files' },
    '--require': { words: banks.map(({ name }) => name) },
    scenario: { words: names, paths: 'files' },
    '--scenario': { words: [...names, ...outcomeNames([])] },
    '--currency': { words: currencies.map(({ alpha }) => alpha) },
    '--language': { words: Object.keys(languageNames) },
    '--card': { words: testCards.map(({ pan }) => pan) },
    '--operation': { words: callbackOperations },
    '--proof': { words: callbackChecksums },
    '--method': { words: ['GET', 'POST'] },
    '--only': { words: shopCaseIds },
    '--skip': { words: shopCaseIds },
    shell: { words: shells },
    '--status': { words: orderStates },
    act: { words: bankActs },
    move: { words: moves },
  };
  return (name) => values[name] ?? { words: [] };
};

/** By their files, so that one with a mistake keeps nobody from completing. */
const scenarioNames = (folder: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .map((file) => parse(file))
    .filter(({ name, ext }) => /^\.(?:ya?ml|json)$/.test(ext) && !name.endsWith('.schema'))
    .map(({ name }) => name);
