// Exercises a build of the database addon and prints what it found: run once with the shipped addon and once
// inside the Electron an addon was built for, the two outputs must be equal. CommonJS because it is run by that Electron
// as plain Node. Arguments: the package's folder, a folder to write in, the addon's file (none: the shipped one).
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
require('node:v8').setFlagsFromString('--expose-gc');

const [sqliteFolder, workFolder, nativeBinding] = process.argv.slice(2);
const Database = require(sqliteFolder);
const collectGarbage = vm.runInNewContext('gc');
const file = path.join(workFolder, 'check.db');
const say = (line) => process.stdout.write(`${line}\n`);

function open() {
  return new Database(file, nativeBinding === undefined ? {} : { nativeBinding });
}

function openWithKey() {
  const db = open();
  db.pragma("cipher='chacha20'");
  db.pragma("key='check'");
  return db;
}

function encryptedFileNeedsItsKey() {
  const db = openWithKey();
  db.exec("CREATE TABLE IF NOT EXISTS note (word TEXT) STRICT; INSERT INTO note VALUES ('领物券')");
  say(db.prepare('SELECT word FROM note').pluck().get());
  db.close();
  say(fs.readFileSync(file).includes('SQLite format 3') ? 'plain' : 'encrypted');
  const without = open();
  try {
    without.prepare('SELECT word FROM note').get();
    say('read without key');
  } catch (error) {
    say(error.code);
  }
  without.close();
}

/** Objects left to the garbage collection, open and closed: an addon that touches the engine there aborts. */
function survivesGarbageCollection() {
  for (let round = 0; round < 20; round++) {
    const db = openWithKey();
    db.function('plus', (value) => value + 1);
    db.aggregate('total', { start: 0, step: (sum, value) => sum + value });
    for (let i = 0; i < 300; i++) db.prepare('SELECT plus(?)').get(i);
    db.prepare('SELECT total(length(word)) FROM note').get();
    const ends = round % 2 === 0;
    for (let i = 0; i < 20; i++) {
      const rows = db.prepare('SELECT word FROM note').iterate();
      rows.next();
      if (ends) rows.return();
    }
    if (ends) db.close();
    collectGarbage();
  }
}

encryptedFileNeedsItsKey();
survivesGarbageCollection();
const db = openWithKey();
const options = db.pragma('compile_options').map((row) => row.compile_options);
say(
  [
    db.pragma('cipher', { simple: true }),
    ...options.filter((option) => !option.startsWith('COMPILER=')),
  ].join('\n'),
);
db.close();
fs.rmSync(file);
setTimeout(() => {
  collectGarbage();
  say('done');
}, 20);
