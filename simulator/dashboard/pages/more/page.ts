import { viewFrom } from '../../../http/page/view-from.ts';
import { version } from '../../../runtime/version.ts';
import type { DashboardPage } from '../../page.ts';
import { languages } from '../../texts/languages.ts';
import { moreTexts } from './texts.ts';

/** For phones, whose tab bar has room for five: the other pages, the languages, and the way out. */
export const more: DashboardPage = {
  texts: moreTexts,
  show: async (visit) => {
    const { say, ui, link, language, hasSession } = visit;
    const others = visit.pages.filter(({ isTab }) => !isTab);
    const groups = [...new Set(others.map(({ group }) => group))].map((group) => ({
      title: group === undefined ? say('More') : say(group),
      items: others
        .filter((one) => one.group === group)
        .map(({ path, title, icon }) => ({ href: link(path), title: say(title), icon: ui.icon(icon) })),
    }));
    const tongues = languages.map(({ code, name }) => ({
      code,
      name,
      isHere: code === language,
      href: link('/more', { lang: code }),
    }));
    const content = fillMore({ say, ui, view: { groups, tongues, hasSession, version: version() } });
    return { title: say('More'), content };
  },
};

const fillMore = viewFrom<{ say: unknown; ui: unknown; view: object }>(new URL('view.ejs', import.meta.url), [
  'say',
  'ui',
  'view',
]);
