/// <reference types="vite/client" />

declare module 'virtual:index' {
  import type { FamilySummary } from './ui/session-context.tsx'
  /** All families as the home page shows them. */
  export const families: FamilySummary[]
}

declare module 'virtual:family-data' {
  /** Where the data of each family is fetched from, by its id. */
  export const dataUrls: Record<string, string | undefined>
}

declare module 'virtual:chart' {
  import type { Chart } from './chart/geometry.ts'
  /** The geometry of a family's chart, fetched when needed. */
  export const charts: Record<string, (() => Promise<{ default: Chart }>) | undefined>
}

declare module 'virtual:signatures' {
  import type { Table } from './engine/table.ts'
  /** What the matcher knows of all families. */
  export const table: Table
}

declare module 'virtual:environments.css'
