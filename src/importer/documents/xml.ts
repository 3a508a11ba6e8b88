import { Parser } from 'htmlparser2';
import { ImportRefused } from '../import-refusal.ts';

/** A part in pieces, wherever they are cut. */
export type Xml = AsyncIterable<string> | readonly string[];

export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Elements within elements: a table in a table in a text box takes some fifty. */
const MAX_DEPTH = 400;
/** The readers of formats take the longer the more there is of an element, by far more than twice for twice as much. */
const MAX_ATTRIBUTES = 100;
const MAX_ATTRIBUTE_CHARACTERS = 200_000;

/**
 * Walks an XML part of an office file, given in pieces. No entity but the five of XML is ever resolved.
 * Throws ImportRefused for declarations of types or entities, for elements left open, and for
 * more of them within one another, or more in one of them, than any office program writes.
 */
export async function walkXml(xml: Xml, handler: XmlHandler): Promise<void> {
  let elements = 0;
  let depth = 0;
  let openedTo = -1;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        depth += 1;
        openedTo = parser.endIndex;
        if (depth > MAX_DEPTH || isEndless(attributes)) throw new ImportRefused('IMPORT_XML_BROKEN');
        handler.open?.(name, attributes);
      },
      onclosetag(name, isImplied) {
        const selfClosing = parser.endIndex === openedTo;
        if (isImplied && !selfClosing) throw new ImportRefused('IMPORT_XML_BROKEN');
        depth -= 1;
        handler.close?.(name);
      },
      ontext: (text) => handler.text?.(text),
      onprocessinginstruction(name) {
        if (name.startsWith('!')) throw new ImportRefused('IMPORT_XML_ENTITIES');
      },
    },
    { xmlMode: true },
  );
  for await (const piece of xml) parser.write(piece);
  parser.end();
  if (elements === 0) throw new ImportRefused('IMPORT_XML_BROKEN');
}

function isEndless(attributes: Readonly<Record<string, string>>): boolean {
  const values = Object.values(attributes);
  return values.length > MAX_ATTRIBUTES || values.some((value) => value.length > MAX_ATTRIBUTE_CHARACTERS);
}
