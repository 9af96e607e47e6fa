/// <reference types="vite/client" />

declare module 'virtual:families' {
  import type { Group } from '../flows/flow.ts'
  /** What every page knows of every family without loading it. `titles`: of the nodes that others link to, by id. */
  export type FamilySummary = { id: string; title: string; summary: string; group: Group; message: string; titles: Record<string, string> }
  export const families: FamilySummary[]
}

declare module 'virtual:chart' {
  import type { Chart } from './chart/geometry.ts'
  /** The geometry of a family's chart, fetched when needed. */
  export const charts: Record<string, (() => Promise<{ default: Chart }>) | undefined>
}
