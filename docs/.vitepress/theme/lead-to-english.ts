import type { DefaultTheme, Router, SiteData } from 'vitepress';

/** The settings of the theme that are the site's own. */
export interface OwnSettings {
  /** Addresses below the base of pages without a Russian twin: `/recipes/go/`. */
  readonly englishOnly?: readonly string[];
}

/** The menu of languages leads to the same address in the other language: from a page without a twin, the reader stays there. */
export const leadToEnglish = (
  router: Router,
  { base, themeConfig }: SiteData<DefaultTheme.Config & OwnSettings>,
): void => {
  const russian = `${base}ru/`;
  router.onBeforeRouteChange = (to) => {
    const { pathname } = new URL(to, 'http://localhost');
    if (!pathname.startsWith(russian)) return true;
    const address = `/${pathname.slice(russian.length)}`;
    if (!themeConfig.englishOnly?.includes(address.replace(/\.html$/, ''))) return true;
    void router.go(base + address.slice(1));
    return false;
  };
};
