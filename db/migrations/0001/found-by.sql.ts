// What people and doors are found by, in tables of their own and not in indexes of `person` and `household`: an import writes those in
// the order of its numbers, so each of its turns would write anew nearly every page of an index in any other order. Here the import
// writes them itself, sorted, after its rows (db/people/enter-found-by.ts); triggers keep them for everybody else.

/** Rows of an import that is still entering: it writes what they are found by later. */
const isSeen = (runId: string): string =>
  `(${runId} IS NULL OR ${runId} NOT IN (SELECT id FROM roster_run WHERE published_at IS NULL))`;

export const foundByTables = `
-- The words a name is found by (db/domain/name-words.ts), once for all who bear it. Written and erased by db/people/search-words.ts.
CREATE TABLE name_word (word TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (word, name)) STRICT, WITHOUT ROWID;

-- The households in which somebody bears a name.
CREATE TABLE name_bearer (name TEXT NOT NULL, household_id INTEGER NOT NULL, PRIMARY KEY (name, household_id)) STRICT, WITHOUT ROWID;
CREATE TRIGGER name_bearer_entered AFTER INSERT ON person
  WHEN new.name <> '' AND ${isSeen('(SELECT run_id FROM household WHERE id = new.household_id)')} BEGIN
  INSERT INTO name_bearer VALUES (new.name, new.household_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER name_bearer_changed AFTER UPDATE OF name, household_id ON person
  WHEN (new.name, new.household_id) <> (old.name, old.household_id) BEGIN
  DELETE FROM name_bearer WHERE name = old.name AND household_id = old.household_id
    AND NOT EXISTS (SELECT 1 FROM person WHERE household_id = old.household_id AND name = old.name);
  INSERT INTO name_bearer SELECT new.name, new.household_id WHERE new.name <> '' ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER name_bearer_gone AFTER DELETE ON person BEGIN
  DELETE FROM name_bearer WHERE name = old.name AND household_id = old.household_id
    AND NOT EXISTS (SELECT 1 FROM person WHERE household_id = old.household_id AND name = old.name);
END;

-- The households behind a door (the comparing form of their address).
CREATE TABLE door (address_key TEXT NOT NULL, household_id INTEGER NOT NULL, PRIMARY KEY (address_key, household_id)) STRICT, WITHOUT ROWID;
CREATE TRIGGER door_entered AFTER INSERT ON household WHEN new.address_key <> '' AND ${isSeen('new.run_id')} BEGIN
  INSERT INTO door VALUES (new.address_key, new.id);
END;
CREATE TRIGGER door_changed AFTER UPDATE OF address_key ON household WHEN new.address_key <> old.address_key BEGIN
  DELETE FROM door WHERE address_key = old.address_key AND household_id = old.id;
  INSERT INTO door SELECT new.address_key, new.id WHERE new.address_key <> '';
END;
CREATE TRIGGER door_gone AFTER DELETE ON household BEGIN
  DELETE FROM door WHERE address_key = old.address_key AND household_id = old.id;
END;
`;
