import { z } from 'zod';
import { breaks } from '../../breaks/all.ts';
import { eachBreak } from '../../domain/merchant-break.ts';
import { breakInForce, setBreak as set, unknownBreak } from '../../merchants/breaks.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { Problem } from '../problem.ts';
import { loginField } from './merchant-schemas.ts';
import { merchantOf } from './show-merchant.ts';

const facts = {
  calls: z.array(z.string()).describe('The calls that it changes, as they are documented: `rest/register.do`.'),
  does: z.string().describe('Continues "the gateway ...".'),
  harm: z.string().describe('What a shop would suffer.'),
};

const knownBreak = z
  .strictObject({
    id: z.string().describe('It never changes, and is never used again.'),
    since: z.string().describe('The version of tillbox that had it first.'),
    ...facts,
    equivalent: z.string().optional().describe('Why no shop can suffer from it; absent if one can.'),
  })
  .meta({ id: 'Break' });

const breakAnswer = z
  .strictObject({
    break: z
      .strictObject({
        id: z.string(),
        of: z.string().optional().describe('The merchant whose break it is, if it was taken over with `breakOf`.'),
        calls: facts.calls.optional(),
        does: facts.does.optional(),
        harm: facts.harm.optional(),
        reached: z.int().describe('How many of its calls were made.'),
        changed: z.int().describe('How many of these calls or their answers it has changed.'),
        wouldChange: z
          .array(z.string())
          .optional()
          .describe('Of `each`: the ids of the breaks that would have changed a call or its answer.'),
      })
      .optional()
      .describe('Absent if the gateway is right.'),
  })
  .meta({ id: 'BreakInForce' });

export const listBreaks = controlEndpoint({
  method: 'GET',
  path: '/breaks',
  tag: 'merchants',
  summary: 'Everything that can be wrong with the gateway of a merchant, by ids that never change.',
  summaryInRussian: 'Всё, что можно сломать в шлюзе мерчанта; идентификаторы никогда не меняются.',
  query: z.strictObject({
    call: z.string().min(1).optional().describe('Only those of this call: `refund.do` or `rest/refund.do`.'),
  }),
  answer: z.strictObject({ breaks: z.array(knownBreak) }),
  handle: async ({ query: { call } }) => ({
    breaks: breaks
      .filter(({ calls }) => call === undefined || calls.some((one) => one === call || one.endsWith(`/${call}`)))
      .map(({ id, since, calls, does, harm, equivalent }) => ({
        id,
        since,
        calls: [...calls],
        does,
        harm,
        ...(equivalent !== undefined && { equivalent }),
      })),
  }),
});

export const setBreak = controlEndpoint({
  method: 'PUT',
  path: '/merchants/{login}/break',
  tag: 'merchants',
  summary:
    "Breaks the merchant's gateway in this way, and no other merchant's; with `each`, breaks are only tried on copies, and the answers stay right.",
  summaryInRussian:
    'Ломает шлюз этого мерчанта указанным образом; остальных это не касается. С `each` поломки лишь примеряются к копиям, а ответы остаются правильными.',
  pathFields: loginField,
  body: z
    .strictObject({ id: z.string().describe(`The id of a break, or \`${eachBreak}\`.`) })
    .meta({ id: 'BreakChoice' }),
  answer: breakAnswer,
  handle: async ({ context, path: { login }, body: { id } }) => {
    await merchantOf(context, login);
    const mistake = unknownBreak(id);
    if (mistake !== undefined) throw new Problem('wrong-field', mistake, { field: 'id' });
    await set(context.store, login, id);
    return { break: await breakInForce(context.store, await merchantOf(context, login)) };
  },
});

export const getBreak = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/break',
  tag: 'merchants',
  summary:
    "What is wrong with the merchant's gateway, how often it was reached, and how often it has changed something.",
  summaryInRussian: 'Что сломано в шлюзе мерчанта, сколько раз до этого доходило дело и сколько раз что-то изменилось.',
  pathFields: loginField,
  answer: breakAnswer,
  handle: async ({ context, path: { login } }) => {
    const broken = await breakInForce(context.store, await merchantOf(context, login));
    return broken ? { break: broken } : {};
  },
});

export const unsetBreak = controlEndpoint({
  method: 'DELETE',
  path: '/merchants/{login}/break',
  tag: 'merchants',
  summary: "The merchant's gateway is right again.",
  summaryInRussian: 'Чинит шлюз мерчанта.',
  pathFields: loginField,
  answer: 'nothing',
  handle: async ({ context, path: { login } }) => {
    await merchantOf(context, login);
    await set(context.store, login, undefined);
    return undefined;
  },
});
