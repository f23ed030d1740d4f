import { escapeHtml } from '../../http/page/view-from.ts';

/** A text as HTML, with names of the API between backticks as code. */
export const withCode = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
