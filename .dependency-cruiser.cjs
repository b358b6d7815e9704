// Who may import whom: downward only (CONTRIBUTING.md, "谁可以引用谁"). scripts/boundaries.test.mjs breaks each rule once.

/** Folders of server/src and client/src that are no features. All others are, and need no list here. */
const base = 'platform|gateways|people|divisions|calendar|files'
/** What the contracts and rules of features may use of each other. */
const common = 'people|divisions|calendar|files'
const client = 'platform|ui'
const above = 'home|workbench|telling|demo|tabs|custom-tab-bar'
const test = '\\.(test|spec)\\.tsx?$|/testing/'

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-circles', '不绕圈引用', {}, { circular: true }),
    forbid('resolvable', '引用的文件或包要找得到', {}, { couldNotResolve: true }),
    forbid(
      'declared',
      '用到的包写进自己的 package.json',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '/node_modules/vitest/' },
    ),
    forbid('no-tests-in-product', '产品代码不引用测试', { pathNot: test }, { path: test }),
    forbid(
      'no-tools-in-product',
      '运行的代码不引用只在开发时安装的包',
      { path: '^(shared|server)/src/', pathNot: test },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], dynamic: false },
    ),

    forbid(
      'shared-zod-alone',
      'shared 只用 zod',
      { path: '^shared/src/', pathNot: test },
      { pathNot: '^shared/src/|(^|/)node_modules/zod/' },
    ),
    forbid(
      'rules-pure',
      'rules.ts 只用 shared：时钟、随机数、读写都由参数给',
      { path: '^shared/src/.*rules\\.ts$' },
      { pathNot: '^shared/src/' },
    ),
    forbid(
      'client-without-server',
      '网页端与小程序不引用服务端',
      { path: '^client/' },
      { path: '^(server|e2e)/' },
    ),
    forbid('server-without-client', '服务端不引用客户端', { path: '^server/' }, { path: '^(client|e2e)/' }),
    forbid('e2e-outside', 'e2e 只看 shared 和运行中的系统', { path: '^e2e/' }, { path: '^(client|server)/' }),
    forbid('scripts-outside', '脚本不引用产品内部', { path: '^scripts/' }, { path: '^(client|e2e)/' }),

    forbid(
      'features-apart-server',
      '一个功能不引用另一个功能；跨功能的事写在 reactions.ts',
      { path: `^server/src/(?!(?:${base}|${above})/)([^/]+)/`, pathNot: test },
      { path: '^server/src/', pathNot: `^server/src/($1|${base})/` },
    ),
    forbid(
      'features-apart-client',
      '一个功能不引用另一个功能（各是一个分包）',
      { path: `^client/src/(?!(?:${client}|${above})/)([^/]+)/`, pathNot: test },
      { path: '^client/src/', pathNot: `^client/src/($1|${client})/` },
    ),
    forbid(
      'features-apart-shared',
      '一个功能的约定不引用另一个功能',
      { path: `^shared/src/(?!(?:${common})/)([^/]+)/`, pathNot: test },
      { path: '^shared/src/[^/]+/', pathNot: `^shared/src/($1|${common})/` },
    ),
    forbid(
      'features-speak-their-own-words',
      '一个功能只用自己的约定',
      { path: `^(?:server|client)/src/(?!(?:${base}|ui|${above})/)([^/]+)/`, pathNot: test },
      { path: '^shared/src/[^/]+/', pathNot: `^shared/src/($1|${common})/` },
    ),

    forbid(
      'platform-names-no-feature',
      'platform 和 gateways 不认识任何功能',
      { path: '^(?:server|client)/src/(platform|gateways|ui)/', pathNot: test },
      { path: '^shared/src/[^/]+/', pathNot: `^shared/src/(${common})/` },
    ),
    forbid(
      'platform-below',
      'platform 和 gateways 之下只有 shared',
      { path: '^server/src/(platform|gateways)/', pathNot: test },
      { path: '^server/src/', pathNot: '^server/src/(platform|gateways)/' },
    ),
    forbid(
      'people-below-features',
      'people、divisions、calendar、files 不引用功能',
      { path: `^server/src/(${common})/`, pathNot: test },
      { path: '^server/src/', pathNot: `^server/src/(${base})/` },
    ),
    forbid(
      'client-platform-below',
      '客户端 platform 之下只有 shared',
      { path: '^client/src/platform/', pathNot: test },
      { path: '^client/src/', pathNot: '^client/src/platform/' },
    ),
    forbid(
      'ui-below',
      '界面组件之下只有 platform',
      { path: '^client/src/ui/', pathNot: test },
      { path: '^client/src/', pathNot: '^client/src/(ui|platform)/' },
    ),
    forbid(
      'home-reads-due',
      'home 和 workbench 只读功能的待办（due.ts）',
      { path: '^server/src/(home|workbench)/', pathNot: test },
      { path: '^server/src/', pathNot: `^server/src/($1|${base})/|^server/src/[^/]+/due\\.ts$` },
    ),
    forbid(
      'tabs-take-cards',
      '标签页只用功能的 requests 和 parts',
      { path: `^client/src/(${above})/`, pathNot: test },
      {
        path: '^client/src/',
        pathNot: `^client/src/(${client}|${above})/|^client/src/[^/]+/(requests\\.ts$|parts/)`,
      },
    ),
    forbid(
      'main-on-top',
      'main → start → app → routes、reactions、jobs',
      { path: '^server/src/(?!(main|start)\\.ts)', pathNot: test },
      { path: '^server/src/(main|start)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'app-below-main',
      'main → start → app → routes、reactions、jobs',
      { path: '^server/src/(routes|reactions|jobs)\\.ts$' },
      { path: '^server/src/(main|start|app)\\.ts$' },
    ),
    forbid(
      'sql-in-stores',
      '数据库语句只写在 store.ts、tables.ts 和 platform',
      { path: '^server/src/', pathNot: `^server/src/platform/|/(store|tables)\\.ts$|-store\\.ts$|${test}` },
      { path: '(^|/)node_modules/(drizzle-orm|pg|better-sqlite3|@electric-sql)/' },
    ),
  ],
  options: {
    // TypeScript 7 has no parser for other tools.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.scss'],
    },
  },
}
