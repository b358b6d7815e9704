import { subpackagesOf } from '../host/compile/project.ts'
import type { AppConfig } from '../host/wire.ts'
import type { Build } from './build.ts'

/** Fields of app.json that WeChat documents (「全局配置」); DevTools warns of any other. */
const FIELDS = new Set(
  `entryPagePath pages window tabBar networkTimeout debug functionalPages subpackages subPackages workers
  requiredBackgroundModes requiredPrivateInfos plugins preloadRule resizable usingComponents permission sitemapLocation
  style useExtendedLib entranceDeclare darkmode themeLocation lazyCodeLoading singlePage supportedMaterials serviceProviderTicket
  embeddedAppIdList halfPage debugOptions enablePassiveEvent resolveAlias renderer rendererOptions componentFramework
  miniApp static convertRpxToVw appBar componentPlaceholder __usePrivacyCheck__`.split(/\s+/),
)
/** What `requiredPrivateInfos` may name. */
const PRIVATE_INFOS = new Set(
  'getFuzzyLocation getLocation onLocationChange startLocationUpdate startLocationUpdateBackground chooseLocation choosePoi chooseAddress'.split(
    ' ',
  ),
)
const COLOR = /^#[0-9a-f]{6}$/i

function checkTabBar({ tabBar, pages }: AppConfig): string[] {
  if (!tabBar) return []
  const { list, ...colors } = tabBar
  const problems = list.length < 2 || list.length > 5 ? [`tabBar has ${list.length} items, not 2 to 5`] : []
  for (const { pagePath, text } of list) {
    if (!pages.includes(pagePath))
      problems.push(`tabBar names ${pagePath}, which is no page of the main package`)
    if (!text) problems.push(`tabBar item ${pagePath} has no text`)
  }
  for (const name of ['color', 'selectedColor', 'backgroundColor'] as const) {
    const color = colors[name]
    if (color === undefined || !COLOR.test(color)) problems.push(`tabBar.${name} is no #rrggbb`)
  }
  return problems
}

function checkWindow({ window = {} }: AppConfig): string[] {
  const { navigationBarTextStyle: style, navigationBarBackgroundColor: bar, backgroundColor: back } = window
  return [
    ...(style === undefined || style === 'black' || style === 'white'
      ? []
      : ['window.navigationBarTextStyle is neither black nor white']),
    ...[bar, back].flatMap((color) =>
      color === undefined || COLOR.test(color)
        ? []
        : [`window names the colour ${color}, which is no #rrggbb`],
    ),
  ]
}

function checkPages({ app, files }: Build): string[] {
  const has = new Set(files)
  const subs = subpackagesOf(app)
  const all = [
    ...app.pages,
    ...subs.flatMap(({ root, pages }) => pages.map((page) => `${root.replace(/\/$/, '')}/${page}`)),
  ]
  const twice = all.filter((page, at) => all.indexOf(page) !== at)
  const missing = all.flatMap((page) =>
    ['.js', '.wxml', '.json'].map((end) => page + end).filter((file) => !has.has(file)),
  )
  const nested = subs.flatMap((one) =>
    subs.filter((other) => other !== one && `${other.root}/`.startsWith(`${one.root}/`)),
  )
  const inside = app.pages.filter((page) => subs.some(({ root }) => page.startsWith(`${root}/`)))
  const { entryPagePath } = app
  return [
    ...twice.map((page) => `${page} is named twice`),
    ...missing.map((file) => `${file} is missing`),
    ...nested.map(({ root }) => `the subpackage ${root} lies within another`),
    ...inside.map((page) => `${page} is a main page inside a subpackage`),
    ...(entryPagePath !== undefined && !all.includes(entryPagePath)
      ? [`entryPagePath ${entryPagePath} is no page`]
      : []),
  ]
}

/** app.json by WeChat's rules. */
export function checkAppJson(build: Build): string[] {
  const { app, files } = build
  const infos = app.requiredPrivateInfos ?? []
  const exact = infos.includes('getFuzzyLocation') && infos.includes('getLocation')
  return [
    ...Object.keys(app)
      .filter((field) => !FIELDS.has(field))
      .map((field) => `app.json has the field ${field}, which WeChat does not know`),
    ...checkPages(build),
    ...checkTabBar(app),
    ...checkWindow(app),
    ...infos.filter((name) => !PRIVATE_INFOS.has(name)).map((name) => `requiredPrivateInfos names ${name}`),
    ...(exact ? ['requiredPrivateInfos may not name getFuzzyLocation and getLocation together'] : []),
    ...(app.tabBar?.custom && !files.includes('custom-tab-bar/index.js')
      ? ['tabBar.custom needs custom-tab-bar/index']
      : []),
    ...Object.entries(app.permission ?? {})
      .filter(([, { desc }]) => !desc || desc.length > 30)
      .map(([scope]) => `permission ${scope}: desc has 1 to 30 characters`),
  ]
}
