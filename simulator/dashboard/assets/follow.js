import { plan } from './live.js';

/** The address that a form would lead to, without its empty fields. */
const addressOf = (form) => {
  const url = new URL(form.action, location.href);
  const fields = [...new FormData(form)].filter(([, value]) => value !== '');
  url.search = new URLSearchParams(fields).toString();
  return url.href;
};

/** Forms that ask for a page, with `data-follow`, show its parts while a person types. */
export const listenToForms = () => {
  document.addEventListener('input', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form[data-follow]') : null;
    if (!form) return;
    history.replaceState(null, '', addressOf(form));
    plan(true);
  });
};
