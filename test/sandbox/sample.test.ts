import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readSeed } from '../../src/sandbox/world/seed.ts';
import { sampleSeed } from '../support/sandbox.ts';

type Line = Readonly<Record<string, string>>;

const textOf = (name: string): string =>
  readFileSync(new URL(`../../src/sandbox/sample/${name}`, import.meta.url), 'utf8');
const linesOf = (name: string): readonly Line[] => parse(textOf(name), { columns: true });
const column = (lines: readonly Line[], name: string): readonly string[] =>
  lines.map((line) => line[name] ?? '');

const organisation = linesOf('organisation.csv');
const people = linesOf('people.csv');
const seed = readSeed(sampleSeed);

describe('the sample', () => {
  test('has the units of two clusters and those outside them, each once', () => {
    const units = column(organisation, 'unit');
    const count = (cluster: string) => organisation.filter((line) => line['cluster'] === cluster).length;

    expect(new Set(units).size).toBe(units.length);
    expect([count('CUM1'), count('THCS1'), count('')]).toEqual([14, 7, 10]);
  });

  test.each(['CUM1', 'THCS1'])('has one head and one deputy in %s', (cluster) => {
    const roles = column(
      organisation.filter((line) => line['cluster'] === cluster),
      'role_in_cluster',
    );

    expect(roles.filter((role) => role === 'lead')).toHaveLength(1);
    expect(roles.filter((role) => role === 'deputy')).toHaveLength(1);
  });

  test('has the headings that an import reads', () => {
    expect(Object.keys(organisation[0] ?? {}).join()).toBe(
      'cluster,cluster_name,cluster_kind,unit,unit_name,unit_kind,role_in_cluster,contact_name,contact_title,contact_phone,leader_name,leader_title,tone',
    );
    expect(Object.keys(people[0] ?? {}).join()).toBe('channel,user,name,title,address,role,unit');
  });

  test('has nobody in an unknown unit, and plays everybody who has a role', () => {
    const units = new Set(column(organisation, 'unit'));
    const players = new Set(seed.users.map(({ id }) => String(id)));

    expect(column(people, 'unit').filter((unit) => !units.has(unit))).toEqual([]);
    expect(column(people, 'user').filter((user) => !players.has(user))).toEqual([]);
    expect(people).toHaveLength(7);
  });

  test('shows people under other names than their official ones', () => {
    const shown = new Map(
      seed.users.map(({ id, firstName, lastName }) => [String(id), `${firstName} ${lastName ?? ''}`.trim()]),
    );

    expect(people.filter((line) => shown.get(line['user'] ?? '') === line['name'])).toEqual([]);
  });

  test.each(['organisation.csv', 'people.csv', 'world.json'])('%s is in composed Unicode', (name) => {
    expect(textOf(name)).toBe(textOf(name).normalize('NFC'));
  });

  test('a seed that names somebody it does not have is refused', () => {
    const [chat] = sampleSeed.chats;
    const broken = { ...sampleSeed, chats: [{ ...chat, members: [101, 999] }] };

    expect(() => readSeed(broken)).toThrow('unknown members: 999');
  });
});
