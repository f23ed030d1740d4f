/** Texts of the scripts, in the language of the page. */
export const texts = JSON.parse(document.body.dataset.texts ?? '{}');
