import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { ReceiptList, WriteReceiptList } from '../app/ports/receipt-list.ts';
import { SPREADSHEET } from '../app/ports/table-writer.ts';
import { localDateAt } from '../core/time/instant.ts';
import { fullDate, timeOfDay } from '../i18n/days.ts';
import { type Translate, translator } from '../i18n/translator.ts';

const WIDTHS = [6, 30, 40, 20, 36, 22];

/** One row a unit, in the order of the clusters; whoever has not received it has no time. */
export const receiptListXlsx: WriteReceiptList = async (list, locale) => {
  const t = translator(locale);
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  const received = list.rows.filter((row) => row.acknowledgedAt !== null).length;
  const data: SheetData = [
    [bold(t('launch.list.title', { title: list.title }))],
    [{ value: t('launch.list.count', { count: received, total: list.rows.length, ...moment(list) }) }],
    ['no', 'cluster', 'unit', 'time', 'person', 'registration'].map((key) =>
      bold(t(`launch.list.column.${key as 'no'}`)),
    ),
    ...list.rows.map((row, index) => [
      { value: index + 1, type: Number },
      { value: row.cluster },
      { value: row.unit },
      { value: timeText(t, list, row) },
      { value: row.acknowledgedBy },
      { value: row.registration === null ? '' : t(`launch.registration.state.${row.registration}`) },
    ]),
  ];
  const bytes = await writeXlsxFile(data, {
    columns: WIDTHS.map((width) => ({ width })),
    stickyRowsCount: 3,
  }).toBuffer();
  return { name: t('launch.list.file', { date: localDateAt(list.at, list.zone) }), type: SPREADSHEET, bytes };
};

const moment = ({ at, zone }: ReceiptList) => ({
  time: timeOfDay(at, zone),
  date: fullDate(localDateAt(at, zone)),
});

const timeText = (t: Translate, { zone }: ReceiptList, { acknowledgedAt }: ReceiptList['rows'][number]) =>
  acknowledgedAt === null
    ? t('launch.list.missing')
    : `${timeOfDay(acknowledgedAt, zone)} ${fullDate(localDateAt(acknowledgedAt, zone))}`;
