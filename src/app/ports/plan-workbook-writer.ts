import type { PlanReading } from '../../core/plan/plan-reading.ts';

/** Writes a plan as a workbook (`.xlsx`) that imports again without difference. */
export interface PlanWorkbookWriter {
  write(reading: PlanReading): Promise<Uint8Array>;
}
