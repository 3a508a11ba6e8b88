import { variables } from './variables.ts';

/** The text of `.env.example`, as the table of variables has it. */
export function envExample(): string {
  const blocks = variables.map(
    ({ name, meaning, default: value }) => `# ${meaning}\n# ${name}=${value ?? ''}\n`,
  );
  return ['# Copy to .env. Everything is optional; a value shown is the default.\n', ...blocks].join('\n');
}
