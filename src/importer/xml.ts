import { Parser } from 'htmlparser2';
import { ImportRefused } from './import-refusal.ts';

export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Elements within elements: a table in a table in a text box takes some fifty. */
const MAX_DEPTH = 400;

/**
 * Walks an XML part of an office file. No entity but the five of XML is ever resolved.
 * Throws ImportRefused for declarations of types or entities, for elements left open, and for
 * more of them within one another than any office program writes.
 */
export function walkXml(xml: string, handler: XmlHandler): void {
  let elements = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        depth += 1;
        if (depth > MAX_DEPTH) throw new ImportRefused('IMPORT_XML_BROKEN');
        handler.open?.(name, attributes);
      },
      onclosetag(name, isImplied) {
        const selfClosing = xml[parser.endIndex - 1] === '/';
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
  parser.write(xml);
  parser.end();
  if (elements === 0) throw new ImportRefused('IMPORT_XML_BROKEN');
}
