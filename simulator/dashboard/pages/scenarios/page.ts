import { basename } from 'node:path';
import { bankOf } from '../../../banks/bank-of.ts';
import type { MerchantContext } from '../../../context.ts';
import { viewFrom } from '../../../http/page/view-from.ts';
import { type ScenarioUse, scenarioUses } from '../../../inspection/orders/scenarios-of-order.ts';
import { ordersLeft } from '../../../merchants/next-orders.ts';
import { meantName } from '../../../scenario-engine/choice/unknown-name.ts';
import { openScenarioFiles } from '../../../scenario-engine/definition/scenario-files.ts';
import type { Scenario } from '../../../scenario-engine/scenario.ts';
import type { DashboardPage, Visit } from '../../page.ts';
import { deciderTexts } from '../../texts/decider-texts.ts';
import { statusLooks } from '../../ui/status.ts';
import { asCurl, asTypeScript } from './as-code.ts';
import { explainView } from './explain.ts';
import { type GroupName, groupOf, groups } from './groups.ts';
import { knownScenarios } from './known-scenarios.ts';
import { mistakesView } from './mistakes.ts';
import { scenarioActs } from './scenario-acts.ts';
import { aboutIn, adviceIn } from './scenario-words.ts';
import { scenarioTexts } from './texts.ts';
import { statusOf, whatHappens } from './what-happens.ts';

/** The gallery of scenarios: what each does, and buttons to play it or to set it. */
export const scenarios: DashboardPage = {
  texts: [...deciderTexts, ...scenarioTexts],
  acts: scenarioActs,
  show: async (visit) => {
    const { context, say, ui, link, query, language } = visit;
    const all = await knownScenarios(context);
    const name = query.get('name') || undefined;
    const opened = all.find((one) => one.name === name);
    const search = (query.get('q') ?? '').trim();
    const group = groups.find((one) => one.name === query.get('group'))?.name;
    const found = all.filter((one) => isFound(visit, one, search));
    const shown = found.filter((one) => group === undefined || groupOf(one) === group);
    const uses = await scenarioUses(context, startOfDayMs(context));
    const kept = { q: search || undefined, group };
    const title = say('Scenarios');
    const content = fillScenarios({
      say,
      ui,
      link,
      view: {
        title,
        here: link('/scenarios', { ...kept, name }),
        kept: { merchant: query.get('merchant') || undefined },
        search,
        group,
        chips: chipsOf(visit, found, { ...kept, name }),
        mistakes: mistakesView(context.scenarioFiles().mistakes, language),
        ignored: context.scenarioFiles().ignored.map((line) => unreadView(line)),
        unknown: name === undefined || opened ? undefined : unknownView(visit, name, all),
        explain: await explainView(visit),
        groups: groups.flatMap(({ title: heading, about, name: groupName }) => {
          const rows = rowsOf(visit, shown, groupName, { uses, opened, kept });
          return rows.length === 0 ? [] : [{ title: say(heading), about: say(about), rows }];
        }),
        opened: opened && (await openedView(visit, opened, uses.get(opened.name) ?? [])),
        all: all.length,
        count: shown.length,
        allLink: link('/scenarios'),
      },
    });
    return { title, content, ...(name !== undefined && !opened && { status: 404 }) };
  },
};

const fillScenarios = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);

/** `sub: is not read, because ...; move its 2 files ...`: the sub-folder. */
const unreadView = (line: string): { readonly folder: string } => ({
  folder: line.slice(0, line.lastIndexOf(': is not read')),
});

/** When the day began by the merchant's clock, where its bank is. */
const startOfDayMs = (context: MerchantContext): number => {
  const dayMs = 86_400_000;
  const offsetMs = bankOf(context, context.merchant).utcOffsetMinutes * 60_000;
  return Math.floor((context.clock.now() + offsetMs) / dayMs) * dayMs - offsetMs;
};

