import type { Capabilities } from '../app/ports/messenger.ts';

export const telegramCapabilities: Capabilities = {
  buttons: true,
  edit: true,
  files: true,
  groups: true,
  threads: true,
  textLimit: 4096,
};
