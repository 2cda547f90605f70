// The program we did not ship: loaded before child-program.ts it takes the transaction away from every act and the condition away from
// the voucher's update, so that a till looks and then takes. Two of these at once must redeem some vouchers twice; if they never do,
// the race of the tests is no race and proves nothing (reliability.md §10, trap 2).
import Sqlite from 'better-sqlite3';

const condition =
  /( where "id" = \?) and "balance_fen" = \? and "balance_points" = \? and "state" in \(\?, \?, \?\)/;
const spoilt = (sql: string): string => {
  if (sql === 'begin immediate' || sql === 'commit') return 'select 1';
  if (!sql.startsWith('update "voucher" set "state" = ?')) return sql;
  // The same holes, so that the same values fit.
  const without = sql.replace(condition, '$1 and coalesce(?, ?, ?, ?, ?) is not null');
  if (without === sql) throw new Error(`nothing to spoil in: ${sql}`);
  return without;
};

const own = Object.getOwnPropertyDescriptor(Sqlite.prototype, 'prepare')?.value as Sqlite.Database['prepare'];
Object.defineProperty(Sqlite.prototype, 'prepare', {
  value(this: Sqlite.Database, sql: string) {
    return own.call(this, spoilt(sql));
  },
});
