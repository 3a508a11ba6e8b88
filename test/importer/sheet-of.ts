import { zipOf } from './zip-of.ts';

/** A workbook of one sheet, by the XML of its rows and of what stands behind them. */
export const sheetOf = (rows: string, after = '', shared?: string): Uint8Array =>
  zipOf([
    ...(shared === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: Buffer.from(shared) }]),
    {
      name: 'xl/workbook.xml',
      data: Buffer.from(
        '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: Buffer.from(
        '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: Buffer.from(`<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`),
    },
  ]);
