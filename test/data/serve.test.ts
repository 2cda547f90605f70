// The door to the books: who may ask what, and that every act happens once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '../../db/contract/act.ts';
import { contract, type ActName } from '../../db/contract/index.ts';
import { may, roles } from '../../db/contract/permissions.ts';
import { openShop, password, type OpenShop } from '../helpers/open-shop.ts';

let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const codeOf = async (
  message: { act: string; input: unknown; commandId?: string },
  as: Parameters<OpenShop['send']>[1],
): Promise<string> => {
  const reply = await shop.send(message, as);
  if (reply.ok) return 'ok';
  return reply.error.kind === 'bug' ? 'bug' : reply.error.code;
};

describe('permissions', () => {
  const acts = Object.keys(contract) as ActName[];

  it('refuse every act to every role that may not use it, before the input is looked at', async () => {
    for (const act of acts) {
      const { needs }: Act = contract[act];
      for (const role of roles) {
        if (may(role, needs)) continue;
        expect(
          await codeOf({ act, input: { wrong: true }, commandId: randomUUID() }, role),
          `${act} as ${role}`,
        ).toBe('not-permitted');
      }
    }
  });

  it('let every role that may use an act get as far as its input', async () => {
    for (const act of acts) {
      const { needs }: Act = contract[act];
      for (const role of roles) {
        if (!may(role, needs)) continue;
        expect(
          await codeOf({ act, input: { wrong: true }, commandId: randomUUID() }, role),
          `${act} as ${role}`,
        ).toBe('input-invalid');
      }
    }
  });

  it('ask everybody else to sign in first', async () => {
    for (const act of acts) {
      const { needs }: Act = contract[act];
      if (needs !== 'public') expect(await codeOf({ act, input: {} }, null), act).toBe('not-signed-in');
    }
  });
});

describe('hostile messages', () => {
  it('are refused by name and change nothing', async () => {
    const before = await shop.call('audit.verify', {}, { as: 'manager' });
    for (const act of [
      '',
      '__proto__',
      'toString',
      'constructor',
      'db.insert',
      'shop.setup',
      'x'.repeat(10_000),
    ]) {
      expect(await codeOf({ act, input: {} }, 'manager')).toBe('act-unknown');
    }
    expect(await codeOf({ act: 'goods.list', input: { search: 'a\u0000b' } }, 'manager')).toBe(
      'text-ill-formed',
    );
    expect(await codeOf({ act: 'goods.list', input: { search: '张\ud800三' } }, 'manager')).toBe(
      'text-ill-formed',
    );
    expect(await codeOf({ act: 'goods.list', input: { limit: 1e9 } }, 'manager')).toBe('input-invalid');
    let deep: unknown = {};
    for (let at = 0; at < 100; at += 1) deep = { deep };
    expect(await codeOf({ act: 'goods.list', input: deep }, 'manager')).toBe('input-invalid');
    expect((await shop.call('audit.verify', {}, { as: 'manager' })).rows).toBe(before.rows);
  });
});

describe('a command', () => {
  const someone = () => ({
    login: `v${randomUUID().slice(0, 8)}`,
    name: '李强',
    role: 'volunteer' as const,
    password,
  });

  it('needs an id', async () => {
    expect(await codeOf({ act: 'staff.add', input: someone() }, 'manager')).toBe('command-id-missing');
  });

  it('sent twice answers the same and happens once', async () => {
    const commandId = randomUUID();
    const input = someone();
    const first = await shop.call('staff.add', input, { as: 'manager', commandId });
    const second = await shop.call('staff.add', input, { as: 'manager', commandId });
    expect(second).toEqual(first);
    const all = await shop.call('staff.list', {}, { as: 'manager' });
    expect(all.filter(({ login }) => login === input.login)).toHaveLength(1);
  });

  it('with an id used for something else is refused', async () => {
    const commandId = randomUUID();
    await shop.call('staff.add', someone(), { as: 'manager', commandId });
    expect(await codeOf({ act: 'staff.add', input: someone(), commandId }, 'manager')).toBe(
      'command-id-reused',
    );
    expect(await codeOf({ act: 'staff.signOut', input: {}, commandId }, 'manager')).toBe('command-id-reused');
  });

  it('that is refused leaves nothing behind', async () => {
    const before = await shop.call('staff.list', {}, { as: 'manager' });
    expect(
      await codeOf(
        { act: 'staff.add', input: { ...someone(), password: 'kurz1' }, commandId: randomUUID() },
        'manager',
      ),
    ).toBe('password-too-short');
    expect(await shop.call('staff.list', {}, { as: 'manager' })).toEqual(before);
  });
});

describe('a paper that takes long', () => {
  it('does not make a till wait: what is asked meanwhile is answered first', async () => {
    const answered: string[] = [];
    const paper = shop
      .call('shop.recoverySheet', { recoveryCode: 'ABCDEFGHJKLMNPQRSTUVWXYZ' }, { as: 'manager' })
      .then(() => answered.push('paper'));
    const figures = shop.call('shop.today', {}, { as: 'volunteer' }).then(() => answered.push('figures'));
    await Promise.all([paper, figures]);
    expect(answered).toEqual(['figures', 'paper']);
  });
});
