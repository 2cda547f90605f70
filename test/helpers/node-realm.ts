// Import this first in a test under jsdom that opens a shop: vitest's jsdom puts the page's own Uint8Array over Node's, and neither
// the database nor the contract would know Node's bytes any more.
const NodeBytes = (Object.getPrototypeOf(Buffer.prototype) as { constructor: Uint8ArrayConstructor })
  .constructor;
globalThis.Uint8Array = NodeBytes;
globalThis.ArrayBuffer = new NodeBytes(1).buffer.constructor as ArrayBufferConstructor;
