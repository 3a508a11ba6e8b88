import { Parser } from 'htmlparser2';
import { ImportRefused } from './import-refusal.ts';

export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Walks an XML part of an office file. No entity but the five of XML is ever resolved.
 * Throws ImportRefused for declarations of types or entities, and for elements left open.
 */
export function walkXml(xml: string, handler: XmlHandler): void {
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        handler.open?.(name, attributes);
      },
      onclosetag(name, isImplied) {
        const selfClosing = xml[parser.endIndex - 1] === '/';
        if (isImplied && !selfClosing) throw new ImportRefused('IMPORT_XML_BROKEN');
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
