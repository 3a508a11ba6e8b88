import { readFileSync } from 'node:fs';
import type { PlanReading } from '../../src/core/plan/plan-reading.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import type { SourceFile } from '../../src/importer/document.ts';
import { type ImportRefusal, isRefused } from '../../src/importer/import-refusal.ts';
import { readPlanFile, readPlanText } from '../../src/importer/read-plan-file.ts';

export const TODAY = dateOf('2024-11-04');

export const sampleBytes = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/plan-29/${name}`, import.meta.url));

export const readSample = (name: string): Promise<PlanReading> =>
  readWell({ name, bytes: sampleBytes(name) });

export const readSampleText = (name: string): Promise<PlanReading> =>
  readTextWell(Buffer.from(sampleBytes(name)).toString('utf8'));

export const readWell = async (file: SourceFile): Promise<PlanReading> =>
  accepted(await readPlanFile(file, TODAY));

export const readTextWell = async (text: string): Promise<PlanReading> =>
  accepted(await readPlanText(text, TODAY));

function accepted(outcome: ImportRefusal | PlanReading): PlanReading {
  if (isRefused(outcome)) throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.facts)}`);
  return outcome;
}
