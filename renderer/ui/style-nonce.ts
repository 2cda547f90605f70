// The nonce of this load. antd hands it to its own styles, but two helpers under its dialogs make style elements without asking for
// one (scroll lock, width of the scroll bar); every style element that our own scripts make gets it here. Markup never does.
const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
export const nonce = meta?.content ?? '';

const create = document.createElement.bind(document) as (tag: string, options?: ElementCreationOptions) => HTMLElement;
document.createElement = ((tag: string, options?: ElementCreationOptions) => {
  const made = create(tag, options);
  if (made instanceof HTMLStyleElement) made.nonce = nonce;
  return made;
}) as typeof document.createElement;
