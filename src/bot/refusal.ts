import type { Refused } from '../app/outcome.ts';
import { type Frame, withSecretariat } from './views/frame.ts';

export const refusalText = (frame: Frame, { code, params }: Refused): string =>
  frame.t(`refusal.${code}`, withSecretariat(frame, params));
