import { viewFrom } from '../../../http/page/view-from.ts';
import { findScenarioText, whyNotSaved } from '../../../inspection/scenario-texts.ts';
import { longestName } from '../../../scenario-engine/definition/scenario-name.ts';
import type { DashboardPage, Shown, Visit } from '../../page.ts';
import { controlCurl, merchantPath } from '../../ui/control-call.ts';
import { type Draft, editorActs } from './editor-acts.ts';
import { savedWords } from './saved-words.ts';
import { editorTexts } from './texts.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** The text of a scenario: to check while it is written, to save, or to set for a merchant. */
export const editor: DashboardPage = {
  texts: editorTexts,
  acts: editorActs(async (visit, draft, verdict) => showEditor(visit, draft, verdict)),
  show: async (visit) => {
    const { query, context } = visit;
    const name = query.get('name') ?? '';
    const found = name === '' ? undefined : await findScenarioText(context, name);
    const draft = found
      ? { name: found.name, text: found.text, version: found.version ?? 'new', isJson: found.file.endsWith('.json') }
      : { name: name.slice(0, longestName), text: firstText, version: 'new', isJson: false };
    return showEditor(visit, draft, name === '' ? undefined : await verdictOf(visit, draft));
  },
};

/** What a new scenario begins with. */
const firstText = `about: >-
  The first card has no money, the second one pays.
shop: >-
  Let the payer try another card.
attempts:
  - decline: insufficient-funds
  - approve: true
`;

const showEditor = async (visit: Visit, draft: Draft, verdict: Verdict | undefined): Promise<Shown> => {
  const { say, ui, link, context } = visit;
  const { name, text, version, isJson } = draft;
  const reason = await whyNotSaved(context);
  const isNew = version === 'new';
  const title = isNew ? say('Write a scenario') : say('Edit {name}', { name });
  const path = `${merchantPath(visit)}/scenario`;
  const content = fillEditor({
    say,
    ui,
    link,
    view: {
      title,
      ...draft,
      longestName,
      file: `${name || 'my-scenario'}.${isJson ? 'json' : 'yaml'}`,
      isNew,
      notSaved: reason && say(savedWords[reason]),
      verdict,
      back: link('/scenarios', { name: name || undefined }),
      here: link('/scenarios/edit', { name: name || undefined }),
      curl: [
        controlCurl(visit, { method: 'POST', path: '/scenarios/check', body: { text, ...(isJson && { isJson }) } }),
        controlCurl(visit, {
          method: 'PUT',
          path: `/scenario-files/${encodeURIComponent(name || 'my-scenario')}`,
          body: { text, version },
        }),
        controlCurl(visit, { method: 'PUT', path, body: { scenario: verdict?.scenario ?? {} } }),
      ].join('\n\n'),
    },
  });
  return { title, content };
};

const fillEditor = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);