/** Whether a scenario has every word of the search in its name, its texts, or its sentences. */
const isFound = (visit: Visit, scenario: Scenario, search: string): boolean => {
  if (search === '') return true;
  const { name, about, shop = '', attempts, gateway, callbacks, later, expect } = scenario;
  const sentences = [...attempts, ...gateway, ...callbacks, ...later].map(({ sentence }) => sentence);
  const texts = [name, about, shop, aboutIn(visit, scenario).text, adviceIn(visit, scenario)?.text ?? '', ...sentences];
  const whole = [...texts, String(expect.actionCode ?? '')].join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => whole.includes(word));
};

interface Kept {
  readonly q: string | undefined;
  readonly group: GroupName | undefined;
}

const chipsOf = (
  { say, link }: Visit,
  found: readonly Scenario[],
  { group, ...others }: Kept & { name: string | undefined },
) => {
  const chip = (title: string, count: number, name: GroupName | undefined) => ({
    title,
    count,
    isHere: name === group,
    href: link('/scenarios', { ...others, group: name }),
  });
  return [
    chip(say('All'), found.length, undefined),
    ...groups.map(({ name, title }) => chip(say(title), found.filter((one) => groupOf(one) === name).length, name)),
  ];
};

interface Facts {
  readonly uses: ReadonlyMap<string, readonly ScenarioUse[]>;
  readonly opened: Scenario | undefined;
  readonly kept: Kept;
}

const rowsOf = (visit: Visit, shown: readonly Scenario[], group: GroupName, { uses, opened, kept }: Facts) =>
  shown
    .filter((one) => groupOf(one) === group)
    .map((one) => ({
      name: one.name,
      about: aboutIn(visit, one),
      end: endOf(visit, one),
      used: uses.get(one.name)?.length ?? 0,
      isOpen: one === opened,
      href: `${visit.link('/scenarios', { ...kept, name: one === opened ? undefined : one.name })}#scenario-${encodeURIComponent(one.name)}`,
    }));

/** How it ends, as HTML: a declined attempt leaves the order open, so it is said with its code. */
const endOf = ({ say, ui }: Visit, scenario: Scenario): string => {
  const status = statusOf(scenario);
  const { orderStatus = '', actionCode = 0 } = scenario.expect;
  if (status === undefined) return '';
  if (status === 'created' && actionCode !== 0) return ui.status('bad', 'cross', say('Decline'), actionCode);
  const { tone, icon, word } = statusLooks[status];
  return ui.status(tone, icon, say(word), orderStatus);
};

const openedView = async (visit: Visit, scenario: Scenario, used: readonly ScenarioUse[]) => {
  const { context, link } = visit;
  const { name, phases, file } = scenario;
  const { merchant, store } = context;
  const isNext = merchant.nextOrders?.scenario === name && (await ordersLeft(store, merchant)) > 0;
  const { writeBody } = await openScenarioFiles();
  return {
    name,
    about: aboutIn(visit, scenario),
    steps: whatHappens(visit, scenario),
    advice: adviceIn(visit, scenario),
    used: used.slice(0, 5).map(({ id, orderNumber }) => ({ orderNumber, href: link(`/orders/${id}`) })),
    usedMore: Math.max(0, used.length - 5),
    isNext,
    isInForce: merchant.scenario === name,
    file: file === undefined ? `${name}.yaml` : basename(file),
    text: writeBody(scenario.source),
    curl: asCurl(visit, name, phases),
    typeScript: asTypeScript(visit, name, phases),
  };
};

const unknownView = ({ say, link }: Visit, name: string, all: readonly Scenario[]) => {
  const shown = name.slice(0, 80);
  const meant = meantName(
    shown,
    all.map((one) => one.name),
  );
  return {
    text: say('No scenario is called {name}.', { name: shown }),
    meant: meant === undefined ? undefined : { name: meant, href: link('/scenarios', { name: meant }) },
  };
};
