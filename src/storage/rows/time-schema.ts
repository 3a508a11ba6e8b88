import * as z from 'zod';
import type { MinuteOfDay } from '../../core/time/instant.ts';
import { type LocalDate, parseLocalDate } from '../../core/time/local-date.ts';

export const daySchema = z
  .string()
  .refine((text) => parseLocalDate(text) !== null)
  .transform((text) => text as LocalDate);

export const minuteSchema = z
  .int()
  .min(0)
  .max(1439)
  .transform((minute) => minute as MinuteOfDay);
