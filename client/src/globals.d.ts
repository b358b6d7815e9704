/** Origin of the API, compiled in by config/index.ts; empty where the API serves this page. */
declare const API_BASE: string
/** Which contracts this build was made with. */
declare const CONTRACTS: string

declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.scss'
