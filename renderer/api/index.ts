// What screens import to talk to the books and the desktop.
export { command, newCommandId, read } from './call.ts';
export { actErrorOf } from './failure.ts';
export { createQueries, useAct, useActPages, type PagedName, type ReadResult } from './use-act.ts';
export { useCommand, type Command, type Steps } from './use-command.ts';
export { usePaper, type PaperActs } from './use-paper.ts';
