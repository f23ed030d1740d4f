import { SandboxProblem } from '../../../../client/index.ts';
import type { NotSaved } from '../../../domain/errors/scenario-not-saved.ts';
import type { DashboardPage, Done, Form, Shown, Visit } from '../../page.ts';
import { refusalIn } from '../../texts/refusals/refusal-in.ts';
import { savedWords } from './saved-words.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** A scenario as it stands in the form. */
export interface Draft {
  readonly name: string;
  readonly text: string;
  /** Of the text that was read; `new`: of no file. */
  readonly version: string;
  readonly isJson: boolean;
}

type ShowDraft = (visit: Visit, draft: Draft, verdict: Verdict) => Promise<Shown>;

/** Browsers send lines that end in CR LF. */
const draftIn = ({ name = '', text = '', version = 'new', isJson }: Form): Draft => ({
  name: name.trim(),
  text: text.replaceAll('\r\n', '\n'),
  version: version || 'new',
  isJson: isJson === 'yes',
});

/** The form has one act, and a button for each thing to do with its text. */
export const editorActs = (show: ShowDraft): NonNullable<DashboardPage['acts']> => ({
  edit: async (visit, form) => {
    const { say, sandbox, context, link, language } = visit;
    const draft = draftIn(form);
    const { name, text } = draft;
    const verdict = await verdictOf(visit, draft);
    const stay = async (notice?: string): Promise<Done> => ({
      shown: await show(visit, draft, verdict),
      ...(notice !== undefined && { notice: { kind: 'bad', text: notice } }),
    });
    const doing = form['do'] ?? 'check';
    if (doing === 'download') {
      const fileName = `${/^[\w-]+$/.test(name) ? name : 'my-scenario'}.${draft.isJson ? 'json' : 'yaml'}`;
      return { shown: { fileName, contentType: 'text/plain; charset=utf-8', text } };
    }
    if (doing === 'check') return stay();
    if (!verdict.scenario) return stay(say('It has mistakes, so nothing was done.'));
    if (doing === 'save') return (await save(visit, draft)) ?? stay(say('A scenario needs a name to be saved.'));
    const orders = doing === 'set-next' ? { orders: 1 } : {};
    await sandbox.setScenario(context.merchant.login, verdict.scenario, orders);
    return {
      notice: {
        kind: 'good',
        text:
          doing === 'set-next'
            ? say('The next order follows this scenario.')
            : say('Every payment of this merchant follows this scenario now.'),
      },
      to: link('/scenarios'),
    };

    async function save({ sandbox: gateway }: Visit, { version }: Draft): Promise<Done | undefined> {
      if (name === '') return undefined;
      try {
        const { file, isInUse } = await gateway.scenarioFiles.save(name, text, { version });
        const words = isInUse
          ? say('{file} is saved, and in use from the next payment on.', { file })
          : say('{file} is saved, but not in use: another file of the folder is wrong.', { file });
        return { notice: { kind: isInUse ? 'good' : 'bad', text: words }, to: link('/scenarios', { name }) };
      } catch (error) {
        if (!(error instanceof SandboxProblem)) throw error;
        const reason = savedWords[error.reason as NotSaved];
        return stay(reason === undefined ? refusalIn(language, error.detail) : say(reason));
      }
    }
  },
});
