import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

/** A Word document whose number column holds nothing but automatic numbers. */
export function numberedDocx(): Promise<Uint8Array> {
  const cell = (text: string, counted = false): TableCell =>
    new TableCell({
      children: [
        counted ? new Paragraph({ text, numbering: { reference: 'tt', level: 0 } }) : new Paragraph(text),
      ],
    });
  const row = (...cells: TableCell[]): TableRow => new TableRow({ children: cells });
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [{ reference: 'tt', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
      },
      sections: [
        {
          children: [
            new Table({
              rows: [
                row(cell('TT'), cell('Nhiệm vụ'), cell('Chủ trì'), cell('Thời hạn')),
                row(cell('', true), cell('Việc thứ nhất'), cell('Phòng Nội vụ'), cell('Tháng 3')),
                row(cell('', true), cell('Việc thứ hai'), cell('Phòng Y tế'), cell('Tháng 4')),
              ],
            }),
          ],
        },
      ],
    }),
  );
}
