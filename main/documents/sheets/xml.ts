// Streams one XML part of a .xlsx through saxes. Entities other than the five of XML, and document types, are refused.
import { SaxesParser } from 'saxes';
import { DocumentRefusal } from '../refusal.ts';

export interface XmlHandlers {
  /** Names without their prefix. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Parses a part piece by piece; after each, whoever asks may hand on what was found, or stop. */
export async function* xmlSteps(
  stream: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<number> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('error', () => {
    throw new DocumentRefusal('sheet-damaged');
  });
  parser.on('doctype', () => {
    throw new DocumentRefusal('sheet-damaged');
  });
  parser.on('opentag', (tag) => handlers.open(local(tag.name), tag.attributes));
  if (handlers.close !== undefined) {
    const { close } = handlers;
    parser.on('closetag', (tag) => close(local(tag.name)));
  }
  if (handlers.text !== undefined) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield chunk.byteLength;
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    // Broken XML or letters that are not UTF-8: all the same to who sent the file.
    throw error instanceof DocumentRefusal ? error : new DocumentRefusal('sheet-damaged');
  }
}

/** Parses a whole part. */
export async function readXml(stream: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const steps = xmlSteps(stream, handlers);
  while ((await steps.next()).done !== true);
}
