// The boundaries of docs/design: who may import whom. scripts/lib/boundary-samples.mjs breaks each rule on
// purpose and checks that it is noticed.
const area =
  '(people|eligibility|proxies|privacy|fairness|goods|donors|donations|purchases|cash|losses|vouchers|counter|limits|shift|delivery|stocktake|reports|staff|stock|shop|audit|backup|jobs)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'renderer-sees-only-the-contract',
      comment: 'The window knows acts and pure rules; everything else is behind the port.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        path: '^(main|db|test|scripts)/',
        pathNot: '^(db/contract/|db/domain/|main/desktop/contract\\.ts$)',
      },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-and-contract-are-pure',
      comment: 'They run in the window too, and are read without knowing SQL.',
      severity: 'error',
      from: { path: '^db/(domain|contract)/' },
      to: {
        path: '(^|node_modules/)(kysely|better-sqlite3|electron)(/|$)|^(main|renderer)/|^db/(?!domain/|contract/)',
      },
    },
    {
      name: 'rules-and-contract-have-no-node',
      severity: 'error',
      from: { path: '^db/(domain|contract)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-does-not-know-the-contract',
      severity: 'error',
      from: { path: '^db/domain/' },
      to: { path: '^db/contract/' },
    },
    {
      name: 'documents-know-no-area',
      comment:
        'A model goes in, bytes come out; the books stay closed to the process that reads hostile files.',
      severity: 'error',
      from: { path: '^main/documents/' },
      to: { path: '^db/', pathNot: '^db/(contract|domain)/' },
    },
    {
      name: 'electron-only-in-main',
      severity: 'error',
      from: { pathNot: '^(main/|db/process\\.ts$|test/e2e/)' },
      to: { path: '(^|node_modules/)electron(/|$)' },
    },
    {
      name: 'db-knows-no-window',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(main|renderer)/', pathNot: '^main/documents/messages\\.ts$' },
    },
    {
      name: 'main-does-not-open-the-books',
      comment: 'Only the db process does; main knows the contract and the messages between the two.',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^(renderer/|db/)', pathNot: '^db/(contract/|domain/|process-messages\\.ts$)' },
    },
    {
      name: 'queries-stay-in-their-area',
      comment: 'Whoever is outside asks through a function of the area, never through its SQL.',
      severity: 'error',
      from: { pathNot: `^db/${area}/` },
      to: { path: `^db/${area}/.*queries\\.ts$` },
    },
    {
      name: 'queries-stay-in-their-own-area',
      severity: 'error',
      from: { path: `^db/${area}/` },
      to: { path: `^db/${area}/.*queries\\.ts$`, pathNot: '^db/$1/' },
    },
    {
      name: 'handlers-are-only-gathered',
      comment: 'An area is asked by act through the port, not by calling its handlers.',
      severity: 'error',
      from: { pathNot: '^db/handlers\\.ts$' },
      to: { path: `^db/${area}/handlers\\.ts$` },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'everything-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-development-packages-in-the-program',
      severity: 'error',
      from: { path: '^(main|db|renderer)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/(electron|@types)/',
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
