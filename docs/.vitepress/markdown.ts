/** The parts of markdown-it that the plugins use. Its types come with VitePress, which a plain `npm ci` does not install. */
export interface Token {
  type: string;
  info: string;
  content: string;
  children: Token[] | null;
  block: boolean;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

export interface State {
  tokens: Token[];
  readonly env: { readonly path: string; readonly realPath?: string };
  readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
}

export interface Markdown {
  readonly core: { readonly ruler: { push(name: string, rule: (state: State) => void): void } };
  readonly utils: { escapeHtml(text: string): string };
}
