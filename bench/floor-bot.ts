import { PrismaLibSql } from '@prisma/adapter-libsql';
import { Bot } from 'grammy';
import { PrismaClient } from '../src/storage/generated/sqlite/client.ts';

// The bare floor, a process of its own: one Prisma query, then the reply. Nothing is checked, recorded or retried.
const [token = '', apiRoot = '', database = ''] = process.argv.slice(2);
const prisma = new PrismaClient({ adapter: new PrismaLibSql({ url: database }) });
const bot = new Bot(token, { client: { apiRoot } });
const keyboard = { inline_keyboard: [[{ text: 'Xong', callback_data: 'floor' }]] };
let edits = 0;

bot.on('message:text', async (ctx) => {
  const organisation = await prisma.organisation.findFirst();
  await ctx.reply(`Việc của ${organisation?.id}`, { reply_markup: keyboard });
});
bot.on('callback_query:data', async (ctx) => {
  const organisation = await prisma.organisation.findFirst();
  edits += 1;
  await ctx.answerCallbackQuery();
  await ctx.editMessageText(`Việc của ${organisation?.id}, lần ${edits}`, { reply_markup: keyboard });
});
// Confirms what was handled, which a killed bot would be given again.
process.once('SIGTERM', () => void bot.stop());
await bot.start({ onStart: () => void process.stdout.write('ready\n') });
