import { type ArgType, type ColumnType, ColumnTypeEnum } from '@prisma/driver-adapter-utils';

/** As the migrations declare them; DATETIME stands in Prisma's own table alone. */
const DECLARED: Readonly<Record<string, ColumnType>> = {
  TEXT: ColumnTypeEnum.Text,
  INTEGER: ColumnTypeEnum.Int32,
  BIGINT: ColumnTypeEnum.Int64,
  BOOLEAN: ColumnTypeEnum.Boolean,
  BLOB: ColumnTypeEnum.Bytes,
  DATETIME: ColumnTypeEnum.DateTime,
};

/** Null for an expression, which declares none. */
export const declaredType = (declared: string | null): ColumnType | null =>
  DECLARED[declared?.toUpperCase() ?? ''] ?? null;

/** Of a column that declares no type, by one of its values. */
export function typeOfValue(value: unknown): ColumnType {
  if (typeof value === 'string') return ColumnTypeEnum.Text;
  if (typeof value === 'number') return ColumnTypeEnum.UnknownNumber;
  return value instanceof Uint8Array ? ColumnTypeEnum.Bytes : ColumnTypeEnum.Int32;
}

/** What Prisma hands over as text though it is none. */
const OF_TEXT: Readonly<Partial<Record<ArgType['scalarType'], (text: string) => unknown>>> = {
  bigint: BigInt,
  bytes: (text) => Buffer.from(text, 'base64'),
  datetime: (text) => isoOf(new Date(text)),
};

const isoOf = (date: Date): string => date.toISOString().replace('Z', '+00:00');

/** A value as Prisma hands it over, as the driver binds it. */
export function toSqlite(value: unknown, { scalarType }: Pick<ArgType, 'scalarType'>): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  if (value instanceof Date) return isoOf(value);
  if (typeof value !== 'string') return value;
  return OF_TEXT[scalarType]?.(value) ?? value;
}

/** A value of the driver's as Prisma reads it: bytes of its own, as a Buffer may be a window on a larger one. */
export const fromSqlite = (value: unknown): unknown =>
  value instanceof Uint8Array ? new Uint8Array(value) : value;
