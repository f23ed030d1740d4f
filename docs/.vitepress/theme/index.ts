import { inBrowser, onContentUpdated, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { leadToEnglish } from './lead-to-english.ts';
import { rememberTab, showRememberedTabs } from './remembered-tab.ts';
import './style.css';

export default {
  extends: DefaultTheme,
  setup: () => onContentUpdated(showRememberedTabs),
  enhanceApp: ({ router, siteData }) => {
    leadToEnglish(router, siteData.value);
    if (inBrowser) window.addEventListener('change', rememberTab);
  },
} satisfies Theme;
