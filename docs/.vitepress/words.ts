import type { DefaultTheme } from 'vitepress';

/** The words of the site around the pages, in Russian. */
export const russianWords = {
  outline: { label: 'На этой странице' },
  docFooter: { prev: 'Назад', next: 'Дальше' },
  darkModeSwitchLabel: 'Оформление',
  lightModeSwitchTitle: 'Светлое оформление',
  darkModeSwitchTitle: 'Тёмное оформление',
  sidebarMenuLabel: 'Меню',
  returnToTopLabel: 'Наверх',
  langMenuLabel: 'Язык',
  skipToContentLabel: 'К содержанию',
  notFound: {
    title: 'Такой страницы нет',
    quote: 'Адрес изменился, или в нём опечатка.',
    linkLabel: 'На главную',
    linkText: 'На главную',
  },
} satisfies DefaultTheme.Config;

/** The words of the search, in Russian. */
export const russianSearch = {
  button: { buttonText: 'Поиск', buttonAriaLabel: 'Поиск' },
  modal: {
    displayDetails: 'Показать текст',
    resetButtonTitle: 'Очистить',
    backButtonTitle: 'Закрыть',
    noResultsText: 'Ничего не найдено:',
    footer: {
      selectText: 'открыть',
      selectKeyAriaLabel: 'Enter',
      navigateText: 'выбрать',
      navigateUpKeyAriaLabel: 'Стрелка вверх',
      navigateDownKeyAriaLabel: 'Стрелка вниз',
      closeText: 'закрыть',
      closeKeyAriaLabel: 'Esc',
    },
  },
} satisfies DefaultTheme.LocalSearchOptions['translations'];

/** The words of the page of a wrong address, in English. */
export const notFound = {
  title: 'There is no such page',
  quote: 'The address has changed, or it has a mistake.',
  linkLabel: 'To the first page',
  linkText: 'To the first page',
} satisfies DefaultTheme.Config['notFound'];
