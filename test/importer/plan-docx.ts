import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';

/** A cell of a fixture: its lines, and how it is merged. */
export type FixtureCell = string | { text: string; span?: number; merge?: 'start' | 'above' };

export type FixtureBlock = string | readonly (readonly FixtureCell[])[];

/** Builds a Word document from lines and tables, as an office would write it. */
export async function planDocx(blocks: readonly FixtureBlock[]): Promise<Uint8Array> {
  const children = blocks.map((block) => (typeof block === 'string' ? new Paragraph(block) : tableOf(block)));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

const tableOf = (rows: readonly (readonly FixtureCell[])[]): Table =>
  new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cellOf) })) });

function cellOf(cell: FixtureCell): TableCell {
  const { text, span, merge } =
    typeof cell === 'string' ? { text: cell, span: undefined, merge: undefined } : cell;
  return new TableCell({
    children: text.split('\n').map((line) => new Paragraph(line)),
    ...(span === undefined ? {} : { columnSpan: span }),
    ...(merge === undefined
      ? {}
      : { verticalMerge: merge === 'start' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
  });
}
