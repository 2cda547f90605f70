// The nonce of this load. antd hands it to its own styles, but two helpers under its dialogs make style elements without asking for
// one (scroll lock, width of the scroll bar); every style element that our own scripts make gets it here. Markup never does.
const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
export const nonce = meta?.content ?? '';

type Create = (tag: string, options?: ElementCreationOptions) => HTMLElement;
const page: { createElement: Create } = document;
const create: Create = page.createElement.bind(document);
page.createElement = (tag, options) => {
  const made = create(tag, options);
  if (made instanceof HTMLStyleElement) made.nonce = nonce;
  return made;
};
