import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const isH5 = process.env.TARO_ENV === 'h5'
const here = (p: string) => path.resolve(__dirname, '..', p)

/** `shared` is TypeScript source; these packages ship newer JavaScript than WeChat's older engines read. */
const transpiled = (file: string) =>
  /[\\/]shared[\\/]src[\\/]/.test(file) || /node_modules[\\/](zod|@tanstack|zustand)[\\/]/.test(file)

/** Changes when any contract does: answers kept on a device by another build may then look different. */
function contracts() {
  const hash = createHash('sha256')
  const root = here('../shared/src')
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => /contract\.ts$|codes\.ts$/.test(name)).sort())
    hash.update(fs.readFileSync(path.join(root, file)))
  return hash.digest('hex').slice(0, 12)
}

// Short: a class travels to the page with every setData.
const cssModules = {
  enable: true,
  config: { namingPattern: 'module' as const, generateScopedName: '[local]_[hash:base64:5]' },
}

/**
 * Where the API answers, compiled in. The H5 build is served by the API's own process; the mini-program needs an
 * absolute address: `TARO_APP_API=https://… pnpm build:weapp` (its host must be entered at WeChat as a request domain).
 */
const apiBase = isH5 ? '' : (process.env.TARO_APP_API ?? 'http://127.0.0.1:3000')
const devApi = process.env.TARO_APP_DEV_API ?? 'http://127.0.0.1:3000'

const config: UserConfigExport<'webpack5'> = {
  projectName: 'taimintong',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  plugins: isH5 ? [] : [here('src/ui/aria/plugin.ts')],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  defineConstants: { API_BASE: JSON.stringify(apiBase), CONTRACTS: JSON.stringify(contracts()) },
  copy: {
    patterns: isH5 ? [{ from: 'src/static/favicon.svg', to: 'dist/h5/favicon.svg' }] : [],
    options: {},
  },
  mini: {
    compile: { include: [transpiled] },
    // Without it everything that two subpackages use lands in the main package.
    optimizeMainPackage: { enable: true },
    // What WeChat lacks: react-query makes an AbortController for every request, and hangs silently where there is
    // none; the drawing of codes asks for a TextEncoder.
    webpackChain: (chain) => {
      chain.plugin('lacking').use(require('webpack').ProvidePlugin, [
        {
          AbortController: [here('src/platform/abort.ts'), 'AbortController'],
          TextEncoder: [here('src/platform/text-encoder.ts'), 'TextEncoder'],
        },
      ])
    },
    // Each module styles its own class names: their order means nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: {
      pxtransform: { enable: true, config: {} },
      cssModules,
      [here('config/phone-only.cjs')]: { enable: true, config: {} },
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    compile: { include: [transpiled] },
    router: { mode: 'browser' },
    devServer: {
      host: '127.0.0.1',
      port: 4190,
      open: false,
      proxy: [{ context: ['/api'], target: devApi }],
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    webpackChain: (chain) => {
      // Not while developing: there the files are in memory, and the last build would be lost.
      if (process.env.NODE_ENV === 'production') chain.output.set('clean', true)
      chain.optimization.splitChunks({
        chunks: 'all',
        maxInitialRequests: 20,
        minSize: 10_000,
        cacheGroups: {
          default: { minChunks: 2, priority: -20, reuseExistingChunk: true },
          react: {
            name: 'react',
            test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/,
            priority: 110,
          },
        },
      })
    },
    postcss: { pxtransform: { enable: false, config: {} }, autoprefixer: { enable: true }, cssModules },
  },
}

export default defineConfig<'webpack5'>(async () => config)
