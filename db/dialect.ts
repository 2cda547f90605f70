// Kysely on better-sqlite3, with the two things Kysely's own dialect lacks: transactions that take the write lock at once
// (a deferred one fails with BUSY when it turns into a writer) and statements that are prepared once. For a snapshot: statements that
// wait for their turn.
import type { Database, Statement } from 'better-sqlite3';
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';

/** Most statements of the program are few; texts with a varying number of parameters must not fill the memory. */
const mostStatements = 500;

class Connection implements DatabaseConnection {
  readonly #prepared = new Map<string, Statement>();
  readonly #file: Database;

  constructor(file: Database) {
    this.#file = file;
  }

  #prepare(sql: string): Statement {
    const known = this.#prepared.get(sql);
    if (known) return known;
    if (this.#prepared.size >= mostStatements) this.#prepared.clear();
    const statement = this.#file.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // The work is synchronous; the promise only serves Kysely's interface. Errors must still arrive as rejections.
    try {
      const statement = this.#prepare(query.sql);
      if (statement.reader) return Promise.resolve({ rows: statement.all(query.parameters) as R[] });
      const { changes, lastInsertRowid } = statement.run(query.parameters);
      return Promise.resolve({
        rows: [],
        numAffectedRows: BigInt(changes),
        insertId: BigInt(lastInsertRowid),
      });
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // Streams prepare anew: a cached statement that is being iterated would be busy for everyone else.
    for (const row of this.#file.prepare(query.sql).iterate(query.parameters))
      yield Promise.resolve({ rows: [row as R] });
  }
}

const begin = CompiledQuery.raw('begin immediate');
const commit = CompiledQuery.raw('commit');
const rollback = CompiledQuery.raw('rollback');

class ImmediateDriver implements Driver {
  readonly #connection: Connection;
  readonly #file: Database;

  constructor(file: Database) {
    this.#file = file;
    this.#connection = new Connection(file);
  }

  init = (): Promise<void> => Promise.resolve();
  acquireConnection = (): Promise<DatabaseConnection> => Promise.resolve(this.#connection);
  releaseConnection = (): Promise<void> => Promise.resolve();

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(begin);
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(commit);
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk ends the transaction by itself; a second rollback would hide the first error.
    if (this.#file.inTransaction) await connection.executeQuery(rollback);
  }
  destroy(): Promise<void> {
    this.#file.close();
    return Promise.resolve();
  }
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Every statement between two acts of others. */
class PacedConnection extends Connection {
  readonly #inTurn: InTurn;

  constructor(file: Database, inTurn: InTurn) {
    super(file);
    this.#inTurn = inTurn;
  }
  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#inTurn(() => super.executeQuery<R>(query));
  }
}

/** Its one transaction began when the file was opened and ends with it. */
class SnapshotDriver implements Driver {
  readonly #connection: Connection;
  readonly #file: Database;

  constructor(file: Database, inTurn: InTurn) {
    this.#file = file;
    this.#connection = new PacedConnection(file, inTurn);
  }

  init = (): Promise<void> => Promise.resolve();
  acquireConnection = (): Promise<DatabaseConnection> => Promise.resolve(this.#connection);
  releaseConnection = (): Promise<void> => Promise.resolve();
  beginTransaction = (): Promise<void> => Promise.resolve();
  commitTransaction = (): Promise<void> => Promise.resolve();
  rollbackTransaction = (): Promise<void> => Promise.resolve();
  destroy(): Promise<void> {
    this.#file.close();
    return Promise.resolve();
  }
}

/** Kysely dialect over an open file; the caller has keyed and set it up (see open.ts). */
export const immediateSqlite = (file: Database): Dialect => dialectOf(() => new ImmediateDriver(file));

/** Over a snapshot (see open.ts). */
export const pacedSqlite = (file: Database, inTurn: InTurn): Dialect =>
  dialectOf(() => new SnapshotDriver(file, inTurn));

const dialectOf = (createDriver: () => Driver): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver,
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});
