import type { Span } from '../../app/ports/message.ts';
import type { Frame } from './frame.ts';
import { bold, entry } from './message.ts';

/** Over what comes outside office hours because somebody chose so. */
export const urgentMark = ({ t }: Frame, { urgent }: { readonly urgent: boolean }): Span[][] =>
  urgent ? [entry([bold(t('launch.post.urgent'))])] : [];
