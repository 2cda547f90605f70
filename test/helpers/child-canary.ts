// The program we did not write: looks whether a voucher is taken, then takes it. Two of these at once must take some vouchers
// twice; if they never do, the race of the tests is no race and proves nothing (reliability.md §10, trap 2).
import Sqlite from 'better-sqlite3';

const [file = '', startAt = '0', everyMs = '1', count = '0'] = process.argv.slice(2);
const books = new Sqlite(file);
books.pragma('busy_timeout = 5000');
const taken = books.prepare('SELECT count(*) FROM taking WHERE voucher = ?').pluck();
const take = books.prepare('INSERT INTO taking (voucher) VALUES (?)');
const waitUntil = (epochMs: number): void => {
  while (performance.timeOrigin + performance.now() < epochMs);
};

for (let voucher = 0; voucher < Number(count); voucher += 1) {
  waitUntil(Number(startAt) + voucher * Number(everyMs));
  if (taken.get(voucher) !== 0) continue;
  // As long as the program's own checks take between looking and taking.
  waitUntil(performance.timeOrigin + performance.now() + 1);
  take.run(voucher);
}
books.close();
