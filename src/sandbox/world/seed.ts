import * as z from 'zod';

const bilingual = z.strictObject({ vi: z.string(), en: z.string() });

const worldSeed = z.strictObject({
  bot: z.strictObject({
    id: z.number().int().positive(),
    name: z.string().min(1),
    username: z.string().min(1),
    privacy: z.boolean().default(true),
  }),
  users: z.array(
    z.strictObject({
      id: z.number().int().positive(),
      firstName: z.string().min(1),
      lastName: z.string().optional(),
      username: z.string().optional(),
      languageCode: z.string().optional(),
      role: bilingual,
      /** Whether the private chat with the bot has been started. */
      started: z.boolean().default(false),
    }),
  ),
  chats: z.array(
    z.strictObject({
      id: z.number().int().negative(),
      type: z.enum(['group', 'supergroup']),
      title: z.string().min(1),
      members: z.array(z.number().int().positive()),
      creator: z.number().int().positive().optional(),
      admins: z.array(z.number().int().positive()).default([]),
      /** How the bot stands to the group at the start. */
      bot: z.enum(['never', 'member', 'administrator']).default('member'),
      cluster: z.string().optional(),
    }),
  ),
});

/** A world before anything has been said in it, as it is written in a file. */
export type WorldSeed = z.input<typeof worldSeed>;
export type ReadSeed = z.output<typeof worldSeed>;

/** Reads a seed and holds it together. @throws where it is no seed or names people it does not have. */
export function readSeed(seed: unknown): ReadSeed {
  const read = worldSeed.parse(seed);
  const known = new Set(read.users.map(({ id }) => id));
  for (const chat of read.chats) {
    const strangers = [...chat.members, ...chat.admins, chat.creator ?? chat.members[0]].filter(
      (id) => id !== undefined && !known.has(id),
    );
    if (strangers.length > 0) throw new Error(`chat ${chat.id} has unknown members: ${strangers.join(', ')}`);
  }
  return read;
}
